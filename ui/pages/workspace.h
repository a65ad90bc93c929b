#pragma once

#include "bridge/values.h"
#include "pages/pane.h"

#include <QtWidgets/QWidget>

#include <functional>
#include <optional>

class QButtonGroup;
class QIcon;
class QStackedWidget;

namespace qis::ui {

class BackupBridge;
class ComposePage;
class EngineBridge;
class EvidencePage;
class HomePage;
class MatchesPage;
class NetworksPage;
class NoticeBar;
class RestoredNotice;
class RecordsBox;
class SettingsPage;
class SettingsStore;
class SimilarityPage;

/// An open home: a rail of pages at the leading edge, the page beside it, trouble above it. Pages are built one a
/// turn of the event loop, so that the window is there at once; one that is asked for is built on the spot.
class Workspace : public QWidget {
    Q_OBJECT

public:
    /// In the order of the rail, which is also that of the keys Alt+1 and on.
    enum class Page : quint8 { Home, Compose, Matches, Evidence, Networks, Similarity, Settings };

    Workspace(EngineBridge& bridge, SettingsStore& settings, QWidget* parent = nullptr);

    [[nodiscard]] ComposePage& compose();
    [[nodiscard]] MatchesPage& matches();
    [[nodiscard]] EvidencePage& evidence();
    [[nodiscard]] BackupBridge& backups() { return *m_backups; }
    /// The home has just been opened: reads everything and begins on this page.
    void enter(Page page);
    void showPage(Page page);
    [[nodiscard]] Page page() const { return m_page; }
    /// "home", "compose" and so on, for options and for what is remembered.
    [[nodiscard]] static std::optional<Page> pageNamed(const QString& name);
    [[nodiscard]] static QString nameOf(Page page);
    [[nodiscard]] bool hasPage(Page page) const { return m_widgets.contains(page); }
    /// Every page is there.
    [[nodiscard]] bool isBuilt() const { return m_widgets.size() == kPages; }
    /// Reads everything again.
    void reload();
    void setStatus(const Status& status);
    /// Moves to the next (+1) or previous (-1) part of the window.
    void cyclePane(int step);

Q_SIGNALS:
    void pageChanged();
    void pageBuilt(QWidget* page);
    void built();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QList<Pane> panes() const;
    void focusPage();
    void addButton(Page page, const QString& name, const QIcon& icon);
    void need(Page page);
    void needAll();
    void buildNext();
    void build(Page page);
    template <class Widget> void addPage(Page page, Widget* widget) {
        m_panesOf.insert(page, [widget] { return widget->panes(); });
        m_widgets.insert(page, widget);
    }
    void buildHome();
    void buildCompose();
    void buildMatches();
    void buildEvidence();
    void buildNetworks();
    void buildSimilarity();
    void buildSettings();
    void sizeRail();
    void showSettingsNotice();
    void showMatchesOf(const QString& interest);
    void noteSeen();

    static constexpr int kPages = 7;

    EngineBridge& m_bridge;
    SettingsStore& m_settings;
    Page m_page = Page::Home;
    QMap<Page, QWidget*> m_widgets;
    QMap<Page, std::function<QList<Pane>()>> m_panesOf;
    QStackedWidget* m_pages;
    QButtonGroup* m_rail;
    QWidget* m_railBox;
    NoticeBar* m_trouble;
    NoticeBar* m_settingsNotice;
    BackupBridge* m_backups;
    RestoredNotice* m_restored;
    HomePage* m_home = nullptr;
    ComposePage* m_compose = nullptr;
    MatchesPage* m_matches = nullptr;
    EvidencePage* m_evidence = nullptr;
    NetworksPage* m_networks = nullptr;
    SimilarityPage* m_similarity = nullptr;
    SettingsPage* m_settingsPage = nullptr;
    RecordsBox* m_records = nullptr;
    bool m_entering = false; ///< the first field takes the focus as soon as there is one
};

} // namespace qis::ui
