#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QObject>

#include <functional>
#include <optional>

class QMenu;
class QPushButton;

namespace qis::ui {

/// A way to look at the matches, under a name of one's own.
struct NamedView {
    QString name;
    QJsonObject view; ///< as MatchesPage writes it

    bool operator==(const NamedView&) const = default;
};

/// The views that were kept, behind a button: to take one, to keep the present one, to remove one.
class MatchViews : public QObject {
    Q_OBJECT

public:
    /// `present` says how the matches are looked at now.
    MatchViews(std::function<QJsonObject()> present, QWidget& page);

    [[nodiscard]] QPushButton* button() const { return m_button; }
    [[nodiscard]] const QList<NamedView>& views() const { return m_views; }
    /// Takes the place of a view of the same name, regardless of case.
    void keep(const QString& name);
    void remove(const QString& name);
    /// Brings back the one removed last.
    void undo();

    [[nodiscard]] QByteArray save() const;
    /// What is not a view is left out.
    void restore(const QByteArray& json);

    static constexpr qsizetype kMostViews = 50;
    static constexpr int kLongestName = 60;

Q_SIGNALS:
    void taken(const QJsonObject& view);
    void changed();
    /// What was done, as a sentence; `canUndo` when undo() takes it back.
    void said(const QString& sentence, bool canUndo);

private:
    void choose();
    void askForName();
    void add(const NamedView& view);
    [[nodiscard]] qsizetype placeOf(const QString& name) const;

    std::function<QJsonObject()> m_present;
    QWidget& m_page;
    QMenu* m_menu;
    QPushButton* m_button;
    QList<NamedView> m_views; ///< by name
    std::optional<NamedView> m_removed;
};

} // namespace qis::ui
