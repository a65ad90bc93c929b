#pragma once

#include "bridge/values.h"
#include "widgets/field_editor.h"

class QAction;
class QCompleter;
class QLineEdit;
class QModelIndex;
class QStandardItemModel;

namespace qis::ui {

class LineGuard;
class TermSource;

/// One term of a code system, found by typing. The list comes when it comes; typing never waits.
/// Down shows the terms used last, F2 the whole tree, Alt+Up takes the term above.
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
    void setTitle(const QString& title) override { m_title = title; }
    [[nodiscard]] QString keysHelp() const override;

    [[nodiscard]] const std::optional<Term>& term() const { return m_term; }
    [[nodiscard]] QLineEdit* lineEdit() const { return m_edit; }
    [[nodiscard]] QCompleter* completer() const { return m_completer; }
    /// Empties the field without saying so.
    void reset();
    /// Is the name of the term known, or only its id?
    [[nodiscard]] bool isNamed() const { return !m_term || m_named; }
    /// Takes the term above the one chosen, or above the current row of the list.
    void broaden();
    /// Lists the terms used last.
    void showRecent();
    /// Opens all terms as a tree; the one chosen there becomes the field's.
    void browse();

Q_SIGNALS:
    void chosen(const qis::ui::Term& term);
    /// The name of a term that was set by its id has come.
    void named();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void typed(const QString& text);
    void search();
    void show(const QString& words, const QList<Term>& terms);
    void list(const QList<Term>& terms);
    void showBroader();
    void choose(Term term);
    void takeAndGoOn(const Term& term);
    void chooseIndex(const QModelIndex& index);
    void settle();

    TermSource& m_source;
    QString m_system;
    QString m_title; ///< for the window of all terms
    QLineEdit* m_edit;
    LineGuard* m_guard;
    QAction* m_browse;
    QAction* m_broader;
    QStandardItemModel* m_list;
    QCompleter* m_completer;
    std::optional<Term> m_term;
    QList<Term> m_found;
    QString m_foundFor;       ///< the words that m_found answers
    bool m_takeFound = false; ///< the first that the words as they stand now find is to be taken
    QString m_searching;      ///< the words under way; null when none are
    bool m_named = false;
    quint64 m_serial = 0; ///< names the present value, so that a late name is dropped
};

} // namespace qis::ui
