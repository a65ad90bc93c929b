// How the list of matches was left, from and to the settings.
#include "bridge/match_model.h"
#include "pages/matches/match_columns.h"
#include "pages/matches/match_filters.h"
#include "pages/matches/matches_page.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace qis::ui {

namespace {

const auto kText = QLatin1String("text");
const auto kStates = QLatin1String("states");
const auto kSite = QLatin1String("site");
const auto kMinScore = QLatin1String("min_score");
const auto kOrder = QLatin1String("order");
const auto kKey = QLatin1String("key");
const auto kDescending = QLatin1String("descending");
const auto kColumns = QLatin1String("columns");

constexpr int kMostTenths = 1000;

/// Nothing for a number that no version of this program has written.
template <class Value> std::optional<Value> fromNumber(const QJsonValue& json, Value last) {
    const int number = json.toInt(-1);
    return number >= 0 && number <= static_cast<int>(last) ? std::optional(static_cast<Value>(number)) : std::nullopt;
}

} // namespace

QJsonObject MatchesPage::view() const {
    const MatchFilter filter = m_filters->filter();
    QJsonArray states;
    for (const MatchState state : filter.states)
        states.append(static_cast<int>(state));
    QJsonArray order;
    for (const MatchOrder& one : m_model->order())
        order.append(QJsonObject{{kKey, static_cast<int>(one.key)}, {kDescending, one.descending}});
    QJsonArray columns;
    for (const int column : m_columns->shown())
        columns.append(column);
    return {{kText, filter.text},         {kStates, states}, {kSite, filter.site},
            {kMinScore, filter.minScore}, {kOrder, order},   {kColumns, columns}};
}

void MatchesPage::setView(const QJsonObject& view) {
    MatchFilter filter;
    filter.text = view.value(kText).toString();
    for (const QJsonValue one : view.value(kStates).toArray())
        if (const auto known = fromNumber(one, MatchState::Muted))
            filter.states.append(*known);
    filter.site = view.value(kSite).toString();
    filter.minScore = qBound(0, view.value(kMinScore).toInt(), kMostTenths);
    QList<MatchOrder> order;
    for (const QJsonValue one : view.value(kOrder).toArray())
        if (const auto key = fromNumber(one.toObject().value(kKey), MatchKey::Profile))
            order.append({*key, one.toObject().value(kDescending).toBool()});
    QList<int> columns;
    for (const QJsonValue one : view.value(kColumns).toArray())
        columns.append(one.toInt(-1));
    m_filters->setFilter(filter);
    m_model->setFilter(m_filters->filter());
    m_model->setOrder(order);
    m_columns->show(columns);
}

QByteArray MatchesPage::saveView() const {
    return QJsonDocument(view()).toJson(QJsonDocument::Compact);
}

void MatchesPage::restoreView(const QByteArray& state) {
    if (const QJsonObject kept = QJsonDocument::fromJson(state).object(); !kept.isEmpty())
        setView(kept);
}

} // namespace qis::ui
