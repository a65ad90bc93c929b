#pragma once

#include "bridge/values.h"
#include "pages/pane.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace qis::ui {

class AmendBar;
class ComposeForm;
class ComposeSide;
class DraftDesk;
class EmptyState;
class EngineBridge;
class FormModel;
class FormTemplates;
class NoticeBar;
class ReviewDesk;
class TermSource;
class UndoBar;

/// Writing, signing and taking back an outcome.
class ComposePage : public QWidget {
    Q_OBJECT

public:
    explicit ComposePage(EngineBridge& bridge, QWidget* parent = nullptr);

    [[nodiscard]] FormModel& model() { return *m_model; }
    [[nodiscard]] DraftDesk& desk() { return *m_desk; }
    [[nodiscard]] TermSource& terms() { return *m_terms; }
    [[nodiscard]] const QList<Pack>& packs() const { return m_packs; }
    void choosePack(const QString& id);
    /// The parts that F6 goes through.
    [[nodiscard]] QList<Pane> panes() const;

    void reload();
    void startNew();
    /// Shows what would leave; it is signed from there.
    void review();
    void sign();
    /// Begins a draft with the values of what is selected, or of the outcome signed last.
    void sameAgain();
    /// Begins a newer version of the outcome that is selected in the list.
    void amend();
    /// All terms, for the field that has the focus or the first that takes one.
    void browseTerms();
    /// Values to fill in again, and to keep for that.
    void chooseTemplate();
    void saveNow();
    /// Takes back the outcome signed last, while it can be.
    void undo();
    [[nodiscard]] bool canUndo() const;
    void ask();
    void setStatus(const Status& status);

Q_SIGNALS:
    void packsListed();
    void signedOutcome(const qis::ui::Emission& emission);
    void undone();
    /// What is like an outcome of this home, by the interest that it has become.
    void matchesRequested(const QString& interest);
    void interestMade(const QString& name);
    void undoChanged();

protected:
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class AfterCheck : quint8 { Nothing, Review, Sign };

    void connectDesk();
    void check(AfterCheck then);
    void offerBack(const DraftValues& draft, const QString& message);
    void showPacks(const Result<QList<Pack>>& result);
    void signChecked();
    void emitNow();
    void finishEmission(const DraftValues& draft, const QString& sentence, const Result<Emission>& result);
    void addUndoBar(const Emission& emission, const DraftValues& draft, const QString& sentence);
    void undoBar(UndoBar* bar);
    void followOutbox();
    void setAside();
    [[nodiscard]] QList<UndoBar*> undoBars() const;

    EngineBridge& m_bridge;
    TermSource* m_terms;
    FormModel* m_model;
    DraftDesk* m_desk;
    ReviewDesk* m_reviews;
    FormTemplates* m_templates;
    QList<Pack> m_packs;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QComboBox* m_packBox;
    QLabel* m_packText;
    QVBoxLayout* m_notices;
    NoticeBar* m_asideBar;
    AmendBar* m_amendBar;
    NoticeBar* m_wentOnBar;
    QSplitter* m_splitter;
    ComposeForm* m_form;
    ComposeSide* m_side;
    std::optional<DraftValues> m_aside; ///< an unfinished outcome that made room for another
    AfterCheck m_afterCheck = AfterCheck::Nothing;
    bool m_emitting = false;
    int m_asked = 0;
};

} // namespace qis::ui
