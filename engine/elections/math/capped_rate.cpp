#include "elections/math/capped_rate.h"

#include <boost/math/distributions/beta.hpp>

#include <algorithm>
#include <cmath>

namespace qis::core {

namespace {

/// Neumaier's compensated sum.
class Sum {
public:
    void add(double value) {
        const double total = m_sum + value;
        if (std::abs(m_sum) >= std::abs(value)) {
            m_lost += (m_sum - total) + value;
        } else {
            m_lost += (value - total) + m_sum;
        }
        m_sum = total;
    }
    [[nodiscard]] double value() const { return m_sum + m_lost; }

private:
    double m_sum = 0;
    double m_lost = 0;
};

} // namespace

std::vector<double> cappedShares(const std::vector<double>& base) {
    const auto count = static_cast<double>(base.size());
    return base.empty() ? std::vector<double>{}
                        : cappedShares(base, std::max(1.0 / count, std::min(0.10, 3.0 / count)));
}

std::vector<double> cappedShares(const std::vector<double>& base, double cap) {
    if (!std::all_of(base.begin(), base.end(), [](double one) { return one >= 0 && std::isfinite(one); })) {
        return {};
    }
    std::vector<bool> capped(base.size(), false);
    std::vector<double> shares(base.size(), 0);
    for (std::size_t round = 0; round <= base.size(); ++round) {
        Sum free;
        double rest = 1;
        for (std::size_t i = 0; i < base.size(); ++i) {
            if (capped[i]) {
                rest -= cap;
            } else {
                free.add(base[i]);
            }
        }
        const double total = free.value();
        bool changed = false;
        for (std::size_t i = 0; i < base.size(); ++i) {
            if (capped[i]) {
                shares[i] = cap;
                continue;
            }
            if (!(total > 0)) {
                return round == 0 ? std::vector<double>{} : shares;
            }
            shares[i] = base[i] / total * rest;
        }
        for (std::size_t i = 0; i < base.size(); ++i) {
            if (!capped[i] && shares[i] > cap + 1e-15) {
                capped[i] = true;
                changed = true;
            }
        }
        if (!changed) {
            break;
        }
    }
    return shares;
}

CappedRate cappedRate(const std::vector<SiteCount>& sites) {
    CappedRate result;
    std::vector<double> base;
    base.reserve(sites.size());
    for (const auto& site : sites) {
        base.push_back(static_cast<double>(site.n));
    }
    result.shares = cappedShares(base);
    if (result.shares.empty()) {
        return result;
    }
    Sum rate;
    Sum squares;
    Sum variance;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        if (sites[i].n == 0) {
            continue;
        }
        const double n = base[i];
        const double share = result.shares[i];
        rate.add(share * static_cast<double>(sites[i].events) / n);
        squares.add(share * share);
        variance.add(share * share / n);
    }
    result.rate = std::clamp(rate.value(), 0.0, 1.0);
    result.effectiveSites = 1 / squares.value();
    result.effectiveN = 1 / variance.value();
    const boost::math::beta_distribution<double> posterior(result.rate * result.effectiveN + 0.5,
                                                           (1 - result.rate) * result.effectiveN + 0.5);
    // Where there was no event at all, or nothing but events, the interval reaches the rate itself.
    const auto none = [](const SiteCount& site) { return site.events == 0; };
    const auto every = [](const SiteCount& site) { return site.events == site.n; };
    result.low = std::all_of(sites.begin(), sites.end(), none) ? 0 : boost::math::quantile(posterior, 0.025);
    result.high = std::all_of(sites.begin(), sites.end(), every) ? 1 : boost::math::quantile(posterior, 0.975);
    return result;
}

} // namespace qis::core
