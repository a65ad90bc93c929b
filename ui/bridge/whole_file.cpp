#include "bridge/whole_file.h"

#include "bridge/background.h"
#include "bridge/courier.h"

#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include <utility>

namespace qis::ui {

namespace {

QString troubleWriting(const QString& path, const std::function<bool(QIODevice&)>& write) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    if (!write(file)) {
        file.cancelWriting();
        return file.errorString();
    }
    return file.commit() ? QString() : file.errorString();
}

} // namespace

void writeWhole(const QString& path, std::function<bool(QIODevice&)> write, const std::shared_ptr<Courier>& courier,
                std::function<void(const QString& trouble)> done) {
    Background::run([path, write = std::move(write), courier, done = std::move(done)] {
        courier->post([done, trouble = troubleWriting(path, write)] { done(trouble); });
    });
}

void readWhole(const QString& path, qint64 limit, const std::shared_ptr<Courier>& courier,
               std::function<void(const QByteArray& bytes, const QString& trouble)> done) {
    Background::run([path, limit, courier, done = std::move(done)] {
        QFile file(path);
        QByteArray bytes;
        QString trouble;
        if (file.open(QIODevice::ReadOnly)) {
            bytes = file.read(limit + 1);
            trouble = file.error() == QFileDevice::NoError ? QString() : file.errorString();
        } else {
            trouble = file.errorString();
        }
        courier->post([done, bytes, trouble] { done(bytes, trouble); });
    });
}

} // namespace qis::ui
