#include "pages/compose/compose_side.h"

#include "bridge/form_model.h"
#include "pages/compose/compose_form.h"
#include "theme/theme.h"
#include "widgets/completeness_meter.h"
#include "widgets/plain_label.h"
#include "widgets/size_gauge.h"
#include "widgets/status_line.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace qis::ui {

namespace {

constexpr int kLeastSideColumns = 40;
constexpr int kShownProblems = 6;

} // namespace

ComposeSide::ComposeSide(FormModel& model, const ComposeForm& form, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_form(form)
    , m_sentence(new QLabel(this))
    , m_gauge(new SizeGauge(this))
    , m_state(new StatusLine(this))
    , m_listLabel(new QLabel(tr("Still &to do:"), this))
    , m_problems(new QListWidget(this))
    , m_completeness(new CompletenessMeter(this))
    , m_message(new StatusLine(this))
    , m_saved(new StatusLine(this))
    , m_review(new QPushButton(tr("&Review and sign…"), this))
    , m_sign(new QPushButton(tr("&Sign"), this))
    , m_ask(new QPushButton(tr("&Ask for outcomes like this…"), this)) {
    m_sentence->setObjectName(QStringLiteral("sentencePreview"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setObjectName(QStringLiteral("composeState"));
    m_message->setObjectName(QStringLiteral("composeMessage"));
    m_problems->setObjectName(QStringLiteral("problemList"));
    m_problems->setWordWrap(true);
    m_problems->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problems->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_problems->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_problems->setMaximumHeight(fontMetrics().height() * kShownProblems * 2);
    m_listLabel->setBuddy(m_problems);
    m_sign->setObjectName(QStringLiteral("signButton"));
    m_saved->setObjectName(QStringLiteral("draftSaved"));
    m_review->setObjectName(QStringLiteral("reviewButton"));
    m_review->setDefault(true);
    m_review->setAutoDefault(true);
    m_review->setToolTip(tr("See every part that leaves, then sign (Ctrl+Return)"));
    m_review->setWhatsThis(tr("Shows the outcome as a sentence, every part of the packet in words and in bytes, and "
                              "what stays on this computer. You sign it from there."));
    m_sign->setToolTip(tr("Sign the outcome and send it without another look"));
    m_sign->setWhatsThis(tr("Signs the outcome with the key of this home. For a short time it can still be undone; "
                            "then it goes to every connected peer and cannot be called back, only retracted."));
    m_ask->setObjectName(QStringLiteral("askButton"));
    m_ask->setToolTip(tr("Be told of outcomes whose condition is like the one in the form"));
    m_ask->setWhatsThis(tr("Makes an interest from the condition in the form. What happened plays no part in "
                           "the likeness, so that counting what happened stays honest."));

    auto* layout = new QVBoxLayout(this);
    const int gap = theme::gap(*this);
    theme::setMargins(*layout, *this, gap * 2, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(headingLabel(tr("In a sentence"), this));
    layout->addWidget(m_sentence);
    layout->addSpacing(gap);
    layout->addWidget(m_gauge);
    layout->addSpacing(gap);
    layout->addWidget(m_state);
    layout->addWidget(m_listLabel);
    layout->addWidget(m_problems);
    layout->addSpacing(gap);
    constexpr int kMost = 100;
    layout->addWidget(m_completeness, kMost);
    layout->addStretch(1);
    layout->addWidget(m_message);
    layout->addWidget(m_saved);
    layout->addWidget(m_review);
    layout->addWidget(m_sign);
    layout->addWidget(m_ask);
    setMinimumWidth(theme::columns(*this, kLeastSideColumns));

    connect(m_completeness, &CompletenessMeter::reasonActivated, this, &ComposeSide::problemActivated);
    connect(m_review, &QPushButton::clicked, this, &ComposeSide::reviewRequested);
    connect(m_sign, &QPushButton::clicked, this, &ComposeSide::signRequested);
    connect(m_ask, &QPushButton::clicked, this, &ComposeSide::askRequested);
    connect(m_problems, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { Q_EMIT problemActivated(item->data(Qt::UserRole).toString()); });
    connect(m_problems, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* item) { Q_EMIT problemActivated(item->data(Qt::UserRole).toString()); });
    connect(&model, &FormModel::checked, this, &ComposeSide::refresh);
    connect(&model, &FormModel::reloaded, this, &ComposeSide::refresh);
    connect(&model, &FormModel::edited, this, [this] {
        m_message->clear();
        if (m_model.isEmpty())
            refresh();
    });
    connect(&model, &FormModel::checkFailed, this, [this](const Fault& fault) {
        showMessage(theme::Glyph::Problem, FormModel::sentenceOf({fault.code, fault.field, fault.detail}));
    });
    refresh();
}

QWidget* ComposeSide::firstControl() const {
    return m_problems->isVisible() && m_problems->count() > 0 ? static_cast<QWidget*>(m_problems) : m_review;
}

void ComposeSide::orderTabsAfter(QWidget* before) {
    setTabOrder(before, m_problems);
    setTabOrder(m_problems, m_completeness->reasons());
    setTabOrder(m_completeness->reasons(), m_review);
    setTabOrder(m_review, m_sign);
    setTabOrder(m_sign, m_ask);
}

void ComposeSide::setBusy(bool busy) {
    m_review->setEnabled(!busy);
    m_sign->setEnabled(!busy);
}

void ComposeSide::showMessage(theme::Glyph glyph, const QString& text) {
    m_message->setMessage(glyph, text);
}

void ComposeSide::showSaved(theme::Glyph glyph, const QString& text) {
    m_saved->setMessage(glyph, text);
    if (glyph == theme::Glyph::Problem) {
        m_saved->setAccessibleName(text);
        QAccessibleEvent alert(m_saved, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ComposeSide::refresh() {
    const auto& report = m_model.report();
    const bool known = report.has_value();
    const bool empty = m_model.isEmpty();
    const QString sentence = known ? report->sentence : QString();
    m_sentence->setText(sentence.isEmpty() ? tr("The outcome appears here in words as you fill in the form.")
                                           : sentence);
    m_sentence->setForegroundRole(sentence.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    m_gauge->setBytes(known ? report->bytes : 0);

    m_completeness->setCompleteness(known && !empty ? report->completeness : std::nullopt,
                                    m_model.pack().completenessSource);

    m_problems->clear();
    if (known && !empty) {
        for (const FieldProblem& problem : report->problems) {
            const QString label = m_form.labelOf(problem.field);
            const QString text =
                problem.code == QLatin1String("missing-field")
                    //: One thing to do before signing. %1: name of a field
                    ? tr("Fill in: %1").arg(label)
                    //: One thing to do before signing. %1: name of a field, %2: what is wrong, a whole sentence
                    : tr("%1: %2").arg(label, FormModel::sentenceOf(problem));
            auto* item = new QListWidgetItem(text, m_problems);
            item->setData(Qt::UserRole, problem.field);
        }
    }
    const bool any = m_problems->count() > 0;
    m_listLabel->setVisible(any);
    m_problems->setVisible(any);
    if (!any && empty)
        m_state->setMessage(theme::Glyph::Info, tr("Start with the fields marked as required."));
    else if (!any && m_model.canSign())
        m_state->setMessage(theme::Glyph::Good, tr("Complete. You can sign it."));
    else if (!known)
        m_state->setMessage(theme::Glyph::Info, tr("What stands in the form is being checked."));
    else
        m_state->clear();
}

} // namespace qis::ui
