#pragma once

#include "bridge/history_values.h"
#include "bridge/values.h"

#include <QtWidgets/QDialog>

class QLabel;
class QTableWidget;

namespace qis::ui {

class ChangeTable;
class EngineBridge;
class StatusLine;

/// What became of an outcome: its versions, the newest first, who sent them and when, and what each of them changed.
class HistoryDialog : public QDialog {
    Q_OBJECT

public:
    HistoryDialog(EngineBridge& bridge, const QString& id, QWidget* parent);

Q_SIGNALS:
    /// Something is there to read.
    void shown();

private:
    void build();
    void take(const Result<PacketHistory>& result);
    void addVersion(int row, const PacketVersion& version, int number);
    void showVersion(int row);

    QString m_asked;
    QList<PacketVersion> m_versions; ///< the newest first, as in the table
    QLabel* m_head;
    QTableWidget* m_table;
    StatusLine* m_note;
    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_what;
    ChangeTable* m_changes;
};

} // namespace qis::ui
