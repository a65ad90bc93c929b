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

/// An open home: a rail of pages at the leading edge, the page beside it, trouble above it.
class Workspace : public QWidget {
    Q_OBJECT

public:
    /// In the order of the rail, which is also that of the keys Alt+1 and on.
    enum class Page : quint8 { Home, Compose, Matches, Evidence, Networks, Similarity, Settings };

    Workspace(EngineBridge& bridge, SettingsStore& settings, QWidget* parent = nullptr);

    [[nodiscard]] ComposePage& compose() { return *m_compose; }
    [[nodiscard]] MatchesPage& matches() { return *m_matches; }
    [[nodiscard]] EvidencePage& evidence() { return *m_evidence; }
    [[nodiscard]] BackupBridge& backups() { return *m_backups; }
    /// The home has just been opened: reads everything and begins on this page.
    void enter(Page page);
    void showPage(Page page);
    [[nodiscard]] Page page() const { return m_page; }
    /// "home", "compose" and so on, for options and for what is remembered.
    [[nodiscard]] static std::optional<Page> pageNamed(const QString& name);
    [[nodiscard]] static QString nameOf(Page page);
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
    void connectHome();
    void connectSettings(SettingsStore& settings);
    void noteSeen();

    Page m_page = Page::Compose;
    QMap<Page, QWidget*> m_widgets;
    QMap<Page, std::function<QList<Pane>()>> m_panesOf;
    QStackedWidget* m_pages;
    QButtonGroup* m_rail;
    QWidget* m_railBox;
    NoticeBar* m_trouble;
    NoticeBar* m_settingsNotice;
    BackupBridge* m_backups;
    RestoredNotice* m_restored;
    HomePage* m_home;
    ComposePage* m_compose;
    MatchesPage* m_matches;
    EvidencePage* m_evidence;
    NetworksPage* m_networks;
    SimilarityPage* m_similarity;
    SettingsPage* m_settingsPage;
    RecordsBox* m_records;
    bool m_entering = false; ///< the first field takes the focus as soon as there is one
};

} // namespace qis::ui
