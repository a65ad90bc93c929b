#include "plots/plot_page.h"

#include "plots/plot_figure.h"
#include "plots/plot_library.h"
#include "theme/theme.h"

#include <QtCore/QBuffer>
#include <QtSvg/QSvgGenerator>

#include <algorithm>
#include <utility>

namespace qis::ui {

namespace {

/// Measures in pixels of its own, whatever it is drawn on.
class Page {
    using Texts = QList<std::pair<QString, QFont>>;

public:
    Page(const PlotData& data, const QFont& font)
        : m_data(data)
        , m_text(font)
        , m_title(font) {
        m_text.setPixelSize(kTextPixels);
        m_title.setPixelSize(kTitlePixels);
        m_title.setBold(true);
        m_figure.setData(data);
        m_figure.setLook(theme::palette(theme::Kind::Light), m_text);
        m_figureHeight = std::max(kLeastFigure, m_figure.sizeHint().height());
    }
    [[nodiscard]] QSize size() const {
        int height = kMargin;
        for (const auto& [text, font] : above() + below())
            height += heightOf(text, font) + kMargin;
        return {kWidth, height + m_figureHeight + kMargin};
    }
    void paint(QPaintDevice& device) {
        QCPPainter painter(&device);
        const QPalette palette = theme::palette(theme::Kind::Light);
        painter.fillRect(QRect(QPoint(), size()), palette.color(QPalette::Base));
        painter.setPen(palette.color(QPalette::Text));
        int top = kMargin;
        const auto write = [&painter, &top](const Texts& texts) {
            for (const auto& [text, font] : texts) {
                const int height = heightOf(text, font);
                painter.setFont(font);
                painter.drawText(QRect(kMargin, top, kWidth - 2 * kMargin, height), kFlags, text);
                top += height + kMargin;
            }
        };
        write(above());
        painter.save();
        painter.translate(kMargin, top);
        m_figure.paintWith(painter, QSize(kWidth - 2 * kMargin, m_figureHeight));
        painter.restore();
        top += m_figureHeight + kMargin;
        write(below());
    }

private:
    static constexpr int kWidth = 960;
    static constexpr int kMargin = 16;
    static constexpr int kTextPixels = 14;
    static constexpr int kTitlePixels = 18;
    static constexpr int kLeastFigure = 320;
    static constexpr int kFlags = Qt::TextWordWrap | Qt::AlignTop;

    [[nodiscard]] Texts above() const { return {{m_data.title, m_title}, {m_data.statement, m_text}}; }
    [[nodiscard]] Texts below() const {
        return {{m_data.drawn(), m_text}, {m_data.source, m_text}, {m_data.caveat, m_text}};
    }
    [[nodiscard]] static int heightOf(const QString& text, const QFont& font) {
        if (text.isEmpty())
            return 0;
        return QFontMetrics(font).boundingRect(QRect(0, 0, kWidth - 2 * kMargin, 1 << 14), kFlags, text).height();
    }

    const PlotData& m_data;
    QFont m_text;
    QFont m_title;
    PlotFigure m_figure;
    int m_figureHeight = kLeastFigure;
};

} // namespace

QImage plotPicture(const PlotData& data, const QFont& font) {
    constexpr int kScale = 2;
    Page page(data, font);
    QImage image(page.size() * kScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kScale);
    page.paint(image);
    return image;
}

QByteArray plotDrawing(const PlotData& data, const QFont& font) {
    constexpr int kDotsPerInch = 96;
    Page page(data, font);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kDotsPerInch);
    generator.setSize(page.size());
    generator.setViewBox(QRect(QPoint(), page.size()));
    generator.setTitle(data.title);
    generator.setDescription(data.drawn());
    page.paint(generator);
    return buffer.data();
}

} // namespace qis::ui
