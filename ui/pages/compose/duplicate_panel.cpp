#include "pages/compose/duplicate_panel.h"

#include "format/numbers.h"
#include "format/outcomes.h"
#include "theme/glyph.h"
#include "theme/theme.h"
#include "widgets/flow_layout.h"
#include "widgets/reading_table.h"
#include "widgets/status_line.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <array>

namespace qis::ui {

namespace {

constexpr int kMostRows = 9;
enum Column : quint8 { Name, Mine, Earlier, Comparison, ColumnCount };

QString agreementWord(const QString& agreement) {
    if (agreement == QLatin1String("same"))
        //: How two values compare
        return DuplicatePanel::tr("Same");
    if (agreement == QLatin1String("near"))
        //: How two values compare: close numbers, or lists that share something
        return DuplicatePanel::tr("Alike");
    if (agreement == QLatin1String("differs"))
        //: How two values compare
        return DuplicatePanel::tr("Differs");
    if (agreement == QLatin1String("only-mine"))
        //: How two values compare: only this draft has one
        return DuplicatePanel::tr("Only here");
    //: How two values compare: only the earlier outcome has one
    return DuplicatePanel::tr("Only there");
}

QString question(const Duplicate& duplicate) {
    const QString when = format::dateTime(duplicate.issued);
    if (duplicate.sameRecord)
        //: %1: date and time
        return DuplicatePanel::tr(
                   "The outcome that you signed on %1 has the same record number of yours. Is this the same "
                   "case, or another one of that patient?")
            .arg(when);
    if (duplicate.equal)
        //: %1: date and time
        return DuplicatePanel::tr("You signed exactly this outcome before, %1. Is this another patient?").arg(when);
    //: %1: date and time, %2: a percentage
    return DuplicatePanel::tr(
               "Is this the patient of the outcome that you signed on %1? Going by what both record, the chance is "
               "about %2. This assumes that one new outcome in twenty repeats an earlier one.")
        .arg(when, format::share(static_cast<double>(duplicate.chance) / 100));
}

} // namespace

DuplicatePanel::DuplicatePanel(const Duplicate& duplicate, QWidget* parent)
    : QFrame(parent)
    , m_duplicate(duplicate)
    , m_question(new StatusLine(this))
    , m_table(new QTableWidget(this))
    , m_answer(new StatusLine(this))
    , m_different(new QPushButton(tr("&Different patient"), this))
    , m_later(new QPushButton(tr("Decide &later"), this))
    , m_open(new QPushButton(tr("&Open the earlier outcome"), this))
    , m_amend(new QPushButton(tr("Same patient: &amend that one"), this)) {
    setObjectName(QStringLiteral("duplicatePanel"));
    setFrameShape(QFrame::StyledPanel);
    m_question->setObjectName(QStringLiteral("duplicateQuestion"));
    m_question->setMessage(theme::Glyph::Warning, question(duplicate));
    m_answer->setObjectName(QStringLiteral("duplicateAnswer"));
    m_different->setObjectName(QStringLiteral("duplicateDifferent"));
    if (duplicate.sameRecord) {
        m_different->setText(tr("&Different case"));
        m_amend->setText(tr("Same case: &amend that one"));
    }
    m_different->setToolTip(tr("Go on; what you decided is kept in this home"));
    m_later->setObjectName(QStringLiteral("duplicateLater"));
    m_later->setToolTip(tr("Sign nothing now; the draft is kept"));
    m_open->setObjectName(QStringLiteral("duplicateOpen"));
    m_open->setToolTip(tr("Sign nothing now; the earlier outcome is selected in the list, where it can be retracted"));
    m_amend->setObjectName(QStringLiteral("duplicateAmend"));
    m_amend->setToolTip(tr("What you have written takes the place of the earlier outcome; you see what changes first"));
    m_amend->setVisible(!duplicate.id.isEmpty());
    if (duplicate.id.isEmpty()) {
        // One that has not left yet is taken back instead.
        m_open->setText(duplicate.sameRecord ? tr("Same case: &take that one back…")
                                             : tr("Same patient: &take that one back…"));
        m_open->setToolTip(tr("Sign nothing now; the earlier outcome is selected in the list, where it can be undone"));
    }
    auto* buttons = new QWidget(this);
    auto* flow = new FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(theme::gap(*this));
    for (QPushButton* button : {m_different, m_amend, m_later, m_open}) {
        button->setAutoDefault(false);
        flow->addWidget(button);
    }
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap(*this));
    layout->addWidget(m_question);
    layout->addWidget(m_table);
    layout->addWidget(m_answer);
    layout->addWidget(buttons);
    connect(m_different, &QPushButton::clicked, this, &DuplicatePanel::differentChosen);
    connect(m_later, &QPushButton::clicked, this, &DuplicatePanel::laterChosen);
    connect(m_open, &QPushButton::clicked, this, &DuplicatePanel::openRequested);
    connect(m_amend, &QPushButton::clicked, this, &DuplicatePanel::amendChosen);
    if (duplicate.decision == QLatin1String("different")) {
        m_settled = true;
        m_different->hide();
        //: %1: date and time
        m_answer->setMessage(theme::Glyph::Good,
                             (duplicate.sameRecord ? tr("You decided %1 that this is a different case.")
                                                   : tr("You decided %1 that this is a different patient."))
                                 .arg(format::dateTime(duplicate.decidedAt)));
    } else if (duplicate.decision == QLatin1String("later")) {
        //: %1: date and time
        m_answer->setMessage(theme::Glyph::Clock,
                             tr("You put this off %1.").arg(format::dateTime(duplicate.decidedAt)));
    }
}

void DuplicatePanel::buildTable() {
    m_table->setObjectName(QStringLiteral("duplicateTable"));
    m_table->setAccessibleName(tr("This draft and the earlier outcome, field by field"));
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels({tr("Field"), tr("This draft"), tr("Earlier outcome"),
                                        //: Heading of a column: Same, Alike, Differs
                                        tr("Comparison")});
    m_table->setRowCount(static_cast<int>(m_duplicate.fields.size()));
    makeReadingTable(*m_table);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(Name, QHeaderView::Stretch);
    header->setSectionResizeMode(Mine, QHeaderView::Stretch);
    header->setSectionResizeMode(Earlier, QHeaderView::Stretch);
    header->setSectionResizeMode(Comparison, QHeaderView::ResizeToContents);
    //: In the place of a value that was not recorded
    const QString nothing = tr("not recorded");
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ComparedField& field = m_duplicate.fields.at(row);
        const QString name = field.label.isEmpty() ? format::packetPart(field.field) : field.label;
        const QString mine = field.mine.isEmpty() ? nothing : field.mine;
        const QString earlier = field.earlier.isEmpty() ? nothing : field.earlier;
        const QString word = agreementWord(field.agreement);
        const std::array items = {new QTableWidgetItem(name), new QTableWidgetItem(mine), new QTableWidgetItem(earlier),
                                  new QTableWidgetItem(word)};
        //: Read aloud for one row. %1: field, %2: how it compares, %3: value of the draft, %4: earlier value
        items[Name]->setData(Qt::AccessibleTextRole,
                             tr("%1: %2. This draft: %3. Earlier: %4.").arg(name, word, mine, earlier));
        const bool differs = field.agreement == QLatin1String("differs");
        if (differs)
            items[Comparison]->setIcon(theme::icon(theme::Glyph::Warning));
        for (int column = 0; column < ColumnCount; ++column) {
            QTableWidgetItem* item = items.at(static_cast<std::size_t>(column));
            QFont font = item->font();
            font.setBold(differs && column != Name);
            item->setFont(font);
            item->setToolTip(item->text());
            m_table->setItem(row, column, item);
        }
    }
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    const int line = fontMetrics().height() * 7 / 4;
    m_table->setMinimumHeight((qMin(m_table->rowCount(), kMostRows) + 1) * line + 2 * m_table->frameWidth());
}

void DuplicatePanel::settle() {
    m_settled = true;
    setBusy(false);
    m_different->hide();
    m_answer->setMessage(theme::Glyph::Good, m_duplicate.sameRecord
                                                 ? tr("Decided: a different case. You can sign.")
                                                 : tr("Decided: a different patient. You can sign."));
}

void DuplicatePanel::setBusy(bool busy) {
    for (QPushButton* button : {m_different, m_amend, m_later, m_open})
        button->setEnabled(!busy);
}

void DuplicatePanel::showTrouble(const QString& sentence) {
    setBusy(false);
    m_answer->setMessage(theme::Glyph::Problem, sentence);
}

} // namespace qis::ui
