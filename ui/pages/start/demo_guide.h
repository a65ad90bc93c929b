#pragma once

#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace qis::ui {

class Workspace;

/// Six things to see in a demo, one at a time. A step is over when it was done, in whatever order, or
/// when it is skipped; putting the guide away ends it.
class DemoGuide : public QFrame {
    Q_OBJECT

public:
    enum class Step : quint8 { Why, Evidence, Sign, Ask, Retract, Network };
    static constexpr int kSteps = 6;

    explicit DemoGuide(Workspace& workspace, QWidget* parent = nullptr);

    /// From the first step, whatever was done before.
    void begin();
    void end();
    /// The first step that is not over; without one, kSteps.
    [[nodiscard]] int step() const;

Q_SIGNALS:
    void stepChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void watch();
    void finish(Step step);
    void lookAtPage();
    void showWhere();
    void describe();

    Workspace& m_workspace;
    QLabel* m_count;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_where;
    QPushButton* m_skip;
    QPushButton* m_close;
    QSet<Step> m_over;
    bool m_watching = false;
    QString m_firstMatch; ///< the one explained before a choice was made
};

} // namespace qis::ui
