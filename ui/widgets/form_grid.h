#pragma once

#include <QtWidgets/QLayout>

namespace qis::ui {

/// Fields in columns of equal width: as many as fit, one when the text is large or the window narrow.
/// A wide item takes a line of its own. Items stand in reading order.
class FormGrid : public QLayout {
    Q_OBJECT

public:
    explicit FormGrid(QWidget* parent = nullptr);
    ~FormGrid() override;

    void addField(QWidget* widget, bool wide);
    void setColumnWidth(int width);

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Cell {
        QLayoutItem* item = nullptr;
        bool wide = false;
    };
    int place(const QRect& rect, bool move) const;

    QList<Cell> m_cells;
    int m_columnWidth = 1;
};

} // namespace qis::ui
