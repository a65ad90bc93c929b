#pragma once

#include <QtWidgets/QScrollArea>

class QVBoxLayout;

namespace qis::ui {

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
    /// Tab goes through the rows in the order they are read; gives the last one.
    QWidget* orderTabsAfter(QWidget* before);
    /// Moves to the field of a problem; false when the form has no such field.
    bool focusField(const QString& problemPath);
    [[nodiscard]] QString labelOf(const QString& problemPath) const;
    [[nodiscard]] const QList<FieldRow*>& rows() const { return m_rows; }

private:
    void rebuild();
    void readBack();
    void showProblems();
    void addRow(FormGrid* grid, FieldRow* row, bool wide);
    void addObservation(QVBoxLayout* layout);
    [[nodiscard]] FormGrid* addSection(QVBoxLayout* layout, const QString& id, const QString& title);
    [[nodiscard]] FieldRow* rowOf(const QString& problemPath) const;
    void store(const FieldRow& row);

    FormModel& m_model;
    TermSource& m_terms;
    QList<FieldRow*> m_rows;
    bool m_readingBack = false;
};

} // namespace qis::ui
