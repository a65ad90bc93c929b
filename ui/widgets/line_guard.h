#pragma once

#include <QtCore/QObject>

class QLineEdit;

namespace qis::ui {

/// Watches what gets into a line by key, paste or drop, and says what is wrong with it as text: that
/// not all of it fitted, or that it holds characters that nobody sees.
class LineGuard : public QObject {
    Q_OBJECT

public:
    /// At most `longest` characters fit.
    LineGuard(QLineEdit* edit, int longest);

    /// Empty when the text is as it was meant.
    [[nodiscard]] QString complaint() const;
    /// What stands in the line was put there by the program.
    void reset() { m_cut = false; }

Q_SIGNALS:
    /// There is something new to say though the text is the same.
    void changed();

private:
    QLineEdit* m_edit;
    bool m_cut = false;     ///< not all of what was put in is there
    bool m_cutting = false; ///< the change under way is the one that was cut
};

} // namespace qis::ui
