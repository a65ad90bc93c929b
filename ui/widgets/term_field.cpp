#include "widgets/term_field.h"

#include "bridge/term_source.h"
#include "theme/glyph.h"
#include "widgets/line_guard.h"
#include "widgets/term_delegate.h"
#include "widgets/term_picker.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QToolTip>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace qis::ui {

TermField::TermField(TermSource& source, const QString& system, QWidget* parent)
    : FieldEditor(parent)
    , m_source(source)
    , m_system(system)
    , m_edit(new QLineEdit(this))
    , m_guard(new LineGuard(m_edit, kLongestWords))
    , m_browse(m_edit->addAction(theme::icon(theme::Glyph::Tree), QLineEdit::TrailingPosition))
    , m_broader(m_edit->addAction(theme::icon(theme::Glyph::Broader), QLineEdit::TrailingPosition))
    , m_list(new QStandardItemModel(this))
    , m_completer(new QCompleter(this)) {
    m_edit->setObjectName(QStringLiteral("termEdit"));
    m_edit->setPlaceholderText(tr("Type to search"));
    m_browse->setObjectName(QStringLiteral("termBrowse"));
    m_browse->setText(tr("Choose from all terms (F2)"));
    m_browse->setToolTip(m_browse->text());
    m_broader->setObjectName(QStringLiteral("termBroader"));
    m_broader->setVisible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);

    auto* popup = new QListView;
    popup->setObjectName(QStringLiteral("termPopup"));
    popup->setAccessibleName(tr("Terms found"));
    popup->setEditTriggers(QAbstractItemView::NoEditTriggers);
    popup->setUniformItemSizes(true);
    popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setModel(m_list);
    m_completer->setPopup(popup);
    popup->setItemDelegate(new TermDelegate(popup));
    m_completer->setMaxVisibleItems(TermSource::kShown);
    // Not QLineEdit::setCompleter: that writes every row passed over into the field.
    m_completer->setWidget(m_edit);
    popup->installEventFilter(this);
    watch(m_edit);

    connect(m_edit, &QLineEdit::textEdited, this, &TermField::typed);
    connect(m_guard, &LineGuard::changed, this, &TermField::edited);
    connect(m_browse, &QAction::triggered, this, &TermField::browse);
    connect(m_broader, &QAction::triggered, this, &TermField::broaden);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        if (!m_completer->popup()->isVisible())
            settle();
    });
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &TermField::chooseIndex);
}

QVariant TermField::value() const {
    return m_term ? QVariant(m_term->id) : QVariant();
}

void TermField::setValue(const QVariant& value) {
    const QString id = value.toString();
    if (m_term && m_term->id == id)
        return;
    reset();
    if (id.isEmpty())
        return;
    // The id stands in for its name until that is known.
    m_term = Term{m_system, id, id, {}};
    m_named = false;
    m_edit->setText(id);
    m_source.resolve(m_system, id, this, [this, serial = m_serial](const Result<Term>& result) {
        if (serial != m_serial || !result.ok())
            return;
        m_term = result.value;
        m_named = true;
        m_edit->setText(m_term->name);
        m_edit->setCursorPosition(0);
        showBroader();
        Q_EMIT named();
    });
}

void TermField::reset() {
    ++m_serial;
    m_takeFound = false;
    m_term.reset();
    m_found.clear();
    m_foundFor.clear();
    m_guard->reset();
    m_edit->clear();
    showBroader();
    m_completer->popup()->hide();
}

QString TermField::unreadable() const {
    const QString words = m_edit->text().trimmed();
    if (m_term || words.isEmpty())
        return {};
    if (const QString complaint = m_guard->complaint(); !complaint.isEmpty())
        return complaint;
    if (m_foundFor == words && m_found.isEmpty())
        return tr("No term fits these words. Try fewer letters or another name.");
    return tr("Choose a term from the list.");
}

QMap<QString, QString> TermField::typedText() const {
    if (m_term || m_edit->text().trimmed().isEmpty())
        return {};
    return {{QString(), m_edit->text()}};
}

void TermField::setTypedText(const QMap<QString, QString>& parts) {
    if (m_term || !parts.contains(QString()))
        return;
    m_guard->reset();
    m_edit->setText(parts.value(QString()));
}

void TermField::setFieldName(const QString& name) {
    m_edit->setAccessibleName(name);
}

QString TermField::keysHelp() const {
    return tr("Down lists the terms used last while the field is empty. F2 shows all terms as a tree. Alt+Up takes the "
              "broader term above the one chosen, for when you are not sure which it is.");
}

void TermField::typed(const QString& text) {
    ++m_serial;
    m_takeFound = false;
    m_term.reset();
    showBroader();
    if (text.trimmed().isEmpty())
        m_completer->popup()->hide();
    Q_EMIT edited();
    search();
}

void TermField::search() {
    const QString words = m_edit->text().trimmed();
    // One search at a time; the answer looks whether it has been overtaken and asks again.
    if (words.isEmpty() || m_term || !m_searching.isNull())
        return;
    m_searching = words;
    m_source.search(m_system, words, this, [this, words](const Result<QList<Term>>& result) {
        m_searching.clear();
        if (m_term)
            return;
        if (m_edit->text().trimmed() != words) {
            search();
            return;
        }
        show(words, result.ok() ? *result.value : QList<Term>());
    });
}

void TermField::show(const QString& words, const QList<Term>& terms) {
    m_foundFor = words;
    list(terms);
    const bool take = std::exchange(m_takeFound, false);
    Q_EMIT edited();
    if (terms.isEmpty() || !m_edit->hasFocus()) {
        m_completer->popup()->hide();
        if (!m_edit->hasFocus())
            settle();
        return;
    }
    if (take) {
        takeAndGoOn(terms.first());
        return;
    }
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void TermField::takeAndGoOn(const Term& term) {
    choose(term);
    // Taken: the next field is where the hands go.
    if (m_term && m_edit->hasFocus())
        focusNextChild();
}

void TermField::list(const QList<Term>& terms) {
    m_found = terms;
    m_list->clear();
    for (const Term& term : terms)
        m_list->appendRow(TermDelegate::rowOf(term));
}

void TermField::showRecent() {
    m_source.recent(m_system, this, [this](const Result<QList<Term>>& recent) {
        if (!m_edit->text().isEmpty() || !m_edit->hasFocus() || !recent.ok() || recent.value->isEmpty())
            return;
        m_foundFor.clear();
        list(*recent.value);
        m_completer->complete();
        m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    });
}

void TermField::browse() {
    if (m_edit->isReadOnly())
        return;
    m_completer->popup()->hide();
    auto* picker = new TermPicker(m_source, m_system, m_title, m_term ? m_term->id : QString(), window());
    connect(picker, &TermPicker::chosen, this, &TermField::choose);
    connect(picker, &QDialog::finished, this, [this] { m_edit->setFocus(Qt::OtherFocusReason); });
    picker->open();
}

void TermField::showBroader() {
    const QString name = m_term ? m_term->broaderName : QString();
    m_broader->setVisible(!name.isEmpty());
    //: Tool tip of a button in a field. %1: name of the term above the one chosen
    m_broader->setText(name.isEmpty() ? QString() : tr("Take the broader term %1 (Alt+Up)").arg(name));
    m_broader->setToolTip(m_broader->text());
}

void TermField::broaden() {
    const QModelIndex row = m_completer->popup()->isVisible() ? m_completer->popup()->currentIndex() : QModelIndex();
    const std::optional<Term> from =
        row.isValid() && row.row() < m_found.size() ? std::optional(m_found.at(row.row())) : m_term;
    if (!from)
        return;
    if (from->broaderId.isEmpty()) {
        QToolTip::showText(m_edit->mapToGlobal(m_edit->rect().bottomLeft()),
                           tr("There is no broader term that can be chosen."), m_edit);
        return;
    }
    m_source.resolve(m_system, from->broaderId, this, [this, serial = m_serial](const Result<Term>& result) {
        if (serial == m_serial && result.ok())
            choose(*result.value);
    });
}

void TermField::chooseIndex(const QModelIndex& index) {
    if (index.row() >= 0 && index.row() < m_found.size())
        choose(m_found.at(index.row()));
}

// A copy: who hears of it may empty the list it came from.
void TermField::choose(Term term) { // NOLINT(performance-unnecessary-value-param)
    ++m_serial;
    m_takeFound = false;
    m_term = term;
    m_named = true;
    m_source.use(term);
    m_guard->reset();
    m_edit->setText(term.name);
    m_completer->popup()->hide();
    showBroader();
    Q_EMIT edited();
    Q_EMIT chosen(term);
}

void TermField::settle() {
    // Words that are exactly one term's name need no choosing.
    const QString words = m_edit->text().trimmed();
    if (m_term || words.isEmpty() || m_foundFor != words)
        return;
    for (const Term& term : std::as_const(m_found)) {
        if (term.name.compare(words, Qt::CaseInsensitive) == 0) {
            choose(term);
            return;
        }
    }
}

bool TermField::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut && watched == m_edit && !m_completer->popup()->isVisible())
        settle();
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
        if (key->key() == Qt::Key_Up && modifiers == Qt::AltModifier) {
            broaden();
            return true;
        }
        if (key->key() == Qt::Key_F2 && modifiers == Qt::NoModifier) {
            browse();
            return true;
        }
        if (key->key() == Qt::Key_Down && (modifiers == Qt::NoModifier || modifiers == Qt::AltModifier) &&
            watched == m_edit && m_edit->text().isEmpty() && !m_edit->isReadOnly()) {
            showRecent();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && m_completer->popup()->isVisible()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool accepts =
            (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Tab) &&
            (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        const QModelIndex current = m_completer->popup()->currentIndex();
        if (accepts && current.isValid() && current.row() < m_found.size()) {
            // The list may still be that of fewer letters. What was typed is meant, not what led it a moment ago.
            if (current.row() == 0 && m_foundFor != m_edit->text().trimmed())
                m_takeFound = true;
            else
                takeAndGoOn(m_found.at(current.row()));
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace qis::ui
