#include "widgets/choices_field.h"

#include "theme/theme.h"
#include "widgets/flow_layout.h"
#include "widgets/plain_label.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QCheckBox>

#include <algorithm>

namespace qis::ui {

ChoicesField::ChoicesField(const QList<Choice>& choices, QWidget* parent)
    : FieldEditor(parent)
    , m_choices(choices) {
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(theme::gap(*this) * 2);
    for (const Choice& choice : choices) {
        auto* box = new QCheckBox(withoutMnemonic(choice.label), this);
        box->setObjectName(QStringLiteral("choice_") % choice.name);
        box->setToolTip(choice.about);
        flow->addWidget(box);
        m_boxes.append(box);
        watch(box);
        connect(box, &QCheckBox::toggled, this, &ChoicesField::edited);
    }
    makeStop(m_boxes.value(0));
}

QVariant ChoicesField::value() const {
    QStringList names;
    for (qsizetype at = 0; at < m_boxes.size(); ++at)
        if (m_boxes.at(at)->isChecked())
            names.append(m_choices.at(at).name);
    return names.isEmpty() ? QVariant() : QVariant(names);
}

void ChoicesField::setValue(const QVariant& value) {
    const QStringList names = value.toStringList();
    for (qsizetype at = 0; at < m_boxes.size(); ++at)
        m_boxes.at(at)->setChecked(names.contains(m_choices.at(at).name));
}

void ChoicesField::setFieldName(const QString& name) {
    for (qsizetype at = 0; at < m_boxes.size(); ++at)
        //: Read aloud for a check box. %1: name of the field, %2: the choice
        m_boxes.at(at)->setAccessibleName(tr("%1: %2").arg(name, m_choices.at(at).label));
}

void ChoicesField::setFieldDescription(const QString& description) {
    for (qsizetype at = 0; at < m_boxes.size(); ++at) {
        QStringList said = {m_choices.at(at).about, description};
        said.removeAll(QString());
        m_boxes.at(at)->setAccessibleDescription(said.join(QLatin1Char('\n')));
    }
}

QString ChoicesField::keysHelp() const {
    return tr("Arrow keys go from one to the next, the space bar ticks it.");
}

QWidget* ChoicesField::focusTarget() const {
    const auto stop = std::find_if(m_boxes.cbegin(), m_boxes.cend(),
                                   [](const QCheckBox* box) { return box->focusPolicy() == Qt::StrongFocus; });
    return stop == m_boxes.cend() ? nullptr : *stop;
}

void ChoicesField::makeStop(const QCheckBox* stop) {
    for (QCheckBox* box : std::as_const(m_boxes))
        box->setFocusPolicy(box == stop ? Qt::StrongFocus : Qt::ClickFocus);
}

bool ChoicesField::eventFilter(QObject* watched, QEvent* event) {
    const auto at = std::find(m_boxes.cbegin(), m_boxes.cend(), watched) - m_boxes.cbegin();
    if (at < m_boxes.size() && event->type() == QEvent::FocusIn)
        makeStop(m_boxes.at(at));
    if (at < m_boxes.size() && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int ahead = isLeftToRight() ? Qt::Key_Right : Qt::Key_Left;
        const int back = isLeftToRight() ? Qt::Key_Left : Qt::Key_Right;
        const qsizetype step = key->key() == ahead || key->key() == Qt::Key_Down ? 1
                               : key->key() == back || key->key() == Qt::Key_Up  ? -1
                                                                                 : 0;
        if (step != 0 && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
            m_boxes.at(qBound<qsizetype>(0, at + step, m_boxes.size() - 1))->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace qis::ui
