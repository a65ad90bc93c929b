#pragma once

#include "bridge/result.h"
#include "bridge/values.h"
#include "pages/pane.h"
#include "theme/glyph.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace qis::ui {

class FactList;
class PeerModel;
class LineGuard;
class PlainTable;
class StatusLine;
class TallyModel;

/// The nodes this home exchanges with: how it stands, why, and what to do about it.
class NetworksPage : public QWidget {
    Q_OBJECT

public:
    explicit NetworksPage(QWidget* parent = nullptr);

    void setStatus(const Status& status);
    /// What became of what was asked for last.
    void showJoined(const Result<Done>& result);
    [[nodiscard]] QList<Pane> panes() const;

Q_SIGNALS:
    void joinRequested(const QString& endpoint);

private:
    [[nodiscard]] QWidget* buildJoining();
    void join();
    [[nodiscard]] QWidget* buildFacts();
    void showWord(const Status& status);
    void showWarnings(const Status& status);
    void showJoining(const Status& status);
    void showFacts(const Status& status);
    void showTallies(const Status& status);

    PeerModel* m_peerModel;
    TallyModel* m_refusalModel;
    TallyModel* m_trafficModel;
    theme::GlyphView* m_glyph;
    QLabel* m_word;
    QLabel* m_why;
    QLabel* m_advice;
    StatusLine* m_clock;
    StatusLine* m_quarantine;
    PlainTable* m_peers;
    QLabel* m_noPeers;
    QLineEdit* m_endpoint;
    QPushButton* m_copy;
    QLabel* m_copied;
    QLabel* m_how;
    QLineEdit* m_other; ///< address of a site to join
    LineGuard* m_guard;
    QPushButton* m_join;
    StatusLine* m_joined;
    FactList* m_facts;
    PlainTable* m_refusals;
    QLabel* m_noRefusals;
    PlainTable* m_traffic;
};

} // namespace qis::ui
