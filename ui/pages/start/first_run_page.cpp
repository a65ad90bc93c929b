#include "pages/start/first_run_page.h"

#include "theme/theme.h"
#include "widgets/status_line.h"

#include <QtCore/QStandardPaths>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

namespace qis::ui {

namespace {

constexpr int kFirstRunColumns = 92;
constexpr int kLongestSite = 64;
constexpr int kLeastPassphrase = 8;

QLabel* paragraph(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    return label;
}

} // namespace

FirstRunPage::FirstRunPage(QWidget* parent)
    : QWidget(parent)
    , m_folder(paragraph({}, this))
    , m_site(new QLineEdit(this))
    , m_siteStatus(new StatusLine(this))
    , m_demo(new QPushButton(tr("&Look around with demo data"), this))
    , m_passphrase(new QLineEdit(this))
    , m_repeat(new QLineEdit(this))
    , m_passphraseStatus(new StatusLine(this))
    , m_real(new QPushButton(tr("Create a &real home"), this))
    , m_restore(new QPushButton(tr("Restore from a &backup…"), this))
    , m_status(new StatusLine(this)) {
    setObjectName(QStringLiteral("firstRunPage"));
    m_site->setObjectName(QStringLiteral("siteName"));
    m_site->setMaxLength(kLongestSite);
    m_site->setPlaceholderText(tr("For example: St. Anne's Hospital, Pharmacy"));
    m_siteStatus->setObjectName(QStringLiteral("siteStatus"));
    m_demo->setObjectName(QStringLiteral("demoButton"));
    m_real->setObjectName(QStringLiteral("realButton"));
    m_restore->setObjectName(QStringLiteral("restoreButton"));
    m_passphrase->setObjectName(QStringLiteral("newPassphrase"));
    m_repeat->setObjectName(QStringLiteral("repeatPassphrase"));
    for (QLineEdit* edit : {m_passphrase, m_repeat})
        edit->setEchoMode(QLineEdit::Password);
    m_passphraseStatus->setObjectName(QStringLiteral("passphraseStatus"));
    m_status->setObjectName(QStringLiteral("firstRunStatus"));
    m_folder->setObjectName(QStringLiteral("homeFolder"));
    theme::makeQuiet(*m_folder);

    auto* title = paragraph(tr("Welcome to QIS Desktop"), this);
    theme::makeHeading(*title, 1);
    auto* intro = paragraph(tr("Sign what you observed, ask for outcomes like yours, and see why they match. Patient "
                               "records never leave this computer; only what you sign does. For research and exchange "
                               "of professional experience; not a medical device."),
                            this);
    auto* siteForm = new QFormLayout;
    siteForm->setRowWrapPolicy(QFormLayout::WrapLongRows);
    siteForm->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    siteForm->addRow(tr("&Name of your site (required for real use):"), m_site);
    siteForm->addRow(m_siteStatus);

    const int gap = theme::gap(*this);
    const int wide = theme::wideGap(*this);
    auto* demoBox = new QGroupBox(tr("Look around"), this);
    auto* demoColumn = new QVBoxLayout(demoBox);
    demoColumn->setSpacing(gap * 2);
    demoColumn->addWidget(paragraph(tr("See outcomes arrive, why they match and what they say together. All of it is "
                                       "invented, runs on this computer alone and is deleted when you leave. Keys of "
                                       "a demo are refused by every real network."),
                                    demoBox));
    demoColumn->addStretch(1);
    demoColumn->addWidget(m_demo);

    auto* realBox = new QGroupBox(tr("Set up for real use"), this);
    auto* realColumn = new QVBoxLayout(realBox);
    realColumn->setSpacing(gap * 2);
    realColumn->addWidget(paragraph(tr("The signing key is made on this computer and is never sent. The passphrase "
                                       "protects it; nobody can restore it for you."),
                                    realBox));
    auto* passForm = new QFormLayout;
    passForm->setRowWrapPolicy(QFormLayout::WrapLongRows);
    passForm->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    passForm->addRow(tr("&Passphrase:"), m_passphrase);
    passForm->addRow(tr("Passphrase &again:"), m_repeat);
    realColumn->addLayout(passForm);
    realColumn->addWidget(m_passphraseStatus);
    realColumn->addStretch(1);
    realColumn->addWidget(m_real);

    auto* boxes = new QHBoxLayout;
    boxes->setSpacing(wide);
    boxes->addWidget(demoBox, 1);
    boxes->addWidget(realBox, 1);

    auto* restoreRow = new QHBoxLayout;
    auto* restoreText = paragraph(tr("Do you have a backup of an earlier home? It comes back with its key, under "
                                     "its old passphrase."),
                                  this);
    restoreText->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    restoreRow->setSpacing(wide);
    restoreRow->addWidget(restoreText, 1);
    restoreRow->addWidget(m_restore);

    auto* sheet = new QWidget;
    auto* column = new QVBoxLayout;
    column->setSpacing(wide * 2 / 3);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(intro);
    column->addSpacing(gap);
    column->addLayout(siteForm);
    column->addLayout(boxes);
    column->addLayout(restoreRow);
    column->addWidget(m_status);
    column->addWidget(m_folder);
    column->addStretch(2);
    auto* row = new QHBoxLayout(sheet);
    row->addStretch(1);
    row->addLayout(column, 12);
    row->addStretch(1);
    sheet->setMaximumWidth(theme::columns(*this, kFirstRunColumns * 4 / 3));
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAlignment(Qt::AlignHCenter);
    scroll->setWidget(sheet);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    setTabOrder(m_site, m_demo);
    setTabOrder(m_demo, m_passphrase);
    setTabOrder(m_passphrase, m_repeat);
    setTabOrder(m_repeat, m_real);
    setTabOrder(m_real, m_restore);
    connect(m_restore, &QPushButton::clicked, this, &FirstRunPage::chooseBackup);
    connect(m_demo, &QPushButton::clicked, this, &FirstRunPage::requestDemo);
    connect(m_real, &QPushButton::clicked, this, &FirstRunPage::requestReal);
    connect(m_repeat, &QLineEdit::returnPressed, this, &FirstRunPage::requestReal);
    connect(m_site, &QLineEdit::textChanged, m_siteStatus, &StatusLine::clear);
    for (QLineEdit* edit : {m_passphrase, m_repeat})
        connect(edit, &QLineEdit::textChanged, m_passphraseStatus, &StatusLine::clear);
}

void FirstRunPage::setFolder(const QString& folder) {
    //: %1: a folder
    m_folder->setText(tr("Everything is kept in %1.").arg(folder));
}

void FirstRunPage::setBusy(bool busy) {
    for (QWidget* control : std::initializer_list<QWidget*>{m_site, m_demo, m_passphrase, m_repeat, m_real, m_restore})
        control->setEnabled(!busy);
    if (busy)
        m_status->setMessage(theme::Glyph::Clock, tr("Making the home: keys, vault and store…"));
    else
        m_status->clear();
}

void FirstRunPage::showTrouble(const QString& sentence) {
    m_status->setMessage(theme::Glyph::Problem, sentence);
}

void FirstRunPage::showNote(const QString& sentence) {
    m_status->setMessage(theme::Glyph::Info, sentence);
}

void FirstRunPage::focusRestore() {
    m_restore->setFocus(Qt::OtherFocusReason);
}

void FirstRunPage::focusFirst() {
    m_site->setFocus(Qt::OtherFocusReason);
}

bool FirstRunPage::checkSite() {
    if (!m_site->text().trimmed().isEmpty())
        return true;
    m_siteStatus->setMessage(theme::Glyph::Problem, tr("Give your site a name. Others see it beside your outcomes."));
    m_site->setFocus();
    return false;
}

void FirstRunPage::requestDemo() {
    Q_EMIT demoRequested(m_site->text().trimmed());
}

void FirstRunPage::chooseBackup() {
    auto* dialog = new QFileDialog(this, tr("Restore a home from a backup"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(QStringLiteral("restoreFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    //: Kinds of file, in a dialog; leave what is in brackets as it is
    dialog->setNameFilters({tr("Backups of a home (*.qisbackup)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &FirstRunPage::restoreRequested);
    dialog->open();
}

void FirstRunPage::requestReal() {
    if (!checkSite())
        return;
    if (m_passphrase->text().size() < kLeastPassphrase) {
        m_passphraseStatus->setMessage(theme::Glyph::Problem,
                                       tr("Use at least %Ln character(s).", nullptr, kLeastPassphrase));
        m_passphrase->setFocus();
        return;
    }
    if (m_passphrase->text() != m_repeat->text()) {
        m_passphraseStatus->setMessage(theme::Glyph::Problem, tr("The two passphrases differ."));
        m_repeat->setFocus();
        m_repeat->selectAll();
        return;
    }
    const QString passphrase = m_passphrase->text();
    Q_EMIT realRequested(m_site->text().trimmed(), passphrase);
}

} // namespace qis::ui
