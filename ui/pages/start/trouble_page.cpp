#include "pages/start/trouble_page.h"

#include "format/sentences.h"
#include "theme/glyph.h"
#include "theme/theme.h"

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace qis::ui {

namespace {

constexpr int kTroubleColumns = 76;

} // namespace

TroublePage::TroublePage(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_folder(new QLabel(this))
    , m_code(new QLineEdit(this))
    , m_detail(new QLineEdit(this))
    , m_retry(new QPushButton(tr("&Try again"), this)) {
    setObjectName(QStringLiteral("troublePage"));
    m_sentence->setObjectName(QStringLiteral("troubleSentence"));
    m_retry->setObjectName(QStringLiteral("retryButton"));
    m_code->setObjectName(QStringLiteral("troubleCode"));
    m_detail->setObjectName(QStringLiteral("troubleDetail"));
    // Fields that are read, copied and spoken, not typed into.
    for (QLineEdit* edit : {m_code, m_detail})
        edit->setReadOnly(true);
    for (QLabel* label : {m_sentence, m_folder}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    theme::makeQuiet(*m_folder);
    auto* title = new QLabel(tr("The home could not be opened"), this);
    title->setWordWrap(true);
    theme::makeHeading(*title, 1);
    auto* glyph = new theme::GlyphView(theme::Glyph::Problem, this);
    glyph->setFont(title->font());
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::gap(*this) * 2);
    head->addWidget(glyph);
    head->addWidget(title, 1);
    auto* details = new QFormLayout;
    details->setRowWrapPolicy(QFormLayout::WrapLongRows);
    details->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    details->addRow(tr("&Code:"), m_code);
    details->addRow(tr("&Details:"), m_detail);
    auto* sheet = new QWidget(this);
    sheet->setMaximumWidth(theme::columns(*this, kTroubleColumns));
    auto* column = new QVBoxLayout(sheet);
    column->setSpacing(theme::wideGap(*this) * 2 / 3);
    column->addStretch(1);
    column->addLayout(head);
    column->addWidget(m_sentence);
    column->addWidget(m_folder);
    column->addLayout(details);
    column->addWidget(m_retry, 0, Qt::AlignTrailing);
    column->addStretch(2);
    auto* layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(sheet, 8);
    layout->addStretch(1);
    setTabOrder(m_retry, m_code);
    setTabOrder(m_code, m_detail);
    connect(m_retry, &QPushButton::clicked, this, &TroublePage::retryRequested);
}

void TroublePage::showFault(const Fault& fault, const QString& folder) {
    m_sentence->setText(format::failureSentence(fault.code));
    //: %1: a folder
    m_folder->setText(tr("Home: %1. Nothing in it was changed.").arg(folder));
    m_code->setText(fault.code);
    m_detail->setText(fault.detail);
    m_detail->setCursorPosition(0);
    m_detail->setPlaceholderText(tr("none"));
    m_retry->setFocus(Qt::OtherFocusReason);
}

} // namespace qis::ui
