#include "bridge/definition_model.h"

#include "format/numbers.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <iterator>

namespace qis::ui {

namespace {

class Kernels {
    Q_DECLARE_TR_FUNCTIONS(qis::ui::Kernels)
};

struct Entry {
    const char* kernel;
    const char* words;
};

constexpr Entry kKernels[] = {
    {"exact", QT_TRANSLATE_NOOP("qis::ui::Kernels", "The same or not")},
    {"hierarchy", QT_TRANSLATE_NOOP("qis::ui::Kernels", "By the class they share in the code system")},
    {"wu_palmer", QT_TRANSLATE_NOOP("qis::ui::Kernels", "By their places in the tree of the code system")},
    {"jaccard", QT_TRANSLATE_NOOP("qis::ui::Kernels", "By the share of terms that both have")},
    {"ordered_pair", QT_TRANSLATE_NOOP("qis::ui::Kernels", "By the class they share, role by role")},
    {"ordinal", QT_TRANSLATE_NOOP("qis::ui::Kernels", "By steps apart")},
    {"numeric_decay", QT_TRANSLATE_NOOP("qis::ui::Kernels", "By difference, falling off gradually")},
    {"numeric_range", QT_TRANSLATE_NOOP("qis::ui::Kernels", "By difference, up to a limit")},
    {"log_ratio", QT_TRANSLATE_NOOP("qis::ui::Kernels", "By ratio")},
};

constexpr double kTenthsOfAPercent = 1000;

} // namespace

QString kernelWords(const QString& kernel) {
    const auto* it = std::find_if(std::begin(kKernels), std::end(kKernels),
                                  [&kernel](const Entry& entry) { return kernel == QLatin1String(entry.kernel); });
    return it == std::end(kKernels) ? kernel : Kernels::tr(it->words);
}

std::optional<SimilarityDefinition> parseDefinition(const QByteArray& json) {
    const QJsonValue value = QJsonDocument::fromJson(json).object().value(QLatin1String("definition"));
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    SimilarityDefinition definition;
    definition.id = object.value(QLatin1String("id")).toString();
    definition.version = object.value(QLatin1String("version")).toInt();
    definition.hash = object.value(QLatin1String("hash")).toString();
    definition.theta = object.value(QLatin1String("theta")).toDouble();
    const QJsonArray dimensions = object.value(QLatin1String("dimensions")).toArray();
    for (const auto& one : dimensions) {
        const QJsonObject from = one.toObject();
        definition.dimensions.append({
            .id = from.value(QLatin1String("id")).toString(),
            .label = from.value(QLatin1String("label")).toString(),
            .conditionSide = from.value(QLatin1String("side")).toString() == QLatin1String("condition"),
            .weight = from.value(QLatin1String("weight")).toInt(),
            .floor = from.value(QLatin1String("floor")).toDouble(),
            .kernel = from.value(QLatin1String("kernel")).toString(),
            .missing = from.value(QLatin1String("missing")).toString(),
        });
    }
    return definition;
}

void DefinitionModel::setDefinition(const SimilarityDefinition& definition) {
    beginResetModel();
    m_definition = definition;
    endResetModel();
}

int DefinitionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_definition.dimensions.size());
}

int DefinitionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString DefinitionModel::missingText(const QString& missing) {
    bool number = false;
    const double value = missing.toDouble(&number);
    if (missing == QLatin1String("zero") || (number && value == 0))
        //: What becomes of a dimension that one of two outcomes does not record
        return tr("counts as different");
    if (number)
        //: What becomes of a dimension that one of two outcomes does not record. %1: a percentage
        return tr("counts as %1 alike").arg(format::percent(qRound(value * kTenthsOfAPercent)));
    //: What becomes of a dimension that one of two outcomes does not record
    return tr("is left out");
}

QString DefinitionModel::text(const ComparedDimension& dimension, int column) {
    switch (column) {
    case Label:
        return dimension.label;
    case Side:
        //: Sides of an outcome: what was given, or what happened
        return dimension.conditionSide ? tr("Condition") : tr("Outcome");
    case Weight:
        return format::count(dimension.weight);
    case Kernel:
        return kernelWords(dimension.kernel);
    case Floor:
        return dimension.floor > 0 ? format::percent(qRound(dimension.floor * kTenthsOfAPercent))
                                   //: There is no least likeness
                                   : tr("none");
    case Missing:
        return missingText(dimension.missing);
    default:
        return {};
    }
}

QString DefinitionModel::spoken(const ComparedDimension& dimension) {
    //: Read aloud for one row. %1: dimension, %2: its side, %3: its weight, %4: how it is compared
    return tr("%1, %2, weight %3. %4.")
        .arg(dimension.label, text(dimension, Side), text(dimension, Weight), text(dimension, Kernel));
}

QVariant DefinitionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_definition.dimensions.size())
        return {};
    const ComparedDimension& dimension = m_definition.dimensions.at(index.row());
    const bool figure = index.column() == Weight || index.column() == Floor;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(dimension, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((figure ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
    case Qt::AccessibleTextRole:
        return index.column() == Label ? spoken(dimension) : text(dimension, index.column());
    case Qt::AccessibleDescriptionRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole);
    case SortRole:
        if (index.column() == Weight)
            return dimension.weight;
        if (index.column() == Floor)
            return dimension.floor;
        return text(dimension, index.column());
    default:
        return {};
    }
}

QVariant DefinitionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const bool figure = section == Weight || section == Floor;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((figure ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && section == Floor)
        return tr("Below this likeness the two are not matched at all, however alike they are otherwise.");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case Label:
        //: Heading: one thing in which two outcomes are compared, such as age
        return tr("Compared");
    case Side:
        return tr("Side");
    case Weight:
        return tr("Weight");
    case Kernel:
        return tr("How");
    case Floor:
        //: Heading: the least likeness allowed
        return tr("At least");
    case Missing:
        return tr("When not recorded, it");
    default:
        return {};
    }
}

} // namespace qis::ui
