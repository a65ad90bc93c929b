// What an author said before and after: the chain, forks, and packets about packets.
#include "engine/node/accept_world.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace qis::core;
using namespace qis::test;

class TestAcceptChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesWhatContradictsItsPredecessor();
    void refusesWhatContradictsItsSuccessor();
    void suspendsAnAuthorWhoForks_data();
    void suspendsAnAuthorWhoForks();
    void acceptsAChainInAnyOrder();
    void onlyTheAuthorsSiteReachesBack_data();
    void onlyTheAuthorsSiteReachesBack();
    void validatesAnybodysOutcome();
    void retracts();
    void retractsWhatComesLater();
    void doesNotLetAStrangerRetractAhead();
    void replacesWhatIsAmended();
    void replacesWhatComesLater();
    void doesNotLetAStrangerAmend();
};

void TestAcceptChain::initTestCase() {
    QVERIFY(initCrypto().ok());
}

void TestAcceptChain::refusesWhatContradictsItsPredecessor() {
    for (const bool restarted : {false, true}) {
        Receiver node;
        Writer writer;
        node.admit(siteOf({&writer}));
        const auto first = writer.next(pairOutcome(1));
        const auto second = writer.next(pairOutcome(2));
        QVERIFY(node.take(first).row > 0);
        if (restarted) {
            node.reopen();
        }
        const auto other = writer.at(1, std::nullopt, pairOutcome(9));
        const auto wrong = writer.at(2, shortId(other.id), pairOutcome(3));
        COMPARE_CODE(node.take(wrong), Code::ChainConflict);
        QVERIFY(!node.holds(wrong));
        QVERIFY(!node.members->isSuspended(writer.author()));
        COMPARE_CODE(node.take(second), Code::None);
    }
}

void TestAcceptChain::refusesWhatContradictsItsSuccessor() {
    Receiver node;
    Writer writer;
    node.admit(siteOf({&writer}));
    const auto first = writer.next(pairOutcome(1));
    const auto second = writer.next(pairOutcome(2));
    QVERIFY(node.take(second).row > 0);
    const auto other = writer.at(1, std::nullopt, pairOutcome(9));
    COMPARE_CODE(node.take(other), Code::ChainConflict);
    COMPARE_CODE(node.take(first), Code::None);
}

void TestAcceptChain::suspendsAnAuthorWhoForks_data() {
    QTest::addColumn<bool>("withSuccessor");
    QTest::addColumn<bool>("otherPrevious");
    QTest::newRow("at the end") << false << false;
    QTest::newRow("in the middle") << true << false;
    QTest::newRow("with another previous") << false << true;
    QTest::newRow("in the middle with another previous") << true << true;
}

void TestAcceptChain::suspendsAnAuthorWhoForks() {
    QFETCH(bool, withSuccessor);
    QFETCH(bool, otherPrevious);
    Receiver node;
    Writer writer;
    Writer colleague;
    node.admit(siteOf({&writer, &colleague}));
    const auto first = writer.next(pairOutcome(1));
    const auto second = writer.next(pairOutcome(2));
    QVERIFY(node.take(first).row > 0);
    QVERIFY(node.take(second).row > 0);
    const auto third = writer.next(pairOutcome(3));
    if (withSuccessor) {
        QVERIFY(node.take(third).row > 0);
    }
    ShortId nowhere;
    nowhere.bytes.fill(0xAB);
    const auto fork = writer.at(2, otherPrevious ? nowhere : shortId(first.id), pairOutcome(9));
    const auto verdicts = node.takeAll({fork, writer.next(pairOutcome(4)), colleague.next(pairOutcome(5))});
    COMPARE_CODE(verdicts[0], Code::Equivocation);
    COMPARE_CODE(verdicts[1], Code::NotMember);
    COMPARE_CODE(verdicts[2], Code::None); // the site's other devices are not concerned
    QVERIFY(!node.holds(fork));
    QVERIFY(node.holds(second)); // what was held stays, and is left out of evidence
    const auto suspended = node.store->suspendedAuthors();
    QVERIFY(suspended.ok() && suspended->size() == 1 && suspended->front() == writer.author());
    node.reopen();
    COMPARE_CODE(node.take(writer.next(pairOutcome(6))), Code::NotMember);
}

void TestAcceptChain::acceptsAChainInAnyOrder() {
    constexpr unsigned kSeed = 20260301;
    qInfo() << "seed" << kSeed;
    std::mt19937 random(kSeed);
    for (int round = 0; round < 30; ++round) {
        Receiver node;
        Writer one;
        Writer two;
        node.admit(siteOf({&one}));
        node.admit(siteOf({&two}));
        std::vector<DecodedPacket> packets;
        for (int i = 0; i < 5; ++i) {
            packets.push_back(one.next(pairOutcome(i)));
            packets.push_back(two.next(pairOutcome(i)));
        }
        const auto wrong = one.at(3, shortId(packets[0].id), pairOutcome(99));
        auto shuffled = packets;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        for (std::size_t i = 0; i < shuffled.size();) {
            const std::size_t count = std::min<std::size_t>(1 + random() % 4, shuffled.size() - i);
            const auto begin = shuffled.begin() + static_cast<std::ptrdiff_t>(i);
            for (const auto& verdict : node.takeAll({begin, begin + static_cast<std::ptrdiff_t>(count)})) {
                COMPARE_CODE(verdict, Code::None);
            }
            i += count;
            if (random() % 5 == 0) {
                node.reopen();
            }
        }
        COMPARE_CODE(node.take(one.next(pairOutcome(50))), Code::None);
        COMPARE_CODE(node.take(wrong), Code::Equivocation);
        QCOMPARE(node.store->chainHead(two.author())->sequence, std::uint64_t{5});
    }
}

void TestAcceptChain::onlyTheAuthorsSiteReachesBack_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("follow-up") << static_cast<int>(Kind::FollowUp);
    QTest::newRow("amendment") << static_cast<int>(Kind::Amendment);
    QTest::newRow("retraction") << static_cast<int>(Kind::Retraction);
}

void TestAcceptChain::onlyTheAuthorsSiteReachesBack() {
    QFETCH(int, kind);
    const auto reaching = static_cast<Kind>(kind);
    Receiver node;
    Writer author;
    Writer colleague;
    Writer stranger;
    node.admit(siteOf({&author, &colleague}));
    node.admit(siteOf({&stranger}));
    const auto packet = author.next(pairOutcome());
    QVERIFY(node.take(packet).row > 0);
    const auto foreign = stranger.next(about(reaching, packet));
    COMPARE_CODE(node.take(foreign), Code::ForeignTarget);
    QVERIFY(!node.holds(foreign));
    QVERIFY(!node.isRetracted(packet));
    COMPARE_CODE(node.take(colleague.next(about(reaching, packet))), Code::None);
    COMPARE_CODE(node.take(author.next(about(reaching, packet))), Code::None);
    QCOMPARE(node.isRetracted(packet), reaching == Kind::Retraction);
}

void TestAcceptChain::validatesAnybodysOutcome() {
    Receiver node;
    Writer author;
    Writer other;
    node.admit(siteOf({&author}));
    node.admit(siteOf({&other}));
    const auto packet = author.next(pairOutcome());
    QVERIFY(node.take(packet).row > 0);
    const auto validation = other.next(about(Kind::Validation, packet, 0));
    COMPARE_CODE(node.take(validation), Code::None);
    QCOMPARE(node.store->packetsTargeting(shortId(packet.id))->size(), std::size_t{1});
}

void TestAcceptChain::retracts() {
    Receiver node;
    Writer author;
    node.admit(siteOf({&author}));
    node.addProfile(kProfile);
    const auto packet = author.next(pairOutcome());
    QVERIFY(node.take(packet).row > 0);
    QVERIFY(node.accept->takeMatchesFound());
    const auto retraction = author.next(about(Kind::Retraction, packet));
    COMPARE_CODE(node.take(retraction), Code::None);
    QVERIFY(node.accept->takeMatchesFound()); // those who look at matches have to look again
    QVERIFY(node.isRetracted(packet));
    // It travels wherever the original went.
    const auto stored = node.store->findPacket(retraction.id);
    QVERIFY((**stored).coarse == (**node.store->findPacket(packet.id)).coarse);
    QVERIFY(!(**stored).coarse.empty());
}

void TestAcceptChain::retractsWhatComesLater() {
    for (const bool restarted : {false, true}) {
        Receiver node;
        Writer author;
        node.admit(siteOf({&author}));
        const auto packet = author.next(pairOutcome(1));
        const auto retraction = author.next(about(Kind::Retraction, packet));
        COMPARE_CODE(node.take(retraction), Code::None);
        if (restarted) {
            node.reopen();
        }
        COMPARE_CODE(node.take(packet), Code::None);
        QVERIFY(node.isRetracted(packet));
    }
}

void TestAcceptChain::doesNotLetAStrangerRetractAhead() {
    Receiver node;
    Writer author;
    Writer stranger;
    node.admit(siteOf({&author}));
    node.admit(siteOf({&stranger}));
    const auto packet = author.next(pairOutcome());
    COMPARE_CODE(node.take(stranger.next(about(Kind::Retraction, packet))), Code::None); // nobody can tell yet
    COMPARE_CODE(node.take(packet), Code::None);
    QVERIFY(!node.isRetracted(packet));
}

void TestAcceptChain::replacesWhatIsAmended() {
    Receiver node;
    Writer author;
    node.admit(siteOf({&author}));
    const auto packet = author.next(pairOutcome(1));
    const auto amendment = author.next(about(Kind::Amendment, packet));
    COMPARE_CODE(node.take(packet), Code::None);
    QVERIFY(!node.isReplaced(packet));
    COMPARE_CODE(node.take(amendment), Code::None);
    QVERIFY(node.isReplaced(packet) && !node.isReplaced(amendment));
    // Taking the amendment back does not bring the first version back.
    COMPARE_CODE(node.take(author.next(about(Kind::Retraction, amendment))), Code::None);
    QVERIFY(node.isReplaced(packet) && node.isRetracted(amendment) && !node.isRetracted(packet));
}

void TestAcceptChain::replacesWhatComesLater() {
    for (const bool restarted : {false, true}) {
        Receiver node;
        Writer author;
        node.admit(siteOf({&author}));
        const auto packet = author.next(pairOutcome(1));
        const auto second = author.next(about(Kind::Amendment, packet));
        const auto third = author.next(about(Kind::Amendment, second));
        COMPARE_CODE(node.take(third), Code::None);
        COMPARE_CODE(node.take(packet), Code::None);
        QVERIFY(!node.isReplaced(packet)); // what the third is about is not known yet
        if (restarted) {
            node.reopen();
        }
        COMPARE_CODE(node.take(second), Code::None);
        QVERIFY(node.isReplaced(packet) && node.isReplaced(second) && !node.isReplaced(third));
    }
}

void TestAcceptChain::doesNotLetAStrangerAmend() {
    Receiver node;
    Writer author;
    Writer stranger;
    node.admit(siteOf({&author}));
    node.admit(siteOf({&stranger}));
    const auto packet = author.next(pairOutcome());
    COMPARE_CODE(node.take(stranger.next(about(Kind::Amendment, packet))), Code::None); // nobody can tell yet
    COMPARE_CODE(node.take(packet), Code::None);
    QVERIFY(!node.isReplaced(packet));
    COMPARE_CODE(node.take(stranger.next(about(Kind::Amendment, packet))), Code::ForeignTarget);
    QVERIFY(!node.isReplaced(packet));
}

QTEST_APPLESS_MAIN(TestAcceptChain)
#include "tst_accept_chain.moc"
