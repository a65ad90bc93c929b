#pragma once

#include "bridge/values.h"

#include <QtWidgets/QWidget>

class QLabel;
class QListWidget;
class QProgressBar;

namespace qis::ui {

/// How much of an outcome is recorded, and what would add most. Says how well it is documented, and
/// says that this is all it says.
class CompletenessMeter : public QWidget {
    Q_OBJECT

public:
    explicit CompletenessMeter(QWidget* parent = nullptr);

    /// Hidden while there is nothing to measure. `source` says where the weights come from.
    void setCompleteness(const std::optional<Completeness>& completeness, const QString& source);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QListWidget* reasons() const { return m_reasons; }

Q_SIGNALS:
    void reasonActivated(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void sizeList();

    QLabel* m_text;
    QProgressBar* m_bar;
    QListWidget* m_reasons;
    QLabel* m_meaning;
};

} // namespace qis::ui
