#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace qis::ui {

class FieldEditor;
class StatusLine;

/// A field of a form: its label above, its problems below, its help in tool tip and F1.
class FieldRow : public QWidget {
    Q_OBJECT

public:
    /// Takes the editor over.
    FieldRow(const QString& path, const QString& label, bool required, const QString& help, FieldEditor* editor,
             QWidget* parent = nullptr);

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] const QString& label() const { return m_label; }
    [[nodiscard]] FieldEditor* editor() const { return m_editor; }
    void takeFocus(Qt::FocusReason reason);
    /// Has the reader been here? Only then is an empty field worth a word.
    [[nodiscard]] bool isVisited() const { return m_visited; }
    void setVisited(bool visited) { m_visited = visited; }
    void setProblems(const QStringList& problems, const QStringList& warnings);
    [[nodiscard]] QString message() const;

private:
    QString m_path;
    QString m_label;
    QString m_help;
    QLabel* m_caption;
    FieldEditor* m_editor;
    StatusLine* m_status;
    bool m_visited = false;
};

} // namespace qis::ui
