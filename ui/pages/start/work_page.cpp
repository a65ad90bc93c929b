#include "pages/start/work_page.h"

#include "theme/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kWorkColumns = 80;

} // namespace

WorkPage::WorkPage(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_step(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this)) {
    auto* heading = new QLabel(title, this);
    theme::makeHeading(*heading, 1);
    for (QLabel* label : {m_text, m_step}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    theme::makeQuiet(*m_step);
    m_bar->setRange(0, 100);

    auto* sheet = new QWidget(this);
    sheet->setMaximumWidth(theme::columns(*this, kWorkColumns));
    auto* column = new QVBoxLayout(sheet);
    column->setSpacing(theme::wideGap(*this) * 2 / 3);
    column->addStretch(1);
    column->addWidget(heading);
    column->addWidget(m_text);
    column->addWidget(m_bar);
    column->addWidget(m_step);
    column->addWidget(m_cancel, 0, Qt::AlignLeading);
    column->addStretch(2);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(sheet, 12);
    row->addStretch(1);
    connect(m_cancel, &QPushButton::clicked, this, &WorkPage::cancelRequested);
}

void WorkPage::begin(const QString& step) {
    m_step->setText(step);
    m_bar->setValue(0);
    m_cancel->setEnabled(true);
    m_cancel->setFocus(Qt::OtherFocusReason);
}

bool WorkPage::isStopping() const {
    return !m_cancel->isEnabled();
}

void WorkPage::showStopping() {
    m_cancel->setEnabled(false);
    m_step->setText(tr("Stopping and clearing away…"));
}

} // namespace qis::ui
