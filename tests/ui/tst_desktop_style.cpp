#include "theme/theme.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

using namespace qis::ui;

/// Every control can be told from what it stands on, in every theme (WCAG 2.2, 1.4.11: 3 to 1).
class TestDesktopStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { theme::apply(theme::Kind::Light); }
    void controlsCanBeSeen_data();
    void controlsCanBeSeen();
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

} // namespace

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
