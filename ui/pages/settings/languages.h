#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace qis::ui {

struct Language {
    QString code; ///< "en"; empty: as the system
    QString name; ///< in its own words
};

/// The languages whose texts are built into the program, after that of the system.
[[nodiscard]] QList<Language> installedLanguages();

} // namespace qis::ui
