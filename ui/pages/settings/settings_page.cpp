#include "pages/settings/settings_page.h"

#include "format/numbers.h"
#include "pages/settings/languages.h"
#include "pages/settings/settings_store.h"
#include "theme/theme.h"
#include "widgets/fact_list.h"
#include "widgets/status_line.h"

#include <QtCore/QDir>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSpinBox>

namespace qis::ui {

namespace {

constexpr int kReadableColumns = 128;
constexpr int kTextStep = 10;
constexpr int kUndoStep = 5;

QFormLayout* formIn(QWidget* box) {
    auto* form = new QFormLayout(box);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->setVerticalSpacing(theme::gap(*box) * 3 / 2);
    return form;
}

QLabel* quiet(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    theme::makeQuiet(*label);
    return label;
}

} // namespace

SettingsPage::SettingsPage(SettingsStore& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_theme(new QComboBox(this))
    , m_textSize(new QSpinBox(this))
    , m_language(new QComboBox(this))
    , m_languageNote(new StatusLine(this))
    , m_home(new QLineEdit(this))
    , m_choose(new QPushButton(tr("Choo&se…"), this))
    , m_homeNote(new StatusLine(this))
    , m_undo(new QSpinBox(this))
    , m_identity(new FactList(this))
    , m_languageAtStart(settings.values().language) {
    setObjectName(QStringLiteral("settingsPage"));
    build();
    showValues();
    connect(&settings, &SettingsStore::changed, this, &SettingsPage::showValues);
    for (QComboBox* box : {m_theme, m_language})
        connect(box, &QComboBox::activated, this, &SettingsPage::keep);
    for (QSpinBox* box : {m_textSize, m_undo})
        connect(box, &QSpinBox::valueChanged, this, &SettingsPage::keep);
    connect(m_home, &QLineEdit::editingFinished, this, &SettingsPage::keep);
    connect(m_choose, &QPushButton::clicked, this, &SettingsPage::chooseFolder);
}

void SettingsPage::build() {
    auto* title = new QLabel(tr("Settings"), this);
    theme::makeHeading(*title, 1);
    auto* sheet = new QWidget;
    sheet->setObjectName(QStringLiteral("settingsSheet"));
    auto* column = m_groups = new QVBoxLayout(sheet);
    const int margin = theme::wideGap(*this) * 2 / 3;
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    column->addWidget(title);
    column->addWidget(buildLooks());
    column->addWidget(buildHome());
    column->addWidget(buildIdentity());
    column->addStretch(1);
    sheet->setMaximumWidth(theme::columns(*this, kReadableColumns));
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("settingsScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    scroll->setWidget(sheet);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void SettingsPage::addGroup(QWidget* group) {
    m_groups->insertWidget(m_groups->count() - 1, group); // before the stretch
}

QWidget* SettingsPage::buildLooks() {
    auto* box = new QGroupBox(tr("Appearance"), this);
    m_theme->setObjectName(QStringLiteral("settingTheme"));
    m_theme->addItem(tr("As the system"), QString());
    m_theme->addItem(tr("Light"), QStringLiteral("light"));
    m_theme->addItem(tr("Dark"), QStringLiteral("dark"));
    m_theme->addItem(tr("High contrast"), QStringLiteral("contrast"));
    m_textSize->setObjectName(QStringLiteral("settingTextSize"));
    m_textSize->setRange(Settings::kLeastText, Settings::kMostText);
    m_textSize->setSingleStep(kTextStep);
    m_textSize->setKeyboardTracking(false);
    //: Behind a number: per cent
    m_textSize->setSuffix(tr(" %"));
    m_language->setObjectName(QStringLiteral("settingLanguage"));
    for (const Language& language : installedLanguages())
        m_language->addItem(language.name, language.code);
    m_languageNote->setObjectName(QStringLiteral("languageNote"));
    auto* form = formIn(box);
    form->addRow(tr("&Theme:"), m_theme);
    form->addRow(tr("Te&xt size:"), m_textSize);
    form->addRow(tr("Lang&uage:"), m_language);
    form->addRow(m_languageNote);
    return box;
}

QWidget* SettingsPage::buildHome() {
    auto* box = new QGroupBox(tr("Home and signing"), this);
    m_home->setObjectName(QStringLiteral("settingHome"));
    m_home->setPlaceholderText(tr("the usual folder"));
    m_choose->setObjectName(QStringLiteral("chooseHome"));
    m_choose->setAccessibleName(tr("Choose the folder of the home"));
    m_homeNote->setObjectName(QStringLiteral("homeNote"));
    m_undo->setObjectName(QStringLiteral("settingUndo"));
    m_undo->setRange(0, Settings::kMostUndo);
    m_undo->setSingleStep(kUndoStep);
    m_undo->setKeyboardTracking(false);
    //: Behind a number: seconds
    m_undo->setSuffix(tr(" s"));
    m_undo->setWhatsThis(tr("For so long a signed outcome can still be taken back; then it leaves. With 0 it leaves at "
                            "once."));
    auto* folder = new QHBoxLayout;
    folder->addWidget(m_home, 1);
    folder->addWidget(m_choose);
    auto* folderLabel = new QLabel(tr("&Folder of the home:"), box);
    folderLabel->setBuddy(m_home);
    auto* form = formIn(box);
    form->addRow(folderLabel, folder);
    form->addRow(m_homeNote);
    form->addRow(tr("Time to un&do signing:"), m_undo);
    form->addRow(quiet(tr("The folder and the time to undo take effect when the program is started again."), box));
    return box;
}

QWidget* SettingsPage::buildIdentity() {
    auto* box = new QGroupBox(tr("Identity"), this);
    m_identity->setObjectName(QStringLiteral("identity"));
    auto* column = new QVBoxLayout(box);
    column->setSpacing(theme::gap(*this) * 3 / 2);
    column->addWidget(m_identity);
    column->addWidget(quiet(tr("Read these words to another site to be sure that an outcome is yours. The private "
                               "key itself is never sent. Do not use a copy of this folder beside the original: two "
                               "homes that sign with one key contradict each other, and other sites then refuse both."),
                            box));
    return box;
}

QList<Pane> SettingsPage::panes() const {
    return {{m_theme->parentWidget(), m_theme, true},
            {m_home->parentWidget(), m_home},
            {m_identity, m_identity->findChild<QWidget*>(QStringLiteral("identitySite"))}};
}

void SettingsPage::setStatus(const Status& status) {
    m_openHome = status.home;
    m_identity->setFact(QStringLiteral("identitySite"), tr("Site:"), status.siteName);
    m_identity->setFact(QStringLiteral("identityWords"), tr("Key in words:"), status.fingerprint);
    m_identity->setFact(QStringLiteral("identityKey"), tr("Key:"), format::shortKey(status.author));
    m_identity->setFact(QStringLiteral("identityKind"), tr("Kind of home:"),
                        status.demo ? tr("Demo: its key is refused by every real network.")
                                    : tr("Real, protected by its passphrase."));
    m_identity->setFact(QStringLiteral("identityHome"), tr("Open now:"), QDir::toNativeSeparators(status.home));
    showValues();
}

void SettingsPage::showValues() {
    const Settings& values = m_settings.values();
    m_showing = true;
    m_theme->setCurrentIndex(qMax(0, m_theme->findData(values.theme)));
    m_textSize->setValue(values.textSize);
    m_language->setCurrentIndex(qMax(0, m_language->findData(values.language)));
    // What is being typed is not taken away.
    if (!m_home->isModified())
        m_home->setText(QDir::toNativeSeparators(values.home));
    m_undo->setValue(values.undoSeconds);
    m_showing = false;
    if (values.language == m_languageAtStart)
        m_languageNote->clear();
    else
        m_languageNote->setMessage(theme::Glyph::Info, tr("The language changes when the program is started again."));
    if (values.home.isEmpty() || m_openHome.isEmpty() || QDir(values.home) == QDir(m_openHome))
        m_homeNote->clear();
    else
        m_homeNote->setMessage(theme::Glyph::Info,
                               tr("Another home is open now; this one is opened when the program is started again."));
}

void SettingsPage::keep() {
    if (m_showing)
        return;
    Settings values = m_settings.values();
    values.theme = m_theme->currentData().toString();
    values.textSize = m_textSize->value();
    values.language = m_language->currentData().toString();
    const QString folder = m_home->text().trimmed();
    values.home = folder.isEmpty() ? QString() : QDir(QDir::fromNativeSeparators(folder)).absolutePath();
    m_home->setModified(false);
    values.undoSeconds = m_undo->value();
    m_settings.setValues(values);
}

void SettingsPage::chooseFolder() {
    const QString from = m_settings.values().home.isEmpty() ? m_openHome : m_settings.values().home;
    auto* dialog = new QFileDialog(this, tr("Folder of the home"), from);
    dialog->setObjectName(QStringLiteral("homeFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_home->setText(QDir::toNativeSeparators(folder));
        keep();
    });
    dialog->open();
}

} // namespace qis::ui
