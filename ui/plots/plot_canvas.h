#pragma once

#include "plots/plot_data.h"

#include <QtWidgets/QWidget>

#include <memory>

namespace qis::ui {

class PlotFigure;

/// A plot as a control. Its name is the title, its description the sentence; the arrow keys, or the
/// mouse, point out one row after the other.
class PlotCanvas : public QWidget {
    Q_OBJECT

public:
    explicit PlotCanvas(QWidget* parent = nullptr);
    ~PlotCanvas() override;

    void setPlotData(const PlotData& plot);
    /// -1 when none is pointed out.
    [[nodiscard]] int currentRow() const { return m_current; }
    void setCurrentRow(int row);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentRowChanged(int row);
    /// Return: the same rows as a table.
    void tableRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void look();
    void describe();

    std::unique_ptr<PlotFigure> m_figure;
    PlotData m_data;
    int m_current = -1;
    bool m_byMouse = false; ///< what the mouse has pointed out goes when it leaves
};

} // namespace qis::ui
