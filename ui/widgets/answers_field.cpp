#include "widgets/answers_field.h"

#include "bridge/answer_words.h"
#include "theme/theme.h"
#include "widgets/answers_dialog.h"
#include "widgets/plain_label.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace qis::ui {

AnswersField::AnswersField(const Field& field, QWidget* parent)
    : FieldEditor(parent)
    , m_field(field)
    , m_sum(plainLabel("answersSum", this))
    , m_button(new QPushButton(tr("Answer the questions…"), this)) {
    m_button->setObjectName(QStringLiteral("answersButton"));
    m_button->setAutoDefault(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap(*this) * 2);
    layout->addWidget(m_button);
    layout->addWidget(m_sum, 1);
    watch(m_button);
    connect(m_button, &QPushButton::clicked, this, &AnswersField::ask);
    show();
}

QVariant AnswersField::value() const {
    return m_answers.isEmpty() ? QVariant() : QVariant(m_answers);
}

void AnswersField::setValue(const QVariant& value) {
    const QString answers = value.toString();
    m_answers = answers.size() == m_field.items.size() ? answers : QString();
    show();
}

void AnswersField::setFieldName(const QString& name) {
    m_name = name;
    show();
}

void AnswersField::show() {
    const QString sum = answerSentence(m_field, m_answers);
    m_sum->setText(sum);
    //: Read aloud for a button. %1: name of the field, %2: what its answers come to, as a sentence
    m_button->setAccessibleName(tr("%1. %2").arg(m_name, sum));
}

void AnswersField::ask() {
    auto* dialog = new AnswersDialog(m_field, m_answers, window());
    connect(dialog, &AnswersDialog::answered, this, [this](const QString& answers) {
        m_answers = answers;
        show();
        Q_EMIT edited();
    });
    connect(dialog, &QDialog::finished, this, [this] { m_button->setFocus(Qt::OtherFocusReason); });
    dialog->open();
}

} // namespace qis::ui
