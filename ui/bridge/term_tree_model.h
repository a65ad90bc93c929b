#pragma once

#include "bridge/values.h"

#include <QtCore/QAbstractItemModel>

#include <memory>
#include <vector>

namespace qis::ui {

class TermSource;

/// The terms of a code system as a tree. A branch is read when it is opened, so that a large system costs no more
/// than what is looked at.
class TermTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role : quint16 { IdRole = Qt::UserRole + 1 };

    TermTreeModel(TermSource& source, const QString& system, QObject* parent = nullptr);
    ~TermTreeModel() override;

    /// Reads what leads to a term and then says where it stands by revealed(). A later call takes the place of this
    /// one.
    void reveal(const QString& id);
    /// The code system as such; `terms` and `path` are empty. Nothing in it before begun().
    [[nodiscard]] const TermBranch& system() const { return m_head; }
    /// Null for an invalid index.
    [[nodiscard]] const BranchTerm* term(const QModelIndex& index) const;
    /// The names from the top down to a term, itself included.
    [[nodiscard]] QStringList pathNames(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    /// The top has been read.
    void begun();
    void revealed(const QModelIndex& index);
    void failed(const qis::ui::Fault& fault);

private:
    enum class State : quint8 { Unread, Asked, Read, Failed };
    struct Node {
        BranchTerm term;
        Node* above = nullptr;
        int row = 0;
        State state = State::Unread;
        std::vector<std::unique_ptr<Node>> below;
    };

    [[nodiscard]] Node* nodeAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const Node* node) const;
    void read(Node* node);
    void lead();

    TermSource& m_source;
    QString m_system;
    TermBranch m_head;
    std::unique_ptr<Node> m_top;
    QStringList m_path; ///< what leads to the term to be revealed; empty when none is
    quint64 m_reveal = 0;
};

} // namespace qis::ui
