#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace qis::ui {

/// One way in which two outcomes are compared.
struct ComparedDimension {
    QString id;
    QString label;
    bool conditionSide = true;
    int weight = 0;
    double floor = 0; ///< 0 to 1; 0: none
    QString kernel;
    QString missing;
};

/// A definition of similarity, as a pack carries it.
struct SimilarityDefinition {
    QString id;
    int version = 0;
    QString hash;
    double theta = 0; ///< 0 to 1
    QList<ComparedDimension> dimensions;
};

/// From the answer to the command "pack-show"; nothing when it is not of that shape.
[[nodiscard]] std::optional<SimilarityDefinition> parseDefinition(const QByteArray& json);
/// How a kernel compares, in words; an unknown one is named.
[[nodiscard]] QString kernelWords(const QString& kernel);

/// The dimensions of a definition, to read.
class DefinitionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : quint8 { Label, Side, Weight, Kernel, Floor, Missing, ColumnCount };
    enum Role : quint16 { SortRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    void setDefinition(const SimilarityDefinition& definition);
    [[nodiscard]] const SimilarityDefinition& definition() const { return m_definition; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const ComparedDimension& dimension, int column);
    [[nodiscard]] static QString missingText(const QString& missing);
    [[nodiscard]] static QString spoken(const ComparedDimension& dimension);

    SimilarityDefinition m_definition;
};

} // namespace qis::ui
