#include "widgets/basis_field.h"

#include "format/sentences.h"
#include "theme/theme.h"
#include "widgets/spoken_name.h"
#include "widgets/unit_field.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

const QStringList& kindsWithNumbers() {
    static const QStringList kinds = {QStringLiteral("counts"), QStringLiteral("effect"), QStringLiteral("table"),
                                      QStringLiteral("observed")};
    return kinds;
}

/// Far above any count that a person types, below where a double skips whole numbers.
constexpr double kMostCount = 1e12;
/// Well within what a number of four bytes holds.
constexpr double kMostEstimate = 1e30;

} // namespace

bool BasisField::isNeeded(const QStringList& kinds) {
    return kinds.size() > 1 || (kinds.size() == 1 && kindsWithNumbers().contains(kinds.first()));
}

BasisField::BasisField(const QStringList& kinds, QWidget* parent)
    : FieldEditor(parent)
    , m_kinds(new QComboBox(this))
    , m_pages(new QStackedWidget(this)) {
    m_kinds->setObjectName(QStringLiteral("basisKind"));
    m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const QString& kind : kinds)
        if (kind == QLatin1String("case") || kindsWithNumbers().contains(kind))
            m_kinds->addItem(format::basisLabel(kind), kind);
    if (m_kinds->count() > 1)
        watch(m_kinds);
    for (int at = 0; at < m_kinds->count(); ++at)
        m_pages->addWidget(makePage(m_kinds->itemData(at).toString()));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap(*this));
    layout->addWidget(m_kinds);
    layout->addWidget(m_pages);
    m_kinds->setVisible(m_kinds->count() > 1);
    sizeToPage();
    connect(m_kinds, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        sizeToPage();
        Q_EMIT edited();
    });
}

UnitField* BasisField::addNumber(const QString& kind, const QString& key, const QString& name, bool whole,
                                 double minimum) {
    auto* field = new UnitField({.minimum = whole ? minimum : -kMostEstimate,
                                 .maximum = whole ? kMostCount : kMostEstimate,
                                 .decimals = 0,
                                 .whole = whole},
                                QString(), m_pages);
    field->lineEdit()->setPlaceholderText(QString());
    field->setObjectName(QStringLiteral("basis_") % kind % QLatin1Char('_') % key);
    field->setFieldName(name);
    m_numbers[kind].insert(key, field);
    m_inOrder.append(field);
    connect(field, &UnitField::edited, this, &BasisField::edited);
    connect(field, &UnitField::left, this, &BasisField::left);
    return field;
}

QWidget* BasisField::makePage(const QString& kind) {
    auto* page = new QWidget(m_pages);
    if (kind == QLatin1String("table")) {
        auto* grid = new QGridLayout(page);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(theme::wideGap(*this) / 2);
        grid->setVerticalSpacing(theme::gap(*this));
        //: Column heading of a 2 by 2 table
        grid->addWidget(new QLabel(tr("With the event"), page), 0, 1);
        //: Column heading of a 2 by 2 table
        grid->addWidget(new QLabel(tr("Without"), page), 0, 2);
        //: Row heading of a 2 by 2 table
        grid->addWidget(new QLabel(tr("Exposed"), page), 1, 0);
        //: Row heading of a 2 by 2 table
        grid->addWidget(new QLabel(tr("Not exposed"), page), 2, 0);
        grid->addWidget(addNumber(kind, QStringLiteral("a"), tr("Exposed, with the event"), true, 0), 1, 1);
        grid->addWidget(addNumber(kind, QStringLiteral("b"), tr("Exposed, without the event"), true, 0), 1, 2);
        grid->addWidget(addNumber(kind, QStringLiteral("c"), tr("Not exposed, with the event"), true, 0), 2, 1);
        grid->addWidget(addNumber(kind, QStringLiteral("d"), tr("Not exposed, without the event"), true, 0), 2, 2);
        return page;
    }
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto row = [&](const QString& key, const QString& name, bool whole, double minimum) {
        UnitField* field = addNumber(kind, key, name, whole, minimum);
        auto* label = new QLabel(name, page);
        label->setBuddy(field->lineEdit());
        form->addRow(label, field);
    };
    if (kind == QLatin1String("counts")) {
        row(QStringLiteral("n"), tr("Number observed"), true, 1);
        row(QStringLiteral("events"), tr("Of these, with the event"), true, 0);
    } else if (kind == QLatin1String("effect")) {
        row(QStringLiteral("n"), tr("Number observed"), true, 0);
        row(QStringLiteral("estimate"), tr("Estimate"), false, 0);
        row(QStringLiteral("standard_error"), tr("Standard error"), false, 0);
    } else if (kind == QLatin1String("observed")) {
        row(QStringLiteral("n"), tr("Number observed"), true, 0);
        row(QStringLiteral("expected"), tr("Number expected"), false, 0);
    }
    return page;
}

QString BasisField::kind() const {
    return m_kinds->currentData().toString();
}

void BasisField::sizeToPage() {
    // A stacked widget is as high as its highest page; the page of one case has nothing on it.
    for (int at = 0; at < m_pages->count(); ++at)
        m_pages->widget(at)->setSizePolicy(
            QSizePolicy::Preferred, at == m_pages->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_pages->setVisible(m_numbers.contains(kind()));
    m_pages->updateGeometry();
}

BasisValues BasisField::basis() const {
    BasisValues out{kind(), {}};
    const auto numbers = m_numbers.value(out.kind);
    for (auto it = numbers.cbegin(); it != numbers.cend(); ++it)
        if (const QVariant number = it.value()->value(); number.isValid())
            out.numbers.insert(it.key(), number.toDouble());
    return out;
}

void BasisField::setBasis(const std::optional<BasisValues>& basis) {
    m_kinds->setCurrentIndex(basis ? qMax(0, m_kinds->findData(basis->kind)) : 0);
    for (auto kindIt = m_numbers.cbegin(); kindIt != m_numbers.cend(); ++kindIt) {
        for (auto it = kindIt.value().cbegin(); it != kindIt.value().cend(); ++it) {
            const bool given = basis && basis->kind == kindIt.key() && basis->numbers.contains(it.key());
            it.value()->setValue(given ? QVariant(basis->numbers.value(it.key())) : QVariant());
        }
    }
}

QVariant BasisField::value() const {
    return kind();
}

void BasisField::setValue(const QVariant& value) {
    setBasis(BasisValues{value.toString(), {}});
}

QString BasisField::unreadable() const {
    const auto numbers = m_numbers.value(kind());
    for (const UnitField* field : numbers)
        if (const QString sentence = field->unreadable(); !sentence.isEmpty())
            return sentence;
    return {};
}

QMap<QString, QString> BasisField::typedText() const {
    QMap<QString, QString> parts;
    const auto numbers = m_numbers.value(kind());
    for (auto it = numbers.cbegin(); it != numbers.cend(); ++it)
        for (const QString& text : it.value()->typedText())
            parts.insert(it.key(), text);
    return parts;
}

void BasisField::setTypedText(const QMap<QString, QString>& parts) {
    const auto numbers = m_numbers.value(kind());
    for (auto it = parts.cbegin(); it != parts.cend(); ++it)
        if (UnitField* field = numbers.value(it.key()))
            field->setTypedText({{QString(), it.value()}});
}

void BasisField::setFieldName(const QString& name) {
    setSpokenName(*m_kinds, name);
}

QList<QWidget*> BasisField::tabStops() const {
    QList<QWidget*> stops = {m_kinds};
    for (const UnitField* field : m_inOrder)
        stops += field->tabStops();
    return stops;
}

} // namespace qis::ui
