#pragma once

#include "bridge/match_values.h"

#include <QtWidgets/QDialog>

class QLabel;
class QTableView;

namespace qis::ui {

class EngineBridge;
class ExplanationModel;
class StatusLine;

/// Two outcomes side by side, or a match beside what asked for it: how each thing compares, why, and
/// what only one of them has. Opens without blocking and deletes itself when closed.
class CompareDialog : public QDialog {
    Q_OBJECT

public:
    /// A match and what asked for it, which is `asked` in words.
    CompareDialog(EngineBridge& bridge, const Match& match, const QString& asked, QWidget* parent);
    /// Two matches.
    CompareDialog(EngineBridge& bridge, const Match& one, const Match& other, QWidget* parent);

    [[nodiscard]] const ExplanationModel& model() const { return *m_model; }

Q_SIGNALS:
    /// The answer is there, or why there is none.
    void shown();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    CompareDialog(QString one, QString other, QWidget* parent);
    void build();
    void take(const Result<Explanation>& result);
    void fitRows();

    QString m_one; ///< names of the two
    QString m_other;
    ExplanationModel* m_model;
    QLabel* m_head;
    QLabel* m_oneSentence;
    QLabel* m_otherSentence;
    StatusLine* m_caution;
    QTableView* m_table;
    QLabel* m_sum;
    QLabel* m_onlyOne;
    QLabel* m_onlyOther;
    QLabel* m_note;
};

} // namespace qis::ui
