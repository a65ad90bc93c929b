#pragma once

#include "bridge/values.h"

#include <QtCore/QObject>

#include <memory>

namespace qis::ui {

class ComposePage;
class Courier;

/// The draft in the form as a file anywhere else: for a store that cannot be written, or another computer.
class DraftCopy : public QObject {
    Q_OBJECT

public:
    DraftCopy(ComposePage& page, QObject* parent);
    ~DraftCopy() override;

    /// Asks where to. Says so when there is nothing to keep.
    void keep();
    /// Asks which, and goes on with it as a new draft.
    void open();
    void keepAs(const QString& path);
    void openFrom(const QString& path);

    /// Larger files are no drafts.
    static constexpr qint64 kMostBytes = 256 * 1024;

Q_SIGNALS:
    void kept(const QString& path);
    void opened();
    /// Said on the page too.
    void failed();

private:
    void finishKeeping(const QString& path, const QString& trouble);
    void finishOpening(const QString& path, const QByteArray& bytes, const QString& trouble);

    ComposePage& m_page;
    std::shared_ptr<Courier> m_courier;
    QString m_folder;
};

} // namespace qis::ui
