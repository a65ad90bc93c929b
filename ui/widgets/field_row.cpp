#include "widgets/field_row.h"

#include "theme/theme.h"
#include "widgets/field_editor.h"
#include "widgets/plain_label.h"
#include "widgets/status_line.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

FieldRow::FieldRow(const QString& path, const QString& label, bool required, const QString& help, FieldEditor* editor,
                   QWidget* parent)
    : QWidget(parent)
    , m_path(path)
    , m_label(label)
    , m_help(help)
    , m_caption(new QLabel(this))
    , m_editor(editor)
    , m_status(new StatusLine(this)) {
    editor->setParent(this);
    editor->setObjectName(QStringLiteral("field_") % path);
    //: Label of a field that must be filled in. %1: its name
    const QString spoken = required ? tr("%1 (required)").arg(label) : label;
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setWordWrap(true);
    m_caption->setText(withoutMnemonic(spoken));
    m_caption->setBuddy(editor->focusTarget());
    editor->setFieldName(spoken);
    editor->setTitle(label);
    editor->setFieldDescription(help);
    m_caption->setToolTip(help);
    editor->setToolTip(help);
    QStringList whole = {help.isEmpty() ? spoken : help};
    if (const QString keys = editor->keysHelp(); !keys.isEmpty())
        whole.append(keys);
    setWhatsThis(whole.join(QLatin1Char('\n')));
    m_status->setObjectName(QStringLiteral("problem_") % path);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap(*this) / 2);
    layout->addWidget(m_caption);
    layout->addWidget(editor);
    layout->addWidget(m_status);
    layout->addStretch();
    connect(editor, &FieldEditor::left, this, [this] { m_visited = true; });
}

void FieldRow::takeFocus(Qt::FocusReason reason) {
    if (QWidget* target = m_editor->focusTarget())
        target->setFocus(reason);
}

void FieldRow::setProblems(const QStringList& problems, const QStringList& warnings) {
    if (!problems.isEmpty())
        m_status->setMessage(theme::Glyph::Problem, problems.join(QLatin1Char('\n')));
    else if (!warnings.isEmpty())
        m_status->setMessage(theme::Glyph::Warning, warnings.join(QLatin1Char('\n')));
    else
        m_status->clear();
    QStringList spoken = problems + warnings;
    if (!m_help.isEmpty())
        spoken.append(m_help);
    m_editor->setFieldDescription(spoken.join(QLatin1Char('\n')));
}

QString FieldRow::message() const {
    return m_status->text();
}

} // namespace qis::ui
