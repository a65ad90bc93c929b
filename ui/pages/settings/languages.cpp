#include "pages/settings/languages.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QLocale>

namespace qis::ui {

namespace {

class Languages {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::Languages)
};

} // namespace

QList<Language> installedLanguages() {
    //: A language: whichever the computer is set to
    QList<Language> all = {{QString(), Languages::tr("As the system")}};
    const QLatin1String prefix("qis_");
    const QStringList files =
        QDir(QStringLiteral(":/i18n")).entryList({prefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name);
    QStringList codes = {QStringLiteral("en")};
    for (const QString& file : files)
        codes.append(file.mid(prefix.size(), file.lastIndexOf(QLatin1Char('.')) - prefix.size()));
    codes.removeDuplicates();
    for (const QString& code : std::as_const(codes)) {
        const QLocale locale(code);
        // Of English the system knows only that of a country.
        const QString own =
            locale.language() == QLocale::English ? QStringLiteral("English") : locale.nativeLanguageName();
        all.append({code, own.isEmpty() ? code : own});
    }
    return all;
}

} // namespace qis::ui
