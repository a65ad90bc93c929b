#include "widgets/term_picker.h"

#include "bridge/term_source.h"
#include "bridge/term_tree_model.h"
#include "format/sentences.h"
#include "theme/theme.h"
#include "widgets/line_guard.h"
#include "widgets/plain_label.h"
#include "widgets/status_line.h"
#include "widgets/term_delegate.h"

#include <QtCore/QLocale>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace qis::ui {

namespace {

constexpr int kRows = 8;
constexpr int kLines = 34;
constexpr int kColumns = 110;

QWidget* captioned(QLabel* caption, QWidget* view, QWidget* more, QWidget* parent) {
    auto* side = new QWidget(parent);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::gap(*parent));
    column->addWidget(caption);
    column->addWidget(view, 1);
    if (more != nullptr)
        column->addWidget(more);
    caption->setBuddy(view);
    return side;
}

} // namespace

TermPicker::TermPicker(TermSource& source, const QString& system, const QString& field, const QString& current,
                       QWidget* parent)
    : QDialog(parent)
    , m_source(source)
    , m_system(system)
    , m_words(new QLineEdit(this))
    , m_foundTitle(new QLabel(this))
    , m_found(new QListView(this))
    , m_foundModel(new QStandardItemModel(this))
    , m_none(plainLabel("pickerNone", this))
    , m_treeTitle(new QLabel(tr("&All terms"), this))
    , m_tree(new QTreeView(this))
    , m_model(new TermTreeModel(source, system, this))
    , m_name(plainLabel("pickerName", this))
    , m_facts(plainLabel("pickerFacts", this))
    , m_origin(plainLabel("pickerOrigin", this))
    , m_status(new StatusLine(this))
    , m_choose(nullptr) {
    build(field);
    connect(m_words, &QLineEdit::textEdited, this, [this] {
        m_takeFound = false;
        search();
    });
    connect(m_found->selectionModel(), &QItemSelectionModel::currentChanged, this, &TermPicker::foundCurrent);
    connect(m_found, &QListView::doubleClicked, this, &TermPicker::choose);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TermPicker::treeCurrent);
    // Not activated(): Return is the button's, and a double click on a class opens it.
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (m_model->term(index)->below == 0)
            choose();
    });
    connect(m_model, &TermTreeModel::revealed, this, &TermPicker::revealed);
    connect(m_model, &TermTreeModel::failed, this, [this](const Fault& fault) {
        m_choosing = false;
        m_status->setMessage(theme::Glyph::Problem, format::failureSentence(fault.code));
    });
    connect(m_model, &TermTreeModel::begun, this, [this] {
        const TermBranch& whole = m_model->system();
        //: Where terms come from. %1: title of a code system, %2: its version, %3: its licence
        QString origin = tr("%1, version %2. Licence: %3.").arg(whole.title, whole.version, whole.licence);
        if (!whole.acknowledgement.isEmpty())
            origin += QLatin1Char(' ') % whole.acknowledgement;
        m_origin->setText(origin);
    });
    describe({});
    listRecent();
    if (!current.isEmpty())
        m_model->reveal(current);
}

void TermPicker::build(const QString& field) {
    setObjectName(QStringLiteral("termPicker"));
    setAttribute(Qt::WA_DeleteOnClose);
    //: Title of a window. %1: name of the field that a term is chosen for, such as "Object drug"
    setWindowTitle(tr("%1: choose a term").arg(field));
    auto* wordsLabel = new QLabel(tr("&Search:"), this);
    wordsLabel->setBuddy(m_words);
    m_words->setObjectName(QStringLiteral("pickerWords"));
    m_words->setPlaceholderText(tr("Beginnings of words, a synonym or a code"));
    m_words->installEventFilter(this);
    new LineGuard(m_words, kLongestWords);
    m_found->setObjectName(QStringLiteral("pickerFound"));
    m_found->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_found->setUniformItemSizes(true);
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setModel(m_foundModel);
    m_found->setItemDelegate(new TermDelegate(m_found));
    m_tree->setObjectName(QStringLiteral("pickerTree"));
    m_tree->setAccessibleName(tr("All terms"));
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(true);
    for (QWidget* view : {static_cast<QWidget*>(m_found), static_cast<QWidget*>(m_tree)})
        view->installEventFilter(this);
    m_status->setObjectName(QStringLiteral("pickerStatus"));
    theme::makeHeading(*m_name, 2);
    theme::makeQuiet(*m_origin);
    theme::makeQuiet(*m_none);

    auto* sides = new QSplitter(this);
    sides->setObjectName(QStringLiteral("pickerSides"));
    sides->setChildrenCollapsible(false);
    sides->addWidget(captioned(m_foundTitle, m_found, m_none, this));
    sides->addWidget(captioned(m_treeTitle, m_tree, nullptr, this));
    m_found->setMinimumHeight(fontMetrics().height() * kRows * 3 / 2);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_choose = buttons->addButton(tr("&Choose"), QDialogButtonBox::AcceptRole);
    m_choose->setObjectName(QStringLiteral("pickerChoose"));
    m_choose->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("pickerCancel"));
    connect(m_choose, &QPushButton::clicked, this, &TermPicker::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* top = new QHBoxLayout;
    top->addWidget(wordsLabel);
    top->addWidget(m_words, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::gap(*this) * 2);
    layout->addLayout(top);
    layout->addWidget(sides, 1);
    layout->addWidget(m_name);
    layout->addWidget(m_facts);
    layout->addWidget(m_status);
    layout->addWidget(m_origin);
    layout->addWidget(buttons);
    resize(theme::columns(*this, kColumns), fontMetrics().height() * kLines);
    m_words->setFocus(Qt::OtherFocusReason);
}

void TermPicker::search() {
    const QString words = m_words->text().trimmed();
    m_choosing = false;
    // One search at a time; the answer looks whether it has been overtaken and asks again.
    if (!m_searching.isNull())
        return;
    if (words.isEmpty()) {
        listRecent();
        return;
    }
    m_searching = words;
    m_source.search(m_system, words, this, [this, words](const Result<QList<Term>>& result) {
        m_searching.clear();
        if (m_words->text().trimmed() != words) {
            search();
            return;
        }
        m_foundTitle->setText(tr("&Found"));
        m_found->setAccessibleName(tr("Found"));
        list(result.ok() ? *result.value : QList<Term>(),
             tr("No term fits these words. Try fewer letters or another name."));
        m_found->setCurrentIndex(m_foundModel->index(0, 0));
        if (std::exchange(m_takeFound, false) && m_found->currentIndex().isValid())
            choose();
    });
}

void TermPicker::listRecent() {
    m_source.recent(m_system, this, [this](const Result<QList<Term>>& recent) {
        if (!m_words->text().trimmed().isEmpty())
            return;
        m_foundTitle->setText(tr("&Used last"));
        m_found->setAccessibleName(tr("Used last"));
        list(recent.ok() ? *recent.value : QList<Term>(),
             tr("Nothing was chosen here yet. Type to search, or open the tree."));
    });
}

void TermPicker::list(const QList<Term>& terms, const QString& none) {
    m_foundModel->clear();
    m_foundFor = m_words->text().trimmed();
    for (const Term& term : terms) {
        m_foundModel->appendRow(TermDelegate::rowOf(term));
    }
    m_none->setText(none);
    m_none->setVisible(terms.isEmpty());
}

void TermPicker::foundCurrent(const QModelIndex& index) {
    m_choosing = false;
    if (index.isValid())
        m_model->reveal(index.data(TermDelegate::IdRole).toString());
}

void TermPicker::revealed(const QModelIndex& index) {
    {
        const QScopedValueRollback revealing(m_revealing, true);
        m_tree->setCurrentIndex(index);
    }
    m_tree->scrollTo(index, QAbstractItemView::PositionAtCenter);
    describe(index);
    if (std::exchange(m_choosing, false))
        choose();
}

void TermPicker::treeCurrent(const QModelIndex& index) {
    if (m_revealing)
        return;
    m_choosing = false;
    // Two marked rows would be two answers to what is about to be chosen.
    m_found->setCurrentIndex({});
    m_found->clearSelection();
    describe(index);
}

void TermPicker::describe(const QModelIndex& index) {
    const BranchTerm* term = m_model->term(index);
    m_choose->setEnabled(term != nullptr && term->selectable);
    m_status->clear();
    if (term == nullptr) {
        m_name->setText(tr("No term is marked"));
        m_facts->setText(tr("The arrow keys mark a term in either list. Alt+Up marks the one above it."));
        return;
    }
    m_name->setText(term->name);
    QStringList facts;
    QStringList above = m_model->pathNames(index);
    above.removeLast();
    if (!above.isEmpty())
        //: Where a term stands in the tree. %1: names from the top down, such as "Anticoagulants › Coumarins"
        facts.append(tr("Below %1.").arg(above.join(QStringLiteral(" › "))));
    if (!term->synonyms.isEmpty())
        //: %1: other names of a term
        facts.append(tr("Also called %1.").arg(QLocale().createSeparatedList(term->synonyms)));
    for (auto it = term->identifiers.cbegin(); it != term->identifiers.cend(); ++it)
        //: A public identifier. %1: its scheme, such as UNII, %2: the identifier
        facts.append(tr("%1 %2.").arg(it.key().toUpper(), it.value()));
    if (!term->selectable)
        facts.append(tr("It only orders the terms below it; choose one of those."));
    else if (term->below > 0)
        facts.append(tr("It stands for any of the terms below it: right when you are not sure which it is."));
    m_facts->setText(facts.join(QLatin1Char(' ')));
}

void TermPicker::broaden() {
    const QModelIndex above = m_tree->currentIndex().parent();
    if (above.isValid())
        m_tree->setCurrentIndex(above);
}

void TermPicker::choose() {
    const BranchTerm* term = m_model->term(m_tree->currentIndex());
    const QModelIndex found = m_found->currentIndex();
    // What is marked in the list may not have been reached in the tree yet.
    if (found.isValid() && (term == nullptr || term->id != found.data(TermDelegate::IdRole).toString())) {
        m_choosing = true;
        m_model->reveal(found.data(TermDelegate::IdRole).toString());
        return;
    }
    if (term == nullptr || !term->selectable)
        return;
    m_source.resolve(m_system, term->id, this, [this](const Result<Term>& result) {
        if (!result.ok()) {
            m_status->setMessage(theme::Glyph::Problem, format::failureSentence(result.fault.code));
            return;
        }
        accept();
        Q_EMIT chosen(*result.value);
    });
}

bool TermPicker::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || (watched != m_words && watched != m_found && watched != m_tree))
        return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
    if (key->key() == Qt::Key_Up && modifiers == Qt::AltModifier) {
        broaden();
        return true;
    }
    if (watched == m_words && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
        // What was typed is meant, not what fewer letters had found.
        if (m_foundFor != m_words->text().trimmed())
            m_takeFound = true;
        else
            choose();
        return true;
    }
    const bool moves = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_PageUp ||
                       key->key() == Qt::Key_PageDown;
    if (watched == m_words && moves && modifiers == Qt::NoModifier) {
        // The list moves while the words keep the focus.
        QApplication::sendEvent(m_found, event);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace qis::ui
