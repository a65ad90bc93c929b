#include "pages/compose/outcome_pane.h"

#include "format/outcomes.h"
#include "format/sentences.h"
#include "pages/compose/outcome_filter.h"
#include "theme/theme.h"
#include "widgets/empty_state.h"
#include "widgets/flow_layout.h"
#include "widgets/outcome_delegate.h"
#include "widgets/page_stack.h"
#include "widgets/status_line.h"

#include <QtCore/QSignalBlocker>
#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kLeastPaneColumns = 18;
constexpr int kSearchPauseMillis = 200;

QPushButton* actionButton(const char* name, const QString& text, const QString& toolTip, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(toolTip);
    button->setAutoDefault(false);
    button->hide();
    return button;
}

} // namespace

OutcomePane::OutcomePane(OutcomeModel& model, OutcomeModel& found, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_found(found)
    , m_filtered(new OutcomeFilter(this))
    , m_filter(new QComboBox(this))
    , m_search(new QLineEdit(this))
    , m_searchPause(new QTimer(this))
    , m_waiting(new StatusLine(this))
    , m_stack(new PageStack(this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_sentence(new QLabel(this))
    , m_state(new StatusLine(this))
    , m_more(new QLabel(this))
    , m_record(new QLabel(this))
    , m_open(actionButton("openDraft", tr("Open"), tr("Go on writing this draft (Return)"), this))
    , m_undo(actionButton("undoOutcome", tr("Undo"), tr("Take it back before it leaves"), this))
    , m_same(actionButton("sameAgain", tr("Same again"), tr("Begin a new draft with the same values (Ctrl+D)"), this))
    , m_amend(actionButton("amendOutcome", tr("Amend…"), tr("Write a corrected version that takes its place"), this))
    , m_retract(actionButton("retractOutcome", tr("Retract…"), tr("Retract it, or remove it from your view"), this))
    , m_history(actionButton("outcomeHistory", tr("What became of it…"),
                             tr("Its versions, and what each of them changed"), this))
    , m_show(actionButton("hideOutcome", QString(), QString(), this))
    , m_recordButton(actionButton("ownRecord", tr("Record number…"),
                                  tr("Your own number of the patient; it stays on this computer"), this))
    , m_remove(actionButton("removeDraft", tr("Remove"), tr("Remove this draft (Delete)"), this)) {
    setObjectName(QStringLiteral("outcomePane"));
    setMinimumWidth(theme::columns(*this, kLeastPaneColumns));
    m_filtered->setSourceModel(&model);
    m_list->setObjectName(QStringLiteral("outcomeList"));
    m_list->setAccessibleName(tr("Drafts and outcomes of this home"));
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new OutcomeDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setAlternatingRowColors(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    m_waiting->setObjectName(QStringLiteral("outcomesWaiting"));
    m_empty->actionButton()->setObjectName(QStringLiteral("showAllOutcomes"));
    buildFilter();
    buildSearch();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);

    const int gap = theme::gap(*this);
    auto* heading = new QLabel(tr("O&utcomes"), this);
    theme::makeHeading(*heading, 2);
    heading->setBuddy(m_filter);
    auto* top = new QHBoxLayout;
    top->addWidget(heading);
    top->addWidget(m_filter, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap / 2, 0, gap / 2, 0);
    layout->setSpacing(gap);
    layout->addLayout(top);
    layout->addWidget(m_search);
    layout->addWidget(m_waiting);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buildDetail());

    for (const OutcomeModel* list : {&m_model, &m_found}) {
        connect(list, &OutcomeModel::refreshed, this, &OutcomePane::showState);
        connect(list, &QAbstractItemModel::dataChanged, this, &OutcomePane::showCurrent);
    }
    connect(m_list, &QListView::activated, this, &OutcomePane::activate);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid())
            m_key = index.data(OutcomeModel::KeyRole).toString();
        showCurrent();
    });
    connect(m_filter, &QComboBox::activated, this,
            [this](int index) { setFilter(m_filter->itemData(index).toString()); });
    connect(m_empty->actionButton(), &QPushButton::clicked, this, [this] {
        endSearch();
        setFilter({});
    });
    connect(m_open, &QPushButton::clicked, this, &OutcomePane::activate);
    connect(m_same, &QPushButton::clicked, this, &OutcomePane::sameAgainRequested);
    connect(m_remove, &QPushButton::clicked, this, &OutcomePane::removeCurrent);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (const auto* entry = current(); entry != nullptr && entry->outcome)
            Q_EMIT undoRequested(OwnOutcome(*entry->outcome));
    });
    connect(m_amend, &QPushButton::clicked, this, [this] {
        if (const auto* entry = current(); entry != nullptr && entry->outcome)
            Q_EMIT amendRequested(OwnOutcome(*entry->outcome));
    });
    connect(m_retract, &QPushButton::clicked, this, [this] {
        if (const auto* entry = current(); entry != nullptr && entry->outcome)
            Q_EMIT retractRequested(OwnOutcome(*entry->outcome));
    });
    connect(m_history, &QPushButton::clicked, this, [this] {
        if (const auto* entry = current(); entry != nullptr && entry->outcome)
            Q_EMIT historyRequested(OwnOutcome(*entry->outcome));
    });
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const auto* entry = current(); entry != nullptr && entry->outcome)
            Q_EMIT hideRequested(OwnOutcome(*entry->outcome), !entry->outcome->hidden);
    });
    connect(m_recordButton, &QPushButton::clicked, this, [this] {
        if (const auto* entry = current(); entry != nullptr && entry->outcome)
            Q_EMIT recordRequested(OwnOutcome(*entry->outcome));
    });
    showState();
}

void OutcomePane::buildSearch() {
    m_search->setObjectName(QStringLiteral("recordSearch"));
    m_search->setAccessibleName(tr("Find by your record number"));
    m_search->setPlaceholderText(tr("Find by your record number"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(kMaxOwnRecordBytes);
    m_search->hide();
    m_searchPause->setSingleShot(true);
    m_searchPause->setInterval(kSearchPauseMillis);
    connect(m_search, &QLineEdit::textEdited, m_searchPause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            search();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &OutcomePane::search);
    connect(m_searchPause, &QTimer::timeout, this, &OutcomePane::search);
}

void OutcomePane::search() {
    m_searchPause->stop();
    m_found.setRecordFilter(m_search->text().trimmed());
    if (m_filtered->sourceModel() != &shown())
        m_filtered->setSourceModel(m_found.recordFilter().isEmpty() ? &m_model : &m_found);
    showState();
}

void OutcomePane::endSearch() {
    m_search->clear();
    search();
}

const OutcomeModel& OutcomePane::shown() const {
    return m_found.recordFilter().isEmpty() ? m_model : m_found;
}

void OutcomePane::buildFilter() {
    m_filter->setObjectName(QStringLiteral("outcomeFilter"));
    m_filter->setAccessibleName(tr("Show outcomes in this state"));
    m_filter->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_filter->setMinimumContentsLength(6);
    //: A choice of which outcomes to list
    m_filter->addItem(tr("All"), QString());
    //: A choice of which outcomes to list
    m_filter->addItem(tr("Drafts"), QStringLiteral("draft"));
    m_filter->addItem(format::outcomeState(QStringLiteral("held")), QStringLiteral("held"));
    m_filter->addItem(format::outcomeState(QStringLiteral("waiting")), QStringLiteral("waiting"));
    //: A choice of which outcomes to list
    m_filter->addItem(tr("Sent"), QStringLiteral("sent"));
    m_filter->addItem(format::outcomeState(QStringLiteral("amended")), QStringLiteral("amended"));
    m_filter->addItem(format::outcomeState(QStringLiteral("retracted")), QStringLiteral("retracted"));
    //: A choice of which outcomes to list
    m_filter->addItem(tr("Removed from view"), QStringLiteral("hidden"));
}

QWidget* OutcomePane::buildDetail() {
    m_detail = new QWidget(this);
    m_detail->setObjectName(QStringLiteral("outcomeDetail"));
    m_sentence->setObjectName(QStringLiteral("outcomeSentence"));
    m_state->setObjectName(QStringLiteral("outcomeState"));
    m_more->setObjectName(QStringLiteral("outcomeMore"));
    m_record->setObjectName(QStringLiteral("outcomeRecord"));
    for (QLabel* label : {m_sentence, m_more, m_record}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    theme::makeQuiet(*m_more);
    auto* buttons = new QWidget(m_detail);
    auto* flow = new FlowLayout(buttons);
    flow->setSpacing(theme::gap(*this));
    flow->setContentsMargins(0, 0, 0, 0);
    for (QPushButton* button :
         {m_open, m_undo, m_same, m_amend, m_retract, m_recordButton, m_history, m_show, m_remove}) {
        button->setParent(buttons);
        flow->addWidget(button);
    }
    auto* layout = new QVBoxLayout(m_detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap(*this));
    layout->addWidget(m_state);
    layout->addWidget(m_sentence);
    layout->addWidget(m_more);
    layout->addWidget(m_record);
    layout->addWidget(buttons);
    return m_detail;
}

Pane OutcomePane::pane() {
    return {this, m_stack->currentWidget() == m_list ? static_cast<QWidget*>(m_list) : m_filter};
}

const OutcomeModel::Entry* OutcomePane::current() const {
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? shown().entryAt(m_filtered->mapToSource(index).row()) : nullptr;
}

void OutcomePane::select(const QString& key) {
    m_key = key;
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        const QModelIndex index = m_filtered->index(row, 0);
        if (index.data(OutcomeModel::KeyRole).toString() == key) {
            m_list->setCurrentIndex(index);
            return;
        }
    }
}

void OutcomePane::setFilter(const QString& state) {
    m_filtered->setState(state);
    const QSignalBlocker blocker(m_filter);
    m_filter->setCurrentIndex(qMax(0, m_filter->findData(state)));
    showState();
}

void OutcomePane::setStatus(const Status& status) {
    m_connectedPeers = status.connectedPeers;
    m_ownRecords = status.ownRecords;
    showState();
}

void OutcomePane::showState() {
    const int waiting = m_model.waitingCount();
    if (waiting == 0)
        m_waiting->clear();
    else if (m_connectedPeers == 0)
        m_waiting->setMessage(
            theme::Glyph::Offline,
            tr("You are offline. %Ln outcome(s) are waiting; they go out by themselves.", nullptr, waiting));
    else
        m_waiting->setMessage(theme::Glyph::Clock,
                              tr("%Ln outcome(s) are waiting; they go out by themselves.", nullptr, waiting));
    m_search->setVisible(m_ownRecords > 0 || !m_search->text().isEmpty());
    const bool any = m_filtered->rowCount() > 0;
    m_stack->setCurrentWidget(any ? static_cast<QWidget*>(m_list) : m_empty);
    showEmpty();
    if (any && !m_list->currentIndex().isValid() && !m_key.isEmpty())
        select(m_key);
    showCurrent();
}

void OutcomePane::showEmpty() {
    m_empty->setAction({});
    if (!shown().fault().code.isEmpty())
        m_empty->setMessage(tr("The list could not be read"), format::failureSentence(shown().fault().code));
    else if (!shown().isRead())
        m_empty->setMessage(tr("Reading the list"), QString());
    else if (!m_found.recordFilter().isEmpty()) {
        m_empty->setMessage(tr("Nothing under this record number"),
                            m_filtered->state().isEmpty() ? tr("Record numbers are those that you wrote down yourself.")
                                                          : tr("Perhaps in another state."));
        m_empty->setAction(tr("Show all"));
    } else if (m_model.rowCount() > 0 && !m_filtered->state().isEmpty()) {
        m_empty->setMessage(tr("Nothing in this state"), QString());
        m_empty->setAction(tr("Show all"));
    } else {
        //: %1: a key to press, such as Ctrl+N
        m_empty->setMessage(tr("No outcomes yet"),
                            tr("%1 begins one. What you type is kept here as a draft.")
                                .arg(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText)));
    }
}

void OutcomePane::showCurrent() {
    const OutcomeModel::Entry* entry = m_stack->currentWidget() == m_list ? current() : nullptr;
    m_detail->setVisible(entry != nullptr);
    if (entry == nullptr)
        return;
    const QString state = entry->state();
    const bool left = entry->outcome && state != QLatin1String("held");
    // Only the version in force is changed; the ones before stay as they are.
    const bool over = state == QLatin1String("retracted") || state == QLatin1String("amended");
    m_state->setMessage(OutcomeDelegate::glyphOf(state),
                        m_list->currentIndex().data(OutcomeModel::WordRole).toString());
    m_sentence->setText(OutcomeModel::titleOf(*entry));
    m_more->setText(OutcomeModel::detailOf(*entry));
    m_record->setVisible(!entry->ownRecord().isEmpty());
    //: %1: what this home calls the patient
    m_record->setText(tr("Your record number: %1").arg(entry->ownRecord()));
    m_recordButton->setVisible(left);
    m_open->setVisible(entry->draft.has_value());
    m_remove->setVisible(entry->draft.has_value());
    m_undo->setVisible(state == QLatin1String("held"));
    m_same->setVisible(true);
    m_amend->setVisible(left && !over);
    m_retract->setVisible(left && !over);
    m_history->setVisible(left && (over || !entry->outcome->amends.isEmpty()));
    m_show->setVisible(left && (over || entry->outcome->hidden));
    const bool hidden = entry->outcome && entry->outcome->hidden;
    m_show->setText(hidden ? tr("Show again") : tr("Remove from my view"));
    m_show->setToolTip(hidden ? tr("Put it back into the list") : tr("Take it out of this list; nobody else notices"));
}

void OutcomePane::activate() {
    const OutcomeModel::Entry* entry = current();
    if (entry == nullptr)
        return;
    if (entry->draft)
        Q_EMIT openRequested(SavedDraft(*entry->draft));
    else
        m_same->setFocus(Qt::OtherFocusReason);
}

void OutcomePane::removeCurrent() {
    if (const auto* entry = current(); entry != nullptr && entry->draft)
        Q_EMIT removeRequested(SavedDraft(*entry->draft));
}

bool OutcomePane::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        const OutcomeModel::Entry* entry = current();
        if (entry != nullptr && entry->draft)
            removeCurrent();
        else if (entry != nullptr && m_retract->isVisibleTo(m_detail))
            m_retract->click();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace qis::ui
