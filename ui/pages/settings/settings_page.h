#pragma once

#include "bridge/values.h"
#include "pages/pane.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace qis::ui {

class FactList;
class SettingsStore;
class StatusLine;

/// What can be chosen, and who this home is. A change holds at once; what waits for the next start
/// says so.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    explicit SettingsPage(SettingsStore& settings, QWidget* parent = nullptr);

    void setStatus(const Status& status);
    /// One more group of settings, after those that are there.
    void addGroup(QWidget* group);
    [[nodiscard]] QList<Pane> panes() const;

private:
    void build();
    [[nodiscard]] QWidget* buildLooks();
    [[nodiscard]] QWidget* buildHome();
    [[nodiscard]] QWidget* buildIdentity();
    void showValues();
    void keep();
    void chooseFolder();

    SettingsStore& m_settings;
    QComboBox* m_theme;
    QSpinBox* m_textSize;
    QComboBox* m_language;
    StatusLine* m_languageNote;
    QLineEdit* m_home;
    QPushButton* m_choose;
    StatusLine* m_homeNote;
    QSpinBox* m_undo;
    FactList* m_identity;
    QVBoxLayout* m_groups = nullptr;
    QString m_languageAtStart;
    QString m_openHome; ///< folder of the home that is open
    bool m_showing = false;
};

} // namespace qis::ui
