#include "store/schema.h"
#include "store/store.h"
#include "support/store_home.h"

#include <QTest>

#include <sqlite3.h>

#include <fstream>
#include <sstream>
#include <string>

using namespace qis::core;
using namespace qis::testing;

namespace {

void runSql(const std::filesystem::path& file, const char* sql) {
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(file.string().c_str(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
}

std::string contentOf(const std::filesystem::path& file) {
    const std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    return content.str();
}

void writeFile(const std::filesystem::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
}

} // namespace

class TestStoreRitual : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<StoreHome>(); }
    void cleanup() { m_home.reset(); }

    void keepsEverythingOverAReopen();
    void missingFileIsNotMade();
    void emptyFileIsALoss();
    void foreignFilesAreLeftAlone();
    void newerVersionIsRefused();
    void damageIsFoundAtOpen();
    void unwritablePlaceIsTold();
    void anotherWriterIsTold();

private:
    [[nodiscard]] Store& store() const { return *m_home->store; }

    std::unique_ptr<StoreHome> m_home;
};

void TestStoreRitual::keepsEverythingOverAReopen() {
    for (std::uint64_t step = 0; step < 5; ++step) {
        QVERIFY(applyStep(store(), step).ok());
    }
    const auto before = store().counts();
    m_home->open();
    QVERIFY(m_home->store);
    for (std::uint64_t step = 0; step < 5; ++step) {
        QCOMPARE(presenceOf(store(), step), Presence::Whole);
    }
    const auto after = store().counts();
    QVERIFY(before.ok() && after.ok());
    QVERIFY(after->packets > 10);
    QCOMPARE(after->packets, before->packets);
    QCOMPARE(after->ownPackets, before->packets - 5);
    QCOMPARE(after->outbox, after->ownPackets);
    QCOMPARE(after->matches, after->ownPackets);
    QVERIFY(after->bytes > 4096);
    // WAL, as the header says.
    m_home->store.reset();
    QCOMPARE(contentOf(m_home->file())[18], '\2');
}

void TestStoreRitual::missingFileIsNotMade() {
    m_home->store.reset();
    std::filesystem::remove(m_home->file());
    QCOMPARE(m_home->openCode(), Code::HomeMissing);
    QVERIFY(!std::filesystem::exists(m_home->file()));
}

void TestStoreRitual::emptyFileIsALoss() {
    m_home->store.reset();
    writeFile(m_home->file(), "");
    QCOMPARE(m_home->openCode(), Code::StoreCorrupt);
    QCOMPARE(m_home->openCode(true), Code::None);
}

void TestStoreRitual::foreignFilesAreLeftAlone() {
    m_home->store.reset();
    writeFile(m_home->file(), std::string(10000, 'x'));
    const auto text = contentOf(m_home->file());
    QCOMPARE(m_home->openCode(true), Code::StoreForeign);
    QCOMPARE(contentOf(m_home->file()), text);

    std::filesystem::remove(m_home->file());
    runSql(m_home->file(), "PRAGMA application_id=7; CREATE TABLE packets(row INTEGER PRIMARY KEY)");
    const auto database = contentOf(m_home->file());
    QCOMPARE(m_home->openCode(true), Code::StoreForeign);
    QCOMPARE(contentOf(m_home->file()), database);

    // Tables, but nobody's mark.
    std::filesystem::remove(m_home->file());
    runSql(m_home->file(), "CREATE TABLE notes(text)");
    QCOMPARE(m_home->openCode(true), Code::StoreForeign);
}

void TestStoreRitual::newerVersionIsRefused() {
    m_home->store.reset();
    runSql(m_home->file(), ("PRAGMA user_version=" + std::to_string(kSchemaVersion + 1)).c_str());
    const auto before = contentOf(m_home->file());
    QCOMPARE(m_home->openCode(), Code::StoreNewer);
    QCOMPARE(contentOf(m_home->file()), before);
}

void TestStoreRitual::damageIsFoundAtOpen() {
    for (std::uint64_t step = 0; step < 40; ++step) {
        QVERIFY(applyStep(store(), step).ok());
    }
    m_home->store.reset();
    auto content = contentOf(m_home->file());
    const auto sound = content;
    content.replace(content.size() / 2 / 4096 * 4096, 4096, std::string(4096, '\x5a'));
    writeFile(m_home->file(), content);
    QCOMPARE(m_home->openCode(), Code::StoreCorrupt);

    writeFile(m_home->file(), sound.substr(0, sound.size() / 2));
    QCOMPARE(m_home->openCode(), Code::StoreCorrupt);

    writeFile(m_home->file(), sound);
    runSql(m_home->file(), "DROP TABLE refs");
    QCOMPARE(m_home->openCode(), Code::StoreCorrupt);
}

void TestStoreRitual::unwritablePlaceIsTold() {
    // A file where the folder should be stops root as well.
    const auto inside = m_home->file().parent_path() / "file" / "store.db";
    writeFile(inside.parent_path(), "not a folder");
    QCOMPARE(Store::open({inside, scriptSelf(), true}).code(), Code::HomeUnwritable);
    // A folder where the file should be.
    std::filesystem::create_directory(m_home->file().parent_path() / "folder");
    QCOMPARE(Store::open({m_home->file().parent_path() / "folder", scriptSelf(), true}).code(), Code::HomeUnwritable);
}

void TestStoreRitual::anotherWriterIsTold() {
    QVERIFY(applyStep(store(), 0).ok());
    Code during = Code::None;
    QVERIFY(store()
                .transaction([&]() -> Status {
                    during = m_home->openCode();
                    return store().setSetting("a", bytesOf("b"));
                })
                .ok());
    QCOMPARE(during, Code::HomeInUse);

    auto second = Store::open({m_home->file(), scriptSelf(), false});
    QVERIFY(second.ok());
    QCOMPARE(presenceOf(**second, 0), Presence::Whole);
    Code blocked = Code::None;
    QVERIFY((*second)
                ->transaction([&]() -> Status {
                    blocked = store().setSetting("a", bytesOf("c")).code();
                    return {};
                })
                .ok());
    QCOMPARE(blocked, Code::HomeInUse);
    QVERIFY(store().setSetting("a", bytesOf("d")).ok());
}

QTEST_APPLESS_MAIN(TestStoreRitual)
#include "tst_store_ritual.moc"
