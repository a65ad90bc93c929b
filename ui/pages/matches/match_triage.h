#pragma once

#include "bridge/match_values.h"

#include <QtCore/QObject>

#include <functional>

class QAction;
class QKeySequence;
class QMenu;
class QPushButton;
class QTableView;

namespace qis::ui {

class EngineBridge;
class MatchModel;

/// Judging matches by single keys while the table has the focus, one or many at once, and taking it
/// back step by step. One act is done after the other, so that undo always means the last one.
class MatchTriage : public QObject {
    Q_OBJECT

public:
    MatchTriage(EngineBridge& bridge, MatchModel& model, QTableView& table, QWidget& page);

    [[nodiscard]] QMenu* menu() const { return m_menu; }
    /// Opens the menu without a right click.
    [[nodiscard]] QPushButton* button() const { return m_button; }
    [[nodiscard]] QAction* undoAction() const { return m_undo; }
    [[nodiscard]] bool canUndo() const { return !m_steps.isEmpty(); }
    void mark(MatchState state, DismissReason reason = DismissReason::Unsaid);
    void undo();
    /// Another home: what was done in the last one cannot be taken back here.
    void forget();
    /// Another selection, or none.
    void updateActions();

    static constexpr int kMostAtOnce = 500;

Q_SIGNALS:
    /// A sentence about what was done.
    void done(const QString& sentence);
    void failed(const QString& sentence);
    void compareRequested();
    void historyRequested();

private:
    struct Step {
        QList<MatchMark> before;
        QString what; ///< "Following"
    };

    QAction* addAction(const char* name, const QString& text, const QKeySequence& key, std::function<void()> work);
    [[nodiscard]] int selectedRows() const;
    void buildReasons();
    void askReason();
    [[nodiscard]] QList<MatchMark> chosen(MatchState state, DismissReason reason) const;
    void begin(const QList<MatchMark>& marks, std::function<void(const QList<MatchMark>&)> then);
    void next();
    void undoNow();
    void showUndo();

    EngineBridge& m_bridge;
    MatchModel& m_model;
    QTableView& m_table;
    QWidget& m_page;
    QMenu* m_menu;
    QPushButton* m_button;
    QMenu* m_reasons;
    QList<QAction*> m_marking;
    QAction* m_compare = nullptr;
    QAction* m_history = nullptr;
    QAction* m_undo = nullptr;
    QList<Step> m_steps;
    QList<std::function<void()>> m_queue;
    bool m_busy = false;
    quint64 m_home = 0; ///< names the open home; late answers of others are dropped
};

} // namespace qis::ui
