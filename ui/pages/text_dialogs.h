#pragma once

#include "bridge/values.h"

class QDialog;
class QWidget;

/// Dialogs that only say something. Each opens without blocking and deletes itself when closed.
namespace qis::ui {

/// What this program is, what it is not, and the packs with their licences.
QDialog* openAboutDialog(const QList<Pack>& packs, QWidget* parent);

} // namespace qis::ui
