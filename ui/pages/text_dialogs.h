#pragma once

#include "bridge/values.h"

class QAction;
class QDialog;
class QWidget;

/// Dialogs that only say something. Each opens without blocking and deletes itself when closed.
namespace qis::ui {

/// What this program is, what it is not, and the packs with their licences.
QDialog* openAboutDialog(const QList<Pack>& packs, QWidget* parent);
/// Every action with its keys.
QDialog* openKeysDialog(const QList<QAction*>& actions, QWidget* parent);

} // namespace qis::ui
