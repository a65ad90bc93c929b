#pragma once

#include "bridge/values.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace qis::ui {

class StatusLine;
class TermSource;
class TermTreeModel;

/// No term has so long a name, nor do the words that find one.
inline constexpr int kLongestWords = 120;

/// One term out of a code system: what the words find, and beside it the tree in which that stands.
class TermPicker : public QDialog {
    Q_OBJECT

public:
    /// `field` names what the term is for; `current` is the id of the term there now, or empty.
    TermPicker(TermSource& source, const QString& system, const QString& field, const QString& current,
               QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const qis::ui::Term& term);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(const QString& field);
    void search();
    void list(const QList<Term>& terms, const QString& none);
    void listRecent();
    void foundCurrent(const QModelIndex& index);
    void treeCurrent(const QModelIndex& index);
    void revealed(const QModelIndex& index);
    void broaden();
    void describe(const QModelIndex& index);
    void choose();

    TermSource& m_source;
    QString m_system;
    QLineEdit* m_words;
    QLabel* m_foundTitle;
    QListView* m_found;
    QStandardItemModel* m_foundModel;
    QLabel* m_none;
    QLabel* m_treeTitle;
    QTreeView* m_tree;
    TermTreeModel* m_model;
    QLabel* m_name;
    QLabel* m_facts;
    QLabel* m_origin;
    StatusLine* m_status;
    QPushButton* m_choose;
    QString m_searching;      ///< the words under way; null when none are
    QString m_foundFor;       ///< the words that the list answers
    bool m_takeFound = false; ///< the first that the words as they stand now find is to be chosen
    bool m_revealing = false; ///< the current row of the tree is set by the program
    bool m_choosing = false;  ///< the term to be revealed is to be chosen then
};

} // namespace qis::ui
