#include "widgets/text_field.h"

#include "widgets/line_guard.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

/// Room to shorten a text in; what is longer was put in by mistake.
constexpr int kRoom = 4;

} // namespace

TextField::TextField(int maxBytes, QWidget* parent)
    : FieldEditor(parent)
    , m_maxBytes(maxBytes)
    , m_edit(new QLineEdit(this))
    , m_guard(new LineGuard(m_edit, kRoom * maxBytes)) {
    m_edit->setObjectName(QStringLiteral("textEdit"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    watch(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &TextField::edited);
    connect(m_guard, &LineGuard::changed, this, &TextField::edited);
}

QVariant TextField::value() const {
    const QString text = m_edit->text().trimmed();
    return text.isEmpty() ? QVariant() : QVariant(text);
}

void TextField::setValue(const QVariant& value) {
    if (value.toString() == m_edit->text().trimmed())
        return;
    m_guard->reset();
    m_edit->setText(value.toString());
}

QString TextField::unreadable() const {
    if (const QString complaint = m_guard->complaint(); !complaint.isEmpty())
        return complaint;
    const qsizetype over = m_edit->text().trimmed().toUtf8().size() - m_maxBytes;
    return over > 0 ? tr("Too long by %Ln byte(s).", nullptr, static_cast<int>(over)) : QString();
}

void TextField::setFieldName(const QString& name) {
    m_edit->setAccessibleName(name);
}

} // namespace qis::ui
