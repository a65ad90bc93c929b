#include "pages/evidence/distribution_view.h"

#include "pages/evidence/evidence_data.h"
#include "plots/plot_view.h"
#include "theme/theme.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

DistributionView::DistributionView(QWidget* parent)
    : QWidget(parent)
    , m_fields(new QComboBox(this))
    , m_plot(new PlotView(QStringLiteral("distribution"), this)) {
    setObjectName(QStringLiteral("distributionView"));
    m_fields->setObjectName(QStringLiteral("distributionField"));
    m_fields->setAccessibleName(tr("Part of the outcome"));
    m_fields->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* label = new QLabel(tr("Part of the &outcome:"), this);
    label->setBuddy(m_fields);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::gap(*this));
    top->addWidget(label);
    top->addWidget(m_fields);
    top->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::gap(*this));
    column->addLayout(top);
    column->addWidget(m_plot);
    connect(m_fields, &QComboBox::activated, this,
            [this](int index) { chooseField(m_fields->itemData(index).toString()); });
}

void DistributionView::chooseField(const QString& field) {
    m_wanted = field;
    m_fields->setCurrentIndex(qMax(0, m_fields->findData(field)));
    showChosen();
}

void DistributionView::setEvidence(const Evidence& evidence) {
    m_evidence = evidence;
    bool same = m_fields->count() == evidence.distributions.size();
    for (int index = 0; same && index < m_fields->count(); ++index)
        same = m_fields->itemData(index).toString() == evidence.distributions.at(index).field;
    if (!same) {
        const QSignalBlocker blocker(m_fields);
        m_fields->clear();
        for (const Distribution& one : evidence.distributions)
            m_fields->addItem(one.label, one.field);
        m_fields->setCurrentIndex(qMax(0, m_fields->findData(m_wanted)));
    }
    setVisible(!evidence.distributions.isEmpty());
    showChosen();
}

void DistributionView::showChosen() {
    const int index = m_fields->currentIndex();
    if (index >= 0 && index < m_evidence.distributions.size())
        m_plot->setPlotData(distributionOf(m_evidence, m_evidence.distributions.at(index)));
}

} // namespace qis::ui
