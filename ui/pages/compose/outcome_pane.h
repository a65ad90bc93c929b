#pragma once

#include "bridge/outcome_model.h"
#include "pages/pane.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace qis::ui {

class EmptyState;
class OutcomeFilter;
class StatusLine;

/// Beside the form: what this home has written, with the state of each, and what can be done with the
/// one that is selected.
class OutcomePane : public QWidget {
    Q_OBJECT

public:
    /// `found` is shown instead of `model` while there is something to find.
    OutcomePane(OutcomeModel& model, OutcomeModel& found, QWidget* parent = nullptr);

    [[nodiscard]] Pane pane();
    /// What is selected; null when nothing is.
    [[nodiscard]] const OutcomeModel::Entry* current() const;
    void select(const QString& key);
    /// "draft", "held", "waiting", "sent", "amended", "retracted", "hidden"; empty for all that are not hidden.
    void setFilter(const QString& state);
    void setStatus(const Status& status);
    /// Shows all of the list again.
    void endSearch();

Q_SIGNALS:
    void openRequested(const qis::ui::SavedDraft& draft);
    void removeRequested(const qis::ui::SavedDraft& draft);
    void undoRequested(const qis::ui::OwnOutcome& outcome);
    void sameAgainRequested();
    void amendRequested(const qis::ui::OwnOutcome& outcome);
    void retractRequested(const qis::ui::OwnOutcome& outcome);
    void historyRequested(const qis::ui::OwnOutcome& outcome);
    void hideRequested(const qis::ui::OwnOutcome& outcome, bool hidden);
    void recordRequested(const qis::ui::OwnOutcome& outcome);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildFilter();
    void buildSearch();
    void search();
    void showEmpty();
    [[nodiscard]] const OutcomeModel& shown() const;
    [[nodiscard]] QWidget* buildDetail();
    void showState();
    void showCurrent();
    void activate();
    void removeCurrent();

    OutcomeModel& m_model;
    OutcomeModel& m_found;
    OutcomeFilter* m_filtered;
    QComboBox* m_filter;
    QLineEdit* m_search;
    QTimer* m_searchPause;
    StatusLine* m_waiting;
    QStackedWidget* m_stack;
    QListView* m_list;
    EmptyState* m_empty;
    QWidget* m_detail = nullptr;
    QLabel* m_sentence;
    StatusLine* m_state;
    QLabel* m_more;
    QLabel* m_record;
    QPushButton* m_open;
    QPushButton* m_undo;
    QPushButton* m_same;
    QPushButton* m_amend;
    QPushButton* m_retract;
    QPushButton* m_history;
    QPushButton* m_show;
    QPushButton* m_recordButton;
    QPushButton* m_remove;
    QString m_key; ///< selected; it stays so while the list changes
    qint64 m_connectedPeers = 0;
    qint64 m_ownRecords = 0;
};

} // namespace qis::ui
