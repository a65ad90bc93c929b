#include "widgets/undo_bar.h"

#include "format/sentences.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimer>
#include <QtWidgets/QPushButton>

#include <limits>
#include <utility>

namespace qis::ui {

namespace {

constexpr int kSecond = 1000;

} // namespace

UndoBar::UndoBar(const Emission& emission, const DraftValues& draft, QWidget* parent)
    : NoticeBar(parent)
    , m_emission(emission)
    , m_draft(draft)
    , m_second(new QTimer(this)) {
    setObjectName(QStringLiteral("undoBar"));
    actionButton()->setObjectName(QStringLiteral("undoButton"));
    m_second->setInterval(kSecond);
    connect(m_second, &QTimer::timeout, this, &UndoBar::tick);
    connect(this, &NoticeBar::actionRequested, this, [this] {
        if (m_held)
            Q_EMIT undoRequested();
        else if (m_alike > 0)
            Q_EMIT alikeRequested();
    });
    if (emission.state == QLatin1String("held")) {
        m_held = true;
        setAction(tr("Undo"));
        actionButton()->setAccessibleName(tr("Undo signing"));
        setDismissable(false);
        m_second->start();
        tick();
    } else if (emission.state == QLatin1String("sent")) {
        showSent();
    } else {
        showWaiting(QStringLiteral("no-peers"));
    }
}

void UndoBar::tick() {
    const qint64 left = m_emission.leavesAt - QDateTime::currentMSecsSinceEpoch();
    if (left <= 0) {
        endWindow();
        Q_EMIT windowClosed();
        return;
    }
    const int seconds = static_cast<int>((left + kSecond - 1) / kSecond);
    say(theme::Glyph::Clock, tr("Signed. It leaves in %Ln second(s).", nullptr, seconds));
}

void UndoBar::say(theme::Glyph glyph, const QString& sentence) {
    m_glyph = glyph;
    m_sentence = sentence;
    if (m_held || m_alike == 0) {
        setMessage(glyph, sentence);
        return;
    }
    const int alike = static_cast<int>(qMin<qint64>(m_alike, std::numeric_limits<int>::max()));
    //: %1: what became of an outcome just signed, as a sentence
    setMessage(glyph, tr("%1 Others have sent %Ln outcome(s) like it.", nullptr, alike).arg(sentence));
    setAction(tr("Show them"));
    actionButton()->setAccessibleName(tr("Show what is like it"));
}

void UndoBar::showAlike(qint64 alike) {
    m_alike = alike;
    if (!m_held)
        say(m_glyph, m_sentence);
}

void UndoBar::endWindow() {
    m_second->stop();
    if (std::exchange(m_held, false))
        setAction({});
    setDismissable(true);
    say(theme::Glyph::Clock, tr("Signed. It is on its way."));
}

void UndoBar::setBusy(bool busy) {
    actionButton()->setEnabled(!busy);
}

void UndoBar::showWaiting(const QString& reason) {
    endWindow();
    //: %1: why it waits, a whole sentence
    say(theme::Glyph::Clock, tr("Signed and kept. %1").arg(format::waitingReason(reason)));
}

void UndoBar::showSent() {
    endWindow();
    say(theme::Glyph::Good, tr("Signed and sent."));
}

void UndoBar::showTrouble(const QString& sentence) {
    setBusy(false);
    setMessage(theme::Glyph::Problem, sentence);
    setDismissable(true);
}

} // namespace qis::ui
