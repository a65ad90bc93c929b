#include "node/matcher.h"

#include <algorithm>

namespace qis::core {

void Matcher::enter(const CoarseInterest& interest, std::int64_t number) {
    auto [group, fresh] = m_groups.try_emplace(interest);
    group->second.members.push_back(number);
    if (fresh) {
        ++m_revision;
    }
}

void Matcher::leave(const CoarseInterest& interest, std::int64_t number) {
    const auto group = m_groups.find(interest);
    if (group == m_groups.end()) {
        return;
    }
    std::erase(group->second.members, number);
    if (group->second.members.empty()) {
        m_groups.erase(group);
        ++m_revision;
    }
}

void Matcher::addProfile(Profile profile) {
    removeProfile(profile.number);
    enter(profile.coarse, profile.number);
    const auto number = profile.number;
    m_profiles.insert_or_assign(number, std::move(profile));
}

void Matcher::removeProfile(std::int64_t number) {
    const auto found = m_profiles.find(number);
    if (found != m_profiles.end()) {
        leave(found->second.coarse, number);
        m_profiles.erase(found);
    }
}

bool Matcher::addOutcome(Row row, const PackHash& pack, const FieldMap& condition) {
    const auto* installed = m_catalogue->find(pack);
    if (installed == nullptr || m_outcomes.contains(row)) {
        return false;
    }
    const auto interest =
        coarseInterest(installed->definition, m_catalogue->systems(), queryOfOutcome(installed->definition, condition));
    enter(interest, -row);
    m_outcomes[row] = {pack, condition, &m_groups.find(interest)->first};
    return true;
}

void Matcher::removeOutcome(Row row) {
    const auto found = m_outcomes.find(row);
    if (found != m_outcomes.end()) {
        const CoarseInterest interest = *found->second.interest;
        m_outcomes.erase(found);
        leave(interest, -row);
    }
}

const Profile* Matcher::find(std::string_view name) const {
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
                                    [name](const auto& entry) { return entry.second.name == name; });
    return found == m_profiles.end() ? nullptr : &found->second;
}

const Profile* Matcher::find(std::int64_t number) const {
    const auto found = m_profiles.find(number);
    return found == m_profiles.end() ? nullptr : &found->second;
}

std::optional<Query> Matcher::outcomeQuery(Row row) const {
    const auto found = m_outcomes.find(row);
    if (found == m_outcomes.end()) {
        return std::nullopt;
    }
    const auto* installed = m_catalogue->find(found->second.pack);
    return queryOfOutcome(installed->definition, found->second.condition);
}

std::vector<Row> Matcher::outcomes() const {
    std::vector<Row> result;
    result.reserve(m_outcomes.size());
    for (const auto& [row, outcome] : m_outcomes) {
        result.push_back(row);
    }
    return result;
}

std::optional<NewMatch> Matcher::scoreOne(const InstalledPack& installed, std::int64_t number,
                                          const Content& content) const {
    const auto result = [&](const Query& query) -> std::optional<NewMatch> {
        const auto got = score(installed.definition, m_catalogue->systems(), query, content.condition, content.outcome);
        if (!isMatch(query, got)) {
            return std::nullopt;
        }
        return NewMatch{number, 0, got.tenths(), got.coverageTenths()};
    };
    if (number > 0) {
        return result(m_profiles.at(number).query);
    }
    return result(queryOfOutcome(installed.definition, m_outcomes.at(-number).condition));
}

std::vector<NewMatch> Matcher::match(const PackHash& pack, const CoarsePacket& coarse, const Content& content) const {
    std::vector<NewMatch> result;
    const auto* installed = m_catalogue->find(pack);
    if (installed == nullptr) {
        return result;
    }
    for (const auto& [interest, group] : m_groups) {
        if (!mayMatch(interest, coarse)) {
            continue;
        }
        for (const auto number : group.members) {
            if (const auto found = scoreOne(*installed, number, content)) {
                result.push_back(*found);
            }
        }
    }
    return result;
}

std::optional<NewMatch> Matcher::matchOne(std::int64_t number, const PackHash& pack, const Content& content) const {
    const auto* installed = m_catalogue->find(pack);
    const auto* interest = interestOf(number);
    if (installed == nullptr || interest == nullptr || interest->pack != installed->definition.pack) {
        return std::nullopt;
    }
    return scoreOne(*installed, number, content);
}

const CoarseInterest* Matcher::interestOf(std::int64_t number) const {
    if (number > 0) {
        const auto found = m_profiles.find(number);
        return found == m_profiles.end() ? nullptr : &found->second.coarse;
    }
    const auto found = m_outcomes.find(-number);
    return found == m_outcomes.end() ? nullptr : found->second.interest;
}

CoarseInterests Matcher::interests() const {
    CoarseInterests result;
    for (const auto& [interest, group] : m_groups) {
        result.insert(interest);
    }
    return result;
}

} // namespace qis::core
