#pragma once

#include <QtWidgets/QDialog>

class QAction;
class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace qis::ui {

/// Every action of a window with an object name that begins with “action”, in the order of its menus.
[[nodiscard]] QList<QAction*> windowActions(const QWidget& window);
/// The text of an action without its mnemonic.
[[nodiscard]] QString plainText(const QAction& action);
/// Its keys as this computer writes them; empty without any.
[[nodiscard]] QString keysOf(const QAction& action);
/// Does a text hold all the words that somebody typed, in any order and any letters?
[[nodiscard]] bool holdsWords(const QString& text, const QString& typed);

/// Finds an action by what is typed and does it. Opens without blocking and deletes itself when closed.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    explicit CommandPalette(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void list(const QWidget& window);
    void filter(const QString& words);
    void perform(QTreeWidgetItem* item);

    QLineEdit* m_words;
    QTreeWidget* m_list;
    QLabel* m_none;
};

} // namespace qis::ui
