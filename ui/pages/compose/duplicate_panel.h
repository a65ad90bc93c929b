#pragma once

#include "bridge/values.h"

#include <QtWidgets/QFrame>

class QPushButton;
class QTableWidget;

namespace qis::ui {

class StatusLine;

/// A draft beside an earlier outcome that may be about the same patient, field by field, and the
/// question whether it is.
class DuplicatePanel : public QFrame {
    Q_OBJECT

public:
    explicit DuplicatePanel(const Duplicate& duplicate, QWidget* parent = nullptr);

    [[nodiscard]] const Duplicate& duplicate() const { return m_duplicate; }
    /// Was it said that this is a different patient?
    [[nodiscard]] bool isSettled() const { return m_settled; }
    [[nodiscard]] QPushButton* differentButton() const { return m_different; }
    void settle();
    void setBusy(bool busy);
    void showTrouble(const QString& sentence);

Q_SIGNALS:
    void differentChosen();
    void laterChosen();
    void openRequested();
    /// It is the same patient: the draft takes the place of the earlier outcome.
    void amendChosen();

private:
    void buildTable();

    Duplicate m_duplicate;
    StatusLine* m_question;
    QTableWidget* m_table;
    StatusLine* m_answer;
    QPushButton* m_different;
    QPushButton* m_later;
    QPushButton* m_open;
    QPushButton* m_amend;
    bool m_settled = false;
};

} // namespace qis::ui
