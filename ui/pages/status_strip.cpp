#include "pages/status_strip.h"

#include "bridge/activity_list.h"
#include "pages/networks/network_word.h"
#include "theme/glyph.h"
#include "theme/theme.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

namespace qis::ui {

StatusStrip::StatusStrip(QWidget* parent)
    : QWidget(parent)
    , m_identity(new QLabel(this))
    , m_demo(new QLabel(this))
    , m_outbox(new QLabel(this))
    , m_refusals(new QLabel(this))
    , m_activity(new QToolButton(this))
    , m_network(new QToolButton(this)) {
    m_identity->setObjectName(QStringLiteral("statusIdentity"));
    m_demo->setObjectName(QStringLiteral("statusDemo"));
    m_outbox->setObjectName(QStringLiteral("statusOutbox"));
    m_refusals->setObjectName(QStringLiteral("statusRefusals"));
    m_network->setObjectName(QStringLiteral("statusNetwork"));
    for (QLabel* label : {m_identity, m_demo, m_outbox, m_refusals})
        label->setTextFormat(Qt::PlainText);
    QFont bold = m_demo->font();
    bold.setBold(true);
    m_demo->setFont(bold);
    m_activity->setObjectName(QStringLiteral("statusActivity"));
    for (QToolButton* button : {m_activity, m_network}) {
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto* layout = new QHBoxLayout(this);
    const int gap = theme::gap(*this);
    theme::setMargins(*layout, *this, gap * 2, 0, gap, 0);
    layout->setSpacing(theme::wideGap(*this));
    layout->addWidget(m_demo);
    layout->addWidget(m_identity, 1);
    layout->addWidget(m_refusals);
    layout->addWidget(m_outbox);
    layout->addWidget(m_activity);
    layout->addWidget(m_network);
    connect(m_activity, &QToolButton::clicked, this, &StatusStrip::activityRequested);
    connect(m_network, &QToolButton::clicked, this, &StatusStrip::detailsRequested);
    clear();
}

void StatusStrip::clear() {
    for (QLabel* label : {m_identity, m_demo, m_outbox, m_refusals})
        label->clear();
    for (QLabel* label : {m_demo, m_outbox, m_refusals})
        label->hide();
    m_network->hide();
}

void StatusStrip::setActivity(const ActivityList& list) {
    const int running = list.running();
    const auto ended = static_cast<int>(list.all().size()) - running;
    const QString count = tr("%Ln running", "work", running);
    const int perCent = list.perCent();
    if (running > 0)
        //: %1: "2 running"; %2: a number
        m_activity->setText(perCent < 0 ? count : tr("%1, %2 %").arg(count, locale().toString(perCent)));
    else
        //: Button that lists what is going on
        m_activity->setText(ended > 0 ? tr("Activity: %Ln finished", nullptr, ended) : tr("Activity"));
    m_activity->setIcon(running > 0 ? theme::icon(theme::Glyph::Clock) : QIcon());
    //: Spoken name of a button. %1: "2 running, 40 %"
    m_activity->setAccessibleName(running > 0 ? tr("Activity: %1").arg(m_activity->text()) : m_activity->text());
    m_activity->setToolTip(tr("What takes longer, how far it is, and a way to stop it"));
}

void StatusStrip::setStatus(const Status& status) {
    //: %1: name of the site, %2: fingerprint of the key
    m_identity->setText(tr("%1, key %2").arg(status.siteName, status.fingerprint));
    //: Badge of a home that is only for trying things out
    m_demo->setText(status.demo ? tr("DEMO") : QString());
    m_demo->setToolTip(tr("A demo home: its key is refused by every real network."));
    m_demo->setVisible(status.demo);

    const auto waiting = static_cast<int>(status.outboxWaiting + status.outboxHeld);
    m_outbox->setText(waiting == 0 ? tr("Nothing waiting") : tr("%Ln waiting to send", nullptr, waiting));
    m_outbox->setVisible(true);
    qint64 refused = 0;
    for (const qint64 number : status.refusals)
        refused += number;
    m_refusals->setText(tr("%Ln refused", nullptr, static_cast<int>(refused)));
    m_refusals->setToolTip(tr("Packets from others that did not pass every check"));
    m_refusals->setVisible(refused > 0);

    const NetworkWord word = networkWord(status);
    m_network->setIcon(theme::icon(word.glyph));
    m_network->setText(word.word);
    m_network->setToolTip(word.why);
    m_network->show();
    layout()->activate();
}

} // namespace qis::ui
