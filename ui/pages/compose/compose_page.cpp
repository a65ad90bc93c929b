#include "pages/compose/compose_page.h"

#include "bridge/draft_keeper.h"
#include "bridge/engine_bridge.h"
#include "bridge/form_model.h"
#include "bridge/outcome_model.h"
#include "bridge/term_source.h"
#include "format/sentences.h"
#include "pages/compose/amend_bar.h"
#include "pages/compose/ask_dialog.h"
#include "pages/compose/compose_form.h"
#include "pages/compose/compose_side.h"
#include "pages/compose/draft_desk.h"
#include "pages/compose/form_templates.h"
#include "pages/compose/outcome_pane.h"
#include "pages/compose/review_desk.h"
#include "theme/theme.h"
#include "widgets/empty_state.h"
#include "widgets/field_editor.h"
#include "widgets/field_row.h"
#include "widgets/notice_bar.h"
#include "widgets/page_stack.h"
#include "widgets/undo_bar.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>

#include <algorithm>
#include <utility>

namespace qis::ui {

namespace {

constexpr int kSideColumns = 60;
constexpr int kPaneColumns = 44;

} // namespace

ComposePage::ComposePage(EngineBridge& bridge, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_terms(new TermSource(bridge, this))
    , m_model(new FormModel(bridge, this))
    , m_desk(new DraftDesk(bridge, *m_model, this))
    , m_reviews(new ReviewDesk(bridge, *m_model, *m_desk, this))
    , m_templates(new FormTemplates(bridge, *m_model, *this))
    , m_stack(new PageStack(this))
    , m_empty(new EmptyState(this))
    , m_packBox(new QComboBox(this))
    , m_packText(new QLabel(this))
    , m_notices(new QVBoxLayout)
    , m_asideBar(new NoticeBar(this))
    , m_amendBar(new AmendBar(*m_model, m_desk->outcomes(), this))
    , m_wentOnBar(new NoticeBar(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_form(new ComposeForm(*m_model, *m_terms, this))
    , m_side(new ComposeSide(*m_model, *m_form, this)) {
    setObjectName(QStringLiteral("composePage"));
    m_form->setObjectName(QStringLiteral("composeForm"));
    m_side->setObjectName(QStringLiteral("composeSide"));
    m_splitter->setObjectName(QStringLiteral("composeSplitter"));
    m_empty->setMessage(tr("Reading the domain packs"), tr("The forms come from them."));

    const int gap = theme::gap(*this);
    m_packBox->setObjectName(QStringLiteral("packBox"));
    m_packBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* packLabel = new QLabel(tr("&Domain:"), this);
    packLabel->setBuddy(m_packBox);
    m_packBox->setAccessibleName(tr("Domain"));
    m_packText->setObjectName(QStringLiteral("packText"));
    m_packText->setWordWrap(true);
    m_packText->setTextFormat(Qt::PlainText);
    theme::makeQuiet(*m_packText);
    auto* packRow = new QHBoxLayout;
    packRow->setSpacing(gap * 2);
    packRow->addWidget(packLabel);
    packRow->addWidget(m_packBox);
    packRow->addWidget(m_packText, 1);
    packRow->addWidget(m_templates->button());

    m_asideBar->setObjectName(QStringLiteral("asideBar"));
    m_asideBar->actionButton()->setObjectName(QStringLiteral("asideAction"));
    m_asideBar->hide();
    m_notices->setSpacing(gap);
    m_notices->addWidget(m_asideBar);
    m_wentOnBar->setObjectName(QStringLiteral("wentOnBar"));
    m_wentOnBar->actionButton()->setObjectName(QStringLiteral("wentOnAction"));
    m_wentOnBar->hide();
    m_notices->addWidget(m_wentOnBar);
    m_notices->addWidget(m_amendBar);
    m_notices->addWidget(m_templates->notice());

    m_splitter->addWidget(m_form);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    // Two thirds and one third from the first moment; the stretch keeps it so.
    m_splitter->setSizes({theme::columns(*this, 2 * kSideColumns), theme::columns(*this, kSideColumns)});

    auto* work = new QWidget(this);
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::wideGap(*this) * 2 / 3);
    column->addLayout(packRow);
    column->addLayout(m_notices);
    column->addWidget(m_splitter, 1);
    auto* halves = new QSplitter(Qt::Horizontal, this);
    halves->setObjectName(QStringLiteral("outcomesSplitter"));
    halves->addWidget(&m_desk->pane());
    halves->addWidget(work);
    halves->setStretchFactor(0, 0);
    halves->setStretchFactor(1, 1);
    halves->setCollapsible(1, false);
    halves->setHandleWidth(theme::wideGap(*this));
    halves->setSizes({theme::columns(*this, kPaneColumns), theme::columns(*this, 3 * kSideColumns)});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(halves);
    auto* layout = new QVBoxLayout(this);
    const int margin = theme::wideGap(*this) * 2 / 3;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(m_stack);

    connect(m_packBox, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && index < m_packs.size())
            choosePack(m_packs.at(index).id);
    });
    // The form was there first, so its rows exist by now.
    connect(m_model, &FormModel::packChanged, this, [this] {
        setTabOrder(m_packBox, m_templates->button());
        m_side->orderTabsAfter(m_form->orderTabsAfter(m_templates->button()));
    });
    connect(m_side, &ComposeSide::reviewRequested, this, &ComposePage::review);
    connect(m_side, &ComposeSide::signRequested, this, &ComposePage::sign);
    connect(m_side, &ComposeSide::askRequested, this, &ComposePage::ask);
    connect(m_side, &ComposeSide::problemActivated, this, [this](const QString& path) { m_form->focusField(path); });
    connect(m_form, &ComposeForm::said, this,
            [this](const QString& text) { m_side->showMessage(theme::Glyph::Info, text); });
    connect(m_model, &FormModel::checked, this, &ComposePage::signChecked);
    connect(m_model, &FormModel::checkFailed, this, [this] { m_afterCheck = AfterCheck::Nothing; });
    connect(m_empty->actionButton(), &QPushButton::clicked, this, &ComposePage::reload);
    connect(&bridge, &EngineBridge::outboxChanged, this, &ComposePage::followOutbox);
    connect(m_asideBar, &NoticeBar::actionRequested, this, [this] {
        const auto draft = std::exchange(m_aside, std::nullopt);
        m_asideBar->hide();
        if (!draft)
            return;
        setAside();
        m_desk->show(*draft);
        if (m_desk->keeper().idOf(m_model->draft().id) == 0)
            m_desk->keeper().keep();
    });
    connect(m_asideBar, &NoticeBar::dismissed, m_asideBar, &QWidget::hide);
    connectDesk();
}

void ComposePage::connectDesk() {
    connect(m_reviews, &ReviewDesk::signRequested, this, &ComposePage::emitNow);
    connect(m_reviews, &ReviewDesk::overtaken, this, &ComposePage::sign);
    connect(m_reviews, &ReviewDesk::changedFromSheet, this, &ComposePage::review);
    connect(m_reviews, &ReviewDesk::examining, m_side, &ComposeSide::setBusy);
    connect(m_reviews, &ReviewDesk::said, m_side, &ComposeSide::showMessage);
    m_desk->attach(*m_form);
    connect(m_templates, &FormTemplates::said, m_side, &ComposeSide::showMessage);
    connect(m_desk, &DraftDesk::packWanted, this, &ComposePage::choosePack);
    connect(m_desk, &DraftDesk::said, m_side, &ComposeSide::showMessage);
    connect(m_desk, &DraftDesk::kept, m_side, &ComposeSide::showSaved);
    connect(m_desk, &DraftDesk::offered, this, &ComposePage::offerBack);
    connect(m_desk, &DraftDesk::wentOn, this, [this](const QString& text) {
        m_wentOnBar->setMessage(theme::Glyph::Info, text);
        m_wentOnBar->setAction(tr("New outcome"));
        m_wentOnBar->show();
    });
    connect(m_desk, &DraftDesk::undone, this, [this] {
        Q_EMIT undone();
        Q_EMIT undoChanged();
    });
    connect(&m_desk->outcomes(), &OutcomeModel::refreshed, this, &ComposePage::undoChanged);
    connect(&m_desk->pane(), &OutcomePane::undoRequested, this, [this](const OwnOutcome& outcome) {
        const auto bars = undoBars();
        const auto bar = std::find_if(bars.cbegin(), bars.cend(), [&outcome](const UndoBar* candidate) {
            return candidate->isHeld() && candidate->ticket() == outcome.ticket;
        });
        if (bar != bars.cend())
            undoBar(*bar);
        else
            m_desk->undo(outcome);
    });
    connect(m_wentOnBar, &NoticeBar::actionRequested, this, [this] {
        m_model->clear();
        m_form->focusFirst();
    });
    connect(m_wentOnBar, &NoticeBar::dismissed, m_wentOnBar, &QWidget::hide);
    connect(m_model, &FormModel::leaving, m_wentOnBar, &QWidget::hide);
    connect(&m_bridge, &EngineBridge::closed, this, [this] {
        m_aside.reset();
        m_asideBar->hide();
        m_wentOnBar->hide();
        const auto bars = undoBars();
        for (UndoBar* bar : bars)
            bar->deleteLater();
    });
}

QList<Pane> ComposePage::panes() const {
    QWidget* firstRow = m_form->rows().isEmpty() ? nullptr : m_form->rows().first()->editor()->focusTarget();
    return {{m_packBox, m_packBox}, {m_form, firstRow}, {m_side, m_side->firstControl()}, m_desk->pane().pane()};
}

void ComposePage::reload() {
    m_bridge.listPacks(this, [this](const Result<QList<Pack>>& result) { showPacks(result); });
}

void ComposePage::showPacks(const Result<QList<Pack>>& result) {
    if (!result.ok()) {
        m_stack->setCurrentIndex(0);
        m_empty->setMessage(tr("The domain packs could not be read"), format::failureSentence(result.fault.code));
        m_empty->setAction(tr("Try again"));
        return;
    }
    m_packs = *result.value;
    if (m_packs.isEmpty()) {
        m_stack->setCurrentIndex(0);
        m_empty->setMessage(tr("No domain pack is installed"),
                            tr("A pack brings the form, the terms and the definition of similarity of one field of "
                               "work. Install the program again, or name the folder of the packs with --resources."));
        m_empty->setAction(tr("Look again"));
        return;
    }
    m_packBox->clear();
    for (const Pack& pack : std::as_const(m_packs)) {
        m_packBox->addItem(pack.title, pack.id);
        m_packBox->setItemData(m_packBox->count() - 1, pack.description, Qt::ToolTipRole);
    }
    const bool known = m_packBox->findData(m_model->pack().id) >= 0;
    choosePack(known ? m_model->pack().id : m_packs.first().id);
    m_stack->setCurrentIndex(1);
    m_desk->enter();
    m_templates->reload();
    Q_EMIT packsListed();
}

void ComposePage::choosePack(const QString& id) {
    const auto it = std::find_if(m_packs.cbegin(), m_packs.cend(), [&id](const Pack& pack) { return pack.id == id; });
    if (it == m_packs.cend())
        return;
    m_packBox->setCurrentIndex(static_cast<int>(it - m_packs.cbegin()));
    m_packText->setText(it->description);
    if (m_model->pack().id != id || m_model->pack().hash != it->hash)
        m_model->setPack(*it);
}

void ComposePage::startNew() {
    setAside();
    m_model->clear();
    m_form->focusFirst();
}

void ComposePage::setAside() {
    if (m_model->isEmpty())
        return;
    offerBack(m_model->draft(), tr("The unfinished outcome is kept."));
}

void ComposePage::offerBack(const DraftValues& draft, const QString& message) {
    m_aside = draft;
    m_asideBar->setMessage(theme::Glyph::Info, message);
    m_asideBar->setAction(tr("Bring it back"));
    m_asideBar->show();
}

void ComposePage::review() {
    check(AfterCheck::Review);
}

void ComposePage::sign() {
    check(AfterCheck::Sign);
}

void ComposePage::check(AfterCheck then) {
    if (m_emitting || m_packs.isEmpty() || m_reviews->isBusy())
        return;
    m_form->commit();
    m_afterCheck = then;
    if (m_model->isChecked())
        signChecked();
    else
        m_model->checkNow();
}

void ComposePage::signChecked() {
    const AfterCheck then = std::exchange(m_afterCheck, AfterCheck::Nothing);
    if (then == AfterCheck::Nothing)
        return;
    if (m_model->canSign()) {
        if (then == AfterCheck::Review)
            m_reviews->review();
        else
            m_reviews->signAtOnce();
        return;
    }
    m_form->showEverything();
    const auto& problems = m_model->report()->problems;
    m_side->showMessage(theme::Glyph::Problem, tr("It cannot be signed yet. See what is still to do."));
    for (const FieldRow* row : m_form->rows()) {
        if (!m_model->problemsOf(row->path()).isEmpty()) {
            m_form->focusField(row->path());
            return;
        }
    }
    if (!problems.isEmpty())
        m_side->showMessage(theme::Glyph::Problem, FormModel::sentenceOf(problems.first()));
}

void ComposePage::emitNow() {
    m_emitting = true;
    m_side->setBusy(true);
    m_reviews->setBusy(true);
    // A record number goes with a saved draft; this one may have come another way than by typing.
    if (!m_model->draft().ownRecord.isEmpty() && m_desk->keeper().idOf(m_model->draft().id) == 0)
        m_desk->keeper().keep();
    // Whether the last key could be saved or not: what is signed is what stands here.
    m_desk->keeper().settle(this, [this](bool) {
        m_desk->keeper().setPaused(true);
        const DraftValues shown = m_model->draft();
        const QString sentence = m_model->report() ? m_model->report()->sentence : QString();
        DraftValues draft = shown;
        draft.id = m_desk->keeper().idOf(shown.id);
        m_bridge.emitDraft(draft, this, [this, shown, sentence](const Result<Emission>& result) {
            finishEmission(shown, sentence, result);
        });
    });
}

void ComposePage::finishEmission(const DraftValues& draft, const QString& sentence, const Result<Emission>& result) {
    m_emitting = false;
    m_side->setBusy(false);
    if (!result.ok()) {
        m_desk->keeper().setPaused(false);
        const QString why = FormModel::sentenceOf({result.fault.code, result.fault.field, result.fault.detail});
        m_side->showMessage(theme::Glyph::Problem, why);
        m_reviews->showTrouble(why);
        return;
    }
    m_reviews->finish();
    addUndoBar(*result.value, draft, sentence);
    // Only what was signed makes room; what has been typed meanwhile stays, as a draft of its own.
    const DraftValues& now = m_model->draft();
    if (now.id == draft.id && (now.fields != draft.fields || now.typed != draft.typed || now.note != draft.note ||
                               now.confidence != draft.confidence || now.basis != draft.basis ||
                               now.amends != draft.amends || now.ownRecord != draft.ownRecord))
        m_model->detach();
    else if (now.id == draft.id)
        m_desk->keeper().drop();
    m_model->forget(draft.id);
    m_desk->keeper().setPaused(false);
    m_form->focusFirst();
    m_desk->outcomes().reload();
    Q_EMIT signedOutcome(*result.value);
}

void ComposePage::sameAgain() {
    m_desk->sameAgain();
}

void ComposePage::amend() {
    m_desk->amendSelected();
}

void ComposePage::browseTerms() {
    if (!m_form->browseTerms())
        m_side->showMessage(theme::Glyph::Info, tr("This form has no field for a term."));
}

void ComposePage::chooseTemplate() {
    if (!m_packs.isEmpty())
        m_templates->choose();
}

void ComposePage::saveNow() {
    m_desk->keeper().flush();
}

void ComposePage::setStatus(const Status& status) {
    m_desk->pane().setStatus(status);
}

void ComposePage::hideEvent(QHideEvent* event) {
    saveNow();
    QWidget::hideEvent(event);
}

void ComposePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        saveNow();
    QWidget::changeEvent(event);
}

void ComposePage::ask() {
    if (m_packs.isEmpty())
        return;
    m_form->commit();
    //: Suggested name of an interest. %1: domain, %2: a number
    const QString suggestion = tr("%1 %2").arg(m_model->pack().title, QLocale().toString(m_asked + 1));
    auto* dialog = new AskDialog(m_bridge, m_model->draft(), suggestion, this);
    connect(dialog, &AskDialog::made, this, [this](const QString& name) {
        ++m_asked;
        Q_EMIT interestMade(name);
    });
    dialog->open();
}

} // namespace qis::ui
