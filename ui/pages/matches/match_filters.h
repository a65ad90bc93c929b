#pragma once

#include "bridge/match_values.h"

#include <QtWidgets/QWidget>

#include <array>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimer;
class QToolButton;

namespace qis::ui {

class FlowLayout;
class MatchModel;

/// Which matches are listed: by state, with how many there are in each; by words, site and score.
class MatchFilters : public QWidget {
    Q_OBJECT

public:
    explicit MatchFilters(QWidget* parent = nullptr);

    /// What is listed unless one asks for something else: all that is not put away.
    [[nodiscard]] static MatchFilter usual();
    [[nodiscard]] MatchFilter filter() const;
    void setFilter(const MatchFilter& filter);
    /// How many there are in each state and from each site.
    void showCounts(const MatchModel& model);
    [[nodiscard]] QLineEdit* words() const { return m_words; }
    /// A button more, at the end.
    void addButton(QWidget* button);

Q_SIGNALS:
    void changed();

private:
    void buildStates(FlowLayout* flow);
    void addPair(FlowLayout* flow, const QString& label, QWidget* field);
    void showSites(const QList<SiteMatches>& sites);
    void apply();

    FlowLayout* m_flow;
    std::array<QToolButton*, kMatchStates> m_states{};
    QLineEdit* m_words;
    QComboBox* m_site;
    QSpinBox* m_score;
    QPushButton* m_reset;
    QTimer* m_pause;
    MatchFilter m_told;
    QList<SiteMatches> m_sites;
};

} // namespace qis::ui
