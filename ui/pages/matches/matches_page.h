#pragma once

#include "bridge/values.h"
#include "pages/pane.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QJsonObject;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace qis::ui {

class EmptyState;
class EngineBridge;
class ExplanationPanel;
class MatchColumns;
class MatchFilters;
class MatchModel;
class MatchTriage;
class MatchViews;
class NoticeBar;

/// What others observed that fits what this home asks for, why it fits, and what was made of it.
class MatchesPage : public QWidget {
    Q_OBJECT

public:
    explicit MatchesPage(EngineBridge& bridge, QWidget* parent = nullptr);

    [[nodiscard]] MatchModel& model() { return *m_model; }
    [[nodiscard]] ExplanationPanel& explanation() { return *m_explanation; }
    [[nodiscard]] MatchTriage& triage() { return *m_triage; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] QList<Pane> panes() const;

    void reload();
    void chooseProfile(const QString& name);
    void setStatus(const Status& status);
    /// Selects the best match, if there is any.
    void selectFirst();
    /// Opens the one selected match beside what asked for it, or two beside each other.
    void compare();
    /// What became of the current match.
    void showHistory();

    /// Filters, order and columns, to be kept until the next time.
    [[nodiscard]] QByteArray saveView() const;
    void restoreView(const QByteArray& state);
    [[nodiscard]] MatchViews& views() { return *m_views; }

Q_SIGNALS:
    void composeRequested();
    /// What is compared, for outcomes of this pack.
    void definitionRequested(const QString& pack);

private:
    [[nodiscard]] QJsonObject view() const;
    void setView(const QJsonObject& view);
    void buildTable();
    void buildLayout();
    void connectParts();
    void readProfiles();
    void showProfiles(const QList<Interest>& profiles);
    void listProfiles();
    void showState();
    void showEmpty();
    void showRefreshed();
    void makeCurrent(int row);
    void followCurrent();
    void explainCurrent();
    void actOnEmpty();

    EngineBridge& m_bridge;
    MatchModel* m_model;
    QComboBox* m_profileBox;
    QLabel* m_profileText;
    QLabel* m_count;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QWidget* m_filled;
    MatchFilters* m_filters;
    QStackedWidget* m_list;
    EmptyState* m_hidden;
    NoticeBar* m_notice;
    QSplitter* m_splitter;
    QTableView* m_table;
    ExplanationPanel* m_explanation;
    MatchColumns* m_columns;
    MatchTriage* m_triage;
    MatchViews* m_views;
    QList<Interest> m_profiles;
    bool m_profilesRead = false;
    QString m_wanted; ///< profile to choose as soon as it is listed
    qint64 m_connectedPeers = 0;
    QString m_explained; ///< of the row that the panel explains
    int m_currentRow = -1;
    bool m_undoesView = false; ///< what the notice offers to undo is the removal of a view
    bool m_toCurrent = false;  ///< sorted or filtered anew: the current row is to be seen
};

} // namespace qis::ui
