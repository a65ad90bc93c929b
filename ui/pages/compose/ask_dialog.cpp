#include "pages/compose/ask_dialog.h"

#include "bridge/engine_bridge.h"
#include "format/sentences.h"
#include "theme/theme.h"
#include "widgets/dialog_size.h"
#include "widgets/status_line.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kLongestName = 60;
constexpr int kAskColumns = 52;

} // namespace

AskDialog::AskDialog(EngineBridge& bridge, const DraftValues& draft, const QString& suggestion, QWidget* parent)
    : QDialog(parent)
    , m_bridge(bridge)
    , m_draft(draft)
    , m_name(new QLineEdit(suggestion, this))
    , m_status(new StatusLine(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("askDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Ask for outcomes like this"));
    m_name->setObjectName(QStringLiteral("interestName"));
    m_name->setMaxLength(kLongestName);
    m_name->selectAll();
    m_status->setObjectName(QStringLiteral("askStatus"));
    auto* ask = m_buttons->addButton(tr("Ask"), QDialogButtonBox::AcceptRole);
    ask->setObjectName(QStringLiteral("askConfirm"));
    ask->setDefault(true);
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("askCancel"));

    auto* text = new QLabel(tr("You will be shown outcomes whose condition is like the one in the form. What happened "
                               "plays no part in the likeness. Peers learn roughly what you ask for, such as the "
                               "class of a drug; the rest stays on this computer."),
                            this);
    text->setWordWrap(true);
    text->setMinimumWidth(theme::columns(*this, kAskColumns));
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_name->setMinimumWidth(theme::columns(*this, kAskColumns * 2 / 3));
    form->addRow(tr("&Name of the interest:"), m_name);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::wideGap(*this) * 2 / 3);
    layout->addWidget(text);
    layout->addLayout(form);
    layout->addWidget(m_status);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &AskDialog::make);
    m_name->setFocus();
    fitToContent(*this);
}

void AskDialog::make() {
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_status->setMessage(theme::Glyph::Problem, tr("Give the interest a name."));
        m_name->setFocus();
        return;
    }
    m_buttons->setEnabled(false);
    m_bridge.profileFromDraft(name, m_draft, this, [this](const Result<Interest>& result) {
        m_buttons->setEnabled(true);
        if (!result.ok()) {
            m_status->setMessage(theme::Glyph::Problem, format::failureSentence(result.fault.code));
            m_status->setToolTip(result.fault.detail);
            m_name->setFocus();
            return;
        }
        Q_EMIT made(result.value->name);
        accept();
    });
}

} // namespace qis::ui
