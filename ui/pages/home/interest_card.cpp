#include "pages/home/interest_card.h"

#include "bridge/interest_words.h"
#include "theme/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace qis::ui {

InterestCard::InterestCard(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_about(new QLabel(this))
    , m_show(new QPushButton(tr("Show"), this)) {
    for (QLabel* label : {m_title, m_count, m_about}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    theme::makeHeading(*m_title, 2);
    theme::makeQuiet(*m_about);
    auto* layout = new QGridLayout(this);
    const int gap = theme::gap(*this);
    layout->setContentsMargins(gap * 2, gap, gap * 2, gap);
    layout->setHorizontalSpacing(gap * 2);
    layout->setVerticalSpacing(gap / 2);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_count, 1, 0);
    layout->addWidget(m_about, 2, 0);
    layout->addWidget(m_show, 0, 1, 3, 1, Qt::AlignVCenter);
    layout->setColumnStretch(0, 1);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT showRequested(m_name); });
}

void InterestCard::setInterest(const Interest& interest, qint64 fresh) {
    m_name = interest.name;
    setObjectName(QStringLiteral("interestCard_") % interest.name);
    m_show->setObjectName(QStringLiteral("interestShow_") % interest.name);
    const QString title = interest.fromOutcome ? tr("Like an outcome you sent") : interest.name;
    m_title->setText(title);
    //: Read aloud for the button “Show”. %1: name of the interest
    m_show->setAccessibleName(tr("Show the matches of %1").arg(nameInWords(interest)));
    const auto all = static_cast<int>(interest.matches);
    m_count->setText(fresh > 0 ? tr("%Ln new match(es)", nullptr, static_cast<int>(fresh))
                     : all > 0 ? tr("%Ln match(es), none since you last looked", nullptr, all)
                               : tr("No match yet"));
    m_about->setText(interest.prototype);
    m_about->setVisible(!interest.prototype.isEmpty());
    m_show->setVisible(all > 0);
}

void InterestCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::color(theme::Role::Rule, palette()), 1));
    painter.setBrush(palette().color(QPalette::Base));
    const qreal corner = theme::gap(*this);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
}

} // namespace qis::ui
