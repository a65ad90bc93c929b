#include "pages/matches/match_triage.h"

#include "bridge/engine_bridge.h"
#include "bridge/match_model.h"
#include "bridge/match_words.h"
#include "format/sentences.h"

#include <QtGui/QAction>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

#include <utility>

namespace qis::ui {

namespace {

constexpr qsizetype kMostSteps = 100;

} // namespace

MatchTriage::MatchTriage(EngineBridge& bridge, MatchModel& model, QTableView& table, QWidget& page)
    : QObject(&page)
    , m_bridge(bridge)
    , m_model(model)
    , m_table(table)
    , m_page(page)
    //: Title of the menu of things to do with a match
    , m_menu(new QMenu(tr("Match"), &page))
    , m_button(new QPushButton(tr("&Judge…"), &page))
    , m_reasons(new QMenu(tr("Why it is not relevant"), &page)) {
    m_menu->setObjectName(QStringLiteral("matchMenu"));
    const auto marking = [this](const char* name, const QString& text, Qt::Key key, MatchState state) {
        m_marking.append(addAction(name, text, QKeySequence(key), [this, state] { mark(state); }));
    };
    marking("actionMatchFollow", tr("&Follow"), Qt::Key_F, MatchState::Following);
    marking("actionMatchConfirm", tr("&Confirmed here"), Qt::Key_C, MatchState::Confirmed);
    m_marking.append(
        addAction("actionMatchDismiss", tr("Not relevant…"), QKeySequence(Qt::Key_X), [this] { askReason(); }));
    marking("actionMatchMute", tr("&Mute"), Qt::Key_M, MatchState::Muted);
    marking("actionMatchNew", tr("Back to new"), Qt::Key_U, MatchState::New);
    m_menu->addSeparator();
    m_undo = addAction("actionMatchUndo", tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { undo(); });
    m_undo->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table.removeAction(m_undo);
    m_page.addAction(m_undo);
    m_menu->addSeparator();
    m_compare = addAction("actionMatchCompare", tr("&Side by side…"), QKeySequence(Qt::Key_S),
                          [this] { Q_EMIT compareRequested(); });
    m_history = addAction("actionMatchHistory", tr("What &became of it…"), QKeySequence(Qt::Key_H),
                          [this] { Q_EMIT historyRequested(); });
    buildReasons();
    m_table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& place) {
        if (m_table.currentIndex().isValid())
            m_menu->popup(m_table.viewport()->mapToGlobal(place));
    });
    m_button->setObjectName(QStringLiteral("judgeMatches"));
    m_button->setToolTip(tr("What you make of the selected matches: follow, confirm, put away, compare"));
    connect(m_button, &QPushButton::clicked, this, [this] {
        m_menu->popup(m_button->mapToGlobal(m_button->rect().bottomLeft()));
        m_menu->setActiveAction(m_menu->actions().constFirst());
    });
    updateActions();
    showUndo();
}

QAction* MatchTriage::addAction(const char* name, const QString& text, const QKeySequence& key,
                                std::function<void()> work) {
    auto* action = m_menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    // A letter means this only where no text can be typed.
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table.addAction(action);
    connect(action, &QAction::triggered, this, [work = std::move(work)] { work(); });
    return action;
}

void MatchTriage::buildReasons() {
    m_reasons->setObjectName(QStringLiteral("reasonMenu"));
    for (int at = 1; at < kDismissReasons; ++at) {
        const auto reason = static_cast<DismissReason>(at);
        //: An entry of a menu with its key. %1: digit, %2: why a match is not relevant
        QAction* choice = m_reasons->addAction(tr("&%1  %2").arg(at).arg(reasonWord(reason)));
        choice->setObjectName(QStringLiteral("reason_%1").arg(at));
        connect(choice, &QAction::triggered, this, [this, reason] { mark(MatchState::NotRelevant, reason); });
    }
    m_reasons->addSeparator();
    //: An entry of a menu with its key. %1: digit, %2: why a match is not relevant
    QAction* none = m_reasons->addAction(tr("&%1  %2").arg(0).arg(reasonWord(DismissReason::Unsaid)));
    none->setObjectName(QStringLiteral("reason_0"));
    connect(none, &QAction::triggered, this, [this] { mark(MatchState::NotRelevant); });
}

void MatchTriage::askReason() {
    const QModelIndex current = m_table.currentIndex();
    if (!current.isValid())
        return;
    const QRect row = m_table.visualRect(current.siblingAtColumn(MatchModel::Happened));
    m_reasons->popup(m_table.viewport()->mapToGlobal(row.bottomLeft()));
    m_reasons->setActiveAction(m_reasons->actions().constFirst());
}

int MatchTriage::selectedRows() const {
    // Whole rows are selected, so that their ranges need not be taken apart.
    int rows = 0;
    for (const QItemSelectionRange& range : m_table.selectionModel()->selection())
        rows += range.height();
    return rows;
}

void MatchTriage::updateActions() {
    const int rows = selectedRows();
    for (QAction* action : std::as_const(m_marking))
        action->setEnabled(rows > 0);
    m_button->setEnabled(rows > 0 || canUndo());
    m_compare->setEnabled(rows == 1 || rows == 2);
    m_history->setEnabled(rows == 1);
}

QList<MatchMark> MatchTriage::chosen(MatchState state, DismissReason reason) const {
    QList<MatchMark> marks;
    for (const QModelIndex& row : m_table.selectionModel()->selectedRows()) {
        const JudgedMatch* match = m_model.matchAt(row.row());
        if (match != nullptr)
            marks.append({match->profile, match->id, state, reason});
        else
            (void)row.data(); // asks for it
    }
    return marks;
}

void MatchTriage::mark(MatchState state, DismissReason reason) {
    const int rows = selectedRows();
    if (rows == 0)
        return;
    if (rows > kMostAtOnce) {
        Q_EMIT failed(tr("At most %Ln match(es) can be judged at once. Select fewer.", nullptr, kMostAtOnce));
        return;
    }
    const QList<MatchMark> marks = chosen(state, reason);
    if (marks.size() < rows) {
        Q_EMIT failed(tr("Some of the selected matches are still being read. Nothing was changed; try again."));
        return;
    }
    m_queue.append([this, marks, state] {
        begin(marks, [this, state](const QList<MatchMark>& before) {
            const QString word = stateWord(state);
            m_steps.append({before, word});
            if (m_steps.size() > kMostSteps)
                m_steps.removeFirst();
            //: What was done. %Ln: how many matches; %1: their state, such as “Following”
            Q_EMIT done(tr("%Ln match(es) marked as “%1”.", nullptr, static_cast<int>(before.size())).arg(word));
        });
    });
    next();
}

void MatchTriage::undo() {
    m_queue.append([this] { undoNow(); });
    next();
}

void MatchTriage::undoNow() {
    if (m_steps.isEmpty()) {
        m_busy = false;
        next();
        return;
    }
    const Step step = m_steps.constLast();
    begin(step.before, [this, what = step.what](const QList<MatchMark>& after) {
        m_steps.removeLast();
        //: What was taken back. %Ln: how many matches; %1: the state they had got, such as “Muted”
        Q_EMIT done(tr("“%1” taken back for %Ln match(es).", nullptr, static_cast<int>(after.size())).arg(what));
    });
}

void MatchTriage::begin(const QList<MatchMark>& marks, std::function<void(const QList<MatchMark>&)> then) {
    m_bridge.markMatches(marks, this,
                         [this, home = m_home, then = std::move(then)](const Result<QList<MatchMark>>& result) {
                             if (home != m_home)
                                 return;
                             if (result.ok()) {
                                 then(*result.value);
                                 m_model.reload();
                             } else {
                                 Q_EMIT failed(format::failureSentence(result.fault.code));
                             }
                             showUndo();
                             m_busy = false;
                             next();
                         });
}

void MatchTriage::next() {
    if (m_busy || m_queue.isEmpty())
        return;
    m_busy = true;
    const auto work = m_queue.takeFirst();
    work();
}

void MatchTriage::forget() {
    ++m_home;
    m_steps.clear();
    m_queue.clear();
    m_busy = false;
    showUndo();
}

void MatchTriage::showUndo() {
    m_undo->setEnabled(canUndo());
    //: %1: what is undone, such as “Not relevant”
    m_undo->setText(canUndo() ? tr("Undo “%1”").arg(m_steps.constLast().what) : tr("Undo judging a match"));
}

} // namespace qis::ui
