#include "pages/compose/own_record_dialog.h"

#include "bridge/engine_bridge.h"
#include "format/sentences.h"
#include "theme/theme.h"
#include "widgets/dialog_size.h"
#include "widgets/plain_label.h"
#include "widgets/status_line.h"
#include "widgets/text_field.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kRecordColumns = 56;

} // namespace

OwnRecordDialog::OwnRecordDialog(EngineBridge& bridge, const OwnOutcome& outcome, QWidget* parent)
    : QDialog(parent)
    , m_bridge(bridge)
    , m_id(outcome.id)
    , m_record(new TextField(kMaxOwnRecordBytes, this))
    , m_status(new StatusLine(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this)) {
    setObjectName(QStringLiteral("ownRecordDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Your record number"));
    m_record->setObjectName(QStringLiteral("ownRecordEdit"));
    m_record->setFieldName(tr("Your record number"));
    m_record->setValue(outcome.ownRecord);
    m_record->lineEdit()->selectAll();
    m_status->setObjectName(QStringLiteral("ownRecordStatus"));
    m_buttons->button(QDialogButtonBox::Save)->setObjectName(QStringLiteral("ownRecordSave"));
    if (!outcome.ownRecord.isEmpty()) {
        m_forget = m_buttons->addButton(tr("&Forget it"), QDialogButtonBox::DestructiveRole);
        m_forget->setObjectName(QStringLiteral("ownRecordForget"));
        m_forget->setAutoDefault(false);
        m_forget->setToolTip(tr("The outcome stays as it is; only the way back to the patient is gone"));
        connect(m_forget, &QPushButton::clicked, this, &OwnRecordDialog::forget);
    }

    auto* sentence = wrappedLabel(outcome.sentence, this);
    auto* text = wrappedLabel(tr("It is kept encrypted on this computer and in its backups, and is never sent. Nobody "
                                 "who receives the outcome can see it or ask for it."),
                              this);
    theme::makeQuiet(*text);
    sentence->setMinimumWidth(theme::columns(*this, kRecordColumns));
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    auto* label = new QLabel(tr("Record &number:"), this);
    label->setBuddy(m_record->lineEdit());
    form->addRow(label, m_record);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::wideGap(*this) * 2 / 3);
    layout->addWidget(sentence);
    layout->addLayout(form);
    layout->addWidget(text);
    layout->addWidget(m_status);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &OwnRecordDialog::save);
    m_record->lineEdit()->setFocus();
    fitToContent(*this);
}

void OwnRecordDialog::save() {
    if (const QString complaint = m_record->unreadable(); !complaint.isEmpty()) {
        m_status->setMessage(theme::Glyph::Problem, complaint);
        m_record->lineEdit()->setFocus();
        return;
    }
    keep(m_record->value().toString());
}

void OwnRecordDialog::forget() {
    keep({});
}

void OwnRecordDialog::keep(const QString& record) {
    setBusy(true);
    m_bridge.setOwnRecord(m_id, record, this, [this, record](const Result<Done>& result) {
        setBusy(false);
        if (!result.ok()) {
            m_status->setMessage(theme::Glyph::Problem, format::failureSentence(result.fault.code));
            m_record->lineEdit()->setFocus();
            return;
        }
        Q_EMIT kept(record);
        accept();
    });
}

void OwnRecordDialog::setBusy(bool busy) {
    m_buttons->setEnabled(!busy);
    m_record->setEnabled(!busy);
}

} // namespace qis::ui
