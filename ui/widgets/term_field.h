#pragma once

#include "bridge/values.h"
#include "widgets/field_editor.h"

class QCompleter;
class QLineEdit;
class QModelIndex;
class QStandardItemModel;

namespace qis::ui {

class TermSource;

/// One term of a code system, found by typing. The list comes when it comes; typing never waits.
class TermField : public FieldEditor {
    Q_OBJECT

public:
    TermField(TermSource& source, const QString& system, QWidget* parent = nullptr);

    [[nodiscard]] QVariant value() const override;
    void setValue(const QVariant& value) override;
    [[nodiscard]] QString unreadable() const override;
    [[nodiscard]] QMap<QString, QString> typedText() const override;
    void setTypedText(const QMap<QString, QString>& parts) override;
    void setFieldName(const QString& name) override;

    [[nodiscard]] const std::optional<Term>& term() const { return m_term; }
    [[nodiscard]] QLineEdit* lineEdit() const { return m_edit; }
    [[nodiscard]] QCompleter* completer() const { return m_completer; }
    /// Empties the field without saying so.
    void reset();

Q_SIGNALS:
    void chosen(const qis::ui::Term& term);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void typed(const QString& text);
    void search();
    void show(const QString& words, const QList<Term>& terms);
    void choose(Term term);
    void chooseIndex(const QModelIndex& index);
    void settle();

    TermSource& m_source;
    QString m_system;
    QLineEdit* m_edit;
    QStandardItemModel* m_list;
    QCompleter* m_completer;
    std::optional<Term> m_term;
    QList<Term> m_found;
    QString m_foundFor;   ///< the words that m_found answers
    QString m_searching;  ///< the words under way; null when none are
    quint64 m_serial = 0; ///< names the present value, so that a late name is dropped
};

} // namespace qis::ui
