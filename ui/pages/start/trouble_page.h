#pragma once

#include "bridge/values.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace qis::ui {

/// The home could not be opened: what happened, what to do, and the code for whoever helps.
class TroublePage : public QWidget {
    Q_OBJECT

public:
    explicit TroublePage(QWidget* parent = nullptr);

    void showFault(const Fault& fault, const QString& folder);
    [[nodiscard]] QPushButton* retryButton() const { return m_retry; }

Q_SIGNALS:
    void retryRequested();

private:
    QLabel* m_sentence;
    QLabel* m_folder;
    QLineEdit* m_code;
    QLineEdit* m_detail;
    QPushButton* m_retry;
};

} // namespace qis::ui
