#pragma once

#include "theme/glyph.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace qis::ui {

/// A quiet notice above a page: a sentence, at most one thing to do about it, and a way to put it away.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void setMessage(theme::Glyph glyph, const QString& text);
    /// Empty text: no action.
    void setAction(const QString& text);
    void setDismissable(bool dismissable);
    /// What it is about, in quiet words below; empty: nothing.
    void setDetail(const QString& text);
    /// From edge to edge of the window, with a line below and no corners.
    void setBanner(bool banner);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton* actionButton() const { return m_action; }

Q_SIGNALS:
    void actionRequested();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    theme::GlyphView* m_glyph;
    QLabel* m_label;
    QLabel* m_detail;
    bool m_banner = false;
    QPushButton* m_action;
    QPushButton* m_dismiss;
};

} // namespace qis::ui
