#pragma once

#include "ui_world.h"

#include "bridge/draft_keeper.h"
#include "bridge/form_model.h"
#include "bridge/outcome_model.h"
#include "pages/compose/compose_page.h"
#include "pages/compose/draft_desk.h"
#include "pages/compose/outcome_pane.h"
#include "pages/main_window.h"
#include "widgets/field_editor.h"
#include "widgets/field_row.h"

#include <QtGui/QAction>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

constexpr int kPatience = 20000;
constexpr int kLongPatience = 60000;
constexpr int kLongUndo = 600;

inline QString path(const char* text) {
    return QString::fromLatin1(text);
}

/// The window on one home, opened and closed as often as a test likes.
class DraftsWindow {
protected:
    bool start();
    void end();
    /// Joined to `join`, if that is not empty; else without any link.
    bool enter(int undoSeconds = 0, const QStringList& join = {});
    bool closeAndWait();
    [[nodiscard]] qis::ui::ComposePage& page() const { return m_window->workspace().compose(); }
    [[nodiscard]] qis::ui::DraftDesk& desk() const { return page().desk(); }
    [[nodiscard]] qis::ui::OutcomeModel& outcomes() const { return desk().outcomes(); }
    template <class T> [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] qis::ui::FieldRow* row(const char* name) const {
        return m_window->findChild<qis::ui::FieldRow*>(QStringLiteral("row_") + path(name));
    }
    [[nodiscard]] QLineEdit* edit(const char* name) const { return row(name)->editor()->findChild<QLineEdit*>(); }
    void type(const char* name, const QString& text) const;
    bool fill(const qis::ui::DraftValues& values) const;
    /// Signs past the window, as a job would.
    [[nodiscard]] bool emitValues(const qis::ui::DraftValues& values) const {
        return !m_world->emitOutcome(*m_bridge, values).state.isEmpty();
    }
    /// Signs without another look; says "different patient" wherever that is asked.
    bool sign() const;
    bool settle() const;
    void trigger(const char* action) const { child<QAction>(action)->trigger(); }
    void click(const char* button) const { QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton); }
    [[nodiscard]] bool statesBecome(const QStringList& states) const;
    [[nodiscard]] QStringList states() const;

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<qis::ui::EngineBridge> m_bridge;
    std::unique_ptr<qis::ui::MainWindow> m_window;
};
