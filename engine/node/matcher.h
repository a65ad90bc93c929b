#pragma once

#include "node/profile.h"
#include "store/store.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace qis::core {

/// The plain matcher: profiles grouped by their coarse interest, so that a packet is scored against
/// the groups it may match and not against every profile there is.
class Matcher {
public:
    explicit Matcher(std::shared_ptr<const Catalogue> catalogue)
        : m_catalogue(std::move(catalogue)) {}

    void addProfile(Profile profile);
    void removeProfile(std::int64_t number);
    /// A sent outcome asks for others like it. Returns false when its pack is not installed.
    bool addOutcome(Row row, const PackHash& pack, const FieldMap& condition);
    void removeOutcome(Row row);

    [[nodiscard]] const Profile* find(std::string_view name) const;
    [[nodiscard]] const Profile* find(std::int64_t number) const;
    [[nodiscard]] const std::map<std::int64_t, Profile>& profiles() const { return m_profiles; }
    [[nodiscard]] std::optional<Query> outcomeQuery(Row row) const;
    [[nodiscard]] std::vector<Row> outcomes() const;

    /// Matches of one packet, `packet` left 0.
    [[nodiscard]] std::vector<NewMatch> match(const PackHash& pack, const CoarsePacket& coarse,
                                              const Content& content) const;
    /// One profile or outcome against one packet.
    [[nodiscard]] std::optional<NewMatch> matchOne(std::int64_t number, const PackHash& pack,
                                                   const Content& content) const;

    /// What peers may know: pack and classes of everything asked for here.
    [[nodiscard]] CoarseInterests interests() const;
    /// Grows with every change that can change interests().
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }
    [[nodiscard]] const CoarseInterest* interestOf(std::int64_t number) const;

private:
    struct Group {
        std::vector<std::int64_t> members; ///< profile numbers, minus the row for outcomes
    };
    void enter(const CoarseInterest& interest, std::int64_t number);
    void leave(const CoarseInterest& interest, std::int64_t number);
    [[nodiscard]] std::optional<NewMatch> scoreOne(const InstalledPack& installed, std::int64_t number,
                                                   const Content& content) const;

    struct AskingOutcome {
        PackHash pack;
        FieldMap condition;
        const CoarseInterest* interest = nullptr; ///< key in m_groups
    };
    std::shared_ptr<const Catalogue> m_catalogue;
    std::map<std::int64_t, Profile> m_profiles;
    std::map<Row, AskingOutcome> m_outcomes;
    std::map<CoarseInterest, Group> m_groups;
    std::uint64_t m_revision = 0;
};

} // namespace qis::core
