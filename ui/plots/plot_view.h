#pragma once

#include "plots/plot_data.h"

#include <QtWidgets/QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QRadioButton;
class QStackedWidget;

namespace qis::ui {

class Courier;
class NoticeBar;
class PlotCanvas;
class PlotTable;

/// One plot with all that belongs to it: title and sentence, the drawing or the table of the same
/// rows, what is pointed out in words, and export.
class PlotView : public QWidget {
    Q_OBJECT

public:
    enum class Mode : quint8 { Plot, Table };

    explicit PlotView(const QString& name, QWidget* parent = nullptr);
    ~PlotView() override;

    void setPlotData(const PlotData& plot);
    [[nodiscard]] const PlotData& plotData() const { return m_data; }
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const;
    [[nodiscard]] PlotCanvas* canvas() const { return m_canvas; }
    [[nodiscard]] PlotTable* table() const { return m_table; }
    /// What is shown now and takes the focus.
    [[nodiscard]] QWidget* shown() const;

    /// Asks for a file name.
    void askForFile();
    /// Writes PNG, SVG or CSV by the ending of the name. Answers by exported() or by exportFailed().
    void exportTo(const QString& path);

Q_SIGNALS:
    void exporting(const QString& path);
    void exported(const QString& path);
    void exportFailed(const QString& path);

private:
    void showDescription();
    void showReading(int row);
    void finishExport(const QString& path, const QString& trouble);

    PlotData m_data;
    std::shared_ptr<Courier> m_courier;
    QLabel* m_title;
    QLabel* m_description;
    QRadioButton* m_asPlot;
    QRadioButton* m_asTable;
    QPushButton* m_export;
    NoticeBar* m_notice;
    QStackedWidget* m_stack;
    PlotCanvas* m_canvas;
    PlotTable* m_table;
    QLabel* m_reading;
    QString m_folder; ///< exported to last
};

} // namespace qis::ui
