#include "pages/matches/rank_line.h"

#include "bridge/engine_bridge.h"
#include "widgets/plain_label.h"

#include <QtCore/QLocale>
#include <QtCore/QTimer>

namespace qis::ui {

RankLine::RankLine(EngineBridge& bridge, QWidget* parent)
    : QLabel(parent)
    , m_bridge(bridge)
    , m_pause(new QTimer(this)) {
    constexpr int kStaysMillis = 400;
    setObjectName(QStringLiteral("explainUnusual"));
    makePlain(*this);
    setToolTip(tr("Up to 1,000 outcomes of the same kind that are held here are scored in the same way, taken "
                  "evenly over the order in which they came. A score that many reach says little."));
    m_pause->setSingleShot(true);
    m_pause->setInterval(kStaysMillis);
    connect(m_pause, &QTimer::timeout, this, &RankLine::count);
    hide();
}

void RankLine::ask(const QString& id, const QString& profile) {
    m_id = id;
    m_profile = profile;
    // The line keeps its place, so that nothing moves while one walks down the list.
    setText(QString(QChar::Nbsp));
    m_pause->start();
}

void RankLine::clear() {
    m_pause->stop();
    m_id.clear();
    hide();
}

void RankLine::count() {
    m_bridge.rankMatch(m_id, m_profile, this, [this, id = m_id, profile = m_profile](const Result<MatchRank>& result) {
        if (id != m_id || profile != m_profile)
            return;
        // What cannot be counted (the match has just gone) is left out; the explanation says what became of it.
        setText(result.ok() ? inWords(*result.value) : QString());
        setVisible(!text().isEmpty());
    });
}

QString RankLine::inWords(const MatchRank& rank) {
    // Of a handful nothing can be said.
    constexpr qint64 kFewest = 20;
    if (rank.compared < kFewest)
        return {};
    const QString all = QLocale().toString(rank.compared);
    if (rank.asAlike == 0)
        //: How unusual a score is. %1: number of other outcomes that it was compared with
        return tr("Of %1 other outcomes held here none is as alike.").arg(all);
    //: How unusual a score is. %Ln: how many, %1: number of other outcomes that it was compared with
    QString many =
        tr("Of %1 other outcomes held here %Ln is/are as alike or more.", nullptr, static_cast<int>(rank.asAlike))
            .arg(all);
    const auto times = (rank.compared + rank.asAlike / 2) / rank.asAlike;
    if (times < 2)
        return many;
    //: %1: a sentence on how many are as alike, %2: a number above one
    return tr("%1 That is about 1 in %2.").arg(many, QLocale().toString(times));
}

} // namespace qis::ui
