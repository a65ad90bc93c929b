// Thirteen published BCG trials, each reported by a home of its own, gathered by one that asks for them.
#include "sample_outcomes.h"
#include "source_dir.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace qis::testing;

namespace {

constexpr int kPatience = 120000;

struct Trial {
    QString author;
    int year = 0;
    int latitude = 0;
    QString allocation;
    qint64 a = 0; ///< vaccinated, fell ill
    qint64 b = 0; ///< vaccinated, did not
    qint64 c = 0; ///< control, fell ill
    qint64 d = 0; ///< control, did not
};

/// Columns: trial, author, year, tpos, tneg, cpos, cneg, ablat, alloc; no commas inside the quotes.
std::vector<Trial> publishedTrials() {
    QFile file(QStringLiteral(QIS_SOURCE_DIR "/tests/golden/metadat_bcg.csv"));
    std::vector<Trial> trials;
    if (!file.open(QIODevice::ReadOnly)) {
        return trials;
    }
    auto lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    lines.removeFirst();
    for (const auto& line : lines) {
        auto cells = line.split(u',');
        for (auto& cell : cells) {
            cell = cell.trimmed().remove(u'"');
        }
        if (cells.size() == 9) {
            trials.push_back({cells[1], cells[2].toInt(), cells[7].toInt(), cells[8], cells[3].toLongLong(),
                              cells[4].toLongLong(), cells[5].toLongLong(), cells[6].toLongLong()});
        }
    }
    return trials;
}

QByteArray outcomeLine(const Trial& trial) {
    const QJsonObject outcome{
        {u"pack"_s, u"trial"_s},
        {u"condition"_s, QJsonObject{{u"vaccine"_s, u"bcg"_s},
                                     {u"year"_s, trial.year},
                                     {u"latitude"_s, trial.latitude},
                                     {u"allocation"_s, trial.allocation}}},
        {u"outcome"_s, QJsonObject{{u"endpoint"_s, u"tuberculosis"_s}}},
        {u"basis"_s,
         QJsonObject{
             {u"kind"_s, u"table"_s}, {u"a"_s, trial.a}, {u"b"_s, trial.b}, {u"c"_s, trial.c}, {u"d"_s, trial.d}}}};
    return compact(outcome) + '\n';
}

/// Like all BCG trials.
QJsonObject wideProfile() {
    return {{u"name"_s, u"bcg"_s},
            {u"pack"_s, u"trial"_s},
            {u"prototype"_s, QJsonObject{{u"condition"_s, QJsonObject{{u"vaccine"_s, u"bcg"_s}}}}}};
}

/// Latitude alone counts.
QJsonObject latitudeProfile(const QString& name, int latitude, const QString& demand) {
    return {{u"name"_s, name},
            {u"pack"_s, u"trial"_s},
            {u"prototype"_s, QJsonObject{{u"condition"_s, QJsonObject{{u"latitude"_s, latitude}}}}},
            {u"dimensions"_s, QJsonObject{{u"vaccine"_s, u"any"_s},
                                          {u"latitude"_s, demand},
                                          {u"year"_s, u"any"_s},
                                          {u"allocation"_s, u"any"_s}}}};
}

} // namespace

class TestVaccineTrials : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void evidenceCountsEveryTrialOnce();
    void similarLatitudes_data();
    void similarLatitudes();
    void exactLatitudes_data();
    void exactLatitudes();
    void cleanupTestCase();

private:
    [[nodiscard]] Finished ask(const QStringList& arguments) const { return askQis(m_asking->home(), arguments); }
    void registerProfile(const QJsonObject& profile) const;
    /// Matches and evidence of the profile are those of the trials that `belongs` picks from the file.
    template <class Belongs> void compareWithFile(const QString& profile, Belongs belongs) const;

    QTemporaryDir m_folder;
    std::vector<Trial> m_trials;
    std::vector<std::unique_ptr<NodeProcess>> m_sites;
    std::unique_ptr<NodeProcess> m_asking;
};

void TestVaccineTrials::initTestCase() {
    m_trials = publishedTrials();
    QCOMPARE(m_trials.size(), std::size_t{13});
    m_asking = std::make_unique<NodeProcess>(m_folder.filePath(u"asking"_s));
    QVERIFY(makeDemoHome(m_asking->home(), u"Review group"_s));
    QVERIFY2(m_asking->start({u"--listen"_s, u"tcp://127.0.0.1:0"_s}), m_asking->errors());
    registerProfile(wideProfile());
    for (std::size_t i = 0; i < m_trials.size(); ++i) {
        const auto& trial = m_trials[i];
        auto& site = *m_sites.emplace_back(std::make_unique<NodeProcess>(m_folder.filePath(u"site-%1"_s.arg(i))));
        QVERIFY(makeDemoHome(site.home(), trial.author));
        QVERIFY2(site.start({u"--join"_s, m_asking->endpoint()}), site.errors());
        const auto emitted = emitLines(site.home(), outcomeLine(trial));
        QVERIFY2(emitted.ok() && emitted.lines().size() == 1, emitted.why());
    }
    QTRY_COMPARE_WITH_TIMEOUT(ask({u"matches"_s, u"--profile"_s, u"bcg"_s}).array().size(), 13, kPatience);
}

void TestVaccineTrials::registerProfile(const QJsonObject& profile) const {
    const auto added = addProfile(m_asking->home(), compact(profile));
    QVERIFY2(added.ok(), added.why());
}

template <class Belongs> void TestVaccineTrials::compareWithFile(const QString& profile, Belongs belongs) const {
    Trial sum;
    QStringList expected;
    for (const auto& trial : m_trials) {
        if (belongs(trial)) {
            expected << u"%1 %2"_s.arg(trial.author).arg(trial.year);
            sum.a += trial.a;
            sum.b += trial.b;
            sum.c += trial.c;
            sum.d += trial.d;
        }
    }
    QStringList matched;
    for (const auto& match : ask({u"matches"_s, u"--profile"_s, profile}).array()) {
        matched << u"%1 %2"_s.arg(match["site_name"_L1].toString()).arg(match["condition"_L1]["year"_L1].toInt());
    }
    expected.sort();
    matched.sort();
    QCOMPARE(matched, expected);

    const auto answer = ask({u"evidence"_s, u"--profile"_s, profile, u"--question"_s, u"infection"_s});
    QVERIFY2(answer.ok(), answer.why());
    const auto evidence = answer.object();
    QCOMPARE(evidence["sites"_L1].toInt(), static_cast<int>(expected.size()));
    QCOMPARE(evidence["packets"_L1].toInt(), static_cast<int>(expected.size()));
    QCOMPARE(evidence["by_site"_L1].toArray().size(), expected.size());
    const auto totals = evidence["totals"_L1];
    QCOMPARE(totals["a"_L1].toInteger(), sum.a);
    QCOMPARE(totals["b"_L1].toInteger(), sum.b);
    QCOMPARE(totals["c"_L1].toInteger(), sum.c);
    QCOMPARE(totals["d"_L1].toInteger(), sum.d);
    QCOMPARE(evidence["n"_L1].toInteger(), sum.a + sum.b);
    QCOMPARE(evidence["events"_L1].toInteger(), sum.a);
}

void TestVaccineTrials::evidenceCountsEveryTrialOnce() {
    compareWithFile(u"bcg"_s, [](const Trial&) { return true; });
    // The published finding, as far as two rates can show it: fewer fell ill among the vaccinated.
    const auto evidence = ask({u"evidence"_s, u"--profile"_s, u"bcg"_s, u"--question"_s, u"infection"_s}).object();
    QVERIFY(evidence["rate"_L1]["rate"_L1].toDouble() < evidence["control_rate"_L1]["rate"_L1].toDouble());
}

void TestVaccineTrials::similarLatitudes_data() {
    QTest::addColumn<int>("latitude");
    QTest::addColumn<int>("within");
    for (const auto& [latitude, within] : {std::pair(44, 2), {33, 9}, {33, 6}, {13, 14}, {13, 13}, {55, 0}, {0, 30}}) {
        QTest::addRow("%d within %d", latitude, within) << latitude << within;
    }
}

void TestVaccineTrials::similarLatitudes() {
    QFETCH(const int, latitude);
    QFETCH(const int, within);
    const QString name = u"%1 within %2"_s.arg(latitude).arg(within);
    auto profile = latitudeProfile(name, latitude, u"similar"_s);
    // The similarity falls from 1 to 0 over 50 degrees; the threshold lies between two whole degrees.
    profile["theta"_L1] = 1 - (within + 0.5) / 50;
    registerProfile(profile);
    compareWithFile(name, [=](const Trial& trial) { return std::abs(trial.latitude - latitude) <= within; });
}

void TestVaccineTrials::exactLatitudes_data() {
    QTest::addColumn<int>("latitude");
    for (const int latitude : {13, 33, 42, 90}) {
        QTest::addRow("%d", latitude) << latitude;
    }
}

void TestVaccineTrials::exactLatitudes() {
    QFETCH(const int, latitude);
    const QString name = u"exactly %1"_s.arg(latitude);
    registerProfile(latitudeProfile(name, latitude, u"exact"_s));
    compareWithFile(name, [=](const Trial& trial) { return trial.latitude == latitude; });
}

void TestVaccineTrials::cleanupTestCase() {
    for (const auto& site : m_sites) {
        QVERIFY2(site->stop(), site->errors());
    }
    QVERIFY(m_asking && m_asking->stop());
}

QTEST_GUILESS_MAIN(TestVaccineTrials)
#include "tst_vaccine_trials.moc"
