#include "pages/palette/command_palette.h"

#include "theme/theme.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace qis::ui {

namespace {

constexpr int kColumns = 78;
constexpr int kRows = 14;
constexpr int kActionPlace = Qt::UserRole;

QString withoutMnemonic(QString text) {
    return text.remove(QLatin1Char('&'));
}

/// "View" for an action of the menu View.
QString menuOf(const QAction& action) {
    for (const QObject* object : action.associatedObjects())
        if (const auto* menu = qobject_cast<const QMenu*>(object))
            return withoutMnemonic(menu->title());
    return {};
}

} // namespace

QList<QAction*> windowActions(const QWidget& window) {
    QList<QAction*> all;
    for (QAction* action : window.findChildren<QAction*>())
        if (action->objectName().startsWith(QLatin1String("action")) && !action->text().isEmpty())
            all.append(action);
    return all;
}

QString plainText(const QAction& action) {
    return withoutMnemonic(action.text());
}

QString keysOf(const QAction& action) {
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText);
}

bool holdsWords(const QString& text, const QString& typed) {
    const QStringList words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(),
                       [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

CommandPalette::CommandPalette(QWidget* window)
    : QDialog(window)
    , m_words(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_none(new QLabel(tr("No action is called so. Fewer letters find more."), this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Commands"));
    setMinimumWidth(theme::columns(*this, kColumns));
    m_words->setObjectName(QStringLiteral("paletteWords"));
    m_words->setAccessibleName(tr("Words of the action to find"));
    m_words->setPlaceholderText(tr("Type a few letters, then choose with the arrow keys and Enter"));
    m_words->setClearButtonEnabled(false);
    m_words->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Actions that fit"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setHeaderLabels({tr("Action"), tr("Menu"), tr("Keys")});
    m_list->setMinimumHeight(fontMetrics().height() * kRows * 3 / 2);
    m_none->setObjectName(QStringLiteral("paletteNone"));
    m_none->setWordWrap(true);
    theme::makeQuiet(*m_none);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap(*this) * 2);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_none);
    list(*window);
    filter({});
    m_words->setFocus(Qt::OtherFocusReason);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_words, &QLineEdit::returnPressed, this, [this] { perform(m_list->currentItem()); });
    connect(m_list, &QTreeWidget::itemActivated, this, &CommandPalette::perform);
}

void CommandPalette::list(const QWidget& window) {
    for (QAction* action : windowActions(window)) {
        if (!action->isEnabled() || action->objectName() == QLatin1String("actionCommands"))
            continue;
        auto* item = new QTreeWidgetItem(m_list, {plainText(*action), menuOf(*action), keysOf(*action)});
        item->setData(0, kActionPlace, QVariant::fromValue(QPointer<QAction>(action)));
    }
    m_list->header()->setStretchLastSection(true);
    m_list->resizeColumnToContents(0);
    m_list->resizeColumnToContents(1);
    m_list->resizeColumnToContents(2);
    // As wide as what is in it, if the screen is.
    const int wanted = m_list->columnWidth(0) + m_list->columnWidth(1) + m_list->columnWidth(2) +
                       m_list->verticalScrollBar()->sizeHint().width() + 4 * theme::wideGap(*this);
    resize(qMax(minimumWidth(), qMin(wanted, screen()->availableGeometry().width() * 9 / 10)), sizeHint().height());
}

void CommandPalette::filter(const QString& typed) {
    QTreeWidgetItem* first = nullptr;
    for (int at = 0; at < m_list->topLevelItemCount(); ++at) {
        QTreeWidgetItem* item = m_list->topLevelItem(at);
        const bool shown = holdsWords(item->text(0) % QLatin1Char(' ') % item->text(1), typed);
        item->setHidden(!shown);
        if (shown && first == nullptr)
            first = item;
    }
    m_list->setCurrentItem(first);
    m_none->setVisible(first == nullptr);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            // The list moves while the words keep the focus.
            QApplication::sendEvent(m_list, event);
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::perform(QTreeWidgetItem* item) {
    if (item == nullptr || item->isHidden())
        return;
    const auto action = item->data(0, kActionPlace).value<QPointer<QAction>>();
    QWidget* window = parentWidget();
    accept();
    // First the focus goes back to where it was, then the action begins.
    QTimer::singleShot(0, window, [action] {
        if (action)
            action->trigger();
    });
}

} // namespace qis::ui
