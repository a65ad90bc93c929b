#include "ui_world.h"

#include "bridge/peer_model.h"
#include "format/sentences.h"
#include "pages/networks/network_word.h"
#include "pages/networks/networks_page.h"
#include "widgets/fact_list.h"
#include "widgets/status_line.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

using namespace qis::ui;

namespace {

constexpr int kPatience = 20000;
constexpr qint64 kNow = 1'700'000'000'000;

Peer peerNamed(const QString& name, bool connected, qint64 lastSeen = kNow) {
    Peer peer;
    peer.node = QString(64, QLatin1Char('a')) + name;
    peer.siteName = name;
    peer.connected = connected;
    peer.lastSeen = lastSeen;
    return peer;
}

Status statusWith(const QList<Peer>& peers) {
    Status status;
    status.demo = true;
    status.peers = peers;
    for (const Peer& peer : peers)
        status.connectedPeers += peer.connected ? 1 : 0;
    status.now = kNow;
    return status;
}

} // namespace

class TestNetworksPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }
    void oneWordSaysHowItIs();
    void aBacklogIsOnlyWhatConnectedPeersMiss();
    void neverSeenIsNotOffline();
    void aRefreshKeepsSelectionFocusAndPlace();
    void peersThatGoAreTakenOut();
    void clocksAreWarnedOfAboveTwoMinutes();
    void whatIsKeptAsideIsSaid();
    void refusalsComeWithTheirSentence();
    void theAddressCanBeCopied();
    void withoutAnAddressItSaysHowToGetOne();
    void pairsAreNotEvidence();
    void showsARealPeer();
    void anotherSiteIsJoinedByItsAddress();
    void whatIsNoAddressIsRefusedBesideTheField();

private:
    template <class T> [[nodiscard]] T* child(const char* name) const {
        return m_page->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString cell(int row, int column) const {
        return child<QTableView>("peerTable")->model()->index(row, column).data().toString();
    }

    std::unique_ptr<NetworksPage> m_page;
};

void TestNetworksPage::init() {
    m_page = std::make_unique<NetworksPage>();
    m_page->resize(1000, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestNetworksPage::oneWordSaysHowItIs() {
    using Kind = NetworkWord::Kind;
    const Peer here = peerNamed(QStringLiteral("A"), true);
    const Peer away = peerNamed(QStringLiteral("B"), false);
    Peer slow = here;
    slow.behind = 1240;
    const struct {
        Status status;
        Kind kind;
        QString word;
    } cases[] = {
        {statusWith({}), Kind::Offline, QStringLiteral("Offline")},
        {statusWith({away}), Kind::Offline, QStringLiteral("Offline")},
        {statusWith({here}), Kind::Online, {}},
        {statusWith({here, away}), Kind::Limited, QStringLiteral("Limited")},
        {statusWith({slow, away}), Kind::Behind, {}},
    };
    for (const auto& [status, kind, text] : cases) {
        const NetworkWord word = networkWord(status);
        QCOMPARE(word.kind, kind);
        if (!text.isEmpty())
            QCOMPARE(word.word, text);
        QVERIFY(word.why.endsWith(QLatin1Char('.')));
        QVERIFY(word.advice.endsWith(QLatin1Char('.')));
        m_page->setStatus(status);
        QCOMPARE(child<QLabel>("networkWord")->text(), word.word);
        QCOMPARE(child<QLabel>("networkWhy")->text(), word.why);
        QVERIFY(child<QLabel>("networkAdvice")->isVisible());
    }
    QVERIFY(networkWord(statusWith({slow})).word.contains(QLocale().toString(1240)));
    // Not knowing anybody and not reaching anybody are different things.
    QVERIFY(networkWord(statusWith({})).why != networkWord(statusWith({away})).why);
}

void TestNetworksPage::aBacklogIsOnlyWhatConnectedPeersMiss() {
    Peer away = peerNamed(QStringLiteral("A"), false);
    away.behind = 5000;
    Peer here = peerNamed(QStringLiteral("B"), true);
    here.behind = kUsualBacklog;
    QCOMPARE(networkWord(statusWith({away, here})).kind, NetworkWord::Kind::Limited);
    here.behind = kUsualBacklog + 1;
    QCOMPARE(networkWord(statusWith({away, here})).kind, NetworkWord::Kind::Behind);
}

void TestNetworksPage::neverSeenIsNotOffline() {
    QVERIFY(child<QLabel>("noPeers")->isVisible());
    m_page->setStatus(statusWith({peerNamed(QStringLiteral("A"), true), peerNamed(QStringLiteral("B"), false),
                                  peerNamed(QStringLiteral("C"), false, 0)}));
    QVERIFY(!child<QLabel>("noPeers")->isVisible());
    QCOMPARE(cell(0, PeerModel::State), QStringLiteral("Connected"));
    QCOMPARE(cell(1, PeerModel::State), QStringLiteral("Offline"));
    QCOMPARE(cell(2, PeerModel::State), QStringLiteral("Never seen"));
    QCOMPARE(cell(2, PeerModel::LastSeen), QStringLiteral("never"));
    QCOMPARE(cell(0, PeerModel::RoundTrip), QStringLiteral("being measured"));
    QCOMPARE(cell(1, PeerModel::RoundTrip), QStringLiteral("not known"));
    QVERIFY(cell(1, PeerModel::LastSeen) != cell(2, PeerModel::LastSeen));
}

void TestNetworksPage::aRefreshKeepsSelectionFocusAndPlace() {
    QList<Peer> peers;
    for (int number = 0; number < 60; ++number)
        peers.append(peerNamed(QStringLiteral("Site %1").arg(number, 2, 10, QLatin1Char('0')), true));
    m_page->setStatus(statusWith(peers));
    auto* table = child<QTableView>("peerTable");
    table->setFocus();
    table->selectRow(40);
    const QString chosen = table->currentIndex().siblingAtColumn(PeerModel::Site).data().toString();
    table->scrollTo(table->currentIndex());
    QTRY_VERIFY(table->verticalScrollBar()->value() > 0);
    const int place = table->verticalScrollBar()->value();
    for (Peer& peer : peers) {
        peer.lastSeen += 60000;
        peer.behind = 3;
    }
    peers.append(peerNamed(QStringLiteral("Site 99"), false, 0));
    m_page->setStatus(statusWith(peers));
    QCOMPARE(table->currentIndex().siblingAtColumn(PeerModel::Site).data().toString(), chosen);
    QVERIFY(table->selectionModel()->isRowSelected(40));
    QCOMPARE(table->verticalScrollBar()->value(), place);
    QVERIFY(table->hasFocus());
    QCOMPARE(cell(40, PeerModel::Behind), QStringLiteral("3"));
    QCOMPARE(table->model()->rowCount(), 61);
}

void TestNetworksPage::peersThatGoAreTakenOut() {
    const Peer one = peerNamed(QStringLiteral("A"), true);
    const Peer other = peerNamed(QStringLiteral("B"), true);
    m_page->setStatus(statusWith({one, other}));
    m_page->setStatus(statusWith({other}));
    QCOMPARE(child<QTableView>("peerTable")->model()->rowCount(), 1);
    QCOMPARE(cell(0, PeerModel::Site), QStringLiteral("B"));
}

void TestNetworksPage::clocksAreWarnedOfAboveTwoMinutes() {
    auto* warning = child<StatusLine>("clockWarning");
    Peer peer = peerNamed(QStringLiteral("A"), true);
    peer.clockSkewMillis = -PeerModel::kSkewWorthAWord;
    m_page->setStatus(statusWith({peer}));
    QVERIFY(!warning->isVisible());
    peer.clockSkewMillis -= 1;
    m_page->setStatus(statusWith({peer}));
    QVERIFY(warning->isVisible());
    QVERIFY(warning->text().contains(QLatin1String("A")));
    // What was measured once says nothing about a peer that is away.
    peer.connected = false;
    m_page->setStatus(statusWith({peer}));
    QVERIFY(!warning->isVisible());
}

void TestNetworksPage::whatIsKeptAsideIsSaid() {
    Status status = statusWith({});
    m_page->setStatus(status);
    QVERIFY(!child<StatusLine>("quarantineNote")->isVisible());
    status.quarantined = 3;
    m_page->setStatus(status);
    QVERIFY(child<StatusLine>("quarantineNote")->isVisible());
    QCOMPARE(child<QLabel>("statusKept")->text(), QStringLiteral("3"));
}

void TestNetworksPage::refusalsComeWithTheirSentence() {
    QVERIFY(child<QLabel>("noRefusals")->isVisible());
    Status status = statusWith({});
    status.refusals.insert(QStringLiteral("bad-signature"), 7);
    status.counters.insert(QStringLiteral("link-not-admitted"), 2);
    status.counters.insert(QStringLiteral("bytes-in"), 4096);
    m_page->setStatus(status);
    QVERIFY(!child<QLabel>("noRefusals")->isVisible());
    const QAbstractItemModel* refusals = child<QTableView>("refusalTable")->model();
    QCOMPARE(refusals->rowCount(), 2);
    QStringList sentences;
    for (int row = 0; row < 2; ++row)
        sentences.append(refusals->index(row, 0).data().toString());
    QVERIFY(sentences.contains(format::failureSentence(QStringLiteral("bad-signature"))));
    QVERIFY(sentences.contains(format::failureSentence(QStringLiteral("not-admitted"))));
    const QAbstractItemModel* traffic = child<QTableView>("trafficTable")->model();
    QCOMPARE(traffic->rowCount(), 1);
    QCOMPARE(traffic->index(0, 1).data().toString(), QLocale().formattedDataSize(4096));
}

void TestNetworksPage::theAddressCanBeCopied() {
    Status status = statusWith({});
    status.endpoints = {QStringLiteral("tcp://192.0.2.1:4000#0123")};
    m_page->setStatus(status);
    QVERIFY(!child<QLabel>("endpointCopied")->isVisible());
    QTest::mouseClick(child<QPushButton>("copyEndpoint"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), status.endpoints.first());
    QVERIFY(child<QLabel>("endpointCopied")->isVisible());
}

void TestNetworksPage::withoutAnAddressItSaysHowToGetOne() {
    m_page->setStatus(statusWith({}));
    QVERIFY(!child<QPushButton>("copyEndpoint")->isEnabled());
    QVERIFY(child<QLabel>("joinHow")->text().contains(QLatin1String("--listen")));
    Status real = statusWith({});
    real.demo = false;
    const QString before = child<QLabel>("joinHow")->text();
    m_page->setStatus(real);
    QVERIFY(child<QLabel>("joinHow")->text() != before);
}

void TestNetworksPage::pairsAreNotEvidence() {
    Status status = statusWith({peerNamed(QStringLiteral("A"), true), peerNamed(QStringLiteral("B"), true),
                                peerNamed(QStringLiteral("C"), false)});
    status.matches = 12;
    m_page->setStatus(status);
    // Four nodes with ours.
    QVERIFY(child<QLabel>("pairsPossible")->text().startsWith(QLatin1String("6,")));
    QVERIFY(child<QLabel>("pairsMatched")->text().startsWith(QLatin1String("12,")));
    QVERIFY(child<QLabel>("pairsNote")->text().contains(QLatin1String("not evidence")));
    m_page->setStatus(statusWith({}));
    QVERIFY(child<QLabel>("pairsPossible")->text().startsWith(QLatin1String("0,")));
}

void TestNetworksPage::showsARealPeer() {
    UiWorld world;
    OpenRequest listening;
    listening.listen = {QStringLiteral("tcp://127.0.0.1:0")};
    EngineBridge* one = world.openDemo(QStringLiteral("one"), listening);
    QVERIFY(one != nullptr);
    OpenRequest joining;
    joining.join = world.statusOf(*one).endpoints;
    QVERIFY(!joining.join.isEmpty());
    EngineBridge* other = world.openDemo(QStringLiteral("other"), joining);
    QVERIFY(other != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(world.statusOf(*one).connectedPeers, 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(world.statusOf(*one).peers.first().siteName == QLatin1String("Site other"), kPatience);
    m_page->setStatus(world.statusOf(*one));
    QCOMPARE(cell(0, PeerModel::Site), QStringLiteral("Site other"));
    QCOMPARE(cell(0, PeerModel::State), QStringLiteral("Connected"));
    QVERIFY(child<QTableView>("trafficTable")->model()->rowCount() > 0);
    QCOMPARE(child<QLineEdit>("ownEndpoint")->text(), joining.join.first());
}

void TestNetworksPage::anotherSiteIsJoinedByItsAddress() {
    UiWorld world;
    OpenRequest listening;
    listening.listen = {QStringLiteral("tcp://127.0.0.1:0")};
    EngineBridge* other = world.openDemo(QStringLiteral("other"), listening);
    EngineBridge* own = world.openDemo(QStringLiteral("own"), listening);
    QVERIFY(other != nullptr && own != nullptr);
    connect(m_page.get(), &NetworksPage::joinRequested, own, [this, own](const QString& endpoint) {
        own->joinNode(endpoint, m_page.get(), [this](const Result<Done>& result) { m_page->showJoined(result); });
    });
    auto* field = child<QLineEdit>("otherEndpoint");
    field->setFocus();
    QTest::keyClicks(field, QLatin1Char(' ') % world.statusOf(*other).endpoints.constFirst() % QLatin1Char(' '));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(field->text().isEmpty(), kPatience);
    QVERIFY(!child<StatusLine>("joinStatus")->text().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(world.statusOf(*own).connectedPeers, 1, kPatience);
}

void TestNetworksPage::whatIsNoAddressIsRefusedBesideTheField() {
    Status status = statusWith({});
    status.endpoints = {QStringLiteral("tcp://127.0.0.1:5555#") + QString(64, QLatin1Char('a'))};
    m_page->setStatus(status);
    const QSignalSpy asked(m_page.get(), &NetworksPage::joinRequested);
    auto* field = child<QLineEdit>("otherEndpoint");
    auto* button = child<QPushButton>("joinButton");
    QStringList said;
    const auto tryIt = [&](const QString& text) {
        field->setText(text);
        button->click();
        QVERIFY(field->hasFocus());
        said.append(child<StatusLine>("joinStatus")->text());
        QVERIFY2(!said.last().isEmpty(), qPrintable(text));
    };
    tryIt({});
    tryIt(status.endpoints.constFirst());
    QVERIFY(said.first() != said.last());
    QCOMPARE(asked.count(), 0);
    tryIt(QStringLiteral("nonsense\u202e"));
    // More than fits is not asked for either.
    field->clear();
    QGuiApplication::clipboard()->setText(QString(1 << 20, QLatin1Char('x')));
    field->paste();
    button->click();
    QVERIFY(field->text().size() <= 400);
    QVERIFY(!child<StatusLine>("joinStatus")->text().isEmpty());
    Result<Done> refused;
    refused.fault.code = QStringLiteral("bad-endpoint");
    m_page->showJoined(refused);
    QCOMPARE(child<StatusLine>("joinStatus")->text(), format::failureSentence(refused.fault.code));
    QVERIFY(button->isEnabled());
    QVERIFY(!field->text().isEmpty());
}

QTEST_MAIN(TestNetworksPage)
#include "tst_networks_page.moc"
