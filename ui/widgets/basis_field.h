#pragma once

#include "bridge/values.h"
#include "widgets/field_editor.h"

class QComboBox;
class QStackedWidget;

namespace qis::ui {

class UnitField;

/// What the outcome rests on: one case, counts, an effect, a 2 by 2 table, observed and expected.
class BasisField : public FieldEditor {
    Q_OBJECT

public:
    explicit BasisField(const QStringList& kinds, QWidget* parent = nullptr);

    [[nodiscard]] BasisValues basis() const;
    void setBasis(const std::optional<BasisValues>& basis);
    /// Is there anything to choose or to type?
    [[nodiscard]] static bool isNeeded(const QStringList& kinds);

    /// The kind; the numbers are in basis().
    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant& value) override;
    [[nodiscard]] QString unreadable() const override;
    [[nodiscard]] QMap<QString, QString> typedText() const override;
    void setTypedText(const QMap<QString, QString>& parts) override;
    void setFieldName(const QString& name) override;
    [[nodiscard]] QList<QWidget*> tabStops() const override;

private:
    [[nodiscard]] QWidget* makePage(const QString& kind);
    UnitField* addNumber(const QString& kind, const QString& key, const QString& name, bool whole, double minimum);
    [[nodiscard]] QString kind() const;
    void sizeToPage();

    QComboBox* m_kinds;
    QStackedWidget* m_pages;
    QMap<QString, QMap<QString, UnitField*>> m_numbers; ///< by kind and key
    QList<UnitField*> m_inOrder;
};

} // namespace qis::ui
