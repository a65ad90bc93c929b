#pragma once

#include "plots/plot_data.h"

#include <QtGui/QFont>
#include <QtGui/QImage>

/// A plot as it leaves the program: its title, what it shows and says, where the numbers come from
/// and the caveat, on one light page. On the GUI thread only.
namespace qis::ui {

[[nodiscard]] QImage plotPicture(const PlotData& data, const QFont& font);
/// SVG
[[nodiscard]] QByteArray plotDrawing(const PlotData& data, const QFont& font);

} // namespace qis::ui
