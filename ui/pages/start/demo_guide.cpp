#include "pages/start/demo_guide.h"

#include "bridge/values.h"
#include "pages/compose/compose_page.h"
#include "pages/compose/draft_desk.h"
#include "pages/evidence/evidence_page.h"
#include "pages/matches/explanation_panel.h"
#include "pages/matches/matches_page.h"
#include "pages/workspace.h"
#include "theme/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <utility>

namespace qis::ui {

DemoGuide::DemoGuide(Workspace& workspace, QWidget* parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_count(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_where(new QPushButton(tr("Show me where"), this))
    , m_skip(new QPushButton(tr("Skip this step"), this))
    , m_close(new QPushButton(tr("Close the guide"), this)) {
    setObjectName(QStringLiteral("demoGuide"));
    setAccessibleName(tr("Guide through the demo"));
    m_count->setObjectName(QStringLiteral("guideCount"));
    m_title->setObjectName(QStringLiteral("guideTitle"));
    m_text->setObjectName(QStringLiteral("guideText"));
    m_where->setObjectName(QStringLiteral("guideWhere"));
    m_skip->setObjectName(QStringLiteral("guideSkip"));
    m_close->setObjectName(QStringLiteral("guideClose"));
    for (QLabel* label : {m_count, m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(label == m_text);
    }
    theme::makeQuiet(*m_count);
    theme::makeHeading(*m_title, 3);

    const int gap = theme::gap(*this);
    auto* heading = new QHBoxLayout;
    heading->setSpacing(gap * 2);
    heading->addWidget(m_title);
    heading->addWidget(m_count);
    heading->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(gap / 2);
    words->addLayout(heading);
    words->addWidget(m_text);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(gap * 2, gap, gap * 2, gap);
    layout->setSpacing(gap * 2);
    layout->addLayout(words, 1);
    for (QPushButton* button : {m_where, m_skip, m_close})
        layout->addWidget(button, 0, Qt::AlignVCenter);
    hide();

    connect(m_where, &QPushButton::clicked, this, &DemoGuide::showWhere);
    connect(m_skip, &QPushButton::clicked, this, [this] { finish(static_cast<Step>(step())); });
    connect(m_close, &QPushButton::clicked, this, &DemoGuide::end);
}

void DemoGuide::watch() {
    if (std::exchange(m_watching, true))
        return;
    MatchesPage& matches = m_workspace.matches();
    connect(&matches.explanation(), &ExplanationPanel::shown, this, [this, &matches] {
        const QString id = matches.explanation().id();
        if (m_firstMatch.isEmpty())
            m_firstMatch = id;
        else if (id != m_firstMatch && matches.isVisible())
            finish(Step::Why);
    });
    connect(&m_workspace.evidence(), &EvidencePage::shown, this, &DemoGuide::lookAtPage);
    connect(&m_workspace, &Workspace::pageChanged, this, &DemoGuide::lookAtPage);
    connect(&m_workspace.compose(), &ComposePage::signedOutcome, this, [this] { finish(Step::Sign); });
    connect(&m_workspace.compose(), &ComposePage::interestMade, this, [this] { finish(Step::Ask); });
    connect(&m_workspace.compose().desk(), &DraftDesk::retracted, this, [this] { finish(Step::Retract); });
}

void DemoGuide::begin() {
    watch();
    m_over.clear();
    m_firstMatch.clear();
    describe();
    show();
}

void DemoGuide::end() {
    // What is hidden loses its focus to whatever comes next; the page is what was meant.
    const bool held = isAncestorOf(window()->focusWidget());
    hide();
    if (held)
        m_workspace.showPage(m_workspace.page());
}

int DemoGuide::step() const {
    int first = 0;
    while (first < kSteps && m_over.contains(static_cast<Step>(first)))
        ++first;
    return first;
}

void DemoGuide::finish(Step step) {
    if (!isVisibleTo(parentWidget()) || m_over.contains(step))
        return;
    m_over.insert(step);
    describe();
    Q_EMIT stepChanged();
}

void DemoGuide::lookAtPage() {
    if (m_workspace.evidence().isVisible() && m_workspace.evidence().evidence().packets > 0)
        finish(Step::Evidence);
    if (m_workspace.isVisible() && m_workspace.page() == Workspace::Page::Networks)
        finish(Step::Network);
}

void DemoGuide::showWhere() {
    switch (static_cast<Step>(step())) {
    case Step::Why:
        m_workspace.showPage(Workspace::Page::Matches);
        break;
    case Step::Evidence:
        m_workspace.showPage(Workspace::Page::Evidence);
        break;
    case Step::Sign:
    case Step::Ask:
    case Step::Retract:
        m_workspace.showPage(Workspace::Page::Compose);
        break;
    case Step::Network:
        m_workspace.showPage(Workspace::Page::Networks);
        break;
    }
}

void DemoGuide::describe() {
    const int present = step();
    const bool done = present == kSteps;
    m_where->setVisible(!done);
    m_skip->setVisible(!done);
    m_count->setVisible(!done);
    //: Which of the steps of the guide it is. %1 and %2: numbers
    m_count->setText(tr("Step %1 of %2").arg(locale().toString(present + 1), locale().toString(kSteps)));
    if (done) {
        m_title->setText(tr("That is what it is for"));
        m_text->setText(tr("Look at anything you like. All of it stays until you leave the demo."));
        return;
    }
    switch (static_cast<Step>(present)) {
    case Step::Why:
        m_title->setText(tr("See why it matched"));
        m_text->setText(tr("In Matches, go down the list with the arrow keys. Below it stands how many of 100 points "
                           "each part gives, and what does not fit."));
        break;
    case Step::Evidence:
        m_title->setText(tr("See what they say together"));
        m_text->setText(tr("Evidence counts what matched, site by site, and says how sure that is."));
        break;
    case Step::Sign:
        m_title->setText(tr("Send one"));
        m_text->setText(tr("In Compose, fill in the fields marked as required, then review and sign. It waits a "
                           "moment in which you can take it back."));
        break;
    case Step::Ask:
        m_title->setText(tr("Ask for outcomes like yours"));
        m_text->setText(tr("In Compose, describe a condition and choose “Ask for outcomes like this”. Whatever is "
                           "alike then comes to you."));
        break;
    case Step::Retract:
        m_title->setText(tr("Retract what was wrong"));
        m_text->setText(tr("In Compose, choose an outcome of yours that was sent, and retract it. Everyone who holds "
                           "it is told, and it no longer counts."));
        break;
    case Step::Network:
        m_title->setText(tr("See who is connected"));
        m_text->setText(tr("Networks says how it goes, what waits, and what was refused and why."));
        break;
    }
}

void DemoGuide::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(QPen(theme::color(theme::Role::Rule, palette()), 1));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void DemoGuide::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        theme::refreshHeading(*m_title);
}

} // namespace qis::ui
