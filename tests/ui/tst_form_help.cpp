#include "drafts_window.h"

#include "pages/compose/compose_form.h"
#include "widgets/choice_field.h"
#include "widgets/completeness_meter.h"
#include "widgets/status_line.h"
#include "widgets/term_field.h"
#include "widgets/terms_field.h"

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QWhatsThis>

using namespace qis::ui;

class TestFormHelp : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QVERIFY(start());
        QVERIFY(enter());
        page().choosePack(path("ddi"));
    }
    void cleanup() { end(); }
    void everyFieldHasHelp();
    void completenessNamesWhatWouldAddMost();
    void rolesCanBeSwapped();
    void oneKeySaysNotObserved();
    void lastTermsAreAKeyAway();
    void rowsSayWhyTheyAreThere();
    void aBroaderTermIsAKeyAway();
    void aNumberChoosesItsBand();
    void namesMakeTheTitle();
    void tabGoesThroughThePageInOrder();

private:
    [[nodiscard]] TermField* term(const char* name) const { return qobject_cast<TermField*>(row(name)->editor()); }
    [[nodiscard]] static bool popsUp(const TermField* field) {
        return QTest::qWaitFor(
            [field] {
                const QAbstractItemView* popup = field->completer()->popup();
                return popup->isVisible() && popup->currentIndex().isValid();
            },
            kPatience);
    }
};

void TestFormHelp::everyFieldHasHelp() {
    for (const Pack& pack : page().packs()) {
        page().choosePack(pack.id);
        for (const Field& field : pack.fields)
            QVERIFY2(!field.help.isEmpty(), qPrintable(pack.id % QLatin1Char(' ') % field.path));
        const auto rows = page().findChildren<FieldRow*>();
        QVERIFY(rows.size() >= pack.fields.size());
        for (FieldRow* one : rows) {
            QVERIFY2(!one->whatsThis().isEmpty(), qPrintable(one->path()));
            QVERIFY2(!one->editor()->toolTip().isEmpty(), qPrintable(one->path()));
            // What is read aloud says it too.
            QVERIFY2(!one->editor()->focusTarget()->accessibleDescription().isEmpty(), qPrintable(one->path()));
            one->takeFocus(Qt::OtherFocusReason);
            QVERIFY2(one->isAncestorOf(QApplication::focusWidget()), qPrintable(one->path()));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
            const auto isHelp = [](const QWidget* widget) {
                return widget->isVisible() &&
                       QLatin1String(widget->metaObject()->className()) == QLatin1String("QWhatsThat");
            };
            const auto windows = QApplication::topLevelWidgets();
            QVERIFY2(std::any_of(windows.cbegin(), windows.cend(), isHelp), qPrintable(one->path()));
            QWhatsThis::hideText();
        }
    }
}

void TestFormHelp::completenessNamesWhatWouldAddMost() {
    auto* meter = child<CompletenessMeter>("completeness");
    QVERIFY(!meter->isVisible());
    DraftValues values = UiWorld::outcome();
    values.fields.remove(path("outcome.onset_days"));
    QVERIFY(fill(values));
    QTRY_VERIFY_WITH_TIMEOUT(meter->isVisible() && page().model().isChecked(), kPatience);
    QCOMPARE(meter->text(), path("Documented: 0.20 of 1"));
    QVERIFY(meter->toolTip().contains(QLatin1String("vigiGrade")));
    const auto* list = meter->reasons();
    QCOMPARE(list->item(0)->text(), path("+0.16 if you add onset"));
    meter->reasons()->setFocus();
    meter->reasons()->setCurrentRow(0);
    QTest::keyClick(meter->reasons(), Qt::Key_Return);
    QVERIFY(row("outcome.onset_days")->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), path("6"));
    QTRY_COMPARE_WITH_TIMEOUT(meter->text(), path("Documented: 0.36 of 1"), kPatience);
    for (int at = 0; at < list->count(); ++at)
        QVERIFY(!list->item(at)->text().contains(QLatin1String("onset")));
    // It claims no more than it knows.
    const auto labels = meter->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel* label) {
        return label->text().contains(QLatin1String("not whether it is true"));
    }));
}

void TestFormHelp::rolesCanBeSwapped() {
    DraftValues values = UiWorld::outcome();
    values.fields.insert(path("condition.object_dose"), 5.0);
    values.fields.insert(path("condition.precipitant_route"), path("oral"));
    QVERIFY(fill(values));
    const qint64 id = page().model().draft().id;
    auto* swap = child<QPushButton>("swapRoles");
    swap->setFocus();
    QTest::keyClick(swap, Qt::Key_Space);
    const FormModel& model = page().model();
    QCOMPARE(model.value(path("condition.object_drug")).toString(), path("fluconazole"));
    QCOMPARE(model.value(path("condition.precipitant_drug")).toString(), path("warfarin"));
    QVERIFY(!model.value(path("condition.object_dose")).isValid());
    QCOMPARE(model.value(path("condition.precipitant_dose")).toDouble(), 5.0);
    QCOMPARE(model.value(path("condition.object_route")).toString(), path("oral"));
    QCOMPARE(model.draft().id, id);
    QTRY_COMPARE(term("condition.object_drug")->lineEdit()->text(), path("Fluconazole"));
    // The draft on the disk is the swapped one.
    QVERIFY(settle());
    QTRY_VERIFY_WITH_TIMEOUT(outcomes().entryAt(0) != nullptr &&
                                 outcomes().entryAt(0)->draft->values.fields.value(path("condition.object_drug")) ==
                                     QVariant(path("fluconazole")),
                             kPatience);
    QTest::keyClick(swap, Qt::Key_Space);
    QCOMPARE(model.draft().fields, values.fields);
    // Words that are no term yet go along.
    page().startNew();
    type("condition.object_drug", path("zzzz"));
    swap->setFocus();
    QTest::keyClick(swap, Qt::Key_Space);
    QCOMPARE(edit("condition.precipitant_drug")->text(), path("zzzz"));
    QVERIFY(edit("condition.object_drug")->text().isEmpty());
    page().choosePack(path("trial"));
    QVERIFY(child<QPushButton>("swapRoles") == nullptr);
}

void TestFormHelp::oneKeySaysNotObserved() {
    row("outcome.effect")->takeFocus(Qt::OtherFocusReason);
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus, Qt::Key_Insert);
    QCOMPARE(page().model().value(path("outcome.observed")), QVariant(false));
    QVERIFY(child<StatusLine>("composeMessage")->text().contains(QLatin1String("not observed")));
    QCOMPARE(QApplication::focusWidget(), focus);
    QTest::keyClick(focus, Qt::Key_Insert);
    QCOMPARE(page().model().value(path("outcome.observed")), QVariant(true));
    page().choosePack(path("trial"));
    row("outcome.endpoint")->takeFocus(Qt::OtherFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Insert);
    QVERIFY(page().model().isEmpty());
}

void TestFormHelp::lastTermsAreAKeyAway() {
    TermField* object = term("condition.object_drug");
    object->lineEdit()->setFocus();
    // Nothing was used yet: the key does nothing that one would have to undo.
    QTest::keyClick(object->lineEdit(), Qt::Key_Down);
    QVERIFY(!m_world->emitOutcome(*m_bridge, UiWorld::outcome()).state.isEmpty());
    QTest::keyClick(object->lineEdit(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(popsUp(object));
    const auto* rows = object->completer()->popup()->model();
    QStringList names;
    for (int at = 0; at < rows->rowCount(); ++at)
        names.append(rows->index(at, 0).data().toString());
    QCOMPARE(names, (QStringList{path("Warfarin"), path("Fluconazole")}));
    QTest::keyClick(object->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(object->completer()->popup(), Qt::Key_Return);
    QCOMPARE(object->value().toString(), path("fluconazole"));
    // What was chosen in this window comes first.
    TermField* precipitant = term("condition.precipitant_drug");
    precipitant->lineEdit()->setFocus();
    QTest::keyClick(precipitant->lineEdit(), Qt::Key_Down);
    QVERIFY(popsUp(precipitant));
    QCOMPARE(precipitant->completer()->popup()->model()->index(0, 0).data().toString(), path("Fluconazole"));
}

void TestFormHelp::rowsSayWhyTheyAreThere() {
    TermField* object = term("condition.object_drug");
    object->lineEdit()->setFocus();
    QTest::keyClicks(object->lineEdit(), path("coumad"));
    QVERIFY(popsUp(object));
    const QModelIndex first = object->completer()->popup()->model()->index(0, 0);
    QCOMPARE(first.data().toString(), path("Warfarin"));
    QCOMPARE(first.data(Qt::AccessibleTextRole).toString(), path("Warfarin, synonym: Coumadin"));
    object->lineEdit()->clear();
    QTest::keyClicks(object->lineEdit(), path("warfarin"));
    QTRY_VERIFY(object->completer()->popup()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString() ==
                path("Warfarin, Vitamin K antagonists"));
}

void TestFormHelp::aBroaderTermIsAKeyAway() {
    TermField* object = term("condition.object_drug");
    object->lineEdit()->setFocus();
    QTest::keyClicks(object->lineEdit(), path("warfarin"));
    QVERIFY(popsUp(object));
    // In the list, of the row one stands at.
    QTest::keyClick(object->completer()->popup(), Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(object->value().toString(), path("vitamin-k-antagonists"));
    QCOMPARE(object->lineEdit()->text(), path("Vitamin K antagonists"));
    // And again, of what is chosen, up to where there is nothing more to choose.
    QTest::keyClick(object->lineEdit(), Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(object->value().toString(), path("anticoagulants"));
    QTest::keyClick(object->lineEdit(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(object->value().toString(), path("anticoagulants"));
    QCOMPARE(page().model().value(path("condition.object_drug")).toString(), path("anticoagulants"));

    auto* terms = qobject_cast<TermsField*>(row("condition.phenotype")->editor());
    terms->setValue(QStringList{path("atrial-fibrillation"), path("atrial-flutter")});
    const auto chip = [terms](const char* id) {
        return terms->findChild<QToolButton*>(QStringLiteral("chip_") % path(id));
    };
    QTRY_VERIFY(chip("atrial-flutter") != nullptr && chip("atrial-flutter")->toolTip().contains(path("Alt+Up")));
    chip("atrial-flutter")->setFocus();
    QTest::keyClick(chip("atrial-flutter"), Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(terms->value().toStringList(),
                 (QStringList{path("atrial-fibrillation"), path("heart-rhythm-disorder")}));
    QVERIFY(chip("heart-rhythm-disorder")->hasFocus());
    QTRY_VERIFY(chip("atrial-fibrillation")->toolTip().contains(path("Alt+Up")));
    QTest::keyClick(chip("atrial-fibrillation"), Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(terms->value().toStringList(), QStringList{path("heart-rhythm-disorder")});
}

void TestFormHelp::aNumberChoosesItsBand() {
    const auto box = [this](const char* name) { return row(name)->editor()->findChild<QComboBox*>(); };
    const auto value = [this](const char* name) { return page().model().value(path(name)).toString(); };
    QComboBox* age = box("condition.age_band");
    age->setFocus();
    QTest::keyClicks(age, path("73"));
    QCOMPARE(value("condition.age_band"), path("65-74"));
    QCOMPARE(age->currentText(), path("65 to 74 years"));
    // A digit taken back, and another one.
    QTest::keyClick(age, Qt::Key_Backspace);
    QCOMPARE(value("condition.age_band"), path("2-11"));
    QTest::keyClicks(age, path("5"));
    QCOMPARE(value("condition.age_band"), path("75-89"));
    // The edges.
    const auto typed = [&](const char* digits) {
        age->clearFocus();
        age->setFocus();
        QTest::keyClicks(age, path(digits));
        return value("condition.age_band");
    };
    QCOMPARE(typed("65"), path("65-74"));
    QCOMPARE(typed("74"), path("65-74"));
    QCOMPARE(typed("75"), path("75-89"));
    QCOMPARE(typed("90"), path("90plus"));
    QCOMPARE(typed("104"), path("90plus"));
    QCOMPARE(typed("1"), path("28d-23m"));
    // What no band holds chooses nothing, rather than what fewer digits had chosen.
    QCOMPARE(typed("0"), QString());
    QCOMPARE(typed("730"), QString());
    QCOMPARE(age->currentIndex(), 0);
    QComboBox* renal = box("condition.renal");
    renal->setFocus();
    QTest::keyClicks(renal, path("28"));
    QCOMPARE(value("condition.renal"), path("severe"));
    QVERIFY(row("condition.renal")->whatsThis().contains(path("is not kept")));
    // Elsewhere digits find labels as before.
    QComboBox* grade = box("outcome.grade");
    grade->setFocus();
    QTest::keyClicks(grade, path("3"));
    QCOMPARE(value("outcome.grade"), path("3"));
    QVERIFY(!row("outcome.grade")->whatsThis().contains(path("is not kept")));
}

void TestFormHelp::namesMakeTheTitle() {
    QVERIFY(!m_world->emitOutcome(*m_bridge, UiWorld::outcome()).state.isEmpty());
    QVERIFY(statesBecome({path("waiting")}));
    trigger("actionSameAgain");
    const auto title = [this] {
        const OutcomeModel::Entry* entry = outcomes().entryAt(0);
        return entry != nullptr && entry->draft ? entry->draft->title : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(path("Warfarin, Fluconazole, ")) &&
                                 title().endsWith(path("Gastrointestinal bleeding")),
                             kPatience);
}

void TestFormHelp::tabGoesThroughThePageInOrder() {
    QVERIFY(!m_world->emitOutcome(*m_bridge, UiWorld::outcome()).state.isEmpty());
    QVERIFY(statesBecome({path("waiting")}));
    DraftValues values = UiWorld::outcome(4);
    values.fields.remove(path("condition.sex"));
    values.fields.insert(path("condition.phenotype"), QStringList{path("hypertension"), path("heart-failure")});
    page().model().load(values);
    page().desk().keeper().keep();
    QVERIFY(settle());
    QVERIFY(statesBecome({path("draft"), path("waiting")}));
    QTRY_VERIFY(page().model().isChecked());
    desk().pane().select(outcomes().entryAt(1)->key);

    auto* first = child<QComboBox>("packBox");
    first->setFocus();
    QList<QWidget*> walked;
    constexpr int kMostStops = 300;
    for (int step = 0; step < kMostStops; ++step) {
        QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus != nullptr);
        if (walked.contains(focus))
            break;
        walked.append(focus);
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    // Once around, back where it began, and nowhere twice.
    QVERIFY(walked.size() < kMostStops);
    QCOMPARE(QApplication::focusWidget(), first);

    QStringList rows;
    QStringList areas;
    for (const QWidget* widget : std::as_const(walked)) {
        QString area = path("frame");
        for (const QWidget* up = widget; up != nullptr; up = up->parentWidget()) {
            if (const auto* one = qobject_cast<const FieldRow*>(up); one != nullptr && !rows.contains(one->path()))
                rows.append(one->path());
            if (up->objectName() == QLatin1String("composeForm") || up->objectName() == QLatin1String("composeSide") ||
                up->objectName() == QLatin1String("outcomePane"))
                area = up->objectName();
        }
        if (areas.isEmpty() || areas.last() != area)
            areas.append(area);
    }
    QStringList expected;
    for (const Section& section : page().model().pack().sections)
        for (const Field& field : page().model().pack().fields)
            if (field.section == section.id)
                expected.append(field.path);
    expected +=
        QStringList{path("basis"), path("confidence"), path("outcome.grounds"), path("note"), path("own_record")};
    QCOMPARE(rows, expected);
    // Every part of the page in one piece.
    for (const char* area : {"composeForm", "composeSide", "outcomePane"})
        QVERIFY2(areas.count(path(area)) == 1, qPrintable(areas.join(QLatin1Char(' '))));
    QVERIFY(areas.indexOf(path("composeForm")) + 1 == areas.indexOf(path("composeSide")));
    for (const char* name :
         {"outcomeList", "retractOutcome", "problemList", "completenessReasons", "signButton", "swapRoles"})
        QVERIFY2(std::any_of(walked.cbegin(), walked.cend(),
                             [name](const QWidget* widget) { return widget->objectName() == QLatin1String(name); }),
                 name);
}

QTEST_MAIN(TestFormHelp)
#include "tst_form_help.moc"
