#include "pages/settings/backup_box.h"

#include "bridge/backup_bridge.h"
#include "format/numbers.h"
#include "format/sentences.h"
#include "theme/theme.h"
#include "widgets/status_line.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr qint64 kMillisADay = 86'400'000;

} // namespace

BackupBox::BackupBox(BackupBridge& backups, QWidget* parent)
    : QGroupBox(tr("Backup"), parent)
    , m_backups(backups)
    , m_age(new QLabel(this))
    , m_start(new QPushButton(tr("&Back up now…"), this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_status(new StatusLine(this)) {
    setObjectName(QStringLiteral("backupBox"));
    m_age->setObjectName(QStringLiteral("backupAge"));
    m_age->setTextFormat(Qt::PlainText);
    m_age->setWordWrap(true);
    m_start->setObjectName(QStringLiteral("backUpNow"));
    m_bar->setObjectName(QStringLiteral("backupProgress"));
    m_bar->setRange(0, 100);
    m_bar->setAccessibleName(tr("A backup is being made"));
    m_cancel->setObjectName(QStringLiteral("cancelBackup"));
    m_cancel->setAccessibleName(tr("Cancel the backup"));
    m_status->setObjectName(QStringLiteral("backupStatus"));
    auto* explanation = new QLabel(
        tr("One file holds the whole home: the key, outcomes, drafts and interests. It is protected like this home and "
           "no better: whoever has the file and the passphrase signs as this site, and the outcomes in it can be read "
           "without the passphrase. Keep it away from this computer."),
        this);
    explanation->setObjectName(QStringLiteral("backupText"));
    explanation->setTextFormat(Qt::PlainText);
    explanation->setWordWrap(true);
    theme::makeQuiet(*explanation);
    auto* row = new QHBoxLayout;
    row->addWidget(m_start);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::gap(*this) * 3 / 2);
    column->addWidget(m_age);
    column->addLayout(row);
    column->addWidget(m_status);
    column->addWidget(explanation);

    connect(m_start, &QPushButton::clicked, this, &BackupBox::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_backups.cancel();
    });
    connect(&backups, &BackupBridge::factsChanged, this, &BackupBox::showFacts);
    connect(&backups, &BackupBridge::busyChanged, this, &BackupBox::showBusy);
    connect(&backups, &BackupBridge::progressed, m_bar, &QProgressBar::setValue);
    connect(&backups, &BackupBridge::finished, this, &BackupBox::showEnd);
    showFacts();
    showBusy();
}

void BackupBox::chooseFile() {
    const QString name = QStringLiteral("QIS %1.qisbackup").arg(QDate::currentDate().toString(Qt::ISODate));
    auto* dialog = new QFileDialog(this, tr("Back up the home"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(QStringLiteral("backupFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("qisbackup"));
    //: Kind of file, in a dialog; leave what is in brackets as it is
    dialog->setNameFilter(tr("Backups of a home (*.qisbackup)"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupBox::backUpTo);
    dialog->open();
}

void BackupBox::backUpTo(const QString& file) {
    m_status->clear();
    m_backups.backUp(QFileInfo(file).absoluteFilePath());
}

void BackupBox::showFacts() {
    const qint64 last = m_backups.lastBackup();
    if (last == 0) {
        m_age->setText(tr("This home was never backed up. If this computer is lost, so are its key and its outcomes."));
        return;
    }
    const auto days = static_cast<int>(qMax<qint64>(0, QDateTime::currentMSecsSinceEpoch() - last) / kMillisADay);
    //: %1: date and time
    m_age->setText(days == 0 ? tr("Last backed up %1, less than a day ago.").arg(format::dateTime(last))
                             //: %1: date and time
                             : tr("Last backed up %1, %Ln day(s) ago.", nullptr, days).arg(format::dateTime(last)));
}

void BackupBox::showBusy() {
    const bool busy = m_backups.isBusy();
    m_start->setEnabled(!busy);
    if (!busy)
        m_bar->setValue(0);
    m_bar->setVisible(busy);
    m_cancel->setVisible(busy);
    m_cancel->setEnabled(busy);
}

void BackupBox::showEnd(const QString& file, const Fault& fault) {
    if (fault.code.isEmpty()) {
        //: %1: a file
        m_status->setMessage(theme::Glyph::Good,
                             tr("The backup is complete and was checked: %1").arg(QDir::toNativeSeparators(file)));
        return;
    }
    m_status->setMessage(fault.code == QLatin1String("cancelled") ? theme::Glyph::Info : theme::Glyph::Problem,
                         format::failureSentence(fault.code));
    m_status->setToolTip(fault.detail);
}

} // namespace qis::ui
