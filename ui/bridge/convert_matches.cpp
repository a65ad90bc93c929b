#include "bridge/convert.h"
#include "bridge/convert_parts.h"

#include <algorithm>

namespace qis::ui {

namespace {

using namespace convert;

Match toMatch(const qis::MatchRow& row) {
    return {
        .cursor = row.cursor,
        .profile = text(row.profile),
        .id = text(row.id),
        .author = text(row.author),
        .site = text(row.site),
        .siteName = text(row.siteName),
        .score = row.score,
        .coverage = row.coverage,
        .sparse = row.sparse,
        .retracted = row.retracted,
        .amended = row.amended,
        .amendment = row.amendment,
        .issued = row.issued,
        .received = row.received,
        .sentence = text(row.sentence),
        .happened = text(row.happened),
    };
}

JudgedMatch toJudgedMatch(const qis::MatchRow& row) {
    return {toMatch(row), static_cast<MatchState>(row.state), static_cast<DismissReason>(row.reason)};
}

} // namespace

MatchBatch toMatchBatch(const qis::MatchPage& page) {
    return {mapped<Match>(page.rows, toMatch), page.cursor, count(page.total)};
}

MatchWindow toMatchWindow(const qis::MatchWindow& window) {
    MatchWindow out;
    out.rows = mapped<JudgedMatch>(window.rows, toJudgedMatch);
    out.first = count(window.first);
    out.total = count(window.total);
    out.all = count(window.all);
    out.byState = mapped<qint64>(window.byState, count<std::uint64_t>);
    for (const qis::SiteMatches& site : window.sites)
        out.sites.append({text(site.site), text(site.name), count(site.matches)});
    out.located = window.located ? count(*window.located) : -1;
    out.revision = window.revision;
    return out;
}

QList<MatchMark> toMatchMarks(const std::vector<qis::MatchMark>& marks) {
    QList<MatchMark> out;
    for (const qis::MatchMark& mark : marks)
        out.append({text(mark.profile), text(mark.id), static_cast<MatchState>(mark.state),
                    static_cast<DismissReason>(mark.reason)});
    return out;
}

std::vector<qis::MatchMark> fromMatchMarks(const QList<MatchMark>& marks) {
    std::vector<qis::MatchMark> out;
    for (const MatchMark& mark : marks)
        out.push_back({mark.profile.toStdString(), mark.id.toStdString(), static_cast<qis::MatchState>(mark.state),
                       static_cast<qis::DismissReason>(mark.reason)});
    return out;
}

qis::MatchView fromMatchView(const MatchView& view) {
    qis::MatchView out;
    out.profile = view.profile.toStdString();
    out.text = view.filter.text.toStdString();
    for (const MatchState state : view.filter.states)
        out.states.push_back(static_cast<qis::MatchState>(state));
    out.site = view.filter.site.toStdString();
    out.minScore = view.filter.minScore;
    for (const MatchOrder& order : view.order)
        out.order.push_back({static_cast<qis::MatchColumn>(order.key), order.descending});
    out.first = static_cast<std::uint64_t>(std::max<qint64>(0, view.first));
    out.limit = static_cast<std::size_t>(std::max(0, view.limit));
    out.locateId = view.locateId.toStdString();
    out.locateProfile = view.locateProfile.toStdString();
    return out;
}

qis::MatchQuery fromMatchRequest(const MatchRequest& request) {
    return {request.profile.toStdString(), request.after, static_cast<std::size_t>(std::max(0, request.limit)),
            request.bestFirst};
}

} // namespace qis::ui
