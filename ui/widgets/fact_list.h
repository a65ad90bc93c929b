#pragma once

#include <QtCore/QHash>
#include <QtWidgets/QLabel>

class QFormLayout;

namespace qis::ui {

/// A text that can be reached with the keyboard, read aloud and copied, and that wraps.
class FactLabel : public QLabel {
    Q_OBJECT

public:
    explicit FactLabel(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// What something is, line by line: a name and its value.
class FactList : public QWidget {
    Q_OBJECT

public:
    explicit FactList(QWidget* parent = nullptr);

    /// Adds the fact, or gives it another value. `label` is a whole label, with its colon.
    void setFact(const QString& name, const QString& label, const QString& value);
    [[nodiscard]] QString fact(const QString& name) const;

private:
    QFormLayout* m_lines;
    QHash<QString, FactLabel*> m_facts;
};

} // namespace qis::ui
