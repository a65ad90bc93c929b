#include "ui_world.h"

#include "pages/main_window.h"
#include "pages/settings/languages.h"
#include "pages/settings/settings_page.h"
#include "pages/settings/settings_store.h"
#include "pages/settings/text_size.h"
#include "theme/theme.h"

#include <QtCore/QFile>
#include <QtCore/QScopeGuard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTableView>

#include <csignal>
#include <sys/resource.h>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;

Settings otherSettings() {
    Settings values;
    values.theme = QStringLiteral("dark");
    values.textSize = 150;
    values.language = QStringLiteral("en");
    values.home = QStringLiteral("/somewhere/else");
    values.undoSeconds = 90;
    return values;
}

QByteArray contentOf(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void comeBackAsTheyWereWritten();
    void areWrittenWhenTheStoreGoes();
    void outOfRangeIsBroughtIntoRange();
    void strangeMembersAreLeftAlone();
    void aDamagedFileIsSetAside_data();
    void aDamagedFileIsSetAside();
    void aFailedWriteLeavesTheOldFile();
    void withoutAFileNothingIsWritten();
    void theThemeChangesAtOnce();
    void theTextChangesAtOnce();
    void theLanguageSaysWhenItChanges();
    void theFolderIsKept();
    void pageShowsWhoThisIs();
    void troubleIsShownInTheWindow();
    void theWindowComesBackAsItWasLeft();
    void aNamedPageWins();
    void columnsAndSplittersComeBack();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("config/desktop.json")); }
    /// Writes settings and waits until they are on the disk.
    bool save(const Settings& values);
    std::unique_ptr<MainWindow> enter(EngineBridge& bridge, SettingsStore& settings,
                                      std::optional<Workspace::Page> page = std::nullopt);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<UiWorld> m_world;
};

void TestSettings::init() {
    theme::apply(theme::Kind::Light);
    m_folder = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<UiWorld>();
}

void TestSettings::cleanup() {
    m_world.reset();
    EngineBridge::waitUntilIdle();
    applyTextSize(100);
    theme::apply(theme::Kind::Light);
}

bool TestSettings::save(const Settings& values) {
    SettingsStore store(file());
    store.load();
    const QSignalSpy saved(&store, &SettingsStore::saved);
    store.setValues(values);
    return QTest::qWaitFor([&saved] { return saved.count() > 0; }, kPatience);
}

std::unique_ptr<MainWindow> TestSettings::enter(EngineBridge& bridge, SettingsStore& settings,
                                                std::optional<Workspace::Page> page) {
    auto window = std::make_unique<MainWindow>(
        bridge,
        MainWindow::Start{.open = m_world->request(QStringLiteral("home")), .page = page, .settings = &settings});
    window->show();
    window->begin();
    if (!QTest::qWaitFor([&window] { return window->isEntered(); }, kPatience))
        return nullptr;
    return window;
}

void TestSettings::comeBackAsTheyWereWritten() {
    QVERIFY(save(otherSettings()));
    {
        SettingsStore store(file());
        store.load();
        QVERIFY(store.notice().isEmpty());
        QCOMPARE(store.values(), otherSettings());
        store.setPart(QStringLiteral("part"), QByteArray("\x00\xff\x01", 3));
        store.setPage(QStringLiteral("networks"));
        store.setSeen(QStringLiteral("home"), QStringLiteral("an interest"), 4'000'000'000);
        const QSignalSpy saved(&store, &SettingsStore::saved);
        QTRY_VERIFY_WITH_TIMEOUT(saved.count() > 0, kPatience);
    }
    SettingsStore store(file());
    store.load();
    QCOMPARE(store.values(), otherSettings());
    QCOMPARE(store.part(QStringLiteral("part")), QByteArray("\x00\xff\x01", 3));
    QCOMPARE(store.page(), QStringLiteral("networks"));
    QCOMPARE(store.seen(QStringLiteral("home"), QStringLiteral("an interest")), 4'000'000'000);
    QCOMPARE(store.seen(QStringLiteral("home"), QStringLiteral("another")), 0);
}

void TestSettings::areWrittenWhenTheStoreGoes() {
    {
        SettingsStore store(file());
        store.setValues(otherSettings());
    }
    EngineBridge::waitUntilIdle();
    SettingsStore store(file());
    store.load();
    QCOMPARE(store.values(), otherSettings());
}

void TestSettings::outOfRangeIsBroughtIntoRange() {
    SettingsStore store;
    Settings values;
    values.textSize = 5000;
    values.undoSeconds = -3;
    store.setValues(values);
    QCOMPARE(store.values().textSize, Settings::kMostText);
    QCOMPARE(store.values().undoSeconds, 0);
}

void TestSettings::strangeMembersAreLeftAlone() {
    QVERIFY(QDir().mkpath(QFileInfo(file()).absolutePath()));
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("{\"version\": 9, \"theme\": 7, \"text_size\": \"large\", \"undo_seconds\": 1e9, \"window\": [], "
              "\"seen\": 3, \"new\": {}}");
    out.close();
    SettingsStore store(file());
    store.load();
    QVERIFY(store.notice().isEmpty());
    QVERIFY(store.values().theme.isEmpty());
    QCOMPARE(store.values().textSize, 100);
    QVERIFY(store.values().undoSeconds <= Settings::kMostUndo);
}

void TestSettings::aDamagedFileIsSetAside_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray("{\"version\": 1, \"theme\": \"da");
    QTest::newRow("another shape") << QByteArray("[1, 2, 3]");
    QTest::newRow("of somebody else") << QByteArray("{}");
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("huge") << QByteArray(3 << 20, ' ');
}

void TestSettings::aDamagedFileIsSetAside() {
    QFETCH(QByteArray, content);
    QVERIFY(QDir().mkpath(QFileInfo(file()).absolutePath()));
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(content);
    out.close();
    SettingsStore store(file());
    store.load();
    QCOMPARE(store.values(), Settings{});
    QVERIFY(!store.notice().isEmpty());
    QVERIFY(!QFile::exists(file()));
    QCOMPARE(contentOf(file() + QStringLiteral(".damaged")), content);
    // What is chosen now is kept as ever.
    const QSignalSpy saved(&store, &SettingsStore::saved);
    store.setValues(otherSettings());
    QTRY_VERIFY_WITH_TIMEOUT(saved.count() > 0, kPatience);
    QVERIFY(!contentOf(file()).isEmpty());
}

void TestSettings::aFailedWriteLeavesTheOldFile() {
    QVERIFY(save(otherSettings()));
    const QByteArray before = contentOf(file());
    SettingsStore store(file());
    store.load();
    // As on a full disk: no file can grow.
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    const auto usual = std::signal(SIGXFSZ, SIG_IGN);
    rlimit none = limit;
    none.rlim_cur = 0;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &none), 0);
    const auto restore = qScopeGuard([&] {
        setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, usual);
    });
    const QSignalSpy noticed(&store, &SettingsStore::noticed);
    const QSignalSpy saved(&store, &SettingsStore::saved);
    Settings values = otherSettings();
    values.undoSeconds = 7;
    store.setValues(values);
    QTRY_VERIFY_WITH_TIMEOUT(noticed.count() > 0, kPatience);
    QVERIFY(!store.notice().isEmpty());
    QCOMPARE(saved.count(), 0);
    QCOMPARE(contentOf(file()), before);
    QCOMPARE(QDir(QFileInfo(file()).absolutePath()).entryList(QDir::Files).size(), 1);
    // They hold until the window is closed, and are written as soon as that is possible.
    QCOMPARE(store.values().undoSeconds, 7);
    setrlimit(RLIMIT_FSIZE, &limit);
    values.undoSeconds = 8;
    store.setValues(values);
    QTRY_VERIFY_WITH_TIMEOUT(saved.count() > 0, kPatience);
    QVERIFY(store.notice().isEmpty());
    QVERIFY(contentOf(file()) != before);
}

void TestSettings::withoutAFileNothingIsWritten() {
    SettingsStore store;
    store.load();
    store.setValues(otherSettings());
    store.flush();
    EngineBridge::waitUntilIdle();
    QVERIFY(store.notice().isEmpty());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestSettings::theThemeChangesAtOnce() {
    EngineBridge bridge;
    SettingsStore store;
    MainWindow window(bridge, MainWindow::Start{.open = {}, .settings = &store});
    QTRY_VERIFY(window.workspace().isBuilt());
    auto* box = window.findChild<QComboBox*>(QStringLiteral("settingTheme"));
    for (const char* name : {"dark", "contrast", "light"}) {
        box->setCurrentIndex(box->findData(QString::fromLatin1(name)));
        Q_EMIT box->activated(box->currentIndex());
        QCOMPARE(theme::nameOf(theme::kindOf(QApplication::palette())), QString::fromLatin1(name));
        QCOMPARE(store.values().theme, QString::fromLatin1(name));
    }
    // From the menu it is the same setting.
    window.setTheme(theme::Kind::Dark);
    QCOMPARE(store.values().theme, QStringLiteral("dark"));
    QCOMPARE(box->currentData().toString(), QStringLiteral("dark"));
}

void TestSettings::theTextChangesAtOnce() {
    EngineBridge bridge;
    SettingsStore store;
    MainWindow window(bridge, MainWindow::Start{.open = {}, .settings = &store});
    window.show();
    QTRY_VERIFY(window.workspace().isBuilt());
    const auto* heading = window.findChild<QLabel*>(QStringLiteral("homeTitle"));
    const auto* table = window.findChild<QTableView*>(QStringLiteral("peerTable"));
    const double textBefore = window.font().pointSizeF();
    const double headingBefore = heading->font().pointSizeF();
    const int columnBefore = table->columnWidth(0);
    auto* size = window.findChild<QSpinBox*>(QStringLiteral("settingTextSize"));
    QCOMPARE(size->minimum(), 100);
    QCOMPARE(size->maximum(), 200);
    size->setValue(200);
    QTRY_COMPARE(qRound(window.font().pointSizeF()), qRound(textBefore * 2));
    QCOMPARE(qRound(heading->font().pointSizeF()), qRound(headingBefore * 2));
    QVERIFY(qAbs(table->columnWidth(0) - 2 * columnBefore) <= 2);
    size->setValue(100);
    QTRY_COMPARE(qRound(window.font().pointSizeF()), qRound(textBefore));
    QCOMPARE(qRound(heading->font().pointSizeF()), qRound(headingBefore));
}

void TestSettings::theLanguageSaysWhenItChanges() {
    QVERIFY(installedLanguages().size() >= 2);
    QVERIFY(installedLanguages().first().code.isEmpty());
    SettingsStore store;
    SettingsPage page(store);
    page.show();
    auto* box = page.findChild<QComboBox*>(QStringLiteral("settingLanguage"));
    const auto* note = page.findChild<QWidget*>(QStringLiteral("languageNote"));
    QVERIFY(!note->isVisible());
    box->setCurrentIndex(box->findData(QStringLiteral("en")));
    Q_EMIT box->activated(box->currentIndex());
    QCOMPARE(store.values().language, QStringLiteral("en"));
    QVERIFY(note->isVisible());
    box->setCurrentIndex(0);
    Q_EMIT box->activated(0);
    QVERIFY(!note->isVisible());
}

void TestSettings::theFolderIsKept() {
    SettingsStore store;
    SettingsPage page(store);
    page.show();
    Status status;
    status.home = QStringLiteral("/usual/home");
    page.setStatus(status);
    auto* edit = page.findChild<QLineEdit*>(QStringLiteral("settingHome"));
    const auto* note = page.findChild<QWidget*>(QStringLiteral("homeNote"));
    QTest::keyClicks(edit, QStringLiteral("/another/home"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(store.values().home, QStringLiteral("/another/home"));
    QVERIFY(note->isVisible());
    edit->clear();
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(store.values().home.isEmpty());
    QVERIFY(!note->isVisible());
    // A status that arrives while one types does not take the text away.
    QTest::keyClicks(edit, QStringLiteral("/half"));
    page.setStatus(status);
    QCOMPARE(edit->text(), QStringLiteral("/half"));
    auto* undo = page.findChild<QSpinBox*>(QStringLiteral("settingUndo"));
    undo->setValue(45);
    QCOMPARE(store.values().undoSeconds, 45);
}

void TestSettings::pageShowsWhoThisIs() {
    EngineBridge* bridge = m_world->openDemo(QStringLiteral("home"));
    QVERIFY(bridge != nullptr);
    const Status status = m_world->statusOf(*bridge);
    SettingsStore store;
    SettingsPage page(store);
    page.setStatus(status);
    QCOMPARE(page.findChild<QLabel*>(QStringLiteral("identitySite"))->text(), status.siteName);
    QCOMPARE(page.findChild<QLabel*>(QStringLiteral("identityWords"))->text(), status.fingerprint);
    QVERIFY(page.findChild<QLabel*>(QStringLiteral("identityHome"))->text().contains(QLatin1String("home")));
}

void TestSettings::troubleIsShownInTheWindow() {
    QVERIFY(QDir().mkpath(QFileInfo(file()).absolutePath()));
    QFile out(file());
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("{");
    out.close();
    SettingsStore store(file());
    store.load();
    QVERIFY(m_world->makeHome(QStringLiteral("home")));
    EngineBridge bridge;
    const auto window = enter(bridge, store);
    QVERIFY(window != nullptr);
    auto* notice = window->findChild<QWidget*>(QStringLiteral("settingsNotice"));
    QVERIFY(notice->isVisible());
    QTest::mouseClick(notice->findChild<QPushButton*>(QStringLiteral("noticeDismiss")), Qt::LeftButton);
    QVERIFY(!notice->isVisible());
}

void TestSettings::theWindowComesBackAsItWasLeft() {
    QVERIFY(m_world->makeHome(QStringLiteral("home")));
    SettingsStore store;
    QSize size;
    {
        EngineBridge bridge;
        const auto window = enter(bridge, store);
        QVERIFY(window != nullptr);
        // Never seen before: it begins at home.
        QCOMPARE(window->workspace().page(), Workspace::Page::Home);
        window->resize(window->width() + 37, window->height() + 21);
        size = window->size();
        window->workspace().showPage(Workspace::Page::Similarity);
        window->close();
    }
    EngineBridge::waitUntilIdle();
    QCOMPARE(store.page(), QStringLiteral("similarity"));
    EngineBridge bridge;
    const auto window = enter(bridge, store);
    QVERIFY(window != nullptr);
    QCOMPARE(window->workspace().page(), Workspace::Page::Similarity);
    QCOMPARE(window->size(), size);
}

void TestSettings::aNamedPageWins() {
    QVERIFY(m_world->makeHome(QStringLiteral("home")));
    SettingsStore store;
    store.setPage(QStringLiteral("similarity"));
    EngineBridge bridge;
    const auto window = enter(bridge, store, Workspace::Page::Matches);
    QVERIFY(window != nullptr);
    QCOMPARE(window->workspace().page(), Workspace::Page::Matches);
    // A page that no longer exists is not worth a word.
    QVERIFY(!Workspace::pageNamed(QStringLiteral("no such page")));
    for (const auto page : {Workspace::Page::Home, Workspace::Page::Networks, Workspace::Page::Settings})
        QVERIFY(Workspace::pageNamed(Workspace::nameOf(page)) == page);
}

void TestSettings::columnsAndSplittersComeBack() {
    SettingsStore store;
    int width = 0;
    {
        EngineBridge bridge;
        MainWindow window(bridge, MainWindow::Start{.open = {}, .settings = &store});
        QTRY_VERIFY(window.workspace().isBuilt());
        auto* table = window.findChild<QTableView*>(QStringLiteral("peerTable"));
        width = table->columnWidth(0) + 41;
        table->setColumnWidth(0, width);
        table->sortByColumn(2, Qt::DescendingOrder);
        window.close();
    }
    EngineBridge bridge;
    MainWindow window(bridge, MainWindow::Start{.open = {}, .settings = &store});
    QTRY_VERIFY(window.workspace().isBuilt());
    const auto* table = window.findChild<QTableView*>(QStringLiteral("peerTable"));
    QCOMPARE(table->columnWidth(0), width);
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), 2);
    const auto* splitter = window.findChild<QSplitter*>(QStringLiteral("matchesSplitter"));
    QVERIFY(splitter != nullptr);
    QVERIFY(!store.part(splitter->objectName()).isEmpty());
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
