#include "pages/help/codes_dialog.h"

#include "format/sentences.h"
#include "pages/palette/command_palette.h"
#include "theme/theme.h"
#include "widgets/plain_label.h"
#include "widgets/reading_table.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kCodeColumns = 84;
constexpr int kCodeLines = 32;

} // namespace

CodesDialog::CodesDialog(QWidget* parent)
    : QDialog(parent)
    , m_words(new QLineEdit(this))
    , m_table(new QTableWidget(this))
    , m_none(wrappedLabel(tr("No message has these words in it. Fewer of them find more."), this)) {
    setObjectName(QStringLiteral("codesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Messages and codes"));
    m_words->setObjectName(QStringLiteral("codeWords"));
    m_words->setPlaceholderText(tr("A code, or words of a message"));
    auto* label = new QLabel(tr("&Find:"), this);
    label->setBuddy(m_words);
    m_table->setObjectName(QStringLiteral("codeTable"));
    m_table->setAccessibleName(tr("Messages and their codes"));
    m_table->setColumnCount(2);
    m_table->setHorizontalHeaderLabels({tr("Code"), tr("What it means")});
    makeReadingTable(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_none->setObjectName(QStringLiteral("noCode"));
    theme::makeQuiet(*m_none);
    auto* about = wrappedLabel(tr("If a message shows a code, look it up here. Every refusal is counted on the "
                                  "page Networks, and nothing is lost without a message."),
                               this);
    theme::makeQuiet(*about);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap(*this) * 2);
    auto* finding = new QHBoxLayout;
    finding->addWidget(label);
    finding->addWidget(m_words, 1);
    layout->addLayout(finding);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_none);
    layout->addWidget(about);
    layout->addWidget(buttons);
    connect(m_words, &QLineEdit::textChanged, this, &CodesDialog::filter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    list();
    filter({});
    resize(theme::columns(*this, kCodeColumns), fontMetrics().height() * kCodeLines);
    m_words->setFocus(Qt::OtherFocusReason);
}

void CodesDialog::list() {
    const auto all = format::failures();
    m_table->setRowCount(static_cast<int>(all.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        m_table->setItem(row, 0, new QTableWidgetItem(all.at(row).first));
        m_table->setItem(row, 1, new QTableWidgetItem(all.at(row).second));
    }
    m_table->resizeColumnToContents(0);
}

void CodesDialog::filter(const QString& typed) {
    int first = -1;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const bool shown =
            holdsWords(m_table->item(row, 0)->text() % QLatin1Char(' ') % m_table->item(row, 1)->text(), typed);
        m_table->setRowHidden(row, !shown);
        if (shown && first < 0)
            first = row;
    }
    m_table->setCurrentCell(first, 0);
    m_none->setVisible(first < 0);
}

void CodesDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    m_table->resizeRowsToContents();
}

void CodesDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    if (isVisible())
        m_table->resizeRowsToContents();
}

} // namespace qis::ui
