#pragma once

#include "theme/glyph.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace qis::ui {

/// A sentence with a mark of its kind, beside the field it is about. Takes no room while empty.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setMessage(theme::Glyph glyph, const QString& text);
    void clear() { setMessage(theme::Glyph::None, {}); }
    [[nodiscard]] QString text() const;

private:
    theme::GlyphView* m_glyph;
    QLabel* m_label;
};

} // namespace qis::ui
