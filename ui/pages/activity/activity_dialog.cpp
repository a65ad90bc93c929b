#include "pages/activity/activity_dialog.h"

#include "theme/theme.h"
#include "widgets/status_line.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kColumns = 72;
constexpr int kLines = 14;

} // namespace

ActivityDialog::ActivityDialog(ActivityList& list, QWidget* parent)
    : QDialog(parent)
    , m_list(list)
    , m_nothing(new QLabel(this))
    , m_rows(new QVBoxLayout) {
    setObjectName(QStringLiteral("activityDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Activity"));
    setMinimumSize(theme::columns(*this, kColumns), fontMetrics().height() * kLines);
    m_nothing->setObjectName(QStringLiteral("activityNothing"));
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setText(tr("Nothing is going on. What takes longer, such as a backup, is shown here while it runs, and "
                          "how it ended until you have seen it."));
    theme::makeQuiet(*m_nothing);
    auto* sheet = new QWidget(this);
    auto* column = new QVBoxLayout(sheet);
    theme::setMargins(*column, *this, 0, 0, theme::gap(*this), 0);
    column->addWidget(m_nothing);
    m_rows->setSpacing(theme::wideGap(*this));
    column->addLayout(m_rows);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("activityRows"));
    scroll->setAccessibleName(tr("What is going on"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(sheet);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_close->setObjectName(QStringLiteral("closeActivity"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap(*this) * 2);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&list, &ActivityList::changed, this, &ActivityDialog::showAll);
    connect(this, &QDialog::finished, this, [this] {
        m_list.disconnect(this);
        m_list.forgetEnded();
    });
    showAll();
    m_close->setFocus(Qt::OtherFocusReason);
}

ActivityDialog::Row& ActivityDialog::rowOf(const Activity& activity) {
    const auto known = m_shown.find(activity.id);
    if (known != m_shown.end())
        return *known;
    auto* box = new QWidget(this);
    auto* name = new QLabel(activity.name, box);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    auto* bar = new QProgressBar(box);
    bar->setObjectName(QStringLiteral("activityProgress%1").arg(activity.id));
    bar->setAccessibleName(activity.name);
    auto* cancel = new QPushButton(tr("Cancel"), box);
    cancel->setObjectName(QStringLiteral("cancelActivity%1").arg(activity.id));
    //: Spoken name of a button. %1: what is going on
    cancel->setAccessibleName(tr("Cancel: %1").arg(activity.name));
    cancel->setAutoDefault(false);
    auto* status = new StatusLine(box);
    status->setObjectName(QStringLiteral("activityStatus%1").arg(activity.id));
    auto* line = new QHBoxLayout;
    line->addWidget(bar, 1);
    line->addWidget(cancel);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::gap(*this));
    column->addWidget(name);
    column->addLayout(line);
    column->addWidget(status);
    m_rows->addWidget(box);
    setTabOrder(cancel, m_close);
    connect(cancel, &QPushButton::clicked, this, [this, id = activity.id] {
        m_close->setFocus(Qt::OtherFocusReason);
        m_list.cancel(id);
    });
    return *m_shown.insert(activity.id, {box, bar, cancel, status});
}

void ActivityDialog::show(const Row& row, const Activity& activity) {
    row.bar->setVisible(!activity.isOver());
    row.bar->setRange(0, activity.perCent < 0 ? 0 : 100);
    row.bar->setValue(qMax(0, activity.perCent));
    row.cancel->setVisible(activity.canCancel);
    switch (activity.state) {
    case Activity::State::Running:
        row.status->clear();
        break;
    case Activity::State::Stopping:
        row.status->setMessage(theme::Glyph::Clock, tr("Stopping and clearing away…"));
        break;
    case Activity::State::Done:
        row.status->setMessage(theme::Glyph::Good, tr("Done."));
        break;
    case Activity::State::Failed:
        row.status->setMessage(theme::Glyph::Problem, activity.sentence);
        break;
    case Activity::State::Cancelled:
        row.status->setMessage(theme::Glyph::Info, tr("Cancelled."));
        break;
    }
}

void ActivityDialog::showAll() {
    const QList<Activity> all = m_list.all();
    for (const Activity& activity : all)
        show(rowOf(activity), activity);
    m_nothing->setVisible(all.isEmpty());
    // A button that goes takes the focus along.
    if (focusWidget() == nullptr)
        m_close->setFocus(Qt::OtherFocusReason);
}

} // namespace qis::ui
