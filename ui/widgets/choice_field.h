#pragma once

#include "bridge/values.h"
#include "widgets/field_editor.h"

class QComboBox;
class QKeyEvent;

namespace qis::ui {

/// One of a few named choices, or not recorded. Also yes, no or not recorded. Where choices stand for bands of numbers,
/// typing a number chooses the band that holds it; the number itself is not kept.
class ChoiceField : public FieldEditor {
    Q_OBJECT

public:
    ChoiceField(const QList<Choice>& choices, bool required, QWidget* parent = nullptr);
    /// For a field of kind Yes.
    ChoiceField(bool required, QWidget* parent);

    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant& value) override;
    void setFieldName(const QString& name) override;
    [[nodiscard]] QString keysHelp() const override;

    [[nodiscard]] QComboBox* comboBox() const { return m_box; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void prepare(bool required);
    /// True when the key was a digit of a number, or took one back.
    bool typeNumber(const QKeyEvent& key);
    [[nodiscard]] int placeOf(double number) const;

    void addAbout(const QList<Choice>& choices);

    QComboBox* m_box;
    QList<Choice> m_bands; ///< the choices, if some of them stand for numbers
    QString m_typed;       ///< the digits typed since the field was entered
};

} // namespace qis::ui
