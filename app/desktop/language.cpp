#include "language.h"

#include "pseudo_language.h"

#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QTranslator>
#include <QtWidgets/QApplication>

namespace qis::ui {

namespace {

bool install(QApplication& app, const QLocale& locale, const QString& file, const QString& folder) {
    auto* translator = new QTranslator(&app);
    if (translator->load(locale, file, QStringLiteral("_"), folder))
        return QApplication::installTranslator(translator);
    delete translator;
    return false;
}

/// English in a window that runs from right to left, to look at windows: a place that does not exist.
constexpr auto kMirrored = QLatin1String("ar-XB");

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
    if (language == kMirrored) {
        QLocale::setDefault(QLocale(QLocale::English));
        install(app, QLocale(QLocale::English), QStringLiteral("qis"), texts);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        return;
    }
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    // English first, below the rest: it holds the plurals of whatever another language lacks.
    install(app, QLocale(QLocale::English), QStringLiteral("qis"), texts);
    install(app, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const bool translated = locale.language() == QLocale::English || install(app, locale, QStringLiteral("qis"), texts);
    if (locale.textDirection() == Qt::LeftToRight)
        return;
    if (translated)
        QApplication::setLayoutDirection(Qt::RightToLeft);
    else
        // English sentences with numbers of another direction in them come out of order.
        QLocale::setDefault(QLocale(QLocale::English));
}

} // namespace qis::ui
