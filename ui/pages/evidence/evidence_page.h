#pragma once

#include "bridge/values.h"
#include "pages/pane.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QScrollArea;
class QStackedWidget;

namespace qis::ui {

class DistributionView;
class EmptyState;
class EngineBridge;
class NoticeBar;
class PlotTable;
class PlotView;
class StatusLine;

/// What happened to patients like this: what the matched outcomes of one interest say together to one
/// question of its pack. Only interests that match on the condition alone give a share.
class EvidencePage : public QWidget {
    Q_OBJECT

public:
    explicit EvidencePage(EngineBridge& bridge, QWidget* parent = nullptr);
    ~EvidencePage() override;

    [[nodiscard]] QList<Pane> panes() const;
    [[nodiscard]] PlotView& forest() const { return *m_forest; }
    [[nodiscard]] PlotView& curve() const { return *m_curve; }
    [[nodiscard]] DistributionView& distribution() const { return *m_distribution; }
    [[nodiscard]] const Evidence& evidence() const { return m_evidence; }
    /// Is there an answer to show, rather than a reason why not?
    [[nodiscard]] bool isFilled() const;

    /// Reads everything again; while hidden, as soon as it is shown.
    void reload();
    void chooseProfile(const QString& name);
    void chooseQuestion(const QString& id);
    void setStatus(const Status& status);

Q_SIGNALS:
    void composeRequested();
    /// Evidence, or the reason why there is none, is on the screen.
    void shown();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildContent();
    void readPacks();
    void readProfiles();
    void showProfiles();
    void showQuestions();
    void gather();
    void showEvidence();
    void showState();
    void showReason();
    void keepInSight(QWidget* focus);
    [[nodiscard]] const Interest* chosenProfile() const;
    [[nodiscard]] bool hasAnswer() const;

    EngineBridge& m_bridge;
    QComboBox* m_profileBox;
    QComboBox* m_questionBox;
    QLabel* m_condition; ///< what the interest asks for
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QScrollArea* m_scroll;
    QLabel* m_headline;
    QLabel* m_footing;
    NoticeBar* m_retractions;
    StatusLine* m_offline;
    QWidget* m_totalsBox;
    PlotTable* m_totals;
    QBoxLayout* m_plots = nullptr;
    PlotView* m_forest;
    PlotView* m_curve;
    DistributionView* m_distribution;
    PlotTable* m_sites;
    QLabel* m_caveat;

    QList<Pack> m_packs;
    QList<Interest> m_profiles;
    QMap<QString, QString> m_questions; ///< chosen last, by pack
    QString m_wanted;                   ///< profile to choose as soon as it is listed
    Evidence m_evidence;
    std::optional<Fault> m_fault;
    bool m_profilesRead = false;
    bool m_gathered = false;
    bool m_stale = true;    ///< to be read when it is shown
    bool m_reading = false; ///< profiles are under way
    bool m_again = false;   ///< woken while they were
    quint64 m_asked = 0;    ///< names the present question; answers to others are dropped
    qint64 m_connectedPeers = 0;
};

} // namespace qis::ui
