#include "drafts_window.h"

#include "pages/compose/duplicate_panel.h"
#include "pages/compose/review_dialog.h"

using namespace qis::ui;

namespace {

QString home() {
    return QStringLiteral("home");
}

} // namespace

bool DraftsWindow::start() {
    m_world = std::make_unique<UiWorld>();
    return m_world->makeHome(home());
}

void DraftsWindow::end() {
    m_window.reset();
    m_bridge.reset();
    m_world.reset();
}

bool DraftsWindow::enter(int undoSeconds, const QStringList& join) {
    if (m_bridge != nullptr) {
        m_window.reset();
        m_bridge.reset();
        EngineBridge::waitUntilIdle();
    }
    m_bridge = std::make_unique<EngineBridge>();
    MainWindow::Start start{.open = m_world->request(home()), .page = Workspace::Page::Compose};
    start.open.undoSeconds = undoSeconds;
    start.open.join = join;
    start.open.network = !join.isEmpty();
    m_window = std::make_unique<MainWindow>(*m_bridge, start);
    m_window->show();
    const QSignalSpy refreshed(&outcomes(), &OutcomeModel::refreshed);
    m_window->begin();
    return QTest::qWaitFor([this, &refreshed] { return !refreshed.isEmpty() && outcomes().isRead(); }, kPatience) &&
           QTest::qWaitForWindowActive(m_window.get());
}

bool DraftsWindow::closeAndWait() {
    m_window->close();
    return QTest::qWaitFor([this] { return !m_window->isVisible(); }, kPatience);
}

void DraftsWindow::type(const char* name, const QString& text) const {
    QLineEdit* line = edit(name);
    line->setFocus();
    QTest::keyClicks(line, text);
}

/// As if the values had been typed.
bool DraftsWindow::fill(const DraftValues& values) const {
    page().choosePack(values.pack);
    FormModel& model = page().model();
    for (auto it = values.fields.cbegin(); it != values.fields.cend(); ++it)
        model.setValue(it.key(), it.value());
    model.setConfidence(values.confidence);
    model.setBasis(values.basis);
    return settle();
}

bool DraftsWindow::sign() const {
    const QSignalSpy signedSpy(&page(), &ComposePage::signedOutcome);
    page().sign();
    return QTest::qWaitFor(
        [&signedSpy, this] {
            auto* dialog = child<ReviewDialog>("reviewDialog");
            if (dialog != nullptr && dialog->isVisible() && !dialog->duplicates().isEmpty()) {
                bool settled = true;
                for (const DuplicatePanel* panel : dialog->duplicates()) {
                    settled = settled && panel->isSettled();
                    if (!panel->isSettled())
                        panel->differentButton()->click();
                }
                if (settled)
                    dialog->findChild<QPushButton*>(QStringLiteral("reviewSign"))->click();
            }
            return signedSpy.count() == 1;
        },
        kPatience);
}

bool DraftsWindow::settle() const {
    desk().keeper().flush();
    return QTest::qWaitFor([this] { return desk().keeper().isSettled(); }, kPatience);
}

QStringList DraftsWindow::states() const {
    QStringList out;
    const auto* list = child<QListView>("outcomeList");
    for (int at = 0; at < list->model()->rowCount(); ++at)
        out.append(list->model()->index(at, 0).data(OutcomeModel::StateRole).toString());
    return out;
}

bool DraftsWindow::statesBecome(const QStringList& wanted) const {
    return QTest::qWaitFor([&] { return states() == wanted; }, kPatience);
}
