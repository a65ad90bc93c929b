#pragma once

#include "bridge/values.h"
#include "theme/glyph.h"

#include <QtCore/QObject>

#include <optional>

class QMenu;
class QPushButton;

namespace qis::ui {

class EngineBridge;
class FormModel;
class NoticeBar;

/// Values that come back again and again, under names: to fill into the form, to keep, to remove. They hold what
/// stands in the fields; how sure somebody is, what was counted, notes and record numbers belong to one case.
class FormTemplates : public QObject {
    Q_OBJECT

public:
    FormTemplates(EngineBridge& bridge, FormModel& model, QWidget& page);

    [[nodiscard]] QPushButton* button() const { return m_button; }
    /// Says that a template was removed, and brings it back.
    [[nodiscard]] NoticeBar* notice() const { return m_notice; }
    /// Reads them again.
    void reload();
    /// Opens the menu.
    void choose();

    static constexpr int kLongestName = 60;

Q_SIGNALS:
    void said(qis::ui::theme::Glyph glyph, const QString& text);

private:
    void fillIn(const FormTemplate& chosen);
    void askForName();
    void keep(const QString& name);
    void remove(const FormTemplate& removed);
    void sayFault(const Fault& fault);
    [[nodiscard]] QList<FormTemplate> ofThisPack() const;
    [[nodiscard]] const FormTemplate* called(const QString& name) const;

    EngineBridge& m_bridge;
    FormModel& m_model;
    QWidget& m_page;
    QMenu* m_menu;
    QPushButton* m_button;
    NoticeBar* m_notice;
    QList<FormTemplate> m_templates;
    std::optional<FormTemplate> m_removed;
};

} // namespace qis::ui
