#pragma once

#include "bridge/values.h"
#include "pages/pane.h"

#include <QtWidgets/QWidget>

#include <functional>

class QButtonGroup;
class QIcon;
class QStackedWidget;

namespace qis::ui {

class ComposePage;
class EngineBridge;
class MatchesPage;
class NetworksPage;
class NoticeBar;

/// An open home: a rail of pages at the leading edge, the page beside it, trouble above it.
class Workspace : public QWidget {
    Q_OBJECT

public:
    /// In the order of the rail, which is also that of the keys Alt+1 and on.
    enum class Page : quint8 { Home, Compose, Matches, Networks = 4, Similarity, Settings };

    explicit Workspace(EngineBridge& bridge, QWidget* parent = nullptr);

    [[nodiscard]] ComposePage& compose() { return *m_compose; }
    [[nodiscard]] MatchesPage& matches() { return *m_matches; }
    /// The home has just been opened: reads everything and begins on this page.
    void enter(Page page);
    void showPage(Page page);
    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] bool hasPage(Page page) const { return m_widgets.contains(page); }
    /// Reads everything again.
    void reload();
    void setStatus(const Status& status);
    /// Moves to the next (+1) or previous (-1) part of the window.
    void cyclePane(int step);

Q_SIGNALS:
    void pageChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QList<Pane> panes() const;
    void focusPage();
    template <class Widget> void addPage(Page page, const QString& name, const QIcon& icon, Widget* widget) {
        m_panesOf.insert(page, [widget] { return widget->panes(); });
        addWidget(page, name, icon, widget);
    }
    void addWidget(Page page, const QString& name, const QIcon& icon, QWidget* widget);
    void sizeRail();

    Page m_page = Page::Compose;
    QMap<Page, QWidget*> m_widgets;
    QMap<Page, std::function<QList<Pane>()>> m_panesOf;
    QStackedWidget* m_pages;
    QButtonGroup* m_rail;
    QWidget* m_railBox;
    NoticeBar* m_trouble;
    ComposePage* m_compose;
    MatchesPage* m_matches;
    NetworksPage* m_networks;
    bool m_entering = false; ///< the first field takes the focus as soon as there is one
};

} // namespace qis::ui
