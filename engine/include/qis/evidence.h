#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What matched outcomes say together.
namespace qis {

struct RateInfo {
    double rate = 0;
    double low = 0;
    double high = 0;
    double effectiveSites = 0;
    double effectiveN = 0;
};

struct SiteTotals {
    std::string site;
    std::string name;
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    double share = 0;
    std::uint64_t packets = 0;
    double rate = 0; ///< of this site alone, with the same interval as the rate of all; 0 when n is 0
    double low = 0;
    double high = 0;
    std::uint64_t controlN = 0; ///< tables: the unexposed
    std::uint64_t controlEvents = 0;
    std::int64_t latest = 0; ///< the newest report that counts
};

/// The rate of everything issued up to one report.
struct EvidencePoint {
    std::int64_t issued = 0;
    std::uint64_t reports = 0; ///< so far
    std::uint64_t sites = 0;
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    double rate = 0;
    double low = 0;
    double high = 0;
};

/// A matched packet that its site took back.
struct RetractionInfo {
    std::string id;
    std::string site;
    std::string siteName;
    std::int64_t issued = 0;
    std::int64_t retracted = 0; ///< 0 when that is not known
};

/// Evidence as it would be had nothing been taken back.
struct UnretractedInfo {
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    std::optional<RateInfo> rate;
};

/// How many matched outcomes recorded one value, or one range of numbers, of a field.
struct DistributionBarInfo {
    std::string label;   ///< of the value; empty for a range and for "others"
    bool others = false; ///< all values that were recorded less often
    double from = 0;     ///< of a range: from <= x < to, in the field's unit
    double to = 0;       ///< above `from` for ranges only
    std::uint64_t outcomes = 0;
    std::uint64_t sites = 0;
    double share = 0; ///< among what records the field, no site above its cap; with its interval
    double low = 0;
    double high = 0;
};

/// What was recorded of one field of the outcome side; each outcome counts once.
struct DistributionInfo {
    std::string field;
    std::string label;
    std::string unit; ///< UCUM; empty for none
    std::uint64_t recorded = 0;
    std::uint64_t missing = 0; ///< outcomes that do not record it
    std::uint64_t sites = 0;
    std::vector<DistributionBarInfo> bars;
};

struct EvidenceInfo {
    std::string profile;
    std::string question;
    std::string questionLabel;
    std::string basis;
    std::string eventLabel; ///< what an event is, for sentences: "bleeding"
    std::uint64_t packets = 0;
    std::uint64_t sites = 0;
    std::uint64_t retracted = 0;
    std::uint64_t superseded = 0; ///< left out: a newer version or a later report of the case counts
    std::uint64_t n = 0;
    std::uint64_t events = 0;
    std::optional<RateInfo> rate;             ///< of the event, or among the exposed for tables
    std::optional<RateInfo> controlRate;      ///< tables only
    std::uint64_t a = 0, b = 0, c = 0, d = 0; ///< totals of tables
    std::vector<SiteTotals> bySite;
    std::vector<EvidencePoint> series; ///< in order of issue, at most 400 points; the last is `rate`
    std::vector<RetractionInfo> retractions;
    std::optional<UnretractedInfo> before;       ///< when anything was taken back
    std::uint64_t notObserved = 0;               ///< outcomes left out of the next: looked for, and did not happen
    std::vector<DistributionInfo> distributions; ///< of fields that anything records, in form order
    std::string digest;
    std::int64_t asOf = 0;
    std::int64_t received = 0; ///< when the newest of the packets looked at arrived; 0 without any
};

} // namespace qis
