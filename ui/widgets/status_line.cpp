#include "widgets/status_line.h"

#include "theme/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

namespace qis::ui {

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent)
    , m_glyph(new theme::GlyphView(theme::Glyph::None, this))
    , m_label(new QLabel(this)) {
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap(*this));
    layout->addWidget(m_glyph, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    hide();
}

void StatusLine::setMessage(theme::Glyph glyph, const QString& text) {
    m_glyph->setGlyph(glyph);
    m_glyph->setVisible(glyph != theme::Glyph::None);
    m_label->setText(text);
    setVisible(!text.isEmpty());
}

QString StatusLine::text() const {
    return m_label->text();
}

} // namespace qis::ui
