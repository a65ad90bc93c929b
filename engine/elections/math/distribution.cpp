#include "elections/math/distribution.h"

#include "domain/answers.h"
#include "domain/recorded.h"
#include "elections/math/capped_rate.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace qis::core {

namespace {

constexpr double kFewNumbers = 24; ///< values of a whole number that stand alone

/// 0, 1, 2, 5, 10, 20, 50 and so on. Since a decimal is a power of ten, these are round in the unit of
/// a field too: of tenths they are 0, 0.1, 0.2, 0.5, 1.
std::int64_t roundNumber(std::int64_t index) {
    constexpr std::array<std::int64_t, 3> kSteps{1, 2, 5};
    if (index <= 0) {
        return 0;
    }
    std::int64_t decade = 1;
    for (auto tens = (index - 1) / 3; tens > 0; --tens) {
        decade *= 10;
    }
    return decade * kSteps.at(static_cast<std::size_t>((index - 1) % 3));
}

/// Of the largest round number that is not above `value`.
std::int64_t indexOfRound(std::int64_t value) {
    constexpr std::int64_t kLast = 54; // above it a step would not fit
    std::int64_t index = 0;
    while (index < kLast && roundNumber(index + 1) <= value) {
        ++index;
    }
    return index;
}

/// How the values of a field, as they travel, fall into bars. A bar is named by a number that orders it.
class Bars {
public:
    explicit Bars(const Field& field)
        : m_field(&field) {
        const bool isNumber = field.type == FieldType::Number || field.type == FieldType::Integer;
        const double breadth = field.maximum - field.minimum;
        if (!isNumber) {
            m_way = field.ordered || field.type == FieldType::Answers ? Way::Scale : Way::Names;
        } else if (field.type == FieldType::Integer && breadth < kFewNumbers) {
            m_way = Way::Scale;
        } else if (field.minimum >= 0) {
            m_way = Way::Rounded;
        } else {
            m_way = Way::Even;
            const double least = breadth * static_cast<double>(scaleOf(field)) / static_cast<double>(kMostBars);
            const auto below = indexOfRound(static_cast<std::int64_t>(std::min(least, kLargest)));
            m_width = roundNumber(below + 1);
        }
    }

    [[nodiscard]] std::int64_t barOf(std::int64_t value) const {
        if (m_field->type == FieldType::Answers) {
            return static_cast<std::int64_t>(sumOf(*m_field, value).verdict);
        }
        if (m_way == Way::Rounded) {
            return indexOfRound(value);
        }
        if (m_way == Way::Even) {
            return value / m_width - (value % m_width < 0 ? 1 : 0);
        }
        return value;
    }

    [[nodiscard]] DistributionBar bar(std::int64_t index) const {
        DistributionBar result;
        if (m_way == Way::Scale || m_way == Way::Names) {
            result.value = index;
            return result;
        }
        const auto scale = static_cast<double>(scaleOf(*m_field));
        const auto edge = [&](std::int64_t at) { return m_way == Way::Even ? at * m_width : roundNumber(at); };
        result.kind = DistributionBar::Kind::Range;
        result.from = static_cast<double>(edge(index)) / scale;
        result.to = static_cast<double>(edge(index + 1)) / scale;
        return result;
    }

    [[nodiscard]] bool isOrdered() const { return m_way != Way::Names; }

    /// All of them from one to another, for what has an order.
    [[nodiscard]] std::vector<std::int64_t> between(std::int64_t first, std::int64_t last) const {
        std::vector<std::int64_t> result;
        if (hasChoices(m_field->type)) {
            for (const auto& choice : m_field->choices) {
                if (first <= choice.value && choice.value <= last) {
                    result.push_back(choice.value);
                }
            }
            std::sort(result.begin(), result.end());
            return result;
        }
        for (auto index = first; index <= last; ++index) {
            result.push_back(index);
        }
        return result;
    }

private:
    enum class Way : std::uint8_t { Names, Scale, Rounded, Even };
    static constexpr double kLargest = 1e15;

    const Field* m_field;
    Way m_way = Way::Names;
    std::int64_t m_width = 1;
};

/// Whole numbers that a value stands for, as they come; texts and fractions have none.
std::vector<std::int64_t> numbersOf(const Value& value) {
    std::vector<std::int64_t> result;
    const auto add = [&result](const auto& scalar) {
        if (const auto* number = std::get_if<std::int64_t>(&scalar)) {
            result.push_back(*number);
        } else if (const auto* yes = std::get_if<bool>(&scalar)) {
            result.push_back(*yes ? 1 : 0);
        }
    };
    if (const auto* list = std::get_if<ScalarList>(&value)) {
        std::for_each(list->begin(), list->end(), add);
    } else {
        add(value);
    }
    return result;
}

class FieldCount {
public:
    explicit FieldCount(const Field& field)
        : m_bars(field) {
        m_result.field = field.name;
    }

    void add(std::size_t site, const Value* value) {
        const auto numbers = value == nullptr ? std::vector<std::int64_t>{} : numbersOf(*value);
        if (numbers.empty()) {
            ++m_result.missing;
            return;
        }
        ++m_result.recorded;
        ++m_recorded[site];
        std::set<std::int64_t> bars; // several values may fall into one
        for (const auto number : numbers) {
            bars.insert(m_bars.barOf(number));
        }
        for (const auto bar : bars) {
            ++m_counts[bar][site];
        }
    }

    [[nodiscard]] Distribution take() {
        m_result.sites = m_recorded.size();
        if (m_counts.empty()) {
            return std::move(m_result);
        }
        if (m_bars.isOrdered()) {
            for (const auto at : m_bars.between(m_counts.begin()->first, m_counts.rbegin()->first)) {
                push(m_bars.bar(at), m_counts[at]);
            }
            return std::move(m_result);
        }
        std::vector<std::pair<std::uint64_t, std::int64_t>> often;
        often.reserve(m_counts.size());
        for (const auto& [value, bySite] : m_counts) {
            often.emplace_back(sumOf(bySite), value);
        }
        std::sort(often.begin(), often.end(), [](const auto& a, const auto& b) {
            return std::tuple(b.first, a.second) < std::tuple(a.first, b.second);
        });
        // One alone stands for itself rather than as "others".
        const auto shown = often.size() <= kMostBars ? often.size() : kMostBars - 1;
        BySite others;
        for (std::size_t i = 0; i < often.size(); ++i) {
            const auto& bySite = m_counts[often[i].second];
            if (i < shown) {
                push(m_bars.bar(often[i].second), bySite);
                continue;
            }
            for (const auto& [site, outcomes] : bySite) {
                // An outcome may have several of them; it is counted once.
                auto& sum = others[site];
                sum = std::min(sum + outcomes, m_recorded[site]);
            }
        }
        if (!others.empty()) {
            DistributionBar bar;
            bar.kind = DistributionBar::Kind::Others;
            push(bar, others);
        }
        return std::move(m_result);
    }

private:
    using BySite = std::map<std::size_t, std::uint64_t>;

    static std::uint64_t sumOf(const BySite& bySite) {
        std::uint64_t sum = 0;
        for (const auto& [site, outcomes] : bySite) {
            sum += outcomes;
        }
        return sum;
    }

    void push(DistributionBar bar, const BySite& bySite) {
        std::vector<SiteCount> counts;
        counts.reserve(m_recorded.size());
        for (const auto& [site, recorded] : m_recorded) {
            const auto found = bySite.find(site);
            counts.push_back({recorded, found == bySite.end() ? 0 : found->second});
        }
        const auto rate = cappedRate(counts);
        bar.outcomes = sumOf(bySite);
        bar.sites = bySite.size();
        bar.share = rate.rate;
        bar.low = rate.low;
        bar.high = rate.high;
        m_result.bars.push_back(bar);
    }

    Bars m_bars;
    Distribution m_result;
    BySite m_recorded;
    std::map<std::int64_t, BySite> m_counts;
};

} // namespace

Distributions distributionsOf(const Pack& pack, const std::vector<DistributedOutcome>& outcomes) {
    Distributions result;
    const auto* observed = pack.observedField.empty() ? nullptr : pack.field(pack.observedField);
    const auto happened = [observed](const Content& content) {
        const auto* value = observed == nullptr ? nullptr : recorded(*observed, content);
        const auto* yes = value == nullptr ? nullptr : std::get_if<bool>(value);
        return yes == nullptr || *yes;
    };
    std::vector<DistributedOutcome> counted;
    std::copy_if(outcomes.begin(), outcomes.end(), std::back_inserter(counted),
                 [&](const DistributedOutcome& one) { return happened(*one.content); });
    result.notObserved = outcomes.size() - counted.size();
    for (const auto& field : pack.fields) {
        if (field.side != Side::Outcome || &field == observed) {
            continue;
        }
        FieldCount count(field);
        for (const auto& one : counted) {
            count.add(one.site, recorded(field, *one.content));
        }
        if (auto distribution = count.take(); distribution.recorded > 0) {
            result.fields.push_back(std::move(distribution));
        }
    }
    return result;
}

} // namespace qis::core
