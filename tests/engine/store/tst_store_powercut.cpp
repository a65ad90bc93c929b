#include "store/store.h"
#include "support/faulty_vfs.h"
#include "support/store_script.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <array>
#include <filesystem>
#include <map>
#include <random>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace qis::core;
using namespace qis::testing;

namespace {

constexpr std::uint64_t kHomes = 40;
constexpr int kCutsPerHome = 10;

/// A tool that looks into the file beside the store.
std::string ask(const std::filesystem::path& file, const char* sql) {
    sqlite3* database = nullptr;
    std::string answer;
    sqlite3_open_v2(file.string().c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const auto keep = [](void* to, int columns, char** values, char**) {
        *static_cast<std::string*>(to) = columns > 0 && values[0] != nullptr ? values[0] : "";
        return 0;
    };
    if (sqlite3_exec(database, sql, keep, &answer, nullptr) != SQLITE_OK) {
        answer = sqlite3_errmsg(database);
    }
    sqlite3_close(database);
    return answer;
}

enum class Promise : std::uint8_t { Tried, Acknowledged };

/// A home that lives through power cuts.
struct Home {
    explicit Home(const QTemporaryDir& folder)
        : file(std::filesystem::path(folder.path().toStdString()) / "store.db") {}

    std::filesystem::path file;
    bool existed = false; ///< once opened, it has to open without being created
    std::map<std::uint64_t, Promise> steps;
    std::uint64_t nextStep = 0;

    [[nodiscard]] Result<std::unique_ptr<Store>> open() const { return Store::open({file, scriptSelf(), !existed}); }

    void step(Store& store) {
        const auto number = nextStep++;
        steps[number] = applyStep(store, number).ok() ? Promise::Acknowledged : Promise::Tried;
    }
    /// Empty if every promise was kept. What turned up whole has to stay.
    std::string broken(Store& store) {
        std::string result;
        for (auto& [number, promise] : steps) {
            const auto presence = presenceOf(store, number);
            const bool kept =
                presence == Presence::Whole || (promise == Promise::Tried && presence == Presence::Absent);
            if (!kept) {
                result += " step " + std::to_string(number) + (presence == Presence::Absent ? " lost" : " broken");
            }
            if (presence == Presence::Whole) {
                promise = Promise::Acknowledged;
            }
        }
        return result;
    }
};

/// Works until the power fails.
void workUntilCut(Home& home, std::mt19937_64& random) {
    auto store = home.open();
    home.existed = home.existed || store.ok();
    while (!powerIsOff() && store.ok()) {
        switch (random() % 12) {
        case 0:
            store.value().reset(); // makes a checkpoint
            store = home.open();
            break;
        case 1:
            ask(home.file, "PRAGMA wal_checkpoint(PASSIVE)");
            break;
        case 2:
            ask(home.file, "PRAGMA wal_checkpoint(RESTART)");
            break;
        case 3:
            ask(home.file, "PRAGMA wal_checkpoint(TRUNCATE)");
            break;
        default:
            home.step(**store);
            break;
        }
    }
}

} // namespace

class TestStorePowerCut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { uninstallVolatileVfs(); }

    void whatIsNotSyncedIsLost();
    void keepsWhatItAcknowledged();
    void survivesBeingKilled();
};

/// The test bench itself: without syncs, an acknowledged write does not survive.
void TestStorePowerCut::whatIsNotSyncedIsLost() {
    const QTemporaryDir temporary;
    const std::filesystem::path file(temporary.path().toStdString() + "/plain.db");
    installVolatileVfs(1, false);
    ask(file, "PRAGMA journal_mode=WAL; CREATE TABLE t(x); INSERT INTO t VALUES('synced')");
    QCOMPARE(ask(file, "SELECT x FROM t"), std::string("synced"));

    sqlite3* careless = nullptr;
    QCOMPARE(sqlite3_open(file.string().c_str(), &careless), SQLITE_OK);
    QCOMPARE(sqlite3_exec(careless, "PRAGMA synchronous=OFF; INSERT INTO t VALUES('lost')", nullptr, nullptr, nullptr),
             SQLITE_OK);
    QCOMPARE(ask(file, "SELECT COUNT(*) FROM t"), std::string("2"));
    powerCut();
    QVERIFY(sqlite3_exec(careless, "INSERT INTO t VALUES('dead')", nullptr, nullptr, nullptr) != SQLITE_OK);
    sqlite3_close(careless);
    powerOn();
    QCOMPARE(ask(file, "SELECT COUNT(*) FROM t"), std::string("1"));
    QCOMPARE(ask(file, "SELECT x FROM t"), std::string("synced"));
}

void TestStorePowerCut::keepsWhatItAcknowledged() {
    const std::uint64_t base = 20260301;
    std::uint64_t kept = 0;
    std::uint64_t cuts = 0;
    qInfo() << "seeds" << base << "to" << base + kHomes - 1;
    for (std::uint64_t seed = base; seed < base + kHomes; ++seed) {
        const QTemporaryDir temporary;
        Home home(temporary);
        std::mt19937_64 random(seed);
        installVolatileVfs(seed, seed % 4 != 0);
        for (int cut = 0; cut < kCutsPerHome; ++cut, ++cuts) {
            const auto where = "seed " + std::to_string(seed) + " cut " + std::to_string(cut) + ":";
            powerCutAtOperation(1 + random() % (cut == 0 ? 40 : 500));
            workUntilCut(home, random);
            powerCut();
            powerOn();
            const auto store = home.open();
            QVERIFY2(store.ok(), (where + (store.ok() ? "" : store.error().detail)).c_str());
            home.existed = true;
            const auto broken = home.broken(**store);
            QVERIFY2(broken.empty(), (where + broken).c_str());
            const auto sound = ask(home.file, "PRAGMA integrity_check");
            QVERIFY2(sound == "ok", (where + sound).c_str());
        }
        for (const auto& [number, promise] : home.steps) {
            kept += promise == Promise::Acknowledged ? 1U : 0U;
        }
        uninstallVolatileVfs();
    }
    qInfo() << "power cuts" << cuts << "transactions kept" << kept;
    QVERIFY(kept > 1000);
}

void TestStorePowerCut::survivesBeingKilled() {
    const std::uint64_t base = 77;
    qInfo() << "seeds" << base << "to" << base + 9;
    for (std::uint64_t seed = base; seed < base + 10; ++seed) {
        const QTemporaryDir temporary;
        Home home(temporary);
        std::array<int, 2> channel{};
        QCOMPARE(pipe(channel.data()), 0);
        const auto child = fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            // Reports every acknowledged step until it is killed.
            installVolatileVfs(seed);
            auto store = home.open();
            for (std::uint64_t step = 0; store.ok() && applyStep(**store, step).ok(); ++step) {
                if (write(channel[1], &step, sizeof step) != static_cast<ssize_t>(sizeof step)) {
                    break;
                }
            }
            _exit(1);
        }
        close(channel[1]);
        std::uint64_t last = 0;
        while (last < 5 + seed % 23 && read(channel[0], &last, sizeof last) == static_cast<ssize_t>(sizeof last)) {
        }
        kill(child, SIGKILL);
        while (read(channel[0], &last, sizeof last) == static_cast<ssize_t>(sizeof last)) {
        }
        close(channel[0]);
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        for (std::uint64_t step = 0; step <= last; ++step) {
            home.steps[step] = Promise::Acknowledged;
        }
        home.steps[last + 1] = Promise::Tried;
        home.existed = true;
        const auto store = home.open();
        QVERIFY(store.ok());
        QCOMPARE(home.broken(**store), std::string());
    }
}

QTEST_APPLESS_MAIN(TestStorePowerCut)
#include "tst_store_powercut.moc"
