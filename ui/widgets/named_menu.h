#pragma once

#include <QtCore/QStringList>

#include <functional>

class QMenu;
class QWidget;

namespace qis::ui {

/// What was kept under names, as a menu: to take one, to keep what is there now, to remove one.
struct NamedMenu {
    QString object; ///< "View" makes entries "view_<name>" and "keepView", and the menu "removeViews"
    QStringList names;
    QString none; ///< stands there while there are no names; empty for nothing
    QString keep; ///< text of the entry that keeps
    bool canKeep = true;
    QString remove; ///< text of the menu that removes
    std::function<void(qsizetype)> onTake;
    std::function<void()> onKeep;
    std::function<void(qsizetype)> onRemove;
};

/// Fills `menu` anew and opens it below the button.
void popUp(QMenu& menu, const NamedMenu& entries, const QWidget& button);

} // namespace qis::ui
