#pragma once

class QApplication;
class QString;

namespace qis::ui {

/// Texts, numbers, dates and direction of a language; of the system's when none is named.
void applyLanguage(QApplication& app, const QString& language);

} // namespace qis::ui
