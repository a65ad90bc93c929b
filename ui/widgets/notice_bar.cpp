#include "widgets/notice_bar.h"

#include "theme/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace qis::ui {

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_glyph(new theme::GlyphView(theme::Glyph::Info, this))
    , m_label(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_dismiss(new QPushButton(tr("Close"), this)) {
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setObjectName(QStringLiteral("noticeText"));
    m_action->setObjectName(QStringLiteral("noticeAction"));
    m_action->hide();
    m_dismiss->setObjectName(QStringLiteral("noticeDismiss"));
    m_dismiss->setAccessibleName(tr("Close this notice"));
    auto* layout = new QHBoxLayout(this);
    const int gap = theme::gap(*this);
    layout->setContentsMargins(gap * 2, gap, gap * 2, gap);
    layout->setSpacing(gap * 2);
    layout->addWidget(m_glyph);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_dismiss);
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionRequested);
    connect(m_dismiss, &QPushButton::clicked, this, &NoticeBar::dismissed);
}

void NoticeBar::setMessage(theme::Glyph glyph, const QString& text) {
    m_glyph->setGlyph(glyph);
    m_label->setText(text);
}

void NoticeBar::setAction(const QString& text) {
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void NoticeBar::setDismissable(bool dismissable) {
    m_dismiss->setVisible(dismissable);
}

QString NoticeBar::text() const {
    return m_label->text();
}

void NoticeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::color(theme::Role::Rule, palette()), 1));
    painter.setBrush(palette().color(QPalette::Base));
    const qreal corner = theme::gap(*this);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
}

} // namespace qis::ui
