#include "pages/matches/explanation_panel.h"

#include "bridge/engine_bridge.h"
#include "bridge/explanation_model.h"
#include "format/numbers.h"
#include "format/sentences.h"
#include "pages/matches/match_caution.h"
#include "pages/matches/points_table.h"
#include "pages/matches/rank_line.h"
#include "theme/theme.h"
#include "widgets/empty_state.h"
#include "widgets/page_stack.h"
#include "widgets/plain_label.h"
#include "widgets/status_line.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace qis::ui {

ExplanationPanel::ExplanationPanel(EngineBridge& bridge, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_model(new ExplanationModel(this))
    , m_stack(new PageStack(this))
    , m_empty(new EmptyState(this))
    , m_score(plainLabel("explainScore", this))
    , m_sentence(plainLabel("explainSentence", this))
    , m_caution(new StatusLine(this))
    , m_history(new QPushButton(tr("What became of it…"), this))
    , m_table(new PointsTable(QStringLiteral("explanationTable"), m_model, this))
    , m_sum(plainLabel("explainSum", this))
    , m_rank(new RankLine(bridge, this))
    , m_onlyMine(plainLabel("explainOnlyMine", this))
    , m_onlyTheirs(plainLabel("explainOnlyTheirs", this))
    , m_origin(plainLabel("explainOrigin", this))
    , m_definition(new QPushButton(tr("Show the definition"), this)) {
    setObjectName(QStringLiteral("explanationPanel"));
    theme::makeHeading(*m_score, 2);
    theme::makeHeading(*m_sum, 2);
    theme::makeQuiet(*m_origin);
    m_caution->setObjectName(QStringLiteral("explainCaution"));
    m_history->setObjectName(QStringLiteral("explainHistory"));
    m_history->setToolTip(tr("Its versions, and what each of them changed (H in the list)"));
    m_history->setAutoDefault(false);
    m_definition->setObjectName(QStringLiteral("explainDefinition"));
    m_definition->setToolTip(tr("What is compared, and how much each part weighs"));
    m_definition->setAutoDefault(false);

    m_table->setAccessibleName(tr("Why it matched, by what was compared"));

    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    const int gap = theme::gap(*this);
    column->setContentsMargins(0, gap, 0, 0);
    column->setSpacing(gap);
    column->addWidget(m_score);
    column->addWidget(m_sentence);
    auto* caution = new QHBoxLayout;
    caution->setSpacing(gap * 2);
    caution->addWidget(m_caution, 1);
    caution->addWidget(m_history, 0, Qt::AlignTop);
    column->addLayout(caution);
    column->addWidget(m_table, 1);
    column->addWidget(m_sum);
    column->addWidget(m_rank);
    column->addWidget(m_onlyMine);
    column->addWidget(m_onlyTheirs);
    auto* origin = new QHBoxLayout;
    origin->setSpacing(gap * 2);
    origin->addWidget(m_origin, 1);
    origin->addWidget(m_definition, 0, Qt::AlignBottom);
    column->addLayout(origin);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_history, &QPushButton::clicked, this, &ExplanationPanel::historyRequested);
    connect(m_definition, &QPushButton::clicked, this, &ExplanationPanel::definitionRequested);
    clear();
}

QWidget* ExplanationPanel::table() const {
    return m_stack->currentIndex() == 1 ? m_table : nullptr;
}

void ExplanationPanel::clear() {
    m_id.clear();
    m_model->clear();
    m_rank->clear();
    m_empty->setMessage(tr("Why it matched"), tr("Choose a match above to see point by point why it is alike."));
    m_stack->setCurrentIndex(0);
}

void ExplanationPanel::explain(const QString& id, const QString& profile) {
    m_id = id;
    m_profile = profile;
    m_bridge.explainMatch(id, profile, this, [this, id, profile](const Result<Explanation>& result) {
        if (id != m_id || profile != m_profile)
            return;
        if (!result.ok()) {
            m_empty->setMessage(tr("It could not be explained"), format::failureSentence(result.fault.code));
            m_stack->setCurrentIndex(0);
            return;
        }
        show(*result.value);
    });
}

void ExplanationPanel::show(const Explanation& explanation) {
    m_model->setExplanation(explanation);
    const QString site = explanation.siteName.isEmpty() ? format::shortKey(explanation.author) : explanation.siteName;
    //: %1: score, %2: share that is recorded, %3: site
    m_score->setText(tr("%1 of 100 points, on %2 of what you recorded, from %3")
                         .arg(format::score(explanation.score), format::percent(explanation.coverage), site));
    m_sentence->setText(explanation.sentence);
    showCaution(*m_caution, explanation);
    m_history->setVisible(explanation.retracted || explanation.amended || explanation.amendment);
    //: Under the table of points. %1: sum of the points; it is the score.
    m_sum->setText(tr("Sum of the points: %1").arg(format::score(m_model->pointSum())));
    if (explanation.excluded)
        m_rank->clear(); // what is left out has no score
    else
        m_rank->ask(m_id, m_profile);
    const QLocale locale;
    //: %1: a list of terms
    m_onlyMine->setText(tr("Only in mine: %1").arg(locale.createSeparatedList(explanation.onlyMine)));
    m_onlyMine->setVisible(!explanation.onlyMine.isEmpty());
    //: %1: a list of terms
    m_onlyTheirs->setText(tr("Only in theirs: %1").arg(locale.createSeparatedList(explanation.onlyTheirs)));
    m_onlyTheirs->setVisible(!explanation.onlyTheirs.isEmpty());
    const QString key = format::shortKey(explanation.author);
    m_origin->setText(explanation.signatureValid
                          //: %1: key of the author, %2: name and version of the definition of similarity
                          ? tr("Signature checked, author %1. Similarity by %2.").arg(key, explanation.definition)
                          //: %1: key of the author, %2: name and version of the definition of similarity
                          : tr("Signature not valid, author %1. Similarity by %2.").arg(key, explanation.definition));
    m_stack->setCurrentIndex(1);
    m_table->setColumnWidth(ExplanationModel::Points, theme::columns(*this, 20));
    fitRows();
    Q_EMIT shown();
}

void ExplanationPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitRows();
}

void ExplanationPanel::fitRows() {
    if (m_stack->currentIndex() == 1)
        m_table->resizeRowsToContents();
}

} // namespace qis::ui
