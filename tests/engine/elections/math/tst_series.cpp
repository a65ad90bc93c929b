#include "elections/math/series.h"

#include <QTest>

#include <random>

using namespace qis::core;

namespace {

/// Reports of `sites` sites in a random order, a minute apart.
std::vector<SeriesStep> steps(std::size_t count, std::size_t sites) {
    std::mt19937_64 random(count * 31 + sites);
    std::vector<SeriesStep> result(count);
    Seconds issued = 1'700'000'000;
    for (auto& step : result) {
        step.issued = issued += 60;
        step.site = random() % sites;
        step.n = 1 + random() % 5;
        step.events = random() % (step.n + 1);
    }
    return result;
}

} // namespace

class TestSeries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEmptyWithoutReports();
    void everyPointIsTheRateOfItsReports();
    void thinsEvenlyAndKeepsTheLast_data();
    void thinsEvenlyAndKeepsTheLast();
    void aSiteThatHasNotReportedWeighsNothing();
};

void TestSeries::isEmptyWithoutReports() {
    QVERIFY(cumulativeRates({}, 0).empty());
    QVERIFY(cumulativeRates({}, 3).empty());
    QVERIFY(cumulativeRates(steps(5, 2), 2, 0).empty());
}

void TestSeries::everyPointIsTheRateOfItsReports() {
    constexpr std::size_t kSites = 6;
    const auto all = steps(120, kSites);
    const auto points = cumulativeRates(all, kSites);
    QCOMPARE(points.size(), all.size());
    for (std::size_t taken = 1; taken <= all.size(); ++taken) {
        std::vector<SiteCount> counts(kSites);
        for (std::size_t i = 0; i < taken; ++i) {
            counts[all[i].site].n += all[i].n;
            counts[all[i].site].events += all[i].events;
        }
        std::erase_if(counts, [](const SiteCount& one) { return one.n == 0; });
        const auto wanted = cappedRate(counts);
        const auto& point = points[taken - 1];
        QCOMPARE(point.rate, wanted.rate);
        QCOMPARE(point.low, wanted.low);
        QCOMPARE(point.high, wanted.high);
        QCOMPARE(point.reports, std::uint64_t{taken});
        QCOMPARE(point.sites, std::uint64_t{counts.size()});
        QCOMPARE(point.issued, all[taken - 1].issued);
    }
}

void TestSeries::thinsEvenlyAndKeepsTheLast_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("most");
    for (const auto& [count, most] :
         {std::pair{1, 400}, {399, 400}, {400, 400}, {401, 400}, {799, 400}, {5000, 400}, {10, 1}, {10, 3}}) {
        QTest::addRow("%d of %d", most, count) << count << most;
    }
}

void TestSeries::thinsEvenlyAndKeepsTheLast() {
    QFETCH(int, count);
    QFETCH(int, most);
    const auto all = steps(static_cast<std::size_t>(count), 4);
    const auto points = cumulativeRates(all, 4, static_cast<std::size_t>(most));
    QCOMPARE(points.size(), static_cast<std::size_t>(std::min(count, most)));
    QCOMPARE(points.back().reports, static_cast<std::uint64_t>(count));
    const auto stride = static_cast<std::uint64_t>((count + most - 1) / most);
    std::uint64_t last = 0;
    for (const auto& point : points) {
        QVERIFY(point.reports > last && point.reports - last <= stride);
        last = point.reports;
    }
}

void TestSeries::aSiteThatHasNotReportedWeighsNothing() {
    const auto points = cumulativeRates({{10, 2, 4, 1}, {20, 0, 4, 4}}, 40);
    QCOMPARE(points.size(), std::size_t{2});
    QCOMPARE(points[0].sites, std::uint64_t{1});
    QCOMPARE(points[0].rate, 0.25);
    QCOMPARE(points[1].sites, std::uint64_t{2});
    QCOMPARE(points[1].rate, (0.25 + 1) / 2);
}

QTEST_APPLESS_MAIN(TestSeries)
#include "tst_series.moc"
