#pragma once

#include "bridge/values.h"
#include "widgets/field_editor.h"

class QCheckBox;

namespace qis::ui {

/// Any number of a few named choices. One stop for Tab; arrow keys go from choice to choice.
class ChoicesField : public FieldEditor {
    Q_OBJECT

public:
    explicit ChoicesField(const QList<Choice>& choices, QWidget* parent = nullptr);

    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant& value) override;
    void setFieldName(const QString& name) override;
    void setFieldDescription(const QString& description) override;
    [[nodiscard]] QString keysHelp() const override;
    [[nodiscard]] QWidget* focusTarget() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Tab comes back to the choice that had the focus last.
    void makeStop(const QCheckBox* stop);

    QList<Choice> m_choices;
    QList<QCheckBox*> m_boxes; ///< one a choice, in their order
};

} // namespace qis::ui
