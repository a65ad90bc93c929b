#include "pages/status_dialog.h"

#include "format/numbers.h"
#include "format/sentences.h"
#include "theme/theme.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kColumns = 118;
constexpr int kRows = 5;
constexpr qint64 kSecond = 1000;
constexpr qint64 kSkewWorthAWord = 120 * kSecond;

QTreeWidget* makeTable(const char* name, const QStringList& headers, QWidget* parent) {
    auto* table = new QTreeWidget(parent);
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(headers.first());
    table->setHeaderLabels(headers);
    table->setRootIsDecorated(false);
    table->setAlternatingRowColors(true);
    table->setMinimumHeight(table->fontMetrics().height() * kRows);
    table->header()->setStretchLastSection(true);
    return table;
}

} // namespace

StatusDialog::StatusDialog(const Status& status, QWidget* parent)
    : QDialog(parent)
    , m_lines(new QFormLayout)
    , m_peers(
          makeTable("peerTable", {tr("Peer"), tr("State"), tr("Last seen"), tr("Not confirmed"), tr("Clock")}, this))
    , m_refusals(makeTable("refusalTable", {tr("Refused"), tr("Reason")}, this)) {
    setObjectName(QStringLiteral("statusDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Network and storage"));
    setMinimumWidth(theme::columns(*this, kColumns));
    m_lines->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_lines->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto* peersLabel = new QLabel(tr("&Peers:"), this);
    peersLabel->setBuddy(m_peers);
    auto* refusalsLabel = new QLabel(tr("&Refused packets:"), this);
    refusalsLabel->setBuddy(m_refusals);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("statusClose"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap(*this) * 2);
    layout->addLayout(m_lines);
    layout->addWidget(peersLabel);
    layout->addWidget(m_peers);
    layout->addWidget(refusalsLabel);
    layout->addWidget(m_refusals);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setStatus(status);
}

void StatusDialog::addLine(const QString& name, const QString& label, const QString& value) {
    auto* edit = findChild<QLineEdit*>(name);
    if (edit == nullptr) {
        // A field rather than a label: it can be reached, copied and read aloud.
        edit = new QLineEdit(this);
        edit->setObjectName(name);
        edit->setReadOnly(true);
        m_lines->addRow(label, edit);
    }
    if (edit->text() != value) {
        edit->setText(value);
        edit->setCursorPosition(0);
    }
}

void StatusDialog::setStatus(const Status& status) {
    addLine(QStringLiteral("statusSite"), tr("Site:"), status.siteName);
    addLine(QStringLiteral("statusKey"), tr("Key:"), status.fingerprint);
    addLine(QStringLiteral("statusNetworkName"), tr("Network:"),
            status.network.isEmpty() ? tr("none joined") : status.network);
    addLine(QStringLiteral("statusEndpoints"), tr("Address for others:"),
            status.endpoints.isEmpty() ? tr("not listening") : status.endpoints.join(QLatin1Char(' ')));
    //: %1: number of packets, %2: of these our own, %3: size of the store, %4: free space on the disk
    addLine(QStringLiteral("statusStore"), tr("Store:"),
            tr("%1 packets, %2 of them from here; %3 used, %4 free")
                .arg(format::count(status.packets), format::count(status.ownPackets),
                     format::storage(status.storeBytes), format::storage(status.diskFreeBytes)));
    addLine(QStringLiteral("statusKept"), tr("Kept aside:"),
            //: Packets that this version cannot read yet
            tr("%Ln packet(s) that this version cannot read yet", nullptr, static_cast<int>(status.quarantined)));
    addLine(QStringLiteral("statusHome"), tr("Home:"), status.home);

    m_peers->clear();
    for (const Peer& peer : status.peers) {
        const bool skewed = qAbs(peer.clockSkewMillis) > kSkewWorthAWord;
        new QTreeWidgetItem(
            m_peers, {peer.siteName.isEmpty() ? format::shortKey(peer.node) : peer.siteName,
                      peer.connected ? tr("connected") : tr("away"),
                      peer.lastSeen == 0 ? tr("never") : format::dateTime(peer.lastSeen), format::count(peer.behind),
                      skewed ? tr("off by %Ln second(s)", nullptr, static_cast<int>(peer.clockSkewMillis / kSecond))
                             : tr("agrees")});
    }
    if (status.peers.isEmpty())
        new QTreeWidgetItem(m_peers, {tr("No peer is known yet.")});
    m_refusals->clear();
    for (auto it = status.refusals.cbegin(); it != status.refusals.cend(); ++it)
        new QTreeWidgetItem(m_refusals, {format::count(it.value()), format::failureSentence(it.key())});
    if (status.refusals.isEmpty())
        new QTreeWidgetItem(m_refusals, {format::count(0), tr("Nothing has been refused.")});
    for (QTreeWidget* table : {m_peers, m_refusals})
        for (int column = 0; column + 1 < table->columnCount(); ++column)
            table->resizeColumnToContents(column);
}

} // namespace qis::ui
