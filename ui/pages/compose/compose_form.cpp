#include "pages/compose/compose_form.h"

#include "bridge/form_model.h"
#include "theme/theme.h"
#include "widgets/basis_field.h"
#include "widgets/confidence_field.h"
#include "widgets/field_editor.h"
#include "widgets/field_factory.h"
#include "widgets/field_row.h"
#include "widgets/form_grid.h"
#include "widgets/plain_label.h"
#include "widgets/term_field.h"
#include "widgets/text_field.h"

#include <QtCore/QLocale>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QShortcut>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace qis::ui {

namespace {

constexpr int kColumnCharacters = 38;
constexpr int kNoteBytes = 96;
constexpr int kTitleTerms = 3;

bool isWide(const Field& field) {
    return field.kind == FieldKind::Terms || field.kind == FieldKind::Answers || field.kind == FieldKind::Choices;
}

QString confidencePath() {
    return QStringLiteral("confidence");
}
QString basisPath() {
    return QStringLiteral("basis");
}
QString notePath() {
    return QStringLiteral("note");
}
QString ownRecordPath() {
    return QStringLiteral("own_record");
}
/// The last part that leaves; a pack may put fields there.
QString observationSection() {
    return QStringLiteral("observation");
}

} // namespace

ComposeForm::ComposeForm(FormModel& model, TermSource& terms, QWidget* parent)
    : QScrollArea(parent)
    , m_model(model)
    , m_terms(terms) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::NoFocus);
    auto* observed = new QShortcut(QKeySequence(Qt::Key_Insert), this);
    observed->setContext(Qt::WidgetWithChildrenShortcut);
    connect(observed, &QShortcut::activated, this, &ComposeForm::toggleObserved);
    connect(&model, &FormModel::packChanged, this, &ComposeForm::rebuild);
    connect(&model, &FormModel::reloaded, this, &ComposeForm::readBack);
    connect(&model, &FormModel::checked, this, &ComposeForm::showProblems);
    connect(&model, &FormModel::edited, this, &ComposeForm::showProblems);
}

FormGrid* ComposeForm::addSection(QVBoxLayout* layout, const QString& id, const QString& title) {
    auto* box = new QGroupBox(withoutMnemonic(title), widget());
    box->setObjectName(QStringLiteral("section_") % id);
    box->setAccessibleName(title);
    auto* grid = new FormGrid(box);
    const int wide = theme::wideGap(*this);
    grid->setContentsMargins(wide * 2 / 3, wide * 2 / 3, wide * 2 / 3, wide * 2 / 3);
    grid->setSpacing(wide * 2 / 3);
    grid->setColumnWidth(theme::columns(*this, kColumnCharacters));
    layout->addWidget(box);
    return grid;
}

void ComposeForm::rebuild() {
    m_rows.clear();
    m_swap = nullptr;
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("composeFormContent"));
    setWidget(content); // takes the old form down
    content->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(content);
    const int gap = theme::gap(*this);
    theme::setMargins(*layout, *this, 0, 0, gap * 2, 0);
    layout->setSpacing(theme::wideGap(*this) * 2 / 3);

    const Pack& pack = m_model.pack();
    QStringList placed;
    for (const Section& section : pack.sections) {
        FormGrid* grid = nullptr;
        for (const Field& field : pack.fields) {
            if (field.section != section.id)
                continue;
            if (grid == nullptr)
                grid = addSection(layout, section.id, section.label);
            placed.append(field.path);
            addFieldRow(grid, field);
            addSwap(grid, field);
        }
    }
    // A field whose section the pack does not list is still asked for.
    FormGrid* rest = nullptr;
    for (const Field& field : pack.fields) {
        if (placed.contains(field.path) || field.section == observationSection())
            continue;
        if (rest == nullptr)
            rest = addSection(layout, QStringLiteral("other"), tr("Other"));
        addFieldRow(rest, field);
    }
    addObservation(layout);
    addOwnRecord(layout);
    layout->addStretch(1);
    setMinimumWidth(theme::columns(*this, kColumnCharacters) + theme::wideGap(*this) * 3);
}

void ComposeForm::addSwap(FormGrid* grid, const Field& after) {
    const RoleSwap& swap = m_model.pack().swap;
    if (swap.pairs.isEmpty() || swap.pairs.first().second != after.path)
        return;
    auto* line = new QWidget(widget());
    m_swap = new QPushButton(withoutMnemonic(swap.label), line);
    m_swap->setObjectName(QStringLiteral("swapRoles"));
    m_swap->setAutoDefault(false);
    m_swap->setToolTip(tr("Exchanges the two, with what belongs to each"));
    line->setWhatsThis(tr("Exchanges the two roles with everything that belongs to each, for when they were entered "
                          "the wrong way round. Once more brings them back."));
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_swap);
    layout->addStretch(1);
    grid->addField(line, true);
    connect(m_swap, &QPushButton::clicked, &m_model, &FormModel::swapRoles);
}

void ComposeForm::toggleObserved() {
    const QString path = m_model.pack().observedPath;
    FieldRow* row = path.isEmpty() ? nullptr : rowOf(path);
    if (row == nullptr)
        return;
    const bool observed = m_model.value(path).isValid() && !m_model.value(path).toBool();
    row->editor()->setValue(observed);
    row->setVisited(true);
    ensureWidgetVisible(row);
    Q_EMIT said(observed ? tr("Set to observed (Insert turns it round).")
                         : tr("Set to not observed (Insert turns it round)."));
}

QWidget* ComposeForm::orderTabsAfter(QWidget* before) {
    for (const FieldRow* row : std::as_const(m_rows)) {
        const QList<QWidget*> stops = row->editor()->tabStops();
        for (QWidget* stop : stops) {
            setTabOrder(before, stop);
            before = stop;
        }
        if (m_swap != nullptr && row->path() == m_model.pack().swap.pairs.first().second) {
            setTabOrder(before, m_swap);
            before = m_swap;
        }
    }
    return before;
}

void ComposeForm::addObservation(QVBoxLayout* layout) {
    const Pack& pack = m_model.pack();
    FormGrid* grid = addSection(layout, observationSection(),
                                //: Heading of the last part of the form
                                tr("What it rests on"));
    if (BasisField::isNeeded(pack.bases)) {
        addRow(grid,
               new FieldRow(basisPath(), tr("What was observed"), false,
                            tr("One case, or numbers over many: choose what was observed."), new BasisField(pack.bases),
                            widget()),
               true);
    }
    addRow(grid,
           new FieldRow(confidencePath(), tr("How sure are you?"), pack.confidenceRequired,
                        tr("Your own judgement that what happened came from what was done, in per cent."),
                        new ConfidenceField, widget()),
           true);
    for (const Field& field : pack.fields)
        if (field.section == observationSection())
            addFieldRow(grid, field);
    if (pack.notesAllowed) {
        addRow(grid,
               new FieldRow(notePath(), tr("Note"), false,
                            tr("At most 96 bytes. No names, dates or numbers that could lead to a person."),
                            new TextField(kNoteBytes), widget()),
               true);
    }
}

void ComposeForm::addOwnRecord(QVBoxLayout* layout) {
    FormGrid* grid = addSection(layout, QStringLiteral("stays"),
                                //: Heading of the part of the form that is never sent
                                tr("What stays here"));
    addRow(grid,
           new FieldRow(ownRecordPath(), tr("Your record number"), false,
                        tr("Leads you back to the patient, and to this outcome when the patient comes back. It is kept "
                           "encrypted on this computer, is never sent, and can be removed alone at any time."),
                        new TextField(kMaxOwnRecordBytes), widget()),
           true);
}

void ComposeForm::addFieldRow(FormGrid* grid, const Field& field) {
    addRow(grid,
           new FieldRow(field.path, field.label, field.required, field.help, makeEditor(field, m_terms, widget()),
                        widget()),
           isWide(field));
}

void ComposeForm::addRow(FormGrid* grid, FieldRow* row, bool wide) {
    row->setObjectName(QStringLiteral("row_") % row->path());
    m_rows.append(row);
    grid->addField(row, wide);
    connect(row->editor(), &FieldEditor::edited, this, [this, row] { store(*row); });
    if (const auto* term = qobject_cast<const TermField*>(row->editor()))
        connect(term, &TermField::named, this, [this] {
            const bool lacked = std::exchange(m_titleLacks, false);
            (void)title();
            if (lacked && !m_titleLacks)
                Q_EMIT titleKnown();
            else
                m_titleLacks = lacked;
        });
    connect(row->editor(), &FieldEditor::left, this, [this, row] {
        m_model.setUnreadable(row->path(), row->editor()->unreadable());
        showProblems();
        Q_EMIT fieldLeft();
    });
}

void ComposeForm::store(const FieldRow& row) {
    if (m_readingBack)
        return;
    const FieldEditor& editor = *row.editor();
    if (editor.unreadable().isEmpty())
        m_model.setUnreadable(row.path(), {});
    if (row.path() == confidencePath()) {
        const QVariant percent = editor.value();
        m_model.setConfidence(percent.isValid() ? std::optional(percent.toInt()) : std::nullopt);
    } else if (row.path() == basisPath()) {
        m_model.setBasis(qobject_cast<const BasisField*>(&editor)->basis());
    } else if (row.path() == notePath()) {
        m_model.setNote(editor.value().toString());
    } else if (row.path() == ownRecordPath()) {
        // A text that cannot stay as it is blocks signing, and is not worth sealing.
        if (editor.unreadable().isEmpty())
            m_model.setOwnRecord(editor.value().toString());
    } else {
        m_model.setValue(row.path(), editor.value());
    }
    m_model.setTyped(row.path(), editor.typedText());
}

void ComposeForm::readBack() {
    m_titleLacks = false;
    {
        const QScopedValueRollback guard(m_readingBack, true);
        const DraftValues& draft = m_model.draft();
        for (FieldRow* row : std::as_const(m_rows)) {
            row->setVisited(false);
            row->setProblems({}, {});
            if (row->path() == confidencePath())
                row->editor()->setValue(draft.confidence ? QVariant(qlonglong{*draft.confidence}) : QVariant());
            else if (row->path() == basisPath())
                qobject_cast<BasisField*>(row->editor())->setBasis(draft.basis);
            else if (row->path() == notePath())
                row->editor()->setValue(draft.note);
            else if (row->path() == ownRecordPath())
                row->editor()->setValue(draft.ownRecord);
            else
                row->editor()->setValue(m_model.value(row->path()));
            row->editor()->setTypedText(m_model.typed(row->path()));
        }
    }
    // The kind of basis is always chosen, if only by being the first.
    if (const FieldRow* row = rowOf(basisPath())) {
        const BasisValues shown = qobject_cast<const BasisField*>(row->editor())->basis();
        m_model.assumeBasis(shown);
        if (m_model.draft().basis->kind != shown.kind)
            store(*row);
    }
}

QString ComposeForm::title() const {
    QStringList names;
    for (const FieldRow* row : m_rows) {
        const auto* field = qobject_cast<const TermField*>(row->editor());
        if (field == nullptr || names.size() == kTitleTerms)
            continue;
        if (!field->isNamed()) {
            // An id is no title; the name is on its way.
            m_titleLacks = true;
            continue;
        }
        const QString name = field->term() ? field->term()->name : field->typedText().value(QString());
        if (!name.isEmpty())
            names.append(name);
    }
    return QLocale().createSeparatedList(names);
}

void ComposeForm::commit() {
    for (const FieldRow* row : std::as_const(m_rows))
        m_model.setUnreadable(row->path(), row->editor()->unreadable());
}

void ComposeForm::showEverything() {
    for (FieldRow* row : std::as_const(m_rows))
        row->setVisited(true);
    showProblems();
}

void ComposeForm::showProblems() {
    for (FieldRow* row : std::as_const(m_rows)) {
        if (!row->isVisited() && m_model.isOnlyMissing(row->path()))
            row->setProblems({}, m_model.warningsOf(row->path()));
        else
            row->setProblems(m_model.problemsOf(row->path()), m_model.warningsOf(row->path()));
    }
}

FieldRow* ComposeForm::rowOf(const QString& problemPath) const {
    const auto it = std::find_if(m_rows.cbegin(), m_rows.cend(), [&problemPath](const FieldRow* row) {
        return problemPath == row->path() || problemPath.startsWith(row->path() % QLatin1Char('.')) ||
               problemPath.startsWith(row->path() % QLatin1Char('['));
    });
    return it == m_rows.cend() ? nullptr : *it;
}

bool ComposeForm::browseTerms() {
    const QWidget* focus = QApplication::focusWidget();
    TermField* field = nullptr;
    for (const FieldRow* row : std::as_const(m_rows)) {
        auto* taking = row->findChild<TermField*>();
        if (taking != nullptr && (field == nullptr || row->isAncestorOf(focus)))
            field = taking;
    }
    if (field == nullptr)
        return false;
    ensureWidgetVisible(field);
    field->browse();
    return true;
}

void ComposeForm::focusFirst() {
    if (m_rows.isEmpty())
        return;
    m_rows.first()->takeFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(m_rows.first());
}

bool ComposeForm::focusField(const QString& problemPath, Qt::FocusReason reason) {
    FieldRow* row = rowOf(problemPath);
    if (row == nullptr)
        return false;
    row->takeFocus(reason);
    ensureWidgetVisible(row);
    return true;
}

QString ComposeForm::labelOf(const QString& problemPath) const {
    const FieldRow* row = rowOf(problemPath);
    return row != nullptr ? row->label() : problemPath;
}

} // namespace qis::ui
