#include "widgets/size_gauge.h"

#include "bridge/values.h"
#include "format/numbers.h"
#include "theme/theme.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

SizeGauge::SizeGauge(QWidget* parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_text(new QLabel(this)) {
    m_bar->setObjectName(QStringLiteral("sizeBar"));
    m_bar->setAccessibleName(tr("Size of the outcome"));
    m_bar->setRange(0, kMaxPacketBytes);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(qMax(4, fontMetrics().height() / 2));
    m_text->setObjectName(QStringLiteral("sizeText"));
    m_text->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap(*this) / 2);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    setBytes(0);
}

void SizeGauge::setBytes(int bytes) {
    m_bar->setValue(qBound(0, bytes, kMaxPacketBytes));
    if (bytes <= 0)
        m_text->setText(tr("Size: known once the outcome is complete"));
    else if (bytes > kMaxPacketBytes)
        //: %1: "540 of 512 bytes"
        m_text->setText(
            tr("Size: %1, %Ln too many", nullptr, bytes - kMaxPacketBytes).arg(format::sizeOf(bytes, kMaxPacketBytes)));
    else
        //: %1: "229 of 512 bytes"
        m_text->setText(tr("Size: %1").arg(format::sizeOf(bytes, kMaxPacketBytes)));
    m_bar->setAccessibleDescription(m_text->text());
}

QString SizeGauge::text() const {
    return m_text->text();
}

} // namespace qis::ui
