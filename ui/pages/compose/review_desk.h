#pragma once

#include "bridge/values.h"
#include "theme/glyph.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

class QWidget;

namespace qis::ui {

class DraftDesk;
class DuplicatePanel;
class EngineBridge;
class FormModel;
class ReviewDialog;

/// Between a form without problems and its signature: compares it with what is held here, and asks
/// whatever that gives reason to ask.
class ReviewDesk : public QObject {
    Q_OBJECT

public:
    ReviewDesk(EngineBridge& bridge, FormModel& model, DraftDesk& drafts, QWidget* page);

    /// Is a sheet open, or a comparison under way that leads to one or to a signature?
    [[nodiscard]] bool isBusy() const;
    /// Opens the sheet.
    void review();
    /// Asks for the signature at once when there is nothing to ask first, else opens the sheet.
    void signAtOnce();
    /// The signature is being made; then one of the two that follow.
    void setBusy(bool busy);
    void showTrouble(const QString& sentence);
    void finish();

Q_SIGNALS:
    void signRequested();
    /// The form has changed meanwhile: to be checked again, then signed.
    void overtaken();
    /// The draft has been changed from the sheet: to be checked again, then reviewed.
    void changedFromSheet();
    void examining(bool underWay);
    void said(qis::ui::theme::Glyph glyph, const QString& text);

private:
    void open(const std::optional<Result<Examination>>& examination);
    void show(const Result<Examination>& examination);
    void settle(DuplicatePanel* panel);
    void putOff(const Duplicate& duplicate);
    void openEarlier(const Duplicate& duplicate);
    void broaden(const Broadening& broadening);
    void amend(const Duplicate& duplicate);
    void showEarlier();
    void close();

    EngineBridge& m_bridge;
    FormModel& m_model;
    DraftDesk& m_drafts;
    QWidget* m_page;
    QPointer<ReviewDialog> m_dialog;
    bool m_examining = false;
};

} // namespace qis::ui
