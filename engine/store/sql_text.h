#pragma once

#include <array>
#include <cstddef>

namespace qis::core {

/// Joins literals at compile time, so that a column list is written once and every statement is
/// still one constant, by whose address it is cached.
template <std::size_t... Sizes> consteval auto joinSql(const char (&... parts)[Sizes]) {
    std::array<char, (Sizes + ...) - sizeof...(Sizes) + 1> text{};
    std::size_t at = 0;
    const auto append = [&text, &at](const char* part, std::size_t size) {
        for (std::size_t i = 0; i + 1 < size; ++i) {
            text[at++] = part[i];
        }
    };
    (append(parts, Sizes), ...);
    return text;
}

/// Columns of packets in the order SqliteStore::readPacket expects; the table is called `p`.
inline constexpr char kPacketFacts[] = "p.row, p.id, p.author, p.origin, p.sequence, p.kind, p.pack, p.issued,"
                                       " p.received, p.target, p.retracted_by, p.replaced_by, p.coarse, ";
inline constexpr char kPacketBytes[] = "p.bytes";
/// Columns of matches `m` that SqliteStore::readMatch reads before those of the packet.
inline constexpr char kMatchColumns[] = "m.cursor, m.profile, m.score, m.coverage, ";
inline constexpr char kNoBytes[] = "NULL";

} // namespace qis::core
