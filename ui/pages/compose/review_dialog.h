#pragma once

#include "bridge/values.h"

#include <QtWidgets/QDialog>

class QDialogButtonBox;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace qis::ui {

class StatusLine;

/// The last look before signing: the outcome as a sentence, every part of the packet in words and in
/// bytes, and what stays here.
class ReviewDialog : public QDialog {
    Q_OBJECT

public:
    /// `report` is about exactly these values and has no problems.
    ReviewDialog(const Pack& pack, const DraftValues& draft, const DraftReport& report, QWidget* parent = nullptr);

    /// The bytes shown: those that leave, without what is made when they do.
    [[nodiscard]] QByteArray shownBytes() const;
    void showTrouble(const QString& sentence);
    void setBusy(bool busy);

Q_SIGNALS:
    void signRequested();

private:
    [[nodiscard]] QWidget* buildTable(const Pack& pack, const DraftValues& draft);
    [[nodiscard]] static QString valueOf(const PacketPart& part, const Pack& pack, const DraftValues& draft);
    void toggleDump(bool shown);

    DraftReport m_report;
    QTableWidget* m_table;
    QPushButton* m_dumpButton;
    QPlainTextEdit* m_dump;
    StatusLine* m_status;
    QDialogButtonBox* m_buttons;
};

} // namespace qis::ui
