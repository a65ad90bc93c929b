#include "widgets/choice_field.h"

#include "theme/theme.h"
#include "widgets/plain_label.h"
#include "widgets/spoken_name.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolTip>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace qis::ui {

namespace {

constexpr int kLeastCharacters = 12;
constexpr qsizetype kMostDigits = 4;

} // namespace

ChoiceField::ChoiceField(const QList<Choice>& choices, bool required, QWidget* parent)
    : FieldEditor(parent)
    , m_box(new QComboBox(this)) {
    prepare(required);
    for (const Choice& choice : choices)
        m_box->addItem(choice.label, choice.name);
    if (std::any_of(choices.cbegin(), choices.cend(), [](const Choice& choice) { return choice.holds.has_value(); }))
        m_bands = choices;
    addAbout(choices);
}

/// Under the box, what the choice made means; beside each choice while the list is open.
void ChoiceField::addAbout(const QList<Choice>& choices) {
    if (std::all_of(choices.cbegin(), choices.cend(), [](const Choice& choice) { return choice.about.isEmpty(); }))
        return;
    for (int at = 0; at < choices.size(); ++at) {
        m_box->setItemData(at + 1, choices.at(at).about, Qt::ToolTipRole);
        m_box->setItemData(at + 1, choices.at(at).about, Qt::AccessibleDescriptionRole);
    }
    QLabel* about = plainLabel("choiceAbout", this);
    theme::makeQuiet(*about);
    about->hide();
    layout()->addWidget(about);
    connect(m_box, &QComboBox::currentIndexChanged, about, [this, about](int index) {
        const QString text = m_box->itemData(index, Qt::ToolTipRole).toString();
        about->setText(text);
        about->setVisible(!text.isEmpty());
    });
}

ChoiceField::ChoiceField(bool required, QWidget* parent)
    : FieldEditor(parent)
    , m_box(new QComboBox(this)) {
    prepare(required);
    m_box->addItem(tr("Yes"), true);
    m_box->addItem(tr("No"), false);
}

void ChoiceField::prepare(bool required) {
    m_box->setObjectName(QStringLiteral("choiceBox"));
    // A long choice must not dictate the width of the form; the open list shows it whole.
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(kLeastCharacters);
    m_box->setFocusPolicy(Qt::StrongFocus);
    //: First entry of a list of choices: nothing chosen yet, one is needed.
    m_box->addItem(required ? tr("Choose…") : tr("Not recorded"), QVariant());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    watch(m_box);
    connect(m_box, &QComboBox::currentIndexChanged, this, &ChoiceField::edited);
}

QVariant ChoiceField::value() const {
    return m_box->currentData();
}

void ChoiceField::setValue(const QVariant& value) {
    const int found = value.isValid() ? m_box->findData(value) : 0;
    m_box->setCurrentIndex(qMax(0, found));
}

QString ChoiceField::keysHelp() const {
    return m_bands.isEmpty() ? QString()
                             : tr("Type a number to choose the band that holds it. The number itself is not kept.");
}

int ChoiceField::placeOf(double number) const {
    const auto found = std::find_if(m_bands.cbegin(), m_bands.cend(), [number](const Choice& choice) {
        return choice.holds && number >= choice.holds->first && number < choice.holds->second;
    });
    return found == m_bands.cend() ? -1 : m_box->findData(found->name);
}

bool ChoiceField::typeNumber(const QKeyEvent& key) {
    const bool back = key.key() == Qt::Key_Backspace && !m_typed.isEmpty();
    const QString text = key.text();
    if (m_bands.isEmpty() || !(back || (text.size() == 1 && text.front().digitValue() >= 0)))
        return false;
    if (back)
        m_typed.chop(1);
    else if (m_typed.size() < kMostDigits)
        m_typed.append(QString::number(text.front().digitValue()));
    const int place = m_typed.isEmpty() ? -1 : placeOf(m_typed.toDouble());
    m_box->setCurrentIndex(qMax(0, place));
    const QString number = QLocale().toString(m_typed.toInt());
    const QString said =
        m_typed.isEmpty() ? QString()
        //: While a number is typed to choose its band. %1: the number, %2: the band, such as "65 to 74 years"
        : place > 0 ? tr("%1: %2. The number is not kept.").arg(number, m_box->currentText())
                    //: %1: a number
                    : tr("%1: no band holds this number.").arg(number);
    QToolTip::showText(m_box->mapToGlobal(m_box->rect().bottomLeft()), said, m_box);
    return true;
}

void ChoiceField::setFieldName(const QString& name) {
    setSpokenName(*m_box, name);
}

bool ChoiceField::eventFilter(QObject* watched, QEvent* event) {
    // Scrolling the page must not change an answer that the pointer happens to pass over.
    if (event->type() == QEvent::Wheel && watched == m_box && !m_box->hasFocus()) {
        event->ignore();
        return true;
    }
    // A shortcut that nobody takes is not the first letter of a choice.
    if (event->type() == QEvent::KeyPress && watched == m_box) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->modifiers() & Qt::ControlModifier) != 0 && key->key() >= Qt::Key_A && key->key() <= Qt::Key_Z) {
            event->ignore();
            return true;
        }
        if ((key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && typeNumber(*key))
            return true;
        // Anything else ends the number.
        m_typed.clear();
    }
    if (event->type() == QEvent::FocusOut && watched == m_box)
        m_typed.clear();
    return FieldEditor::eventFilter(watched, event);
}

} // namespace qis::ui
