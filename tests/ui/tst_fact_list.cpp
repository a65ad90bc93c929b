#include "widgets/fact_list.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

using namespace qis::ui;

/// Facts as lines of name and value.
class TestFactList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void longValuesAreShownWhole_data();
    void longValuesAreShownWhole();
    void aValueThatGrowsGetsItsRoom_data();
    void aValueThatGrowsGetsItsRoom();
};

namespace {

void verifyWhole(const QWidget& around) {
    for (const FactLabel* label : around.findChildren<FactLabel*>())
        QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()),
                     qPrintable(QStringLiteral("%1: %2 of %3")
                                    .arg(label->objectName())
                                    .arg(label->height())
                                    .arg(label->heightForWidth(label->width()))));
}

} // namespace

void TestFactList::longValuesAreShownWhole_data() {
    QTest::addColumn<int>("columns");
    for (const int columns : {45, 60, 75, 90, 140})
        QTest::addRow("%d letters wide", columns) << columns;
}

void TestFactList::longValuesAreShownWhole() {
    QFETCH(int, columns);
    QGroupBox box;
    auto* layout = new QVBoxLayout(&box);
    auto* facts = new FactList(&box);
    layout->addWidget(facts);
    layout->addStretch(1);
    facts->setFact(QStringLiteral("one"), QStringLiteral("Network of this home:"),
                   QStringLiteral("Demo: anybody with a demo home may take part, whoever that may be"));
    facts->setFact(QStringLiteral("two"), QStringLiteral("Kept:"), QStringLiteral("0"));
    facts->setFact(QStringLiteral("three"), QStringLiteral("Pairs that have matched until now:"),
                   QStringLiteral("15, of something asked here and an outcome of another site that was received"));
    const int width = box.fontMetrics().averageCharWidth() * columns;
    box.resize(width, box.heightForWidth(width));
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    verifyWhole(box);
}

void TestFactList::aValueThatGrowsGetsItsRoom_data() {
    QTest::addColumn<bool>("hidden");
    QTest::newRow("while it is shown") << false;
    QTest::newRow("while its page is hidden") << true;
}

void TestFactList::aValueThatGrowsGetsItsRoom() {
    QFETCH(bool, hidden);
    QStackedWidget pages;
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    auto* middle = new QHBoxLayout;
    auto* box = new QGroupBox;
    auto* inBox = new QVBoxLayout(box);
    auto* facts = new FactList(box);
    inBox->addWidget(facts);
    middle->addWidget(new QGroupBox, 1);
    middle->addWidget(box, 1);
    column->addWidget(new QTableView, 2);
    column->addLayout(middle);
    column->addWidget(new QTableView, 1);
    scroll->setWidget(page);
    pages.addWidget(scroll);
    pages.addWidget(new QWidget);
    const QString name = QStringLiteral("Pairs matched:");
    for (const char* fact : {"one", "two", "three"})
        facts->setFact(QLatin1String(fact), name, QStringLiteral("0"));
    pages.resize(pages.fontMetrics().averageCharWidth() * 140, pages.fontMetrics().height() * 40);
    pages.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pages));
    pages.setCurrentIndex(hidden ? 1 : 0);
    for (const char* fact : {"one", "two", "three"})
        facts->setFact(QLatin1String(fact), name,
                       QStringLiteral("15, of something asked here and an outcome of another site that was received"));
    pages.setCurrentIndex(0);
    verifyWhole(pages);
}

QTEST_MAIN(TestFactList)
#include "tst_fact_list.moc"
