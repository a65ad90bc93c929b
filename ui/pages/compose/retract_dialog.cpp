#include "pages/compose/retract_dialog.h"

#include "bridge/engine_bridge.h"
#include "format/outcomes.h"
#include "format/sentences.h"
#include "theme/theme.h"
#include "widgets/dialog_size.h"
#include "widgets/plain_label.h"
#include "widgets/status_line.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kTextColumns = 64;
constexpr int kNotChosen = -1;

QLabel* readable(const QString& text, QWidget* parent) {
    auto* label = wrappedLabel(text, parent);
    label->setMinimumWidth(theme::columns(*parent, kTextColumns));
    return label;
}

} // namespace

RetractDialog::RetractDialog(EngineBridge& bridge, const OwnOutcome& outcome, QWidget* parent)
    : QDialog(parent)
    , m_bridge(bridge)
    , m_outcome(outcome)
    , m_everyone(new QRadioButton(tr("Retract for &everyone"), this))
    , m_view(new QRadioButton(tr("Remove from my &view only"), this))
    , m_reason(new QComboBox(this))
    , m_status(new StatusLine(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_act(m_buttons->addButton(QString(), QDialogButtonBox::AcceptRole)) {
    setObjectName(QStringLiteral("retractDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Retract or remove"));
    m_everyone->setObjectName(QStringLiteral("retractForEveryone"));
    m_view->setObjectName(QStringLiteral("removeFromView"));
    m_reason->setObjectName(QStringLiteral("retractReason"));
    m_status->setObjectName(QStringLiteral("retractStatus"));
    m_act->setObjectName(QStringLiteral("retractConfirm"));
    QPushButton* cancel = m_buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("retractCancel"));
    // What cannot be undone is not what Return does by itself.
    cancel->setDefault(true);
    m_act->setAutoDefault(false);

    m_reason->addItem(tr("Choose a reason…"), kNotChosen);
    for (const RetractionReason& reason : EngineBridge::retractionReasons())
        m_reason->addItem(format::retractionReason(reason.name), reason.number);
    m_reason->addItem(tr("Another reason"), 0);

    const int gap = theme::gap(*this);
    auto* sentence = readable(outcome.sentence, this);
    sentence->setObjectName(QStringLiteral("retractSentence"));
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* everyoneText = readable(tr("A signed retraction goes to everyone who may hold this outcome. It no longer "
                                     "counts as evidence there. Copies already delivered may persist; they are marked "
                                     "retracted. A retraction cannot be undone."),
                                  this);
    auto* viewText = readable(tr("Only this list leaves it out. It stays with everyone who holds it, and it still "
                                 "counts. You will find it again under “Removed from view”."),
                              this);
    m_everyone->setAccessibleDescription(everyoneText->text());
    m_view->setAccessibleDescription(viewText->text());
    auto* form = new QFormLayout;
    auto* reasonLabel = new QLabel(tr("&Reason:"), this);
    reasonLabel->setBuddy(m_reason);
    form->addRow(reasonLabel, m_reason);
    const auto indented = [&](QWidget* widget, QLayout* more) {
        auto* column = new QVBoxLayout;
        const int indent = theme::wideGap(*this);
        theme::setMargins(*column, *this, indent, 0, 0, 0);
        column->setSpacing(gap);
        column->addWidget(widget);
        if (more != nullptr)
            column->addLayout(more);
        return column;
    };
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(gap * 2);
    layout->addWidget(sentence);
    layout->addSpacing(gap);
    layout->addWidget(m_everyone);
    layout->addLayout(indented(everyoneText, form));
    layout->addWidget(m_view);
    layout->addLayout(indented(viewText, nullptr));
    layout->addStretch(1);
    layout->addWidget(m_status);
    layout->addWidget(m_buttons);

    connect(m_everyone, &QRadioButton::toggled, this, &RetractDialog::showChoice);
    connect(m_reason, &QComboBox::currentIndexChanged, this, [this] { m_status->clear(); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &RetractDialog::act);
    m_everyone->setChecked(true);
    m_everyone->setFocus();
    showChoice();
    fitToContent(*this);
}

void RetractDialog::showChoice() {
    const bool everyone = m_everyone->isChecked();
    m_reason->setEnabled(everyone);
    m_act->setText(everyone ? tr("Retract for everyone") : tr("Remove from my view"));
    m_status->clear();
}

void RetractDialog::act() {
    const int reason = m_reason->currentData().toInt();
    if (m_everyone->isChecked() && reason == kNotChosen) {
        m_status->setMessage(theme::Glyph::Problem, tr("Choose why it is retracted. The reason is sent along."));
        m_reason->setFocus();
        return;
    }
    m_buttons->setEnabled(false);
    if (m_everyone->isChecked())
        m_bridge.retractOutcome(m_outcome.id, reason, this,
                                [this](const Result<Emission>& result) { finish(result.ok(), result.fault); });
    else
        m_bridge.hideOutcome(m_outcome.id, true, this,
                             [this](const Result<Done>& result) { finish(result.ok(), result.fault); });
}

void RetractDialog::finish(bool good, const Fault& fault) {
    m_buttons->setEnabled(true);
    if (!good) {
        m_status->setMessage(theme::Glyph::Problem, format::failureSentence(fault.code));
        m_status->setToolTip(fault.detail);
        return;
    }
    if (m_everyone->isChecked())
        Q_EMIT retracted(m_outcome.id);
    else
        Q_EMIT removedFromView(m_outcome.id);
    accept();
}

} // namespace qis::ui
