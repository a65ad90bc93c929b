#include "pages/home/checklist.h"

#include "theme/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace qis::ui {

ChecklistRow::ChecklistRow(const QString& name, const QString& action, QWidget* parent)
    : QWidget(parent)
    , m_glyph(new theme::GlyphView(theme::Glyph::ToDo, this))
    , m_label(new QLabel(this))
    , m_action(new QPushButton(action, this)) {
    setObjectName(name);
    m_label->setObjectName(name % QLatin1String("Text"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_action->setObjectName(name % QLatin1String("Action"));
    m_action->setVisible(!action.isEmpty());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap(*this) * 2);
    layout->addWidget(m_glyph);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_action);
}

void ChecklistRow::setState(bool done, const QString& sentence) {
    m_done = done;
    m_glyph->setGlyph(done ? theme::Glyph::Good : theme::Glyph::ToDo);
    //: A step of setting up. %1: the step, a sentence
    m_label->setText(done ? tr("Done: %1").arg(sentence) : tr("To do: %1").arg(sentence));
    m_action->setVisible(!done && !m_action->text().isEmpty());
}

QString ChecklistRow::text() const {
    return m_label->text();
}

} // namespace qis::ui
