#pragma once

#include "bridge/values.h"
#include "widgets/field_editor.h"

namespace qis::ui {

class FlowLayout;
class TermField;
class TermSource;

/// Several terms: those chosen as buttons that remove themselves, and a field to add one more.
class TermsField : public FieldEditor {
    Q_OBJECT

public:
    TermsField(TermSource& source, const QString& system, int maxItems, QWidget* parent = nullptr);

    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant& value) override;
    [[nodiscard]] QString unreadable() const override;
    [[nodiscard]] QMap<QString, QString> typedText() const override;
    void setTypedText(const QMap<QString, QString>& parts) override;
    void setFieldName(const QString& name) override;
    void setTitle(const QString& title) override;
    [[nodiscard]] QList<QWidget*> tabStops() const override;
    [[nodiscard]] QWidget* focusTarget() const override;

    [[nodiscard]] QString keysHelp() const override;
    [[nodiscard]] TermField* adder() const { return m_adder; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add(const Term& term);
    void broaden(const QString& id);
    void remove(const QString& id);
    void rebuild();

    TermSource& m_source;
    QString m_system;
    int m_maxItems;
    QList<Term> m_terms;
    QWidget* m_chips;
    FlowLayout* m_flow;
    TermField* m_adder;
};

} // namespace qis::ui
