#pragma once

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QTableWidget;

namespace qis::ui {

/// Every code that this program and `qis` name, with what it means; found by code or by words of its meaning.
class CodesDialog : public QDialog {
    Q_OBJECT

public:
    explicit CodesDialog(QWidget* parent);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void list();
    void filter(const QString& typed);

    QLineEdit* m_words;
    QTableWidget* m_table;
    QLabel* m_none;
};

} // namespace qis::ui
