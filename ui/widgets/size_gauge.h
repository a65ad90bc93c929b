#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QProgressBar;

namespace qis::ui {

/// How much of the 512 bytes the outcome takes.
class SizeGauge : public QWidget {
    Q_OBJECT

public:
    explicit SizeGauge(QWidget* parent = nullptr);

    /// 0: not known yet.
    void setBytes(int bytes);
    [[nodiscard]] QString text() const;

private:
    QProgressBar* m_bar;
    QLabel* m_text;
};

} // namespace qis::ui
