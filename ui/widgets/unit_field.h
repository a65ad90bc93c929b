#pragma once

#include "widgets/field_editor.h"

#include <optional>

class QLabel;
class QLineEdit;

namespace qis::ui {

class LineGuard;

/// A number, with its unit beside it. Empty is a state of its own, not zero.
class UnitField : public FieldEditor {
    Q_OBJECT

public:
    struct Limits {
        double minimum = 0;
        double maximum = 0; ///< none when not above minimum
        int decimals = 0;
        bool whole = false;
    };

    UnitField(const Limits& limits, const QString& unit, QWidget* parent = nullptr);

    /// qlonglong when whole, otherwise double.
    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant& value) override;
    [[nodiscard]] QString unreadable() const override;
    [[nodiscard]] QMap<QString, QString> typedText() const override;
    void setTypedText(const QMap<QString, QString>& parts) override;
    void setFieldName(const QString& name) override;

    [[nodiscard]] QLineEdit* lineEdit() const { return m_edit; }

private:
    /// The text without the unit of the field, which may be typed too.
    [[nodiscard]] QString digits() const;
    [[nodiscard]] std::optional<double> read() const;
    [[nodiscard]] bool fits(double number) const;
    [[nodiscard]] bool isLimited() const { return m_limits.maximum > m_limits.minimum; }
    [[nodiscard]] QString written(double number) const;

    Limits m_limits;
    QLineEdit* m_edit;
    LineGuard* m_guard;
    QLabel* m_unit;
};

} // namespace qis::ui
