#include "pages/start/restored_dialog.h"

#include "format/numbers.h"
#include "format/sentences.h"
#include "theme/theme.h"
#include "widgets/status_line.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kRestoredColumns = 72;

class Words {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::RestoredDialog)
};

QString adviceFor(const RestoredHome& restored) {
    const QString& reason = restored.reason;
    if (reason == QLatin1String("forked"))
        return Words::tr("Nothing more can be signed with this key, and other sites refuse it. Stop the other copy, "
                         "tell the sites you work with, and set up a new home.");
    if (reason == QLatin1String("other-copy"))
        return Words::tr("Find the other copy and stop it for good: another computer, an old disk, or a virtual "
                         "machine. Two copies that sign with one key contradict each other, and other sites then "
                         "refuse both.");
    if (reason == QLatin1String("no-peers"))
        return Words::tr("Check the connection of this computer, and ask the other sites whether their programs are "
                         "running. The program keeps trying by itself.");
    if (reason == QLatin1String("asking"))
        return Words::tr("This takes a moment. Nothing needs to be done.");
    if (reason == QLatin1String("silent-peers"))
        return Words::tr(
            "Ask the other sites to update their program. Those who have done so are asked by themselves.");
    if (reason == QLatin1String("few-answers"))
        return Words::tr("Ask the other sites to start their programs. They are asked as soon as they are connected.");
    return Words::tr("Connect to a site that has received outcomes from this home before, as described on the page "
                     "Networks.");
}

} // namespace

QString restoredSentence(const RestoredHome& restored) {
    const QString& reason = restored.reason;
    if (reason == QLatin1String("forked"))
        return Words::tr("Another copy of this home has signed a different outcome under a number that this home has "
                         "used too. Nothing more is sent.");
    if (reason == QLatin1String("other-copy"))
        return Words::tr("Another copy of this home is active: it has signed after this one was restored. What you "
                         "sign is kept here and not sent.");
    if (reason == QLatin1String("no-peers"))
        return Words::tr("This home was restored. What you sign waits here until other sites have said how much of "
                         "this home they hold. No site is connected.");
    if (reason == QLatin1String("asking"))
        return Words::tr("This home was restored. What you sign waits here while connected sites are asked how much of "
                         "this home they hold.");
    if (reason == QLatin1String("silent-peers"))
        return Words::tr("This home was restored. What you sign waits here until other sites have said how much of "
                         "this home they hold. Those connected do not answer: their program is too old.");
    if (reason == QLatin1String("few-answers"))
        return Words::tr("This home was restored. What you sign waits here until %Ln more site(s) that knew it have "
                         "said how much of it they hold.",
                         nullptr, qMax(1, restored.needed - restored.answers));
    return Words::tr("This home was restored. What you sign waits here: no site that is connected has anything from "
                     "it.");
}

theme::Glyph restoredGlyph(const RestoredHome& restored) {
    const bool contradicted =
        restored.reason == QLatin1String("forked") || restored.reason == QLatin1String("other-copy");
    return contradicted ? theme::Glyph::Problem : theme::Glyph::Clock;
}

RestoredDialog::RestoredDialog(BackupBridge& backups, QWidget* parent)
    : QDialog(parent)
    , m_backups(backups)
    , m_why(new QLabel(this))
    , m_advice(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_sure(new QCheckBox(tr("I know that &nothing was signed after the backup, and no other copy is running"), this))
    , m_status(new StatusLine(this)) {
    setObjectName(QStringLiteral("restoredDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Restored from a backup"));
    m_why->setObjectName(QStringLiteral("restoredWhy"));
    m_advice->setObjectName(QStringLiteral("restoredAdvice"));
    m_warning->setObjectName(QStringLiteral("restoredWarning"));
    m_sure->setObjectName(QStringLiteral("restoredSure"));
    m_status->setObjectName(QStringLiteral("restoredStatus"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(QStringLiteral("restoredClose"));
    close->setDefault(true);
    m_goOn = buttons->addButton(tr("Go on without an answer"), QDialogButtonBox::ActionRole);
    m_goOn->setObjectName(QStringLiteral("restoredGoOn"));
    m_goOn->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap(*this) * 2);
    for (QLabel* label : {m_why, m_advice, m_warning}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(theme::columns(*this, kRestoredColumns));
        layout->addWidget(label);
    }
    layout->addWidget(m_sure);
    layout->addWidget(m_status);
    layout->addStretch(1);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_goOn, &QPushButton::clicked, this, &RestoredDialog::goOn);
    connect(m_sure, &QCheckBox::toggled, m_goOn, &QPushButton::setEnabled);
    connect(&backups, &BackupBridge::factsChanged, this, &RestoredDialog::showFacts);
    m_goOn->setEnabled(false);
    close->setFocus();
    showFacts();
}

void RestoredDialog::showFacts() {
    const auto& restored = m_backups.restored();
    if (!restored) {
        accept(); // it goes on by itself
        return;
    }
    const bool mayGoOn = restored->reason != QLatin1String("forked");
    m_why->setText(restoredSentence(*restored));
    m_advice->setText(adviceFor(*restored));
    const QString warning = tr("Every outcome has a number that is used once. If this home signs under a number that "
                               "it had used before it was lost, other sites refuse it for good.");
    m_warning->setText(restored->backedUp == 0 ? warning
                                               //: %1: date and time
                                               : tr("The backup was made %1. Every outcome has a number that is used "
                                                    "once. If something was signed later and this home signs under "
                                                    "that number again, other sites refuse it for good.")
                                                     .arg(format::dateTime(restored->backedUp)));
    m_warning->setVisible(mayGoOn);
    m_sure->setVisible(mayGoOn);
    m_goOn->setVisible(mayGoOn);
}

void RestoredDialog::goOn() {
    m_goOn->setEnabled(false);
    m_backups.endRestoring(this, [this](const Result<Done>& result) {
        m_goOn->setEnabled(m_sure->isChecked());
        if (result.ok())
            accept();
        else
            m_status->setMessage(theme::Glyph::Problem, format::failureSentence(result.fault.code));
    });
}

} // namespace qis::ui
