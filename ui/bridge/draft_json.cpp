#include "bridge/draft_json.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace qis::ui {

namespace {

constexpr QLatin1String kFields("fields");
constexpr QLatin1String kConfidence("confidence");
constexpr QLatin1String kBasis("basis");
constexpr QLatin1String kKind("kind");
constexpr QLatin1String kNote("note");
constexpr QLatin1String kTyped("typed");
constexpr QLatin1String kAt("at");
constexpr QLatin1String kAmends("amends");
constexpr QLatin1String kTitle("title");

QVariant fromValue(const QJsonValue& value) {
    if (!value.isArray())
        return value.toVariant();
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue item : array)
        texts.append(item.toString());
    return texts;
}

void insertText(QJsonObject& object, QLatin1String name, const QString& text) {
    if (!text.isEmpty())
        object.insert(name, text);
}

} // namespace

QByteArray draftToJson(const SavedDraft& draft) {
    const DraftValues& values = draft.values;
    QJsonObject root;
    QJsonObject fields;
    for (auto it = values.fields.cbegin(); it != values.fields.cend(); ++it)
        fields.insert(it.key(), QJsonValue::fromVariant(it.value()));
    if (!fields.isEmpty())
        root.insert(kFields, fields);
    if (values.confidence)
        root.insert(kConfidence, *values.confidence);
    if (values.basis) {
        QJsonObject basis{{kKind, values.basis->kind}};
        for (auto it = values.basis->numbers.cbegin(); it != values.basis->numbers.cend(); ++it)
            basis.insert(it.key(), it.value());
        root.insert(kBasis, basis);
    }
    QJsonObject typed;
    for (auto it = values.typed.cbegin(); it != values.typed.cend(); ++it)
        typed.insert(it.key(), it.value());
    if (!typed.isEmpty())
        root.insert(kTyped, typed);
    insertText(root, kNote, values.note);
    insertText(root, kAt, values.at);
    insertText(root, kAmends, values.amends);
    insertText(root, kTitle, draft.title);
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

SavedDraft draftFromJson(const QByteArray& json) {
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    SavedDraft draft;
    DraftValues& values = draft.values;
    const QJsonObject fields = root.value(kFields).toObject();
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it)
        values.fields.insert(it.key(), fromValue(it.value()));
    if (root.value(kConfidence).isDouble())
        values.confidence = root.value(kConfidence).toInt();
    if (root.value(kBasis).isObject()) {
        const QJsonObject basis = root.value(kBasis).toObject();
        values.basis = BasisValues{basis.value(kKind).toString(), {}};
        for (auto it = basis.constBegin(); it != basis.constEnd(); ++it)
            if (it.value().isDouble())
                values.basis->numbers.insert(it.key(), it.value().toDouble());
    }
    const QJsonObject typed = root.value(kTyped).toObject();
    for (auto it = typed.constBegin(); it != typed.constEnd(); ++it)
        values.typed.insert(it.key(), it.value().toString());
    values.note = root.value(kNote).toString();
    values.at = root.value(kAt).toString();
    values.amends = root.value(kAmends).toString();
    draft.title = root.value(kTitle).toString();
    return draft;
}

} // namespace qis::ui
