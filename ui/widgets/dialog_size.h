#pragma once

class QDialog;

namespace qis::ui {

/// As large as its layout wants to be, wrapped texts included. Left to itself a dialog takes at most two thirds of the
/// screen and cuts what does not fit, which large letters reach on a small screen.
void fitToContent(QDialog& dialog);

} // namespace qis::ui
