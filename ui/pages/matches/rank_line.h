#pragma once

#include "bridge/values.h"

#include <QtWidgets/QLabel>

class QTimer;

namespace qis::ui {

class EngineBridge;

/// How unusual the score of a match is, in a line. It is counted once the reader stays with the match.
class RankLine : public QLabel {
    Q_OBJECT

public:
    explicit RankLine(EngineBridge& bridge, QWidget* parent = nullptr);

    void ask(const QString& id, const QString& profile);
    /// Asks no more, and shows nothing.
    void clear();

private:
    void count();
    [[nodiscard]] static QString inWords(const MatchRank& rank);

    EngineBridge& m_bridge;
    QTimer* m_pause;
    QString m_id;
    QString m_profile;
};

} // namespace qis::ui
