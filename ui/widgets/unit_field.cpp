#include "widgets/unit_field.h"

#include "theme/theme.h"
#include "widgets/line_guard.h"

#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include <cmath>
#include <limits>

namespace qis::ui {

namespace {

constexpr int kLongestNumber = 24;
constexpr double kLargestWhole = 9007199254740992.0; // above it a double skips whole numbers

} // namespace

UnitField::UnitField(const Limits& limits, const QString& unit, QWidget* parent)
    : FieldEditor(parent)
    , m_limits(limits)
    , m_edit(new QLineEdit(this))
    , m_guard(new LineGuard(m_edit, kLongestNumber))
    , m_unit(new QLabel(unit, this)) {
    m_edit->setObjectName(QStringLiteral("numberEdit"));
    m_edit->setInputMethodHints(limits.whole ? Qt::ImhDigitsOnly : Qt::ImhFormattedNumbersOnly);
    if (isLimited())
        //: Range of a number: least to greatest
        m_edit->setPlaceholderText(tr("%1 to %2").arg(written(limits.minimum), written(limits.maximum)));
    m_unit->setTextFormat(Qt::PlainText);
    m_unit->setVisible(!unit.isEmpty());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap(*this));
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_unit);
    watch(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &UnitField::edited);
    connect(m_guard, &LineGuard::changed, this, &UnitField::edited);
}

QString UnitField::digits() const {
    QString text = m_edit->text().trimmed();
    const QString unit = m_unit->text();
    if (!unit.isEmpty() && text.endsWith(unit))
        text = text.chopped(unit.size()).trimmed();
    return text;
}

std::optional<double> UnitField::read() const {
    const QString text = digits();
    bool good = false;
    // A separator of groups is refused: who means a decimal sign by it would be off by a thousand.
    QLocale locale;
    locale.setNumberOptions(QLocale::RejectGroupSeparator);
    double number = locale.toDouble(text, &good);
    if (!good) {
        QLocale plain = QLocale::c();
        plain.setNumberOptions(QLocale::RejectGroupSeparator);
        number = plain.toDouble(text, &good);
    }
    if (!good || !std::isfinite(number) || !m_guard->complaint().isEmpty())
        return std::nullopt;
    return number;
}

bool UnitField::fits(double number) const {
    if (m_limits.whole && (number != std::floor(number) || std::abs(number) > kLargestWhole))
        return false;
    return !isLimited() || (number >= m_limits.minimum && number <= m_limits.maximum);
}

QString UnitField::written(double number) const {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, 'g', std::numeric_limits<double>::digits10);
}

QVariant UnitField::value() const {
    const std::optional<double> number = read();
    if (!number || !fits(*number))
        return {};
    return m_limits.whole ? QVariant(static_cast<qlonglong>(*number)) : QVariant(*number);
}

void UnitField::setValue(const QVariant& value) {
    if (value == this->value() && (value.isValid() || m_edit->text().isEmpty()))
        return;
    m_guard->reset();
    m_edit->setText(value.isValid() ? written(value.toDouble()) : QString());
}

QString UnitField::unreadable() const {
    if (m_edit->text().trimmed().isEmpty())
        return {};
    const std::optional<double> number = read();
    if (number && fits(*number))
        return {};
    if (const QString complaint = m_guard->complaint(); !complaint.isEmpty())
        return complaint;
    // "2 g": a number, and something else after it.
    static const QRegularExpression withWord(QStringLiteral("^[-+]?[0-9][0-9.,]*\\s*\\p{L}"));
    if (!m_unit->text().isEmpty() && withWord.match(digits()).hasMatch())
        //: %1: the unit of a number field
        return tr("The unit here is %1. Enter the number in this unit.").arg(m_unit->text());
    const QString least = written(m_limits.minimum);
    const QString most = written(m_limits.maximum);
    if (m_limits.whole)
        return isLimited() ? tr("Enter a whole number from %1 to %2.").arg(least, most) : tr("Enter a whole number.");
    return isLimited() ? tr("Enter a number from %1 to %2.").arg(least, most) : tr("Enter a number.");
}

QMap<QString, QString> UnitField::typedText() const {
    if (unreadable().isEmpty())
        return {};
    return {{QString(), m_edit->text()}};
}

void UnitField::setTypedText(const QMap<QString, QString>& parts) {
    if (!parts.contains(QString()))
        return;
    m_guard->reset();
    m_edit->setText(parts.value(QString()));
}

void UnitField::setFieldName(const QString& name) {
    //: What a screen reader calls a number field. %1: name, %2: unit
    m_edit->setAccessibleName(m_unit->text().isEmpty() ? name : tr("%1, in %2").arg(name, m_unit->text()));
}

} // namespace qis::ui
