#include "pages/matches/match_views.h"

#include "widgets/name_dialog.h"
#include "widgets/named_menu.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <utility>

namespace qis::ui {

namespace {

const auto kName = QLatin1String("name");
const auto kView = QLatin1String("view");

} // namespace

MatchViews::MatchViews(std::function<QJsonObject()> present, QWidget& page)
    : QObject(&page)
    , m_present(std::move(present))
    , m_page(page)
    , m_menu(new QMenu(&page))
    , m_button(new QPushButton(tr("&Views…"), &page)) {
    m_menu->setObjectName(QStringLiteral("viewsMenu"));
    m_button->setObjectName(QStringLiteral("viewsButton"));
    m_button->setAutoDefault(false);
    m_button->setToolTip(tr("Keep filters, order and columns under a name, and come back to them"));
    connect(m_button, &QPushButton::clicked, this, &MatchViews::choose);
}

void MatchViews::choose() {
    NamedMenu entries;
    entries.object = QStringLiteral("View");
    for (const NamedView& one : std::as_const(m_views))
        entries.names.append(one.name);
    entries.keep = tr("Keep the present view…");
    //: A menu of views to remove
    entries.remove = tr("Remove");
    entries.onTake = [this](qsizetype at) { Q_EMIT taken(m_views.at(at).view); };
    entries.onKeep = [this] { askForName(); };
    entries.onRemove = [this](qsizetype at) { remove(QString(m_views.at(at).name)); };
    popUp(*m_menu, entries, *m_button);
}

qsizetype MatchViews::placeOf(const QString& name) const {
    const auto found = std::find_if(m_views.cbegin(), m_views.cend(), [&name](const NamedView& one) {
        return one.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_views.cend() ? -1 : found - m_views.cbegin();
}

void MatchViews::add(const NamedView& view) {
    const auto after = std::find_if(m_views.cbegin(), m_views.cend(), [&view](const NamedView& one) {
        return QString::localeAwareCompare(one.name, view.name) > 0;
    });
    m_views.insert(after, view);
}

void MatchViews::keep(const QString& name) {
    if (const auto place = placeOf(name); place >= 0)
        m_views.removeAt(place);
    add({name, m_present()});
    Q_EMIT changed();
    //: %1: name that was given to a view
    Q_EMIT said(tr("The view “%1” is kept. You find it under Views.").arg(name), false);
}

void MatchViews::remove(const QString& name) {
    const auto place = placeOf(name);
    if (place < 0)
        return;
    m_removed = m_views.takeAt(place);
    Q_EMIT changed();
    //: %1: name of a view
    Q_EMIT said(tr("The view “%1” is removed.").arg(m_removed->name), true);
}

void MatchViews::undo() {
    if (!m_removed)
        return;
    const NamedView back = *std::exchange(m_removed, std::nullopt);
    add(back);
    Q_EMIT changed();
    //: %1: name of a view
    Q_EMIT said(tr("The view “%1” is back.").arg(back.name), false);
}

void MatchViews::askForName() {
    NameDialog::Words words;
    words.object = QStringLiteral("viewName");
    words.title = tr("Keep the present view");
    words.label = tr("&Name of the view:");
    words.missing = tr("Give the view a name.");
    words.about = [this](const QString& name) {
        //: %1: name of a view that is there already
        return placeOf(name) < 0 ? QString()
                                 : tr("It takes the place of the view “%1”.").arg(m_views.at(placeOf(name)).name);
    };
    words.wrong = [this](const QString& name) {
        return m_views.size() < kMostViews || placeOf(name) >= 0
                   ? QString()
                   : tr("No more than %Ln view(s) can be kept. Remove one first.", nullptr,
                        static_cast<int>(kMostViews));
    };
    auto* dialog = new NameDialog(std::move(words), kLongestName, m_page.window());
    connect(dialog, &NameDialog::named, this, &MatchViews::keep);
    connect(dialog, &QDialog::finished, m_button, [this] { m_button->setFocus(Qt::OtherFocusReason); });
    dialog->open();
}

QByteArray MatchViews::save() const {
    QJsonArray all;
    for (const NamedView& one : m_views)
        all.append(QJsonObject{{kName, one.name}, {kView, one.view}});
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

void MatchViews::restore(const QByteArray& json) {
    m_views.clear();
    const QJsonArray all = QJsonDocument::fromJson(json).array();
    for (const QJsonValue one : all) {
        const QString name = one.toObject().value(kName).toString().simplified().left(kLongestName);
        const QJsonObject view = one.toObject().value(kView).toObject();
        if (!name.isEmpty() && !view.isEmpty() && placeOf(name) < 0 && m_views.size() < kMostViews)
            m_views.append({name, view});
    }
}

} // namespace qis::ui
