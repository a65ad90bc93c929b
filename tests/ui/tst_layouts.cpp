#include "theme/theme.h"
#include "widgets/dialog_size.h"
#include "widgets/flow_layout.h"
#include "widgets/page_stack.h"
#include "widgets/plain_label.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

using namespace qis::ui;

namespace {

/// A widget of one size.
class Block : public QWidget {
public:
    Block(int width, int height, QWidget* parent)
        : QWidget(parent) {
        setFixedSize(width, height);
    }
};

/// Counts how often it is asked for its height.
class Asked : public QWidget {
public:
    using QWidget::QWidget;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override {
        ++times;
        return width / 2;
    }
    mutable int times = 0;
};

} // namespace

/// Where things go that have no fixed place.
class TestLayouts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { theme::apply(theme::Kind::Light); }
    void aLineIsLevel_data();
    void aLineIsLevel();
    void dialogsHoldTheirWords();
    void hiddenPagesAreNotMeasured();
};

void TestLayouts::aLineIsLevel_data() {
    QTest::addColumn<int>("direction");
    QTest::newRow("left to right") << static_cast<int>(Qt::LeftToRight);
    QTest::newRow("right to left") << static_cast<int>(Qt::RightToLeft);
}

void TestLayouts::aLineIsLevel() {
    QFETCH(int, direction);
    QWidget page;
    page.setLayoutDirection(static_cast<Qt::LayoutDirection>(direction));
    auto* flow = new FlowLayout(&page);
    flow->setSpacing(10);
    auto* high = new Block(100, 40, &page);
    auto* low = new Block(100, 20, &page);
    auto* next = new Block(100, 20, &page);
    for (QWidget* block : {high, low, next})
        flow->addWidget(block);
    page.resize(250, 200);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QCOMPARE(high->y(), 0);
    QCOMPARE(low->geometry().center().y(), high->geometry().center().y());
    // The next line begins below the highest of this one.
    QCOMPARE(next->y(), 50);
    QCOMPARE(flow->heightForWidth(250), 70);
    const bool mirrored = direction == static_cast<int>(Qt::RightToLeft);
    QCOMPARE(high->x(), mirrored ? 150 : 0);
    QCOMPARE(low->x(), mirrored ? 40 : 110);
    QCOMPARE(next->x(), high->x());
}

void TestLayouts::dialogsHoldTheirWords() {
    QDialog dialog;
    QFont large = dialog.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    dialog.setFont(large);
    dialog.setMinimumWidth(theme::columns(dialog, 30));
    auto* layout = new QVBoxLayout(&dialog);
    QList<QLabel*> labels;
    for (int at = 0; at < 12; ++at) {
        auto* label =
            wrappedLabel(QStringLiteral("Words that take more than one line in a narrow dialog, and more of them "
                                        "than a screen of the usual height has room for."),
                         &dialog);
        layout->addWidget(label);
        labels.append(label);
    }
    layout->addWidget(new QDialogButtonBox(QDialogButtonBox::Close, &dialog));
    fitToContent(dialog);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    for (const QLabel* label : std::as_const(labels))
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
}

void TestLayouts::hiddenPagesAreNotMeasured() {
    QWidget page;
    auto* layout = new QVBoxLayout(&page);
    auto* title = new QLabel(&page);
    title->setWordWrap(true);
    auto* stack = new PageStack(&page);
    auto* shown = new Asked;
    auto* hidden = new Asked;
    stack->addWidget(shown);
    stack->addWidget(hidden);
    layout->addWidget(title);
    layout->addWidget(stack, 1);
    page.resize(300, 300);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    hidden->times = 0;
    title->setText(QString(200, QLatin1Char('w')).replace(3, 1, QLatin1Char(' ')));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(hidden->times, 0);
    // It gets the rest, whatever it would like.
    QCOMPARE(shown->height(), page.height() - shown->mapTo(&page, QPoint()).y() - layout->contentsMargins().bottom());
}

QTEST_MAIN(TestLayouts)
#include "tst_layouts.moc"
