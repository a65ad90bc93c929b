#pragma once

class QComboBox;
class QString;

namespace qis::ui {

/// Names a list of choices for assistive technology. Where that knows a list by its chosen text alone and asks for
/// the label beside it, the accessible name is not enough; a visible label elsewhere is not found.
void setSpokenName(QComboBox& box, const QString& name);

} // namespace qis::ui
