#pragma once

#include "bridge/values.h"
#include "pages/pane.h"

#include <QtWidgets/QWidget>

class QButtonGroup;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace qis::ui {

class ComposePage;
class EngineBridge;
class EvidencePage;
class MatchesPage;
class NoticeBar;

/// An open home: a rail of pages at the leading edge, the page beside it, trouble above it.
class Workspace : public QWidget {
    Q_OBJECT

public:
    enum class Page : quint8 { Compose, Matches, Evidence };

    explicit Workspace(EngineBridge& bridge, QWidget* parent = nullptr);

    [[nodiscard]] ComposePage& compose() { return *m_compose; }
    [[nodiscard]] MatchesPage& matches() { return *m_matches; }
    [[nodiscard]] EvidencePage& evidence() { return *m_evidence; }
    /// The home has just been opened: reads everything and begins on this page.
    void enter(Page page);
    void showPage(Page page);
    [[nodiscard]] Page page() const;
    /// Reads everything again.
    void reload();
    void setStatus(const Status& status);
    /// Moves to the next (+1) or previous (-1) part of the window.
    void cyclePane(int step);

Q_SIGNALS:
    void pageChanged();

private:
    [[nodiscard]] QList<Pane> panes() const;
    void focusPage();
    QToolButton* addPage(Page page, const QString& name, const QIcon& icon, QWidget* widget, QVBoxLayout* rail);

    QStackedWidget* m_pages;
    QButtonGroup* m_rail;
    NoticeBar* m_trouble;
    ComposePage* m_compose;
    MatchesPage* m_matches;
    EvidencePage* m_evidence;
    bool m_entering = false; ///< the first field takes the focus as soon as there is one
};

} // namespace qis::ui
