#include "pages/help/keys_dialog.h"

#include "bridge/courier.h"
#include "bridge/whole_file.h"
#include "pages/help/quick_card.h"
#include "pages/palette/command_palette.h"
#include "theme/theme.h"
#include "widgets/status_line.h"

#include <QtCore/QIODevice>
#include <QtCore/QStandardPaths>
#include <QtGui/QAction>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kKeyColumns = 72;
constexpr int kKeyRows = 24;

} // namespace

KeysDialog::KeysDialog(const QList<QAction*>& actions, QWidget* parent)
    : QDialog(parent)
    , m_card(quickCard(actions))
    , m_courier(std::make_shared<Courier>(this))
    , m_save(new QPushButton(tr("&Save a card to print…"), this))
    , m_status(new StatusLine(this)) {
    setObjectName(QStringLiteral("keysDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard"));
    setMinimumWidth(theme::columns(*this, kKeyColumns));
    m_save->setObjectName(QStringLiteral("saveCard"));
    m_save->setToolTip(tr("The main ways through the program and its keys on one page, as a PDF"));
    m_status->setObjectName(QStringLiteral("cardStatus"));
    auto* table = new QTreeWidget(this);
    table->setObjectName(QStringLiteral("keyTable"));
    table->setAccessibleName(tr("Actions and their keys"));
    table->setRootIsDecorated(false);
    table->setAlternatingRowColors(true);
    table->setHeaderLabels({tr("Action"), tr("Keys")});
    table->setMinimumHeight(table->fontMetrics().height() * kKeyRows);
    for (const QAction* action : actions)
        if (!action->shortcuts().isEmpty())
            new QTreeWidgetItem(table, {plainText(*action), keysOf(*action)});
    table->header()->setStretchLastSection(true);
    table->resizeColumnToContents(0);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeDialog"));
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::wideGap(*this) * 2 / 3);
    column->addWidget(table);
    column->addWidget(m_status);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &KeysDialog::askForFile);
}

KeysDialog::~KeysDialog() {
    m_courier->detach();
}

void KeysDialog::askForFile() {
    auto* dialog = new QFileDialog(this);
    dialog->setObjectName(QStringLiteral("cardFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setWindowTitle(tr("Save a card to print"));
    dialog->setNameFilter(tr("Page to print (*.pdf)"));
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(QStringLiteral("qis-desktop.pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, &KeysDialog::saveCard);
    dialog->open();
}

void KeysDialog::saveCard(const QString& path) {
    m_save->setEnabled(false);
    writeWhole(
        path,
        [card = m_card, letters = font()](QIODevice& file) {
            const QByteArray bytes = quickCardPdf(card, letters);
            return file.write(bytes) == bytes.size();
        },
        m_courier,
        [this, path](const QString& trouble) {
            m_save->setEnabled(true);
            if (trouble.isEmpty())
                //: %1: path of a file
                m_status->setMessage(theme::Glyph::Good, tr("Saved as %1.").arg(path));
            else
                m_status->setMessage(theme::Glyph::Problem,
                                     //: %1: path of a file, %2: what the system says about it
                                     tr("%1 could not be written, and nothing there was changed. Choose another "
                                        "folder. The system says: %2.")
                                         .arg(path, trouble));
            Q_EMIT cardEnded();
        });
}

} // namespace qis::ui
