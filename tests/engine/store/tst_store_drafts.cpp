#include "store/store.h"
#include "support/faulty_vfs.h"
#include "support/store_home.h"

#include <QTest>

using namespace qis::core;
using namespace qis::testing;

namespace {

StoredDraft typed(const std::string& values, Millis changed = 1, std::int64_t number = 0) {
    return {number, "ddi", values, 0, changed};
}

HeldOutcome heldOutcome() {
    return {0, {1, 2, 3}, 10, 20, {}};
}

std::vector<std::string> valuesIn(Store& store) {
    std::vector<std::string> values;
    const auto drafts = store.drafts();
    for (const auto& draft : *drafts) {
        values.push_back(draft.values);
    }
    return values;
}
using Texts = std::vector<std::string>;

/// What signing does: the outcome is held and its draft set aside, or nothing at all.
Status sign(Store& store, std::int64_t draft) {
    return store.transaction([&]() -> Status {
        const auto ticket = store.hold(heldOutcome());
        return ticket ? store.shelveDraft(draft, *ticket) : Status(ticket.error());
    });
}
Status undo(Store& store, std::int64_t ticket) {
    return store.transaction([&]() -> Status {
        auto back = store.unshelveDraft(ticket);
        return back ? store.removeHeld(ticket) : back;
    });
}
Status leave(Store& store, std::int64_t ticket, std::uint64_t sequence) {
    return store.transaction([&]() -> Status {
        const auto packet = packetOf(1, sequence);
        if (const auto inserted = store.insertPacket(newPacket(packet, true)); !inserted) {
            return inserted.error();
        }
        if (auto handed = store.handRecordOn(0, ticket, store.lastRow().value()); !handed) {
            return handed;
        }
        auto dropped = store.dropShelvedDraft(ticket);
        return dropped ? store.removeHeld(ticket) : dropped;
    });
}

/// How many of the three places that a draft can be in it is in: being written, held, sent.
struct Places {
    std::size_t written = 0;
    std::size_t held = 0;
    std::size_t heldWithDraft = 0;
    std::size_t sent = 0;

    explicit Places(Store& store)
        : written(store.drafts()->size())
        , sent(store.ownOutcomesBefore(0, 100)->size()) {
        const auto outcomes = store.heldOutcomes();
        for (const auto& one : *outcomes) {
            ++held;
            heldWithDraft += one.draft != 0 ? 1U : 0U;
        }
    }
    [[nodiscard]] bool exactlyOne() const { return written + held + sent == 1 && held == heldWithDraft; }
};

} // namespace

class TestStoreDrafts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<StoreHome>(); }
    void cleanup() { m_home.reset(); }

    void comeBackAsTyped();
    void theLastChangedIsFirst();
    void areBounded();
    void areSetAsideWhileHeld();
    void whatHasLeftLeavesNoDraft();
    void aRecordGoesWithItsDraft();
    void aNumberIsNotGivenTwice();
    void ownOutcomesGoBackwards();
    void everyWriteFailsOnce();

private:
    [[nodiscard]] Store& store() const { return *m_home->store; }

    std::unique_ptr<StoreHome> m_home;
};

void TestStoreDrafts::comeBackAsTyped() {
    const std::string values = "{\"fields\":{\"condition.object_drug\":\"\"},\"typed\":\"wa\\u0000rf \xC3\xA4\"}";
    const auto number = store().saveDraft({0, "a pack that is gone", values, 5, 7});
    QVERIFY(number.ok() && *number > 0);
    m_home->open();
    QVERIFY(m_home->store);
    const auto all = store().drafts();
    QCOMPARE(all->size(), std::size_t{1});
    const auto& draft = all->front();
    QCOMPARE(draft.number, *number);
    QCOMPARE(draft.pack, std::string("a pack that is gone"));
    QCOMPARE(draft.values, values);
    QCOMPARE(draft.created, Millis{7}); // made when first saved
    QVERIFY(store().isBeingWritten(*number).value());
    QVERIFY(store().removeDraft(*number).ok());
    QCOMPARE(store().removeDraft(*number).code(), Code::NotFound);
    QVERIFY(!store().isBeingWritten(*number).value());
}

void TestStoreDrafts::theLastChangedIsFirst() {
    const auto first = store().saveDraft(typed("{1}", 10)).value();
    const auto second = store().saveDraft(typed("{2}", 20)).value();
    QCOMPARE(valuesIn(store()), (Texts{"{2}", "{1}"}));
    QCOMPARE(store().saveDraft(typed("{1b}", 30, first)).value(), first);
    QCOMPARE(valuesIn(store()), (Texts{"{1b}", "{2}"}));
    QCOMPARE(store().drafts()->front().created, Millis{10});
    QVERIFY(second != first);
}

void TestStoreDrafts::areBounded() {
    const std::string most(kMaxDraftBytes, 'x');
    const auto largest = store().saveDraft(typed(most));
    QVERIFY(largest.ok());
    QCOMPARE(store().saveDraft(typed(most + 'x')).code(), Code::DraftTooLarge);
    QCOMPARE(store().saveDraft(typed(most + 'x', 2, *largest)).code(), Code::DraftTooLarge);
    QCOMPARE(valuesIn(store()), (Texts{most}));
    QVERIFY(store()
                .transaction([&]() -> Status {
                    for (std::size_t i = 1; i < kMaxDrafts; ++i) {
                        if (const auto saved = store().saveDraft(typed("{}")); !saved) {
                            return saved.error();
                        }
                    }
                    return {};
                })
                .ok());
    QCOMPARE(store().saveDraft(typed("{}")).code(), Code::TooManyDrafts);
    QVERIFY(store().saveDraft(typed("{changed}", 3, *largest)).ok());
    // One that is set aside keeps its place, or undo could fail.
    QVERIFY(sign(store(), *largest).ok());
    QCOMPARE(store().saveDraft(typed("{}")).code(), Code::TooManyDrafts);
    QVERIFY(undo(store(), store().heldOutcomes()->front().ticket).ok());
    QCOMPARE(store().drafts()->size(), kMaxDrafts);
}

void TestStoreDrafts::areSetAsideWhileHeld() {
    const auto number = store().saveDraft(typed("{mine}")).value();
    QVERIFY(sign(store(), number).ok());
    QVERIFY(valuesIn(store()).empty());
    QCOMPARE(store().heldOutcomes()->front().draft, number);
    QCOMPARE(store().removeDraft(number).code(), Code::NotFound);
    // Signing twice changes nothing.
    QCOMPARE(sign(store(), number).code(), Code::NotFound);
    QCOMPARE(store().heldOutcomes()->size(), std::size_t{1});
    // What is typed on meanwhile is a draft of its own.
    const auto later = store().saveDraft(typed("{later}", 2, number)).value();
    QVERIFY(later != number);
    m_home->open();
    QVERIFY(m_home->store);
    QVERIFY(undo(store(), store().heldOutcomes()->front().ticket).ok());
    QCOMPARE(valuesIn(store()), (Texts{"{later}", "{mine}"}));
    QCOMPARE(store().drafts()->back().number, number);
}

void TestStoreDrafts::whatHasLeftLeavesNoDraft() {
    QVERIFY(sign(store(), store().saveDraft(typed("{}")).value()).ok());
    QVERIFY(leave(store(), store().heldOutcomes()->front().ticket, 1).ok());
    QVERIFY(valuesIn(store()).empty());
    QVERIFY(store().heldOutcomes()->empty());
    QCOMPARE(store().ownOutcomesBefore(0, 10)->size(), std::size_t{1});
}

void TestStoreDrafts::aRecordGoesWithItsDraft() {
    const Bytes sealed{7, 7, 7};
    const auto draft = store().saveDraft(typed("{}")).value();
    QVERIFY(store().setDraftRecord(draft, sealed).ok());
    QVERIFY(store().setDraftRecord(draft, Bytes{8}).ok());
    QVERIFY(store().recordOfDraft(draft).value() == Bytes{8});
    QVERIFY(sign(store(), draft).ok());
    QVERIFY(store().recordOfDraft(draft).value() == Bytes{8});
    QVERIFY(leave(store(), store().heldOutcomes()->front().ticket, 1).ok());
    QVERIFY(!store().recordOfDraft(draft).value());
    QVERIFY(store().recordOfPacket(1).value() == Bytes{8});
    QCOMPARE(store().ownRecords()->size(), std::size_t{1});
    // What is removed takes its record along; a record alone goes by itself.
    const auto other = store().saveDraft(typed("{}")).value();
    QVERIFY(store().setDraftRecord(other, sealed).ok());
    QCOMPARE(store().counts()->ownRecords, std::uint64_t{2});
    QVERIFY(store().removeDraft(other).ok());
    QCOMPARE(store().counts()->ownRecords, std::uint64_t{1});
    QVERIFY(store().setPacketRecord(1, Bytes{}).ok());
    QVERIFY(!store().recordOfPacket(1).value());
    QVERIFY(store().setPacketRecord(1, sealed).ok());
    QCOMPARE(store().forgetOwnRecords().value(), std::uint64_t{1});
    QVERIFY(store().ownRecords()->empty());
    QVERIFY(!store().setDraftRecord(4711, sealed).ok());
}

void TestStoreDrafts::aNumberIsNotGivenTwice() {
    const auto first = store().saveDraft(typed("{}")).value();
    QVERIFY(store().removeDraft(first).ok());
    QVERIFY(store().saveDraft(typed("{}")).value() > first);
    QVERIFY(store().saveDraft(typed("{}", 1, -5)).value() > 0);
}

void TestStoreDrafts::ownOutcomesGoBackwards() {
    for (std::uint64_t sequence = 1; sequence <= 3; ++sequence) {
        QVERIFY(m_home->insert(packetOf(1, sequence), sequence == 3) > 0);
        QVERIFY(m_home->insert(packetOf(2, sequence)) > 0);
    }
    QVERIFY(m_home->insert(packetOf(1, 4, 0, Kind::Retraction)) == 7);
    QVERIFY(store().markRetracted(packetOf(1, 1).id, 7).ok());
    QVERIFY(store().setHidden(3, true).ok());
    QVERIFY(store().setHidden(3, true).ok());
    const auto all = store().ownOutcomesBefore(0, 10).value();
    QCOMPARE(all.size(), std::size_t{3});
    QCOMPARE(all[0].packet.row, Row{5});
    QVERIFY(all[0].inOutbox && !all[0].hidden && all[0].retraction == 0);
    QVERIFY(!all[1].inOutbox && all[1].hidden);
    QCOMPARE(all[2].retraction, Row{7});
    QVERIFY(all[2].packet.bytes == packetOf(1, 1).bytes);
    QCOMPARE(store().ownOutcomesBefore(5, 1)->front().packet.row, Row{3});
    QVERIFY(store().ownOutcomesBefore(1, 10)->empty());
    QVERIFY(store().setHidden(3, false).ok());
    QVERIFY(!store().ownOutcomesBefore(5, 1)->front().hidden);
}

/// Write, sign, undo, write on, sign, leave: whichever write fails, the outcome is in one place, and
/// what was acknowledged holds, now and after a start.
void TestStoreDrafts::everyWriteFailsOnce() {
    installFaultyVfs();
    std::uint64_t n = 0;
    std::uint64_t refused = 0;
    for (bool fired = true; fired;) {
        QVERIFY(++n < 1000);
        m_home = std::make_unique<StoreHome>();
        const auto number = store().saveDraft(typed("{1}")).value();
        armFault({n, Fault::DiskFull, false});
        bool good = sign(store(), number).ok();
        QVERIFY(Places(store()).exactlyOne());
        if (good) {
            good = undo(store(), store().heldOutcomes()->front().ticket).ok();
            QVERIFY(Places(store()).exactlyOne());
        }
        const bool written = good && store().saveDraft(typed("{2}", 2, number)).ok();
        if (good) {
            QCOMPARE(valuesIn(store()), (Texts{written ? "{2}" : "{1}"}));
        }
        if (written && sign(store(), number).ok()) {
            good = leave(store(), store().heldOutcomes()->front().ticket, 1).ok();
            QCOMPARE(Places(store()).sent, std::size_t{good ? 1U : 0U});
        } else {
            good = false;
        }
        fired = faultFired();
        disarmFault();
        refused += good ? 0U : 1U;
        QVERIFY2(Places(store()).exactlyOne(), qPrintable(QString::number(n)));
        const Places before(store());
        m_home->open();
        QVERIFY(m_home->store);
        QVERIFY(Places(store()).exactlyOne());
        QCOMPARE(Places(store()).written, before.written);
        QCOMPARE(Places(store()).sent, before.sent);
    }
    m_home.reset();
    uninstallFaultyVfs();
    qInfo() << "operations" << n - 1 << "with a refusal" << refused;
    QVERIFY(refused > 5);
}

QTEST_APPLESS_MAIN(TestStoreDrafts)
#include "tst_store_drafts.moc"
