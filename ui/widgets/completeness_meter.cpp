#include "widgets/completeness_meter.h"

#include "format/numbers.h"
#include "theme/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kWhole = 100;
constexpr int kDecimals = 2;
constexpr int kLeastReasons = 3;

QString partOfOne(int hundredths) {
    return format::number(static_cast<double>(hundredths) / kWhole, kDecimals);
}

} // namespace

CompletenessMeter::CompletenessMeter(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_reasons(new QListWidget(this))
    , m_meaning(new QLabel(tr("This says how well it is documented, not whether it is true."), this)) {
    setObjectName(QStringLiteral("completeness"));
    m_text->setObjectName(QStringLiteral("completenessText"));
    m_text->setWordWrap(true);
    m_bar->setObjectName(QStringLiteral("completenessBar"));
    m_bar->setAccessibleName(tr("How much is recorded"));
    m_bar->setRange(0, kWhole);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(qMax(4, fontMetrics().height() / 2));
    m_reasons->setObjectName(QStringLiteral("completenessReasons"));
    m_reasons->setAccessibleName(tr("What would document it better"));
    m_reasons->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_reasons->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_reasons->setTabKeyNavigation(false);
    m_reasons->setUniformItemSizes(true);
    m_meaning->setWordWrap(true);
    theme::makeQuiet(*m_meaning);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap(*this) / 2);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_meaning);
    // As many of them as there is room for.
    constexpr int kMost = 100;
    layout->addWidget(m_reasons, kMost);
    layout->addStretch(1);
    const auto activate = [this](const QListWidgetItem* item) {
        Q_EMIT reasonActivated(item->data(Qt::UserRole).toString());
    };
    connect(m_reasons, &QListWidget::itemActivated, this, activate);
    connect(m_reasons, &QListWidget::itemClicked, this, activate);
    sizeList();
    setCompleteness(std::nullopt, {});
}

void CompletenessMeter::setCompleteness(const std::optional<Completeness>& completeness, const QString& source) {
    setVisible(completeness.has_value());
    m_reasons->clear();
    if (!completeness)
        return;
    //: How much is recorded. %1: from 0 to 1, such as 0.62
    m_text->setText(tr("Documented: %1 of 1").arg(partOfOne(completeness->value)));
    m_bar->setValue(completeness->value);
    m_bar->setAccessibleDescription(m_text->text());
    //: %1: who made the list of what counts, as whole sentences
    setToolTip(tr("What counts, and for how much, comes with the domain. %1").arg(source));
    for (const MissingPart& part : completeness->missing) {
        if (part.gain <= 0)
            continue;
        //: What would raise the measure of completeness. %1: by how much, such as 0.15; %2: what, such as "onset"
        auto* item = new QListWidgetItem(tr("+%1 if you add %2").arg(partOfOne(part.gain), part.label), m_reasons);
        item->setData(Qt::UserRole, part.field);
        //: Tool tip. %1: what would be gained, such as "+0.15 if you add onset"
        item->setToolTip(tr("%1: go to this field").arg(item->text()));
    }
    m_reasons->setVisible(m_reasons->count() > 0);
    sizeList();
}

void CompletenessMeter::sizeList() {
    const int rows = qMax(1, m_reasons->count());
    const int row = m_reasons->count() > 0 ? m_reasons->sizeHintForRow(0) : fontMetrics().height();
    const int edges = 2 * m_reasons->frameWidth();
    m_reasons->setMinimumHeight(qMin(rows, kLeastReasons) * row + edges);
    m_reasons->setMaximumHeight(rows * row + edges);
}

void CompletenessMeter::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        sizeList();
}

QString CompletenessMeter::text() const {
    return m_text->text();
}

} // namespace qis::ui
