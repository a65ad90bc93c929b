#include "pages/networks/networks_page.h"

#include "bridge/peer_model.h"
#include "bridge/tally_model.h"
#include "format/numbers.h"
#include "format/sentences.h"
#include "pages/networks/network_word.h"
#include "theme/theme.h"
#include "widgets/fact_list.h"
#include "widgets/line_guard.h"
#include "widgets/plain_table.h"
#include "widgets/status_line.h"

#include <QtCore/QLocale>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kLongestEndpoint = 400;
constexpr int kPeerRows = 4;
constexpr int kTallyRows = 4;

QLabel* paragraph(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel* heading(const QString& text, QWidget* buddy, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    theme::makeHeading(*label, 2);
    label->setBuddy(buddy);
    return label;
}

/// A text changes only when it is another one: what is selected in it, or read from it, stays.
void say(QLabel* label, const QString& text) {
    if (label->text() != text)
        label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

NetworksPage::NetworksPage(QWidget* parent)
    : QWidget(parent)
    , m_peerModel(new PeerModel(this))
    //: Headings of a table: why something was refused, and how often
    , m_refusalModel(new TallyModel(tr("Reason"), tr("Refused"), this))
    //: Headings of a table: what was counted, and how much of it there was
    , m_trafficModel(new TallyModel(tr("What"), tr("Amount"), this))
    , m_glyph(new theme::GlyphView(theme::Glyph::Offline, this))
    , m_word(paragraph("networkWord", this))
    , m_why(paragraph("networkWhy", this))
    , m_advice(paragraph("networkAdvice", this))
    , m_clock(new StatusLine(this))
    , m_quarantine(new StatusLine(this))
    , m_peers(new PlainTable(QStringLiteral("peerTable"), m_peerModel, PeerModel::SortRole, PeerModel::Endpoint, this))
    , m_noPeers(paragraph("noPeers", this))
    , m_endpoint(new QLineEdit(this))
    , m_copy(new QPushButton(tr("Cop&y"), this))
    , m_copied(paragraph("endpointCopied", this))
    , m_how(paragraph("joinHow", this))
    , m_other(new QLineEdit(this))
    , m_guard(new LineGuard(m_other, kLongestEndpoint))
    , m_join(new QPushButton(tr("&Join"), this))
    , m_joined(new StatusLine(this))
    , m_facts(new FactList(this))
    , m_refusals(
          new PlainTable(QStringLiteral("refusalTable"), m_refusalModel, TallyModel::SortRole, TallyModel::What, this))
    , m_noRefusals(paragraph("noRefusals", this))
    , m_traffic(new PlainTable(QStringLiteral("trafficTable"), m_trafficModel, TallyModel::SortRole, TallyModel::What,
                               this)) {
    setObjectName(QStringLiteral("networksPage"));
    theme::makeHeading(*m_word, 1);
    theme::makeQuiet(*m_advice);
    m_clock->setObjectName(QStringLiteral("clockWarning"));
    m_quarantine->setObjectName(QStringLiteral("quarantineNote"));
    m_peers->setAccessibleName(tr("Peers"));
    m_peers->setLeastRows(kPeerRows);
    m_peers->setColumns(PeerModel::Site, 26);
    m_peers->setColumns(PeerModel::State, 14);
    m_peers->setColumns(PeerModel::LastSeen, 26);
    m_peers->setColumns(PeerModel::Behind, 15);
    m_peers->setColumns(PeerModel::Received, 9);
    m_peers->setColumns(PeerModel::Sent, 9);
    m_peers->setColumns(PeerModel::RoundTrip, 13);
    m_peers->setColumns(PeerModel::Clock, 18);
    say(m_noPeers, tr("No other node is known yet. This will show who is connected, when each was last seen and what "
                      "each is still missing."));
    m_refusals->setAccessibleName(tr("Refused, by reason"));
    m_refusals->setLeastRows(kTallyRows);
    m_refusals->setColumns(TallyModel::Amount, 14);
    say(m_noRefusals, tr("Nothing has been refused."));
    m_traffic->setAccessibleName(tr("Traffic since the program was started, and packets ever"));
    m_traffic->setLeastRows(kTallyRows);
    m_traffic->setColumns(TallyModel::Amount, 14);

    const int gap = theme::gap(*this);
    const int wide = theme::wideGap(*this);
    auto* top = new QHBoxLayout;
    top->setSpacing(gap * 2);
    top->addWidget(m_glyph);
    top->addWidget(m_word, 1);
    auto* peersTitle = heading(tr("&Peers"), m_peers, this);
    auto* refusalsTitle = heading(tr("&Refused"), m_refusals, this);
    auto* trafficTitle = heading(tr("Tra&ffic"), m_traffic, this);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(wide);
    middle->addWidget(buildJoining(), 1);
    middle->addWidget(buildFacts(), 1);
    auto* refused = new QVBoxLayout;
    refused->setSpacing(gap);
    refused->addWidget(refusalsTitle);
    refused->addWidget(m_noRefusals);
    refused->addWidget(m_refusals, 1);
    refused->addStretch();
    auto* traffic = new QVBoxLayout;
    traffic->setSpacing(gap);
    traffic->addWidget(trafficTitle);
    traffic->addWidget(m_traffic, 1);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(wide);
    bottom->addLayout(refused, 1);
    bottom->addLayout(traffic, 1);

    auto* sheet = new QWidget;
    sheet->setObjectName(QStringLiteral("networksSheet"));
    auto* column = new QVBoxLayout(sheet);
    const int margin = wide * 2 / 3;
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(gap);
    column->addLayout(top);
    column->addWidget(m_why);
    column->addWidget(m_advice);
    column->addWidget(m_clock);
    column->addWidget(m_quarantine);
    column->addSpacing(gap * 2);
    column->addWidget(peersTitle);
    column->addWidget(m_noPeers);
    column->addWidget(m_peers, 2);
    column->addSpacing(gap * 2);
    column->addLayout(middle);
    column->addSpacing(gap * 2);
    column->addLayout(bottom, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("networksScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(sheet);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setStatus({});
}

QWidget* NetworksPage::buildJoining() {
    auto* box = new QGroupBox(tr("Joining another site"), this);
    m_endpoint->setObjectName(QStringLiteral("ownEndpoint"));
    m_endpoint->setReadOnly(true);
    m_endpoint->setPlaceholderText(tr("This home is not listening"));
    m_copy->setObjectName(QStringLiteral("copyEndpoint"));
    m_copy->setAccessibleName(tr("Copy the address of this home"));
    auto* label = new QLabel(tr("&Address of this home, for others:"), box);
    label->setBuddy(m_endpoint);
    label->setWordWrap(true);
    theme::makeQuiet(*m_how);
    m_how->setTextInteractionFlags(Qt::TextSelectableByMouse);
    say(m_copied, {});
    auto* line = new QHBoxLayout;
    line->addWidget(m_endpoint, 1);
    line->addWidget(m_copy);
    m_other->setObjectName(QStringLiteral("otherEndpoint"));
    m_other->setPlaceholderText(QStringLiteral("tcp://HOST:PORT#…"));
    m_other->setWhatsThis(tr("The address that the other site reads from this page of its own window: where it is on "
                             "the network, and the key by which its node is known."));
    m_join->setObjectName(QStringLiteral("joinButton"));
    m_join->setAccessibleName(tr("Join the site at this address"));
    m_joined->setObjectName(QStringLiteral("joinStatus"));
    auto* otherLabel = new QLabel(tr("Address of the other &site:"), box);
    otherLabel->setBuddy(m_other);
    otherLabel->setWordWrap(true);
    auto* otherLine = new QHBoxLayout;
    otherLine->addWidget(m_other, 1);
    otherLine->addWidget(m_join);
    auto* column = new QVBoxLayout(box);
    column->setSpacing(theme::gap(*this));
    column->addWidget(label);
    column->addLayout(line);
    column->addWidget(m_copied);
    column->addWidget(otherLabel);
    column->addLayout(otherLine);
    column->addWidget(m_joined);
    column->addWidget(m_how);
    column->addStretch(1);
    connect(m_join, &QPushButton::clicked, this, &NetworksPage::join);
    connect(m_other, &QLineEdit::returnPressed, this, &NetworksPage::join);
    connect(m_other, &QLineEdit::textEdited, this, [this] { m_joined->clear(); });
    connect(m_guard, &LineGuard::changed, this, [this] {
        if (!m_guard->complaint().isEmpty())
            m_joined->setMessage(theme::Glyph::Problem, m_guard->complaint());
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_endpoint->text());
        say(m_copied, tr("Copied. Send it to the other site by a way you trust."));
    });
    return box;
}

void NetworksPage::join() {
    const QString address = m_other->text().trimmed();
    m_other->setFocus(Qt::OtherFocusReason);
    if (!m_guard->complaint().isEmpty()) {
        m_joined->setMessage(theme::Glyph::Problem, m_guard->complaint());
        return;
    }
    if (address.isEmpty()) {
        m_joined->setMessage(theme::Glyph::Problem, tr("Enter the address that the other site has given you."));
        return;
    }
    if (m_endpoint->text().split(QLatin1Char(' ')).contains(address)) {
        m_joined->setMessage(theme::Glyph::Problem,
                             tr("This is the address of this home. Enter that of the other site."));
        return;
    }
    m_join->setEnabled(false);
    Q_EMIT joinRequested(address);
}

void NetworksPage::showJoined(const Result<Done>& result) {
    m_join->setEnabled(true);
    if (result.ok()) {
        m_other->clear();
        m_guard->reset();
        m_joined->setMessage(theme::Glyph::Good, tr("Remembered. It is connected as soon as it answers; until then it "
                                                    "is not in the list of peers."));
    } else {
        m_joined->setMessage(theme::Glyph::Problem, format::failureSentence(result.fault.code));
    }
}

QWidget* NetworksPage::buildFacts() {
    auto* box = new QGroupBox(tr("This home"), this);
    auto* note = new QLabel(tr("A pair says that two could compare notes. Pairs are not evidence: that grows with "
                               "independent observations alone."),
                            box);
    note->setObjectName(QStringLiteral("pairsNote"));
    note->setWordWrap(true);
    theme::makeQuiet(*note);
    auto* column = new QVBoxLayout(box);
    column->setSpacing(theme::gap(*this));
    column->addWidget(m_facts);
    column->addWidget(note);
    column->addStretch(1);
    return box;
}

QList<Pane> NetworksPage::panes() const {
    return {{m_peers, m_peers, true},
            {m_other->parentWidget(), m_other, true},
            {m_refusals, m_refusals},
            {m_traffic, m_traffic}};
}

void NetworksPage::setStatus(const Status& status) {
    showWord(status);
    showWarnings(status);
    m_peerModel->setPeers(status.peers);
    m_peers->setVisible(!status.peers.isEmpty());
    m_noPeers->setVisible(status.peers.isEmpty());
    showJoining(status);
    showFacts(status);
    showTallies(status);
}

void NetworksPage::showWord(const Status& status) {
    const NetworkWord word = networkWord(status);
    m_glyph->setGlyph(word.glyph);
    say(m_word, word.word);
    say(m_why, word.why);
    say(m_advice, word.advice);
}

void NetworksPage::showWarnings(const Status& status) {
    QStringList skewed;
    for (const Peer& peer : status.peers)
        if (PeerModel::isSkewed(peer))
            skewed.append(PeerModel::nameOf(peer));
    if (skewed.isEmpty())
        m_clock->clear();
    else
        m_clock->setMessage(theme::Glyph::Warning,
                            //: %1: a list of sites
                            tr("The clock of this computer differs by more than 2 minutes from that of %1. Check the "
                               "clock here first, then ask there: an outcome dated more than 24 hours ahead is held "
                               "back.")
                                .arg(QLocale().createSeparatedList(skewed)));
    if (status.quarantined == 0)
        m_quarantine->clear();
    else
        m_quarantine->setMessage(
            theme::Glyph::Info,
            tr("%Ln packet(s) are kept aside, because this version or its domain packs cannot read them yet. They are "
               "not lost: they are read as soon as that changes.",
               nullptr, static_cast<int>(status.quarantined)));
}

void NetworksPage::showJoining(const Status& status) {
    const QString own = status.endpoints.join(QLatin1Char(' '));
    if (m_endpoint->text() != own) {
        m_endpoint->setText(own);
        m_endpoint->setCursorPosition(0);
        say(m_copied, {});
    }
    m_copy->setEnabled(!own.isEmpty());
    //: %1: an option of the command line
    QString how = own.isEmpty() ? tr("To be reachable, start the program with the option “%1”; the address "
                                     "to hand out then stands above.")
                                      .arg(QLatin1String("--listen tcp://ADDRESS:PORT"))
                                : tr("It is enough that one of two sites joins the other. It is remembered from then "
                                     "on.");
    if (!status.demo)
        how += QLatin1Char(' ') +
               tr("Both sites name each other's address: a real home lets in only those that it has named.");
    say(m_how, how);
}

void NetworksPage::showFacts(const Status& status) {
    m_facts->setFact(QStringLiteral("statusNetworkName"), tr("Network:"),
                     status.demo ? tr("Demo: anybody with a demo home may take part")
                                 : tr("Direct: the sites that have named each other's address"));
    m_facts->setFact(QStringLiteral("statusOutboxDetail"), tr("Waiting to send:"),
                     status.outboxWaiting + status.outboxHeld == 0
                         //: Nothing is waiting to be sent
                         ? tr("nothing")
                         //: %1: number of outcomes not confirmed by a peer yet, %2: number that can still be taken back
                         : tr("%1 not confirmed yet, %2 that can still be taken back")
                               .arg(format::count(status.outboxWaiting), format::count(status.outboxHeld)));
    //: %1: number of packets, %2: of these our own
    m_facts->setFact(
        QStringLiteral("statusStore"), tr("Packets held:"),
        tr("%1, of which %2 from here").arg(format::count(status.packets), format::count(status.ownPackets)));
    //: %1: size of the store, %2: free space on the disk
    m_facts->setFact(
        QStringLiteral("statusDisk"), tr("Storage:"),
        tr("%1 used, %2 free").arg(format::storage(status.storeBytes), format::storage(status.diskFreeBytes)));
    m_facts->setFact(QStringLiteral("statusKept"), tr("Kept aside:"), format::count(status.quarantined));
    const qint64 nodes = status.peers.size() + 1;
    m_facts->setFact(QStringLiteral("pairsPossible"), tr("Pairs of nodes possible:"),
                     //: %1: number of pairs
                     tr("%1, among %Ln node(s), this one included", nullptr, static_cast<int>(nodes))
                         .arg(format::count(nodes * (nodes - 1) / 2)));
    //: %1: number of matches: one of ours with an outcome of another site
    m_facts->setFact(
        QStringLiteral("pairsMatched"), tr("Pairs of outcomes matched:"),
        tr("%1, of something asked here and an outcome of another site").arg(format::count(status.matches)));
}

void NetworksPage::showTallies(const Status& status) {
    QList<Tally> refusals;
    QList<Tally> traffic;
    const auto refusal = [&refusals](const QString& key, const QString& code, qint64 count) {
        refusals.append({key, format::failureSentence(code), format::count(count), count});
    };
    for (auto it = status.refusals.cbegin(); it != status.refusals.cend(); ++it)
        refusal(it.key(), it.key(), it.value());
    for (auto it = status.counters.cbegin(); it != status.counters.cend(); ++it) {
        const QLatin1String link("link-");
        if (it.key().startsWith(link))
            refusal(it.key(), it.key().mid(link.size()), it.value());
        else
            traffic.append(
                {it.key(), format::counterLabel(it.key()),
                 it.key().startsWith(QLatin1String("bytes-")) ? format::storage(it.value()) : format::count(it.value()),
                 it.value()});
    }
    m_refusalModel->setRows(refusals);
    m_refusals->setVisible(!refusals.isEmpty());
    m_noRefusals->setVisible(refusals.isEmpty());
    m_trafficModel->setRows(traffic);
}

} // namespace qis::ui
