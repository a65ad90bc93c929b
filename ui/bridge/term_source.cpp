#include "bridge/term_source.h"

#include "bridge/engine_bridge.h"

#include <QtCore/QPointer>

#include <algorithm>
#include <utility>

namespace qis::ui {

namespace {

QString keyOf(const QString& system, const QString& id) {
    return system % QLatin1Char(' ') % id;
}

} // namespace

TermSource::TermSource(EngineBridge& bridge, QObject* parent)
    : QObject(parent)
    , m_bridge(bridge) {}

void TermSource::search(const QString& system, const QString& words, QObject* context, Callback<QList<Term>> callback) {
    m_bridge.searchTerms(system, words, kShown, context, std::move(callback));
}

void TermSource::resolve(const QString& system, const QString& id, QObject* context, Callback<Term> callback) {
    const auto known = m_known.constFind(keyOf(system, id));
    if (known != m_known.constEnd()) {
        callback(Result<Term>{*known, {}});
        return;
    }
    const QPointer<TermSource> self(this);
    m_bridge.searchTerms(system, id, kShown, context,
                         [self, id, callback = std::move(callback)](const Result<QList<Term>>& found) {
                             Result<Term> result;
                             result.fault = found.fault;
                             if (found.ok()) {
                                 const auto it = std::find_if(found.value->cbegin(), found.value->cend(),
                                                              [&id](const Term& term) { return term.id == id; });
                                 if (it != found.value->cend())
                                     result.value = *it;
                                 else
                                     result.fault.code = QStringLiteral("unknown-term");
                             }
                             if (self && result.ok())
                                 self->remember(*result.value);
                             callback(result);
                         });
}

void TermSource::remember(const Term& term) {
    m_known.insert(keyOf(term.system, term.id), term);
}

} // namespace qis::ui
