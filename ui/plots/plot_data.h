#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QVariant>

#include <optional>

namespace qis::ui {

struct PlotColumn {
    enum class Kind : quint8 { Text, Count, Share, Moment };
    /// What the drawing reads from the column.
    enum class Role : quint8 { None, Label, Position, Value, Low, High, Size, Mark };

    QString title;
    Kind kind = Kind::Text;
    Role role = Role::None;

    bool operator==(const PlotColumn&) const = default;
};

struct PlotRow {
    QString key;           ///< names the row when it comes again with other numbers
    QString sentence;      ///< the row in words
    QList<QVariant> cells; ///< QString, qint64, double (a part of 1) or qint64 (milliseconds UTC); invalid: not known
    bool summary = false;  ///< of the other rows

    bool operator==(const PlotRow&) const = default;
};

/// Everything that is shown of one set of numbers, as a drawing, as a table, in words or in a file.
struct PlotData {
    /// Forest: an estimate with its interval a row. Bars: the same, as a length from nothing on.
    /// Cumulative: a line with its band over positions.
    enum class Kind : quint8 { Forest, Bars, Cumulative };

    Kind kind = Kind::Forest;
    QString title;
    QString description; ///< what it shows, in a sentence or two
    QString drawing;     ///< how to read the drawing; of no use beside the table
    // What exported pictures need beside that, for nobody sees the page around them.
    QString statement; ///< what the numbers say
    QString source;    ///< where they come from
    QString caveat;
    QString valueAxis;
    QString positionAxis; ///< cumulative only
    QString fileName;     ///< suggested, without ending
    QList<PlotColumn> columns;
    QList<PlotRow> rows;

    bool operator==(const PlotData&) const = default;

    /// Does each row have a line of its own in the drawing?
    [[nodiscard]] bool isInLines() const { return kind != Kind::Cumulative; }
    /// What it shows and how to read it.
    [[nodiscard]] QString drawn() const;
    /// -1 when there is none.
    [[nodiscard]] int columnOf(PlotColumn::Role role) const;
    /// nullopt when the row has no such number.
    [[nodiscard]] std::optional<double> number(int row, PlotColumn::Role role) const;
    [[nodiscard]] QString label(int row, PlotColumn::Role role) const;
    /// A cell in the words and digits of the reader.
    [[nodiscard]] QString text(int row, int column) const;
    /// Comma-separated, UTF-8, one line a row below a line of titles; numbers and times as programs read
    /// them. Text that a spreadsheet would calculate is made plain.
    [[nodiscard]] QByteArray csv() const;
};

} // namespace qis::ui
