#include "bridge/explanation_model.h"

#include "bridge/comparison_words.h"
#include "format/numbers.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QPalette>

#include <algorithm>

namespace qis::ui {

ExplanationModel::ExplanationModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void ExplanationModel::setExplanation(const Explanation& explanation) {
    beginResetModel();
    m_explanation = explanation;
    // What made the score first, in the order of the definition; then what could not or does not count.
    std::stable_partition(m_explanation.dimensions.begin(), m_explanation.dimensions.end(),
                          [](const Dimension& dimension) {
                              const State state = stateOf(dimension);
                              return state == State::Counted || state == State::BelowFloor;
                          });
    m_widest = 1;
    for (const Dimension& dimension : m_explanation.dimensions)
        m_widest = std::max(m_widest, dimension.maximum);
    endResetModel();
}

void ExplanationModel::clear() {
    setExplanation({});
}

int ExplanationModel::pointSum() const {
    int sum = 0;
    for (const Dimension& dimension : m_explanation.dimensions)
        sum += dimension.points;
    return sum;
}

ExplanationModel::State ExplanationModel::stateOf(const Dimension& dimension) {
    if (dimension.belowFloor)
        return State::BelowFloor;
    if (!dimension.recorded)
        return State::NotRecorded;
    return dimension.counted ? State::Counted : State::OutcomeSide;
}

int ExplanationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_explanation.dimensions.size());
}

int ExplanationModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString ExplanationModel::pointsText(const Dimension& dimension) {
    if (dimension.maximum == 0)
        //: In place of points: this dimension is shown but takes no part in the score.
        return tr("not counted");
    return format::points(dimension.points, dimension.maximum);
}

QString ExplanationModel::whyText(const Dimension& dimension) {
    const QString why = findingWords(dimension);
    const QString how = comparedBy(dimension);
    switch (stateOf(dimension)) {
    case State::BelowFloor:
        //: %1: what was compared, %2: the least similarity asked for, in per cent
        return tr("%1 – below the least allowed, %2").arg(why, format::percent(dimension.floor));
    case State::NotRecorded:
        return why.isEmpty() ? tr("not recorded on both sides") : why;
    case State::OutcomeSide:
    case State::Counted:
        break;
    }
    if (why.isEmpty() || how.isEmpty())
        return why.isEmpty() ? how : why;
    //: %1: what was found ("both: vitamin K antagonists"), %2: how it was compared ("by class")
    return tr("%1 (%2)").arg(why, how);
}

QString ExplanationModel::recordedText(const QString& value) {
    return value.isEmpty() ? tr("not recorded") : value;
}

void ExplanationModel::setSides(const QString& one, const QString& other) {
    m_one = one;
    m_other = other;
    Q_EMIT headerDataChanged(Qt::Horizontal, Mine, Theirs);
}

QString ExplanationModel::sideName(int column) const {
    const QString& given = column == Mine ? m_one : m_other;
    return !given.isEmpty() ? given : column == Mine ? tr("Mine") : tr("Theirs");
}

QString ExplanationModel::spoken(const Dimension& dimension) const {
    //: Read aloud for one row. %1: dimension, %2: points, %3: one side, such as “Mine”, %4: its value,
    //: %5: the other side, %6: its value, %7: why
    return tr("%1: %2. %3: %4. %5: %6. %7.")
        .arg(dimension.label, pointsText(dimension), sideName(Mine), recordedText(dimension.mine), sideName(Theirs),
             recordedText(dimension.theirs), whyText(dimension));
}

QVariant ExplanationModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_explanation.dimensions.size())
        return {};
    const Dimension& dimension = m_explanation.dimensions.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Label:
            return dimension.label;
        case Points:
            return pointsText(dimension);
        case Mine:
            return recordedText(dimension.mine);
        case Theirs:
            return recordedText(dimension.theirs);
        case Why:
            return whyText(dimension);
        default:
            return {};
        }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
    case Qt::AccessibleTextRole:
        return index.column() == Label ? QVariant(spoken(dimension)) : data(index, Qt::DisplayRole);
    case Qt::AccessibleDescriptionRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole);
    case Qt::ForegroundRole:
        return stateOf(dimension) == State::NotRecorded
                   ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText))
                   : QVariant();
    case ShareRole:
        return static_cast<double>(dimension.points) / m_widest;
    case WeightRole:
        return static_cast<double>(dimension.maximum) / m_widest;
    case StateRole:
        return QVariant::fromValue(static_cast<int>(stateOf(dimension)));
    default:
        return {};
    }
}

QVariant ExplanationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case Label:
        //: Heading: one thing in which two outcomes are compared, such as age
        return tr("Compared");
    case Points:
        return tr("Points");
    case Mine:
    case Theirs:
        return sideName(section);
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace qis::ui
