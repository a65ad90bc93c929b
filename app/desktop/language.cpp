#include "language.h"

#include "pseudo_language.h"

#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QTranslator>
#include <QtWidgets/QApplication>

namespace qis::ui {

namespace {

void install(QApplication& app, const QLocale& locale, const QString& file, const QString& folder) {
    auto* translator = new QTranslator(&app);
    if (translator->load(locale, file, QStringLiteral("_"), folder))
        QApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void applyLanguage(QApplication& app, const QString& language) {
    const QString texts = QStringLiteral(":/i18n");
    if (language == QLatin1String(PseudoLanguage::kName)) {
        QLocale::setDefault(QLocale(QLocale::English));
        auto* translator = new PseudoLanguage(&app);
        if (translator->loadEnglish(texts))
            QApplication::installTranslator(translator);
        return;
    }
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    // English first, below the rest: it holds the plurals of whatever another language lacks.
    install(app, QLocale(QLocale::English), QStringLiteral("qis"), texts);
    install(app, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (locale.language() != QLocale::English)
        install(app, locale, QStringLiteral("qis"), texts);
    if (locale.textDirection() == Qt::RightToLeft)
        QApplication::setLayoutDirection(Qt::RightToLeft);
}

} // namespace qis::ui
