#include "widgets/scale_field.h"

#include "bridge/answer_words.h"
#include "theme/theme.h"
#include "widgets/answers_dialog.h"
#include "widgets/plain_label.h"
#include "widgets/unit_field.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

QString answersPart() {
    return QStringLiteral("answers");
}

} // namespace

ScaleField::ScaleField(const Field& field, QWidget* parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_number(new UnitField({.minimum = field.minimum, .maximum = field.maximum, .whole = true}, field.unit, this))
    , m_button(new QPushButton(tr("Answer the questions…"), this))
    , m_meaning(plainLabel("scaleMeaning", this)) {
    m_button->setObjectName(QStringLiteral("scaleButton"));
    m_button->setAutoDefault(false);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::gap(*this) * 2);
    line->addWidget(m_number, 1);
    line->addWidget(m_button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::gap(*this));
    column->addLayout(line);
    column->addWidget(m_meaning);
    watch(m_number->lineEdit());
    watch(m_button);
    connect(m_number, &FieldEditor::edited, this, [this] {
        dropStaleAnswers();
        show();
        Q_EMIT edited();
    });
    connect(m_button, &QPushButton::clicked, this, &ScaleField::ask);
    show();
}

QVariant ScaleField::value() const {
    return m_number->value();
}

void ScaleField::setValue(const QVariant& value) {
    m_number->setValue(value);
    dropStaleAnswers();
    show();
}

QString ScaleField::unreadable() const {
    return m_number->unreadable();
}

QMap<QString, QString> ScaleField::typedText() const {
    QMap<QString, QString> parts = m_number->typedText();
    if (!m_answers.isEmpty())
        parts.insert(answersPart(), m_answers);
    return parts;
}

void ScaleField::setTypedText(const QMap<QString, QString>& parts) {
    m_number->setTypedText(parts);
    const QString answers = parts.value(answersPart());
    m_answers = answers.size() == m_field.items.size() ? answers : QString();
    dropStaleAnswers();
    show();
}

void ScaleField::setFieldName(const QString& name) {
    m_name = name;
    m_number->setFieldName(name);
    show();
}

/// Answers that come to something else than the number are not what it rests on.
void ScaleField::dropStaleAnswers() {
    const QVariant number = value();
    if (!number.isValid() || answerSum(m_field, m_answers).total != number.toInt())
        m_answers.clear();
}

void ScaleField::show() {
    const QVariant number = value();
    QString meaning;
    if (!m_answers.isEmpty())
        meaning = answerSentence(m_field, m_answers);
    else if (number.isValid())
        meaning = totalSentence(m_field, number.toInt());
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());
    //: Read aloud for a button that opens the questions of a scale. %1: name of the field
    m_button->setAccessibleName(tr("Answer the questions: %1").arg(m_name));
}

void ScaleField::ask() {
    auto* dialog = new AnswersDialog(m_field, m_answers, window());
    connect(dialog, &AnswersDialog::answered, this, [this](const QString& answers) {
        m_answers = answers;
        m_number->setValue(answers.isEmpty() ? QVariant() : QVariant(qlonglong{answerSum(m_field, answers).total}));
        show();
        Q_EMIT edited();
    });
    connect(dialog, &QDialog::finished, this, [this] { m_button->setFocus(Qt::OtherFocusReason); });
    dialog->open();
}

} // namespace qis::ui
