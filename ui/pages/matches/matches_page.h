#pragma once

#include "bridge/values.h"
#include "pages/pane.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QSortFilterProxyModel;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace qis::ui {

class EmptyState;
class EngineBridge;
class ExplanationPanel;
class MatchModel;

/// What others observed that fits what this home asks for, and why it fits.
class MatchesPage : public QWidget {
    Q_OBJECT

public:
    explicit MatchesPage(EngineBridge& bridge, QWidget* parent = nullptr);

    [[nodiscard]] MatchModel& model() { return *m_model; }
    [[nodiscard]] ExplanationPanel& explanation() { return *m_explanation; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] QList<Pane> panes() const;

    void reload();
    void chooseProfile(const QString& name);
    void setStatus(const Status& status);
    /// Selects the best match, if there is any.
    void selectFirst();

Q_SIGNALS:
    void composeRequested();

private:
    void readProfiles();
    void showProfiles(const QList<Interest>& profiles);
    void showState();
    void explainCurrent();

    EngineBridge& m_bridge;
    MatchModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QComboBox* m_profileBox;
    QLabel* m_profileText;
    QLabel* m_count;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_splitter;
    QTableView* m_table;
    ExplanationPanel* m_explanation;
    QList<Interest> m_profiles;
    bool m_profilesRead = false;
    QString m_wanted; ///< profile to choose as soon as it is listed
    qint64 m_connectedPeers = 0;
};

} // namespace qis::ui
