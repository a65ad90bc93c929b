#include "pages/compose/form_templates.h"

#include "bridge/engine_bridge.h"
#include "bridge/form_model.h"
#include "format/sentences.h"
#include "widgets/name_dialog.h"
#include "widgets/named_menu.h"
#include "widgets/notice_bar.h"

#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <utility>

namespace qis::ui {

FormTemplates::FormTemplates(EngineBridge& bridge, FormModel& model, QWidget& page)
    : QObject(&page)
    , m_bridge(bridge)
    , m_model(model)
    , m_page(page)
    , m_menu(new QMenu(&page))
    , m_button(new QPushButton(tr("Tem&plates…"), &page))
    , m_notice(new NoticeBar(&page)) {
    m_menu->setObjectName(QStringLiteral("templatesMenu"));
    m_button->setObjectName(QStringLiteral("templatesButton"));
    m_button->setAutoDefault(false);
    m_button->setToolTip(tr("Keep the values in the form under a name, and fill them in again"));
    m_notice->setObjectName(QStringLiteral("templateBar"));
    m_notice->actionButton()->setObjectName(QStringLiteral("templateUndo"));
    m_notice->hide();
    connect(m_button, &QPushButton::clicked, this, &FormTemplates::choose);
    connect(m_notice, &NoticeBar::dismissed, m_notice, &QWidget::hide);
    connect(m_notice, &NoticeBar::actionRequested, this, [this] {
        m_notice->hide();
        if (const auto back = std::exchange(m_removed, std::nullopt))
            m_bridge.saveTemplate(*back, this, [this](const Result<Done>& result) {
                if (!result.ok())
                    sayFault(result.fault);
                reload();
            });
    });
    connect(&bridge, &EngineBridge::closed, this, [this] {
        m_templates.clear();
        m_removed.reset();
        m_notice->hide();
    });
}

void FormTemplates::reload() {
    m_bridge.listTemplates(this, [this](const Result<QList<FormTemplate>>& result) {
        if (result.ok())
            m_templates = *result.value;
        else
            sayFault(result.fault);
    });
}

QList<FormTemplate> FormTemplates::ofThisPack() const {
    QList<FormTemplate> all;
    std::copy_if(m_templates.cbegin(), m_templates.cend(), std::back_inserter(all),
                 [this](const FormTemplate& one) { return one.pack == m_model.pack().id; });
    std::sort(all.begin(), all.end(), [](const FormTemplate& a, const FormTemplate& b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return all;
}

const FormTemplate* FormTemplates::called(const QString& name) const {
    const auto it = std::find_if(m_templates.cbegin(), m_templates.cend(), [this, &name](const FormTemplate& one) {
        return one.pack == m_model.pack().id && one.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return it == m_templates.cend() ? nullptr : &*it;
}

void FormTemplates::choose() {
    const QList<FormTemplate> templates = ofThisPack();
    NamedMenu entries;
    entries.object = QStringLiteral("Template");
    for (const FormTemplate& one : templates)
        entries.names.append(one.name);
    entries.none = tr("No template yet");
    entries.keep = tr("Keep what is in the fields…");
    entries.canKeep = !m_model.draft().fields.isEmpty();
    //: A menu of templates to remove
    entries.remove = tr("Remove");
    entries.onTake = [this, templates](qsizetype at) { fillIn(templates.at(at)); };
    entries.onKeep = [this] { askForName(); };
    entries.onRemove = [this, templates](qsizetype at) { remove(templates.at(at)); };
    popUp(*m_menu, entries, *m_button);
}

void FormTemplates::fillIn(const FormTemplate& chosen) {
    const FormModel::FilledIn done = m_model.fillIn(chosen.fields);
    QString text = done.filled == 0 ? tr("Nothing was filled in: no field of “%1” is empty.").arg(chosen.name)
                                    //: %1: name of a template
                                    : tr("%Ln field(s) filled in from “%1”.", nullptr, done.filled).arg(chosen.name);
    if (done.leftAlone > 0)
        //: %1: what was filled in, as a sentence
        text = tr("%1 %Ln field(s) with another value stay(s) as it is/they are.", nullptr, done.leftAlone).arg(text);
    Q_EMIT said(theme::Glyph::Info, text);
}

void FormTemplates::askForName() {
    NameDialog::Words words;
    words.object = QStringLiteral("templateName");
    words.title = tr("Keep what is in the fields");
    words.label = tr("&Name of the template:");
    words.missing = tr("Give the template a name.");
    words.about = [this](const QString& name) {
        const FormTemplate* there = called(name);
        //: %1: name of a template that is there already
        return there == nullptr ? QString() : tr("It takes the place of the template “%1”.").arg(there->name);
    };
    auto* dialog = new NameDialog(std::move(words), kLongestName, m_page.window());
    connect(dialog, &NameDialog::named, this, &FormTemplates::keep);
    connect(dialog, &QDialog::finished, m_button, [this] { m_button->setFocus(Qt::OtherFocusReason); });
    dialog->open();
}

void FormTemplates::keep(const QString& name) {
    const FormTemplate kept{m_model.pack().id, name, m_model.draft().fields};
    m_bridge.saveTemplate(kept, this, [this, name](const Result<Done>& result) {
        if (result.ok())
            //: %1: name that was given to a template
            Q_EMIT said(theme::Glyph::Info, tr("The template “%1” is kept. You find it under Templates.").arg(name));
        else
            sayFault(result.fault);
        reload();
    });
}

void FormTemplates::remove(const FormTemplate& removed) {
    m_bridge.removeTemplate(removed.pack, removed.name, this, [this, removed](const Result<Done>& result) {
        if (result.ok()) {
            m_removed = removed;
            //: %1: name of a template
            m_notice->setMessage(theme::Glyph::Info, tr("The template “%1” is removed.").arg(removed.name));
            m_notice->setAction(tr("Bring it back"));
            m_notice->show();
        } else {
            sayFault(result.fault);
        }
        reload();
    });
}

void FormTemplates::sayFault(const Fault& fault) {
    Q_EMIT said(theme::Glyph::Problem, format::failureSentence(fault.code));
}

} // namespace qis::ui
