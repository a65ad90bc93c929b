#include "pages/compose/amend_bar.h"

#include "bridge/form_model.h"
#include "bridge/outcome_model.h"
#include "format/numbers.h"

#include <QtWidgets/QPushButton>

namespace qis::ui {

AmendBar::AmendBar(FormModel& form, const OutcomeModel& outcomes, QWidget* parent)
    : NoticeBar(parent)
    , m_form(form)
    , m_outcomes(outcomes) {
    setObjectName(QStringLiteral("amendBar"));
    actionButton()->setObjectName(QStringLiteral("amendAction"));
    setAction(tr("Make it a new outcome"));
    actionButton()->setToolTip(tr("The earlier outcome stays as it is, and this one stands beside it"));
    setDismissable(false);
    hide();
    connect(&form, &FormModel::reloaded, this, &AmendBar::showTarget);
    connect(&form, &FormModel::changed, this, &AmendBar::showTarget);
    connect(&outcomes, &OutcomeModel::refreshed, this, &AmendBar::showTarget);
    connect(this, &NoticeBar::actionRequested, &form, [&form] { form.setAmends({}); });
}

void AmendBar::showTarget() {
    const QString id = m_form.draft().amends;
    setVisible(!id.isEmpty());
    if (id.isEmpty())
        return;
    const OwnOutcome* target = m_outcomes.outcomeOf(id);
    if (target == nullptr)
        setMessage(theme::Glyph::Info, tr("This takes the place of an outcome that you signed earlier."));
    else if (target->state == QLatin1String("retracted"))
        setMessage(theme::Glyph::Warning,
                   tr("The outcome whose place this would take has been retracted. It can only be a new outcome."));
    else if (target->state == QLatin1String("amended"))
        setMessage(theme::Glyph::Warning,
                   tr("The outcome whose place this would take has been amended meanwhile. Amend its newest version, "
                      "or make this a new outcome."));
    else
        //: %1: date and time, %2: an outcome as one sentence
        setMessage(theme::Glyph::Info, tr("This takes the place of the outcome that you signed on %1: %2")
                                           .arg(format::dateTime(target->issued), target->sentence));
}

} // namespace qis::ui
