#pragma once

#include "bridge/values.h"
#include "widgets/field_editor.h"

class QLabel;
class QPushButton;

namespace qis::ui {

class UnitField;

/// A number that is the sum of a scale: to be typed, or to be had from answering the questions. The answers stay with
/// the draft; only the number is the field's value.
class ScaleField : public FieldEditor {
    Q_OBJECT

public:
    explicit ScaleField(const Field& field, QWidget* parent = nullptr);

    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant& value) override;
    [[nodiscard]] QString unreadable() const override;
    [[nodiscard]] QMap<QString, QString> typedText() const override;
    void setTypedText(const QMap<QString, QString>& parts) override;
    void setFieldName(const QString& name) override;

private:
    void ask();
    void dropStaleAnswers();
    void show();

    Field m_field;
    UnitField* m_number;
    QPushButton* m_button;
    QLabel* m_meaning;
    QString m_answers; ///< empty, or a character for each question
    QString m_name;
};

} // namespace qis::ui
