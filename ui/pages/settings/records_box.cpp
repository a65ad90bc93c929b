#include "pages/settings/records_box.h"

#include "bridge/engine_bridge.h"
#include "format/sentences.h"
#include "theme/theme.h"
#include "widgets/plain_label.h"
#include "widgets/status_line.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <limits>

namespace qis::ui {

RecordsBox::RecordsBox(EngineBridge& bridge, QWidget* parent)
    : QGroupBox(tr("Record numbers of your patients"), parent)
    , m_bridge(bridge)
    , m_amount(wrappedLabel(QString(), this))
    , m_forget(new QPushButton(tr("Forget all of them…"), this))
    , m_status(new StatusLine(this)) {
    setObjectName(QStringLiteral("recordsBox"));
    m_amount->setObjectName(QStringLiteral("recordsAmount"));
    m_forget->setObjectName(QStringLiteral("forgetRecords"));
    m_status->setObjectName(QStringLiteral("recordsStatus"));
    auto* text = wrappedLabel(tr("They lead from an outcome back to the patient. They are kept encrypted on this "
                                 "computer and in its backups, and are never sent. Forgetting them leaves the outcomes "
                                 "as they are; backups that were made before still hold them."),
                              this);
    theme::makeQuiet(*text);
    auto* row = new QHBoxLayout;
    row->addWidget(m_forget);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::gap(*this) * 3 / 2);
    column->addWidget(m_amount);
    column->addLayout(row);
    column->addWidget(m_status);
    column->addWidget(text);
    connect(m_forget, &QPushButton::clicked, this, &RecordsBox::ask);
    setStatus({});
}

void RecordsBox::setStatus(const Status& status) {
    const int amount = static_cast<int>(qMin<qint64>(status.ownRecords, std::numeric_limits<int>::max()));
    m_amount->setText(amount == 0 ? tr("No draft or outcome of this home has a record number.")
                                  : tr("%Ln draft(s) and outcome(s) have one.", nullptr, amount));
    m_forget->setEnabled(amount > 0);
}

void RecordsBox::ask() {
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Forget all record numbers"),
                        tr("After this, nothing on this computer leads from your outcomes back to the patients. "
                           "It cannot be undone."),
                        QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("forgetRecordsDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* button = box->addButton(tr("Forget all of them"), QMessageBox::DestructiveRole);
    button->setObjectName(QStringLiteral("forgetRecordsConfirm"));
    box->setDefaultButton(QMessageBox::Cancel);
    connect(button, &QPushButton::clicked, this, &RecordsBox::forget);
    box->open();
}

void RecordsBox::forget() {
    m_forget->setEnabled(false);
    m_bridge.forgetOwnRecords(this, [this](const Result<qint64>& result) {
        if (!result.ok()) {
            m_forget->setEnabled(true);
            m_status->setMessage(theme::Glyph::Problem, format::failureSentence(result.fault.code));
            return;
        }
        m_status->setMessage(theme::Glyph::Good, tr("They are forgotten."));
    });
}

} // namespace qis::ui
