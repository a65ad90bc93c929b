#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

class QAction;
class QFont;

namespace qis::ui {

/// The ways through the program and its keys as a page to print. The keys are those of the actions, as this computer
/// writes them.
[[nodiscard]] QString quickCard(const QList<QAction*>& actions);

/// The card on one page of A4, in letters as large as that allows. May run on any thread.
[[nodiscard]] QByteArray quickCardPdf(const QString& card, const QFont& font);

} // namespace qis::ui
