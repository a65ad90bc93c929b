#pragma once

#include <QtWidgets/QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace qis::ui {

struct Field;
class FieldRow;
class FormGrid;
class FormModel;
class TermSource;

/// The form of a pack: one group for each section, then what the outcome rests on, how sure the
/// author is, and the note.
class ComposeForm : public QScrollArea {
    Q_OBJECT

public:
    ComposeForm(FormModel& model, TermSource& terms, QWidget* parent = nullptr);

    /// Reports what is still being typed, so that nothing unfinished is overlooked.
    void commit();
    /// Shows missing fields too, whether visited or not.
    void showEverything();
    void focusFirst();
    /// Opens all terms for the field that has the focus, or for the first that takes one; false when none does.
    bool browseTerms();
    /// Tab goes through the rows in the order they are read; gives the last one.
    QWidget* orderTabsAfter(QWidget* before);
    /// Moves to the field of a problem; false when the form has no such field. To go on with what
    /// stands there, give a reason that does not select it.
    bool focusField(const QString& problemPath, Qt::FocusReason reason = Qt::ShortcutFocusReason);
    [[nodiscard]] QString labelOf(const QString& problemPath) const;
    [[nodiscard]] const QList<FieldRow*>& rows() const { return m_rows; }
    /// What the form is about: the terms that come first.
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    /// The reader went on to another field.
    void fieldLeft();
    /// title() lacked a name that has come since.
    void titleKnown();
    /// Something was done by a key that is not seen where the cursor is.
    void said(const QString& text);

private:
    void rebuild();
    void readBack();
    void showProblems();
    void addFieldRow(FormGrid* grid, const Field& field);
    void addRow(FormGrid* grid, FieldRow* row, bool wide);
    void addObservation(QVBoxLayout* layout);
    void addOwnRecord(QVBoxLayout* layout);
    [[nodiscard]] FormGrid* addSection(QVBoxLayout* layout, const QString& id, const QString& title);
    [[nodiscard]] FieldRow* rowOf(const QString& problemPath) const;
    void store(const FieldRow& row);
    void addSwap(FormGrid* grid, const Field& after);
    void toggleObserved();

    FormModel& m_model;
    TermSource& m_terms;
    QList<FieldRow*> m_rows;
    QPushButton* m_swap = nullptr;
    mutable bool m_titleLacks = false;
    bool m_readingBack = false;
};

} // namespace qis::ui
