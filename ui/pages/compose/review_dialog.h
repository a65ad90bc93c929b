#pragma once

#include "bridge/values.h"

#include <QtWidgets/QDialog>

class QDialogButtonBox;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QTableWidget;
class QVBoxLayout;

namespace qis::ui {

class DuplicatePanel;
class RarityPanel;
class StatusLine;

/// The last look before signing: the outcome as a sentence, whether it was signed before or could point
/// at a person, every part of the packet in words and in bytes, and what stays here.
class ReviewDialog : public QDialog {
    Q_OBJECT

public:
    /// `report` is about exactly these values and has no problems.
    ReviewDialog(const Pack& pack, const DraftValues& draft, const DraftReport& report, QWidget* parent = nullptr);

    /// The bytes shown: those that leave, without what is made when they do.
    [[nodiscard]] QByteArray shownBytes() const;
    /// What a comparison with what is held here has found. Until then signing waits for it.
    void setExamination(const Examination& examination);
    /// It could not be compared; signing is possible all the same.
    void setUnexamined(const QString& sentence);
    /// The version whose place this one takes, and what was said about it; shows what differs.
    void setEarlier(const DraftValues& draft, const DraftReport& report);
    [[nodiscard]] const QList<DuplicatePanel*>& duplicates() const { return m_duplicates; }
    void showTrouble(const QString& sentence);
    void setBusy(bool busy);

Q_SIGNALS:
    void signRequested();
    /// It was said that this is a different patient: to be kept, then the panel is settled.
    void differentChosen(qis::ui::DuplicatePanel* panel);
    void laterChosen(const qis::ui::Duplicate& duplicate);
    void earlierRequested(const qis::ui::Duplicate& duplicate);
    void amendChosen(const qis::ui::Duplicate& duplicate);
    void broadenRequested(const qis::ui::Broadening& broadening);

private:
    void trySigning();
    void examined();
    [[nodiscard]] QWidget* buildTable(const Pack& pack, const DraftValues& draft);
    [[nodiscard]] static QString valueOf(const PacketPart& part, const Pack& pack, const DraftValues& draft);
    void toggleDump(bool shown);

    Pack m_pack;
    DraftValues m_draft;
    DraftReport m_report;
    QVBoxLayout* m_changes; ///< of an amendment
    StatusLine* m_comparison;
    QVBoxLayout* m_checks;
    RarityPanel* m_rarity;
    QList<DuplicatePanel*> m_duplicates;
    bool m_examined = false;
    bool m_signWanted = false;
    QScrollArea* m_scroll;
    QTableWidget* m_table;
    QPushButton* m_dumpButton;
    QPlainTextEdit* m_dump;
    StatusLine* m_status;
    QDialogButtonBox* m_buttons;
};

} // namespace qis::ui
