// The steps of the tour on the page where outcomes are written.
#include "tour.h"

#include "bridge/draft_keeper.h"
#include "bridge/engine_bridge.h"
#include "bridge/form_model.h"
#include "bridge/outcome_model.h"
#include "pages/compose/compose_page.h"
#include "pages/compose/draft_desk.h"
#include "pages/compose/duplicate_panel.h"
#include "pages/compose/outcome_pane.h"
#include "pages/compose/review_dialog.h"
#include "pages/history/history_dialog.h"
#include "pages/main_window.h"
#include "widgets/answers_field.h"
#include "widgets/change_table.h"
#include "widgets/term_field.h"
#include "widgets/undo_bar.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtGui/QAction>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QTreeView>

namespace qis::ui {

void Tour::composeEmpty() {
    shoot(m_window.get(), QStringLiteral("compose-empty"));
    Workspace& workspace = m_window->workspace();
    for (const Workspace::Page page : {Workspace::Page::Home, Workspace::Page::Networks}) {
        workspace.showPage(page);
        shoot(m_window.get(), Workspace::nameOf(page) + QStringLiteral("-empty"));
    }
    workspace.showPage(Workspace::Page::Compose);
    ComposePage& compose = m_window->workspace().compose();
    FormModel& model = compose.model();
    // Signing too early shows what a form with problems looks like.
    compose.choosePack(tourPack());
    model.load(tourIncompleteCase());
    connect(
        &model, &FormModel::checked, this,
        [this] {
            m_window->workspace().compose().sign();
            later([this] {
                shoot(m_window.get(), QStringLiteral("compose-problems"));
                composeFilled();
            });
        },
        Qt::SingleShotConnection);
    model.checkNow();
}

void Tour::composeFilled() {
    FormModel& model = m_window->workspace().compose().model();
    model.load(tourOwnCase());
    connect(
        &model, &FormModel::checked, this,
        [this] {
            later([this] {
                shoot(m_window.get(), QStringLiteral("compose-filled"));
                auto* form = m_window->findChild<QScrollArea*>(QStringLiteral("composeForm"));
                form->ensureWidgetVisible(m_window->findChild<QWidget*>(QStringLiteral("row_own_record")));
                later([this, form] {
                    shoot(m_window.get(), QStringLiteral("compose-confidence"));
                    form->ensureVisible(0, 0);
                    askDialog();
                });
            });
        },
        Qt::SingleShotConnection);
    model.checkNow();
}

void Tour::askDialog() {
    ComposePage& compose = m_window->workspace().compose();
    compose.ask();
    connect(
        &compose, &ComposePage::interestMade, this, [this] { later([this] { matchesEmpty(); }); },
        Qt::SingleShotConnection);
    later([this] {
        auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("askDialog"));
        shoot(dialog, QStringLiteral("ask"));
        if (dialog != nullptr)
            dialog->findChild<QPushButton*>(QStringLiteral("askConfirm"))->click();
    });
}

void Tour::composeSigned() {
    Workspace& workspace = m_window->workspace();
    workspace.showPage(Workspace::Page::Compose);
    connect(
        &workspace.compose(), &ComposePage::signedOutcome, this,
        [this] {
            later([this] {
                shoot(m_window.get(), QStringLiteral("compose-signed"));
                earlierOutcomes();
            });
        },
        Qt::SingleShotConnection);
    workspace.compose().sign();
    const auto asked = [this] { return m_window->findChild<ReviewDialog*>() != nullptr; };
    const auto isSigned = [this] { return m_window->findChild<UndoBar*>() != nullptr; };
    once([asked, isSigned] { return asked() || isSigned(); },
         [this, asked] {
             if (!asked())
                 return;
             // The sites have made the combination of values rare among many.
             auto* dialog = m_window->findChild<ReviewDialog*>();
             shoot(dialog, QStringLiteral("review-rare"));
             dialog->findChild<QPushButton*>(QStringLiteral("reviewSign"))->click();
         });
}

void Tour::earlierOutcomes() {
    m_bridge->runCommand(tourEarlierCases(), this, [this](const Result<CommandResult>& sent) {
        const QJsonArray ids = sent.ok() ? QJsonDocument::fromJson(sent.value->json).array() : QJsonArray();
        if (ids.isEmpty()) {
            fail(QStringLiteral("sending earlier outcomes"), sent.fault);
            return;
        }
        constexpr int kDuplicate = 2;
        m_bridge->retractOutcome(ids.last().toObject().value(QLatin1String("id")).toString(), kDuplicate, this,
                                 [this](const Result<Emission>& retracted) {
                                     if (retracted.ok())
                                         composeList();
                                     else
                                         fail(QStringLiteral("retracting"), retracted.fault);
                                 });
    });
}

void Tour::composeList() {
    ComposePage& compose = m_window->workspace().compose();
    DraftDesk& desk = compose.desk();
    // Somebody is in the middle of the next one.
    const DraftValues begun = tourIncompleteCase();
    for (auto it = begun.fields.cbegin(); it != begun.fields.cend(); ++it)
        compose.model().setValue(it.key(), it.value());
    desk.show(compose.model().draft());
    desk.keeper().keep();
    const auto look = [this, &desk] {
        QSet<QString> states;
        for (int row = 0; row < desk.outcomes().rowCount(); ++row)
            states.insert(desk.outcomes().entryAt(row)->state());
        if (m_listed || !states.contains(QStringLiteral("draft")) || !states.contains(QStringLiteral("sent")))
            return;
        m_listed = true;
        for (int row = 0; row < desk.outcomes().rowCount(); ++row)
            if (desk.outcomes().entryAt(row)->state() == QLatin1String("sent"))
                desk.pane().select(desk.outcomes().entryAt(row)->key);
        later([this] {
            shoot(m_window.get(), QStringLiteral("compose-list"));
            templatesMenu();
        });
    };
    connect(&desk.outcomes(), &OutcomeModel::refreshed, this, look);
    look();
}

void Tour::templatesMenu() {
    const auto menu = [this] { return m_window->findChild<QMenu*>(QStringLiteral("templatesMenu")); };
    m_window->workspace().compose().chooseTemplate();
    menu()->findChild<QAction*>(QStringLiteral("keepTemplate"))->trigger();
    menu()->close();
    const QString name = QStringLiteral("Anticoagulant and antifungal");
    later([this, menu, name] {
        auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("templateNameDialog"));
        dialog->findChild<QLineEdit*>(QStringLiteral("templateName"))->setText(name);
        dialog->activateWindow();
        shoot(dialog, QStringLiteral("template-name"));
        dialog->findChild<QPushButton*>(QStringLiteral("templateNameKeep"))->click();
        const auto isListed = [this, menu, name] {
            m_window->workspace().compose().chooseTemplate();
            return menu()->findChild<QAction*>(QStringLiteral("template_") % name) != nullptr;
        };
        once(isListed, [this, menu] {
            shoot(menu(), QStringLiteral("templates"));
            menu()->close();
            recordDialog();
        });
    });
}

void Tour::recordDialog() {
    m_window->findChild<QPushButton*>(QStringLiteral("ownRecord"))->click();
    later([this] {
        auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("ownRecordDialog"));
        shoot(dialog, QStringLiteral("record-number"));
        if (dialog != nullptr)
            dialog->close();
        retractDialog();
    });
}

void Tour::retractDialog() {
    m_window->findChild<QPushButton*>(QStringLiteral("retractOutcome"))->click();
    later([this] {
        auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("retractDialog"));
        shoot(dialog, QStringLiteral("retract"));
        if (dialog != nullptr)
            dialog->close();
        reviewDialog();
    });
}

void Tour::reviewDialog() {
    FormModel& model = m_window->workspace().compose().model();
    // The same patient entered once more, with a slip.
    model.load(tourSlip());
    connect(
        &model, &FormModel::checked, this,
        [this] {
            m_window->workspace().compose().review();
            once([this] { return m_window->findChild<DuplicatePanel*>() != nullptr; },
                 [this] {
                     auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("reviewDialog"));
                     shoot(dialog, QStringLiteral("review"));
                     if (dialog == nullptr)
                         return;
                     auto* bytes = dialog->findChild<QPushButton*>(QStringLiteral("reviewBytesButton"));
                     bytes->click();
                     later([this, dialog, bytes] {
                         dialog->findChild<QScrollArea*>(QStringLiteral("reviewScroll"))->ensureWidgetVisible(bytes);
                         shoot(dialog, QStringLiteral("review-bytes"));
                         dialog->close();
                         later([this] { amendment(); });
                     });
                 });
        },
        Qt::SingleShotConnection);
    model.checkNow();
}

/// An outcome that has left is put right.
void Tour::amendment() {
    ComposePage& compose = m_window->workspace().compose();
    FormModel& model = compose.model();
    m_window->findChild<QPushButton*>(QStringLiteral("amendOutcome"))->click();
    once([&model] { return !model.draft().amends.isEmpty(); },
         [this, &model, &compose] {
             model.setConfidence(50);
             model.setValue(QStringLiteral("outcome.onset_days"), 9);
             connect(
                 &model, &FormModel::checked, this,
                 [this, &compose] {
                     later([this, &compose] {
                         shoot(m_window.get(), QStringLiteral("compose-amend"));
                         compose.review();
                         amendmentSheet();
                     });
                 },
                 Qt::SingleShotConnection);
             model.checkNow();
         });
}

void Tour::amendmentSheet() {
    once([this] { return m_window->findChild<ChangeTable*>() != nullptr; },
         [this] {
             later([this] {
                 auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("reviewDialog"));
                 shoot(dialog, QStringLiteral("review-amend"));
                 dialog->close();
                 history(m_window->workspace().compose().model().draft());
             });
         });
}

/// What became of the outcome once the newer version has left.
void Tour::history(const DraftValues& amendment) {
    m_bridge->runCommand(tourAmendment(amendment), this,
                         [this, id = amendment.amends](const Result<CommandResult>& sent) {
                             if (!sent.ok() || sent.value->exitCode != 0) {
                                 fail(QStringLiteral("amending"), sent.fault);
                                 return;
                             }
                             auto* dialog = new HistoryDialog(*m_bridge, id, m_window.get());
                             connect(dialog, &HistoryDialog::shown, this, [this, dialog] {
                                 dialog->findChild<QTableWidget*>(QStringLiteral("historyTable"))->setCurrentCell(0, 0);
                                 later([this, dialog] {
                                     shoot(dialog, QStringLiteral("history"));
                                     dialog->close();
                                     recentTerms();
                                 });
                             });
                             dialog->open();
                         });
}

void Tour::recentTerms() {
    ComposePage& compose = m_window->workspace().compose();
    compose.startNew();
    // A list opens for who is at the field only.
    m_window->activateWindow();
    auto* field = m_window->findChild<TermField*>(QStringLiteral("field_condition.object_drug"));
    field->lineEdit()->setFocus();
    once([field] { return field->lineEdit()->hasFocus(); },
         [this, field] {
             field->showRecent();
             once([field] { return field->completer()->popup()->isVisible(); },
                  [this, field] {
                      shoot(field->completer()->popup(), QStringLiteral("terms-recent"));
                      field->completer()->popup()->hide();
                      allTerms(field);
                  });
         });
}

void Tour::allTerms(TermField* field) {
    field->browse();
    auto* words = m_window->findChild<QLineEdit*>(QStringLiteral("pickerWords"));
    words->setText(QStringLiteral("coumad"));
    Q_EMIT words->textEdited(words->text());
    const auto* tree = m_window->findChild<QTreeView*>(QStringLiteral("pickerTree"));
    once([tree] { return tree->currentIndex().isValid(); },
         [this] {
             later([this] {
                 auto* picker = m_window->findChild<QDialog*>(QStringLiteral("termPicker"));
                 shoot(picker, QStringLiteral("terms-all"));
                 picker->close();
                 questions();
             });
         });
}

/// The questions of a scale, some of them answered.
void Tour::questions() {
    auto* field = m_window->findChild<AnswersField*>();
    field->setValue(QStringLiteral("yyyuy-n---"));
    field->ask();
    later([this] {
        auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("answersDialog"));
        shoot(dialog, QStringLiteral("questions"));
        dialog->close();
        pages(
            {Workspace::Page::Home, Workspace::Page::Networks, Workspace::Page::Similarity, Workspace::Page::Settings});
    });
}

} // namespace qis::ui
