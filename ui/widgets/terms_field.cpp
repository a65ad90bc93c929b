#include "widgets/terms_field.h"

#include "bridge/term_source.h"
#include "theme/glyph.h"
#include "theme/theme.h"
#include "widgets/flow_layout.h"
#include "widgets/plain_label.h"
#include "widgets/term_field.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace qis::ui {

TermsField::TermsField(TermSource& source, const QString& system, int maxItems, QWidget* parent)
    : FieldEditor(parent)
    , m_source(source)
    , m_system(system)
    , m_maxItems(qMax(1, maxItems))
    , m_chips(new QWidget(this))
    , m_flow(new FlowLayout(m_chips))
    , m_adder(new TermField(source, system, this)) {
    m_flow->setSpacing(theme::gap(*this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap(*this));
    layout->addWidget(m_chips);
    layout->addWidget(m_adder);
    connect(m_adder, &TermField::chosen, this, &TermsField::add);
    connect(m_adder, &TermField::edited, this, &TermsField::edited);
    connect(m_adder, &TermField::left, this, &TermsField::left);
    rebuild();
}

QVariant TermsField::value() const {
    if (m_terms.isEmpty())
        return {};
    QStringList ids;
    for (const Term& term : m_terms)
        ids.append(term.id);
    return ids;
}

void TermsField::setValue(const QVariant& value) {
    const QStringList ids = value.toStringList();
    if (this->value().toStringList() == ids)
        return;
    m_terms.clear();
    m_adder->reset();
    for (const QString& id : ids) {
        m_terms.append({m_system, id, id, {}});
        m_source.resolve(m_system, id, this, [this, id](const Result<Term>& result) {
            if (!result.ok())
                return;
            for (Term& term : m_terms)
                if (term.id == id)
                    term = *result.value;
            rebuild();
        });
    }
    rebuild();
}

QString TermsField::unreadable() const {
    return m_adder->unreadable();
}

QMap<QString, QString> TermsField::typedText() const {
    return m_adder->typedText();
}

void TermsField::setTypedText(const QMap<QString, QString>& parts) {
    m_adder->setTypedText(parts);
}

void TermsField::setFieldName(const QString& name) {
    m_adder->setFieldName(name);
    //: %1: name of the field, such as "Effects"
    m_chips->setAccessibleName(tr("Chosen for %1").arg(name));
}

void TermsField::setTitle(const QString& title) {
    m_adder->setTitle(title);
}

QList<QWidget*> TermsField::tabStops() const {
    QList<QWidget*> stops;
    for (int at = 0; at < m_flow->count(); ++at)
        stops.append(m_flow->itemAt(at)->widget());
    return stops + m_adder->tabStops();
}

QWidget* TermsField::focusTarget() const {
    return m_adder->focusTarget();
}

QString TermsField::keysHelp() const {
    return m_adder->keysHelp();
}

void TermsField::broaden(const QString& id) {
    const auto it = std::find_if(m_terms.cbegin(), m_terms.cend(), [&id](const Term& term) { return term.id == id; });
    if (it == m_terms.cend() || it->broaderId.isEmpty())
        return;
    m_source.resolve(m_system, it->broaderId, this, [this, id](const Result<Term>& result) {
        if (!result.ok())
            return;
        const Term broader = *result.value;
        // Where the broader term is there already, the narrow one goes.
        m_terms.removeIf([&](const Term& term) { return term.id == broader.id; });
        for (Term& term : m_terms)
            if (term.id == id)
                term = broader;
        rebuild();
        if (auto* chip = m_chips->findChild<QToolButton*>(QStringLiteral("chip_") % broader.id))
            chip->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
}

bool TermsField::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && watched->parent() == m_chips) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Up && (key->modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier) {
            broaden(watched->objectName().mid(QStringLiteral("chip_").size()));
            return true;
        }
        if (key->key() == Qt::Key_F2) {
            m_adder->browse();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

void TermsField::add(const Term& term) {
    m_adder->reset();
    const bool known =
        std::any_of(m_terms.cbegin(), m_terms.cend(), [&term](const Term& chosen) { return chosen.id == term.id; });
    if (!known && m_terms.size() < m_maxItems)
        m_terms.append(term);
    rebuild();
    Q_EMIT edited();
}

void TermsField::remove(const QString& id) {
    m_terms.removeIf([&id](const Term& term) { return term.id == id; });
    rebuild();
    m_adder->lineEdit()->setFocus();
    Q_EMIT edited();
}

void TermsField::rebuild() {
    while (QLayoutItem* item = m_flow->takeAt(0)) {
        // Not at once: this may be the button whose click is being handled.
        item->widget()->hide();
        item->widget()->setObjectName(QString());
        item->widget()->deleteLater();
        delete item;
    }
    // The buttons come before the field that adds one, wherever that stands in the order.
    QWidget* before = m_adder->lineEdit()->previousInFocusChain();
    while (before != m_adder->lineEdit() && before->focusPolicy() == Qt::NoFocus)
        before = before->previousInFocusChain();
    for (const Term& term : std::as_const(m_terms)) {
        auto* chip = new QToolButton(m_chips);
        chip->setObjectName(QStringLiteral("chip_") % term.id);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setIcon(theme::icon(theme::Glyph::Remove));
        chip->setText(withoutMnemonic(term.name));
        //: %1: a chosen term, such as a drug
        chip->setAccessibleName(tr("Remove %1").arg(term.name));
        chip->setToolTip(term.broaderName.isEmpty()
                             ? tr("Remove %1").arg(term.name)
                             //: %1: a chosen term, %2: the broader term above it
                             : tr("Remove %1; Alt+Up takes %2 instead").arg(term.name, term.broaderName));
        chip->installEventFilter(this);
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(chip, &QToolButton::clicked, this, [this, id = term.id] { remove(id); });
        m_flow->addWidget(chip);
        if (before != m_adder->lineEdit())
            setTabOrder(before, chip);
        before = chip;
        chip->show();
    }
    m_chips->setVisible(!m_terms.isEmpty());
    const bool full = m_terms.size() >= m_maxItems;
    m_adder->lineEdit()->setReadOnly(full);
    m_adder->lineEdit()->setPlaceholderText(full ? tr("That is all: no more than %Ln", nullptr, m_maxItems)
                                                 : tr("Type to search; several are possible"));
    m_flow->invalidate();
    updateGeometry();
}

} // namespace qis::ui
