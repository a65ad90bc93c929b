#pragma once

#include "bridge/values.h"
#include "theme/glyph.h"

#include <QtWidgets/QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace qis::ui {

class CompletenessMeter;
class ComposeForm;
class FormModel;
class SizeGauge;
class StatusLine;

/// Beside the form: what will leave, in words and bytes, what is still in the way, and the two things
/// that can be done with it.
class ComposeSide : public QWidget {
    Q_OBJECT

public:
    ComposeSide(FormModel& model, const ComposeForm& form, QWidget* parent = nullptr);

    [[nodiscard]] QPushButton* reviewButton() const { return m_review; }
    [[nodiscard]] QPushButton* signButton() const { return m_sign; }
    [[nodiscard]] QPushButton* askButton() const { return m_ask; }
    [[nodiscard]] QWidget* firstControl() const;
    void orderTabsAfter(QWidget* before);
    void setBusy(bool busy);
    void showMessage(theme::Glyph glyph, const QString& text);
    /// Whether the draft is kept.
    void showSaved(theme::Glyph glyph, const QString& text);

Q_SIGNALS:
    void reviewRequested();
    void signRequested();
    void askRequested();
    void problemActivated(const QString& path);

private:
    void refresh();

    FormModel& m_model;
    const ComposeForm& m_form;
    QLabel* m_sentence;
    SizeGauge* m_gauge;
    StatusLine* m_state;
    QLabel* m_listLabel;
    QListWidget* m_problems;
    CompletenessMeter* m_completeness;
    StatusLine* m_message;
    StatusLine* m_saved;
    QPushButton* m_review;
    QPushButton* m_sign;
    QPushButton* m_ask;
};

} // namespace qis::ui
