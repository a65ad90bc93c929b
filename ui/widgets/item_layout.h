#pragma once

#include <QtWidgets/QLayout>

namespace qis::ui {

/// The container half of a layout whose height follows from its width: it owns the items in reading
/// order; a subclass says where they go.
class ItemLayout : public QLayout {
    Q_OBJECT

public:
    ~ItemLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

protected:
    explicit ItemLayout(QWidget* parent);

    /// Lays out within `rect` and gives the height used, margins included; `move` also moves the items.
    virtual int place(const QRect& rect, bool move) const = 0;
    [[nodiscard]] const QList<QLayoutItem*>& items() const { return m_items; }
    /// Of the widget it is on; items are placed mirrored when that is right to left.
    [[nodiscard]] Qt::LayoutDirection direction() const;

private:
    QList<QLayoutItem*> m_items;
};

} // namespace qis::ui
