#include "widgets/choice_field.h"

#include "theme/theme.h"
#include "widgets/spoken_name.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kLeastCharacters = 12;

} // namespace

ChoiceField::ChoiceField(const QList<Choice>& choices, bool required, QWidget* parent)
    : FieldEditor(parent)
    , m_box(new QComboBox(this)) {
    prepare(required);
    for (const Choice& choice : choices)
        m_box->addItem(choice.label, choice.name);
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
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace qis::ui
