#include "widgets/named_menu.h"

#include "widgets/plain_label.h"

#include <QtWidgets/QMenu>

namespace qis::ui {

void popUp(QMenu& menu, const NamedMenu& entries, const QWidget& button) {
    menu.clear();
    // That takes the entries of the menus in it, but not these.
    qDeleteAll(menu.findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    for (qsizetype at = 0; at < entries.names.size(); ++at) {
        QAction* choice = menu.addAction(withoutMnemonic(entries.names.at(at)));
        choice->setObjectName(entries.object.toLower() % QLatin1Char('_') % entries.names.at(at));
        QObject::connect(choice, &QAction::triggered, &menu, [take = entries.onTake, at] { take(at); });
    }
    if (entries.names.isEmpty() && !entries.none.isEmpty())
        menu.addAction(entries.none)->setEnabled(false);
    menu.addSeparator();
    QAction* keep = menu.addAction(entries.keep);
    keep->setObjectName(QLatin1String("keep") % entries.object);
    keep->setEnabled(entries.canKeep);
    QObject::connect(keep, &QAction::triggered, &menu, [onKeep = entries.onKeep] { onKeep(); });
    if (!entries.names.isEmpty()) {
        QMenu* removals = menu.addMenu(entries.remove);
        removals->setObjectName(QLatin1String("remove") % entries.object % QLatin1Char('s'));
        for (qsizetype at = 0; at < entries.names.size(); ++at)
            QObject::connect(removals->addAction(withoutMnemonic(entries.names.at(at))), &QAction::triggered, &menu,
                             [remove = entries.onRemove, at] { remove(at); });
    }
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()));
    menu.setActiveAction(menu.actions().constFirst());
}

} // namespace qis::ui
