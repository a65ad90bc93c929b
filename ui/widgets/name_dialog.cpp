#include "widgets/name_dialog.h"

#include "theme/theme.h"
#include "widgets/dialog_size.h"
#include "widgets/line_guard.h"
#include "widgets/status_line.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace qis::ui {

namespace {

constexpr int kNameColumns = 48;

} // namespace

NameDialog::NameDialog(Words words, int longest, QWidget* parent)
    : QDialog(parent)
    , m_words(std::move(words))
    , m_name(new QLineEdit(this))
    , m_guard(new LineGuard(m_name, longest))
    , m_status(new StatusLine(this)) {
    setObjectName(m_words.object % QLatin1String("Dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_words.title);
    m_name->setObjectName(m_words.object);
    m_name->setMinimumWidth(theme::columns(*this, kNameColumns));
    m_status->setObjectName(m_words.object % QLatin1String("Status"));
    auto* label = new QLabel(m_words.label, this);
    label->setBuddy(m_name);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* keep = buttons->addButton(tr("&Keep"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(m_words.object % QLatin1String("Keep"));
    keep->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap(*this) * 2);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(m_status);
    layout->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &NameDialog::tell);
    connect(m_guard, &LineGuard::changed, this, &NameDialog::tell);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &NameDialog::take);
    m_name->setFocus();
    fitToContent(*this);
}

void NameDialog::tell() {
    const QString about = m_words.about ? m_words.about(m_name->text().simplified()) : QString();
    if (!m_guard->complaint().isEmpty())
        m_status->setMessage(theme::Glyph::Problem, m_guard->complaint());
    else if (!about.isEmpty())
        m_status->setMessage(theme::Glyph::Info, about);
    else
        m_status->clear();
}

void NameDialog::take() {
    const QString name = m_name->text().simplified();
    const QString wrong = name.isEmpty() ? m_words.missing : m_words.wrong ? m_words.wrong(name) : QString();
    if (wrong.isEmpty() && m_guard->complaint().isEmpty()) {
        accept();
        Q_EMIT named(name);
        return;
    }
    if (!wrong.isEmpty())
        m_status->setMessage(theme::Glyph::Problem, wrong);
    m_name->setFocus();
}

} // namespace qis::ui
