#pragma once

#include "widgets/field_editor.h"

#include <optional>

class QLabel;
class QSlider;

namespace qis::ui {

class UnitField;

/// How sure the author is: a per cent, as a number, a slider and a word. Not given until touched.
class ConfidenceField : public FieldEditor {
    Q_OBJECT

public:
    explicit ConfidenceField(QWidget* parent = nullptr);

    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant& value) override;
    [[nodiscard]] QString unreadable() const override;
    [[nodiscard]] QMap<QString, QString> typedText() const override;
    void setTypedText(const QMap<QString, QString>& parts) override;
    void setFieldName(const QString& name) override;
    [[nodiscard]] QList<QWidget*> tabStops() const override;
    [[nodiscard]] std::optional<int> confidence() const;

private:
    void showWord();

    UnitField* m_number;
    QSlider* m_slider;
    QLabel* m_word;
};

} // namespace qis::ui
