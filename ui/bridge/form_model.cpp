#include "bridge/form_model.h"

#include "bridge/engine_bridge.h"
#include "format/sentences.h"

#include <QtCore/QTimer>

#include <algorithm>

namespace qis::ui {

namespace {

bool isOf(const QString& key, const QString& path) {
    return key.startsWith(path) && (key.size() == path.size() || key.at(path.size()) == QLatin1Char('.'));
}

} // namespace

FormModel::FormModel(EngineBridge& bridge, QObject* parent)
    : QObject(parent)
    , m_bridge(bridge)
    , m_pause(new QTimer(this)) {
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMillis);
    connect(m_pause, &QTimer::timeout, this, &FormModel::checkNow);
}

void FormModel::setPack(const Pack& pack) {
    const bool same = m_pack.id == pack.id;
    if (!same && !m_pack.id.isEmpty()) {
        Q_EMIT leaving();
        m_otherPacks.insert(m_pack.id, m_draft);
    }
    m_pack = pack;
    if (!same) {
        m_draft = m_otherPacks.take(pack.id);
        m_draft.pack = pack.id;
        if (m_draft.id == 0)
            m_draft.id = freshId();
        m_unreadable.clear();
    }
    Q_EMIT packChanged();
    Q_EMIT reloaded();
    m_report.reset();
    touch();
}

const Field* FormModel::field(const QString& path) const {
    const auto it = std::find_if(m_pack.fields.cbegin(), m_pack.fields.cend(),
                                 [&path](const Field& candidate) { return candidate.path == path; });
    return it == m_pack.fields.cend() ? nullptr : &*it;
}

void FormModel::setValue(const QString& path, const QVariant& value) {
    const bool empty = !value.isValid() || (value.typeId() == QMetaType::QStringList && value.toStringList().isEmpty());
    if (empty ? !m_draft.fields.contains(path) : m_draft.fields.value(path) == value)
        return;
    if (empty)
        m_draft.fields.remove(path);
    else
        m_draft.fields.insert(path, value);
    changedAt(path);
    touch();
}

void FormModel::setConfidence(std::optional<int> confidence) {
    if (m_draft.confidence == confidence)
        return;
    m_draft.confidence = confidence;
    changedAt(QStringLiteral("confidence"));
    touch();
}

void FormModel::setBasis(const std::optional<BasisValues>& basis) {
    if (m_draft.basis == basis)
        return;
    m_draft.basis = basis;
    changedAt(QStringLiteral("basis"));
    touch();
}

void FormModel::assumeBasis(const BasisValues& basis) {
    if (m_draft.basis)
        return;
    m_draft.basis = basis;
    touch();
}

void FormModel::setNote(const QString& note) {
    if (m_draft.note == note)
        return;
    m_draft.note = note;
    changedAt(QStringLiteral("note"));
    touch();
}

void FormModel::setOwnRecord(const QString& record) {
    if (m_draft.ownRecord == record)
        return;
    m_draft.ownRecord = record;
    changedAt(QStringLiteral("own_record"));
}

FormModel::FilledIn FormModel::fillIn(const QMap<QString, QVariant>& fields) {
    FilledIn done;
    DraftValues draft = m_draft;
    QString first;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        if (field(it.key()) == nullptr)
            continue;
        if (draft.fields.contains(it.key()) ? draft.fields.value(it.key()) != it.value() : !typed(it.key()).isEmpty()) {
            ++done.leftAlone;
        } else if (!draft.fields.contains(it.key())) {
            draft.fields.insert(it.key(), it.value());
            ++done.filled;
            if (first.isEmpty())
                first = it.key();
        }
    }
    if (done.filled > 0) {
        load(draft);
        changedAt(first);
    }
    return done;
}

void FormModel::setAmends(const QString& id) {
    if (m_draft.amends == id)
        return;
    m_draft.amends = id;
    Q_EMIT changed();
    touch();
}

void FormModel::setUnreadable(const QString& path, const QString& sentence) {
    if (m_unreadable.value(path) == sentence)
        return;
    if (sentence.isEmpty())
        m_unreadable.remove(path);
    else
        m_unreadable.insert(path, sentence);
    touch();
}

void FormModel::setTyped(const QString& path, const QMap<QString, QString>& parts) {
    if (typed(path) == parts)
        return;
    m_draft.typed.removeIf([&path](QMap<QString, QString>::iterator it) { return isOf(it.key(), path); });
    for (auto it = parts.cbegin(); it != parts.cend(); ++it)
        m_draft.typed.insert(it.key().isEmpty() ? path : path % QLatin1Char('.') % it.key(), it.value());
    changedAt(path);
}

QMap<QString, QString> FormModel::typed(const QString& path) const {
    QMap<QString, QString> parts;
    for (auto it = m_draft.typed.cbegin(); it != m_draft.typed.cend(); ++it)
        if (isOf(it.key(), path))
            parts.insert(it.key().mid(path.size() + 1), it.value());
    return parts;
}

void FormModel::swapRoles() {
    DraftValues swapped = m_draft;
    for (const auto& [first, second] : m_pack.swap.pairs) {
        const auto move = [&swapped, this](const QString& from, const QString& to) {
            swapped.fields.remove(to);
            if (m_draft.fields.contains(from))
                swapped.fields.insert(to, m_draft.fields.value(from));
            swapped.typed.removeIf([&to](QMap<QString, QString>::iterator it) { return isOf(it.key(), to); });
            const QMap<QString, QString> parts = typed(from);
            for (auto it = parts.cbegin(); it != parts.cend(); ++it)
                swapped.typed.insert(it.key().isEmpty() ? to : to % QLatin1Char('.') % it.key(), it.value());
        };
        move(first, second);
        move(second, first);
    }
    load(swapped);
    if (!m_draft.isEmpty())
        changedAt(m_pack.swap.pairs.isEmpty() ? QString() : m_pack.swap.pairs.first().first);
}

void FormModel::load(const DraftValues& draft) {
    Q_EMIT leaving();
    m_draft = draft;
    m_draft.pack = m_pack.id;
    if (m_draft.id == 0)
        m_draft.id = freshId();
    m_unreadable.clear();
    m_report.reset();
    Q_EMIT reloaded();
    touch();
}

void FormModel::clear() {
    load({});
}

void FormModel::detach() {
    m_draft.id = freshId();
    Q_EMIT changed();
}

void FormModel::forget(qint64 id) {
    forgetPutBy([id](qint64 other) { return other == id; });
    if (m_draft.id == id) {
        m_draft = {};
        clear();
    }
}

void FormModel::forgetPutBy(const std::function<bool(qint64)>& which) {
    m_otherPacks.removeIf([&which](QHash<QString, DraftValues>::iterator it) { return which(it.value().id); });
}

void FormModel::forgetAll() {
    m_otherPacks.clear();
    m_draft = {};
    clear();
}

bool FormModel::canSign() const {
    return isChecked() && m_report->problems.isEmpty() && m_unreadable.isEmpty();
}

bool FormModel::concerns(const FieldProblem& problem, const QString& path) {
    if (!problem.field.startsWith(path))
        return false;
    // "basis.n" and "outcome.effects[1]" belong to "basis" and "outcome.effects".
    return problem.field.size() == path.size() || problem.field.at(path.size()) == QLatin1Char('.') ||
           problem.field.at(path.size()) == QLatin1Char('[');
}

QString FormModel::sentenceOf(const FieldProblem& problem) {
    // A rule's message says which values contradict each other; it comes with the pack.
    if (problem.code == QLatin1String("rule-broken") && !problem.detail.isEmpty())
        return problem.detail;
    return format::failureSentence(problem.code);
}

QStringList FormModel::problemsOf(const QString& path) const {
    QStringList out;
    const QString unreadable = m_unreadable.value(path);
    if (!unreadable.isEmpty())
        return {unreadable};
    if (!m_report)
        return out;
    for (const FieldProblem& problem : m_report->problems) {
        const QString sentence = concerns(problem, path) ? sentenceOf(problem) : QString();
        if (!sentence.isEmpty() && !out.contains(sentence))
            out.append(sentence);
    }
    return out;
}

QStringList FormModel::warningsOf(const QString& path) const {
    QStringList out;
    if (!m_report)
        return out;
    for (const FieldProblem& warning : m_report->warnings)
        if (concerns(warning, path))
            out.append(warning.detail.isEmpty() ? sentenceOf(warning) : warning.detail);
    return out;
}

bool FormModel::isOnlyMissing(const QString& path) const {
    if (m_unreadable.contains(path) || !m_report)
        return false;
    return std::all_of(m_report->problems.cbegin(), m_report->problems.cend(), [&path](const FieldProblem& problem) {
        return !concerns(problem, path) || problem.code == QLatin1String("missing-field");
    });
}

int FormModel::missingCount() const {
    if (!m_report)
        return 0;
    return static_cast<int>(
        std::count_if(m_report->problems.cbegin(), m_report->problems.cend(),
                      [](const FieldProblem& problem) { return problem.code == QLatin1String("missing-field"); }));
}

void FormModel::changedAt(const QString& path) {
    m_draft.at = path;
    Q_EMIT changed();
}

void FormModel::touch() {
    ++m_edit;
    m_pause->start();
    Q_EMIT edited();
}

void FormModel::checkNow() {
    m_pause->stop();
    if (m_pack.id.isEmpty())
        return;
    m_bridge.checkDraft(m_draft, this, [this, edit = m_edit](const Result<DraftReport>& result) {
        if (edit != m_edit)
            return;
        if (!result.ok()) {
            Q_EMIT checkFailed(result.fault);
            return;
        }
        m_report = result.value;
        m_checkedEdit = edit;
        Q_EMIT checked();
    });
}

} // namespace qis::ui
