#pragma once

#include "bridge/values.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace qis::ui {

class EmptyState;
class EngineBridge;
class ExplanationModel;
class RankLine;
class StatusLine;

/// Why one match scored as it did: points that sum to the score, side by side, and what does not fit.
class ExplanationPanel : public QWidget {
    Q_OBJECT

public:
    explicit ExplanationPanel(EngineBridge& bridge, QWidget* parent = nullptr);

    void explain(const QString& id, const QString& profile);
    void clear();
    [[nodiscard]] const ExplanationModel& model() const { return *m_model; }
    [[nodiscard]] const QString& id() const { return m_id; } ///< of what is explained, or asked for
    [[nodiscard]] QWidget* table() const;

Q_SIGNALS:
    void shown();
    void historyRequested();
    /// The definition by which it was compared shall be shown.
    void definitionRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void show(const Explanation& explanation);
    void fitRows();

    EngineBridge& m_bridge;
    ExplanationModel* m_model;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QLabel* m_score;
    QLabel* m_sentence;
    StatusLine* m_caution;
    QPushButton* m_history;
    QTableView* m_table;
    QLabel* m_sum;
    RankLine* m_rank;
    QLabel* m_onlyMine;
    QLabel* m_onlyTheirs;
    QLabel* m_origin;
    QPushButton* m_definition;
    QString m_id;
    QString m_profile;
};

} // namespace qis::ui
