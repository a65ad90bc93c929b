#include "pages/similarity/similarity_page.h"

#include "bridge/definition_model.h"
#include "bridge/engine_bridge.h"
#include "format/numbers.h"
#include "format/sentences.h"
#include "theme/theme.h"
#include "widgets/empty_state.h"
#include "widgets/fact_list.h"
#include "widgets/page_stack.h"
#include "widgets/plain_table.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace qis::ui {

namespace {

constexpr int kTenths = 1000;

} // namespace

SimilarityPage::SimilarityPage(EngineBridge& bridge, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_model(new DefinitionModel(this))
    , m_stack(new PageStack(this))
    , m_empty(new EmptyState(this))
    , m_pack(new QComboBox(this))
    , m_facts(new FactList(this))
    , m_table(new PlainTable(QStringLiteral("definitionTable"), m_model, DefinitionModel::SortRole,
                             DefinitionModel::Kernel, this)) {
    setObjectName(QStringLiteral("similarityPage"));
    m_pack->setObjectName(QStringLiteral("definitionPack"));
    m_pack->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_facts->setObjectName(QStringLiteral("definitionFacts"));
    m_table->setAccessibleName(tr("What is compared, and how"));
    m_table->sortByColumn(DefinitionModel::Weight, Qt::DescendingOrder);
    m_table->setColumns(DefinitionModel::Label, 30);
    m_table->setColumns(DefinitionModel::Side, 16);
    m_table->setColumns(DefinitionModel::Weight, 12);
    m_table->setColumns(DefinitionModel::Floor, 14);
    m_table->setColumns(DefinitionModel::Missing, 28);
    m_empty->setMessage(tr("Reading the definitions"), {});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(build());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_pack, &QComboBox::activated, this, &SimilarityPage::readDefinition);
    connect(m_empty->actionButton(), &QPushButton::clicked, this, &SimilarityPage::reload);
}

QWidget* SimilarityPage::build() {
    auto* page = new QWidget(this);
    auto* label = new QLabel(tr("&Domain:"), page);
    label->setBuddy(m_pack);
    auto* what = new QLabel(tr("How alike two outcomes are is defined here, for everybody in the same way. For a "
                               "question about rates the condition side alone is compared, so that what happened does "
                               "not choose its own evidence. The definition comes with the domain pack and cannot be "
                               "changed here."),
                            page);
    what->setObjectName(QStringLiteral("definitionText"));
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    theme::makeQuiet(*what);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::gap(*this) * 2);
    top->addWidget(label);
    top->addWidget(m_pack);
    top->addStretch(1);
    auto* column = new QVBoxLayout(page);
    const int margin = theme::wideGap(*this) * 2 / 3;
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    column->addLayout(top);
    column->addWidget(what);
    column->addWidget(m_facts);
    column->addWidget(m_table, 1);
    return page;
}

QList<Pane> SimilarityPage::panes() const {
    if (m_stack->currentWidget() == m_empty)
        return {{m_empty, m_empty->actionButton()}};
    return {{m_pack, m_pack}, {m_table, m_table, true}};
}

void SimilarityPage::reload() {
    m_bridge.listPacks(this, [this](const Result<QList<Pack>>& result) {
        if (result.ok())
            showPacks(*result.value);
        else
            showTrouble(format::failureSentence(result.fault.code));
    });
}

void SimilarityPage::choosePack(const QString& id) {
    const int place = m_pack->findData(id);
    if (place < 0) {
        m_wanted = id;
    } else if (place != m_pack->currentIndex()) {
        m_pack->setCurrentIndex(place);
        readDefinition();
    }
}

void SimilarityPage::showPacks(const QList<Pack>& packs) {
    if (packs.isEmpty()) {
        showTrouble(tr("No domain pack is installed, so there is nothing to compare yet."));
        return;
    }
    const QString chosen = m_wanted.isEmpty() ? m_pack->currentData().toString() : std::exchange(m_wanted, QString());
    const QSignalBlocker blocker(m_pack);
    m_packs = packs;
    m_pack->clear();
    for (const Pack& pack : packs)
        m_pack->addItem(pack.title, pack.id);
    m_pack->setCurrentIndex(qMax(0, m_pack->findData(chosen)));
    readDefinition();
}

void SimilarityPage::readDefinition() {
    const QString pack = m_pack->currentData().toString();
    const QJsonObject request = {{QStringLiteral("command"), QStringLiteral("pack-show")},
                                 {QStringLiteral("pack"), pack}};
    m_bridge.runCommand(QJsonDocument(request).toJson(QJsonDocument::Compact), this,
                        [this, pack](const Result<CommandResult>& result) {
                            if (pack != m_pack->currentData().toString())
                                return;
                            if (result.ok())
                                showDefinition(*result.value);
                            else
                                showTrouble(format::failureSentence(result.fault.code));
                        });
}

void SimilarityPage::showTrouble(const QString& sentence) {
    m_empty->setMessage(tr("There is no definition to show"), sentence);
    m_empty->setAction(tr("&Try again"));
    m_stack->setCurrentWidget(m_empty);
}

void SimilarityPage::showDefinition(const CommandResult& answer) {
    const auto definition = parseDefinition(answer.json);
    if (answer.exitCode != 0 || !definition) {
        showTrouble(format::failureSentence(QStringLiteral("bad-definition")));
        return;
    }
    m_model->setDefinition(*definition);
    m_stack->setCurrentIndex(1);
    //: %1: name of a definition, %2: its version
    m_facts->setFact(QStringLiteral("definitionName"), tr("In force:"),
                     tr("%1, version %2").arg(definition->id, format::count(definition->version)));
    m_facts->setFact(QStringLiteral("definitionTheta"), tr("A match from:"),
                     //: %1: a score
                     tr("%1 of 100 points, unless an interest asks for more")
                         .arg(format::score(qRound(definition->theta * kTenths))));
    m_facts->setFact(QStringLiteral("definitionHash"), tr("Fingerprint:"), format::shortKey(definition->hash));
    for (const Pack& pack : std::as_const(m_packs))
        if (pack.id == m_pack->currentData().toString())
            //: %1: title of a domain pack, %2: its version
            m_facts->setFact(QStringLiteral("definitionPackVersion"), tr("From the pack:"),
                             tr("%1, version %2").arg(pack.title, pack.version));
}

} // namespace qis::ui
