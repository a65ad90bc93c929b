// Three clinics with nodes of their own: what one reports reaches those who asked, and nobody else.
#include "sample_outcomes.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace qis::testing;

namespace {

constexpr int kPatience = 60000;

/// Tenths, since every number of a score has one decimal.
int tenths(const QJsonValue& number) {
    return static_cast<int>(std::lround(number.toDouble() * 10));
}

int sumOfPoints(const QJsonObject& points) {
    int sum = 0;
    for (const auto& value : points) {
        sum += tenths(value);
    }
    return sum;
}

struct Clinic {
    explicit Clinic(const QString& home)
        : node(home) {}

    NodeProcess node;

    [[nodiscard]] Finished ask(const QStringList& arguments) const { return askQis(node.home(), arguments); }
    [[nodiscard]] QJsonArray matches(const QString& profile) const {
        return ask({u"matches"_s, u"--profile"_s, profile, u"--limit"_s, u"100000"_s}).array();
    }
    /// Everything sent has been taken by, or is of no interest to, every peer.
    [[nodiscard]] bool hasSentAll() const { return ask({u"outbox"_s}).out.trimmed() == "[]"; }
    [[nodiscard]] QJsonObject evidence() const {
        return ask({u"evidence"_s, u"--profile"_s, u"watch"_s, u"--question"_s, u"effect-observed"_s}).object();
    }
};

/// A listens; B and C have joined it. B watches for outcomes like `seen` and has reported one itself
/// before; C watches for something else.
struct Clinics {
    QTemporaryDir folder;
    Clinic a{folder.filePath(u"a"_s)};
    Clinic b{folder.filePath(u"b"_s)};
    Clinic c{folder.filePath(u"c"_s)};
    QJsonObject seen;
    QString earlier; ///< id of B's report

    [[nodiscard]] bool open() {
        seen = sampleOutcome(0);
        if (!makeDemoHome(a.node.home(), u"Clinic A"_s) || !makeDemoHome(b.node.home(), u"Clinic B"_s) ||
            !makeDemoHome(c.node.home(), u"Clinic C"_s)) {
            return false;
        }
        const auto reported =
            emitOne(b.node.home(), compact(seen)); // before anything runs: this home is opened by qis itself
        earlier = reported.object()["id"_L1].toString();
        if (earlier.isEmpty() || !a.node.start({u"--listen"_s, u"tcp://127.0.0.1:0"_s})) {
            return false;
        }
        const QStringList join{u"--join"_s, a.node.endpoint()};
        return b.node.start(join) && c.node.start(join) &&
               addProfile(b.node.home(), profileLike(u"watch"_s, seen)).ok() &&
               addProfile(c.node.home(), profileLike(u"watch"_s, sampleOutcome(1))).ok();
    }
};

} // namespace

class TestThreeClinics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOutcomeReachesThoseWhoAsked();
    void whoWasAwayMissesNothing();
    void aRetractionReachesThoseWhoMatched();
    void anAmendmentTakesThePlaceOfItsOutcome();
    void peersFollowToAnotherPort();
};

void TestThreeClinics::anOutcomeReachesThoseWhoAsked() {
    Clinics clinics;
    QVERIFY(clinics.open());

    const auto emitted = emitOne(clinics.a.node.home(), compact(clinics.seen));
    QVERIFY2(emitted.ok(), emitted.why());
    const QString id = emitted.object()["id"_L1].toString();
    QCOMPARE(id.size(), 64);
    QVERIFY(emitted.object()["bytes"_L1].toInt() <= 512);

    const auto matched = clinics.b.ask({u"matches"_s, u"--profile"_s, u"watch"_s, u"--wait"_s, u"10"_s});
    QVERIFY2(matched.ok(), matched.why());
    QCOMPARE(matched.array().size(), 1);
    const auto match = matched.array()[0].toObject();
    QCOMPARE(match["id"_L1].toString(), id);
    QCOMPARE(match["site_name"_L1].toString(), u"Clinic A"_s);
    QCOMPARE(match["condition"_L1]["object_drug"_L1], clinics.seen["condition"_L1]["object_drug"_L1]);
    QCOMPARE(match["outcome"_L1]["effect"_L1], clinics.seen["outcome"_L1]["effect"_L1]);
    QCOMPARE(match["retracted"_L1].toBool(true), false);
    QCOMPARE(tenths(match["score"_L1]), 1000); // the very condition that is watched for
    QVERIFY(match["points"_L1].toObject().size() > 1);
    QCOMPARE(sumOfPoints(match["points"_L1].toObject()), tenths(match["score"_L1]));

    const auto why = clinics.b.ask({u"explain"_s, u"--id"_s, id, u"--profile"_s, u"watch"_s});
    QVERIFY2(why.ok(), why.why());
    QCOMPARE(sumOfPoints(why.object()["points"_L1].toObject()), tenths(why.object()["score"_L1]));
    QCOMPARE(why.object()["score"_L1], match["score"_L1]);
    QCOMPARE(why.object()["signature_valid"_L1].toBool(), true);

    // C has been asked for nothing and given nothing, although A is done with it.
    QTRY_VERIFY_WITH_TIMEOUT(clinics.a.hasSentAll(), kPatience);
    const auto status = statusOf(clinics.c.node.home());
    QCOMPARE(status["peers_connected"_L1].toInt(), 1);
    QCOMPARE(status["storage"_L1]["packets"_L1].toInt(-1), 0);
    QCOMPARE(clinics.c.matches(u"watch"_s).size(), 0);
    const auto unknown = clinics.c.ask({u"inspect"_s, u"--id"_s, id});
    QCOMPARE(unknown.exit, 1);
    QVERIFY2(unknown.refused("not-found"), unknown.why());

    // Whoever reports hears of those who reported the like before.
    QTRY_COMPARE_WITH_TIMEOUT(clinics.a.matches(u"outcome:"_s + id).size(), 1, kPatience);
    QCOMPARE(clinics.a.matches(u"outcome:"_s + id)[0].toObject()["id"_L1].toString(), clinics.earlier);
    for (auto* clinic : {&clinics.a, &clinics.b, &clinics.c}) {
        QVERIFY(clinic->node.stop());
    }
}

void TestThreeClinics::whoWasAwayMissesNothing() {
    constexpr int kOutcomes = 1000;
    Clinics clinics;
    QVERIFY(clinics.open());
    QVERIFY(clinics.b.node.stop());

    QByteArray lines;
    for (int i = 0; i < kOutcomes; ++i) {
        auto outcome = clinics.seen;
        auto side = outcome["outcome"_L1].toObject();
        side["onset_days"_L1] = 1 + i;
        outcome["outcome"_L1] = side;
        outcome["ref"_L1] = u"case-%1"_s.arg(i);
        lines += compact(outcome) + '\n';
    }
    const auto emitted = emitLines(clinics.a.node.home(), lines);
    QVERIFY2(emitted.ok(), emitted.why());
    std::set<QString> sent;
    for (const auto& line : emitted.lines()) {
        sent.insert(line["id"_L1].toString());
    }
    QCOMPARE(sent.size(), std::size_t{kOutcomes});
    QVERIFY(!clinics.a.hasSentAll()); // a peer that is away is waited for

    QVERIFY2(clinics.b.node.start(), clinics.b.node.errors()); // it knows whom it joined
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(clinics.b.node.home())["storage"_L1]["packets"_L1].toInt(), kOutcomes + 1,
                              kPatience);
    std::multiset<QString> received;
    for (const auto& match : clinics.b.matches(u"watch"_s)) {
        received.insert(match.toObject()["id"_L1].toString());
    }
    QVERIFY(std::equal(sent.begin(), sent.end(), received.begin(), received.end()));
    QTRY_VERIFY_WITH_TIMEOUT(clinics.a.hasSentAll(), kPatience);
}

void TestThreeClinics::aRetractionReachesThoseWhoMatched() {
    Clinics clinics;
    QVERIFY(clinics.open());
    const QString kept = emitOne(clinics.a.node.home(), compact(clinics.seen)).object()["id"_L1].toString();
    const QString taken = emitOne(clinics.a.node.home(), compact(clinics.seen)).object()["id"_L1].toString();
    QVERIFY(!kept.isEmpty() && !taken.isEmpty() && kept != taken);
    QTRY_COMPARE_WITH_TIMEOUT(clinics.b.matches(u"watch"_s).size(), 2, kPatience);
    const auto before = clinics.b.evidence();
    QCOMPARE(before["packets"_L1].toInt(), 2);
    QCOMPARE(before["n"_L1].toInt(), 2);
    QCOMPARE(before["retracted"_L1].toInt(), 0);

    const auto foreign = clinics.b.ask({u"retract"_s, u"--target"_s, taken});
    QCOMPARE(foreign.exit, 1);
    QVERIFY2(foreign.refused("foreign-target"), foreign.why());
    const auto retracted = clinics.a.ask({u"retract"_s, u"--target"_s, taken, u"--reason"_s, u"1"_s});
    QVERIFY2(retracted.ok(), retracted.why());
    QCOMPARE(retracted.object()["target"_L1].toString(), taken);
    const auto again = clinics.a.ask({u"retract"_s, u"--target"_s, taken});
    QVERIFY2(again.refused("already-retracted"), again.why());

    QTRY_COMPARE_WITH_TIMEOUT(clinics.b.evidence()["retracted"_L1].toInt(), 1, kPatience);
    const auto after = clinics.b.evidence();
    QCOMPARE(after["packets"_L1].toInt(), 1);
    QCOMPARE(after["n"_L1].toInt(), 1);
    QVERIFY(after["digest"_L1] != before["digest"_L1]);
    for (const auto& match : clinics.b.matches(u"watch"_s)) {
        QCOMPARE(match["retracted"_L1].toBool(), match["id"_L1].toString() == taken);
    }
}

void TestThreeClinics::anAmendmentTakesThePlaceOfItsOutcome() {
    Clinics clinics;
    QVERIFY(clinics.open());
    const QString first = emitOne(clinics.a.node.home(), compact(clinics.seen)).object()["id"_L1].toString();
    QTRY_COMPARE_WITH_TIMEOUT(clinics.b.matches(u"watch"_s).size(), 1, kPatience);
    QCOMPARE(clinics.b.evidence()["events"_L1].toInt(), 1);

    auto corrected = clinics.seen;
    const QJsonValue effect = corrected["outcome"_L1].toObject().value("effect"_L1);
    corrected["outcome"_L1] = QJsonObject{{"effect"_L1, effect}, {"observed"_L1, false}};
    QTemporaryDir folder;
    const QString file = folder.filePath(u"corrected.json"_s);
    QVERIFY(writeFile(file, compact(corrected)));
    const auto amended = clinics.a.ask({u"amend"_s, u"--target"_s, first, u"--file"_s, file});
    QVERIFY2(amended.ok(), amended.why());
    const QString second = amended.object()["id"_L1].toString();
    QCOMPARE(amended.object()["target"_L1].toString(), first);
    const auto again = clinics.a.ask({u"amend"_s, u"--target"_s, first, u"--file"_s, file});
    QVERIFY2(again.refused("already-amended"), again.why());
    const auto foreign = clinics.b.ask({u"amend"_s, u"--target"_s, first, u"--file"_s, file});
    QVERIFY2(foreign.refused("foreign-target"), foreign.why());

    QTRY_COMPARE_WITH_TIMEOUT(clinics.b.matches(u"watch"_s).size(), 2, kPatience);
    for (const auto& match : clinics.b.matches(u"watch"_s)) {
        QCOMPARE(match["amended"_L1].toBool(), match["id"_L1].toString() == first);
        QCOMPARE(match["amendment"_L1].toBool(), match["id"_L1].toString() == second);
    }
    const auto evidence = clinics.b.evidence();
    QCOMPARE(evidence["n"_L1].toInt(), 1);
    QCOMPARE(evidence["events"_L1].toInt(), 0);
    QCOMPARE(evidence["superseded"_L1].toInt(), 1);
}

void TestThreeClinics::peersFollowToAnotherPort() {
    Clinics clinics;
    QVERIFY(clinics.open());
    const QString before = clinics.a.node.endpoint();
    QVERIFY(clinics.b.node.stop());
    QVERIFY(clinics.a.node.stop());
    QVERIFY2(clinics.a.node.start({u"--listen"_s, u"tcp://127.0.0.1:0"_s}), clinics.a.node.errors());
    QVERIFY(clinics.a.node.endpoint() != before);
    // The address it joined before leads nowhere now; the one given last counts.
    QVERIFY2(clinics.b.node.start({u"--join"_s, clinics.a.node.endpoint()}), clinics.b.node.errors());
    const QString id = emitOne(clinics.a.node.home(), compact(clinics.seen)).object()["id"_L1].toString();
    const auto matched = clinics.b.ask({u"matches"_s, u"--profile"_s, u"watch"_s, u"--wait"_s, u"60"_s});
    QVERIFY2(matched.ok(), matched.why());
    QCOMPARE(matched.array()[0].toObject()["id"_L1].toString(), id);
}

QTEST_GUILESS_MAIN(TestThreeClinics)
#include "tst_three_clinics.moc"
