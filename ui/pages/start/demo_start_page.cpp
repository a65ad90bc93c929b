#include "pages/start/demo_start_page.h"

#include "theme/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kReadableColumns = 80;
/// Shares of the whole in per cent at which the stages begin.
constexpr int kRelaysFrom = 15;
constexpr int kHomeFrom = 90;

} // namespace

DemoStartPage::DemoStartPage(QWidget* parent)
    : QWidget(parent)
    , m_step(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this)) {
    setObjectName(QStringLiteral("demoStartPage"));
    auto* title = new QLabel(tr("Preparing the demo"), this);
    theme::makeHeading(*title, 1);
    auto* what = new QLabel(tr("Sixty invented sites sign what they have seen, and nodes on this computer pass it on. "
                               "None of it is true of any patient, site or medicine."),
                            this);
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    m_step->setObjectName(QStringLiteral("demoStep"));
    m_step->setWordWrap(true);
    m_bar->setObjectName(QStringLiteral("demoProgress"));
    m_bar->setAccessibleName(tr("Progress of the demo"));
    m_bar->setRange(0, 100);
    m_cancel->setObjectName(QStringLiteral("demoCancel"));
    theme::makeQuiet(*m_step);

    auto* sheet = new QWidget(this);
    sheet->setMaximumWidth(theme::columns(*this, kReadableColumns));
    auto* column = new QVBoxLayout(sheet);
    column->setSpacing(theme::wideGap(*this) * 2 / 3);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(what);
    column->addWidget(m_bar);
    column->addWidget(m_step);
    column->addWidget(m_cancel, 0, Qt::AlignLeading);
    column->addStretch(2);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(sheet, 12);
    row->addStretch(1);
    connect(m_cancel, &QPushButton::clicked, this, &DemoStartPage::cancelRequested);
}

void DemoStartPage::begin() {
    m_cancel->setEnabled(true);
    showProgress(DemoBridge::Stage::WritingHistory, 0);
    m_cancel->setFocus(Qt::OtherFocusReason);
}

int DemoStartPage::perCentOfAll(DemoBridge::Stage stage, int perCent) {
    switch (stage) {
    case DemoBridge::Stage::WritingHistory:
        return 0;
    case DemoBridge::Stage::StartingRelays:
        return kRelaysFrom + (kHomeFrom - kRelaysFrom) * perCent / 100;
    case DemoBridge::Stage::MakingHome:
        return kHomeFrom;
    case DemoBridge::Stage::Ready:
        break;
    }
    return 100;
}

void DemoStartPage::showProgress(DemoBridge::Stage stage, int perCent) {
    if (!m_cancel->isEnabled())
        return;
    m_bar->setValue(perCentOfAll(stage, perCent));
    switch (stage) {
    case DemoBridge::Stage::WritingHistory:
        m_step->setText(tr("Writing and signing the history…"));
        break;
    case DemoBridge::Stage::StartingRelays:
        m_step->setText(tr("Starting the nodes…"));
        break;
    case DemoBridge::Stage::MakingHome:
        m_step->setText(tr("Making your home…"));
        break;
    case DemoBridge::Stage::Ready:
        m_step->setText(tr("Opening your home…"));
        break;
    }
}

void DemoStartPage::showStopping() {
    m_cancel->setEnabled(false);
    m_step->setText(tr("Stopping and clearing away…"));
}

} // namespace qis::ui
