// Nodes that have a pack as it was, and as it is since fields were added.
#include "engine/node/engine_world.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace qis;
using namespace qis::test;
using namespace Qt::StringLiterals;

namespace {

Draft answered(int confidence = 50) {
    auto draft = interaction(confidence);
    draft.outcome["dips"] = std::string("yyyy-u----");
    return draft;
}

/// The resources as they were before the questions were added.
class OlderResources {
public:
    OlderResources() {
        const QDir from(QString::fromStdString(Homes::resources().string()));
        const QDir to(m_folder.path());
        for (const char* part : {"packs", "vocabularies"}) {
            to.mkpath(QLatin1String(part));
            for (const auto& name : QDir(from.filePath(QLatin1String(part))).entryList({"*.json"_L1}, QDir::Files)) {
                const QString file = QLatin1String(part) + u'/' + name;
                QFile::copy(from.filePath(file), to.filePath(file));
            }
        }
        QFile file(to.filePath("packs/ddi.json"_L1));
        if (!file.open(QIODevice::ReadOnly)) {
            return;
        }
        auto pack = QJsonDocument::fromJson(file.readAll()).object();
        file.close();
        QJsonArray fields;
        QStringList newer;
        for (const auto& field : pack.value("fields"_L1).toArray()) {
            if (field.toObject().value("since"_L1).toInt() == 0) {
                fields.append(field);
            } else {
                newer.append(field.toObject().value("name"_L1).toString());
            }
        }
        QJsonArray rules;
        for (const auto& rule : pack.value("rules"_L1).toArray()) {
            const auto names = rule.toObject().value("fields"_L1).toArray();
            if (!newer.contains(names.at(0).toString()) && !newer.contains(names.at(1).toString())) {
                rules.append(rule);
            }
        }
        pack.insert("rules"_L1, rules);
        m_isOlder = fields.size() < pack.value("fields"_L1).toArray().size();
        pack.insert("fields"_L1, fields);
        pack.remove("completeness"_L1);
        pack.insert("sentence"_L1, "{object_drug} with {precipitant_drug}: {effect} {observed}"_L1);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        m_isOlder = m_isOlder && file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
                    file.write(QJsonDocument(pack).toJson()) > 0;
    }
    [[nodiscard]] bool isOlder() const { return m_isOlder; }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
    bool m_isOlder = false;
};

bool matchesReach(Engine& engine, std::size_t count) {
    return comesTrue(engine, [&] {
        const auto page = matchesOf(engine, "mine");
        return page.ok() && page.value->rows.size() == count;
    });
}

} // namespace

class TestPackGenerations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areMatchedAsOnePack();
    void anAmendmentMayAddWhatIsNew();
    void anOlderNodeKeepsAsideWhatItCannotRead();
    void aHomeOutlivesTheChange();
};

void TestPackGenerations::areMatchedAsOnePack() {
    const Homes homes;
    const auto a = homes.open("a");
    QVERIFY(a);
    auto options = homes.options("b");
    options.join = {statusOf(*a).value->endpoints.front()};
    const auto b = homes.open("b", options);
    QVERIFY(b);
    QVERIFY(addProfile(*b, "mine", interaction()).ok());
    QVERIFY(emitDraft(*a, interaction(60)).ok());
    QVERIFY(emitDraft(*a, answered(70)).ok());
    QVERIFY(matchesReach(*b, 2));
    // One asks for the other, whichever has more in it.
    const auto mine = emitDraft(*b, answered(80));
    QVERIFY(mine.ok());
    const auto profile = "outcome:" + mine.value->id;
    QVERIFY(comesTrue(*b, [&] { return matchesOf(*b, profile).value->rows.size() == 2; }));
    const auto page = matchesOf(*b, profile);
    for (const auto& row : page.value->rows) {
        const auto info = ask<ExplanationInfo>([&](auto reply) { b->explainMatch(row.id, profile, reply); });
        QVERIFY2(info.ok(), info.failure.detail.c_str());
        const auto rank = ask<MatchRank>([&](auto reply) { b->rankMatch(row.id, profile, reply); });
        QVERIFY2(rank.ok(), rank.failure.detail.c_str());
        QCOMPARE(rank.value->compared, std::size_t{1});
        const auto both = ask<ExplanationInfo>([&](auto reply) { b->comparePackets(mine.value->id, row.id, reply); });
        QVERIFY2(both.ok(), both.failure.detail.c_str());
    }
    // They are counted together, and what the new questions come to as far as they were asked.
    const auto evidence = ask<EvidenceInfo>([&](auto reply) { b->gatherEvidence("mine", "effect-observed", reply); });
    QVERIFY(evidence.ok());
    QCOMPARE(evidence.value->n, std::uint64_t{2});
    const auto& all = evidence.value->distributions;
    const auto dips = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.field == "outcome.dips"; });
    QVERIFY(dips != all.end());
    QCOMPARE(dips->recorded, std::uint64_t{1});
    QCOMPARE(text(dips->bars.front().label), QByteArray("possible"));
}

void TestPackGenerations::anAmendmentMayAddWhatIsNew() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto first = emitDraft(*engine, interaction());
    QVERIFY(first.ok());
    // The same patient, though one of the two has more recorded.
    const auto examined = ask<DraftExamination>([&](auto reply) { engine->examineDraft(answered(), reply); });
    QCOMPARE(examined.value->duplicates.size(), std::size_t{1});
    auto amended = answered();
    amended.amends = first.value->id;
    const auto second = emitDraft(*engine, amended);
    QVERIFY2(second.ok(), second.failure.detail.c_str());
    // And back to what needs none of it.
    auto third = interaction(90);
    third.amends = second.value->id;
    QVERIFY(emitDraft(*engine, third).ok());
}

void TestPackGenerations::anOlderNodeKeepsAsideWhatItCannotRead() {
    const OlderResources older;
    QVERIFY(older.isOlder());
    const Homes homes;
    const auto a = homes.open("a");
    QVERIFY(a && homes.make("b").ok());
    auto options = homes.options("b");
    options.resources = older.path();
    options.join = {statusOf(*a).value->endpoints.front()};
    auto b = homes.open("b", options);
    QVERIFY(b);
    QVERIFY(addProfile(*b, "mine", interaction()).ok());
    const auto unreadable = emitDraft(*b, answered());
    QCOMPARE(text(unreadable.failure.code), QByteArray("unknown-member"));
    QVERIFY(emitDraft(*a, answered(60)).ok());
    QVERIFY(emitDraft(*a, interaction(70)).ok());
    QVERIFY(matchesReach(*b, 1));
    QVERIFY(comesTrue(*b, [&] { return statusOf(*b).value->quarantined == 1; }));
    QVERIFY(comesTrue(*a, [&] { return outboxOf(*a).value->empty(); }));
    QCOMPARE(statusOf(*a).value->connectedPeers, std::uint64_t{1});
    // With the newer pack it has both.
    b.reset();
    options.resources = Homes::resources();
    b = homes.open("b", options);
    QVERIFY(b);
    QVERIFY(matchesReach(*b, 2));
    QVERIFY(comesTrue(*b, [&] { return statusOf(*b).value->quarantined == 0; }));
}

void TestPackGenerations::aHomeOutlivesTheChange() {
    const OlderResources older;
    const Homes homes;
    QVERIFY(homes.make("a").ok());
    auto options = homes.options("a");
    options.resources = older.path();
    auto engine = homes.open("a", options);
    QVERIFY(engine);
    QVERIFY(addProfile(*engine, "mine", interaction()).ok());
    const auto before = emitDraft(*engine, interaction(60));
    QVERIFY(before.ok());
    engine.reset();
    options.resources = Homes::resources();
    engine = homes.open("a", options);
    QVERIFY(engine);
    const auto page = ask<OutcomePage>([&](auto reply) { engine->listOutcomes({}, reply); });
    QCOMPARE(page.value->rows.size(), std::size_t{1});
    QCOMPARE(text(page.value->rows.front().pack), QByteArray("ddi"));
    const auto info = ask<ExplanationInfo>([&](auto reply) { engine->explainMatch(before.value->id, "mine", reply); });
    QVERIFY2(info.ok(), info.failure.detail.c_str());
    QCOMPARE(info.value->score, 1000);
    const auto draft = ask<Draft>([&](auto reply) { engine->draftFromOutcome(before.value->id, 0, reply); });
    QVERIFY(draft.ok());
}

QTEST_APPLESS_MAIN(TestPackGenerations)
#include "tst_pack_generations.moc"
