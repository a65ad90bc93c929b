#include "pages/start/unlock_page.h"

#include "theme/theme.h"
#include "widgets/status_line.h"

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace qis::ui {

namespace {

constexpr int kUnlockColumns = 60;

} // namespace

UnlockPage::UnlockPage(QWidget* parent)
    : QWidget(parent)
    , m_folder(new QLabel(this))
    , m_passphrase(new QLineEdit(this))
    , m_status(new StatusLine(this))
    , m_unlock(new QPushButton(tr("&Unlock"), this)) {
    setObjectName(QStringLiteral("unlockPage"));
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_status->setObjectName(QStringLiteral("unlockStatus"));
    m_unlock->setObjectName(QStringLiteral("unlockButton"));
    m_folder->setWordWrap(true);
    m_folder->setTextFormat(Qt::PlainText);
    theme::makeQuiet(*m_folder);
    auto* title = new QLabel(tr("This home is locked"), this);
    theme::makeHeading(*title, 1);
    auto* text =
        new QLabel(tr("The passphrase opens the keys of this home. It is not sent anywhere and not kept."), this);
    text->setWordWrap(true);
    auto* form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Passphrase:"), m_passphrase);
    auto* sheet = new QWidget(this);
    sheet->setMaximumWidth(theme::columns(*this, kUnlockColumns));
    auto* column = new QVBoxLayout(sheet);
    column->setSpacing(theme::wideGap(*this) * 2 / 3);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(text);
    column->addLayout(form);
    column->addWidget(m_status);
    column->addWidget(m_unlock, 0, Qt::AlignTrailing);
    column->addWidget(m_folder);
    column->addStretch(2);
    auto* layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(sheet, 8);
    layout->addStretch(1);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPage::request);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &UnlockPage::request);
}

void UnlockPage::setFolder(const QString& folder) {
    //: %1: a folder
    m_folder->setText(tr("Home: %1").arg(folder));
}

void UnlockPage::ask(const QString& trouble) {
    setBusy(false);
    m_passphrase->clear();
    if (trouble.isEmpty())
        m_status->clear();
    else
        m_status->setMessage(theme::Glyph::Problem, trouble);
    m_passphrase->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::setBusy(bool busy) {
    m_passphrase->setEnabled(!busy);
    m_unlock->setEnabled(!busy);
    if (busy)
        m_status->setMessage(theme::Glyph::Clock, tr("Unlocking…"));
}

void UnlockPage::request() {
    if (m_passphrase->text().isEmpty()) {
        m_status->setMessage(theme::Glyph::Problem, tr("Enter the passphrase."));
        m_passphrase->setFocus();
        return;
    }
    const QString passphrase = m_passphrase->text();
    m_passphrase->clear();
    setBusy(true);
    Q_EMIT unlockRequested(passphrase);
}

} // namespace qis::ui
