#include "pages/start/restore_page.h"

#include "theme/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kReadableColumns = 80;

} // namespace

RestorePage::RestorePage(QWidget* parent)
    : QWidget(parent)
    , m_file(new QLabel(this))
    , m_step(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this)) {
    setObjectName(QStringLiteral("restorePage"));
    auto* title = new QLabel(tr("Restoring the home"), this);
    theme::makeHeading(*title, 1);
    m_file->setObjectName(QStringLiteral("restoreFile"));
    m_step->setObjectName(QStringLiteral("restoreStep"));
    for (QLabel* label : {m_file, m_step}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    theme::makeQuiet(*m_step);
    m_bar->setObjectName(QStringLiteral("restoreProgress"));
    m_bar->setAccessibleName(tr("Progress of restoring"));
    m_bar->setRange(0, 100);
    m_cancel->setObjectName(QStringLiteral("cancelRestoring"));
    m_cancel->setAccessibleName(tr("Cancel restoring"));

    auto* sheet = new QWidget(this);
    sheet->setMaximumWidth(theme::columns(*this, kReadableColumns));
    auto* column = new QVBoxLayout(sheet);
    column->setSpacing(theme::wideGap(*this) * 2 / 3);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(m_file);
    column->addWidget(m_bar);
    column->addWidget(m_step);
    column->addWidget(m_cancel, 0, Qt::AlignLeading);
    column->addStretch(2);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(sheet, 12);
    row->addStretch(1);
    connect(m_cancel, &QPushButton::clicked, this, &RestorePage::cancelRequested);
}

void RestorePage::begin(const QString& file) {
    //: %1: a file
    m_file->setText(tr("Everything is read from %1 and checked. The home appears whole or not at all.").arg(file));
    m_step->setText(tr("Reading and checking the backup…"));
    m_bar->setValue(0);
    m_cancel->setEnabled(true);
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void RestorePage::showProgress(int perCent) {
    m_bar->setValue(perCent);
}

void RestorePage::showStopping() {
    m_cancel->setEnabled(false);
    m_step->setText(tr("Stopping and clearing away…"));
}

} // namespace qis::ui
