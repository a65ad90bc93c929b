#include "source_dir.h"
#include "store/migrations.h"
#include "store/sqlite_store.h"
#include "support/faulty_vfs.h"
#include "support/store_script.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

using namespace qis::core;
using namespace qis::testing;

namespace {

std::string contentOf(const std::filesystem::path& file) {
    const std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    return content.str();
}

/// A store of a version before the first: settings in a table of another name and nothing else.
void makeVersion0(const std::filesystem::path& file) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode=WAL");
    database.exec("CREATE TABLE settings(name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;"
                  "INSERT INTO settings VALUES('network', x'0102'), ('colour', x'03');"
                  "PRAGMA application_id=" +
                  std::to_string(kApplicationId));
}

/// A store as an earlier version has left it.
void makeEarlier(const std::filesystem::path& file, int version, const std::string& rows) {
    const auto name = "version_" + std::to_string(version) + ".sql";
    const auto tables = contentOf(std::filesystem::path(QIS_SOURCE_DIR "/tests/engine/store") / name);
    QVERIFY(tables.find("CREATE TABLE packets") != std::string::npos);
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode=WAL");
    database.exec(tables);
    database.exec(rows + "PRAGMA user_version=" + std::to_string(version) +
                  "; PRAGMA application_id=" + std::to_string(kApplicationId));
}

std::string schemaOf(const std::filesystem::path& path) {
    SQLite::Database database(path.string());
    SQLite::Statement rows(database, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name");
    std::string text;
    while (rows.executeStep()) {
        text += rows.getColumn(0).getString() + rows.getColumn(1).getString() + rows.getColumn(2).getString();
    }
    return text;
}

int versionOf(const std::filesystem::path& file) {
    SQLite::Database database(file.string());
    return database.execAndGet("PRAGMA user_version").getInt();
}

void fromSettings(SQLite::Database& database) {
    database.exec(currentSchema().create);
    database.exec("INSERT INTO meta SELECT name, value FROM settings; DROP TABLE settings");
}
void failsHalfway(SQLite::Database& database) {
    fromSettings(database);
    throw SQLite::Exception("fails halfway", SQLITE_FULL);
}
void leavesDanglingReference(SQLite::Database& database) {
    fromSettings(database);
    database.exec("INSERT INTO outbox VALUES(77)");
}
void addsColumn(SQLite::Database& database) {
    database.exec("ALTER TABLE profiles ADD COLUMN colour TEXT");
}
/// fromSettings makes the tables of the present version at once.
void nothing(SQLite::Database& /*database*/) {}

constexpr std::array kGood{MigrationStep{0, &fromSettings}, MigrationStep{1, &nothing}, MigrationStep{2, &nothing},
                           MigrationStep{3, &nothing}, MigrationStep{4, &nothing}};
constexpr std::array kFailing{MigrationStep{0, &failsHalfway}, MigrationStep{1, &nothing}, MigrationStep{2, &nothing},
                              MigrationStep{3, &nothing}, MigrationStep{4, &nothing}};
constexpr std::array kDangling{MigrationStep{0, &leavesDanglingReference}, MigrationStep{1, &nothing},
                               MigrationStep{2, &nothing}, MigrationStep{3, &nothing}, MigrationStep{4, &nothing}};
constexpr std::array kOneMore{MigrationStep{0, &fromSettings}, MigrationStep{1, &nothing},
                              MigrationStep{2, &nothing},      MigrationStep{3, &nothing},
                              MigrationStep{4, &nothing},      MigrationStep{5, &addsColumn}};
static_assert(kSchemaVersion == 5, "these steps lead to version 5");

SchemaPlan planWith(std::span<const MigrationStep> steps, int version = kSchemaVersion) {
    auto plan = currentSchema();
    plan.version = version;
    plan.migrations = steps;
    return plan;
}

} // namespace

class TestStoreMigration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void migratesAndKeepsACopy();
    void severalVersionsInOneGo();
    void version1IsTakenAlong();
    void version2IsTakenAlong();
    void version3IsTakenAlong();
    void version4IsTakenAlong();
    void failingStepLeavesTheOldStore_data();
    void failingStepLeavesTheOldStore();
    void unknownVersionIsNotTouched();
    void everyWriteFailsOnce();

private:
    [[nodiscard]] Store::Options options() const { return {m_file, scriptSelf(), false}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_file;
};

void TestStoreMigration::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::filesystem::path(m_folder->path().toStdString()) / "store.db";
    makeVersion0(m_file);
}

void TestStoreMigration::migratesAndKeepsACopy() {
    {
        const auto store = SqliteStore::open(options(), planWith(kGood));
        QVERIFY(store.ok());
        QCOMPARE(*(*store)->setting("network").value(), (Bytes{1, 2}));
        QVERIFY(applyStep(**store, 0).ok());
    }
    QCOMPARE(versionOf(m_file), kSchemaVersion);
    const auto backup = backupPath(m_file, 0);
    QCOMPARE(versionOf(backup), 0);
    SQLite::Database copy(backup.string());
    QCOMPARE(copy.execAndGet("SELECT COUNT(*) FROM settings").getInt(), 2);

    // From now on it is a store like any other.
    const auto again = Store::open(options());
    QVERIFY(again.ok());
    QCOMPARE(presenceOf(**again, 0), Presence::Whole);
}

void TestStoreMigration::severalVersionsInOneGo() {
    QVERIFY(SqliteStore::open(options(), planWith(kOneMore, kSchemaVersion + 1)).ok());
    QCOMPARE(versionOf(m_file), kSchemaVersion + 1);
    QCOMPARE(Store::open(options()).code(), Code::StoreNewer);
}

void TestStoreMigration::version1IsTakenAlong() {
    const auto file = m_file.parent_path() / "one.db";
    makeEarlier(file, 1,
                "INSERT INTO held VALUES(7, x'0102', 10, 20, 'case 7');"
                "INSERT INTO profiles VALUES(3, 'mine', '{}', 5);");
    {
        const auto store = Store::open({file, scriptSelf(), false});
        QVERIFY2(store.ok(), store.ok() ? "" : store.error().detail.c_str());
        QCOMPARE((*store)->profiles()->front().name, std::string("mine"));
        QCOMPARE((*store)->heldOutcomes()->front().ticket, std::int64_t{7});
        QCOMPARE((*store)->heldOutcomes()->front().draft, std::int64_t{0});
        QVERIFY((*store)->drafts()->empty());
        const auto draft = (*store)->saveDraft({0, "ddi", "{}", 0, 1});
        QVERIFY(draft.ok());
        QVERIFY((*store)->shelveDraft(*draft, 7).ok());
        QVERIFY(applyStep(**store, 0).ok());
        QCOMPARE((*store)->ownOutcomesBefore(0, 100)->size(), std::size_t{2});
    }
    QCOMPARE(versionOf(file), kSchemaVersion);
    QCOMPARE(versionOf(backupPath(file, 1)), 1);
    // Nothing else in it differs from a store that is made today.
    const auto fresh = m_file.parent_path() / "fresh.db";
    QVERIFY(Store::open({fresh, scriptSelf(), true}).ok());
    QCOMPARE(schemaOf(file), schemaOf(fresh));
}

void TestStoreMigration::version2IsTakenAlong() {
    const auto file = m_file.parent_path() / "two.db";
    makeEarlier(file, 2,
                "INSERT INTO profiles VALUES(3, 'mine', '{}', 5);"
                "INSERT INTO drafts VALUES(4, 'ddi', '{}', 1, 2, NULL);");
    {
        const auto store = Store::open({file, scriptSelf(), false});
        QVERIFY2(store.ok(), store.ok() ? "" : store.error().detail.c_str());
        QCOMPARE((*store)->drafts()->front().number, std::int64_t{4});
        QCOMPARE((*store)->profiles()->front().number, std::int64_t{3});
        // A match of before is new, and what is made of it now stays.
        const auto packet = packetOf(2, 1);
        const auto inserted = (*store)->insertPacket(newPacket(packet));
        QVERIFY(inserted.ok() && (*store)->addMatch({3, inserted->row, 500, 900}).value());
        QVERIFY((*store)->markOf(3, inserted->row).value() == TriageMark{});
        QVERIFY((*store)->setMark(3, inserted->row, {TriageState::Following, 0}, 8).ok());
    }
    QCOMPARE(versionOf(file), kSchemaVersion);
    QCOMPARE(versionOf(backupPath(file, 2)), 2);
    QVERIFY(!std::filesystem::exists(backupPath(file, 1)));
    const auto again = Store::open({file, scriptSelf(), false});
    QVERIFY(again.ok());
    QVERIFY((*again)->matchFacts(3, 0)->front().mark.state == TriageState::Following);
    const auto fresh = m_file.parent_path() / "fresh.db";
    QVERIFY(Store::open({fresh, scriptSelf(), true}).ok());
    QCOMPARE(schemaOf(file), schemaOf(fresh));
}

void TestStoreMigration::version3IsTakenAlong() {
    const auto file = m_file.parent_path() / "three.db";
    makeEarlier(file, 3,
                "INSERT INTO profiles VALUES(3, 'mine', '{}', 5);"
                "INSERT INTO authors(number, key) VALUES(1, zeroblob(32));"
                "INSERT INTO packets(row, id, author, sequence, kind, pack, issued, received, coarse, bytes)"
                " VALUES(9, randomblob(32), 1, 1, 0, zeroblob(16), 60, 60, x'', x'00');"
                "INSERT INTO matches VALUES(1, 3, 9, 500, 900);"
                "INSERT INTO triage VALUES(3, 9, 1, 0, 8);");
    {
        const auto store = Store::open({file, scriptSelf(), false});
        QVERIFY2(store.ok(), store.ok() ? "" : store.error().detail.c_str());
        const auto facts = (*store)->matchFacts(3, 0).value();
        QVERIFY(facts.size() == 1 && facts.front().mark.state == TriageState::Following && !facts.front().replaced);
        // What is there is in force, and can be replaced from now on.
        QCOMPARE((*store)->inForce(9).value(), Row{9});
        const auto inserted = (*store)->insertPacket(newPacket(packetOf(2, 1)));
        QVERIFY(inserted.ok() && (*store)->markReplaced(9, inserted->row).ok());
        QVERIFY((*store)->matchFacts(3, 0)->front().replaced);
    }
    QCOMPARE(versionOf(file), kSchemaVersion);
    QCOMPARE(versionOf(backupPath(file, 3)), 3);
    const auto fresh = m_file.parent_path() / "fresh.db";
    QVERIFY(Store::open({fresh, scriptSelf(), true}).ok());
    QCOMPARE(schemaOf(file), schemaOf(fresh));
}

void TestStoreMigration::version4IsTakenAlong() {
    const auto file = m_file.parent_path() / "four.db";
    makeEarlier(file, 4, "INSERT INTO drafts VALUES(4, 'ddi', '{}', 1, 2, NULL);");
    {
        const auto store = Store::open({file, scriptSelf(), false});
        QVERIFY2(store.ok(), store.ok() ? "" : store.error().detail.c_str());
        QVERIFY(!(*store)->recordOfDraft(4).value());
        const Bytes sealed{1, 2, 3};
        QVERIFY((*store)->setDraftRecord(4, sealed).ok());
        QVERIFY((*store)->recordOfDraft(4).value() == sealed);
    }
    QCOMPARE(versionOf(file), kSchemaVersion);
    QCOMPARE(versionOf(backupPath(file, 4)), 4);
    const auto fresh = m_file.parent_path() / "fresh.db";
    QVERIFY(Store::open({fresh, scriptSelf(), true}).ok());
    QCOMPARE(schemaOf(file), schemaOf(fresh));
}

void TestStoreMigration::failingStepLeavesTheOldStore_data() {
    QTest::addColumn<bool>("throwing");
    QTest::addColumn<Code>("code");
    QTest::newRow("a step throws") << true << Code::DiskFull;
    QTest::newRow("a reference dangles") << false << Code::StoreCorrupt;
}

void TestStoreMigration::failingStepLeavesTheOldStore() {
    QFETCH(bool, throwing);
    QFETCH(Code, code);
    const auto before = contentOf(m_file);
    const auto plan = throwing ? planWith(kFailing) : planWith(kDangling);
    QCOMPARE(SqliteStore::open(options(), plan).code(), code);
    QVERIFY(contentOf(m_file) == before);
    QCOMPARE(versionOf(backupPath(m_file, 0)), 0);
    QVERIFY(SqliteStore::open(options(), planWith(kGood)).ok());
}

void TestStoreMigration::unknownVersionIsNotTouched() {
    const auto before = contentOf(m_file);
    QCOMPARE(Store::open(options()).code(), Code::StoreCorrupt);
    QVERIFY(contentOf(m_file) == before);
    QVERIFY(!std::filesystem::exists(backupPath(m_file, 0)));
}

void TestStoreMigration::everyWriteFailsOnce() {
    installFaultyVfs();
    std::uint64_t n = 0;
    for (bool fired = true; fired;) {
        QVERIFY(++n < 1000);
        init();
        armFault({n, Fault::DiskFull, true});
        const auto code = SqliteStore::open(options(), planWith(kGood)).code();
        fired = faultFired();
        disarmFault();
        // The last writes are those of the checkpoint at closing, which may fail in silence.
        QVERIFY(code == Code::None || code == Code::DiskFull);
        const auto store = SqliteStore::open(options(), planWith(kGood));
        QVERIFY2(store.ok(), qPrintable(QString::number(n)));
        QCOMPARE(*(*store)->setting("colour").value(), Bytes{3});
    }
    uninstallFaultyVfs();
    qInfo() << "operations" << n - 1;
    QVERIFY(n > 20);
}

QTEST_APPLESS_MAIN(TestStoreMigration)
#include "tst_store_migration.moc"
