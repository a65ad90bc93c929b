#include "pages/home/home_page.h"

#include "bridge/engine_bridge.h"
#include "bridge/peer_model.h"
#include "format/numbers.h"
#include "format/sentences.h"
#include "pages/home/checklist.h"
#include "pages/home/interest_card.h"
#include "pages/networks/network_word.h"
#include "pages/settings/settings_store.h"
#include "theme/theme.h"
#include "widgets/status_line.h"

#include <QtCore/QSet>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <functional>

namespace qis::ui {

namespace {

constexpr int kReadableColumns = 128;

QLabel* paragraph(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPushButton* button(const char* name, const QString& text, QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(QLatin1String(name));
    return made;
}

QVBoxLayout* columnIn(QWidget* box) {
    auto* column = new QVBoxLayout(box);
    column->setSpacing(theme::gap(*box) * 3 / 2);
    return column;
}

} // namespace

HomePage::HomePage(EngineBridge& bridge, SettingsStore& settings, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_settings(settings)
    , m_checklist(new QGroupBox(tr("To begin"), this))
    , m_summary(paragraph("matchSummary", this))
    , m_empty(paragraph("homeEmpty", this))
    , m_cards(new QVBoxLayout)
    , m_toMatches(button("homeMatches", tr("Show &all matches"), this))
    , m_toCompose(button("homeCompose", tr("&Write an outcome"), this))
    , m_waiting(paragraph("homeWaiting", this))
    , m_waitingMore(new QVBoxLayout)
    , m_network(new StatusLine(this))
    , m_toNetworks(button("homeNetworks", tr("Show the netwo&rk"), this))
    , m_activity(paragraph("homeActivity", this)) {
    setObjectName(QStringLiteral("homePage"));
    build();
    connect(m_toCompose, &QPushButton::clicked, this, &HomePage::composeRequested);
    connect(m_toNetworks, &QPushButton::clicked, this, &HomePage::networksRequested);
    connect(m_toMatches, &QPushButton::clicked, this, [this] { Q_EMIT matchesRequested({}); });
    connect(&bridge, &EngineBridge::profilesChanged, this, &HomePage::readInterests);
    connect(&bridge, &EngineBridge::matchesChanged, this, &HomePage::readInterests);
    connect(&bridge, &EngineBridge::outboxChanged, this, &HomePage::readOutbox);
    setStatus({});
    showInterests();
    showWaiting();
}

ChecklistRow* HomePage::addRow(QVBoxLayout* column, const char* name, const QString& action,
                               void (HomePage::*request)()) {
    auto* row = new ChecklistRow(QString::fromLatin1(name), action, this);
    column->addWidget(row);
    if (request != nullptr)
        connect(row->actionButton(), &QPushButton::clicked, this, request);
    return row;
}

void HomePage::build() {
    auto* title = paragraph("homeTitle", this);
    title->setText(tr("QIS Desktop"));
    theme::makeHeading(*title, 1);
    auto* what = paragraph("homeWhat", this);
    what->setText(tr("Sign what you observed and see what other sites observed in patients like yours: outcomes are "
                     "exchanged, patient data is not."));
    m_checklist->setObjectName(QStringLiteral("checklist"));
    auto* steps = columnIn(m_checklist);
    m_key = addRow(steps, "stepKey", {}, nullptr);
    m_site = addRow(steps, "stepSite", {}, nullptr);
    m_joined = addRow(steps, "stepJoined", tr("&Join a site"), &HomePage::networksRequested);
    m_profile = addRow(steps, "stepProfile", tr("As&k for outcomes"), &HomePage::composeRequested);
    m_outcome = addRow(steps, "stepOutcome", tr("Write the &first outcome"), &HomePage::composeRequested);

    auto* matches = new QGroupBox(tr("What came in"), this);
    auto* matchColumn = columnIn(matches);
    theme::makeHeading(*m_summary, 2);
    theme::makeQuiet(*m_empty);
    m_cards->setSpacing(theme::gap(*this));
    auto* matchButtons = new QHBoxLayout;
    matchButtons->addWidget(m_toMatches);
    matchButtons->addWidget(m_toCompose);
    matchButtons->addStretch(1);
    matchColumn->addWidget(m_summary);
    matchColumn->addWidget(m_empty);
    matchColumn->addLayout(m_cards);
    matchColumn->addLayout(matchButtons);

    auto* out = new QGroupBox(tr("What goes out"), this);
    auto* outColumn = columnIn(out);
    m_waitingMore->setSpacing(theme::gap(*this));
    m_network->setObjectName(QStringLiteral("homeNetwork"));
    theme::makeQuiet(*m_activity);
    auto* outButtons = new QHBoxLayout;
    outButtons->addWidget(m_toNetworks);
    outButtons->addStretch(1);
    outColumn->addWidget(m_waiting);
    outColumn->addLayout(m_waitingMore);
    outColumn->addWidget(m_network);
    outColumn->addWidget(m_activity);
    outColumn->addLayout(outButtons);

    auto* note = paragraph("homeNote", this);
    note->setText(tr("For research and exchange of professional experience; not a medical device. What comes in are "
                     "reports that match what you asked for, not rates in patients."));
    theme::makeQuiet(*note);

    auto* sheet = new QWidget;
    sheet->setObjectName(QStringLiteral("homeSheet"));
    auto* column = new QVBoxLayout;
    column->setSpacing(theme::wideGap(*this) * 2 / 3);
    column->addWidget(title);
    column->addWidget(what);
    column->addWidget(m_checklist);
    column->addWidget(matches);
    column->addWidget(out);
    column->addWidget(note);
    column->addStretch(1);
    auto* row = new QHBoxLayout(sheet);
    const int margin = theme::wideGap(*this) * 2 / 3;
    row->setContentsMargins(margin, margin, margin, margin);
    row->addLayout(column);
    sheet->setMaximumWidth(theme::columns(*this, kReadableColumns));
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("homeScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    scroll->setWidget(sheet);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

QList<Pane> HomePage::panes() const {
    QList<Pane> all;
    for (const ChecklistRow* row : {m_joined, m_profile, m_outcome}) {
        if (!row->isDone()) {
            all.append({m_checklist, row->actionButton(), true});
            break;
        }
    }
    QWidget* came = m_toMatches->isVisibleTo(this) ? m_toMatches : m_toCompose;
    all.append({came->parentWidget(), came, all.isEmpty()});
    all.append({m_toNetworks->parentWidget(), m_toNetworks});
    return all;
}

void HomePage::reload() {
    readInterests();
    readOutbox();
}

void HomePage::readInterests() {
    m_bridge.listProfiles(this, [this](const Result<QList<Interest>>& result) {
        if (!result.ok())
            return;
        m_interests = *result.value;
        m_interestsRead = true;
        showInterests();
        showChecklist();
        Q_EMIT interestsRead();
    });
}

void HomePage::readOutbox() {
    m_bridge.listOutbox(this, [this](const Result<QList<OutboxItem>>& result) {
        if (!result.ok())
            return;
        m_outbox = *result.value;
        showWaiting();
        showChecklist();
    });
}

void HomePage::setStatus(const Status& status) {
    m_status = status;
    showChecklist();
    showActivity();
    if (status.outboxWaiting + status.outboxHeld != m_outbox.size())
        readOutbox();
    // Whether there is a peer says why nothing matches; whose home it is, what has been looked at.
    showInterests();
}

qint64 HomePage::freshOf(const Interest& interest) const {
    return qMax<qint64>(0, interest.matches - m_settings.seen(m_status.author, interest.name));
}

void HomePage::markSeen(const QString& interest) {
    if (m_status.author.isEmpty())
        return;
    for (const Interest& one : std::as_const(m_interests))
        if (interest.isEmpty() || one.name == interest)
            m_settings.setSeen(m_status.author, one.name, one.matches);
    showInterests();
}

void HomePage::showChecklist() {
    //: %1: the fingerprint of a key, a few words
    m_key->setState(
        !m_status.fingerprint.isEmpty(),
        m_status.fingerprint.isEmpty()
            ? tr("Make a signing key on this computer.")
            : tr("Your signing key was made on this computer; its words are %1.").arg(m_status.fingerprint));
    m_site->setState(!m_status.siteName.isEmpty(),
                     m_status.siteName.isEmpty()
                         ? tr("Give your site a name.")
                         //: %1: name of the site
                         : tr("Others see your outcomes as coming from %1.").arg(m_status.siteName));
    const auto peers = static_cast<int>(m_status.peers.size());
    m_joined->setState(peers > 0, peers > 0 ? tr("This home knows %Ln other node(s).", nullptr, peers)
                                            : tr("Join another site, so that outcomes can travel."));
    const bool asks = std::any_of(m_interests.cbegin(), m_interests.cend(),
                                  [](const Interest& interest) { return !interest.fromOutcome; });
    m_profile->setState(asks, asks ? tr("You have asked for outcomes that interest you.")
                                   : tr("Describe a condition and ask for outcomes like it."));
    const bool sent = m_status.ownPackets > 0 || m_status.outboxHeld > 0 || !m_outbox.isEmpty();
    m_outcome->setState(sent, sent ? tr("You have signed an outcome.") : tr("Write and sign your first outcome."));
    const bool all = m_key->isDone() && m_site->isDone() && m_joined->isDone() && m_profile->isDone() && sent;
    m_checklist->setVisible(!all);
}

void HomePage::showInterests() {
    QList<const Interest*> shown;
    for (const Interest& interest : std::as_const(m_interests))
        shown.append(&interest);
    // What is new first, else as they are listed.
    std::sort(shown.begin(), shown.end(), [this](const Interest* one, const Interest* other) {
        const qint64 more = freshOf(*one) - freshOf(*other);
        return more != 0 ? more > 0 : std::less<>()(one, other);
    });
    qint64 fresh = 0;
    int freshInterests = 0;
    qint64 matches = 0;
    for (const Interest* interest : std::as_const(shown)) {
        matches += interest->matches;
        fresh += freshOf(*interest);
        freshInterests += freshOf(*interest) > 0 ? 1 : 0;
    }
    if (shown.size() > kShownInterests)
        shown.resize(kShownInterests);
    QSet<QString> staying;
    for (const Interest* interest : std::as_const(shown)) {
        staying.insert(interest->name);
        InterestCard*& card = m_cardOf[interest->name];
        if (card == nullptr) {
            card = new InterestCard(this);
            m_cards->addWidget(card);
            connect(card, &InterestCard::showRequested, this, &HomePage::matchesRequested);
        }
        card->setInterest(*interest, freshOf(*interest));
    }
    for (auto it = m_cardOf.begin(); it != m_cardOf.end();) {
        if (staying.contains(it.key())) {
            ++it;
            continue;
        }
        it.value()->hide();
        it.value()->deleteLater();
        it = m_cardOf.erase(it);
    }
    m_toMatches->setVisible(matches > 0);
    if (fresh > 0) {
        const QString where = tr("%Ln interest(s)", nullptr, freshInterests);
        //: %Ln: number of matches; %1: “3 interests”
        m_summary->setText(tr("%Ln new match(es) in %1", nullptr, static_cast<int>(fresh)).arg(where));
        m_empty->clear();
    } else if (matches > 0) {
        m_summary->setText(tr("Nothing new since you last looked"));
        m_empty->setText(tr("New matches arrive by themselves while the program runs."));
    } else if (!m_interestsRead) {
        m_summary->setText(tr("Reading what came in"));
        m_empty->clear();
    } else if (m_interests.isEmpty()) {
        m_summary->setText(tr("You have not asked for anything yet"));
        m_empty->setText(tr("Write an outcome and sign it, or describe a condition and ask for outcomes like it. "
                            "Whatever other sites send that is like it then appears here."));
    } else {
        m_summary->setText(tr("No match yet"));
        m_empty->setText(m_status.connectedPeers > 0
                             ? tr("Peers are connected. Outcomes arrive when other sites send something that is like "
                                  "what you asked for.")
                             : tr("Everything stored on this computer was searched, and no peer is connected. More "
                                  "can arrive as soon as one is."));
    }
    m_empty->setVisible(!m_empty->text().isEmpty());
}

void HomePage::showWaiting() {
    const auto waiting = static_cast<int>(m_outbox.size());
    m_waiting->setText(waiting == 0 ? tr("Nothing is waiting to be sent.")
                                    : tr("%Ln outcome(s) have not arrived everywhere yet.", nullptr, waiting));
    QStringList lines;
    for (const OutboxItem& item : m_outbox.mid(0, kShownOutbox)) {
        const QString reason = format::waitingReason(item.reason);
        //: An outcome that waits. %1: the outcome, a sentence; %2: why it waits, a sentence
        lines.append(item.sentence.isEmpty() ? reason : tr("%1 %2").arg(item.sentence, reason));
    }
    if (waiting > kShownOutbox)
        lines.append(tr("And %Ln more.", nullptr, waiting - kShownOutbox));
    while (m_waitingLines.size() < lines.size()) {
        auto* line = paragraph("homeWaitingLine", this);
        theme::makeQuiet(*line);
        m_waitingMore->addWidget(line);
        m_waitingLines.append(line);
    }
    for (qsizetype at = 0; at < m_waitingLines.size(); ++at) {
        m_waitingLines.at(at)->setText(lines.value(at));
        m_waitingLines.at(at)->setVisible(at < lines.size());
    }
}

void HomePage::showActivity() {
    const NetworkWord word = networkWord(m_status);
    //: %1: state of the network, such as “Offline”; %2: why, a sentence
    m_network->setMessage(word.glyph, tr("%1. %2").arg(word.word, word.why));
    const Peer* last = nullptr;
    for (const Peer& peer : std::as_const(m_status.peers))
        if (peer.lastSeen != 0 && (last == nullptr || peer.lastSeen > last->lastSeen))
            last = &peer;
    m_activity->setText(
        last == nullptr ? tr("There has been no contact with another site yet.")
                        //: %1: a site, %2: day and time
                        : tr("Last contact: %1, %2.").arg(PeerModel::nameOf(*last), format::dateTime(last->lastSeen)));
}

} // namespace qis::ui
