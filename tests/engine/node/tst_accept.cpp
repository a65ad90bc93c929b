#include "engine/node/accept_world.h"
#include "source_dir.h"
#include "support/faulty_vfs.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace qis::core;
using namespace qis::test;

class TestAccept : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void storesAndMatches();
    void leavesTheOwnSiteOutOfMatches();
    void settlesDuplicates();
    void doesNotLetAForgedPacketHideAGoodOne();
    void refusesOneAndStoresTheRest();
    void keepsAnUnknownAuthorAsideUntilItIsKnown();
    void admitsOnlySitesOfItsOwnNetwork();
    void doesNotMoveADeviceToAnotherSite();
    void refusesWhatLiesOutsideItsSitesTime();
    void keepsAnUnknownPackAsideUntilItIsInstalled();
    void keepsAPacketOfTheFutureUntilItIsDue();
    void keepsANewerVersionAside();
    void refusesWhatDoesNotFitThePack_data();
    void refusesWhatDoesNotFitThePack();
    void keepsNothingOfAFailedTransaction();
    void checksAPacketWithoutAStore();
};

void TestAccept::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestAccept::storesAndMatches() {
    Receiver node;
    Writer writer;
    node.admit(siteOf({&writer}));
    node.addProfile(kProfile);
    const auto near = writer.next(pairOutcome());
    const auto far = writer.next(pairOutcome(50, "simvastatin"));
    const auto verdicts = node.takeAll({near, far});
    for (const auto& verdict : verdicts) {
        COMPARE_CODE(verdict, Code::None);
        QVERIFY(verdict.row > 0 && !verdict.keptAside);
    }
    const auto matches = node.store->matches(std::nullopt, 0, 10, false);
    QVERIFY(matches.ok());
    QCOMPARE(matches->size(), std::size_t{1});
    QVERIFY(matches->front().packet.id == near.id);
    QCOMPARE(matches->front().score, 1000);
    QVERIFY(matches->front().packet.origin == node.peer);
    QVERIFY(node.accept->takeMatchesFound());
    QVERIFY(!node.accept->takeMatchesFound());
}

void TestAccept::leavesTheOwnSiteOutOfMatches() {
    Receiver node;
    Writer colleague;
    node.admit(siteOf({&node.self, &colleague}, 2));
    node.addProfile(kProfile);
    COMPARE_CODE(node.take(colleague.next(pairOutcome())), Code::None);
    QCOMPARE(*node.store->matchCount(std::nullopt), std::uint64_t{0});
}

void TestAccept::settlesDuplicates() {
    Receiver node;
    Writer writer;
    node.admit(siteOf({&writer}));
    const auto packet = writer.next(pairOutcome());
    const auto verdicts = node.takeAll({packet, packet});
    COMPARE_CODE(verdicts[0], Code::None);
    COMPARE_CODE(verdicts[1], Code::Duplicate);
    COMPARE_CODE(node.take(packet), Code::Duplicate);
    node.reopen();
    COMPARE_CODE(node.take(packet), Code::Duplicate);
    QCOMPARE(node.store->counts()->packets, std::uint64_t{1});
}

void TestAccept::doesNotLetAForgedPacketHideAGoodOne() {
    Receiver node;
    Writer writer;
    node.admit(siteOf({&writer}));
    const auto good = writer.next(pairOutcome());
    auto forged = good.bytes;
    forged.back() ^= 1;
    const auto verdicts = node.takeBytes({forged, good.bytes, forged});
    COMPARE_CODE(verdicts[0], Code::BadSignature);
    COMPARE_CODE(verdicts[1], Code::None);
    COMPARE_CODE(verdicts[2], Code::BadSignature);
    QVERIFY(node.holds(good));
}

void TestAccept::refusesOneAndStoresTheRest() {
    Receiver node;
    Writer writer;
    node.admit(siteOf({&writer}));
    const auto first = writer.next(pairOutcome(1));
    const auto second = writer.next(pairOutcome(2));
    auto longer = second.bytes;
    longer.push_back(0);
    const auto verdicts = node.takeBytes({Bytes(513, 0), first.bytes, Bytes{}, longer, second.bytes, Bytes{0xF6}});
    COMPARE_CODE(verdicts[0], Code::TooLarge);
    COMPARE_CODE(verdicts[1], Code::None);
    COMPARE_CODE(verdicts[2], Code::NotCbor);
    COMPARE_CODE(verdicts[3], Code::TrailingBytes);
    COMPARE_CODE(verdicts[4], Code::None);
    COMPARE_CODE(verdicts[5], Code::NotCose);
    QCOMPARE(node.store->counts()->packets, std::uint64_t{2});
    QCOMPARE(node.quarantined(), std::uint64_t{0});
}

void TestAccept::keepsAnUnknownAuthorAsideUntilItIsKnown() {
    Receiver node;
    Writer writer;
    node.addProfile(kProfile);
    const auto first = writer.next(pairOutcome(1));
    const auto second = writer.next(pairOutcome(2));
    for (const auto& verdict : node.takeAll({second, first, second})) {
        QVERIFY(verdict.keptAside || verdict.code == Code::Duplicate);
    }
    COMPARE_CODE(node.take(first), Code::UnknownAuthor);
    QCOMPARE(node.quarantined(), std::uint64_t{2});
    QVERIFY(!node.holds(first));
    for (const auto& verdict : node.replay(Code::UnknownAuthor)) {
        QVERIFY(verdict.keptAside); // nothing has changed
    }
    QCOMPARE(node.quarantined(), std::uint64_t{2});
    node.reopen();
    node.admit(siteOf({&writer}));
    for (const auto& verdict : node.replay(Code::UnknownAuthor)) {
        COMPARE_CODE(verdict, Code::None);
    }
    QVERIFY(node.holds(first) && node.holds(second));
    QCOMPARE(node.quarantined(), std::uint64_t{0});
    QCOMPARE(*node.store->matchCount(std::nullopt), std::uint64_t{2});
    QVERIFY((**node.store->findPacket(first.id)).origin == node.peer);

    // A bad signature is found out before anything is kept.
    Writer stranger;
    auto forged = stranger.next(pairOutcome()).bytes;
    forged.back() ^= 1;
    COMPARE_CODE(node.takeBytes({forged}).front(), Code::BadSignature);
    QCOMPARE(node.quarantined(), std::uint64_t{0});
}

void TestAccept::admitsOnlySitesOfItsOwnNetwork() {
    Members members(testNetwork());
    const Writer writer;
    NetworkId other = testNetwork();
    other.bytes[0] ^= 1;
    QCOMPARE(nameOf(members.admit(siteOf({&writer}, 1, false, other), false).code()), nameOf(Code::WrongNetwork));
    QCOMPARE(nameOf(members.admit(siteOf({&writer}, 1, true), false).code()), nameOf(Code::DemoKey));
    QCOMPARE(nameOf(members.admit(siteOf({&writer}), true).code()), nameOf(Code::DemoKey));
    QVERIFY(members.find(writer.author()) == nullptr);
    QVERIFY(members.admit(siteOf({&writer}), false).ok());
    QVERIFY(members.find(writer.author()) != nullptr);
}

void TestAccept::doesNotMoveADeviceToAnotherSite() {
    Members members(testNetwork());
    const Writer honest;
    const Writer taker;
    const auto site = siteOf({&honest});
    QVERIFY(members.admit(site, false).ok());
    QVERIFY(members.admit(siteOf({&taker, &honest}, 9), false).ok());
    QVERIFY(members.find(honest.author())->site == site.document.site);
    QVERIFY(members.find(taker.author())->site != site.document.site);
    // Nor when the other one's document comes first.
    Members later(testNetwork());
    QVERIFY(later.admit(siteOf({&taker, &honest}, 9), false).ok());
    QVERIFY(later.admit(site, false).ok());
    QVERIFY(later.find(honest.author())->site == site.document.site);
}

void TestAccept::refusesWhatLiesOutsideItsSitesTime() {
    Receiver node;
    Writer writer;
    const auto site = siteOf({&writer});
    node.admit(site);
    const auto early = writer.next(pairOutcome(1), site.document.validFrom - 2 * 86400);
    COMPARE_CODE(node.take(early), Code::NotMember);
    const auto late = writer.next(pairOutcome(2), site.document.validUntil + 3600);
    COMPARE_CODE(node.take(late, site.document.validUntil * 1000), Code::NotMember);
    COMPARE_CODE(node.take(writer.next(pairOutcome(3))), Code::None);
}

void TestAccept::keepsAnUnknownPackAsideUntilItIsInstalled() {
    const QTemporaryDir resources;
    QDir(resources.path()).mkpath(QStringLiteral("packs"));
    QDir(resources.path()).mkpath(QStringLiteral("vocabularies"));
    const auto from = QStringLiteral(QIS_SOURCE_DIR "/resources/");
    for (const auto* name : {"packs/trial.json", "vocabularies/effect.json", "vocabularies/ingredient.json",
                             "vocabularies/phenotype.json"}) {
        QVERIFY(QFile::copy(from + QString::fromLatin1(name), resources.filePath(QString::fromLatin1(name))));
    }
    const auto without = Catalogue::load(resources.path().toStdString());
    QVERIFY(without.ok());
    Receiver node(*without);
    Writer writer;
    node.admit(siteOf({&writer}));
    const auto packet = writer.next(pairOutcome());
    const auto verdict = node.take(packet);
    COMPARE_CODE(verdict, Code::UnknownPack);
    QVERIFY(verdict.keptAside);
    QVERIFY(node.replay(Code::UnknownPack).front().keptAside);
    node.reopen(shippedCatalogue());
    COMPARE_CODE(node.replay(Code::UnknownPack).front(), Code::None);
    QVERIFY(node.holds(packet));
    QCOMPARE(node.quarantined(), std::uint64_t{0});
}

void TestAccept::keepsAPacketOfTheFutureUntilItIsDue() {
    Receiver node;
    Writer writer;
    node.admit(siteOf({&writer}));
    constexpr Seconds kAhead = kMaxFuture + 3600;
    const auto packet = writer.next(pairOutcome(), kNow / 1000 + kAhead);
    const auto verdict = node.take(packet);
    COMPARE_CODE(verdict, Code::FromFuture);
    QVERIFY(verdict.keptAside);
    QVERIFY(node.replay(Code::FromFuture).empty());
    const auto waiting = node.store->quarantined(Code::FromFuture, 10);
    QCOMPARE(waiting->front().due, packet.packet.issued - kMaxFuture);
    COMPARE_CODE(node.replay(Code::FromFuture, waiting->front().due * 1000).front(), Code::None);
    QVERIFY(node.holds(packet));
    // Exactly at the limit nothing has to wait.
    const auto limit = writer.next(pairOutcome(2), kNow / 1000 + kMaxFuture);
    COMPARE_CODE(node.take(limit), Code::None);
}

void TestAccept::keepsANewerVersionAside() {
    Receiver node;
    Writer writer;
    node.admit(siteOf({&writer}));
    auto bytes = writer.next(pairOutcome()).bytes;
    // The payload begins with { 1: 1 }, the version, right after the head of its byte string.
    const Bytes version{0x01, 0x01, 0x02, 0x00};
    const auto at = std::search(bytes.begin(), bytes.end(), version.begin(), version.end());
    QVERIFY(at != bytes.end());
    at[1] = 0x02;
    const auto verdict = node.takeBytes({bytes}).front();
    COMPARE_CODE(verdict, Code::UnknownVersion);
    QVERIFY(verdict.keptAside);
    QCOMPARE(node.store->quarantined(Code::UnknownVersion, 10)->size(), std::size_t{1});
}

void TestAccept::refusesWhatDoesNotFitThePack_data() {
    QTest::addColumn<int>("change");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("unknown field") << 0 << nameOf(Code::UnknownField);
    QTest::newRow("wrong type") << 1 << nameOf(Code::WrongType);
    QTest::newRow("not allowed") << 2 << nameOf(Code::NotAllowed);
    QTest::newRow("missing field") << 3 << nameOf(Code::MissingField);
    QTest::newRow("rule broken") << 4 << nameOf(Code::RuleBroken);
    QTest::newRow("unknown term") << 5 << nameOf(Code::UnknownTerm);
}

void TestAccept::refusesWhatDoesNotFitThePack() {
    QFETCH(int, change);
    QFETCH(QByteArray, code);
    const auto& pack = shippedCatalogue()->find("ddi")->pack;
    const auto number = [&pack](std::string_view name) { return pack.field(name)->number; };
    auto content = pairOutcome();
    switch (change) {
    case 0:
        setField(content.condition, 999, std::int64_t{1});
        break;
    case 1:
        setField(content.condition, number("sex"), std::string("female"));
        break;
    case 2:
        setField(content.condition, number("sex"), std::int64_t{77});
        break;
    case 3:
        content.condition.erase(content.condition.begin());
        break;
    case 4:
        setField(content.condition, number("precipitant_drug"), *findField(content.condition, number("object_drug")));
        break;
    default:
        setField(content.condition, number("object_drug"), std::int64_t{4'000'000});
        break;
    }
    Receiver node;
    Writer writer;
    node.admit(siteOf({&writer}));
    const auto packet = writer.next(content);
    const auto verdict = node.take(packet);
    QCOMPARE(nameOf(verdict.code), code);
    QVERIFY(!verdict.keptAside);
    QVERIFY(!node.holds(packet));
    // What follows in the chain is not lost with it.
    COMPARE_CODE(node.take(writer.next(pairOutcome(60))), Code::None);
}

void TestAccept::keepsNothingOfAFailedTransaction() {
    qis::testing::installFaultyVfs();
    {
        Receiver node;
        Writer writer;
        Writer forker;
        node.admit(siteOf({&writer}));
        node.admit(siteOf({&forker}));
        node.addProfile(kProfile);
        const auto first = forker.next(pairOutcome(1));
        QVERIFY(node.take(first).row > 0);
        const auto fork = forker.at(1, std::nullopt, pairOutcome(2));
        std::vector<DecodedPacket> packets{fork};
        for (int i = 0; i < 20; ++i) {
            packets.push_back(writer.next(pairOutcome(i)));
        }
        packets.push_back(writer.next(about(Kind::Retraction, packets[1])));
        int failures = 0;
        for (std::uint64_t at = 1; at < 200; ++at) {
            std::vector<Incoming> incoming;
            for (const auto& packet : packets) {
                incoming.push_back({packet.bytes, node.peer, 0});
            }
            qis::testing::armFault({at, qis::testing::Fault::DiskFull, false});
            const auto verdicts = node.accept->accept(std::move(incoming), kNow);
            const bool fired = qis::testing::faultFired();
            qis::testing::disarmFault();
            if (verdicts.ok()) {
                QVERIFY(!fired);
                COMPARE_CODE((*verdicts)[0], Code::Equivocation);
                break;
            }
            ++failures;
            QCOMPARE(nameOf(verdicts.code()), nameOf(Code::DiskFull));
            QCOMPARE(node.store->counts()->packets, std::uint64_t{1});
            QVERIFY(node.accept->foreignRows().size() <= 1);
            QVERIFY(!node.members->isSuspended(forker.author()));
        }
        qInfo() << failures << "failed writes";
        QVERIFY(failures > 0);
        QCOMPARE(node.store->counts()->packets, std::uint64_t{22});
        QVERIFY(node.isRetracted(packets[1]));
        QVERIFY(node.members->isSuspended(forker.author()));
    }
    qis::testing::uninstallFaultyVfs();
}

void TestAccept::checksAPacketWithoutAStore() {
    Writer writer;
    const auto packet = writer.next(pairOutcome());
    DecodedPacket decoded;
    const auto check = [&decoded](const Bytes& bytes, Seconds now = kNow / 1000) {
        return nameOf(checkPacket(*shippedCatalogue(), bytes, now, &decoded).code());
    };
    QCOMPARE(check(packet.bytes), nameOf(Code::None));
    QVERIFY(decoded.id == packet.id);
    auto forged = packet.bytes;
    forged.back() ^= 1;
    QCOMPARE(check(forged), nameOf(Code::BadSignature));
    QCOMPARE(check(packet.bytes, kNow / 1000 - 2 * kMaxFuture), nameOf(Code::FromFuture));
    auto content = pairOutcome();
    setField(content.condition, 999, std::int64_t{1});
    QCOMPARE(check(writer.next(content).bytes), nameOf(Code::UnknownField));
    QVERIFY(checkPacket(*shippedCatalogue(), packet.bytes, kNow / 1000, nullptr).ok());
}

QTEST_APPLESS_MAIN(TestAccept)
#include "tst_accept.moc"
