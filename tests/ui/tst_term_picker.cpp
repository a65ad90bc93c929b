#include "drafts_window.h"

#include "bridge/term_source.h"
#include "bridge/term_tree_model.h"
#include "widgets/status_line.h"
#include "widgets/term_field.h"
#include "widgets/term_picker.h"
#include "widgets/terms_field.h"

#include <QtGui/QClipboard>
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

using namespace qis::ui;

class TestTermPicker : public QObject, private DraftsWindow {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QVERIFY(start());
        QVERIFY(enter());
        page().choosePack(path("ddi"));
    }
    void cleanup() { end(); }
    void wordsFindAndTheTreeShowsWhere();
    void whatWasTypedIsMeant();
    void theTreeAloneWillDo();
    void aBroaderTermIsAKeyAway();
    void headingsCannotBeChosen();
    void startsWithWhatIsThere();
    void escapeChangesNothing();
    void addsToSeveral();
    void opensForTheFirstFieldFromAnywhere();
    void saysWhenNothingFits();
    void theModelIsSound();
    void saysWhenTheEngineIsGone();

private:
    [[nodiscard]] TermField* term(const char* name) const { return qobject_cast<TermField*>(row(name)->editor()); }
    [[nodiscard]] TermPicker* picker() const { return m_window->findChild<TermPicker*>(); }
    template <class T> [[nodiscard]] T* part(const char* name) const {
        return picker()->findChild<T*>(QString::fromLatin1(name));
    }
    /// Opens it by its key for the field that has the focus.
    bool open(TermField* field) {
        field->lineEdit()->setFocus();
        QTest::keyClick(field->lineEdit(), Qt::Key_F2);
        return QTest::qWaitFor(
            [this] {
                return picker() != nullptr && picker()->isActiveWindow() &&
                       part<QTreeView>("pickerTree")->model()->rowCount() > 0;
            },
            kPatience);
    }
    [[nodiscard]] bool isClosed() const {
        return QTest::qWaitFor([this] { return picker() == nullptr; }, kPatience);
    }
    [[nodiscard]] bool isMarked(const char* name) const {
        return QTest::qWaitFor([&] { return part<QLabel>("pickerName")->text() == path(name); }, kPatience);
    }
    [[nodiscard]] QString facts() const { return part<QLabel>("pickerFacts")->text(); }
    void typeWords(const char* words) const { QTest::keyClicks(part<QLineEdit>("pickerWords"), path(words)); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
};

void TestTermPicker::wordsFindAndTheTreeShowsWhere() {
    TermField* object = term("condition.object_drug");
    QVERIFY(open(object));
    QCOMPARE(picker()->windowTitle(), path("Object drug: choose a term"));
    QVERIFY(part<QLabel>("pickerOrigin")->text().contains(path("CC0")));
    QVERIFY(part<QLineEdit>("pickerWords")->hasFocus());
    typeWords("coumad");
    QVERIFY(isMarked("Warfarin"));
    QVERIFY(facts().contains(
        QStringLiteral("Blood clotting and blood formation › Anticoagulants › Vitamin K antagonists")));
    QVERIFY(facts().contains(path("Coumadin")) && facts().contains(path("UNII 5Q7ZVV76EI")));
    const auto* tree = part<QTreeView>("pickerTree");
    QCOMPARE(tree->currentIndex().data().toString(), path("Warfarin"));
    QVERIFY(tree->isExpanded(tree->currentIndex().parent()));
    press(Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(object->value().toString(), path("warfarin"));
    QCOMPARE(page().model().value(path("condition.object_drug")).toString(), path("warfarin"));
    QVERIFY(m_window->focusWidget() == object->lineEdit());
}

void TestTermPicker::whatWasTypedIsMeant() {
    TermField* object = term("condition.object_drug");
    object->setValue(path("digoxin"));
    QTRY_COMPARE(object->lineEdit()->text(), path("Digoxin"));
    QVERIFY(open(object));
    QVERIFY(isMarked("Digoxin"));
    // Faster than the list: Return is for the words, not for what is marked still.
    typeWords("flucon");
    press(Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(object->value().toString(), path("fluconazole"));
}

void TestTermPicker::theTreeAloneWillDo() {
    TermField* object = term("condition.object_drug");
    QVERIFY(open(object));
    auto* tree = part<QTreeView>("pickerTree");
    tree->setFocus();
    tree->setCurrentIndex(tree->model()->index(0, 0));
    QVERIFY(!part<QPushButton>("pickerChoose")->isEnabled());
    while (tree->model()->hasChildren(tree->currentIndex())) {
        const QModelIndex at = tree->currentIndex();
        press(Qt::Key_Right);
        QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount(at) > 0 && tree->isExpanded(at), kPatience);
        press(Qt::Key_Down);
        QCOMPARE(tree->currentIndex().parent(), at);
    }
    const QString id = tree->currentIndex().data(TermTreeModel::IdRole).toString();
    QVERIFY(part<QPushButton>("pickerChoose")->isEnabled());
    press(Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(object->value().toString(), id);
}

void TestTermPicker::aBroaderTermIsAKeyAway() {
    TermField* object = term("condition.object_drug");
    QVERIFY(open(object));
    typeWords("warfarin");
    QVERIFY(isMarked("Warfarin"));
    press(Qt::Key_Up, Qt::AltModifier);
    QVERIFY(isMarked("Vitamin K antagonists"));
    QVERIFY(facts().contains(path("not sure which")));
    // What is marked is what is chosen, whatever the list found.
    press(Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(object->value().toString(), path("vitamin-k-antagonists"));
}

void TestTermPicker::headingsCannotBeChosen() {
    TermField* object = term("condition.object_drug");
    QVERIFY(open(object));
    typeWords("anticoagulants");
    QVERIFY(isMarked("Anticoagulants"));
    press(Qt::Key_Up, Qt::AltModifier);
    QVERIFY(isMarked("Blood clotting and blood formation"));
    QVERIFY(!part<QPushButton>("pickerChoose")->isEnabled());
    QVERIFY(facts().contains(path("only orders")));
    const auto* tree = part<QTreeView>("pickerTree");
    QVERIFY(tree->currentIndex().data(Qt::AccessibleTextRole).toString().contains(path("heading")));
    press(Qt::Key_Return);
    QVERIFY(picker()->isVisible());
    QVERIFY(!object->value().isValid());
}

void TestTermPicker::startsWithWhatIsThere() {
    QVERIFY(!m_world->emitOutcome(*m_bridge, UiWorld::outcome()).state.isEmpty());
    TermField* object = term("condition.object_drug");
    object->setValue(path("fluconazole"));
    QTRY_COMPARE(object->lineEdit()->text(), path("Fluconazole"));
    QVERIFY(open(object));
    QVERIFY(isMarked("Fluconazole"));
    // Before anything is typed, what was used last is a key away.
    auto* found = part<QListView>("pickerFound");
    QTRY_COMPARE_WITH_TIMEOUT(found->model()->rowCount(), 2, kPatience);
    QCOMPARE(found->accessibleName(), path("Used last"));
    press(Qt::Key_Down);
    QVERIFY(isMarked("Warfarin"));
    press(Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(object->value().toString(), path("warfarin"));
}

void TestTermPicker::escapeChangesNothing() {
    TermField* object = term("condition.object_drug");
    object->setValue(path("warfarin"));
    QTRY_COMPARE(object->lineEdit()->text(), path("Warfarin"));
    QVERIFY(open(object));
    typeWords("digoxin");
    QVERIFY(isMarked("Digoxin"));
    press(Qt::Key_Escape);
    QVERIFY(isClosed());
    QCOMPARE(object->value().toString(), path("warfarin"));
    QVERIFY(m_window->focusWidget() == object->lineEdit());
}

void TestTermPicker::addsToSeveral() {
    auto* terms = qobject_cast<TermsField*>(row("condition.phenotype")->editor());
    terms->setValue(QStringList{path("atrial-fibrillation")});
    QVERIFY(open(terms->adder()));
    typeWords("atrial flutter");
    QVERIFY(isMarked("Atrial flutter"));
    press(Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(terms->value().toStringList(), (QStringList{path("atrial-fibrillation"), path("atrial-flutter")}));
    // The same key at a term that is there already.
    auto* chip = terms->findChild<QToolButton*>(path("chip_atrial-flutter"));
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_F2);
    QTRY_VERIFY_WITH_TIMEOUT(picker() != nullptr, kPatience);
    picker()->reject();
    QVERIFY(isClosed());
    // A list that is full takes no more.
    auto* few = qobject_cast<TermsField*>(row("condition.co_medication")->editor());
    few->setValue(
        QStringList{path("warfarin"), path("digoxin"), path("fluconazole"), path("paracetamol"), path("metformin")});
    few->adder()->browse();
    QVERIFY(picker() == nullptr);
}

void TestTermPicker::opensForTheFirstFieldFromAnywhere() {
    m_window->workspace().showPage(Workspace::Page::Matches);
    trigger("actionTerms");
    QTRY_VERIFY_WITH_TIMEOUT(picker() != nullptr && picker()->isActiveWindow(), kPatience);
    QVERIFY(picker()->windowTitle().contains(path("Object drug")));
    picker()->reject();
    QVERIFY(isClosed());
    // A form without terms says so.
    page().choosePack(path("trial"));
    trigger("actionTerms");
    QVERIFY(picker() == nullptr);
    const auto lines = page().findChildren<StatusLine*>();
    QVERIFY(std::any_of(lines.cbegin(), lines.cend(), [](const StatusLine* line) {
        return line->text() == path("This form has no field for a term.");
    }));
}

void TestTermPicker::saysWhenNothingFits() {
    QVERIFY(open(term("condition.object_drug")));
    const auto* none = part<QLabel>("pickerNone");
    QTRY_VERIFY_WITH_TIMEOUT(none->isVisible() && none->text().contains(path("Nothing was chosen here yet")),
                             kPatience);
    typeWords("zzzz");
    QTRY_VERIFY_WITH_TIMEOUT(none->text().contains(path("No term fits")), kPatience);
    press(Qt::Key_Return);
    QVERIFY(picker()->isVisible());
    // Ten megabytes are cut, and nothing hangs.
    QApplication::clipboard()->setText(QString(10'000'000, QLatin1Char('w')));
    part<QLineEdit>("pickerWords")->selectAll();
    QTest::keySequence(part<QLineEdit>("pickerWords"), QKeySequence::Paste);
    QVERIFY(part<QLineEdit>("pickerWords")->text().size() <= 120);
    QTRY_VERIFY_WITH_TIMEOUT(none->isVisible(), kPatience);
}

void TestTermPicker::theModelIsSound() {
    TermTreeModel model(page().terms(), path("ingredient"));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy revealed(&model, &TermTreeModel::revealed);
    // Before the top has come; the later of two is meant.
    model.reveal(path("digoxin"));
    model.reveal(path("warfarin"));
    QVERIFY(revealed.wait(kPatience));
    QCOMPARE(revealed.size(), 1);
    const auto index = revealed.takeFirst().first().toModelIndex();
    QCOMPARE(index.data(TermTreeModel::IdRole).toString(), path("warfarin"));
    QCOMPARE(model.pathNames(index).size(), 4);
    QVERIFY(!model.hasChildren(index) && !model.canFetchMore(index));
    QSignalSpy failed(&model, &TermTreeModel::failed);
    model.reveal(path("no-such-term"));
    QVERIFY(failed.wait(kPatience));
    QVERIFY(revealed.isEmpty());
    // A branch that was read is not read again.
    model.reveal(path("phenprocoumon"));
    QVERIFY(revealed.wait(kPatience));
    QCOMPARE(revealed.first().first().toModelIndex().parent(), index.parent());
}

void TestTermPicker::saysWhenTheEngineIsGone() {
    QVERIFY(open(term("condition.object_drug")));
    QSignalSpy closed(m_bridge.get(), &EngineBridge::closed);
    TermTreeModel model(page().terms(), path("ingredient"));
    QSignalSpy failed(&model, &TermTreeModel::failed);
    m_bridge->close();
    QVERIFY(closed.wait(kPatience));
    QTRY_VERIFY_WITH_TIMEOUT(failed.size() + model.rowCount() > 0, kPatience);
    model.reveal(path("warfarin"));
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), kPatience);
}

QTEST_MAIN(TestTermPicker)
#include "tst_term_picker.moc"
