#pragma once

#include "widgets/notice_bar.h"

namespace qis::ui {

class FormModel;
class OutcomeModel;

/// Says, while the form holds an amendment, which outcome it takes the place of, and lets it become an
/// outcome of its own.
class AmendBar : public NoticeBar {
    Q_OBJECT

public:
    AmendBar(FormModel& form, const OutcomeModel& outcomes, QWidget* parent = nullptr);

private:
    void showTarget();

    FormModel& m_form;
    const OutcomeModel& m_outcomes;
};

} // namespace qis::ui
