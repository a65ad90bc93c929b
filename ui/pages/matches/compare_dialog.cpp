#include "pages/matches/compare_dialog.h"

#include "bridge/engine_bridge.h"
#include "bridge/explanation_model.h"
#include "format/numbers.h"
#include "format/sentences.h"
#include "pages/matches/match_caution.h"
#include "pages/matches/points_table.h"
#include "theme/theme.h"
#include "widgets/plain_label.h"
#include "widgets/status_line.h"

#include <QtCore/QLocale>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace qis::ui {

namespace {

constexpr int kDialogColumns = 130;
constexpr int kRows = 34;
constexpr int kPointsColumns = 18;

QString siteOf(const Match& match) {
    return match.siteName.isEmpty() ? format::shortKey(match.author) : match.siteName;
}

} // namespace

CompareDialog::CompareDialog(QString one, QString other, QWidget* parent)
    : QDialog(parent)
    , m_one(std::move(one))
    , m_other(std::move(other))
    , m_model(new ExplanationModel(this))
    , m_head(plainLabel("compareHead", this))
    , m_oneSentence(plainLabel("compareOne", this))
    , m_otherSentence(plainLabel("compareOther", this))
    , m_caution(new StatusLine(this))
    , m_table(new PointsTable(QStringLiteral("compareTable"), m_model, this))
    , m_sum(plainLabel("compareSum", this))
    , m_onlyOne(plainLabel("compareOnlyOne", this))
    , m_onlyOther(plainLabel("compareOnlyOther", this))
    , m_note(plainLabel("compareNote", this)) {
    setObjectName(QStringLiteral("compareDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Side by side"));
    build();
}

CompareDialog::CompareDialog(EngineBridge& bridge, const Match& match, const QString& asked, QWidget* parent)
    //: Heading of a column: what this home asks for
    : CompareDialog(tr("Mine"), siteOf(match), parent) {
    m_oneSentence->setText(asked);
    m_otherSentence->setText(match.sentence);
    m_note->setText(tr("Only what the interest asks for earns points. Points say how alike two outcomes are, not what "
                       "is true of patients."));
    bridge.explainMatch(match.id, match.profile, this, [this](const Result<Explanation>& result) { take(result); });
}

CompareDialog::CompareDialog(EngineBridge& bridge, const Match& one, const Match& other, QWidget* parent)
    : CompareDialog(siteOf(one), siteOf(other), parent) {
    if (m_one == m_other) {
        //: Heading of a column when both outcomes are from one site. %1: site
        m_one = tr("%1, the first").arg(m_one);
        //: Heading of a column when both outcomes are from one site. %1: site
        m_other = tr("%1, the second").arg(m_other);
        m_model->setSides(m_one, m_other);
    }
    m_oneSentence->setText(one.sentence);
    m_otherSentence->setText(other.sentence);
    m_note->setText(tr("Compared by circumstances and by what happened. Outcomes that are alike may be of one patient; "
                       "a pair is not evidence."));
    bridge.compareOutcomes(one.id, other.id, this, [this](const Result<Explanation>& result) { take(result); });
}

void CompareDialog::build() {
    m_model->setSides(m_one, m_other);
    theme::makeHeading(*m_head, 2);
    theme::makeHeading(*m_sum, 2);
    theme::makeQuiet(*m_note);
    m_head->setText(tr("Comparing…"));
    m_caution->setObjectName(QStringLiteral("compareCaution"));
    m_table->setAccessibleName(tr("How the two compare, by what was compared"));
    m_table->setColumnWidth(ExplanationModel::Points, theme::columns(*this, kPointsColumns));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeDialog"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    const int gap = theme::gap(*this);
    auto* sentences = new QHBoxLayout;
    sentences->setSpacing(theme::wideGap(*this));
    for (const auto& [name, sentence] : {std::pair(m_one, m_oneSentence), std::pair(m_other, m_otherSentence)}) {
        auto* side = new QVBoxLayout;
        auto* title = new QLabel(name, this);
        title->setTextFormat(Qt::PlainText);
        QFont bold = title->font();
        bold.setBold(true);
        title->setFont(bold);
        side->setSpacing(gap / 2);
        side->addWidget(title);
        side->addWidget(sentence);
        side->addStretch(1);
        sentences->addLayout(side, 1);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(gap * 2);
    layout->addWidget(m_head);
    layout->addLayout(sentences);
    layout->addWidget(m_caution);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_sum);
    layout->addWidget(m_onlyOne);
    layout->addWidget(m_onlyOther);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    resize(theme::columns(*this, kDialogColumns), fontMetrics().height() * kRows);
    m_table->setFocus(Qt::OtherFocusReason);
}

void CompareDialog::take(const Result<Explanation>& result) {
    if (!result.ok()) {
        m_head->setText(tr("They could not be compared"));
        m_caution->setMessage(theme::Glyph::Problem, format::failureSentence(result.fault.code));
        Q_EMIT shown();
        return;
    }
    const Explanation& explanation = *result.value;
    m_model->setExplanation(explanation);
    //: %1: score, %2: share that is recorded in both
    m_head->setText(tr("%1 of 100 points alike, %2 recorded")
                        .arg(format::score(explanation.score), format::percent(explanation.coverage)));
    showCaution(*m_caution, explanation);
    //: Under the table of points. %1: sum of the points; it is the score.
    m_sum->setText(tr("Sum of the points: %1").arg(format::score(m_model->pointSum())));
    const QLocale locale;
    const auto only = [&locale](QLabel* label, const QString& name, const QStringList& terms) {
        label->setText(terms.isEmpty()
                           //: %1: which of the two; nothing in its lists of terms is missing in the other
                           ? tr("Only in %1: nothing").arg(name)
                           //: %1: which of the two, %2: a list of terms
                           : tr("Only in %1: %2").arg(name, locale.createSeparatedList(terms)));
    };
    only(m_onlyOne, m_one, explanation.onlyMine);
    only(m_onlyOther, m_other, explanation.onlyTheirs);
    fitRows();
    Q_EMIT shown();
}

void CompareDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    fitRows();
}

void CompareDialog::fitRows() {
    m_table->resizeRowsToContents();
}

} // namespace qis::ui
