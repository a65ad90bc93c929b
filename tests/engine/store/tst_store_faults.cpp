#include "store/store.h"
#include "support/faulty_vfs.h"
#include "support/store_script.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace qis::core;
using namespace qis::testing;

namespace {

constexpr std::uint64_t kSteps = 5;
constexpr std::uint64_t kReopenAfter = 2; ///< closing makes a checkpoint

Code expectedCode(Fault fault) {
    switch (fault) {
    case Fault::DiskFull:
    case Fault::IoErrorNoSpace:
        return Code::DiskFull;
    case Fault::IoErrorReadOnly:
        return Code::HomeUnwritable;
    case Fault::IoError:
        break;
    }
    return Code::StoreFailed;
}

Store::Options optionsIn(const std::filesystem::path& folder) {
    return {folder / "store.db", scriptSelf(), true};
}

/// What the user was told, and whether it holds.
struct Ledger {
    std::vector<bool> acknowledged = std::vector<bool>(kSteps + 1);
    std::vector<bool> tried = std::vector<bool>(kSteps + 1);
    std::vector<Code> errors;

    void apply(Store& store, std::uint64_t step) {
        const auto status = applyStep(store, step);
        tried[step] = true;
        acknowledged[step] = status.ok();
        if (!status) {
            errors.push_back(status.code());
        }
    }
    /// A start while the disk still fails is like one after a crash: what could neither be synced
    /// nor taken back may turn up whole, and then stays.
    void resolveDoubt(Store& store) {
        for (std::uint64_t step = 0; step <= kSteps; ++step) {
            if (tried[step] && presenceOf(store, step) == Presence::Whole) {
                acknowledged[step] = true;
            }
        }
    }
    [[nodiscard]] bool holdsExactly(Store& store) const {
        for (std::uint64_t step = 0; step <= kSteps; ++step) {
            if (presenceOf(store, step) != (acknowledged[step] ? Presence::Whole : Presence::Absent)) {
                return false;
            }
        }
        return true;
    }
    /// After a crash, what was tried and failed may turn up whole, but never in part.
    [[nodiscard]] bool holdsAtLeast(Store& store, std::uint64_t& inDoubt) const {
        for (std::uint64_t step = 0; step <= kSteps; ++step) {
            const auto presence = presenceOf(store, step);
            if (acknowledged[step] ? presence != Presence::Whole
                                   : presence != Presence::Absent && (presence != Presence::Whole || !tried[step])) {
                return false;
            }
            inDoubt += !acknowledged[step] && presence == Presence::Whole ? 1U : 0U;
        }
        return true;
    }
};

} // namespace

class TestStoreFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installFaultyVfs(); }
    void cleanupTestCase() { uninstallFaultyVfs(); }

    void everyOperationFailsOnce_data();
    void everyOperationFailsOnce();
};

void TestStoreFaults::everyOperationFailsOnce_data() {
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("lasting");
    QTest::addColumn<std::uint64_t>("stride");
    QTest::newRow("disk full for a moment") << Fault::DiskFull << false << std::uint64_t{1};
    QTest::newRow("disk stays full") << Fault::DiskFull << true << std::uint64_t{1};
    QTest::newRow("one I/O error") << Fault::IoError << false << std::uint64_t{1};
    QTest::newRow("disk is gone") << Fault::IoError << true << std::uint64_t{1};
    QTest::newRow("full, told as an I/O error") << Fault::IoErrorNoSpace << true << std::uint64_t{5};
    QTest::newRow("turns read-only") << Fault::IoErrorReadOnly << true << std::uint64_t{5};
}

/// The Nth write, truncation or sync of the workload fails, for every N until none is left.
void TestStoreFaults::everyOperationFailsOnce() {
    QFETCH(Fault, fault);
    QFETCH(bool, lasting);
    QFETCH(std::uint64_t, stride);
    std::uint64_t inDoubt = 0;
    std::uint64_t refused = 0;
    std::uint64_t n = 1;
    for (bool fired = true; fired; n += stride) {
        QVERIFY2(n < 2000, "the workload does not end");
        const QTemporaryDir temporary;
        const std::filesystem::path folder(temporary.path().toStdString());
        Ledger ledger;
        armFault({n, fault, lasting});
        auto store = Store::open(optionsIn(folder));
        for (std::uint64_t step = 0; step < kSteps && store.ok(); ++step) {
            if (step == kReopenAfter) {
                store.value().reset();
                store = Store::open(optionsIn(folder));
                if (!store.ok()) {
                    break;
                }
                if (lasting) {
                    ledger.resolveDoubt(**store);
                }
            }
            ledger.apply(**store, step);
        }
        fired = faultFired();
        disarmFault();

        // As if the process had died here: what lies on the disk is enough.
        if (std::filesystem::exists(folder / "store.db")) {
            const auto crashed = folder / "crashed";
            std::filesystem::create_directory(crashed);
            for (const char* name : {"store.db", "store.db-wal", "store.db-journal"}) {
                if (std::filesystem::exists(folder / name)) {
                    std::filesystem::copy_file(folder / name, crashed / name);
                }
            }
            const auto found = Store::open(optionsIn(crashed));
            QVERIFY2(found.ok(), qPrintable(QString::fromStdString(found.ok() ? "" : found.error().detail)));
            QVERIFY2(ledger.holdsAtLeast(**found, inDoubt), qPrintable(QString::number(n)));
        }

        // The store goes on with exactly what was acknowledged.
        if (store.ok()) {
            QVERIFY2(ledger.holdsExactly(**store), qPrintable(QString::number(n)));
        } else {
            ledger.errors.push_back(store.code());
            store = Store::open(optionsIn(folder));
            QVERIFY2(store.ok(), qPrintable(QString::number(n)));
        }
        ledger.apply(**store, kSteps);
        QVERIFY2(ledger.acknowledged[kSteps], qPrintable(QString::number(n)));
        store.value().reset();
        store = Store::open(optionsIn(folder));
        QVERIFY(store.ok());
        QVERIFY2(ledger.holdsExactly(**store), qPrintable(QString::number(n)));
        for (const auto code : ledger.errors) {
            QCOMPARE(codeName(code).data(), codeName(expectedCode(fault)).data());
        }
        refused += ledger.errors.empty() ? 0U : 1U;
    }
    qInfo() << "operations up to" << n << "with a refusal" << refused << "in doubt after a crash" << inDoubt;
    QVERIFY(refused > 10);
}

QTEST_APPLESS_MAIN(TestStoreFaults)
#include "tst_store_faults.moc"
