#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <functional>
#include <memory>

class QIODevice;

namespace qis::ui {

class Courier;

/// Writes a file off the GUI thread: whole, or not at all, leaving what was there before. `write` runs
/// on another thread; `done` comes through the courier, with the system's own words for what went
/// wrong or an empty text.
void writeWhole(const QString& path, std::function<bool(QIODevice&)> write, const std::shared_ptr<Courier>& courier,
                std::function<void(const QString& trouble)> done);

/// Reads a file off the GUI thread, at most `limit` bytes and one more, which tells that there are more.
void readWhole(const QString& path, qint64 limit, const std::shared_ptr<Courier>& courier,
               std::function<void(const QByteArray& bytes, const QString& trouble)> done);

} // namespace qis::ui
