#pragma once

#include "bridge/values.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace qis::ui {

/// What came in for one interest since it was last looked at.
class InterestCard : public QFrame {
    Q_OBJECT

public:
    explicit InterestCard(QWidget* parent = nullptr);

    void setInterest(const Interest& interest, qint64 fresh);
    [[nodiscard]] QPushButton* showButton() const { return m_show; }

Q_SIGNALS:
    void showRequested(const QString& interest);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    QLabel* m_title;
    QLabel* m_count;
    QLabel* m_about;
    QPushButton* m_show;
};

} // namespace qis::ui
