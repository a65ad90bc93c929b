#include "ui_world.h"

#include "bridge/definition_model.h"
#include "pages/similarity/similarity_page.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;

} // namespace

class TestSimilarityPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheDefinitionOfAPack();
    void saysHowEachIsCompared();
    void theListOfPacksChangesIt();
    void cannotBeEdited();
    void saysSoWhenThereIsNoHome();
    void strangeAnswersAreNoDefinition();
};

void TestSimilarityPage::readsTheDefinitionOfAPack() {
    UiWorld world;
    EngineBridge* bridge = world.openDemo(QStringLiteral("home"));
    QVERIFY(bridge != nullptr);
    SimilarityPage page(*bridge);
    page.show();
    page.reload();
    QTRY_VERIFY_WITH_TIMEOUT(page.model().rowCount() > 5, kPatience);
    const SimilarityDefinition& definition = page.model().definition();
    QVERIFY(!definition.id.isEmpty());
    QVERIFY(definition.version >= 1);
    QCOMPARE(definition.hash.size(), 64);
    QVERIFY(definition.theta > 0 && definition.theta < 1);
    QVERIFY(page.findChild<QLabel*>(QStringLiteral("definitionName"))->text().startsWith(definition.id));
    QTRY_VERIFY(page.findChild<QLabel*>(QStringLiteral("definitionTheta"))->isVisible());
    bool condition = false;
    bool outcome = false;
    bool floor = false;
    for (const ComparedDimension& dimension : definition.dimensions) {
        QVERIFY(dimension.weight > 0);
        condition = condition || dimension.conditionSide;
        outcome = outcome || !dimension.conditionSide;
        floor = floor || dimension.floor > 0;
    }
    QVERIFY(condition && outcome && floor);
}

void TestSimilarityPage::saysHowEachIsCompared() {
    UiWorld world;
    EngineBridge* bridge = world.openDemo(QStringLiteral("home"));
    QVERIFY(bridge != nullptr);
    SimilarityPage page(*bridge);
    page.reload();
    QTRY_VERIFY_WITH_TIMEOUT(page.model().rowCount() > 0, kPatience);
    auto* packs = page.findChild<QComboBox*>(QStringLiteral("definitionPack"));
    for (int pack = 0; pack < packs->count(); ++pack) {
        packs->setCurrentIndex(pack);
        Q_EMIT packs->activated(pack);
        const QString before = page.model().definition().id;
        QTRY_VERIFY_WITH_TIMEOUT(pack == 0 || page.model().definition().id != before, kPatience);
        for (const ComparedDimension& dimension : page.model().definition().dimensions) {
            QVERIFY(!dimension.kernel.isEmpty());
            // A technical name is not a word.
            QVERIFY2(kernelWords(dimension.kernel) != dimension.kernel, qPrintable(dimension.kernel));
        }
    }
    QCOMPARE(kernelWords(QStringLiteral("no-such-kernel")), QStringLiteral("no-such-kernel"));
}

void TestSimilarityPage::theListOfPacksChangesIt() {
    UiWorld world;
    EngineBridge* bridge = world.openDemo(QStringLiteral("home"));
    QVERIFY(bridge != nullptr);
    SimilarityPage page(*bridge);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.reload();
    QTRY_VERIFY_WITH_TIMEOUT(page.model().rowCount() > 0, kPatience);
    const QString first = page.model().definition().hash;
    auto* packs = page.findChild<QComboBox*>(QStringLiteral("definitionPack"));
    QVERIFY(packs->count() >= 2);
    packs->setFocus();
    QTest::keyClick(packs, Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(page.model().definition().hash != first, kPatience);
    // Reading again keeps the choice.
    const QString second = page.model().definition().hash;
    const QString chosen = packs->currentData().toString();
    page.reload();
    QTRY_COMPARE_WITH_TIMEOUT(packs->currentData().toString(), chosen, kPatience);
    QCOMPARE(page.model().definition().hash, second);
}

void TestSimilarityPage::cannotBeEdited() {
    UiWorld world;
    EngineBridge* bridge = world.openDemo(QStringLiteral("home"));
    QVERIFY(bridge != nullptr);
    SimilarityPage page(*bridge);
    page.reload();
    QTRY_VERIFY_WITH_TIMEOUT(page.model().rowCount() > 0, kPatience);
    auto* table = page.findChild<QTableView*>(QStringLiteral("definitionTable"));
    QCOMPARE(table->editTriggers(), QAbstractItemView::NoEditTriggers);
    QVERIFY(!(table->model()->flags(table->model()->index(0, 2)) & Qt::ItemIsEditable));
}

void TestSimilarityPage::saysSoWhenThereIsNoHome() {
    EngineBridge closed;
    SimilarityPage page(closed);
    page.show();
    page.reload();
    QTRY_VERIFY(page.findChild<QPushButton*>(QStringLiteral("emptyAction"))->isVisible());
    QVERIFY(!page.findChild<QLabel*>(QStringLiteral("emptyText"))->text().isEmpty());
}

void TestSimilarityPage::strangeAnswersAreNoDefinition() {
    QVERIFY(!parseDefinition({}));
    QVERIFY(!parseDefinition("[]"));
    QVERIFY(!parseDefinition("{\"definition\": 3}"));
    const auto bare =
        parseDefinition("{\"definition\": {\"dimensions\": [7, {\"label\": \"Age\", \"side\": \"outcome\"}]}}");
    QVERIFY(bare);
    QCOMPARE(bare->dimensions.size(), 2);
    QVERIFY(!bare->dimensions.last().conditionSide);
    DefinitionModel model;
    model.setDefinition(*bare);
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(model.data(model.index(row, column), Qt::DisplayRole).isValid());
}

QTEST_MAIN(TestSimilarityPage)
#include "tst_similarity_page.moc"
