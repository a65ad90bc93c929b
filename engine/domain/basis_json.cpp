#include "domain/basis_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace qis::core {

namespace {

std::vector<std::string_view> membersOf(BasisKind kind) {
    switch (kind) {
    case BasisKind::Case:
        return {};
    case BasisKind::Counts:
        return {"n", "events"};
    case BasisKind::Effect:
        return {"n", "estimate", "standard_error"};
    case BasisKind::Table:
        return {"a", "b", "c", "d"};
    case BasisKind::Observed:
        return {"n", "expected"};
    case BasisKind::Cells:
        return {"cells"};
    }
    return {};
}

class BasisReader {
public:
    BasisReader(JsonValue json, std::vector<Problem>& problems)
        : m_json(json)
        , m_problems(problems) {}

    void refuse(Code code, std::string_view member, std::string detail) {
        m_problems.push_back({code, fmt::format("basis.{}", member), std::move(detail)});
    }

    std::uint64_t count(std::string_view member) {
        const auto value = need(member);
        return value ? countOf(*value, member) : 0;
    }

    float real(std::string_view member) {
        const auto value = need(member);
        if (!value) {
            return 0;
        }
        const auto number = value->number();
        if (!number) {
            refuse(Code::WrongType, member, "Must be a number.");
            return 0;
        }
        if (!(std::abs(*number) <= double{std::numeric_limits<float>::max()})) {
            refuse(Code::OutOfRange, member, "Does not fit a 32-bit floating-point number.");
            return 0;
        }
        return static_cast<float>(*number);
    }

    PairCells cells() {
        PairCells result;
        const auto value = need("cells");
        if (value && (!value->is(JsonKind::Array) || value->size() != result.cells.size())) {
            refuse(Code::WrongType, "cells", "Must be an array of eight counts.");
        } else if (value) {
            std::size_t index = 0;
            for (const auto cell : *value) {
                result.cells.at(index) = countOf(cell, fmt::format("cells[{}]", index));
                ++index;
            }
        }
        return result;
    }

private:
    std::optional<JsonValue> need(std::string_view member) {
        auto value = m_json.member(member);
        if (!value) {
            refuse(Code::MissingField, member, "Is needed for this kind of basis.");
        }
        return value;
    }

    std::uint64_t countOf(JsonValue value, std::string_view member) {
        const auto number = value.number();
        const auto whole = value.integer();
        if (!number || (!whole && std::trunc(*number) != *number)) {
            refuse(Code::WrongType, member, "Must be a whole number.");
            return 0;
        }
        if (!whole || *whole < 0 || static_cast<std::uint64_t>(*whole) > kMaxCount) {
            refuse(Code::OutOfRange, member, fmt::format("Must be from 0 to {}.", kMaxCount));
            return 0;
        }
        return static_cast<std::uint64_t>(*whole);
    }

    JsonValue m_json;
    std::vector<Problem>& m_problems;
};

Basis read(BasisReader& in, BasisKind kind) {
    switch (kind) {
    case BasisKind::Case:
        break;
    case BasisKind::Counts: {
        const auto n = in.count("n");
        return Counts{n, in.count("events")};
    }
    case BasisKind::Effect: {
        const auto n = in.count("n");
        const auto estimate = in.real("estimate");
        return Effect{n, estimate, in.real("standard_error")};
    }
    case BasisKind::Table: {
        const auto a = in.count("a");
        const auto b = in.count("b");
        const auto c = in.count("c");
        return Table{a, b, c, in.count("d")};
    }
    case BasisKind::Observed: {
        const auto n = in.count("n");
        return ObservedExpected{n, in.real("expected")};
    }
    case BasisKind::Cells:
        return in.cells();
    }
    return OneCase{};
}

} // namespace

Status checkBasis(const Basis& basis) {
    struct Check {
        Status operator()(const OneCase& /*one*/) const { return {}; }
        Status operator()(const Counts& c) const {
            if (c.n == 0 || c.events > c.n) {
                return fail(Code::OutOfRange, "n must be at least 1 and events at most n.", "basis.events");
            }
            return {};
        }
        Status operator()(const Effect& e) const {
            if (!std::isfinite(e.estimate)) {
                return fail(Code::OutOfRange, "Must be a finite number.", "basis.estimate");
            }
            if (!(e.standardError > 0) || !std::isfinite(e.standardError)) {
                return fail(Code::OutOfRange, "Must be more than 0.", "basis.standard_error");
            }
            if (e.n == 0) {
                return fail(Code::OutOfRange, "Must be at least 1.", "basis.n");
            }
            return {};
        }
        Status operator()(const Table& t) const {
            if (t.a == 0 && t.b == 0 && t.c == 0 && t.d == 0) {
                return fail(Code::OutOfRange, "The table is empty.", "basis.a");
            }
            return {};
        }
        Status operator()(const ObservedExpected& o) const {
            if (!(o.expected > 0) || !std::isfinite(o.expected)) {
                return fail(Code::OutOfRange, "Must be more than 0.", "basis.expected");
            }
            return {};
        }
        Status operator()(const PairCells& p) const {
            // n111, n11., n1.1, n.11, n1.., n.1., n..1, n...: no cell above a margin that contains it.
            const auto& n = p.cells;
            const bool nested = n[0] <= n[1] && n[0] <= n[2] && n[0] <= n[3] && n[1] <= n[4] && n[1] <= n[5] &&
                                n[2] <= n[4] && n[2] <= n[6] && n[3] <= n[5] && n[3] <= n[6] && n[4] <= n[7] &&
                                n[5] <= n[7] && n[6] <= n[7] && n[7] > 0;
            return nested ? Status()
                          : Status(fail(Code::OutOfRange, "A cell is larger than the margin it is part of.",
                                        "basis.cells"));
        }
    };
    return std::visit(Check(), basis);
}

std::optional<Basis> basisFromJson(const Pack& pack, JsonValue json, std::vector<Problem>& problems) {
    if (!json.is(JsonKind::Object)) {
        problems.push_back({Code::WrongType, "basis", "Must be an object with a kind."});
        return std::nullopt;
    }
    const auto before = problems.size();
    BasisReader in(json, problems);
    const auto kindText = json.member("kind");
    if (!kindText) {
        in.refuse(Code::MissingField, "kind", "Say what the figures are, for example \"case\".");
        return std::nullopt;
    }
    if (!kindText->is(JsonKind::Text)) {
        in.refuse(Code::WrongType, "kind", "Must be a text.");
        return std::nullopt;
    }
    const auto kind = basisFromName(kindText->text());
    if (!kind || !pack.allows(*kind)) {
        std::vector<std::string_view> names;
        names.reserve(pack.bases.size());
        for (const auto basis : pack.bases) {
            names.push_back(basisName(basis));
        }
        in.refuse(Code::NotAllowed, "kind",
                  fmt::format("{} is not among {}.", inQuotes(kindText->text()), fmt::join(names, ", ")));
        return std::nullopt;
    }
    const auto members = membersOf(*kind);
    for (const auto member : json) {
        if (member.key() != "kind" && std::find(members.begin(), members.end(), member.key()) == members.end()) {
            in.refuse(Code::UnknownMember, tamed(member.key()),
                      fmt::format("The basis \"{}\" has no such member.", basisName(*kind)));
        }
    }
    auto basis = read(in, *kind);
    if (problems.size() == before) {
        if (const auto status = checkBasis(basis); !status) {
            problems.push_back({status.error().code, status.error().field, status.error().detail});
        }
    }
    return problems.size() == before ? std::optional(basis) : std::nullopt;
}

} // namespace qis::core
