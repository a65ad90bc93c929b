#include "pages/compose/review_dialog.h"

#include "format/numbers.h"
#include "format/outcomes.h"
#include "format/sentences.h"
#include "pages/compose/duplicate_panel.h"
#include "pages/compose/rarity_panel.h"
#include "theme/theme.h"
#include "widgets/change_table.h"
#include "widgets/plain_label.h"
#include "widgets/reading_table.h"
#include "widgets/size_gauge.h"
#include "widgets/status_line.h"

#include <QtCore/QLocale>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

namespace qis::ui {

namespace {

constexpr int kColumns = 130;
constexpr int kRows = 44;
constexpr int kDumpLines = 8;
constexpr int kTableLines = 14;
enum PartColumn : quint8 { PartName, PartValue, PartBytes, PartColumnCount };

/// What a person looks for comes first, then what the format needs, then what is added.
int rankOf(const PacketPart& part) {
    static const QStringList needed = {QStringLiteral("format"), QStringLiteral("condition"),
                                       QStringLiteral("outcome")};
    if (part.madeLater)
        return 3;
    if (needed.contains(part.name))
        return 2;
    return part.name == QLatin1String("pack") ? 1 : 0;
}

QString labelOf(const PacketPart& part, const Pack& pack) {
    const auto it = std::find_if(pack.fields.cbegin(), pack.fields.cend(),
                                 [&part](const Field& field) { return field.path == part.name; });
    return it == pack.fields.cend() ? format::packetPart(part.name) : it->label;
}

} // namespace

ReviewDialog::ReviewDialog(const Pack& pack, const DraftValues& draft, const DraftReport& report, QWidget* parent)
    : QDialog(parent)
    , m_pack(pack)
    , m_draft(draft)
    , m_report(report)
    , m_changes(new QVBoxLayout)
    , m_comparison(new StatusLine(this))
    , m_checks(new QVBoxLayout)
    , m_rarity(new RarityPanel(this))
    , m_scroll(new QScrollArea(this))
    , m_table(new QTableWidget(this))
    , m_dumpButton(new QPushButton(tr("Show the &bytes"), this))
    , m_dump(new QPlainTextEdit(this))
    , m_status(new StatusLine(this))
    , m_buttons(new QDialogButtonBox(this)) {
    setObjectName(QStringLiteral("reviewDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Review before signing"));
    auto* sentence = wrappedLabel(report.sentence, this);
    sentence->setObjectName(QStringLiteral("reviewSentence"));
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* gauge = new SizeGauge(this);
    gauge->setObjectName(QStringLiteral("reviewSize"));
    gauge->setBytes(report.bytes);
    auto* later =
        wrappedLabel(tr("Public key, time, running number, your outcome before this one and the signature are "
                        "added when it leaves. Nothing else is. The size counts them."),
                     this);
    theme::makeQuiet(*later);
    auto* stays =
        wrappedLabel(tr("What is not listed above: your record number, your private key, this draft with the times you "
                        "worked on it, "
                        "fields that are empty, and what you typed before you chose a term. Which peers receive "
                        "the outcome depends on what they ask for."),
                     this);
    stays->setObjectName(QStringLiteral("reviewStays"));
    m_dumpButton->setObjectName(QStringLiteral("reviewBytesButton"));
    m_dumpButton->setCheckable(true);
    m_dumpButton->setAutoDefault(false);
    m_dumpButton->setToolTip(
        tr("Every byte that is fixed now, in hexadecimal digits and in the order in which they leave"));
    m_dump->setObjectName(QStringLiteral("reviewBytes"));
    m_dump->setAccessibleName(tr("Bytes that leave, in hexadecimal digits"));
    m_dump->setReadOnly(true);
    m_dump->setTabChangesFocus(true);
    m_dump->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_dump->setLayoutDirection(Qt::LeftToRight);
    m_dump->setPlainText(format::hexDump(shownBytes()));
    const int lines = std::clamp(m_dump->blockCount() + 1, 2, kDumpLines);
    m_dump->setFixedHeight(QFontMetrics(m_dump->font()).lineSpacing() * lines + 2 * m_dump->frameWidth());
    m_dump->hide();
    m_status->setObjectName(QStringLiteral("reviewStatus"));
    auto* sign = m_buttons->addButton(tr("&Sign"), QDialogButtonBox::AcceptRole);
    sign->setObjectName(QStringLiteral("reviewSign"));
    sign->setDefault(true);
    auto* back = m_buttons->addButton(tr("&Back to the form"), QDialogButtonBox::RejectRole);
    back->setObjectName(QStringLiteral("reviewBack"));
    back->setAutoDefault(false);

    m_comparison->setObjectName(QStringLiteral("reviewComparison"));
    m_comparison->setMessage(theme::Glyph::Clock, tr("Comparing it with what is held here."));
    m_rarity->hide();
    m_checks->setContentsMargins(0, 0, 0, 0);
    m_checks->addWidget(m_comparison);
    auto* content = new QWidget(this);
    content->setAutoFillBackground(false);
    m_scroll->setObjectName(QStringLiteral("reviewScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(content);

    auto* layout = new QVBoxLayout(content);
    const int gap = theme::gap(*this);
    theme::setMargins(*layout, *this, 0, 0, gap, 0);
    layout->setSpacing(gap * 3 / 2);
    layout->addWidget(headingLabel(tr("In words"), this));
    layout->addWidget(sentence);
    layout->addLayout(m_changes);
    layout->addWidget(headingLabel(tr("Signed before? Rare?"), this));
    layout->addLayout(m_checks);
    layout->addWidget(m_rarity);
    layout->addWidget(headingLabel(tr("What leaves this building"), this));
    layout->addWidget(buildTable(pack, draft), 1);
    layout->addWidget(gauge);
    layout->addWidget(later);
    layout->addWidget(m_dumpButton, 0, Qt::AlignLeading);
    layout->addWidget(m_dump);
    layout->addWidget(headingLabel(tr("What stays here"), this));
    layout->addWidget(stays);
    for (const FieldProblem& warning : report.warnings) {
        auto* line = new StatusLine(this);
        line->setObjectName(QStringLiteral("reviewWarning"));
        line->setMessage(theme::Glyph::Warning, warning.detail);
        layout->addWidget(line);
    }
    auto* whole = new QVBoxLayout(this);
    whole->setSpacing(gap);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(m_status);
    whole->addWidget(m_buttons);
    resize(theme::columns(*this, kColumns), fontMetrics().height() * kRows);

    connect(m_dumpButton, &QPushButton::toggled, this, &ReviewDialog::toggleDump);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ReviewDialog::trySigning);
    connect(m_rarity, &RarityPanel::broadenRequested, this, &ReviewDialog::broadenRequested);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    sign->setFocus();
}

QWidget* ReviewDialog::buildTable(const Pack& pack, const DraftValues& draft) {
    m_table->setObjectName(QStringLiteral("reviewTable"));
    m_table->setAccessibleName(tr("Parts of the packet"));
    m_table->setColumnCount(PartColumnCount);
    m_table->setHorizontalHeaderLabels({tr("Part"), tr("Value"), tr("Bytes")});
    m_table->setRowCount(static_cast<int>(m_report.parts.size()));
    makeReadingTable(*m_table);
    m_table->setAlternatingRowColors(true);
    m_table->setMinimumHeight(fontMetrics().height() * kTableLines);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(PartName, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(PartValue, QHeaderView::Stretch);
    header->setSectionResizeMode(PartBytes, QHeaderView::Stretch);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QList<PacketPart> parts = m_report.parts;
    std::stable_sort(parts.begin(), parts.end(),
                     [](const PacketPart& a, const PacketPart& b) { return rankOf(a) < rankOf(b); });
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const PacketPart& part = parts.at(row);
        const QString name = labelOf(part, pack);
        const QString value = part.madeLater ? tr("Added when it leaves") : valueOf(part, pack, draft);
        const QString bytes = format::hexPairs(part.bytes);
        // In a mirrored window digits keep the order in which they leave, and texts that of their words.
        const auto digits = [this](const QString& text) {
            constexpr char16_t kLeftToRight = 0x2066;
            constexpr char16_t kPop = 0x2069;
            return isRightToLeft() && !text.isEmpty() ? QString(QChar(kLeftToRight) % text % QChar(kPop)) : text;
        };
        auto* nameItem = new QTableWidgetItem(name);
        auto* valueItem = new QTableWidgetItem(value);
        auto* bytesItem = new QTableWidgetItem(digits(bytes));
        //: Read aloud for one row. %1: name of a part, %2: its value, %Ln: how many bytes it takes
        const QString spoken = tr("%1: %2, %Ln byte(s)", nullptr, static_cast<int>(part.bytes.size())).arg(name, value);
        nameItem->setData(Qt::AccessibleTextRole, spoken);
        bytesItem->setFont(fixed);
        if (part.madeLater) {
            QFont slanted = valueItem->font();
            slanted.setItalic(true);
            valueItem->setFont(slanted);
        }
        for (QTableWidgetItem* item : {nameItem, valueItem, bytesItem}) {
            item->setTextAlignment(Qt::AlignLeading | Qt::AlignVCenter);
            item->setToolTip(item->text());
        }
        m_table->setItem(row, PartName, nameItem);
        m_table->setItem(row, PartValue, valueItem);
        m_table->setItem(row, PartBytes, bytesItem);
    }
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return m_table;
}

QString ReviewDialog::valueOf(const PacketPart& part, const Pack& pack, const DraftValues& draft) {
    const auto fieldsOn = [&draft](QLatin1String side) {
        const auto keys = draft.fields.keys();
        const auto count =
            std::count_if(keys.cbegin(), keys.cend(), [side](const QString& path) { return path.startsWith(side); });
        return tr("%Ln field(s)", nullptr, static_cast<int>(count));
    };
    if (part.name == QLatin1String("pack"))
        //: %1: name of a domain, %2: its version
        return tr("%1, version %2").arg(pack.title, pack.version);
    if (part.name == QLatin1String("format"))
        return draft.amends.isEmpty() ? tr("Version 1, an outcome") : tr("Version 1, an amendment");
    if (part.name == QLatin1String("condition"))
        return fieldsOn(QLatin1String("condition."));
    if (part.name == QLatin1String("outcome"))
        return fieldsOn(QLatin1String("outcome."));
    if (part.name == QLatin1String("confidence") && draft.confidence)
        //: A percentage; translators may change the space and the place of the sign.
        return tr("%1 %").arg(format::count(*draft.confidence));
    if (part.name == QLatin1String("note"))
        return draft.note;
    if (part.name == QLatin1String("basis")) {
        const QString kind = draft.basis ? draft.basis->kind : QStringLiteral("case");
        QStringList numbers;
        if (draft.basis)
            for (const double number : draft.basis->numbers)
                numbers.append(QLocale().toString(number, 'g', QLocale::FloatingPointShortest));
        const QString label = format::basisLabel(kind);
        //: %1: what was observed, such as a 2 by 2 table; %2: its numbers, listed
        return numbers.isEmpty() ? label : tr("%1: %2").arg(label, QLocale().createSeparatedList(numbers));
    }
    return part.value;
}

void ReviewDialog::setEarlier(const DraftValues& draft, const DraftReport& report) {
    QMap<QString, ChangeTable::Change> byName;
    QStringList order;
    const auto read = [&](const DraftReport& of, const DraftValues& values, QString ChangeTable::Change::* member) {
        for (const PacketPart& part : of.parts) {
            if (part.madeLater || rankOf(part) != 0 || part.name == QLatin1String("target"))
                continue;
            if (!byName.contains(part.name))
                order.append(part.name);
            ChangeTable::Change& change = byName[part.name];
            change.part = labelOf(part, m_pack);
            change.*member = valueOf(part, m_pack, values);
        }
    };
    read(m_report, m_draft, &ChangeTable::Change::now);
    read(report, draft, &ChangeTable::Change::before);
    QList<ChangeTable::Change> changes;
    for (const QString& name : std::as_const(order))
        if (byName.value(name).before != byName.value(name).now)
            changes.append(byName.value(name));
    m_changes->addWidget(headingLabel(tr("What changes"), this));
    auto* line = new StatusLine(this);
    line->setObjectName(QStringLiteral("changeLine"));
    m_changes->addWidget(line);
    if (changes.isEmpty()) {
        line->setMessage(theme::Glyph::Warning, tr("Nothing differs from the outcome whose place this one takes."));
        return;
    }
    line->setMessage(theme::Glyph::Info, tr("Everyone who holds the earlier version is told. It counts no longer, and "
                                            "this one counts in its place."));
    auto* table = new ChangeTable(this);
    table->setChanges(changes);
    m_changes->addWidget(table);
}

QByteArray ReviewDialog::shownBytes() const {
    QByteArray bytes;
    for (const PacketPart& part : m_report.parts)
        bytes += part.bytes;
    return bytes;
}

void ReviewDialog::setExamination(const Examination& examination) {
    const int compared = static_cast<int>(qMin<qint64>(examination.compared, std::numeric_limits<int>::max()));
    if (compared == 0)
        m_comparison->setMessage(theme::Glyph::Info,
                                 tr("You have signed no outcome of this domain yet to compare with."));
    else if (examination.duplicates.isEmpty())
        m_comparison->setMessage(
            theme::Glyph::Good,
            tr("None of your %Ln outcome(s) of this domain looks like a report of the same patient.", nullptr,
               compared));
    else
        m_comparison->setMessage(theme::Glyph::Info,
                                 tr("Compared with %Ln outcome(s) of this domain that you signed.", nullptr, compared));
    for (const Duplicate& duplicate : examination.duplicates) {
        auto* panel = new DuplicatePanel(duplicate, this);
        m_checks->addWidget(panel);
        m_duplicates.append(panel);
        connect(panel, &DuplicatePanel::differentChosen, this, [this, panel] {
            panel->setBusy(true);
            Q_EMIT differentChosen(panel);
        });
        connect(panel, &DuplicatePanel::laterChosen, this, [this, duplicate] { Q_EMIT laterChosen(duplicate); });
        connect(panel, &DuplicatePanel::amendChosen, this, [this, duplicate] { Q_EMIT amendChosen(duplicate); });
        connect(panel, &DuplicatePanel::openRequested, this, [this, duplicate] { Q_EMIT earlierRequested(duplicate); });
    }
    m_rarity->setRarity(examination.rarity);
    examined();
}

void ReviewDialog::setUnexamined(const QString& sentence) {
    //: %1: why, as whole sentences
    m_comparison->setMessage(
        theme::Glyph::Warning,
        tr("It could not be compared with your earlier outcomes. %1 You can sign it all the same.").arg(sentence));
    examined();
}

void ReviewDialog::examined() {
    m_examined = true;
    m_status->clear();
    if (std::exchange(m_signWanted, false))
        trySigning();
}

void ReviewDialog::trySigning() {
    if (!m_examined) {
        m_signWanted = true;
        m_status->setMessage(theme::Glyph::Clock, tr("Signing waits for the comparison with your earlier outcomes."));
        return;
    }
    const auto open = std::find_if(m_duplicates.cbegin(), m_duplicates.cend(),
                                   [](const DuplicatePanel* panel) { return !panel->isSettled(); });
    if (open == m_duplicates.cend()) {
        Q_EMIT signRequested();
        return;
    }
    m_status->setMessage(theme::Glyph::Problem, tr("Say first whether this is a different patient."));
    m_scroll->ensureWidgetVisible((*open)->differentButton());
    (*open)->differentButton()->setFocus(Qt::OtherFocusReason);
}

void ReviewDialog::toggleDump(bool shown) {
    m_dump->setVisible(shown);
    m_dumpButton->setText(shown ? tr("Hide the &bytes") : tr("Show the &bytes"));
}

void ReviewDialog::showTrouble(const QString& sentence) {
    setBusy(false);
    m_status->setMessage(theme::Glyph::Problem, sentence);
}

void ReviewDialog::setBusy(bool busy) {
    m_buttons->setEnabled(!busy);
}

} // namespace qis::ui
