#include "elections/math/capped_rate.h"
#include "source_dir.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace qis::core;

namespace {

QByteArray goldenText(const char* name) {
    QFile file(QStringLiteral(QIS_SOURCE_DIR "/tests/golden/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject golden(const char* name) {
    return QJsonDocument::fromJson(goldenText(name)).object();
}

std::vector<double> numbers(const QJsonValue& array) {
    std::vector<double> result;
    for (const auto& value : array.toArray()) {
        result.push_back(value.toDouble());
    }
    return result;
}

bool isClose(double a, double b, double relative) {
    return std::abs(a - b) <= relative * std::max({1.0, std::abs(a), std::abs(b)});
}

double sumOf(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

double capFor(std::size_t count) {
    const auto k = static_cast<double>(count);
    return std::max(1 / k, std::min(0.10, 3 / k));
}

/// How much of Beta(a, b), a and b at least 1/2, lies below x: Simpson's rule after x = sin^2(angle),
/// which leaves nothing singular. Shares nothing with the code under test.
double betaBelow(double a, double b, double x) {
    const double top = std::asin(1.0);
    const auto logDensity = [a, b](double angle) {
        return (2 * a - 1) * std::log(std::sin(angle)) + (2 * b - 1) * std::log(std::cos(angle));
    };
    const double mode = std::atan(std::sqrt((2 * a - 1) / std::max(2 * b - 1, 1e-12)));
    const double peak = logDensity(std::clamp(mode, 1e-9, top - 1e-9));
    const auto integral = [&](double from, double to) {
        constexpr int kSteps = 200000;
        const double width = (to - from) / kSteps;
        double sum = 0;
        for (int i = 0; i <= kSteps; ++i) {
            const double angle = std::clamp(from + i * width, 1e-12, top - 1e-12);
            sum += std::exp(logDensity(angle) - peak) * (i == 0 || i == kSteps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return sum * width / 3;
    };
    const double at = std::asin(std::sqrt(x));
    const double below = integral(0, at);
    return below / (below + integral(at, top));
}

} // namespace

class TestCappedRate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheToy();
    void agreesWithTheMetaAnalysis();
    void agreesWithGoldenIntervals();
    void capsByTheNumberOfSites_data();
    void capsByTheNumberOfSites();
    void sharesKeepTheirPromises();
    void refusesWhatHasNoShares();
    void countsWhatItSays();
    void theIntervalHoldsWhatItShould_data();
    void theIntervalHoldsWhatItShould();
    void theIntervalReachesExtremeRates();
    void noSiteMovesTheRateByMoreThanItsCap();
    void givesTheSameBitsTwice();
};

void TestCappedRate::agreesWithTheToy() {
    const auto toy = golden("robust_centre.json")[QStringLiteral("toy")].toObject();
    const auto wanted = numbers(toy[QStringLiteral("cap_0_3")]);
    const auto got = cappedShares(numbers(toy[QStringLiteral("w")]), 0.3);
    QCOMPARE(wanted.size(), std::size_t{4});
    QCOMPARE(got.size(), wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        QVERIFY(isClose(got[i], wanted[i], 1e-12));
    }
    double squares = 0;
    const auto free = cappedShares(numbers(toy[QStringLiteral("w")]), 1.0);
    for (const double share : free) {
        squares += share * share;
    }
    QVERIFY(isClose(1 / squares, toy[QStringLiteral("kish")].toDouble(), 1e-12));
}

/// Weights of a published meta-analysis of 13 trials, with and without a cap of a tenth.
void TestCappedRate::agreesWithTheMetaAnalysis() {
    const auto data = golden("robust_centre.json")[QStringLiteral("datasets")].toArray().at(0).toObject();
    QCOMPARE(data[QStringLiteral("dataset")].toString(), QStringLiteral("bcg_RR"));
    std::vector<double> effects;
    std::vector<double> weights;
    auto lines = goldenText("metadat_bcg.csv").split('\n');
    lines.removeFirst();
    for (const auto& line : lines) {
        const auto cells = line.split(',');
        if (cells.size() < 7) {
            continue;
        }
        const double a = cells[3].toDouble();
        const double b = cells[4].toDouble();
        const double c = cells[5].toDouble();
        const double d = cells[6].toDouble();
        effects.push_back(std::log(a / (a + b)) - std::log(c / (c + d)));
        const double variance = 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d);
        weights.push_back(1 / (variance + data[QStringLiteral("tau2_used")].toDouble()));
    }
    QCOMPARE(weights.size(), std::size_t{13});
    for (const bool isCapped : {true, false}) {
        const auto shares = cappedShares(weights, isCapped ? data[QStringLiteral("cap")].toDouble() : 1.0);
        double mean = 0;
        double squares = 0;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            mean += shares[i] * effects[i];
            squares += shares[i] * shares[i];
        }
        const auto wanted = [&](const char* name) {
            return data[QString::fromLatin1(name) +
                        (isCapped ? QStringLiteral("_capped") : QStringLiteral("_uncapped"))]
                .toDouble();
        };
        QVERIFY(isClose(mean, wanted("mean"), 1e-10));
        QVERIFY(isClose(1 / squares, wanted("kish"), 1e-10));
        QVERIFY(isClose(*std::max_element(shares.begin(), shares.end()), wanted("max_share"), 1e-10));
    }
    QCOMPARE(cappedShares(weights), cappedShares(weights, 0.1));
}

void TestCappedRate::agreesWithGoldenIntervals() {
    const auto rows = golden("beta_posterior.json")[QStringLiteral("rows")].toArray();
    QVERIFY(rows.size() >= 6);
    for (const auto& value : rows) {
        const auto row = value.toObject();
        const auto events = static_cast<std::uint64_t>(row[QStringLiteral("S")].toInt());
        const auto n = events + static_cast<std::uint64_t>(row[QStringLiteral("F")].toInt());
        const auto rate = cappedRate({{n, events}});
        QVERIFY(isClose(rate.low, events == 0 ? 0 : row[QStringLiteral("q025")].toDouble(), 1e-10));
        QVERIFY(isClose(rate.high, events == n ? 1 : row[QStringLiteral("q975")].toDouble(), 1e-10));
    }
}

void TestCappedRate::capsByTheNumberOfSites_data() {
    QTest::addColumn<int>("sites");
    QTest::addColumn<double>("largest");
    QTest::newRow("one") << 1 << 1.0;
    QTest::newRow("two") << 2 << 0.5;
    QTest::newRow("three") << 3 << 1.0 / 3;
    QTest::newRow("ten") << 10 << 0.1;
    QTest::newRow("eleven") << 11 << 0.1;
    QTest::newRow("thirty") << 30 << 0.1;
    QTest::newRow("forty") << 40 << 0.075;
}

void TestCappedRate::capsByTheNumberOfSites() {
    QFETCH(int, sites);
    QFETCH(double, largest);
    std::vector<double> base(static_cast<std::size_t>(sites), 1);
    base.front() = 1e9; // one site claims nearly everything
    const auto shares = cappedShares(base);
    QVERIFY(isClose(shares.front(), largest, 1e-12));
    QVERIFY(isClose(sumOf(shares), 1, 1e-12));
}

void TestCappedRate::sharesKeepTheirPromises() {
    constexpr unsigned kSeed = 41;
    qInfo() << "seed" << kSeed;
    std::mt19937_64 random(kSeed);
    std::lognormal_distribution<double> size(2, 2);
    for (int round = 0; round < 500; ++round) {
        std::vector<double> base(1 + random() % 60);
        for (auto& one : base) {
            one = round % 3 == 0 ? std::floor(size(random)) + 1 : size(random);
        }
        const double cap = capFor(base.size());
        const auto shares = cappedShares(base);
        QCOMPARE(shares.size(), base.size());
        QVERIFY(isClose(sumOf(shares), 1, 1e-12));
        double factor = -1; // what an uncapped share is of its base, the same for all of them
        for (std::size_t i = 0; i < base.size(); ++i) {
            QVERIFY(shares[i] > 0 && shares[i] <= cap + 1e-12);
            if (shares[i] < cap - 1e-12) {
                factor = factor < 0 ? shares[i] / base[i] : factor;
                QVERIFY(isClose(shares[i] / base[i] / factor, 1, 1e-9));
            }
            for (std::size_t j = 0; j < base.size(); ++j) {
                QVERIFY(base[i] > base[j] || shares[i] <= shares[j] + 1e-15);
            }
        }
        // Capped ones would have more without the cap.
        for (std::size_t i = 0; factor > 0 && i < base.size(); ++i) {
            QVERIFY(base[i] * factor >= shares[i] - 1e-12);
        }
        auto scaled = base;
        std::for_each(scaled.begin(), scaled.end(), [](double& one) { one *= 1024; });
        QCOMPARE(cappedShares(scaled), shares); // exactly: a power of two changes no digit
    }
}

void TestCappedRate::refusesWhatHasNoShares() {
    QVERIFY(cappedShares({}).empty());
    QVERIFY(cappedShares({0, 0}).empty());
    QVERIFY(cappedShares({1, -1, 3}).empty());
    QVERIFY(cappedShares({1, std::nan("")}).empty());
    QVERIFY(cappedShares({1, HUGE_VAL}).empty());
    const auto nothing = cappedRate({});
    QVERIFY(nothing.shares.empty());
    QCOMPARE(nothing.rate + nothing.low + nothing.high + nothing.effectiveN + nothing.effectiveSites, 0.0);
}

void TestCappedRate::countsWhatItSays() {
    // Two sites of very different size weigh a half each.
    const auto rate = cappedRate({{10, 5}, {1000, 100}});
    QVERIFY(isClose(rate.rate, 0.5 * 0.5 + 0.5 * 0.1, 1e-12));
    QVERIFY(isClose(rate.effectiveSites, 2, 1e-12));
    QVERIFY(isClose(rate.effectiveN, 1 / (0.25 / 10 + 0.25 / 1000), 1e-12));
    // Equal sites without a cap in force are one large sample.
    const auto equal = cappedRate(std::vector<SiteCount>(20, {50, 10}));
    QVERIFY(isClose(equal.rate, 0.2, 1e-12));
    QVERIFY(isClose(equal.effectiveN, 1000, 1e-9));
    QVERIFY(isClose(equal.effectiveSites, 20, 1e-9));
    // The interval is as wide as few cases make it, not as narrow as a large claim would.
    const auto claimed = cappedRate({{10, 5}, {1ULL << 40U, 1ULL << 38U}});
    QVERIFY(claimed.effectiveN < 41);
    QVERIFY(claimed.high - claimed.low > 0.2);
}

void TestCappedRate::theIntervalHoldsWhatItShould_data() {
    QTest::addColumn<quint64>("n");
    QTest::addColumn<quint64>("events");
    for (const auto& [n, events] : {std::pair<quint64, quint64>{1, 0},
                                    {1, 1},
                                    {2, 1},
                                    {10, 3},
                                    {100, 1},
                                    {1000, 999},
                                    {5000, 2500},
                                    {20000, 13}}) {
        QTest::addRow("%llu of %llu", events, n) << n << events;
    }
}

void TestCappedRate::theIntervalHoldsWhatItShould() {
    QFETCH(quint64, n);
    QFETCH(quint64, events);
    const auto rate = cappedRate({{n, events}});
    const double a = static_cast<double>(events) + 0.5;
    const double b = static_cast<double>(n - events) + 0.5;
    if (events > 0) {
        QVERIFY(std::abs(betaBelow(a, b, rate.low) - 0.025) < 1e-7);
    }
    if (events < n) {
        QVERIFY(std::abs(betaBelow(a, b, rate.high) - 0.975) < 1e-7);
    }
    QVERIFY(rate.low <= rate.rate && rate.rate <= rate.high);
}

void TestCappedRate::theIntervalReachesExtremeRates() {
    const auto none = cappedRate({{5, 0}, {9, 0}, {2, 0}});
    QCOMPARE(none.rate, 0.0);
    QCOMPARE(none.low, 0.0);
    QVERIFY(none.high > 0.05 && none.high < 1);
    const auto all = cappedRate({{5, 5}, {9, 9}, {2, 2}});
    QVERIFY(all.rate <= 1 && isClose(all.rate, 1, 1e-12));
    QCOMPARE(all.high, 1.0);
    QVERIFY(all.low > 0 && all.low < 0.95);
}

void TestCappedRate::noSiteMovesTheRateByMoreThanItsCap() {
    constexpr unsigned kSeed = 43;
    qInfo() << "seed" << kSeed;
    std::mt19937_64 random(kSeed);
    double worst = 0;
    for (int round = 0; round < 400; ++round) {
        std::vector<SiteCount> sites(2 + random() % 50);
        for (auto& site : sites) {
            site.n = 1 + random() % 500;
            site.events = random() % (site.n + 1);
        }
        const double honest = cappedRate(sites).rate;
        auto& liar = sites[random() % sites.size()];
        for (const auto& claim : {SiteCount{1, 0}, SiteCount{1, 1}, SiteCount{1ULL << 40U, 0},
                                  SiteCount{1ULL << 40U, 1ULL << 40U}, SiteCount{500, random() % 501}}) {
            liar = claim;
            const double moved = std::abs(cappedRate(sites).rate - honest) / capFor(sites.size());
            worst = std::max(worst, moved);
            QVERIFY(moved <= 1 + 1e-9);
        }
    }
    qInfo() << "the most that a site moved the rate, in caps:" << worst;
}

void TestCappedRate::givesTheSameBitsTwice() {
    std::mt19937_64 random(47);
    std::vector<SiteCount> sites(37);
    for (auto& site : sites) {
        site.n = 1 + random() % 10000;
        site.events = random() % (site.n + 1);
    }
    const auto one = cappedRate(sites);
    const auto two = cappedRate(sites);
    QVERIFY(one.rate == two.rate && one.low == two.low && one.high == two.high && one.shares == two.shares);
}

QTEST_APPLESS_MAIN(TestCappedRate)
#include "tst_capped_rate.moc"
