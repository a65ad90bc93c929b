#include "plots/plot_view.h"

#include "bridge/courier.h"
#include "bridge/whole_file.h"
#include "plots/plot_canvas.h"
#include "plots/plot_page.h"
#include "plots/plot_table.h"
#include "theme/theme.h"
#include "widgets/notice_bar.h"

#include <QtCore/QFileInfo>
#include <QtCore/QIODevice>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QStackedWidget>

namespace qis::ui {

namespace {

constexpr int kReadingLines = 2;

QLabel* plainLabel(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// How a file of this ending is filled; null for an ending that is none of ours. What needs the GUI
/// thread happens here, the rest in the function.
std::function<bool(QIODevice&)> writerFor(const QString& ending, const PlotData& data, const QFont& font) {
    if (ending == QLatin1String("png"))
        return [image = plotPicture(data, font)](QIODevice& file) { return image.save(&file, "PNG"); };
    if (ending == QLatin1String("svg"))
        return [bytes = plotDrawing(data, font)](QIODevice& file) { return file.write(bytes) == bytes.size(); };
    if (ending == QLatin1String("csv"))
        return [data](QIODevice& file) {
            const QByteArray bytes = data.csv();
            return file.write(bytes) == bytes.size();
        };
    return {};
}

} // namespace

PlotView::PlotView(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_courier(std::make_shared<Courier>(this))
    , m_title(plainLabel(name % QLatin1String("Title"), this))
    , m_description(plainLabel(name % QLatin1String("Description"), this))
    , m_asPlot(new QRadioButton(tr("Plot"), this))
    , m_asTable(new QRadioButton(tr("Table"), this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_canvas(new PlotCanvas(this))
    , m_table(new PlotTable(name % QLatin1String("Table"), this))
    , m_reading(plainLabel(name % QLatin1String("Reading"), this)) {
    setObjectName(name);
    m_asPlot->setObjectName(name % QLatin1String("AsPlot"));
    m_asTable->setObjectName(name % QLatin1String("AsTable"));
    m_export->setObjectName(name % QLatin1String("Export"));
    m_canvas->setObjectName(name % QLatin1String("Canvas"));
    m_notice->setObjectName(name % QLatin1String("Notice"));
    m_notice->hide();
    theme::makeHeading(*m_title, 2);
    theme::makeQuiet(*m_description);
    theme::makeQuiet(*m_reading);
    // Room for a long reading at once, so that nothing jumps while the mouse moves.
    m_reading->setMinimumHeight(m_reading->fontMetrics().lineSpacing() * kReadingLines);
    m_reading->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_asPlot->setChecked(true);
    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_table);

    const int gap = theme::gap(*this);
    auto* head = new QHBoxLayout;
    head->setSpacing(gap * 2);
    head->addWidget(m_title, 1);
    head->addWidget(m_asPlot);
    head->addWidget(m_asTable);
    head->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addLayout(head);
    layout->addWidget(m_description);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_reading);

    connect(m_asTable, &QRadioButton::toggled, this, [this](bool on) { setMode(on ? Mode::Table : Mode::Plot); });
    connect(m_export, &QPushButton::clicked, this, &PlotView::askForFile);
    connect(m_notice, &NoticeBar::dismissed, m_notice, &QWidget::hide);
    connect(m_canvas, &PlotCanvas::currentRowChanged, this, &PlotView::showReading);
    connect(m_canvas, &PlotCanvas::tableRequested, this, [this] {
        setMode(Mode::Table);
        m_table->setFocus(Qt::OtherFocusReason);
    });
    showReading(-1);
}

PlotView::~PlotView() {
    m_courier->detach();
}

void PlotView::setPlotData(const PlotData& plot) {
    if (plot == m_data)
        return;
    m_data = plot;
    m_title->setText(plot.title);
    showDescription();
    m_canvas->setPlotData(plot);
    m_table->setPlotData(plot);
    //: Spoken name of a choice. %1: title of a plot
    m_asPlot->setAccessibleName(tr("%1: as a plot").arg(plot.title));
    //: Spoken name of a choice. %1: title of a plot
    m_asTable->setAccessibleName(tr("%1: as a table").arg(plot.title));
    //: Spoken name of a button. %1: title of a plot
    m_export->setAccessibleName(tr("%1: export").arg(plot.title));
}

void PlotView::setMode(Mode mode) {
    const bool table = mode == Mode::Table;
    (table ? m_asTable : m_asPlot)->setChecked(true);
    m_stack->setCurrentIndex(table ? 1 : 0);
    m_reading->setVisible(!table);
    showDescription();
}

void PlotView::showDescription() {
    const QString text = mode() == Mode::Table ? m_data.description : m_data.drawn();
    m_description->setText(text);
    m_description->setVisible(!text.isEmpty());
}

PlotView::Mode PlotView::mode() const {
    return m_asTable->isChecked() ? Mode::Table : Mode::Plot;
}

QWidget* PlotView::shown() const {
    return m_stack->currentWidget();
}

void PlotView::showReading(int row) {
    m_reading->setText(
        row >= 0 && row < m_data.rows.size()
            ? m_data.rows.at(row).sentence
            : tr("The arrow keys or the mouse point out one row after the other. Return shows the table."));
}

void PlotView::askForFile() {
    auto* dialog = new QFileDialog(this);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    //: Title of a dialog. %1: title of a plot
    dialog->setWindowTitle(tr("Export: %1").arg(m_data.title));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList filters = {tr("Picture (*.png)"), tr("Scalable drawing (*.svg)"),
                                 tr("Comma-separated table (*.csv)")};
    const QStringList endings = {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("csv")};
    dialog->setNameFilters(filters);
    const bool table = mode() == Mode::Table;
    dialog->selectNameFilter(table ? filters.last() : filters.first());
    dialog->setDefaultSuffix(table ? endings.last() : endings.first());
    dialog->setDirectory(m_folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                            : m_folder);
    dialog->selectFile(m_data.fileName);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters, endings](const QString& filter) {
        dialog->setDefaultSuffix(endings.value(filters.indexOf(filter), endings.first()));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &PlotView::exportTo);
    dialog->open();
}

void PlotView::exportTo(const QString& path) {
    const QFileInfo file(path);
    auto write = writerFor(file.suffix().toLower(), m_data, font());
    if (!write) {
        m_notice->setMessage(theme::Glyph::Problem,
                             tr("Nothing was written. The name must end in .png, .svg or .csv to say what to write."));
        m_notice->show();
        Q_EMIT exportFailed(path);
        return;
    }
    m_folder = file.absolutePath();
    m_export->setEnabled(false);
    Q_EMIT exporting(path);
    writeWhole(path, std::move(write), m_courier,
               [this, path](const QString& trouble) { finishExport(path, trouble); });
}

void PlotView::finishExport(const QString& path, const QString& trouble) {
    m_export->setEnabled(true);
    if (trouble.isEmpty())
        //: %1: path of a file
        m_notice->setMessage(theme::Glyph::Good, tr("Saved as %1.").arg(path));
    else
        //: %1: path of a file, %2: what the system says about it
        m_notice->setMessage(theme::Glyph::Problem,
                             tr("%1 could not be written, and nothing there was changed. Choose another folder, or "
                                "make room on the disk. The system says: %2.")
                                 .arg(path, trouble));
    m_notice->show();
    if (trouble.isEmpty())
        Q_EMIT exported(path);
    else
        Q_EMIT exportFailed(path);
}

} // namespace qis::ui
