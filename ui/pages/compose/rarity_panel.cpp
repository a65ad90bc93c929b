#include "pages/compose/rarity_panel.h"

#include "format/numbers.h"
#include "theme/theme.h"
#include "widgets/flow_layout.h"
#include "widgets/plain_label.h"
#include "widgets/status_line.h"

#include <QtCore/QLocale>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <limits>

namespace qis::ui {

namespace {

int smallCount(qint64 number) {
    return static_cast<int>(qMin<qint64>(number, std::numeric_limits<int>::max()));
}

QString sentence(const Rarity& rarity) {
    const QString labels = QLocale().createSeparatedList(rarity.labels);
    const int similar = smallCount(rarity.similar);
    if (rarity.similar < rarity.least)
        return RarityPanel::tr(
            "Only %Ln similar outcome(s) are held here: too few to tell whether the patient could be "
            "recognised.",
            nullptr, similar);
    if (!rarity.isRare())
        //: %1: how many, %2: names of fields, listed
        return RarityPanel::tr("%1 of %Ln similar outcome(s) held here share this combination of %2.", nullptr, similar)
            .arg(format::count(rarity.sharing), labels);
    //: %1: how many, %2: names of fields, listed
    return RarityPanel::tr(
               "Only %1 of %Ln similar outcome(s) held here share this combination of %2. Somebody who knows the "
               "patient could recognise whom it is about.",
               nullptr, similar)
        .arg(format::count(rarity.sharing), labels);
}

QString buttonText(const Broadening& change) {
    const int sharing = smallCount(change.sharing);
    if (change.to.isEmpty())
        //: A button. %1: a term or the name of a field, %Ln: how many outcomes share what is left
        return RarityPanel::tr("Leave out %1 (%Ln share the rest)", nullptr, sharing)
            .arg(change.from.isEmpty() ? change.label : change.fromName);
    //: A button. %1: a term, %2: the broader term, %Ln: how many outcomes share it
    return RarityPanel::tr("%1: say %2 instead (%Ln share it)", nullptr, sharing).arg(change.fromName, change.toName);
}

} // namespace

RarityPanel::RarityPanel(QWidget* parent)
    : QWidget(parent)
    , m_line(new StatusLine(this))
    , m_buttons(new QWidget(this))
    , m_flow(new FlowLayout(m_buttons)) {
    setObjectName(QStringLiteral("rarityPanel"));
    m_line->setObjectName(QStringLiteral("rarityLine"));
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->setSpacing(theme::gap(*this));
    m_buttons->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap(*this));
    layout->addWidget(m_line);
    layout->addWidget(m_buttons);
}

void RarityPanel::setRarity(const Rarity& rarity) {
    setVisible(!rarity.labels.isEmpty());
    if (rarity.labels.isEmpty())
        return;
    const theme::Glyph glyph = rarity.similar < rarity.least ? theme::Glyph::Info
                               : rarity.isRare()             ? theme::Glyph::Warning
                                                             : theme::Glyph::Good;
    m_line->setMessage(glyph, sentence(rarity));
    if (!rarity.isRare())
        return;
    for (const Broadening& change : rarity.broadening) {
        auto* button = new QPushButton(withoutMnemonic(buttonText(change)), m_buttons);
        button->setObjectName(QStringLiteral("broaden_") % change.field);
        button->setAutoDefault(false);
        button->setToolTip(tr("Changes the draft and looks again"));
        connect(button, &QPushButton::clicked, this, [this, change] { Q_EMIT broadenRequested(change); });
        m_flow->addWidget(button);
    }
    if (rarity.broadening.isEmpty())
        //: %1: what was found, as whole sentences
        m_line->setMessage(glyph,
                           tr("%1 No single change would make the combination more common.").arg(sentence(rarity)));
    m_buttons->setVisible(!rarity.broadening.isEmpty());
}

QString RarityPanel::text() const {
    return m_line->text();
}

} // namespace qis::ui
