#include "bridge/term_tree_model.h"

#include "bridge/term_source.h"

#include <algorithm>

namespace qis::ui {

TermTreeModel::TermTreeModel(TermSource& source, const QString& system, QObject* parent)
    : QAbstractItemModel(parent)
    , m_source(source)
    , m_system(system)
    , m_top(std::make_unique<Node>()) {
    read(m_top.get());
}

TermTreeModel::~TermTreeModel() = default;

TermTreeModel::Node* TermTreeModel::nodeAt(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_top.get();
}

QModelIndex TermTreeModel::indexOf(const Node* node) const {
    return node == m_top.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

void TermTreeModel::read(Node* node) {
    node->state = State::Asked;
    m_source.branch(m_system, node->term.id, this, [this, node](const Result<TermBranch>& result) {
        if (!result.ok()) {
            node->state = State::Failed;
            Q_EMIT failed(result.fault);
            return;
        }
        node->state = State::Read;
        const QList<BranchTerm>& terms = result.value->terms;
        if (!terms.isEmpty()) {
            beginInsertRows(indexOf(node), 0, static_cast<int>(terms.size()) - 1);
            for (const BranchTerm& term : terms) {
                auto below = std::make_unique<Node>();
                below->term = term;
                below->above = node;
                below->row = static_cast<int>(node->below.size());
                node->below.push_back(std::move(below));
            }
            endInsertRows();
        }
        if (node == m_top.get()) {
            m_head = *result.value;
            m_head.terms.clear();
            Q_EMIT begun();
        }
        lead();
    });
}

void TermTreeModel::reveal(const QString& id) {
    m_path.clear();
    m_source.branch(m_system, id, this, [this, call = ++m_reveal](const Result<TermBranch>& result) {
        if (call != m_reveal)
            return;
        if (!result.ok()) {
            Q_EMIT failed(result.fault);
            return;
        }
        m_path = result.value->path;
        lead();
    });
}

/// Goes down the path as far as it has been read, and asks for what comes next.
void TermTreeModel::lead() {
    if (m_path.isEmpty())
        return;
    Node* node = m_top.get();
    for (const QString& id : std::as_const(m_path)) {
        if (node->state == State::Unread || node->state == State::Failed)
            read(node);
        if (node->state != State::Read)
            return;
        const auto next = std::find_if(node->below.cbegin(), node->below.cend(),
                                       [&id](const auto& below) { return below->term.id == id; });
        if (next == node->below.cend())
            return;
        node = next->get();
    }
    m_path.clear();
    Q_EMIT revealed(indexOf(node));
}

const BranchTerm* TermTreeModel::term(const QModelIndex& index) const {
    return index.isValid() ? &nodeAt(index)->term : nullptr;
}

QStringList TermTreeModel::pathNames(const QModelIndex& index) const {
    QStringList names;
    for (const Node* node = nodeAt(index); node != m_top.get(); node = node->above)
        names.prepend(node->term.name);
    return names;
}

QModelIndex TermTreeModel::index(int row, int column, const QModelIndex& parent) const {
    return hasIndex(row, column, parent)
               ? createIndex(row, column, nodeAt(parent)->below.at(static_cast<std::size_t>(row)).get())
               : QModelIndex();
}

QModelIndex TermTreeModel::parent(const QModelIndex& child) const {
    return child.isValid() ? indexOf(nodeAt(child)->above) : QModelIndex();
}

int TermTreeModel::rowCount(const QModelIndex& parent) const {
    return static_cast<int>(nodeAt(parent)->below.size());
}

int TermTreeModel::columnCount(const QModelIndex& /*parent*/) const {
    return 1;
}

bool TermTreeModel::hasChildren(const QModelIndex& parent) const {
    const Node* node = nodeAt(parent);
    return node->state == State::Read || node == m_top.get() ? !node->below.empty() : node->term.below > 0;
}

bool TermTreeModel::canFetchMore(const QModelIndex& parent) const {
    const Node* node = nodeAt(parent);
    return node->state == State::Unread && node->term.below > 0;
}

void TermTreeModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent))
        read(nodeAt(parent));
}

Qt::ItemFlags TermTreeModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return nodeAt(index)->term.below > 0 ? usual : usual | Qt::ItemNeverHasChildren;
}

QVariant TermTreeModel::data(const QModelIndex& index, int role) const {
    const BranchTerm* term = this->term(index);
    if (term == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return term->name;
    case Qt::AccessibleTextRole:
        //: Read aloud for a row of the tree of terms. %1: a term that cannot be chosen itself
        return term->selectable ? term->name : tr("%1, a heading").arg(term->name);
    case IdRole:
        return term->id;
    default:
        return {};
    }
}

} // namespace qis::ui
