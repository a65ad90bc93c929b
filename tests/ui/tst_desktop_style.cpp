#include "theme/theme.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace qis::ui;

/// Every control can be told from what it stands on, in every theme (WCAG 2.2, 1.4.11: 3 to 1); windows that run from
/// right to left.
class TestDesktopStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        theme::apply(theme::Kind::Light);
    }
    void controlsCanBeSeen_data();
    void controlsCanBeSeen();
    void labelsStandWhereTheWindowBegins();
    void accentsAreNotCut_data();
    void accentsAreNotCut();
    void wordsKeepTheirOrder();
    void anArrowUpMeansTheLeastFirst();
    void marksOfASliderCanBeSeen_data();
    void marksOfASliderCanBeSeen();
    void theFocusIsMoreThanTheDefault();
    void tablesShowTheirFocus_data();
    void tablesShowTheirFocus();
    void menusHaveAnEdge_data();
    void menusHaveAnEdge();
};

namespace {

constexpr double kLeast = 3.0;

/// Pixels of the control that stand out from the window.
int standingOut(QWidget& control) {
    const QColor ground = control.palette().color(QPalette::Window);
    const QImage image = control.grab().toImage();
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += theme::contrast(image.pixelColor(x, y), ground) >= kLeast ? 1 : 0;
    return count;
}

/// The columns in which something stands out, from the first to the last.
std::pair<int, int> inked(const QImage& image, const QColor& ground) {
    std::pair<int, int> ink{image.width(), -1};
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (theme::contrast(image.pixelColor(x, y), ground) >= kLeast)
                ink = {std::min(ink.first, x), std::max(ink.second, x)};
    return ink;
}

} // namespace

void TestDesktopStyle::labelsStandWhereTheWindowBegins() {
    QWidget page;
    page.resize(600, 80);
    auto* layout = new QVBoxLayout(&page);
    auto* label = new QLabel(QStringLiteral("Riverside Clinic"), &page);
    auto* trailing = new QLabel(QStringLiteral("12"), &page);
    trailing->setAlignment(Qt::AlignTrailing);
    layout->addWidget(label);
    layout->addWidget(trailing);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const QColor ground = page.palette().color(QPalette::Window);
    const auto middle = [&ground](QWidget* widget) {
        const QImage image = widget->grab().toImage();
        const auto [first, last] = inked(image, ground);
        return static_cast<double>(first + last) / 2 / image.width();
    };
    constexpr double kHalf = 0.5;
    QVERIFY(middle(label) < kHalf && middle(trailing) > kHalf);
    page.setLayoutDirection(Qt::RightToLeft);
    QVERIFY(middle(label) > kHalf && middle(trailing) < kHalf);
    page.setLayoutDirection(Qt::LeftToRight);
    QVERIFY(middle(label) < kHalf && middle(trailing) > kHalf);
}

void TestDesktopStyle::accentsAreNotCut_data() {
    QTest::addColumn<bool>("selectable");
    QTest::newRow("plain") << false;
    QTest::newRow("to be selected") << true;
}

void TestDesktopStyle::accentsAreNotCut() {
    QFETCH(bool, selectable);
    QLabel label;
    label.setTextFormat(Qt::PlainText);
    label.setWordWrap(true);
    if (selectable)
        label.setTextInteractionFlags(Qt::TextSelectableByMouse);
    // The second line shows how the letter looks with room above it.
    const QString letter = QString::fromUtf8("\u00d6");
    label.setText(QStringLiteral("x"));
    label.resize(200, 100);
    label.setAlignment(Qt::AlignTop);
    label.show();
    QVERIFY(QTest::qWaitForWindowExposed(&label));
    label.setText(letter % QLatin1Char('\n') % letter);
    const QImage image = label.grab().toImage();
    QList<int> rows;
    for (int y = 0; y < image.height(); ++y)
        if (const auto [first, last] = inked(image.copy(0, y, image.width(), 1), image.pixelColor(150, 90));
            last >= first)
            rows.append(y);
    // As many rows of ink in the first as in the second, whose accent is a piece of its own.
    const auto middle = rows.constFirst() + label.fontMetrics().lineSpacing();
    const auto inFirst = std::count_if(rows.cbegin(), rows.cend(), [&](int y) { return y < middle; });
    QCOMPARE(inFirst * 2, rows.size());
}

void TestDesktopStyle::wordsKeepTheirOrder() {
    QWidget page;
    auto* layout = new QVBoxLayout(&page);
    auto* button = new QPushButton(QStringLiteral("65 to 74 years (both)"), &page);
    auto* other = new QPushButton(QStringLiteral("more"), &page);
    layout->addWidget(other);
    layout->addWidget(button);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    other->setFocus();
    const QImage before = button->grab().toImage();
    page.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(button->grab().toImage(), before);
}

void TestDesktopStyle::anArrowUpMeansTheLeastFirst() {
    QTableWidget table(2, 1);
    table.setSortingEnabled(true);
    table.setHorizontalHeaderLabels({QString()});
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const auto widensDownwards = [&table] {
        const QWidget* bar = table.horizontalHeader()->viewport();
        const QImage image = table.horizontalHeader()->viewport()->grab().toImage();
        QList<int> widths;
        for (int y = 2; y < image.height() - 2; ++y) {
            const auto [first, last] =
                inked(image.copy(2, y, image.width() - 4, 1), bar->palette().color(QPalette::Button));
            if (last >= first)
                widths.append(last - first);
        }
        return widths.size() > 1 && widths.constFirst() < widths.constLast();
    };
    table.sortByColumn(0, Qt::AscendingOrder);
    QVERIFY(widensDownwards());
    table.sortByColumn(0, Qt::DescendingOrder);
    QVERIFY(!widensDownwards());
}

void TestDesktopStyle::marksOfASliderCanBeSeen_data() {
    controlsCanBeSeen_data();
}

void TestDesktopStyle::marksOfASliderCanBeSeen() {
    QFETCH(int, kind);
    theme::apply(static_cast<theme::Kind>(kind));
    QSlider slider(Qt::Horizontal);
    slider.setRange(0, 100);
    slider.setTickInterval(20);
    slider.setTickPosition(QSlider::TicksBelow);
    slider.resize(300, 40);
    slider.show();
    QVERIFY(QTest::qWaitForWindowExposed(&slider));
    const QColor ground = slider.palette().color(QPalette::Window);
    const QImage image = slider.grab().toImage();
    int marks = 0;
    for (int x = 0; x < image.width(); ++x)
        marks += theme::contrast(image.pixelColor(x, image.height() - 2), ground) >= kLeast ? 1 : 0;
    QCOMPARE(marks, 6);
}

void TestDesktopStyle::theFocusIsMoreThanTheDefault() {
    QWidget page;
    auto* layout = new QVBoxLayout(&page);
    auto* button = new QPushButton(QStringLiteral("Close"), &page);
    auto* other = new QPushButton(QStringLiteral("Help"), &page);
    layout->addWidget(button);
    layout->addWidget(other);
    button->setDefault(true);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    other->setFocus(Qt::TabFocusReason);
    const QImage before = button->grab().toImage();
    button->setFocus(Qt::TabFocusReason);
    const QImage focused = button->grab().toImage();
    const QColor edge = page.palette().color(QPalette::Highlight);
    const int middle = before.height() / 2;
    QVERIFY(before.pixelColor(1, middle) != edge);
    QCOMPARE(focused.pixelColor(1, middle), edge);
}

void TestDesktopStyle::tablesShowTheirFocus_data() {
    controlsCanBeSeen_data();
}

void TestDesktopStyle::tablesShowTheirFocus() {
    QFETCH(int, kind);
    theme::apply(static_cast<theme::Kind>(kind));
    QWidget page;
    auto* layout = new QVBoxLayout(&page);
    auto* table = new QTableWidget(2, 2, &page);
    auto* other = new QPushButton(&page);
    layout->addWidget(table);
    layout->addWidget(other);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const auto inner = [table] { return table->grab().toImage().pixelColor(1, table->height() / 2); };
    const QColor edge = page.palette().color(QPalette::Highlight);
    other->setFocus(Qt::TabFocusReason);
    QVERIFY(inner() != edge);
    table->setFocus(Qt::TabFocusReason);
    QCOMPARE(inner(), edge);
}

void TestDesktopStyle::menusHaveAnEdge_data() {
    controlsCanBeSeen_data();
}

void TestDesktopStyle::menusHaveAnEdge() {
    QFETCH(int, kind);
    theme::apply(static_cast<theme::Kind>(kind));
    QMenu menu;
    menu.addAction(QStringLiteral("One"));
    menu.addSeparator();
    menu.addAction(QStringLiteral("Two"));
    menu.popup({});
    QVERIFY(QTest::qWaitForWindowExposed(&menu));
    const QImage image = menu.grab().toImage();
    const QColor ground = menu.palette().color(QPalette::Window);
    for (const QPoint& at : {QPoint(0, image.height() / 2), QPoint(image.width() - 1, image.height() / 2),
                             QPoint(image.width() / 2, image.height() - 1)})
        QVERIFY2(theme::contrast(image.pixelColor(at), ground) >= kLeast, qPrintable(image.pixelColor(at).name()));
}

void TestDesktopStyle::controlsCanBeSeen_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("light") << static_cast<int>(theme::Kind::Light);
    QTest::newRow("dark") << static_cast<int>(theme::Kind::Dark);
    QTest::newRow("contrast") << static_cast<int>(theme::Kind::HighContrast);
}

void TestDesktopStyle::controlsCanBeSeen() {
    QFETCH(int, kind);
    theme::apply(static_cast<theme::Kind>(kind));
    QWidget page;
    auto* layout = new QVBoxLayout(&page);
    auto* checked = new QCheckBox(&page);
    checked->setChecked(true);
    auto* slider = new QSlider(Qt::Horizontal, &page);
    auto* bar = new QScrollBar(Qt::Horizontal, &page);
    bar->setPageStep(20);
    // Where the focus is, something else is drawn.
    auto* focused = new QPushButton(&page);
    layout->addWidget(focused);
    const QList<QWidget*> controls = {new QCheckBox(&page),
                                      checked,
                                      new QRadioButton(&page),
                                      new QLineEdit(&page),
                                      new QComboBox(&page),
                                      new QSpinBox(&page),
                                      new QPushButton(&page),
                                      slider,
                                      bar};
    for (QWidget* control : controls)
        layout->addWidget(control);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    focused->setFocus();
    for (QWidget* control : controls) {
        const int seen = standingOut(*control);
        // An edge around the smallest of them.
        constexpr int kEdgePixels = 24;
        QVERIFY2(seen >= kEdgePixels,
                 qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(control->metaObject()->className())).arg(seen)));
    }
}

QTEST_MAIN(TestDesktopStyle)
#include "tst_desktop_style.moc"
