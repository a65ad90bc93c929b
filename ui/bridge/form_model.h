#pragma once

#include "bridge/values.h"

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <functional>

class QTimer;

namespace qis::ui {

class EngineBridge;

/// The outcome being written: its pack, its values, and what the engine says about them. Checks run
/// by themselves a moment after the last change; an answer that has been overtaken is dropped.
class FormModel : public QObject {
    Q_OBJECT

public:
    explicit FormModel(EngineBridge& bridge, QObject* parent = nullptr);

    /// Changes the form. Values of the pack left are kept and come back with it.
    void setPack(const Pack& pack);
    [[nodiscard]] const Pack& pack() const { return m_pack; }
    [[nodiscard]] const Field* field(const QString& path) const;

    /// An invalid value clears the field.
    void setValue(const QString& path, const QVariant& value);
    [[nodiscard]] QVariant value(const QString& path) const { return m_draft.fields.value(path); }
    void setConfidence(std::optional<int> confidence);
    void setBasis(const std::optional<BasisValues>& basis);
    /// What the form shows while nothing was chosen; not a change.
    void assumeBasis(const BasisValues& basis);
    void setNote(const QString& note);
    /// What this home calls the patient; never part of the packet.
    void setOwnRecord(const QString& record);
    /// Sets those of these fields that the pack has and that are empty still.
    struct FilledIn {
        int filled = 0;
        int leftAlone = 0; ///< had another value, or something typed
    };
    FilledIn fillIn(const QMap<QString, QVariant>& fields);
    /// An own outcome whose place this one takes; empty for an outcome of its own.
    void setAmends(const QString& id);
    /// Text that stands in a field but is not a value yet; signing waits until it is gone.
    void setUnreadable(const QString& path, const QString& sentence);
    /// That text itself, by the part of the field it stands in ("" for a field of one part).
    void setTyped(const QString& path, const QMap<QString, QString>& parts);
    [[nodiscard]] QMap<QString, QString> typed(const QString& path) const;

    [[nodiscard]] const DraftValues& draft() const { return m_draft; }
    /// Exchanges the values of the pack's two roles, half-typed words included.
    void swapRoles();
    /// Without an id it becomes a draft of its own.
    void load(const DraftValues& draft);
    void clear();
    /// What stands in the form becomes a draft of its own.
    void detach();
    /// The draft is gone: the form is cleared of it, whether shown or put by with its pack.
    void forget(qint64 id);
    /// Those put by with their packs whose ids fit.
    void forgetPutBy(const std::function<bool(qint64)>& which);
    void forgetAll();
    [[nodiscard]] bool isEmpty() const { return m_draft.isEmpty() && m_unreadable.isEmpty(); }

    /// The last answer of the engine; empty until the first one for this draft.
    [[nodiscard]] const std::optional<DraftReport>& report() const { return m_report; }
    /// True when the report is about exactly what is in the form now.
    [[nodiscard]] bool isChecked() const { return m_checkedEdit == m_edit && m_report.has_value(); }
    [[nodiscard]] bool canSign() const;
    /// Problems of one field: unreadable text first, then the engine's.
    [[nodiscard]] QStringList problemsOf(const QString& path) const;
    [[nodiscard]] QStringList warningsOf(const QString& path) const;
    /// Is the only problem of this field that it is still empty?
    [[nodiscard]] bool isOnlyMissing(const QString& path) const;
    [[nodiscard]] int missingCount() const;
    /// What a problem says to a person.
    [[nodiscard]] static QString sentenceOf(const FieldProblem& problem);

    /// Checks now instead of after the pause.
    void checkNow();

    static constexpr int kPauseMillis = 300;

Q_SIGNALS:
    void packChanged();
    /// All values were replaced at once; widgets read them again.
    void reloaded();
    void edited();
    /// Something was typed or chosen: what is kept of the form is no longer all of it.
    void changed();
    /// The draft in the form is about to make room for another.
    void leaving();
    void checked();
    void checkFailed(const qis::ui::Fault& fault);

private:
    void touch();
    void changedAt(const QString& path);
    [[nodiscard]] qint64 freshId() { return --m_lastFresh; }
    [[nodiscard]] static bool concerns(const FieldProblem& problem, const QString& path);

    EngineBridge& m_bridge;
    QTimer* m_pause;
    Pack m_pack;
    DraftValues m_draft;
    QHash<QString, DraftValues> m_otherPacks;
    QMap<QString, QString> m_unreadable;
    std::optional<DraftReport> m_report;
    quint64 m_edit = 0;
    quint64 m_checkedEdit = 0;
    qint64 m_lastFresh = 0;
};

} // namespace qis::ui
