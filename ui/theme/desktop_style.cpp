#include "theme/desktop_style.h"

#include "theme/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextDocument>
#include <QtGui/QTextFrame>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QWidget>

namespace qis::ui::theme {

namespace {

constexpr qreal kEdge = 1;
constexpr qreal kRing = 2; ///< a thinner curve is smoothed until nothing of it has its colour
constexpr qreal kFocusEdge = 2;
constexpr qreal kCorner = 2;
constexpr int kAbove = 1; ///< for the accents of capital letters, which reach above the line

/// Dots across the middle, to be taken hold of.
void drawGrip(QPainter& painter, const QStyleOption& option) {
    constexpr int kDots = 5;
    constexpr int kApart = 4;
    const bool upright = option.rect.height() > option.rect.width();
    const QPoint step = upright ? QPoint(0, kApart) : QPoint(kApart, 0);
    const QColor ink = color(Role::Edge, option.palette);
    for (int dot = 0; dot < kDots; ++dot)
        painter.fillRect(QRect(option.rect.center() + step * (dot - kDots / 2), QSize(2, 2)), ink);
}

void drawEdge(QPainter& painter, const QRect& rect, const QColor& color, qreal width) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), kCorner, kCorner);
    painter.restore();
}

/// A ring and a dot in the colours of text: Fusion's ring cannot be seen on black.
void drawRadio(QPainter& painter, const QStyleOption& option) {
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const auto group = enabled ? QPalette::Active : QPalette::Disabled;
    const qreal side = qMin(option.rect.width(), option.rect.height()) - kRing;
    const QPointF middle = QRectF(option.rect).center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(enabled ? Role::Edge : Role::Rule, option.palette), kRing));
    painter.setBrush(option.palette.color(group, QPalette::Base));
    painter.drawEllipse(middle, side / 2, side / 2);
    if ((option.state & QStyle::State_On) != 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(option.palette.color(group, QPalette::Text));
        painter.drawEllipse(middle, side / 4, side / 4);
    }
    painter.restore();
}

/// Left to itself a label stands by the script of its words: an English name in an Arabic window on the far side.
void placeLabel(QLabel& label) {
    constexpr auto kMirrored = "qisMirrored";
    const Qt::Alignment before = label.alignment();
    const Qt::Alignment rest = before & ~Qt::AlignHorizontal_Mask;
    const bool left = before.testFlag(Qt::AlignLeft);
    const bool mirrored = label.property(kMirrored).toBool();
    if (left == before.testFlag(Qt::AlignRight) || mirrored == label.isRightToLeft() ||
        (!mirrored && before.testFlag(Qt::AlignAbsolute)))
        return;
    label.setProperty(kMirrored, !mirrored);
    label.setAlignment(rest | (left ? Qt::AlignRight : Qt::AlignLeft) |
                       (mirrored ? Qt::Alignment() : Qt::AlignAbsolute));
}

/// What can be selected is drawn by a document of its own, which forgets its formats with every new text.
void makeRoomAbove(QTextDocument& text) {
    const auto make = [&text] {
        QTextFrameFormat format = text.rootFrame()->frameFormat();
        if (format.padding() >= kAbove)
            return;
        format.setPadding(kAbove);
        text.rootFrame()->setFrameFormat(format);
    };
    QObject::connect(&text, &QTextDocument::contentsChanged, &text, make);
    make();
}

/// Mirrored, what is in a splitter stands one pixel too far to the right, and is cut there.
void placeSplitter(QSplitter& splitter) {
    splitter.setContentsMargins(0, 0, splitter.isRightToLeft() ? 1 : 0, 0);
}

/// A text that keeps its own order in a mirrored view, also when it is cut short.
QString isolated(const QString& text, Qt::LayoutDirection direction) {
    constexpr char16_t kFirstStrong = 0x2068;
    constexpr char16_t kPop = 0x2069;
    return direction == Qt::LeftToRight || text.isEmpty() ? text : QString(QChar(kFirstStrong) % text % QChar(kPop));
}

/// Fusion derives its edges from the window colour, which leaves none to be seen on black.
void drawControlEdge(QPainter& painter, const QStyleOption& option) {
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const bool focus = enabled && (option.state & QStyle::State_HasFocus) != 0;
    if (focus)
        drawEdge(painter, option.rect, option.palette.color(QPalette::Highlight), kFocusEdge);
    else
        drawEdge(painter, option.rect, color(enabled ? Role::Edge : Role::Rule, option.palette), kEdge);
}

} // namespace

DesktopStyle::DesktopStyle()
    : QProxyStyle(QStringLiteral("Fusion")) {}

void DesktopStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (auto* label = qobject_cast<QLabel*>(widget)) {
        label->installEventFilter(this);
        placeLabel(*label);
        if (auto* text = label->findChild<QTextDocument*>())
            makeRoomAbove(*text);
        else if (label->contentsMargins().isNull() && label->pixmap().isNull())
            label->setContentsMargins(0, kAbove, 0, 0);
    } else if (auto* splitter = qobject_cast<QSplitter*>(widget)) {
        splitter->installEventFilter(this);
        placeSplitter(*splitter);
    }
}

void DesktopStyle::unpolish(QWidget* widget) {
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool DesktopStyle::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LayoutDirectionChange) {
        if (auto* label = qobject_cast<QLabel*>(watched))
            placeLabel(*label);
        else if (auto* splitter = qobject_cast<QSplitter*>(watched))
            placeSplitter(*splitter);
    }
    return QProxyStyle::eventFilter(watched, event);
}

void DesktopStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    switch (element) {
    case PE_FrameFocusRect:
        drawEdge(*painter, option->rect, option->palette.color(QPalette::Highlight), kFocusEdge);
        return;
    case PE_FrameLineEdit:
        drawControlEdge(*painter, *option);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(*painter, *option);
        return;
    case PE_FrameGroupBox: {
        // The title stands above the frame.
        constexpr int kTitleGap = 3;
        const int title = qMax(pixelMetric(PM_ExclusiveIndicatorHeight, option, widget), option->fontMetrics.height());
        drawEdge(*painter, option->rect.adjusted(0, title + kTitleGap, 0, 0), color(Role::Rule, option->palette),
                 kEdge);
        return;
    }
    case PE_Frame:
        drawControlEdge(*painter, *option);
        return;
    case PE_FrameMenu:
        drawEdge(*painter, option->rect, color(Role::Edge, option->palette), kEdge);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader turned(*header);
            turned.sortIndicator = header->sortIndicator == QStyleOptionHeader::SortUp ? QStyleOptionHeader::SortDown
                                   : header->sortIndicator == QStyleOptionHeader::SortDown ? QStyleOptionHeader::SortUp
                                                                                           : header->sortIndicator;
            QProxyStyle::drawPrimitive(element, &turned, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck) {
        const bool enabled = (option->state & State_Enabled) != 0;
        drawEdge(*painter, option->rect, color(enabled ? Role::Edge : Role::Rule, option->palette), kEdge);
    } else if (element == PE_PanelButtonCommand) {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool isDefault = button != nullptr && (button->features & QStyleOptionButton::DefaultButton) != 0;
        if (isDefault && (option->state & State_Enabled) != 0 && (option->state & State_HasFocus) == 0)
            drawEdge(*painter, option->rect, option->palette.color(QPalette::Highlight), kEdge);
        else
            drawControlEdge(*painter, *option);
    } else if (element == PE_PanelButtonTool) {
        const bool raised = (option->state & State_AutoRaise) != 0;
        if ((option->state & State_On) != 0)
            drawEdge(*painter, option->rect, option->palette.color(QPalette::Highlight), kEdge);
        else if (!raised)
            drawControlEdge(*painter, *option);
    }
}

void DesktopStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    if (element == CE_ComboBoxLabel) {
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
            // A choice that does not fit ends in dots rather than in the middle of a letter.
            QStyleOptionComboBox shortened(*box);
            const QRect room = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget);
            shortened.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room.width());
            QProxyStyle::drawControl(element, &shortened, painter, widget);
            return;
        }
    }
    if (element == CE_ItemViewItem) {
        if (const auto* cell = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem own(*cell);
            own.text = isolated(cell->text, cell->direction);
            QProxyStyle::drawControl(element, &own, painter, widget);
            return;
        }
    }
    if (element == CE_MenuItem) {
        if (const auto* entry = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            drawMenuItem(*entry, *painter, widget);
            return;
        }
    }
    if (element == CE_Splitter) {
        drawGrip(*painter, *option);
        return;
    }
    if (element == CE_ProgressBarContents) {
        // Mirrored, Fusion draws a line of nothing.
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        if (bar != nullptr && bar->maximum > bar->minimum && bar->progress <= bar->minimum)
            return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_HeaderSection) {
        // Below the headings, and between them.
        painter->setPen(QPen(color(Role::Rule, option->palette), kEdge));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        if (option->direction == Qt::LeftToRight)
            painter->drawLine(option->rect.topRight(), option->rect.bottomRight());
        else
            painter->drawLine(option->rect.topLeft(), option->rect.bottomLeft());
    }
    if (element == CE_ProgressBarGroove)
        drawEdge(*painter, option->rect, color(Role::Edge, option->palette), kEdge);
}

void DesktopStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                      const QWidget* widget) const {
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        slider != nullptr && control == CC_Slider && slider->orientation == Qt::Horizontal) {
        // Fusion's marks are as dark as a shadow.
        QStyleOptionSlider plain(*slider);
        plain.subControls &= ~SC_SliderTickmarks;
        plain.tickPosition = QSlider::NoTicks;
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        drawMarks(*painter, *slider, widget);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
    if (control == CC_ComboBox || control == CC_SpinBox)
        drawControlEdge(*painter, *option);
    if (control == CC_Slider) {
        const QRect handle = subControlRect(control, option, SC_SliderHandle, widget);
        painter->save();
        painter->setClipRegion(QRegion(option->rect).subtracted(handle));
        drawEdge(*painter, subControlRect(control, option, SC_SliderGroove, widget), color(Role::Edge, option->palette),
                 kEdge);
        painter->restore();
        drawEdge(*painter, handle, color(Role::Edge, option->palette), kEdge);
    }
    if (control == CC_ScrollBar && (option->state & State_Enabled) != 0)
        drawEdge(*painter, subControlRect(control, option, SC_ScrollBarSlider, widget),
                 color(Role::Edge, option->palette), kEdge);
}

void DesktopStyle::drawMenuItem(const QStyleOptionMenuItem& entry, QPainter& painter, const QWidget* widget) const {
    QStyleOptionMenuItem own(entry);
    const qsizetype tab = entry.text.indexOf(QLatin1Char('\t'));
    own.text = tab < 0 ? isolated(entry.text, entry.direction)
                       : QString(isolated(entry.text.left(tab), entry.direction) % entry.text.mid(tab));
    QProxyStyle::drawControl(CE_MenuItem, &own, &painter, widget);
    if (entry.menuItemType != QStyleOptionMenuItem::Separator)
        return;
    const int inset = entry.fontMetrics.height() / 2;
    const int y = entry.rect.center().y();
    painter.setPen(QPen(color(Role::Rule, entry.palette), kEdge));
    painter.drawLine(entry.rect.left() + inset, y, entry.rect.right() - inset, y);
}

QRect DesktopStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                   const QWidget* widget) const {
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        slider != nullptr && control == CC_Slider && slider->orientation == Qt::Horizontal) {
        // Fusion makes room for marks on one side, and cuts the handle on the other.
        QStyleOptionSlider plain(*slider);
        plain.tickPosition = QSlider::NoTicks;
        return QProxyStyle::subControlRect(control, &plain, part, widget);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void DesktopStyle::drawMarks(QPainter& painter, const QStyleOptionSlider& slider, const QWidget* widget) const {
    if (slider.tickPosition == QSlider::NoTicks || slider.tickInterval <= 0)
        return;
    const int handle = pixelMetric(PM_SliderLength, &slider, widget);
    const int room = pixelMetric(PM_SliderSpaceAvailable, &slider, widget);
    const int length = slider.fontMetrics.height() / 4;
    painter.save();
    painter.setPen(QPen(color(Role::Edge, slider.palette), kEdge));
    for (int value = slider.minimum; value <= slider.maximum; value += slider.tickInterval) {
        const int x = slider.rect.left() + handle / 2 +
                      sliderPositionFromValue(slider.minimum, slider.maximum, value, room, slider.upsideDown);
        if ((slider.tickPosition & QSlider::TicksBelow) != 0)
            painter.drawLine(x, slider.rect.bottom() - length, x, slider.rect.bottom());
        if ((slider.tickPosition & QSlider::TicksAbove) != 0)
            painter.drawLine(x, slider.rect.top(), x, slider.rect.top() + length);
    }
    painter.restore();
}

QSize DesktopStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                     const QWidget* widget) const {
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (option != nullptr && (type == CT_LineEdit || type == CT_ComboBox || type == CT_PushButton))
        size.setHeight(qMax(size.height(), option->fontMetrics.height() * 15 / 8));
    if (option != nullptr && type == CT_SpinBox)
        size.setHeight(qMax(contents.height(), option->fontMetrics.height() * 15 / 8));
    if (option != nullptr && type == CT_PushButton)
        size.setWidth(size.width() + option->fontMetrics.height() * 2 / 3);
    if (option != nullptr && (type == CT_RadioButton || type == CT_CheckBox))
        size.setHeight(size.height() + 2);
    if (option != nullptr && type == CT_Slider)
        size.setHeight(qMax(size.height(), option->fontMetrics.height() * 15 / 8));
    if (option != nullptr && type == CT_ItemViewItem)
        size.setHeight(qMax(size.height(), option->fontMetrics.height() * 3 / 2));
    return size;
}

int DesktopStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    // Room at both ends of a cell, so that a number does not run into the words of the next column.
    if ((metric == PM_FocusFrameHMargin || metric == PM_HeaderMargin) && widget != nullptr)
        return qMax(usual, widget->fontMetrics().height() / 3);
    // Room for the edges that are drawn above.
    if (metric == PM_MenuPanelWidth)
        return qMax(usual, static_cast<int>(kEdge));
    if (metric == PM_DefaultFrameWidth && qobject_cast<const QAbstractScrollArea*>(widget) != nullptr)
        return qMax(usual, static_cast<int>(kFocusEdge));
    return usual;
}

void DesktopStyle::drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette, bool enabled,
                                const QString& text, QPalette::ColorRole role) const {
    const Qt::LayoutDirection before = painter->layoutDirection();
    // Where it stands follows the window.
    const auto place = static_cast<int>(
        visualAlignment(before, QFlag(flags & static_cast<int>(Qt::AlignHorizontal_Mask | Qt::AlignVertical_Mask))));
    const int rest = flags & ~static_cast<int>(Qt::AlignHorizontal_Mask | Qt::AlignVertical_Mask);
    painter->setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    QProxyStyle::drawItemText(painter, rect, rest | place, palette, enabled, text, role);
    painter->setLayoutDirection(before);
}

int DesktopStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returnData) const {
    // Alt alone must not hide the underlined letters: they are how the keyboard is learnt.
    if (hint == SH_UnderlineShortcut)
        return 1;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace qis::ui::theme
