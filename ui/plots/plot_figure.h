#pragma once

#include "plots/plot_data.h"

#include <QtCore/QSize>
#include <QtGui/QFont>
#include <QtGui/QPalette>

#include <memory>

class QCPPainter;
class QPaintDevice;
class QPointF;

namespace qis::ui {

/// Draws plot data on anything that can be painted on. Hides the plotting library. Lives on the GUI
/// thread.
class PlotFigure {
public:
    PlotFigure();
    ~PlotFigure();
    PlotFigure(const PlotFigure&) = delete;
    PlotFigure& operator=(const PlotFigure&) = delete;

    void setData(const PlotData& data);
    void setLook(const QPalette& palette, const QFont& font);
    /// The row that is pointed out; -1 for none.
    void setCurrentRow(int row);
    /// Fills the device from its top left corner.
    void paint(QPaintDevice& device, const QSize& size);
    void paintWith(QCPPainter& painter, const QSize& size);
    /// The row drawn at a place of what was painted last; -1 when there is none near.
    [[nodiscard]] int rowAt(const QPointF& place) const;
    /// Large enough for every row to be read.
    [[nodiscard]] QSize sizeHint() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace qis::ui
