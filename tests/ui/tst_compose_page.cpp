#include "ui_world.h"

#include "bridge/form_model.h"
#include "pages/compose/compose_page.h"
#include "widgets/basis_field.h"
#include "widgets/choice_field.h"
#include "widgets/field_row.h"
#include "widgets/size_gauge.h"
#include "widgets/term_field.h"
#include "widgets/terms_field.h"
#include "widgets/undo_bar.h"

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;

} // namespace

class TestComposePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void formComesFromThePack();
    void requiredFieldsAreMarkedInWords();
    void anOutcomeCanBeTypedWithoutTheMouse();
    void returnTakesWhatWasTyped();
    void wordsThatAreNoTermAreAProblem();
    void severalTermsCanBeAddedAndRemoved();
    void problemsStandBesideTheirField();
    void signingTooEarlyLeadsToTheFirstProblem();
    void numbersOutOfRangeAreRefusedInPlace();
    void aTableIsTypedCellByCell();
    void signingClearsTheFormAndSaysSo();
    void undoBringsTheOutcomeBack();
    void undoKeepsWhatWasTypedSince();
    void changingTheDomainLosesNothing();
    void askingMakesAnInterest();

private:
    bool show(int undoSeconds);
    [[nodiscard]] FieldRow* row(const char* path) const;
    template <class T> [[nodiscard]] T* editor(const char* path) const { return qobject_cast<T*>(row(path)->editor()); }
    bool typeTerm(TermField* field, const QString& words, const QString& id);
    bool loadAndCheck(const DraftValues& draft);
    bool signAndWait();

    std::unique_ptr<UiWorld> m_world;
    EngineBridge* m_bridge = nullptr;
    std::unique_ptr<ComposePage> m_page;
};

void TestComposePage::init() {
    m_world = std::make_unique<UiWorld>();
    m_bridge = m_world->openDemo(QStringLiteral("home"));
    QVERIFY(m_bridge != nullptr);
    QVERIFY(show(0));
}

void TestComposePage::cleanup() {
    m_page.reset();
    m_world.reset();
}

bool TestComposePage::show(int undoSeconds) {
    m_page.reset();
    if (undoSeconds > 0) {
        OpenRequest open = m_world->request(QStringLiteral("home"));
        open.undoSeconds = undoSeconds;
        const QSignalSpy opened(m_bridge, &EngineBridge::opened);
        m_bridge->open(open);
        if (!QTest::qWaitFor([&opened] { return opened.count() == 1; }, kPatience))
            return false;
    }
    m_page = std::make_unique<ComposePage>(*m_bridge);
    m_page->resize(1200, 800);
    m_page->show();
    const QSignalSpy listed(m_page.get(), &ComposePage::packsListed);
    m_page->reload();
    if (!QTest::qWaitFor([&listed] { return listed.count() == 1; }, kPatience))
        return false;
    m_page->choosePack(QStringLiteral("ddi"));
    return QTest::qWaitForWindowActive(m_page.get());
}

FieldRow* TestComposePage::row(const char* path) const {
    return m_page->findChild<FieldRow*>(QStringLiteral("row_") + QString::fromLatin1(path));
}

bool TestComposePage::typeTerm(TermField* field, const QString& words, const QString& id) {
    QTest::keyClicks(field->lineEdit(), words);
    QAbstractItemView* popup = field->completer()->popup();
    if (!QTest::qWaitFor(
            [popup, field, &id] {
                return popup->isVisible() && popup->model()->rowCount() > 0 && field->unreadable().size() > 0 &&
                       popup->currentIndex().isValid() && !id.isEmpty();
            },
            kPatience))
        return false;
    QTest::keyClick(popup, Qt::Key_Return);
    return QTest::qWaitFor([field, &id] { return !field->term() || field->term()->id == id; }, kPatience);
}

bool TestComposePage::loadAndCheck(const DraftValues& draft) {
    m_page->model().load(draft);
    return QTest::qWaitFor([this] { return m_page->model().isChecked(); }, kPatience);
}

bool TestComposePage::signAndWait() {
    const QSignalSpy signedSpy(m_page.get(), &ComposePage::signedOutcome);
    QTest::mouseClick(m_page->findChild<QPushButton*>(QStringLiteral("signButton")), Qt::LeftButton);
    return QTest::qWaitFor([&signedSpy] { return signedSpy.count() == 1; }, kPatience);
}

void TestComposePage::formComesFromThePack() {
    const Pack& pack = m_page->model().pack();
    QCOMPARE(pack.id, QStringLiteral("ddi"));
    QVERIFY(pack.fields.size() > 10);
    for (const Field& field : pack.fields) {
        const auto* found = m_page->findChild<FieldRow*>(QStringLiteral("row_") + field.path);
        QVERIFY2(found != nullptr, qPrintable(field.path));
        QCOMPARE(found->editor()->toolTip(), field.help);
    }
    const auto* age = editor<ChoiceField>("condition.age_band");
    QVERIFY(age != nullptr);
    QVERIFY(age->comboBox()->count() > 5);
}

void TestComposePage::requiredFieldsAreMarkedInWords() {
    for (const Field& field : m_page->model().pack().fields) {
        const auto* found = m_page->findChild<FieldRow*>(QStringLiteral("row_") + field.path);
        const auto* label = found->findChild<QLabel*>(QString(), Qt::FindDirectChildrenOnly);
        QCOMPARE(label->text().contains(QLatin1String("(required)")), field.required);
        QCOMPARE(label->buddy(), found->editor()->focusTarget());
    }
}

void TestComposePage::anOutcomeCanBeTypedWithoutTheMouse() {
    row("condition.object_drug")->takeFocus(Qt::OtherFocusReason);
    auto* object = editor<TermField>("condition.object_drug");
    QVERIFY(object->lineEdit()->hasFocus());
    QVERIFY(typeTerm(object, QStringLiteral("warf"), QStringLiteral("warfarin")));
    QCOMPARE(object->value().toString(), QStringLiteral("warfarin"));
    // The choice moved on to the next field.
    auto* precipitant = editor<TermField>("condition.precipitant_drug");
    QTRY_VERIFY(precipitant->lineEdit()->hasFocus());
    QVERIFY(typeTerm(precipitant, QStringLiteral("flucon"), QStringLiteral("fluconazole")));

    const auto choose = [this](const char* path, const QString& name) {
        row(path)->takeFocus(Qt::OtherFocusReason);
        QComboBox* box = editor<ChoiceField>(path)->comboBox();
        for (int step = 0; step < box->count() && box->currentData().toString() != name; ++step)
            QTest::keyClick(box, Qt::Key_Down);
    };
    choose("condition.sex", QStringLiteral("female"));
    choose("condition.age_band", QStringLiteral("65-74"));
    row("outcome.effect")->takeFocus(Qt::OtherFocusReason);
    auto* effect = editor<TermField>("outcome.effect");
    QTest::keyClicks(effect->lineEdit(), QStringLiteral("gastrointestinal bleeding"));
    QTRY_VERIFY_WITH_TIMEOUT(effect->completer()->popup()->isVisible(), kPatience);
    QTest::keyClick(effect->completer()->popup(), Qt::Key_Tab);
    QTRY_VERIFY(effect->term().has_value());
    choose("outcome.observed", QStringLiteral("true"));
    auto* confidence = m_page->findChild<QWidget*>(QStringLiteral("confidenceNumber"))->findChild<QLineEdit*>();
    confidence->setFocus();
    QTest::keyClicks(confidence, QStringLiteral("80"));

    QTRY_VERIFY_WITH_TIMEOUT(m_page->model().canSign(), kPatience);
    QVERIFY(m_page->model().report()->bytes > 0);
    QVERIFY(m_page->model().report()->bytes <= kMaxPacketBytes);
    const QString sentence = m_page->findChild<QLabel*>(QStringLiteral("sentencePreview"))->text();
    QVERIFY2(sentence.contains(QLatin1String("warfarin"), Qt::CaseInsensitive), qPrintable(sentence));
    QVERIFY(m_page->findChild<SizeGauge*>()->text().contains(QLatin1String("512")));
}

/// The list of the first letter is still there when the rest and Return have been typed.
void TestComposePage::returnTakesWhatWasTyped() {
    auto* field = editor<TermField>("condition.object_drug");
    field->lineEdit()->setFocus();
    QAbstractItemView* popup = field->completer()->popup();
    const auto listOf = [&](const char* words) {
        QTest::keyClicks(field->lineEdit(), QLatin1String(words));
        return QTest::qWaitFor([popup] { return popup->isVisible(); }, kPatience);
    };
    QVERIFY(listOf("f"));
    QVERIFY(popup->currentIndex().data().toString() != QLatin1String("Fluconazole"));
    QTest::keyClicks(popup, QStringLiteral("luconazole"));
    QTest::keyClick(popup, Qt::Key_Return);
    QVERIFY(!field->term());
    QTRY_VERIFY_WITH_TIMEOUT(field->term().has_value(), kPatience);
    QCOMPARE(field->term()->name, QStringLiteral("Fluconazole"));
    QVERIFY(!popup->isVisible() && !field->lineEdit()->hasFocus());
    // Going on typing takes the wish back; words that find nothing take nothing.
    field->reset();
    field->lineEdit()->setFocus();
    QVERIFY(listOf("w"));
    QTest::keyClicks(popup, QStringLiteral("arf"));
    QTest::keyClick(popup, Qt::Key_Return);
    QTest::keyClicks(popup, QStringLiteral("zzz"));
    QTRY_VERIFY_WITH_TIMEOUT(!popup->isVisible(), kPatience);
    QVERIFY(!field->term() && !field->unreadable().isEmpty());
}

void TestComposePage::wordsThatAreNoTermAreAProblem() {
    auto* object = editor<TermField>("condition.object_drug");
    object->lineEdit()->setFocus();
    QTest::keyClicks(object->lineEdit(), QStringLiteral("zzzzqqqq"));
    QTRY_VERIFY_WITH_TIMEOUT(object->unreadable().contains(QLatin1String("No term")), kPatience);
    row("condition.sex")->takeFocus(Qt::OtherFocusReason);
    QTRY_VERIFY(row("condition.object_drug")->message().contains(QLatin1String("No term")));
    QVERIFY(!m_page->model().canSign());
    // What was typed stays for the person to mend.
    QCOMPARE(object->lineEdit()->text(), QStringLiteral("zzzzqqqq"));
    object->lineEdit()->clear();
    QTest::keyClicks(object->lineEdit(), QStringLiteral("w"));
    QTest::keyClick(object->lineEdit(), Qt::Key_Backspace);
    row("condition.sex")->takeFocus(Qt::OtherFocusReason);
    QTRY_VERIFY(!row("condition.object_drug")->message().contains(QLatin1String("No term")));
}

void TestComposePage::severalTermsCanBeAddedAndRemoved() {
    auto* terms = editor<TermsField>("condition.phenotype");
    QVERIFY(terms != nullptr);
    terms->focusTarget()->setFocus();
    const auto add = [&](const QString& words) {
        const qsizetype before = terms->value().toStringList().size();
        QTest::keyClicks(terms->adder()->lineEdit(), words);
        return QTest::qWaitFor([terms] { return terms->adder()->completer()->popup()->isVisible(); }, kPatience) &&
               (QTest::keyClick(terms->adder()->completer()->popup(), Qt::Key_Return),
                terms->value().toStringList().size() == before + 1);
    };
    QVERIFY(add(QStringLiteral("atrial fib")));
    QVERIFY(terms->adder()->lineEdit()->hasFocus());
    QVERIFY(add(QStringLiteral("diabetes")));
    QVERIFY(terms->value().toStringList().contains(QLatin1String("atrial-fibrillation")));
    auto* chip = terms->findChild<QToolButton*>(QStringLiteral("chip_atrial-fibrillation"));
    QVERIFY(chip != nullptr);
    QVERIFY(chip->accessibleName().startsWith(QLatin1String("Remove")));
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Space);
    QCOMPARE(terms->value().toStringList().size(), 1);
    QVERIFY(!terms->value().toStringList().contains(QLatin1String("atrial-fibrillation")));
    QCOMPARE(m_page->model().value(QStringLiteral("condition.phenotype")), terms->value());
}

void TestComposePage::problemsStandBesideTheirField() {
    DraftValues draft = UiWorld::outcome();
    // The same drug twice contradicts itself by a rule of the pack.
    draft.fields[QStringLiteral("condition.precipitant_drug")] = QStringLiteral("warfarin");
    QVERIFY(loadAndCheck(draft));
    QVERIFY(!m_page->model().report()->problems.isEmpty());
    const QString field = m_page->model().report()->problems.first().field;
    QTRY_VERIFY(!m_page->model().problemsOf(field).isEmpty());
    const auto* found = m_page->findChild<FieldRow*>(QStringLiteral("row_") + field);
    QVERIFY2(found != nullptr, qPrintable(field));
    QVERIFY(!found->message().isEmpty());
    const auto* list = m_page->findChild<QListWidget*>(QStringLiteral("problemList"));
    QVERIFY(list->isVisible());
    QVERIFY(list->count() > 0);
}

void TestComposePage::signingTooEarlyLeadsToTheFirstProblem() {
    DraftValues draft = UiWorld::outcome();
    draft.fields.remove(QStringLiteral("condition.sex"));
    QVERIFY(loadAndCheck(draft));
    // An empty field that nobody has been to yet is no reproach.
    QVERIFY(row("condition.sex")->message().isEmpty());
    m_page->sign();
    QTRY_VERIFY(!row("condition.sex")->message().isEmpty());
    QVERIFY(row("condition.sex")->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(m_page->findChild<UndoBar*>() == nullptr);
}

void TestComposePage::numbersOutOfRangeAreRefusedInPlace() {
    auto* edit = row("outcome.onset_days")->findChild<QLineEdit*>(QStringLiteral("numberEdit"));
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("-5"));
    row("condition.sex")->takeFocus(Qt::OtherFocusReason);
    QTRY_VERIFY(!row("outcome.onset_days")->message().isEmpty());
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("6"));
    QTRY_VERIFY(row("outcome.onset_days")->message().isEmpty());
    QCOMPARE(m_page->model().value(QStringLiteral("outcome.onset_days")).toDouble(), 6.0);
}

void TestComposePage::aTableIsTypedCellByCell() {
    row("outcome.management")->takeFocus(Qt::OtherFocusReason);
    auto* kind = m_page->findChild<QComboBox*>(QStringLiteral("basisKind"));
    QVERIFY(kind != nullptr);
    const int table = kind->findData(QStringLiteral("table"));
    QVERIFY(table >= 0);
    kind->setCurrentIndex(table);
    kind->setFocus();
    const QMap<QString, double> cells = {
        {QStringLiteral("a"), 4}, {QStringLiteral("b"), 119}, {QStringLiteral("c"), 11}, {QStringLiteral("d"), 128}};
    for (auto it = cells.cbegin(); it != cells.cend(); ++it) {
        auto* edit = m_page->findChild<QWidget*>(QStringLiteral("basis_table_") + it.key())->findChild<QLineEdit*>();
        QVERIFY2(!edit->accessibleName().isEmpty(), qPrintable(it.key()));
        // Tab walks from the kind through the cells, row by row.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), edit);
        QTest::keyClicks(edit, QString::number(it.value()));
    }
    const auto basis = m_page->model().draft().basis;
    QVERIFY(basis.has_value());
    QCOMPARE(basis->kind, QStringLiteral("table"));
    QCOMPARE(basis->numbers, cells);
}

void TestComposePage::signingClearsTheFormAndSaysSo() {
    QVERIFY(loadAndCheck(UiWorld::outcome()));
    QVERIFY2(m_page->model().canSign(), qPrintable(m_page->model().report()->problems.isEmpty()
                                                       ? QString()
                                                       : m_page->model().report()->problems.first().detail));
    QVERIFY(signAndWait());
    QVERIFY(m_page->model().isEmpty());
    auto* bar = m_page->findChild<UndoBar*>();
    QVERIFY(bar != nullptr);
    QVERIFY(bar->text().startsWith(QLatin1String("Signed")));
    QVERIFY(!m_page->canUndo());
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 1);
}

void TestComposePage::undoBringsTheOutcomeBack() {
    QVERIFY(show(600));
    const DraftValues draft = UiWorld::outcome();
    QVERIFY(loadAndCheck(draft));
    QVERIFY(signAndWait());
    QVERIFY(m_page->canUndo());
    auto* bar = m_page->findChild<UndoBar*>();
    QVERIFY(bar->text().contains(QLatin1String("leaves in")));
    const QSignalSpy undone(m_page.get(), &ComposePage::undone);
    QTest::mouseClick(bar->findChild<QPushButton*>(QStringLiteral("undoButton")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(undone.count(), 1, kPatience);
    QCOMPARE(m_page->model().draft().fields, draft.fields);
    QCOMPARE(m_page->model().draft().confidence, draft.confidence);
    QVERIFY(!m_page->canUndo());
    QCOMPARE(m_world->statusOf(*m_bridge).ownPackets, 0);
    QTRY_COMPARE(editor<TermField>("condition.object_drug")->lineEdit()->text().toLower(), QStringLiteral("warfarin"));
}

void TestComposePage::undoKeepsWhatWasTypedSince() {
    QVERIFY(show(600));
    QVERIFY(loadAndCheck(UiWorld::outcome()));
    QVERIFY(signAndWait());
    m_page->model().setValue(QStringLiteral("condition.sex"), QStringLiteral("male"));
    const QSignalSpy undone(m_page.get(), &ComposePage::undone);
    m_page->undo();
    QTRY_COMPARE_WITH_TIMEOUT(undone.count(), 1, kPatience);
    auto* back = m_page->findChild<QPushButton*>(QStringLiteral("asideAction"));
    QTRY_VERIFY(back->isVisible());
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(m_page->model().value(QStringLiteral("condition.sex")).toString(), QStringLiteral("male"));
    // And the one that made room for it is kept in its turn.
    QVERIFY(back->isVisible());
}

void TestComposePage::changingTheDomainLosesNothing() {
    QVERIFY(loadAndCheck(UiWorld::outcome()));
    m_page->choosePack(QStringLiteral("trial"));
    QVERIFY(m_page->model().isEmpty());
    m_page->choosePack(QStringLiteral("ddi"));
    QCOMPARE(m_page->model().draft().fields, UiWorld::outcome().fields);
}

void TestComposePage::askingMakesAnInterest() {
    QVERIFY(loadAndCheck(UiWorld::outcome()));
    const QSignalSpy made(m_page.get(), &ComposePage::interestMade);
    QTest::mouseClick(m_page->findChild<QPushButton*>(QStringLiteral("askButton")), Qt::LeftButton);
    auto* name = m_page->findChild<QLineEdit*>(QStringLiteral("interestName"));
    QTRY_VERIFY(name != nullptr && name->isVisible());
    name->setText(QStringLiteral("My interest"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, kPatience);
    QCOMPARE(made.first().first().toString(), QStringLiteral("My interest"));
}

QTEST_MAIN(TestComposePage)
#include "tst_compose_page.moc"
