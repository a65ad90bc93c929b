// One file that holds a store: complete and checked, or not there.
#include "store/backup.h"
#include "store/schema.h"
#include "support/faulty_vfs.h"
#include "support/store_home.h"

#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <fstream>
#include <thread>

using namespace qis::core;
using namespace qis::testing;

namespace {

struct World {
    StoreHome home;

    World() {
        for (std::uint64_t step = 0; step < 5; ++step) {
            (void)applyStep(*home.store, step).ok();
        }
    }
    [[nodiscard]] std::filesystem::path path(const char* name) const { return home.file().parent_path() / name; }
    [[nodiscard]] BackupOrder order(const char* name = "copy.qisbackup") const {
        BackupOrder order;
        order.store = home.file();
        order.target = path(name);
        order.about.made = 1'790'000'000'000;
        order.about.author = scriptSelf();
        order.about.siteName = "Clinic";
        order.about.demo = true;
        order.files.push_back({"vault", bytesOf("sealed")});
        return order;
    }
    /// Names in the folder that begin with this.
    [[nodiscard]] std::size_t filesLike(const std::string& beginning) const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(home.file().parent_path())) {
            count += entry.path().filename().string().starts_with(beginning) ? 1U : 0U;
        }
        return count;
    }
};

void runSql(const std::filesystem::path& file, const std::string& sql) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec(sql);
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeText(const std::filesystem::path& file, std::string_view text) {
    std::ofstream(file, std::ios::binary) << text;
}

QByteArray nameOf(Code code) {
    return QByteArray::fromStdString(std::string(codeName(code)));
}

} // namespace

class TestBackup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsEverythingAndSaysWhatItIs();
    void isNoStore();
    void isOneViewWhileTheStoreIsWritten();
    void neverReplacesUnasked();
    void placesThatCannotBeWritten();
    void canBeCancelledAtAnyMoment();
    void filesThatAreNoBackups_data();
    void filesThatAreNoBackups();
    void damageIsFound();
    void everyWriteFails_data();
    void everyWriteFails();
};

void TestBackup::holdsEverythingAndSaysWhatItIs() {
    const World world;
    std::vector<int> steps;
    auto order = world.order();
    order.watch.progress = [&steps](int perCent) { steps.push_back(perCent); };
    const auto made = writeBackup(order);
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().detail.c_str());
    QVERIFY(std::is_sorted(steps.begin(), steps.end()) && steps.back() == 100);
    QCOMPARE(world.filesLike("copy.qisbackup"), 1U);
    QVERIFY(std::filesystem::status(order.target).permissions() ==
            (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));

    const auto about = readBackup(order.target);
    QVERIFY(about.ok());
    const auto head = world.home.store->chainHead(scriptSelf());
    QVERIFY(about->sequence == head->sequence && about->sequence > 0 && about->head == head->id);
    QCOMPARE(about->siteName.c_str(), "Clinic");
    QVERIFY(about->demo && about->author == scriptSelf() && about->version == kSchemaVersion);
    QCOMPARE(about->bytes, std::filesystem::file_size(order.target));

    const auto unpacked = unpackBackup(order.target, world.path("again.db"), {});
    QVERIFY2(unpacked.ok(), unpacked.ok() ? "" : unpacked.error().detail.c_str());
    QCOMPARE(unpacked->files.size(), 1U);
    QVERIFY(unpacked->files[0].name == "vault" && unpacked->files[0].content == bytesOf("sealed"));
    const auto store = Store::open({world.path("again.db"), scriptSelf(), false});
    QVERIFY(store.ok());
    for (std::uint64_t step = 0; step < 5; ++step) {
        QVERIFY(presenceOf(**store, step) == Presence::Whole);
    }
}

void TestBackup::isNoStore() {
    const World world;
    const auto order = world.order();
    QVERIFY(writeBackup(order).ok());
    QCOMPARE(nameOf(Store::open({order.target, scriptSelf(), false}).code()), nameOf(Code::StoreForeign));
}

void TestBackup::isOneViewWhileTheStoreIsWritten() {
    const World world;
    std::atomic<bool> done = false;
    std::vector<BackupAbout> made;
    std::thread copier([&] {
        for (int i = 0; i < 8; ++i) {
            auto order = world.order();
            order.replace = true;
            if (const auto about = writeBackup(order)) {
                made.push_back(*about);
                const auto name = "again" + std::to_string(i);
                (void)unpackBackup(order.target, world.path(name.c_str()), {}).ok();
            }
        }
        done = true;
    });
    std::uint64_t step = 5;
    for (; !done || step < 20; ++step) {
        if (!applyStep(*world.home.store, step)) {
            break;
        }
    }
    copier.join();
    QCOMPARE(made.size(), 8U);
    QVERIFY(made.front().sequence < made.back().sequence || step == 20);
    for (std::size_t i = 0; i < made.size(); ++i) {
        const auto store = Store::open({world.path(("again" + std::to_string(i)).c_str()), scriptSelf(), false});
        QVERIFY(store.ok());
        QCOMPARE((*store)->chainHead(scriptSelf())->sequence, made[i].sequence);
        for (std::uint64_t one = 0; one < step; ++one) {
            QVERIFY(presenceOf(**store, one) == Presence::Whole || presenceOf(**store, one) == Presence::Absent);
        }
    }
}

void TestBackup::neverReplacesUnasked() {
    const World world;
    auto order = world.order();
    writeText(order.target, "precious");
    QCOMPARE(nameOf(writeBackup(order).code()), nameOf(Code::AlreadyExists));
    QCOMPARE(contentOf(order.target).c_str(), "precious");
    QCOMPARE(world.filesLike("copy.qisbackup"), 1U);
    order.replace = true;
    QVERIFY(writeBackup(order).ok());
    QVERIFY(readBackup(order.target).ok());
    // One that appears while the copy is made is not replaced either.
    auto late = world.order("late");
    late.watch.progress = [&late](int perCent) {
        if (perCent < 100) {
            writeText(late.target, "precious");
        }
    };
    QCOMPARE(nameOf(writeBackup(late).code()), nameOf(Code::AlreadyExists));
    QCOMPARE(contentOf(late.target).c_str(), "precious");
    QCOMPARE(world.filesLike("late"), 1U);
}

void TestBackup::placesThatCannotBeWritten() {
    const World world;
    writeText(world.path("file"), "");
    for (const auto* name : {"nowhere/copy", "file/copy", ".", "/proc/copy"}) {
        QCOMPARE(nameOf(writeBackup(world.order(name)).code()), nameOf(Code::TargetUnwritable));
    }
    // What a backup that was killed has left is in nobody's way.
    writeText(world.path("copy.qisbackup.part"), "half");
    QVERIFY(writeBackup(world.order()).ok());
    QCOMPARE(world.filesLike("copy.qisbackup"), 1U);
}

void TestBackup::canBeCancelledAtAnyMoment() {
    const World world;
    bool cancelled = true;
    for (int looks = 0; cancelled && looks < 1000; ++looks) {
        auto order = world.order();
        int left = looks;
        order.watch.cancelled = [&left] { return left-- <= 0; };
        const auto made = writeBackup(order);
        cancelled = made.code() == Code::Cancelled;
        QVERIFY(cancelled || made.ok());
        QCOMPARE(world.filesLike("copy.qisbackup"), cancelled ? 0U : 1U);
    }
    QVERIFY(!cancelled);
}

void TestBackup::filesThatAreNoBackups_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* change, Code code) {
        QTest::newRow(name) << QString::fromLatin1(change) << nameOf(code);
    };
    row("a trigger", "CREATE TRIGGER t AFTER INSERT ON outbox BEGIN DELETE FROM outbox; END", Code::NotABackup);
    row("a view", "CREATE VIEW v AS SELECT 1", Code::NotABackup);
    row("of a newer program", "PRAGMA user_version=99", Code::StoreNewer);
    row("says nothing of itself", "DELETE FROM backup_about", Code::BackupDamaged);
    row("names nobody", "UPDATE backup_about SET author = x'00'", Code::BackupDamaged);
    row("names another end of the chain", "UPDATE backup_about SET sequence = sequence + 1", Code::BackupDamaged);
    row("another kind of file", "PRAGMA application_id=7", Code::NotABackup);
    row("a store", "PRAGMA application_id=1363759921", Code::NotABackup);
    row("too many files",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 20)"
        " INSERT INTO backup_files SELECT 'file ' || i, x'00' FROM n",
        Code::NotABackup);
    row("a huge file", "INSERT INTO backup_files VALUES('huge', zeroblob(4000000))", Code::NotABackup);
}

void TestBackup::filesThatAreNoBackups() {
    QFETCH(QString, change);
    QFETCH(QByteArray, code);
    const World world;
    const auto order = world.order();
    QVERIFY(writeBackup(order).ok());
    runSql(order.target, change.toStdString());
    QCOMPARE(nameOf(unpackBackup(order.target, world.path("again.db"), {}).code()), code);
    QCOMPARE(world.filesLike("again.db"), 0U);
}

void TestBackup::damageIsFound() {
    const World world;
    const auto order = world.order();
    QVERIFY(writeBackup(order).ok());
    const auto whole = contentOf(order.target);
    QCOMPARE(nameOf(readBackup(world.path("nowhere")).code()), nameOf(Code::NotFound));
    for (const auto* text : {"", "x", "a text that is certainly not a database at all, and long enough to see it"}) {
        writeText(world.path("other"), text);
        QCOMPARE(nameOf(readBackup(world.path("other")).code()), nameOf(Code::NotABackup));
    }
    for (std::size_t size = 512; size < whole.size(); size += whole.size() / 16) {
        writeText(world.path("other"), std::string_view(whole).substr(0, size));
        const auto unpacked = unpackBackup(world.path("other"), world.path("again.db"), {});
        QVERIFY(unpacked.code() == Code::BackupDamaged || unpacked.code() == Code::NotABackup);
    }
    for (std::size_t page = 4096; page + 4096 <= whole.size(); page += 4096) {
        auto broken = whole;
        std::fill_n(broken.begin() + static_cast<std::ptrdiff_t>(page), 64, '\xA5');
        writeText(world.path("other"), broken);
        const auto unpacked = unpackBackup(world.path("other"), world.path("again.db"), {});
        if (unpacked) {
            std::filesystem::remove(world.path("again.db")); // a free page holds nothing
        } else {
            QVERIFY(unpacked.code() == Code::BackupDamaged || unpacked.code() == Code::NotABackup);
        }
    }
}

void TestBackup::everyWriteFails_data() {
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("lasting");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("disk full") << Fault::DiskFull << false << nameOf(Code::DiskFull);
    QTest::newRow("disk stays full") << Fault::DiskFull << true << nameOf(Code::DiskFull);
    QTest::newRow("full, told as an I/O error") << Fault::IoErrorNoSpace << true << nameOf(Code::DiskFull);
    QTest::newRow("one I/O error") << Fault::IoError << false << nameOf(Code::StoreFailed);
    QTest::newRow("turns read-only") << Fault::IoErrorReadOnly << true << nameOf(Code::TargetUnwritable);
}

void TestBackup::everyWriteFails() {
    QFETCH(Fault, fault);
    QFETCH(bool, lasting);
    QFETCH(QByteArray, code);
    installFaultyVfs();
    {
        const World world;
        bool fired = true;
        std::uint64_t n = 1;
        for (; fired; ++n) {
            QVERIFY(n < 2000);
            armFault({n, fault, lasting});
            const auto made = writeBackup(world.order());
            fired = faultFired();
            disarmFault();
            // What the system said is lost where SQLite has cleaned up after itself.
            if (fired && made.code() != Code::StoreFailed) {
                QCOMPARE(nameOf(made.code()), code);
            }
            QCOMPARE(world.filesLike("copy.qisbackup"), made.ok() ? 1U : 0U);
            QVERIFY(presenceOf(*world.home.store, 4) == Presence::Whole);
        }
        QVERIFY(n > 10);
        fired = true;
        for (n = 1; fired; ++n) {
            QVERIFY(n < 2000);
            armFault({n, fault, lasting});
            const auto unpacked = unpackBackup(world.order().target, world.path("again.db"), {});
            fired = faultFired();
            disarmFault();
            QCOMPARE(unpacked.ok(), !fired);
            QCOMPARE(world.filesLike("again.db"), fired ? 0U : 1U);
        }
        QVERIFY(readBackup(world.order().target).ok());
    }
    uninstallFaultyVfs();
}

QTEST_APPLESS_MAIN(TestBackup)
#include "tst_backup.moc"
