#pragma once

#include "bridge/values.h"

#include <QtCore/QAbstractTableModel>

namespace qis::ui {

/// Why a match scored as it did: one row for each dimension, points that sum to the score.
class ExplanationModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : quint8 { Label, Points, Mine, Theirs, Why, ColumnCount };
    enum Role : quint16 { ShareRole = Qt::UserRole + 1, WeightRole, StateRole };
    /// How a dimension came to its points.
    enum class State : quint8 { Counted, BelowFloor, NotRecorded, OutcomeSide };

    explicit ExplanationModel(QObject* parent = nullptr);

    void setExplanation(const Explanation& explanation);
    void clear();
    /// What the two sides are called, where they are not mine and theirs.
    void setSides(const QString& one, const QString& other);
    [[nodiscard]] const Explanation& explanation() const { return m_explanation; }
    /// Tenths; equals the score of the explanation.
    [[nodiscard]] int pointSum() const;
    [[nodiscard]] static State stateOf(const Dimension& dimension);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString pointsText(const Dimension& dimension);
    [[nodiscard]] static QString whyText(const Dimension& dimension);
    [[nodiscard]] static QString recordedText(const QString& value);
    [[nodiscard]] QString sideName(int column) const;
    [[nodiscard]] QString spoken(const Dimension& dimension) const;

    Explanation m_explanation;
    QString m_one; ///< names of the sides; empty: mine and theirs
    QString m_other;
    int m_widest = 1; ///< largest maximum, the full length of a bar
};

} // namespace qis::ui
