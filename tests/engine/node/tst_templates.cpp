#include "engine/node/engine_world.h"

#include <QTest>

using namespace qis;
using namespace qis::test;

namespace {

QByteArray save(Engine& engine, const std::string& name, const std::string& values, const std::string& pack = "ddi") {
    return codeOf(ask<Nothing>([&](auto reply) { engine.saveTemplate({pack, name, values}, reply); }));
}

std::vector<FormTemplate> templatesOf(Engine& engine) {
    return *ask<std::vector<FormTemplate>>([&](auto reply) { engine.listTemplates(reply); }).value;
}

QByteArray remove(Engine& engine, const std::string& name, const std::string& pack = "ddi") {
    return codeOf(ask<Nothing>([&](auto reply) { engine.removeTemplate(pack, name, reply); }));
}

} // namespace

class TestTemplates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areThereAgain();
    void oneOfANameTakesThePlace();
    void refusesWhatIsNone();
};

void TestTemplates::areThereAgain() {
    const Homes homes;
    {
        const auto engine = homes.open("a");
        QVERIFY(engine);
        QCOMPARE(save(*engine, "usual cluster", R"({"fields":{"condition.sex":"female"}})"), QByteArray("ok"));
        QCOMPARE(save(*engine, "Anticoagulants", "{}"), QByteArray("ok"));
        QCOMPARE(save(*engine, "usual cluster", "{}", "trial"), QByteArray("ok"));
    }
    const auto engine = homes.open("a");
    QVERIFY(engine);
    const auto all = templatesOf(*engine);
    QCOMPARE(all.size(), std::size_t{3});
    QCOMPARE(text(all[0].name), QByteArray("Anticoagulants"));
    QVERIFY(text(all[1].pack) == "ddi" && text(all[2].pack) == "trial");
    QCOMPARE(text(all[1].values), QByteArray(R"({"fields":{"condition.sex":"female"}})"));
    QCOMPARE(remove(*engine, "usual cluster"), QByteArray("ok"));
    QCOMPARE(remove(*engine, "usual cluster"), QByteArray("not-found"));
    QCOMPARE(templatesOf(*engine).size(), std::size_t{2});
}

void TestTemplates::oneOfANameTakesThePlace() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    QCOMPARE(save(*engine, "mine", "{}"), QByteArray("ok"));
    QCOMPARE(save(*engine, "MINE", R"({"note":"x"})"), QByteArray("ok"));
    const auto all = templatesOf(*engine);
    QCOMPARE(all.size(), std::size_t{1});
    QVERIFY(text(all[0].name) == "MINE" && text(all[0].values) == R"({"note":"x"})");
}

void TestTemplates::refusesWhatIsNone() {
    const Homes homes;
    const auto engine = homes.open("a");
    QVERIFY(engine);
    QCOMPARE(save(*engine, "", "{}"), QByteArray("text-too-long"));
    QCOMPARE(save(*engine, std::string(241, 'x'), "{}"), QByteArray("text-too-long"));
    QCOMPARE(save(*engine, "a\nb", "{}"), QByteArray("bad-text"));
    QCOMPARE(save(*engine, "\xFF", "{}"), QByteArray("bad-text"));
    QCOMPARE(save(*engine, "mine", "[]"), QByteArray("not-json"));
    QCOMPARE(save(*engine, "mine", "{"), QByteArray("not-json"));
    QCOMPARE(save(*engine, "mine", "{\"note\":\"" + std::string(65536, 'x') + "\"}"), QByteArray("draft-too-large"));
    QCOMPARE(save(*engine, "mine", "{}", std::string(1000, 'x')), QByteArray("bad-argument"));
    QVERIFY(templatesOf(*engine).empty());
    for (int i = 0; i < 200; ++i) {
        QVERIFY(save(*engine, std::to_string(i), "{}") == "ok");
    }
    QCOMPARE(save(*engine, "one more", "{}"), QByteArray("too-many-templates"));
    QCOMPARE(save(*engine, "199", R"({"note":"x"})"), QByteArray("ok"));
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
