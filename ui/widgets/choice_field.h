#pragma once

#include "bridge/values.h"
#include "widgets/field_editor.h"

class QComboBox;

namespace qis::ui {

/// One of a few named choices, or not recorded. Also yes, no or not recorded.
class ChoiceField : public FieldEditor {
    Q_OBJECT

public:
    ChoiceField(const QList<Choice>& choices, bool required, QWidget* parent = nullptr);
    /// For a field of kind Yes.
    ChoiceField(bool required, QWidget* parent);

    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant& value) override;
    void setFieldName(const QString& name) override;

    [[nodiscard]] QComboBox* comboBox() const { return m_box; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void prepare(bool required);

    QComboBox* m_box;
};

} // namespace qis::ui
