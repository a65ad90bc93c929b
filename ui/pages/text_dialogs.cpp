#include "pages/text_dialogs.h"

#include "bridge/engine_bridge.h"
#include "theme/theme.h"
#include "widgets/dialog_size.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

class TextDialogs {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::TextDialogs)
};

constexpr int kColumns = 72;
constexpr int kListRows = 5;

QDialog* makeDialog(const QString& name, const QString& title, QVBoxLayout*& column, QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setMinimumWidth(theme::columns(*dialog, kColumns));
    column = new QVBoxLayout(dialog);
    column->setSpacing(theme::wideGap(*dialog) * 2 / 3);
    return dialog;
}

void addClose(QDialog* dialog, QVBoxLayout* column) {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeDialog"));
    column->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
}

} // namespace

QDialog* openAboutDialog(const QList<Pack>& packs, QWidget* parent) {
    QVBoxLayout* column = nullptr;
    auto* dialog = makeDialog(QStringLiteral("aboutDialog"), TextDialogs::tr("About QIS Desktop"), column, parent);
    auto* title = new QLabel(TextDialogs::tr("QIS Desktop %1").arg(EngineBridge::programVersion()), dialog);
    theme::makeHeading(*title, 1);
    auto* notice = new QLabel(
        TextDialogs::tr("For research and exchange of professional experience. Not a medical device, and not for "
                        "diagnosis or treatment decisions on its own: check the sources shown. What you see are "
                        "reports that match what you asked for, not rates in patients; pairs of sites that could "
                        "compare notes are not evidence."),
        dialog);
    notice->setWordWrap(true);
    auto* licence = new QLabel(TextDialogs::tr("Free software under the GNU General Public License, version 3 or "
                                               "later, without any warranty."),
                               dialog);
    licence->setWordWrap(true);
    auto* list = new QPlainTextEdit(dialog);
    list->setObjectName(QStringLiteral("packLicences"));
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMinimumHeight(list->fontMetrics().height() * kListRows);
    QStringList lines;
    for (const Pack& pack : packs)
        //: %1: title of a pack, %2: its version, %3: its licence, %4: its source
        lines.append(TextDialogs::tr("%1, version %2\nLicence: %3\nSource: %4")
                         .arg(pack.title, pack.version, pack.licence, pack.source));
    list->setPlainText(lines.isEmpty() ? TextDialogs::tr("No pack is loaded.") : lines.join(QLatin1String("\n\n")));
    auto* listLabel = new QLabel(TextDialogs::tr("&Domain packs:"), dialog);
    listLabel->setBuddy(list);
    column->addWidget(title);
    column->addWidget(notice);
    column->addWidget(licence);
    column->addWidget(listLabel);
    column->addWidget(list);
    addClose(dialog, column);
    fitToContent(*dialog);
    dialog->open();
    return dialog;
}

} // namespace qis::ui
