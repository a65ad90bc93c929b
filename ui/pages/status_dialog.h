#pragma once

#include "bridge/values.h"

#include <QtWidgets/QDialog>

class QFormLayout;
class QTreeWidget;

namespace qis::ui {

/// Network and storage in detail: addresses to hand out, peers, what was refused and why.
class StatusDialog : public QDialog {
    Q_OBJECT

public:
    explicit StatusDialog(const Status& status, QWidget* parent = nullptr);

    void setStatus(const Status& status);

private:
    void addLine(const QString& name, const QString& label, const QString& value);

    QFormLayout* m_lines;
    QTreeWidget* m_peers;
    QTreeWidget* m_refusals;
};

} // namespace qis::ui
