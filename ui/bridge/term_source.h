#pragma once

#include "bridge/values.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

namespace qis::ui {

class EngineBridge;

/// Type-ahead over the code systems, with the names already met.
class TermSource : public QObject {
    Q_OBJECT

public:
    explicit TermSource(EngineBridge& bridge, QObject* parent = nullptr);

    /// Terms for the words typed so far, best first.
    void search(const QString& system, const QString& words, QObject* context, Callback<QList<Term>> callback);
    /// The term of an id, from memory or from the code system; "unknown-term" when there is none.
    void resolve(const QString& system, const QString& id, QObject* context, Callback<Term> callback);
    /// The terms used last: those chosen in this window, then those of earlier outcomes.
    void recent(const QString& system, QObject* context, Callback<QList<Term>> callback);
    /// What stands directly below a term of a system; empty for the top.
    void branch(const QString& system, const QString& below, QObject* context, Callback<TermBranch> callback);
    /// Counts a term as used, besides remembering it.
    void use(const Term& term);
    /// Keeps a term that was chosen, so that resolve() answers at once.
    void remember(const Term& term);

    static constexpr int kShown = 12;
    static constexpr int kRecent = 8;

private:
    EngineBridge& m_bridge;
    QHash<QString, Term> m_known; ///< by system, a blank and id
    QList<Term> m_used;           ///< the latest first
};

} // namespace qis::ui
