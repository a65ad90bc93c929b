#include "widgets/confidence_field.h"

#include "format/sentences.h"
#include "theme/theme.h"
#include "widgets/unit_field.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSlider>

#include <algorithm>

namespace qis::ui {

namespace {

constexpr int kMost = 100;
constexpr int kSmallStep = 5;
constexpr int kLargeStep = 20;

} // namespace

ConfidenceField::ConfidenceField(QWidget* parent)
    : FieldEditor(parent)
    , m_number(new UnitField({.minimum = 0, .maximum = kMost, .decimals = 0, .whole = true},
                             //: Unit sign beside a number field.
                             tr("%"), this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_word(new QLabel(this)) {
    m_number->setObjectName(QStringLiteral("confidenceNumber"));
    m_number->lineEdit()->setMaximumWidth(theme::columns(*this, 14));
    m_slider->setObjectName(QStringLiteral("confidenceSlider"));
    m_slider->setRange(0, kMost);
    m_slider->setSingleStep(kSmallStep);
    m_slider->setPageStep(kLargeStep);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setTickInterval(kLargeStep);
    m_word->setTextFormat(Qt::PlainText);
    // The longest word fits, so that the slider does not move under the pointer.
    int widest = m_word->fontMetrics().horizontalAdvance(tr("not given"));
    for (int percent = 0; percent <= kMost; percent += kLargeStep)
        widest = std::max(widest, m_word->fontMetrics().horizontalAdvance(format::confidenceWord(percent)));
    m_word->setMinimumWidth(widest);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::wideGap(*this) / 2);
    layout->addWidget(m_number);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_word);
    watch(m_slider);
    connect(m_number, &UnitField::left, this, &ConfidenceField::left);
    connect(m_number, &UnitField::edited, this, [this] {
        const QSignalBlocker blocker(m_slider);
        m_slider->setValue(confidence().value_or(0));
        showWord();
        Q_EMIT edited();
    });
    connect(m_slider, &QSlider::valueChanged, this, [this](int percent) {
        m_number->setValue(qlonglong{percent});
        showWord();
        Q_EMIT edited();
    });
    showWord();
}

std::optional<int> ConfidenceField::confidence() const {
    const QVariant number = m_number->value();
    return number.isValid() ? std::optional(number.toInt()) : std::nullopt;
}

QVariant ConfidenceField::value() const {
    return m_number->value();
}

void ConfidenceField::setValue(const QVariant& value) {
    m_number->setValue(value);
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(value.toInt());
    showWord();
}

QString ConfidenceField::unreadable() const {
    return m_number->unreadable();
}

QMap<QString, QString> ConfidenceField::typedText() const {
    return m_number->typedText();
}

void ConfidenceField::setTypedText(const QMap<QString, QString>& parts) {
    m_number->setTypedText(parts);
}

void ConfidenceField::setFieldName(const QString& name) {
    m_number->setFieldName(name);
    m_slider->setAccessibleName(name);
}

QList<QWidget*> ConfidenceField::tabStops() const {
    return m_number->tabStops() + QList<QWidget*>{m_slider};
}

void ConfidenceField::showWord() {
    const std::optional<int> percent = confidence();
    m_word->setText(percent ? format::confidenceWord(*percent) : tr("not given"));
    m_word->setForegroundRole(percent ? QPalette::WindowText : QPalette::PlaceholderText);
    m_slider->setAccessibleDescription(m_word->text());
}

} // namespace qis::ui
