#include "drafts_window.h"

#include "pages/compose/compose_form.h"
#include "widgets/basis_field.h"
#include "widgets/choice_field.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QDropEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>

using namespace qis::ui;

namespace {

constexpr int kHuge = 10 * 1024 * 1024;

enum class Way : quint8 { Keys, Paste, Drop };
Q_DECLARE_FLAGS(Ways, Way)

struct Hostile {
    const char* name;
    QString text;
    bool alsoInNotes; ///< is it wrong in a line of free text too?
};

QList<Hostile> hostileInputs() {
    return {
        {"10 MB", QString(kHuge, QLatin1Char('9')), true},
        {"a number with 10 MB behind it", QLatin1Char('6') % QString(kHuge, QLatin1Char(' ')), false},
        {"control characters", QStringLiteral("6\u0001\u0007"), true},
        {"line break", QStringLiteral("6\n7"), true},
        {"nothing but a zero", QString(QChar(0)) % QLatin1Char('6'), true},
        {"right-to-left override", QStringLiteral("\u202E6"), true},
        {"isolate", QStringLiteral("war\u2066farin"), true},
        {"lone surrogate", QString(QChar(0xD800)) % QLatin1Char('6'), true},
        {"wrong unit", QStringLiteral("2.1 mg/dL"), false},
        {"wrong unit without a space", QStringLiteral("5kg"), false},
        {"day that does not exist", QStringLiteral("31.02.2020"), false},
        {"month that does not exist", QStringLiteral("2020-13-01"), false},
        {"decimal comma", QStringLiteral("1,5"), false},
        {"groups", QStringLiteral("1,500"), false},
        {"hexadecimal", QStringLiteral("0x10"), false},
        {"no number", QStringLiteral("nan"), false},
        {"infinite", QStringLiteral("inf"), false},
        {"beyond any number", QStringLiteral("1e400"), false},
        {"below everything", QStringLiteral("-1e300"), false},
        {"two signs", QStringLiteral("--5"), false},
        {"two numbers", QStringLiteral("5 5"), false},
        {"script", QStringLiteral("<b>6</b>"), false},
        {"query", QStringLiteral("'; DROP TABLE packets;--"), false},
    };
}

void put(QWidget* target, const QString& text, Way way) {
    if (way == Way::Keys) {
        for (const QChar character : text)
            QTest::sendKeyEvent(QTest::Click, target, Qt::Key_unknown, QString(character), Qt::NoModifier);
    } else if (way == Way::Paste) {
        QApplication::clipboard()->setText(text);
        QTest::keySequence(target, QKeySequence(QKeySequence::Paste));
    } else {
        QMimeData data;
        data.setText(text);
        const QPoint middle = target->rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &enter);
        QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &drop);
    }
    // What was cut is told of once the event is over.
    QCoreApplication::sendPostedEvents();
}

} // namespace

class TestHostileInput : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QVERIFY(start());
        QVERIFY(enter());
    }
    void cleanup() { end(); }
    void everyFieldRefusesItInWords_data();
    void everyFieldRefusesItInWords();
    void choicesTakeNothingFromOutside_data();
    void choicesTakeNothingFromOutside();
    void aUnitMayBeTyped();
    void whatWasCutIsSaid();
    void signingIsRefusedMeanwhile();

private:
    /// Every line that something can be typed into, with the row it belongs to.
    [[nodiscard]] QList<std::pair<FieldRow*, QLineEdit*>> lines() const;
    void leave(const FieldRow* from) const;
};

QList<std::pair<FieldRow*, QLineEdit*>> TestHostileInput::lines() const {
    QList<std::pair<FieldRow*, QLineEdit*>> out;
    for (FieldRow* one : child<ComposeForm>("composeForm")->rows())
        for (QLineEdit* line : one->editor()->findChildren<QLineEdit*>())
            if (line->isVisibleTo(one))
                out.append({one, line});
    return out;
}

void TestHostileInput::leave(const FieldRow* from) const {
    const auto rows = child<ComposeForm>("composeForm")->rows();
    (rows.first() == from ? rows.at(1) : rows.first())->takeFocus(Qt::OtherFocusReason);
}

void TestHostileInput::everyFieldRefusesItInWords_data() {
    QTest::addColumn<QString>("pack");
    QTest::addColumn<QString>("basis");
    for (const char* basis : {"case", "counts", "effect", "table", "observed"})
        QTest::addRow("ddi %s", basis) << path("ddi") << path(basis);
    QTest::newRow("trial") << path("trial") << path("table");
}

void TestHostileInput::everyFieldRefusesItInWords() {
    QFETCH(QString, pack);
    QFETCH(QString, basis);
    page().choosePack(pack);
    auto* kind = child<QComboBox>("basisKind");
    kind->setCurrentIndex(kind->findData(basis));
    const auto all = lines();
    QVERIFY(all.size() >= (pack == path("ddi") ? 11 : 6));
    for (const auto& [one, line] : all) {
        // The other lines of the form are the same for every basis.
        if (pack == path("ddi") && basis != path("case") && one->path() != path("basis"))
            continue;
        const bool isText = one->path() == path("note") || one->path() == path("own_record");
        for (const Hostile& hostile : hostileInputs()) {
            if (isText && !hostile.alsoInNotes)
                continue;
            for (const Way way : {Way::Keys, Way::Paste, Way::Drop}) {
                if (way == Way::Keys && hostile.text.size() > 100)
                    continue;
                line->setFocus();
                line->selectAll();
                QTest::keyClick(line, Qt::Key_Backspace);
                QVERIFY(line->text().isEmpty());
                put(line, hostile.text, way);
                leave(one);
                const QByteArray where = one->path().toLatin1() + ": " + hostile.name + ", way " +
                                         QByteArray::number(static_cast<int>(way)) + ", stands as " +
                                         line->text().left(60).toUtf8().toPercentEncoding() + ", says " +
                                         one->message().toUtf8();
                // Keys that make no character leave nothing; whatever stands there is refused in words.
                if (line->text().isEmpty())
                    continue;
                const QVariant value = one->editor()->value();
                if (way == Way::Keys && line->text() != hostile.text && value.isValid())
                    continue; // only the harmless characters among them came in
                QVERIFY2(!one->message().isEmpty(), where.constData());
                QVERIFY2(isText || one->path() == path("basis") || !value.isValid(), where.constData());
                QVERIFY2(!page().model().canSign(), where.constData());
            }
        }
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Backspace);
        leave(one);
    }
}

void TestHostileInput::choicesTakeNothingFromOutside_data() {
    QTest::addColumn<QString>("pack");
    QTest::newRow("ddi") << path("ddi");
    QTest::newRow("trial") << path("trial");
}

void TestHostileInput::choicesTakeNothingFromOutside() {
    QFETCH(QString, pack);
    page().choosePack(pack);
    int found = 0;
    for (FieldRow* one : child<ComposeForm>("composeForm")->rows()) {
        const auto* choice = qobject_cast<const ChoiceField*>(one->editor());
        if (choice == nullptr)
            continue;
        ++found;
        choice->comboBox()->setFocus();
        for (const Hostile& hostile : hostileInputs()) {
            put(choice->comboBox(), hostile.text, Way::Paste);
            put(choice->comboBox(), hostile.text, Way::Drop);
            QVERIFY2(!one->editor()->value().isValid(), qPrintable(one->path()));
        }
    }
    QVERIFY(found >= 3);
    QVERIFY(page().model().draft().fields.isEmpty());
}

void TestHostileInput::aUnitMayBeTyped() {
    page().choosePack(path("ddi"));
    type("outcome.onset_days", path("6 d"));
    leave(row("outcome.onset_days"));
    QVERIFY2(row("outcome.onset_days")->message().isEmpty(), qPrintable(row("outcome.onset_days")->message()));
    QCOMPARE(page().model().value(path("outcome.onset_days")).toDouble(), 6.0);
    type("condition.object_dose", path("5 mg"));
    leave(row("condition.object_dose"));
    QVERIFY2(row("condition.object_dose")->message().contains(path("mg/d")),
             qPrintable(row("condition.object_dose")->message()));
    QVERIFY(!page().model().value(path("condition.object_dose")).isValid());
}

void TestHostileInput::whatWasCutIsSaid() {
    page().choosePack(path("ddi"));
    // A note of 10 MB: what is left of it is not what was meant.
    QLineEdit* note = edit("note");
    note->setFocus();
    put(note, QString(kHuge, QLatin1Char('x')), Way::Paste);
    leave(row("note"));
    QVERIFY2(row("note")->message().startsWith(QLatin1String("Too long")), qPrintable(row("note")->message()));
    // Shortened by hand it is a note again.
    note->setFocus();
    note->selectAll();
    QTest::keyClicks(note, path("short"));
    leave(row("note"));
    QTRY_VERIFY2(row("note")->message().isEmpty(), qPrintable(row("note")->message()));
    QCOMPARE(page().model().draft().note, path("short"));
}

void TestHostileInput::signingIsRefusedMeanwhile() {
    QVERIFY(fill(UiWorld::outcome()));
    QTRY_VERIFY_WITH_TIMEOUT(page().model().canSign(), kPatience);
    QLineEdit* dose = edit("condition.object_dose");
    dose->setFocus();
    put(dose, QLatin1Char('6') % QString(kHuge, QLatin1Char(' ')), Way::Paste);
    page().sign();
    QTRY_VERIFY(!row("condition.object_dose")->message().isEmpty());
    QVERIFY(row("condition.object_dose")->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 0);
}

QTEST_MAIN(TestHostileInput)
#include "tst_hostile_input.moc"
