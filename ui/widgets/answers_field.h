#pragma once

#include "bridge/values.h"
#include "widgets/field_editor.h"

class QLabel;
class QPushButton;

namespace qis::ui {

/// The questions of a scale: what their answers come to, and a button that opens them.
class AnswersField : public FieldEditor {
    Q_OBJECT

public:
    explicit AnswersField(const Field& field, QWidget* parent = nullptr);

    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant& value) override;
    void setFieldName(const QString& name) override;
    /// Opens the questions. Every answer is the field's at once.
    void ask();

private:
    void show();

    Field m_field;
    QString m_answers; ///< empty, or a character for each question
    QString m_name;
    QLabel* m_sum;
    QPushButton* m_button;
};

} // namespace qis::ui
