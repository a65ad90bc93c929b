#include "plots/plot_data.h"

#include "format/numbers.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringBuilder>
#include <QtCore/QTimeZone>

namespace qis::ui {

namespace {

constexpr int kExact = 17; ///< digits that give a double back unchanged

QString csvText(const QString& text) {
    QString plain = text;
    if (!plain.isEmpty() && QStringLiteral("=+-@\t\r").contains(plain.front()))
        plain.prepend(QLatin1Char('\''));
    plain.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') % plain % QLatin1Char('"');
}

QString csvCell(PlotColumn::Kind kind, const QVariant& cell) {
    if (!cell.isValid())
        return {};
    switch (kind) {
    case PlotColumn::Kind::Count:
        return QString::number(cell.toLongLong());
    case PlotColumn::Kind::Share:
        return QString::number(cell.toDouble(), 'g', kExact);
    case PlotColumn::Kind::Moment:
        return QDateTime::fromMSecsSinceEpoch(cell.toLongLong(), QTimeZone::utc()).toString(Qt::ISODate);
    case PlotColumn::Kind::Text:
        break;
    }
    return csvText(cell.toString());
}

} // namespace

QString PlotData::drawn() const {
    return drawing.isEmpty() ? description : QString(description % QLatin1Char(' ') % drawing);
}

int PlotData::columnOf(PlotColumn::Role role) const {
    for (int column = 0; column < columns.size(); ++column)
        if (columns.at(column).role == role)
            return column;
    return -1;
}

std::optional<double> PlotData::number(int row, PlotColumn::Role role) const {
    const int column = columnOf(role);
    if (column < 0 || row < 0 || row >= rows.size())
        return std::nullopt;
    const QVariant cell = rows.at(row).cells.value(column);
    return cell.isValid() ? std::optional(cell.toDouble()) : std::nullopt;
}

QString PlotData::label(int row, PlotColumn::Role role) const {
    const int column = columnOf(role);
    return column < 0 || row < 0 || row >= rows.size() ? QString() : rows.at(row).cells.value(column).toString();
}

QString PlotData::text(int row, int column) const {
    if (row < 0 || row >= rows.size() || column < 0 || column >= columns.size())
        return {};
    const QVariant cell = rows.at(row).cells.value(column);
    if (!cell.isValid())
        return {};
    switch (columns.at(column).kind) {
    case PlotColumn::Kind::Count:
        return format::count(cell.toLongLong());
    case PlotColumn::Kind::Share:
        return format::share(cell.toDouble());
    case PlotColumn::Kind::Moment:
        return format::dateTime(cell.toLongLong());
    case PlotColumn::Kind::Text:
        break;
    }
    return cell.toString();
}

QByteArray PlotData::csv() const {
    QString out;
    const auto line = [&out, this](const auto& cellAt) {
        for (int column = 0; column < columns.size(); ++column)
            out += (column == 0 ? QString() : QStringLiteral(",")) % cellAt(column);
        out += QLatin1String("\r\n");
    };
    line([this](int column) { return csvText(columns.at(column).title); });
    for (const PlotRow& row : rows)
        line([this, &row](int column) { return csvCell(columns.at(column).kind, row.cells.value(column)); });
    return out.toUtf8();
}

} // namespace qis::ui
