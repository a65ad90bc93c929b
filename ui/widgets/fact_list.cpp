#include "widgets/fact_list.h"

#include "theme/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QStyleOptionFocusRect>

namespace qis::ui {

FactLabel::FactLabel(QWidget* parent)
    : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
}

void FactLabel::paintEvent(QPaintEvent* event) {
    QLabel::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
}

FactList::FactList(QWidget* parent)
    : QWidget(parent)
    , m_lines(new QFormLayout(this)) {
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_lines->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_lines->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_lines->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_lines->setVerticalSpacing(theme::gap(*this));
}

void FactList::setFact(const QString& name, const QString& label, const QString& value) {
    FactLabel*& fact = m_facts[name];
    if (fact == nullptr) {
        fact = new FactLabel(this);
        fact->setObjectName(name);
        m_lines->addRow(label, fact);
        theme::makeQuiet(*m_lines->labelForField(fact));
    }
    if (fact->text() == value && !fact->accessibleName().isEmpty())
        return;
    fact->setText(value);
    //: Read aloud for one line of facts. %1: what it is, with its colon, %2: how it is
    fact->setAccessibleName(tr("%1 %2").arg(label, value));
}

QString FactList::fact(const QString& name) const {
    const FactLabel* label = m_facts.value(name);
    return label == nullptr ? QString() : label->text();
}

} // namespace qis::ui
