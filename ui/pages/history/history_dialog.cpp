#include "pages/history/history_dialog.h"

#include "bridge/engine_bridge.h"
#include "format/numbers.h"
#include "format/outcomes.h"
#include "format/sentences.h"
#include "theme/theme.h"
#include "widgets/change_table.h"
#include "widgets/plain_label.h"
#include "widgets/reading_table.h"
#include "widgets/status_line.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <array>

namespace qis::ui {

namespace {

enum Column : quint8 { What, When, From, Standing, ColumnCount };

constexpr int kColumns = 96;
constexpr int kLines = 30;
constexpr int kTableLines = 8;

QString nameOf(const PacketVersion& version, int number) {
    if (version.kind == VersionKind::Retraction)
        return HistoryDialog::tr("Retraction");
    if (version.kind == VersionKind::FollowUp)
        return HistoryDialog::tr("Follow-up");
    //: One of the versions of an outcome. %1: its number, counted from 1
    return HistoryDialog::tr("Version %1").arg(number);
}

QString siteOf(const PacketVersion& version) {
    if (version.own)
        //: In the place of the name of a site: this home's own
        return HistoryDialog::tr("This home");
    return version.siteName.isEmpty() ? format::shortKey(version.author) : version.siteName;
}

QString labelOf(const ChangedPart& change) {
    if (!change.label.isEmpty())
        return change.label;
    return change.field == QLatin1String("confidence") ? HistoryDialog::tr("How sure you are")
           : change.field == QLatin1String("basis")    ? HistoryDialog::tr("What it rests on")
                                                       : HistoryDialog::tr("Note");
}

QString whatIsSaidOf(const PacketVersion& version) {
    switch (version.kind) {
    case VersionKind::First:
        return HistoryDialog::tr("This is what was sent first.");
    case VersionKind::Retraction:
        for (const RetractionReason& reason : EngineBridge::retractionReasons())
            if (reason.number == version.reason)
                //: %1: why an outcome was retracted
                return HistoryDialog::tr("Reason: %1").arg(format::retractionReason(reason.name));
        return HistoryDialog::tr("No reason was given.");
    case VersionKind::Amendment:
    case VersionKind::FollowUp:
        break;
    }
    if (!version.compared)
        return HistoryDialog::tr("The version before it is not held here, so what it changed is not known.");
    return version.changes.isEmpty() ? HistoryDialog::tr("Nothing that is recorded differs from the version before.")
                                     : HistoryDialog::tr("What it changed:");
}

} // namespace

HistoryDialog::HistoryDialog(EngineBridge& bridge, const QString& id, QWidget* parent)
    : QDialog(parent)
    , m_asked(id)
    , m_head(plainLabel("historyHead", this))
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_note(new StatusLine(this))
    , m_title(plainLabel("historyTitle", this))
    , m_sentence(plainLabel("historySentence", this))
    , m_what(plainLabel("historyWhat", this))
    , m_changes(new ChangeTable(this)) {
    setObjectName(QStringLiteral("historyDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What became of it"));
    build();
    bridge.readHistory(id, this, [this](const Result<PacketHistory>& result) { take(result); });
}

void HistoryDialog::build() {
    theme::makeHeading(*m_head, 2);
    theme::makeHeading(*m_title, 2);
    m_head->setText(tr("Reading…"));
    m_note->setObjectName(QStringLiteral("historyNote"));
    m_changes->hide();
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("Versions of this outcome, the newest first"));
    m_table->setHorizontalHeaderLabels({//: Heading of a column: which version of an outcome
                                        tr("Version"),
                                        //: Heading of a column: when a version was written
                                        tr("Written"),
                                        //: Heading of a column: the site that sent it
                                        tr("From"),
                                        //: Heading of a column: whether a version counts
                                        tr("State")});
    makeReadingTable(*m_table);
    m_table->setWordWrap(false);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(From, QHeaderView::Stretch);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    m_table->setFixedHeight(fontMetrics().height() * kTableLines);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeDialog"));

    const int gap = theme::gap(*this);
    auto* detail = new QWidget(this);
    auto* below = new QVBoxLayout(detail);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(gap);
    below->addWidget(m_title);
    below->addWidget(m_sentence);
    below->addWidget(m_what);
    below->addWidget(m_changes);
    below->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("historyArea"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(detail);
    detail->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(gap);
    layout->addWidget(m_head);
    layout->addWidget(m_table);
    layout->addWidget(m_note);
    layout->addWidget(area, 1);
    layout->addWidget(buttons);
    resize(theme::columns(*this, kColumns), fontMetrics().height() * kLines);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) { showVersion(row); });
}

void HistoryDialog::take(const Result<PacketHistory>& result) {
    if (!result.ok()) {
        m_head->setText(tr("It could not be read"));
        m_note->setMessage(theme::Glyph::Problem, format::failureSentence(result.fault.code));
        return;
    }
    const QList<PacketVersion>& oldestFirst = result.value->versions;
    m_versions = QList<PacketVersion>(oldestFirst.crbegin(), oldestFirst.crend());
    int asked = 0;
    int numbered = 0;
    bool retracted = false;
    m_table->setRowCount(static_cast<int>(m_versions.size()));
    for (int row = m_table->rowCount() - 1; row >= 0; --row) {
        const PacketVersion& version = m_versions.at(row);
        numbered += version.kind == VersionKind::Retraction || version.kind == VersionKind::FollowUp ? 0 : 1;
        retracted = retracted || version.kind == VersionKind::Retraction;
        if (version.id == m_asked)
            asked = row;
        addVersion(row, version, numbered);
    }
    m_head->setText(retracted ? tr("%Ln version(s), and retracted", nullptr, numbered)
                              : tr("%Ln version(s)", nullptr, numbered));
    if (!result.value->complete)
        m_note->setMessage(theme::Glyph::Info, tr("Not all of its versions are held here."));
    m_table->setCurrentCell(asked, 0);
    m_table->setFocus();
    Q_EMIT shown();
}

void HistoryDialog::addVersion(int row, const PacketVersion& version, int number) {
    const QString standing = version.inForce ? tr("Counts")
                             : version.kind == VersionKind::Retraction
                                 ? tr("Takes it back")
                                 //: State of a version of an outcome that a later one has replaced or taken back
                                 : tr("Counts no more");
    const QString name = nameOf(version, number);
    const QString written = format::dateTime(version.issued);
    const std::array items = {new QTableWidgetItem(name), new QTableWidgetItem(written),
                              new QTableWidgetItem(siteOf(version)), new QTableWidgetItem(standing)};
    //: Read aloud for one row. %1: version, %2: when it was written, %3: site, %4: whether it counts
    items[What]->setData(Qt::AccessibleTextRole,
                         tr("%1, written %2, from %3. %4.").arg(name, written, siteOf(version), standing));
    items[When]->setToolTip(format::dateTimeLong(version.issued));
    items[From]->setToolTip(format::shortKey(version.author));
    for (int column = 0; column < ColumnCount; ++column)
        m_table->setItem(row, column, items.at(static_cast<std::size_t>(column)));
}

void HistoryDialog::showVersion(int row) {
    if (row < 0 || row >= m_versions.size())
        return;
    const PacketVersion& version = m_versions.at(row);
    m_title->setText(m_table->item(row, What)->text());
    m_sentence->setText(version.sentence);
    m_sentence->setVisible(!version.sentence.isEmpty());
    m_what->setText(whatIsSaidOf(version));
    QList<ChangeTable::Change> changes;
    for (const ChangedPart& change : version.changes)
        changes.append({labelOf(change), change.before, change.now});
    m_changes->setVisible(!changes.isEmpty());
    m_changes->setChanges(changes);
}

} // namespace qis::ui
