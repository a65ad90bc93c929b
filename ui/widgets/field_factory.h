#pragma once

class QWidget;

namespace qis::ui {

class FieldEditor;
class TermSource;
struct Field;

/// The control that a field of a pack is typed into.
[[nodiscard]] FieldEditor* makeEditor(const Field& field, TermSource& terms, QWidget* parent);

} // namespace qis::ui
