#pragma once

#include "tour_cases.h"

#include "bridge/values.h"
#include "pages/workspace.h"

#include <QtCore/QDir>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace qis::ui {

class EngineBridge;
class MainWindow;
class TermField;

/// Walks through every page with demo homes that are joined on this computer, and writes a picture of
/// each: one asks, the others send, so that what the pictures show did happen. Every step waits for
/// the signal that it is over.
class Tour : public QObject {
    Q_OBJECT

public:
    Tour(const QString& pictures, const QString& scratch, const QString& resources);
    ~Tour() override;

    /// Quits the application with 0 when done, with 1 when a step fails.
    void begin();

private:
    void firstRun();
    void composeEmpty();
    void composeFilled();
    void askDialog();
    void matchesEmpty();
    void joinSite();
    void sendNext();
    void awaitMatches();
    /// Runs `then` once, when the page of evidence has shown what it has read.
    void onceEvidence(const std::function<bool()>& isThere, std::function<void()> then);
    void matchesFilled();
    void matchesJudged();
    void matchesCompared();
    void evidenceEmpty();
    void evidenceFilled();
    void evidenceDistribution();
    void evidenceRetracted();
    void evidenceExported();
    void composeSigned();
    void earlierOutcomes();
    void composeList();
    void templatesMenu();
    void recordDialog();
    void retractDialog();
    void reviewDialog();
    void amendment();
    void amendmentSheet();
    void history(const DraftValues& amendment);
    void recentTerms();
    void allTerms(TermField* field);
    void questions();
    void pages(const QList<Workspace::Page>& left);
    void settingsEnd(const QList<Workspace::Page>& left);
    void dialogs(std::size_t next);
    void unlockPage();
    void troublePage();
    void restoredHome();

    void shoot(QWidget* widget, const QString& name);
    void fail(const QString& step, const Fault& fault);
    /// Runs `then` once, after the next turns of the event loop, when the layout has settled.
    void later(std::function<void()> then);
    /// The same once something is true; looks until it is, or until the time of the tour is over.
    void once(const std::function<bool()>& isTrue, std::function<void()> then);
    [[nodiscard]] OpenRequest request(const QString& home) const;

    QDir m_pictures;
    QDir m_scratch;
    QString m_resources;
    QTimer m_limit;
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<MainWindow> m_window;
    std::vector<std::unique_ptr<EngineBridge>> m_peers; ///< one a site
    std::unique_ptr<EngineBridge> m_otherBridge;
    std::unique_ptr<MainWindow> m_otherWindow;
    QList<TourSite> m_toJoin;
    QList<DraftValues> m_toSend;
    QString m_sent; ///< id of the last one
    int m_number = 0;
    bool m_matched = false;
    bool m_judged = false;
    bool m_listed = false;
};

} // namespace qis::ui
