#pragma once

#include "bridge/values.h"
#include "pages/pane.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class QGroupBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace qis::ui {

class ChecklistRow;
class EngineBridge;
class InterestCard;
class SettingsStore;
class StatusLine;

/// Where one begins: what is set up and what is not, what came in, what waits.
class HomePage : public QWidget {
    Q_OBJECT

public:
    HomePage(EngineBridge& bridge, SettingsStore& settings, QWidget* parent = nullptr);

    void reload();
    void setStatus(const Status& status);
    /// The matches of this interest, of all when it is empty, have been looked at.
    void markSeen(const QString& interest);
    [[nodiscard]] QList<Pane> panes() const;

    static constexpr int kShownInterests = 8;
    static constexpr int kShownOutbox = 3;

Q_SIGNALS:
    void composeRequested();
    void networksRequested();
    void interestsRead();
    /// Empty: the matches of all interests.
    void matchesRequested(const QString& interest);

private:
    void build();
    ChecklistRow* addRow(QVBoxLayout* column, const char* name, const QString& action, void (HomePage::*request)());
    void readInterests();
    void readOutbox();
    void showChecklist();
    void showInterests();
    void showWaiting();
    void showActivity();
    [[nodiscard]] qint64 freshOf(const Interest& interest) const;

    EngineBridge& m_bridge;
    SettingsStore& m_settings;
    Status m_status;
    QList<Interest> m_interests;
    QList<OutboxItem> m_outbox;
    bool m_interestsRead = false;

    QGroupBox* m_checklist;
    ChecklistRow* m_key = nullptr;
    ChecklistRow* m_site = nullptr;
    ChecklistRow* m_joined = nullptr;
    ChecklistRow* m_profile = nullptr;
    ChecklistRow* m_outcome = nullptr;
    QLabel* m_summary;
    QLabel* m_empty;
    QVBoxLayout* m_cards;
    QHash<QString, InterestCard*> m_cardOf;
    QPushButton* m_toMatches;
    QPushButton* m_toCompose;
    QLabel* m_waiting;
    QVBoxLayout* m_waitingMore;
    QList<QLabel*> m_waitingLines; ///< what waits, one each
    StatusLine* m_network;
    QPushButton* m_toNetworks;
    QLabel* m_activity;
};

} // namespace qis::ui
