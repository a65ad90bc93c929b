#include "bridge/background.h"
#include "bridge/courier.h"
#include "bridge/whole_file.h"
#include "format/numbers.h"
#include "plots/plot_canvas.h"
#include "plots/plot_table.h"
#include "plots/plot_view.h"
#include "theme/theme.h"
#include "widgets/notice_bar.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QPersistentModelIndex>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimeZone>
#include <QtGui/QAccessible>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;
constexpr qint64 kNoon = 1'700'049'600'000;

PlotRow site(const QString& name, qint64 events, qint64 n, double low, double high) {
    const double rate = static_cast<double>(events) / static_cast<double>(n);
    return {name, name % QLatin1String(" in words"), {name, n, rate, low, high, kNoon}, false};
}

PlotData forest() {
    PlotData data;
    data.title = QStringLiteral("Site by site");
    data.description = QStringLiteral("Each site, and all of them.");
    data.caveat = QStringLiteral("Reports, not rates.");
    data.valueAxis = QStringLiteral("Share");
    data.fileName = QStringLiteral("sites");
    data.columns = {{QStringLiteral("Site"), PlotColumn::Kind::Text, PlotColumn::Role::Label},
                    {QStringLiteral("Cases"), PlotColumn::Kind::Count, PlotColumn::Role::Size},
                    {QStringLiteral("Share"), PlotColumn::Kind::Share, PlotColumn::Role::Value},
                    {QStringLiteral("From"), PlotColumn::Kind::Share, PlotColumn::Role::Low},
                    {QStringLiteral("To"), PlotColumn::Kind::Share, PlotColumn::Role::High},
                    {QStringLiteral("Newest"), PlotColumn::Kind::Moment, PlotColumn::Role::None}};
    data.rows = {site(QStringLiteral("Hillside"), 6, 9, 0.35, 0.9), site(QStringLiteral("Riverside"), 1, 4, 0.02, 0.7),
                 site(QStringLiteral("All sites"), 7, 13, 0.3, 0.8)};
    data.rows.last().summary = true;
    return data;
}

PlotData curve(int points) {
    PlotData data;
    data.kind = PlotData::Kind::Cumulative;
    data.title = QStringLiteral("In order of issue");
    data.columns = {{QStringLiteral("Outcomes"), PlotColumn::Kind::Count, PlotColumn::Role::Position},
                    {QStringLiteral("Share"), PlotColumn::Kind::Share, PlotColumn::Role::Value},
                    {QStringLiteral("From"), PlotColumn::Kind::Share, PlotColumn::Role::Low},
                    {QStringLiteral("To"), PlotColumn::Kind::Share, PlotColumn::Role::High},
                    {QStringLiteral("Retracted"), PlotColumn::Kind::Text, PlotColumn::Role::Mark}};
    for (qint64 at = 1; at <= points; ++at)
        data.rows.append({QString::number(at),
                          QStringLiteral("point %1").arg(at),
                          {at, 0.5, 0.5 - 0.4 / static_cast<double>(at), 0.5 + 0.4 / static_cast<double>(at),
                           at == 2 ? QStringLiteral("one") : QString()}});
    return data;
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPlotView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theTableHoldsWhatIsDrawn();
    void rowsThatMoveKeepTheSelection();
    void switchesFromTheKeyboard();
    void arrowsPointOutRows();
    void theMousePointsOutRows();
    void hasANameADescriptionAndARole();
    void everyControlHasAName();
    void followsThePalette_data();
    void followsThePalette();
    void isNotMirrored();
    void drawsWhateverItIsGiven_data();
    void drawsWhateverItIsGiven();
    void growsWithTheText();
    void columnsHoldWhatIsInThem();
    void exportsTheTable();
    void exportedTextIsNoFormula();
    void exportsADrawing();
    void exportsALightPicture();
    void saysWhenItCannotWrite_data();
    void saysWhenItCannotWrite();
    void leavesTheOldFileWhenWritingFails();
    void wantsAKnownEnding();
    void asksForAFileWithoutWaiting();

private:
    template <class T> [[nodiscard]] T* child(const char* name) const {
        return m_view->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QImage drawn() const { return m_view->canvas()->grab().toImage(); }
    /// Exports and waits; true when it was written.
    bool exports(const QString& path);

    QTemporaryDir m_folder;
    std::unique_ptr<PlotView> m_view;
};

void TestPlotView::initTestCase() {
    QAccessible::setActive(true);
}

void TestPlotView::init() {
    theme::apply(theme::Kind::Light);
    m_view = std::make_unique<PlotView>(QStringLiteral("plot"));
    m_view->resize(900, 600);
    m_view->setPlotData(forest());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestPlotView::cleanup() {
    m_view.reset();
    Background::waitUntilIdle();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QLocale::setDefault(QLocale::c());
    theme::apply(theme::Kind::Light);
}

bool TestPlotView::exports(const QString& path) {
    const QSignalSpy good(m_view.get(), &PlotView::exported);
    const QSignalSpy bad(m_view.get(), &PlotView::exportFailed);
    m_view->exportTo(path);
    return QTest::qWaitFor([&] { return good.count() + bad.count() > 0; }, kPatience) && good.count() == 1;
}

void TestPlotView::theTableHoldsWhatIsDrawn() {
    const PlotData data = forest();
    auto* model = m_view->table()->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->rowCount(), data.rows.size());
    QCOMPARE(model->columnCount(), data.columns.size());
    for (int row = 0; row < model->rowCount(); ++row) {
        const QList<QVariant>& cells = data.rows.at(row).cells;
        const auto text = [&](int column) { return model->index(row, column).data().toString(); };
        QCOMPARE(text(0), cells.at(0).toString());
        QCOMPARE(text(1), format::count(cells.at(1).toLongLong()));
        QCOMPARE(text(2), format::share(cells.at(2).toDouble()));
        QCOMPARE(text(3), format::share(cells.at(3).toDouble()));
        QCOMPARE(text(4), format::share(cells.at(4).toDouble()));
        QCOMPARE(text(5), format::dateTime(kNoon));
        QCOMPARE(model->index(row, 0).data(Qt::AccessibleTextRole).toString(), data.rows.at(row).sentence);
        QCOMPARE(data.number(row, PlotColumn::Role::Value), cells.at(2).toDouble());
        QCOMPARE(data.number(row, PlotColumn::Role::High), cells.at(4).toDouble());
    }
    for (int column = 0; column < model->columnCount(); ++column)
        QCOMPARE(model->headerData(column, Qt::Horizontal).toString(), data.columns.at(column).title);
    QVERIFY(!data.number(0, PlotColumn::Role::Position));
    QVERIFY(!data.number(99, PlotColumn::Role::Value));
}

void TestPlotView::rowsThatMoveKeepTheSelection() {
    auto* model = m_view->table()->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_view->setMode(PlotView::Mode::Table);
    m_view->table()->selectRow(1);
    const QSignalSpy resets(model, &QAbstractItemModel::modelReset);
    PlotData data = forest();
    data.rows.insert(0, site(QStringLiteral("Lakeside"), 10, 20, 0.3, 0.7));
    data.rows.removeAt(1); // Hillside has gone
    data.rows[1].cells[1] = qint64{5};
    m_view->setPlotData(data);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(m_view->table()->currentIndex().data().toString(), QStringLiteral("Riverside"));
    QCOMPARE(m_view->table()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(model->index(1, 1).data().toString(), QStringLiteral("5"));
    data.columns.removeLast();
    m_view->setPlotData(data);
    QCOMPARE(resets.count(), 1);
}

void TestPlotView::switchesFromTheKeyboard() {
    child<QRadioButton>("plotAsPlot")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(m_view->mode(), PlotView::Mode::Table);
    QVERIFY(m_view->table()->isVisible() && !m_view->canvas()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(m_view->mode(), PlotView::Mode::Plot);
    QVERIFY(m_view->canvas()->isVisible());
    m_view->canvas()->setFocus();
    QTest::keyClick(m_view->canvas(), Qt::Key_Return);
    QCOMPARE(m_view->mode(), PlotView::Mode::Table);
    QVERIFY(m_view->table()->hasFocus());
}

void TestPlotView::arrowsPointOutRows() {
    PlotCanvas* canvas = m_view->canvas();
    canvas->setFocus();
    const QImage before = drawn();
    QTest::keyClick(canvas, Qt::Key_Down);
    QCOMPARE(canvas->currentRow(), 0);
    QVERIFY(drawn() != before);
    QCOMPARE(child<QLabel>("plotReading")->text(), forest().rows.at(0).sentence);
    QCOMPARE(canvas->accessibleDescription(), forest().rows.at(0).sentence);
    QTest::keyClick(canvas, Qt::Key_End);
    QCOMPARE(canvas->currentRow(), 2);
    QTest::keyClick(canvas, Qt::Key_Down);
    QCOMPARE(canvas->currentRow(), 2);
    // New numbers move the row; what was pointed out stays.
    PlotData data = forest();
    data.rows.prepend(site(QStringLiteral("Lakeside"), 1, 2, 0.1, 0.9));
    m_view->setPlotData(data);
    QCOMPARE(canvas->currentRow(), 3);
    QCOMPARE(child<QLabel>("plotReading")->text(), data.rows.at(3).sentence);
    m_view->table()->setFocus();
    child<QPushButton>("plotExport")->setFocus();
    QCOMPARE(canvas->currentRow(), -1);
    QCOMPARE(canvas->accessibleDescription(), forest().description);
}

void TestPlotView::theMousePointsOutRows() {
    PlotCanvas* canvas = m_view->canvas();
    (void)drawn();
    QSet<int> met;
    for (int y = 0; y < canvas->height(); y += 4) {
        QTest::mouseMove(canvas, QPoint(canvas->width() / 2, y));
        QCoreApplication::sendPostedEvents();
        met.insert(canvas->currentRow());
    }
    QVERIFY(met.contains(0) && met.contains(1) && met.contains(2));
    QVERIFY(!met.contains(3));
}

void TestPlotView::hasANameADescriptionAndARole() {
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(m_view->canvas());
    QVERIFY(spoken != nullptr);
    QCOMPARE(spoken->text(QAccessible::Name), forest().title);
    QCOMPARE(spoken->text(QAccessible::Description), forest().description);
    QCOMPARE(spoken->role(), QAccessible::Chart);
    QCOMPARE(spoken->childCount(), 0);
    QVERIFY((m_view->canvas()->focusPolicy() & Qt::TabFocus) != 0);
}

void TestPlotView::everyControlHasAName() {
    for (QWidget* widget : m_view->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<QLabel*>(widget) != nullptr || !widget->isVisible())
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(spoken != nullptr && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
}

void TestPlotView::followsThePalette_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("light") << static_cast<int>(theme::Kind::Light);
    QTest::newRow("dark") << static_cast<int>(theme::Kind::Dark);
    QTest::newRow("contrast") << static_cast<int>(theme::Kind::HighContrast);
}

void TestPlotView::followsThePalette() {
    QFETCH(int, kind);
    (void)drawn();
    theme::apply(static_cast<theme::Kind>(kind));
    const QPalette colors = theme::palette(static_cast<theme::Kind>(kind));
    QTRY_COMPARE(m_view->canvas()->palette().color(QPalette::Base), colors.color(QPalette::Base));
    const QImage image = drawn();
    const QRgb ground = colors.color(QPalette::Base).rgb();
    const QRgb bar = theme::color(theme::Role::Bar, colors).rgb();
    int grounds = 0;
    int bars = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            grounds += image.pixel(x, y) == ground ? 1 : 0;
            bars += image.pixel(x, y) == bar ? 1 : 0;
        }
    QVERIFY(grounds > image.width() * image.height() / 2);
    QVERIFY(bars > 20);
    QVERIFY(theme::contrast(QColor(bar), QColor(ground)) >= 3);
}

void TestPlotView::isNotMirrored() {
    const QSize size(600, 400);
    m_view->canvas()->resize(size);
    const QImage before = drawn();
    m_view->canvas()->setLayoutDirection(Qt::RightToLeft);
    m_view->canvas()->resize(size);
    QCOMPARE(drawn(), before);
}

void TestPlotView::drawsWhateverItIsGiven_data() {
    using Kind = PlotData::Kind;
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 2, 61, 400}) {
        QTest::addRow("forest of %d", rows) << static_cast<int>(Kind::Forest) << rows;
        QTest::addRow("bars of %d", rows) << static_cast<int>(Kind::Bars) << rows;
        QTest::addRow("curve of %d", rows) << static_cast<int>(Kind::Cumulative) << rows;
    }
}

void TestPlotView::drawsWhateverItIsGiven() {
    QFETCH(int, kind);
    QFETCH(int, rows);
    const bool isInLines = kind != static_cast<int>(PlotData::Kind::Cumulative);
    PlotData data = isInLines ? forest() : curve(rows);
    if (isInLines) {
        data.kind = static_cast<PlotData::Kind>(kind);
        data.rows.clear();
        for (int row = 0; row < rows; ++row)
            data.rows.append(row % 5 == 3
                                 ? PlotRow{QString::number(row), {}, {QStringLiteral("Empty"), qint64{0}}, false}
                                 : site(QStringLiteral("A rather long name of site %1").arg(row), 1, row + 2, 0, 1));
    }
    m_view->setPlotData(data);
    QVERIFY(!drawn().isNull());
    QCOMPARE(m_view->table()->model()->rowCount(), rows);
    QVERIFY(m_view->canvas()->sizeHint().height() >= (isInLines ? rows : 10) * m_view->fontMetrics().height());
}

void TestPlotView::growsWithTheText() {
    const QSize before = m_view->canvas()->sizeHint();
    QFont large = m_view->font();
    large.setPointSizeF(large.pointSizeF() * 2);
    m_view->setFont(large);
    m_view->canvas()->setFont(large);
    QVERIFY(m_view->canvas()->sizeHint().height() > before.height() * 3 / 2);
    QVERIFY(m_view->canvas()->sizeHint().width() > before.width() * 3 / 2);
}

void TestPlotView::columnsHoldWhatIsInThem() {
    PlotTable* table = m_view->table();
    const auto cut = [table] {
        for (int column = 0; column < table->model()->columnCount(); ++column)
            for (int row = 0; row < table->model()->rowCount(); ++row)
                if (table->visualRect(table->model()->index(row, column)).width() <
                    table->sizeHintForIndex(table->model()->index(row, column)).width())
                    return true;
        return false;
    };
    m_view->setMode(PlotView::Mode::Table);
    QVERIFY(!cut());
    // What room is left is used, so that the last heading ends where the table ends.
    QCOMPARE(table->horizontalHeader()->length(), table->viewport()->width());

    PlotData longer = forest();
    longer.rows[1].cells[0] = QString(60, QLatin1Char('W'));
    longer.rows[2].cells[0] = QString(62, QLatin1Char('W'));
    m_view->setPlotData(longer);
    QVERIFY(!cut());
    QVERIFY(table->horizontalHeader()->length() > table->viewport()->width());

    QFont larger = m_view->font();
    larger.setPointSizeF(larger.pointSizeF() * 2);
    table->setFont(larger);
    QVERIFY(!cut());

    // A column of marks is there when there are any.
    m_view->setPlotData(curve(1));
    QVERIFY(table->isColumnHidden(4));
    m_view->setPlotData(curve(3));
    QVERIFY(!table->isColumnHidden(4));
}

void TestPlotView::exportsTheTable() {
    QLocale::setDefault(QLocale(QLocale::German));
    const QString path = m_folder.filePath(QStringLiteral("sites.csv"));
    QVERIFY(exports(path));
    QVERIFY(child<NoticeBar>("plotNotice")->isVisible());
    QVERIFY(child<NoticeBar>("plotNotice")->text().contains(path));
    const QList<QByteArray> lines = bytesOf(path).split('\n');
    QCOMPARE(lines.size(), 5); // titles, three rows, and the end of the last
    QCOMPARE(lines.at(0), QByteArray("\"Site\",\"Cases\",\"Share\",\"From\",\"To\",\"Newest\"\r"));
    const QList<QByteArray> cells = lines.at(1).trimmed().split(',');
    QCOMPARE(cells.at(0), QByteArray("\"Hillside\""));
    QCOMPARE(cells.at(1), QByteArray("9"));
    QCOMPARE(cells.at(2).toDouble(), 6.0 / 9.0); // exactly
    QCOMPARE(cells.at(3), QByteArray("0.34999999999999998"));
    QCOMPARE(QDateTime::fromString(QString::fromLatin1(cells.at(5)), Qt::ISODate),
             QDateTime::fromMSecsSinceEpoch(kNoon, QTimeZone::utc()));
}

void TestPlotView::exportedTextIsNoFormula() {
    PlotData data = forest();
    data.rows[0].cells[0] = QStringLiteral("=HYPERLINK(\"http://x\")");
    data.rows[1].cells[0] = QStringLiteral("-1+2");
    data.rows[2].cells[1] = QVariant();
    const QByteArray csv = data.csv();
    QVERIFY2(csv.contains("\"'=HYPERLINK(\"\"http://x\"\")\""), csv.constData());
    QVERIFY2(csv.contains("\"'-1+2\""), csv.constData());
    QVERIFY2(csv.contains("\"All sites\",,"), csv.constData());
}

void TestPlotView::exportsADrawing() {
    const QString path = m_folder.filePath(QStringLiteral("sites.SVG"));
    QVERIFY(exports(path));
    const QByteArray svg = bytesOf(path);
    QVERIFY(svg.contains("<svg"));
    for (const char* text : {"Site by site", "Hillside", "Riverside", "Reports, not rates."})
        QVERIFY2(svg.contains(text), text);
}

void TestPlotView::exportsALightPicture() {
    theme::apply(theme::Kind::Dark);
    const QString path = m_folder.filePath(QStringLiteral("sites.png"));
    QVERIFY(exports(path));
    const QImage image(path);
    QVERIFY(image.width() > 1000 && image.height() > 500);
    QCOMPARE(image.pixelColor(2, 2), theme::palette(theme::Kind::Light).color(QPalette::Base));
}

void TestPlotView::saysWhenItCannotWrite_data() {
    QTest::addColumn<QString>("ending");
    for (const char* ending : {"png", "svg", "csv"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void TestPlotView::saysWhenItCannotWrite() {
    QFETCH(QString, ending);
    // A file stands where the folder should be: nobody can write there, not even root.
    QFile file(m_folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const QString path = file.fileName() % QLatin1String("/plot.") % ending;
    QVERIFY(!exports(path));
    const auto* notice = child<NoticeBar>("plotNotice");
    QVERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(path), qPrintable(notice->text()));
    QVERIFY(child<QPushButton>("plotExport")->isEnabled());
    QVERIFY(!QFile::exists(path));
}

void TestPlotView::leavesTheOldFileWhenWritingFails() {
    const QString path = m_folder.filePath(QStringLiteral("kept.csv"));
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    QObject here;
    const auto courier = std::make_shared<Courier>(&here);
    bool asked = false;
    bool answered = false;
    writeWhole(
        path,
        [&asked](QIODevice& into) {
            asked = true;
            into.write("half of");
            return false;
        },
        courier, [&answered](const QString&) { answered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(answered, kPatience);
    QVERIFY(asked);
    QCOMPARE(bytesOf(path), QByteArray("old"));
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("kept*")}, QDir::Files).size(), 1);
}

void TestPlotView::wantsAKnownEnding() {
    const QString path = m_folder.filePath(QStringLiteral("plot.xlsx"));
    QVERIFY(!exports(path));
    QVERIFY(child<NoticeBar>("plotNotice")->isVisible());
    QVERIFY(!QFile::exists(path));
}

void TestPlotView::asksForAFileWithoutWaiting() {
    QTest::mouseClick(child<QPushButton>("plotExport"), Qt::LeftButton);
    auto* dialog = child<QFileDialog>("exportDialog");
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QCOMPARE(dialog->defaultSuffix(), QStringLiteral("png"));
    Q_EMIT dialog->filterSelected(dialog->nameFilters().last());
    QCOMPARE(dialog->defaultSuffix(), QStringLiteral("csv"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(m_view->findChildren<QFileDialog*>().isEmpty());
}

QTEST_MAIN(TestPlotView)
#include "tst_plot_view.moc"
