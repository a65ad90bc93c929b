// The draft in the form as a file, for a store that cannot be written or another computer.
#include "drafts_window.h"

#include "pages/compose/draft_copy.h"
#include "widgets/status_line.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>

using namespace qis::ui;

class TestDraftCopy : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void comesBackAsItWas();
    void whatIsInTheFormIsKept();
    void anotherHomeGoesOnWithIt();
    void whatIsNoDraftIsRefused_data();
    void whatIsNoDraftIsRefused();
    void aFolderThatCannotBeWrittenIsSaid();
    void nothingToKeepIsSaid();
    void theMenuAsksWhere();

private:
    [[nodiscard]] QString file() const { return m_files->filePath(path("outcome.qisdraft")); }
    [[nodiscard]] bool keep();
    [[nodiscard]] bool write(const QByteArray& bytes) const;
    [[nodiscard]] QString message() const { return child<StatusLine>("composeMessage")->text(); }

    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<DraftCopy> m_copy;
};

void TestDraftCopy::init() {
    m_files = std::make_unique<QTemporaryDir>();
    QVERIFY(m_files->isValid());
    QVERIFY(start());
    QVERIFY(enter());
    m_copy = std::make_unique<DraftCopy>(page(), nullptr);
}

void TestDraftCopy::cleanup() {
    m_copy.reset();
    end();
    m_files.reset();
}

bool TestDraftCopy::keep() {
    const QSignalSpy kept(m_copy.get(), &DraftCopy::kept);
    m_copy->keepAs(file());
    return QTest::qWaitFor([&kept] { return kept.count() == 1; }, kPatience);
}

bool TestDraftCopy::write(const QByteArray& bytes) const {
    QFile out(file());
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
}

void TestDraftCopy::comesBackAsItWas() {
    QVERIFY(fill(UiWorld::outcome()));
    type("note", QStringLiteral("seen twice"));
    type("outcome.onset_days", QStringLiteral("x"));
    const DraftValues before = page().model().draft();
    QVERIFY(keep());
    QVERIFY(message().contains(file()));
    page().startNew();
    QTRY_VERIFY(page().model().isEmpty());
    const QSignalSpy opened(m_copy.get(), &DraftCopy::opened);
    m_copy->openFrom(file());
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, kPatience);
    const DraftValues& after = page().model().draft();
    QCOMPARE(after.fields, before.fields);
    QCOMPARE(after.typed, before.typed);
    QCOMPARE(after.note, before.note);
    QCOMPARE(after.confidence, before.confidence);
    QCOMPARE(after.pack, before.pack);
}

void TestDraftCopy::whatIsInTheFormIsKept() {
    QVERIFY(fill(UiWorld::outcome(1)));
    QVERIFY(keep());
    page().startNew();
    QVERIFY(fill(UiWorld::outcome(2)));
    m_copy->openFrom(file());
    QTRY_COMPARE_WITH_TIMEOUT(page().model().draft().fields, UiWorld::outcome(1).fields, kPatience);
    QVERIFY(settle());
    // The first one, the second one, and the copy, which is a draft of its own.
    QVERIFY(statesBecome({path("draft"), path("draft"), path("draft")}));
}

void TestDraftCopy::anotherHomeGoesOnWithIt() {
    QVERIFY(fill(UiWorld::outcome()));
    QVERIFY(keep());
    m_copy.reset();
    end();
    QVERIFY(start());
    QVERIFY(enter());
    m_copy = std::make_unique<DraftCopy>(page(), nullptr);
    m_copy->openFrom(file());
    QTRY_COMPARE_WITH_TIMEOUT(page().model().draft().fields, UiWorld::outcome().fields, kPatience);
    QVERIFY(settle());
    QVERIFY(statesBecome({path("draft")}));
    QVERIFY(sign());
}

void TestDraftCopy::whatIsNoDraftIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    constexpr qsizetype kTenMegabytes = 10 * 1024 * 1024;
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("Dear colleague");
    QTest::newRow("ten megabytes") << QByteArray(kTenMegabytes, '{');
    QTest::newRow("deep") << QByteArray(100000, '[');
    QTest::newRow("other JSON") << QByteArray(R"({"format":"something","version":1,"draft":{}})");
    QTest::newRow("a later version") << QByteArray(R"({"format":"qis-draft","version":2,"pack":"ddi","draft":{}})");
    QTest::newRow("no draft in it") << QByteArray(R"({"format":"qis-draft","version":1,"pack":"ddi","draft":7})");
    QTest::newRow("a domain that is not here")
        << QByteArray(R"({"format":"qis-draft","version":1,"pack":"astrology","draft":{"note":"x"}})");
    QTest::newRow("nulls") << QByteArray("{\"format\":\"qis-draft\"\0,}", 24);
}

void TestDraftCopy::whatIsNoDraftIsRefused() {
    QFETCH(QByteArray, bytes);
    QVERIFY(write(bytes));
    QVERIFY(fill(UiWorld::outcome()));
    const QSignalSpy failed(m_copy.get(), &DraftCopy::failed);
    m_copy->openFrom(file());
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kPatience);
    QVERIFY(message().contains(file()));
    QCOMPARE(page().model().draft().fields, UiWorld::outcome().fields);
    QVERIFY(settle());
    QVERIFY(statesBecome({path("draft")}));
}

void TestDraftCopy::aFolderThatCannotBeWrittenIsSaid() {
    QVERIFY(fill(UiWorld::outcome()));
    const QSignalSpy failed(m_copy.get(), &DraftCopy::failed);
    const QString nowhere = m_files->filePath(path("no/such/folder/outcome.qisdraft"));
    m_copy->keepAs(nowhere);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kPatience);
    QVERIFY(message().contains(nowhere));
    QCOMPARE(page().model().draft().fields, UiWorld::outcome().fields);
    // What was there before stays when it cannot be read either.
    m_copy->openFrom(nowhere);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, kPatience);
}

void TestDraftCopy::nothingToKeepIsSaid() {
    page().choosePack(path("ddi"));
    m_copy->keep();
    QVERIFY(page().findChild<QFileDialog*>() == nullptr);
    QVERIFY(!message().isEmpty());
}

void TestDraftCopy::theMenuAsksWhere() {
    QVERIFY(fill(UiWorld::outcome()));
    trigger("actionKeepCopy");
    auto* dialog = page().findChild<QFileDialog*>(path("keepCopyDialog"));
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->isVisible());
    dialog->reject();
    trigger("actionOpenCopy");
    QVERIFY(page().findChild<QFileDialog*>(path("openCopyDialog")) != nullptr);
}

QTEST_MAIN(TestDraftCopy)
#include "tst_draft_copy.moc"
