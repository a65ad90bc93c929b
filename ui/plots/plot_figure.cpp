#include "plots/plot_figure.h"

#include "format/numbers.h"
#include "plots/plot_library.h"
#include "theme/theme.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace qis::ui {

namespace {

using Role = PlotColumn::Role;

constexpr int kBandAlpha = 56;
constexpr int kBarAlpha = 128;
constexpr int kCurrentAlpha = 48;
constexpr int kMostDots = 60;       ///< of a line; beyond, dots would hide it
constexpr double kBarBreadth = 0.6; ///< of the line it stands in
constexpr qreal kThin = 1;
constexpr qreal kLine = 1.6;
constexpr qreal kThick = 2.4;
constexpr int kLabelColumns = 30;
constexpr int kHintColumns = 58;

class Figure {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::PlotFigure)
};

class ShareTicker : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale& /*locale*/, QChar /*format*/, int /*precision*/) override {
        return format::shareMark(tick);
    }
    int getSubTickCount(double /*step*/) override { return 0; }
};

class CountTicker : public QCPAxisTicker {
protected:
    double getTickStep(const QCPRange& range) override {
        return std::max(1.0, std::ceil(QCPAxisTicker::getTickStep(range)));
    }
    QString getTickLabel(double tick, const QLocale& /*locale*/, QChar /*format*/, int /*precision*/) override {
        return format::count(qRound64(tick));
    }
    int getSubTickCount(double /*step*/) override { return 0; }
};

QColor faint(QColor color, int alpha) {
    color.setAlpha(alpha);
    return color;
}

} // namespace

class PlotFigure::Private {
public:
    void draw(QCPPainter& painter, const QSize& size);
    [[nodiscard]] int lineHeight() const { return QFontMetrics(font).height(); }

    QCustomPlot plot; ///< never shown: it lays out and draws
    PlotData data;
    QPalette palette;
    QFont font;
    int current = -1;
    bool stale = true;

private:
    void build();
    void buildLines();
    void addSquare(int row, double value, double part);
    void addSummary(int row, double value);
    [[nodiscard]] QString readingOf(int row, double value, double low, double high) const;
    void buildCumulative();
    void buildAxis(QCPAxis& axis, const QString& label);
    void addMark(double at, const QString& label);
    void markCurrent();
    void setShares(QCPAxis& axis) const;
    /// As many marks below the lines as have room for their words.
    void thinOutMarks(const QSize& size);
    [[nodiscard]] int rowCount() const { return static_cast<int>(data.rows.size()); }
    [[nodiscard]] QColor ink() const { return palette.color(QPalette::Text); }
    [[nodiscard]] QColor bar() const { return theme::color(theme::Role::Bar, palette); }
    [[nodiscard]] QPen rule() const { return {theme::color(theme::Role::Rule, palette), kThin}; }
};

void PlotFigure::Private::draw(QCPPainter& painter, const QSize& size) {
    if (stale)
        build();
    if (data.isInLines())
        thinOutMarks(size);
    painter.setLayoutDirection(Qt::LeftToRight);
    plot.toPainter(&painter, size.width(), size.height());
}

/// From nothing to the least of a few round ends that holds everything, and room for marks at the ends.
void PlotFigure::Private::setShares(QCPAxis& axis) const {
    constexpr double kRoom = 0.025;
    double most = 0;
    for (int row = 0; row < rowCount(); ++row)
        most = std::max({most, data.number(row, Role::High).value_or(0), data.number(row, Role::Value).value_or(0)});
    constexpr std::array kEnds = {0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5};
    const auto* const end = std::find_if(kEnds.begin(), kEnds.end(), [most](double one) { return most <= one; });
    const double last = end == kEnds.end() ? 1 : *end;
    axis.setTicker(QSharedPointer<ShareTicker>::create());
    axis.setRange(-last * kRoom, last * (1 + kRoom));
}

void PlotFigure::Private::thinOutMarks(const QSize& size) {
    constexpr int kMostMarks = 5;
    plot.setViewport(QRect(QPoint(), size));
    for (const auto phase : {QCPLayoutElement::upPreparation, QCPLayoutElement::upMargins, QCPLayoutElement::upLayout})
        plot.plotLayout()->update(phase);
    const QFontMetrics metrics(font);
    const int mark = metrics.horizontalAdvance(format::shareMark(1)) + 2 * metrics.averageCharWidth();
    plot.xAxis->ticker()->setTickCount(std::clamp(plot.axisRect()->width() / mark, 1, kMostMarks));
}

void PlotFigure::Private::buildAxis(QCPAxis& axis, const QString& label) {
    const QPen edge(theme::color(theme::Role::Edge, palette), kThin);
    axis.setBasePen(edge);
    axis.setTickPen(edge);
    axis.setSubTicks(false);
    axis.setTickLabelFont(font);
    axis.setTickLabelColor(ink());
    axis.setLabelFont(font);
    axis.setLabelColor(ink());
    axis.setLabel(label);
    axis.grid()->setPen(rule());
    axis.grid()->setZeroLinePen(Qt::NoPen);
}

void PlotFigure::Private::build() {
    stale = false;
    plot.clearPlottables();
    plot.clearItems();
    plot.setBackground(QBrush(palette.color(QPalette::Base)));
    plot.axisRect()->setMinimumMargins(QMargins(lineHeight() / 2, lineHeight(), lineHeight(), lineHeight() / 2));
    if (data.isInLines())
        buildLines();
    else
        buildCumulative();
    markCurrent();
}

void PlotFigure::Private::buildLines() {
    buildAxis(*plot.xAxis, data.valueAxis);
    setShares(*plot.xAxis);
    buildAxis(*plot.yAxis, {});
    buildAxis(*plot.yAxis2, {});
    plot.yAxis->grid()->setVisible(false);
    plot.yAxis->setTickPen(Qt::NoPen);
    plot.yAxis2->setVisible(true);
    plot.yAxis2->setBasePen(Qt::NoPen);
    plot.yAxis2->setTickPen(Qt::NoPen);
    const auto names = QSharedPointer<QCPAxisTickerText>::create();
    const auto readings = QSharedPointer<QCPAxisTickerText>::create();
    const QFontMetrics metrics(font);
    auto* every = plot.addGraph(plot.yAxis, plot.xAxis); // carries the intervals
    every->setLineStyle(QCPGraph::lsNone);
    auto* intervals = new QCPErrorBars(plot.yAxis, plot.xAxis);
    intervals->setDataPlottable(every);
    intervals->setErrorType(QCPErrorBars::etValueError);
    intervals->setPen(QPen(ink(), kLine));
    intervals->setWhiskerWidth(lineHeight() / 2.0);
    intervals->setSymbolGap(0);
    QCPBars* bars = nullptr;
    if (data.kind == PlotData::Kind::Bars) {
        bars = new QCPBars(plot.yAxis, plot.xAxis);
        bars->setLayer(QStringLiteral("grid"));
        bars->setPen(QPen(ink(), kThin));
        bars->setBrush(faint(bar(), kBarAlpha)); // the interval is to be seen on it
        bars->setWidth(kBarBreadth);
    }
    double largest = 1;
    for (int row = 0; row < rowCount(); ++row)
        if (!data.rows.at(row).summary)
            largest = std::max(largest, data.number(row, Role::Size).value_or(0));
    for (int row = 0; row < rowCount(); ++row) {
        names->addTick(row, metrics.elidedText(data.label(row, Role::Label), Qt::ElideRight,
                                               metrics.averageCharWidth() * kLabelColumns));
        const auto value = data.number(row, Role::Value);
        if (!value) {
            readings->addTick(row, QStringLiteral("–"));
            continue;
        }
        const double low = data.number(row, Role::Low).value_or(*value);
        const double high = data.number(row, Role::High).value_or(*value);
        readings->addTick(row, readingOf(row, *value, low, high));
        every->addData(row, *value);
        intervals->addData(*value - low, high - *value);
        if (bars != nullptr)
            bars->addData(row, *value);
        else if (data.rows.at(row).summary)
            addSummary(row, *value);
        else
            addSquare(row, *value, data.number(row, Role::Size).value_or(0) / largest);
    }
    plot.yAxis->setTicker(names);
    plot.yAxis2->setTicker(readings);
    for (QCPAxis* axis : {plot.yAxis, plot.yAxis2}) {
        axis->setRange(-0.5, std::max(1, rowCount()) - 0.5);
        axis->setRangeReversed(true);
    }
}

QString PlotFigure::Private::readingOf(int row, double value, double low, double high) const {
    if (data.kind == PlotData::Kind::Bars)
        //: Beside a bar of a plot. %1: how many, %2: a percentage, %3: its interval, "44–82 %"
        return Figure::tr("%1: %2 (%3)")
            .arg(format::count(qRound64(data.number(row, Role::Size).value_or(0))), format::share(value),
                 format::shareRange(low, high));
    //: Beside a row of a plot. %1: a percentage, %2: its interval, "44–82 %"
    return Figure::tr("%1 (%2)").arg(format::share(value), format::shareRange(low, high));
}

/// Area by size, so that a site twice as large looks twice as large. `part`: of the largest.
void PlotFigure::Private::addSquare(int row, double value, double part) {
    const double side = std::max(0.3, 0.8 * std::sqrt(std::min(1.0, part))) * lineHeight();
    auto* mark = plot.addGraph(plot.yAxis, plot.xAxis);
    mark->setLineStyle(QCPGraph::lsNone);
    mark->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssSquare, QPen(ink(), kThin), QBrush(bar()), side));
    mark->addData(row, value);
}

/// A diamond, below a line that sets it apart, and a reference for all rows.
void PlotFigure::Private::addSummary(int row, double value) {
    auto* mark = plot.addGraph(plot.yAxis, plot.xAxis);
    mark->setLineStyle(QCPGraph::lsNone);
    mark->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(ink(), kThin), QBrush(ink()), lineHeight()));
    mark->addData(row, value);
    auto* reference = new QCPItemStraightLine(&plot);
    reference->setLayer(QStringLiteral("grid"));
    reference->setPen(QPen(ink(), kThin, Qt::DashLine));
    reference->point1->setCoords(value, 0);
    reference->point2->setCoords(value, 1);
    auto* line = new QCPItemStraightLine(&plot);
    line->setLayer(QStringLiteral("grid"));
    line->setPen(rule());
    line->point1->setCoords(0, row - 0.5);
    line->point2->setCoords(1, row - 0.5);
}

void PlotFigure::Private::buildCumulative() {
    buildAxis(*plot.yAxis, data.valueAxis);
    setShares(*plot.yAxis);
    plot.yAxis->setRangeReversed(false);
    plot.yAxis->grid()->setVisible(true);
    plot.yAxis2->setVisible(false);
    buildAxis(*plot.xAxis, data.positionAxis);
    plot.xAxis->setTicker(QSharedPointer<CountTicker>::create());
    plot.xAxis->grid()->setVisible(false);
    auto* low = plot.addGraph();
    auto* high = plot.addGraph();
    auto* line = plot.addGraph();
    // The band has edges of its own: a tint alone is not seen by everybody.
    for (QCPGraph* edge : {low, high})
        edge->setPen(QPen(bar(), kThin));
    high->setBrush(faint(bar(), kBandAlpha));
    high->setChannelFillGraph(low);
    line->setPen(QPen(ink(), kThick));
    if (rowCount() <= kMostDots)
        line->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(ink(), kThin), QBrush(bar()), lineHeight() * 0.4));
    auto* only = new QCPErrorBars(plot.xAxis, plot.yAxis);
    only->setDataPlottable(line);
    only->setPen(QPen(ink(), kLine));
    only->setWhiskerWidth(lineHeight() / 2.0);
    only->setVisible(rowCount() == 1); // one report makes no band
    double last = 1;
    for (int row = 0; row < rowCount(); ++row) {
        const auto at = data.number(row, Role::Position);
        const auto value = data.number(row, Role::Value);
        if (!at || !value)
            continue;
        const double least = data.number(row, Role::Low).value_or(*value);
        const double most = data.number(row, Role::High).value_or(*value);
        low->addData(*at, least);
        high->addData(*at, most);
        line->addData(*at, *value);
        only->addData(*value - least, most - *value);
        last = std::max(last, *at);
    }
    // What happened after a point stands behind it, also after the last one.
    const bool after = !data.label(rowCount() - 1, Role::Mark).isEmpty();
    plot.xAxis->setRange(0.5, last + (after ? 1 : 0.5));
    for (int row = 0; row < rowCount(); ++row)
        if (const auto at = data.number(row, Role::Position); at && !data.label(row, Role::Mark).isEmpty())
            addMark(*at + 0.5, data.columns.at(data.columnOf(Role::Mark)).title);
}

void PlotFigure::Private::addMark(double at, const QString& label) {
    const QPen pen(theme::color(theme::Role::Warning, palette), kLine, Qt::DashDotLine);
    auto* line = new QCPItemStraightLine(&plot);
    line->setPen(pen);
    line->point1->setCoords(at, 0);
    line->point2->setCoords(at, 1);
    auto* text = new QCPItemText(&plot);
    text->setFont(font);
    text->setColor(ink());
    text->setText(label);
    text->setBrush(palette.color(QPalette::Base));
    text->setPadding(QMargins(lineHeight() / 4, 0, lineHeight() / 4, 0));
    text->position->setTypeX(QCPItemPosition::ptPlotCoords);
    text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(at, 0);
    const bool left = at > plot.xAxis->range().center();
    text->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
}

void PlotFigure::Private::markCurrent() {
    if (current < 0 || current >= rowCount())
        return;
    const QColor color = palette.color(QPalette::Highlight);
    auto* area = new QCPItemRect(&plot);
    area->setLayer(QStringLiteral("grid"));
    area->setPen(QPen(color, kLine));
    area->setBrush(faint(color, kCurrentAlpha));
    if (data.isInLines()) {
        for (QCPItemPosition* corner : {area->topLeft, area->bottomRight})
            corner->setTypeX(QCPItemPosition::ptAxisRectRatio);
        area->topLeft->setCoords(0, current - 0.45);
        area->bottomRight->setCoords(1, current + 0.45);
    } else if (const auto at = data.number(current, Role::Position)) {
        const double half = plot.xAxis->range().size() / 200;
        for (QCPItemPosition* corner : {area->topLeft, area->bottomRight})
            corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
        area->topLeft->setCoords(*at - half, 0);
        area->bottomRight->setCoords(*at + half, 1);
    }
}

PlotFigure::PlotFigure()
    : d(std::make_unique<Private>()) {}

PlotFigure::~PlotFigure() = default;

void PlotFigure::setData(const PlotData& data) {
    d->data = data;
    d->stale = true;
}

void PlotFigure::setLook(const QPalette& palette, const QFont& font) {
    d->palette = palette;
    d->font = font;
    d->stale = true;
}

void PlotFigure::setCurrentRow(int row) {
    d->current = row;
    d->stale = true;
}

void PlotFigure::paint(QPaintDevice& device, const QSize& size) {
    QCPPainter painter(&device);
    paintWith(painter, size);
}

void PlotFigure::paintWith(QCPPainter& painter, const QSize& size) {
    d->draw(painter, size);
}

int PlotFigure::rowAt(const QPointF& place) const {
    if (!d->plot.axisRect()->outerRect().contains(place.toPoint()))
        return -1;
    const int rows = static_cast<int>(d->data.rows.size());
    if (d->data.isInLines()) {
        const int row = qRound(d->plot.yAxis->pixelToCoord(place.y()));
        return row >= 0 && row < rows ? row : -1;
    }
    const double at = d->plot.xAxis->pixelToCoord(place.x());
    int nearest = -1;
    double least = d->plot.xAxis->range().size();
    for (int row = 0; row < rows; ++row) {
        const auto position = d->data.number(row, Role::Position);
        if (position && std::abs(*position - at) < least) {
            least = std::abs(*position - at);
            nearest = row;
        }
    }
    return nearest;
}

QSize PlotFigure::sizeHint() const {
    constexpr int kAxisLines = 4;
    constexpr int kCurveLines = 17;
    const int line = d->lineHeight();
    const int rows = static_cast<int>(d->data.rows.size());
    const int lines = d->data.isInLines() ? (rows * 7 / 4 + 1) + kAxisLines : kCurveLines;
    return {QFontMetrics(d->font).averageCharWidth() * kHintColumns, lines * line};
}

} // namespace qis::ui
