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

void TermSource::recent(const QString& system, QObject* context, Callback<QList<Term>> callback) {
    const QPointer<TermSource> self(this);
    m_bridge.recentTerms(
        system, kRecent, context, [self, system, callback = std::move(callback)](const Result<QList<Term>>& earlier) {
            QList<Term> terms;
            const auto append = [&terms, &system](const Term& term) {
                const bool known = std::any_of(terms.cbegin(), terms.cend(),
                                               [&term](const Term& other) { return other.id == term.id; });
                if (term.system == system && !known && terms.size() < kRecent)
                    terms.append(term);
            };
            if (self)
                std::for_each(self->m_used.cbegin(), self->m_used.cend(), append);
            if (earlier.ok())
                std::for_each(earlier.value->cbegin(), earlier.value->cend(), append);
            callback(Result<QList<Term>>{terms, {}});
        });
}

void TermSource::branch(const QString& system, const QString& below, QObject* context, Callback<TermBranch> callback) {
    m_bridge.termBranch(system, below, context, std::move(callback));
}

void TermSource::use(const Term& term) {
    remember(term);
    m_used.removeIf([&term](const Term& other) { return other.system == term.system && other.id == term.id; });
    m_used.prepend(term);
    constexpr qsizetype kMostUsed = 100;
    if (m_used.size() > kMostUsed)
        m_used.removeLast();
}

void TermSource::remember(const Term& term) {
    m_known.insert(keyOf(term.system, term.id), term);
}

} // namespace qis::ui
