#include "tour_cases.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace qis::ui {

namespace {

struct Case {
    const char* object;
    const char* precipitant;
    const char* sex;
    const char* age;
    QStringList phenotype;
    const char* renal;
    const char* effect;
    bool observed;
    double onsetDays;
    const char* dechallenge;
    int confidence;
};

QVariant word(const char* text) {
    return QString::fromLatin1(text);
}

DraftValues draftOf(const Case& from) {
    DraftValues draft;
    draft.pack = tourPack();
    const auto set = [&draft](const char* path, const QVariant& value) {
        draft.fields.insert(QString::fromLatin1(path), value);
    };
    set("condition.object_drug", word(from.object));
    set("condition.precipitant_drug", word(from.precipitant));
    set("condition.sex", word(from.sex));
    set("condition.age_band", word(from.age));
    if (!from.phenotype.isEmpty())
        set("condition.phenotype", from.phenotype);
    set("condition.renal", word(from.renal));
    set("outcome.effect", word(from.effect));
    set("outcome.observed", from.observed);
    // What was not observed has no course.
    if (from.observed) {
        set("outcome.onset_days", from.onsetDays);
        set("outcome.dechallenge", word(from.dechallenge));
    }
    draft.confidence = from.confidence;
    return draft;
}

QStringList heart() {
    return {QStringLiteral("atrial-fibrillation"), QStringLiteral("ckd-stage-3")};
}

} // namespace

QString tourPack() {
    return QStringLiteral("ddi");
}

DraftValues tourOwnCase() {
    DraftValues draft = draftOf({"warfarin", "fluconazole", "female", "65-74", heart(), "moderate",
                                 "gastrointestinal-bleeding", true, 6, "positive", 80});
    draft.fields.insert(QStringLiteral("outcome.grounds"),
                        QStringList{QStringLiteral("laboratory"), QStringLiteral("timing")});
    draft.fields.insert(QStringLiteral("outcome.naranjo"), qlonglong{6});
    draft.ownRecord = QStringLiteral("MRN 20417");
    return draft;
}

DraftValues tourIncompleteCase() {
    DraftValues draft = tourOwnCase();
    for (const char* path : {"condition.precipitant_drug", "condition.sex", "outcome.effect", "outcome.observed"})
        draft.fields.remove(QString::fromLatin1(path));
    draft.ownRecord.clear();
    return draft;
}

DraftValues tourSlip() {
    DraftValues draft = tourOwnCase();
    draft.fields.insert(QStringLiteral("outcome.onset_days"),
                        draft.fields.value(QStringLiteral("outcome.onset_days")).toDouble() + 3);
    draft.fields.remove(QStringLiteral("outcome.dechallenge"));
    draft.ownRecord.clear();
    return draft;
}

QList<TourSite> tourSites() {
    const char* const bleed = "gastrointestinal-bleeding";
    const auto seen = [](const char* sex, const char* age, double days, const char* dechallenge, int confidence) {
        return draftOf({"warfarin", "fluconazole", sex, age, heart(), "moderate", "gastrointestinal-bleeding", true,
                        days, dechallenge, confidence});
    };
    const auto notSeen = [](const char* sex, const char* age, int confidence) {
        return draftOf({"warfarin",
                        "fluconazole",
                        sex,
                        age,
                        {},
                        "normal",
                        "gastrointestinal-bleeding",
                        false,
                        0,
                        "not-done",
                        confidence});
    };
    return {
        {QStringLiteral("Hillside Hospital"),
         {seen("female", "75-89", 5, "positive", 85),
          draftOf(
              {"warfarin", "voriconazole", "male", "65-74", heart(), "normal", "nosebleed", true, 9, "positive", 70}),
          notSeen("male", "45-64", 60),
          draftOf({"acenocoumarol", "fluconazole", "female", "65-74", heart(), "moderate", bleed, true, 7, "positive",
                   75})}},
        {QStringLiteral("Lakeside Clinic"),
         {seen("female", "65-74", 4, "positive", 80), seen("male", "65-74", 8, "positive", 75),
          notSeen("female", "65-74", 55), notSeen("male", "65-74", 65), notSeen("female", "75-89", 70)}},
        {QStringLiteral("St Anne Medical Centre"),
         {seen("female", "65-74", 3, "positive", 90), seen("female", "75-89", 6, "not-done", 65),
          notSeen("male", "75-89", 60)}},
        {QStringLiteral("North Bay Health"),
         {seen("male", "75-89", 10, "positive", 70), notSeen("female", "65-74", 50), notSeen("male", "65-74", 45)}},
    };
}

namespace {

QByteArray emitCommand(const QList<DraftValues>& cases) {
    QJsonArray outcomes;
    for (const DraftValues& values : cases) {
        QJsonObject sides[2];
        for (auto it = values.fields.cbegin(); it != values.fields.cend(); ++it) {
            const qsizetype dot = it.key().indexOf(QLatin1Char('.'));
            const int side = it.key().startsWith(QLatin1String("condition.")) ? 0 : 1;
            sides[side].insert(it.key().mid(dot + 1), QJsonValue::fromVariant(it.value()));
        }
        QJsonObject outcome{{QStringLiteral("pack"), values.pack},
                            {QStringLiteral("condition"), sides[0]},
                            {QStringLiteral("outcome"), sides[1]},
                            {QStringLiteral("confidence"), values.confidence.value_or(0)}};
        if (!values.amends.isEmpty())
            outcome.insert(QStringLiteral("amends"), values.amends);
        outcomes.append(QString::fromUtf8(QJsonDocument(outcome).toJson(QJsonDocument::Compact)));
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("command"), QStringLiteral("emit")}, {QStringLiteral("outcomes"), outcomes}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray tourEarlierCases() {
    return emitCommand(tourSites().constFirst().cases);
}

QByteArray tourAmendment(const DraftValues& amendment) {
    return emitCommand({amendment});
}

} // namespace qis::ui
