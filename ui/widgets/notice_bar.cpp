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
    , m_detail(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_dismiss(new QPushButton(tr("Close"), this)) {
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setObjectName(QStringLiteral("noticeText"));
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setObjectName(QStringLiteral("noticeDetail"));
    m_detail->hide();
    theme::makeQuiet(*m_detail);
    m_action->setObjectName(QStringLiteral("noticeAction"));
    m_action->hide();
    m_dismiss->setObjectName(QStringLiteral("noticeDismiss"));
    m_dismiss->setAccessibleName(tr("Close this notice"));
    auto* layout = new QHBoxLayout(this);
    const int gap = theme::gap(*this);
    layout->setContentsMargins(gap * 2, gap, gap * 2, gap);
    layout->setSpacing(gap * 2);
    layout->addWidget(m_glyph);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_label);
    words->addWidget(m_detail);
    layout->addLayout(words, 1);
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

void NoticeBar::setDetail(const QString& text) {
    m_detail->setText(text);
    m_detail->setVisible(!text.isEmpty());
}

void NoticeBar::setBanner(bool banner) {
    m_banner = banner;
    update();
}

QString NoticeBar::text() const {
    return m_label->text();
}

void NoticeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_banner) {
        painter.fillRect(rect(), palette().color(QPalette::Base));
        painter.setPen(QPen(theme::color(theme::Role::Rule, palette()), 1));
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::color(theme::Role::Rule, palette()), 1));
    painter.setBrush(palette().color(QPalette::Base));
    const qreal corner = theme::gap(*this);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
}

} // namespace qis::ui
