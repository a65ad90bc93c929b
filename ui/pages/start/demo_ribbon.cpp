#include "pages/start/demo_ribbon.h"

#include "bridge/demo_bridge.h"
#include "theme/glyph.h"
#include "theme/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace qis::ui {

DemoRibbon::DemoRibbon(DemoBridge& demo, QWidget* parent)
    : QFrame(parent)
    , m_demo(demo)
    , m_text(new QLabel(this))
    , m_pause(new QPushButton(tr("Pa&use arrivals"), this))
    , m_leave(new QPushButton(tr("&Leave the demo"), this)) {
    setObjectName(QStringLiteral("demoRibbon"));
    setAccessibleName(tr("Demo"));
    m_text->setObjectName(QStringLiteral("demoText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_pause->setObjectName(QStringLiteral("demoPause"));
    m_pause->setCheckable(true);
    m_leave->setObjectName(QStringLiteral("demoLeave"));
    auto* layout = new QHBoxLayout(this);
    const int gap = theme::gap(*this);
    layout->setContentsMargins(gap * 2, gap, gap * 2, gap);
    layout->setSpacing(gap * 2);
    layout->addWidget(new theme::GlyphView(theme::Glyph::Info, this));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_pause);
    layout->addWidget(m_leave);
    hide();
    connect(m_pause, &QPushButton::toggled, this, [this](bool paused) {
        m_demo.setPaused(paused);
        describe();
    });
    connect(m_leave, &QPushButton::clicked, this, &DemoRibbon::leaveRequested);
    connect(&demo, &DemoBridge::begun, this, [this] {
        m_pause->setChecked(false);
        describe();
        show();
    });
    connect(&demo, &DemoBridge::left, this, &QWidget::hide);
}

void DemoRibbon::describe() {
    const int nodes = m_demo.swarm().relays;
    m_text->setText(m_pause->isChecked()
                        ? tr("Demo: everything here is invented and is deleted when you leave. %Ln node(s) on this "
                             "computer keep silent until you let them go on.",
                             nullptr, nodes)
                        : tr("Demo: everything here is invented and is deleted when you leave. %Ln node(s) on this "
                             "computer send outcomes now and then.",
                             nullptr, nodes));
}

void DemoRibbon::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(QPen(theme::color(theme::Role::Warning, palette()), 2));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace qis::ui
