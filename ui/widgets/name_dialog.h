#pragma once

#include <QtWidgets/QDialog>

#include <functional>

class QLineEdit;

namespace qis::ui {

class LineGuard;
class StatusLine;

/// Asks for a name under which something is kept.
class NameDialog : public QDialog {
    Q_OBJECT

public:
    struct Words {
        QString object; ///< of the name's line; "Dialog", "Status" and "Keep" are appended for the others
        QString title;
        QString label;
        QString missing;                              ///< said when there is no name
        std::function<QString(const QString&)> about; ///< what else is said of a name; may be empty
        std::function<QString(const QString&)> wrong; ///< why a name cannot be taken; empty when it can
    };
    NameDialog(Words words, int longest, QWidget* parent = nullptr);

Q_SIGNALS:
    void named(const QString& name);

private:
    void tell();
    void take();

    Words m_words;
    QLineEdit* m_name;
    LineGuard* m_guard;
    StatusLine* m_status;
};

} // namespace qis::ui
