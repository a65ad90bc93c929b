#pragma once

#include "bridge/values.h"

#include <QtWidgets/QDialog>

#include <array>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QRadioButton;

namespace qis::ui {

/// The questions of a scale, one key an answer, with what they come to. Closing keeps the answers, whichever way.
class AnswersDialog : public QDialog {
    Q_OBJECT

public:
    /// `answers` is empty or has a character for each question, as in Field::items.
    AnswersDialog(const Field& field, const QString& answers, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Empty when nothing is answered.
    void answered(const QString& answers);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        std::array<QRadioButton*, 3> choices{};
        QButtonGroup* group = nullptr;
        QLabel* points = nullptr;
    };

    void addQuestion(QGridLayout* grid, int row);
    void answer(int row, int choice);
    void clearAnswer(int row);
    void go(int row);
    void tell();
    void show(int row);

    Field m_field;
    QString m_answers;
    QList<Row> m_rows;
    QLabel* m_sum;
    bool m_setting = false; ///< the program sets the buttons
};

} // namespace qis::ui
