#include "domain/duplicates.h"

#include "crypto/sodium.h"
#include "domain/compose.h"
#include "support/shipped.h"

#include <QTest>

#include <cmath>
#include <random>
#include <set>

using namespace qis::core;
using qis::test::ddi;
using qis::test::shippedPacks;
using qis::test::shippedSystems;
using qis::test::trial;

namespace {

constexpr double kClose = 1e-9;

/// What the model says of two reports, from the probabilities themselves: how often would two reports
/// of one patient look like this, and how often two of any two patients?
class Oracle {
public:
    explicit Oracle(const std::vector<Content>& history)
        : m_history(history) {}

    double bits(const Content& a, const Content& b) const {
        double sum = 0;
        for (const auto& field : ddi().fields) {
            const auto first = valuesOf(a, field);
            const auto second = valuesOf(b, field);
            if (first.empty() || second.empty()) {
                continue;
            }
            if (field.type == FieldType::Terms) {
                double shared = 0;
                bool any = false;
                for (const auto value : first) {
                    if (second.contains(value)) {
                        shared += same(field, value);
                        any = true;
                    }
                }
                sum += any ? shared : different();
            } else if (first == second) {
                sum += same(field, *first.begin());
            } else if (!(isNumber(field) && near(*first.begin(), *second.begin()))) {
                sum += different();
            }
        }
        return sum;
    }
    double share(const Field& field, std::int64_t wanted) const {
        double times = 0;
        double recorded = 0;
        for (const auto& content : m_history) {
            const auto values = valuesOf(content, field);
            recorded += values.empty() ? 0 : 1;
            times += values.contains(wanted) ? 1 : 0;
        }
        return (times + 4 / possible(field)) / (recorded + 4);
    }

private:
    static bool isNumber(const Field& field) {
        return field.type == FieldType::Number || field.type == FieldType::Integer;
    }
    static bool near(std::int64_t a, std::int64_t b) {
        const auto x = static_cast<double>(a);
        const auto y = static_cast<double>(b);
        return std::fabs(x - y) <= 0.1 * std::fmax(std::fabs(x), std::fabs(y)) + 1e-12;
    }
    static double possible(const Field& field) {
        if (!field.system.empty()) {
            return static_cast<double>(shippedSystems().at(field.system).terms().size());
        }
        if (field.type == FieldType::Choice) {
            return static_cast<double>(field.choices.size());
        }
        const double scale = field.type == FieldType::Number ? std::pow(10, field.decimals) : 1;
        return field.type == FieldType::Yes ? 2 : std::fmin(1000, (field.maximum - field.minimum) * scale + 1);
    }
    double same(const Field& field, std::int64_t value) const {
        const double p = share(field, value);
        const double onePatient = p * ((1 - 0.05) + 0.05 * p);
        const double anyTwo = p * p;
        return std::log2(onePatient / anyTwo);
    }
    static double different() {
        // p q m against p q.
        return std::log2(0.05);
    }
    static std::set<std::int64_t> valuesOf(const Content& content, const Field& field) {
        std::set<std::int64_t> out;
        for (const auto& [number, value] : field.side == Side::Condition ? content.condition : content.outcome) {
            if (number != field.number) {
                continue;
            }
            if (const auto* list = std::get_if<ScalarList>(&value)) {
                for (const auto& item : *list) {
                    out.insert(std::get<std::int64_t>(item));
                }
            } else if (const auto* yes = std::get_if<bool>(&value)) {
                out.insert(*yes ? 1 : 0);
            } else {
                out.insert(std::get<std::int64_t>(value));
            }
        }
        return out;
    }

    const std::vector<Content>& m_history;
};

std::vector<const Content*> pointers(const std::vector<Content>& contents) {
    std::vector<const Content*> out;
    out.reserve(contents.size());
    for (const auto& content : contents) {
        out.push_back(&content);
    }
    return out;
}

Content outcome(const std::string& object, const std::string& more = {}, const std::string& age = "65-74",
                const std::string& effect = "gastrointestinal-bleeding") {
    const auto json = R"({"pack": "ddi", "condition": {"object_drug": ")" + object +
                      R"(", "precipitant_drug": "fluconazole", "sex": "female", "age_band": ")" + age +
                      R"("}, "outcome": {"effect": ")" + effect + R"(", "observed": true)" + more +
                      R"(}, "confidence": 80})";
    auto result = compose(shippedPacks(), shippedSystems(), json);
    if (!result.composed) {
        qWarning("%s", result.problems.front().detail.c_str());
        return {};
    }
    return result.composed->content;
}

} // namespace

class TestDuplicates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }
    void agreesWithTheProbabilities();
    void rareAgreementWeighsMore();
    void mismatchesCountAgainst();
    void missingIsNeutral();
    void nearNumbersAreNeitherNor();
    void listsShareTerms();
    void figuresAreOneValue();
    void equalIsSaidPlainly();
    void chanceFallsWithTheHistory();
    void twoOfOnePatientStandOut();
};

void TestDuplicates::agreesWithTheProbabilities() {
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const std::vector<std::string> drugs{"warfarin", "simvastatin", "digoxin", "lithium"};
    const std::vector<std::string> ages{"18-44", "45-64", "65-74", "75-89"};
    const std::vector<std::string> lists{R"(["atrial-fibrillation"])", R"(["atrial-fibrillation", "hypertension"])",
                                         R"(["heart-failure"])"};
    std::vector<Content> history;
    for (int i = 0; i < 60; ++i) {
        std::string more;
        if (random() % 2 == 0) {
            more += R"(, "onset_days": )" + std::to_string(1 + random() % 12);
        }
        if (random() % 3 == 0) {
            more += R"(, "grade": "3")";
        }
        auto content = outcome(drugs[random() % drugs.size()], more, ages[random() % ages.size()]);
        if (random() % 2 == 0) {
            const auto json = toOutcomeJson(ddi(), shippedSystems(), content);
            auto text = json;
            text.insert(text.find(R"("sex")"), R"("phenotype": )" + lists[random() % lists.size()] + ",");
            content = compose(shippedPacks(), shippedSystems(), text).composed->content;
        }
        history.push_back(std::move(content));
    }
    const DuplicateModel model(ddi(), shippedSystems(), pointers(history));
    const Oracle oracle(history);
    for (int i = 0; i < 300; ++i) {
        const auto& a = history[random() % history.size()];
        const auto& b = history[random() % history.size()];
        const auto likeness = model.compare(a, b);
        QVERIFY2(std::fabs(likeness.bits - oracle.bits(a, b)) < kClose, qPrintable(QString::number(likeness.bits)));
        QVERIFY(std::fabs(likeness.bits - model.compare(b, a).bits) < kClose);
        QCOMPARE(likeness.equal, a == b);
    }
}

void TestDuplicates::rareAgreementWeighsMore() {
    std::vector<Content> history(30, outcome("warfarin"));
    history.push_back(outcome("lithium"));
    const DuplicateModel model(ddi(), shippedSystems(), pointers(history));
    const double common = model.compare(outcome("warfarin"), outcome("warfarin")).bits;
    const double rare = model.compare(outcome("lithium"), outcome("lithium")).bits;
    const double unseen = model.compare(outcome("digoxin"), outcome("digoxin")).bits;
    QVERIFY(common > 0);
    QVERIFY(rare > common + 2);
    QVERIFY(unseen > rare);
}

void TestDuplicates::mismatchesCountAgainst() {
    const std::vector<Content> history{outcome("warfarin"), outcome("lithium")};
    const DuplicateModel model(ddi(), shippedSystems(), pointers(history));
    const auto same = model.compare(outcome("warfarin"), outcome("warfarin"));
    const auto other = model.compare(outcome("warfarin", {}, "18-44"), outcome("warfarin"));
    const auto age = std::find_if(other.fields.begin(), other.fields.end(),
                                  [](const FieldAgreement& one) { return one.field->name == "age_band"; });
    QVERIFY(age != other.fields.end());
    QCOMPARE(age->agreement, Agreement::Differs);
    QVERIFY(std::fabs(age->bits - std::log2(DuplicateModel::kMiss)) < kClose);
    QVERIFY(other.bits < same.bits);
}

void TestDuplicates::missingIsNeutral() {
    const std::vector<Content> history{outcome("warfarin")};
    const DuplicateModel model(ddi(), shippedSystems(), pointers(history));
    const auto plain = model.compare(outcome("warfarin"), outcome("warfarin"));
    const auto more = model.compare(outcome("warfarin", R"(, "onset_days": 6)"), outcome("warfarin"));
    const auto fewer = model.compare(outcome("warfarin"), outcome("warfarin", R"(, "onset_days": 6)"));
    QCOMPARE(more.bits, plain.bits);
    QCOMPARE(fewer.bits, plain.bits);
    QCOMPARE(more.fields.size(), plain.fields.size() + 1);
    QCOMPARE(more.fields.back().agreement, Agreement::OnlyFirst);
    QCOMPARE(fewer.fields.back().agreement, Agreement::OnlySecond);
}

void TestDuplicates::nearNumbersAreNeitherNor() {
    const std::vector<Content> history{outcome("warfarin")};
    const DuplicateModel model(ddi(), shippedSystems(), pointers(history));
    const auto onset = [](const char* days) { return outcome("warfarin", std::string(R"(, "onset_days": )") + days); };
    QCOMPARE(model.compare(onset("10"), onset("11")).fields.back().agreement, Agreement::Near);
    QCOMPARE(model.compare(onset("10"), onset("11")).fields.back().bits, 0.0);
    QCOMPARE(model.compare(onset("10"), onset("11.2")).fields.back().agreement, Agreement::Differs);
    QCOMPARE(model.compare(onset("10"), onset("10")).fields.back().agreement, Agreement::Same);
    // Choices are no amounts, however close their numbers.
    QCOMPARE(model.compare(outcome("warfarin", R"(, "grade": "3")"), outcome("warfarin", R"(, "grade": "4")"))
                 .fields.back()
                 .agreement,
             Agreement::Differs);
}

void TestDuplicates::listsShareTerms() {
    const auto listed = [](const char* list) {
        auto text = toOutcomeJson(ddi(), shippedSystems(), outcome("warfarin"));
        text.insert(text.find(R"("sex")"), std::string(R"("phenotype": )") + list + ",");
        return compose(shippedPacks(), shippedSystems(), text).composed->content;
    };
    const std::vector<Content> history{listed(R"(["atrial-fibrillation"])")};
    const DuplicateModel model(ddi(), shippedSystems(), pointers(history));
    const auto agreementOf = [&](const char* a, const char* b) {
        for (const auto& one : model.compare(listed(a), listed(b)).fields) {
            if (one.field->name == "phenotype") {
                return one;
            }
        }
        return FieldAgreement{};
    };
    const auto one = agreementOf(R"(["hypertension"])", R"(["hypertension"])");
    QCOMPARE(one.agreement, Agreement::Same);
    const auto part = agreementOf(R"(["hypertension", "heart-failure"])", R"(["hypertension"])");
    QCOMPARE(part.agreement, Agreement::Near);
    QCOMPARE(part.bits, one.bits);
    const auto both = agreementOf(R"(["hypertension", "heart-failure"])", R"(["hypertension", "heart-failure"])");
    QVERIFY(both.bits > one.bits);
    const auto none = agreementOf(R"(["heart-failure"])", R"(["hypertension"])");
    QCOMPARE(none.agreement, Agreement::Differs);
    QVERIFY(none.bits < 0);
}

void TestDuplicates::figuresAreOneValue() {
    const auto figures = [](const char* table) {
        const auto json = std::string(R"({"pack": "trial", "condition": {"vaccine": "bcg", "year": 1948},
"outcome": {"endpoint": "tuberculosis"}, "basis": {"kind": "table", )") +
                          table + "}}";
        return compose(shippedPacks(), shippedSystems(), json).composed->content;
    };
    const auto one = figures(R"("a": 4, "b": 119, "c": 11, "d": 128)");
    const auto other = figures(R"("a": 4, "b": 119, "c": 11, "d": 129)");
    const std::vector<Content> history{one};
    const DuplicateModel model(trial(), shippedSystems(), pointers(history));
    QCOMPARE(model.compare(one, one).fields.back().field, nullptr);
    QVERIFY(model.compare(one, one).fields.back().bits > 1);
    QCOMPARE(model.compare(one, other).fields.back().agreement, Agreement::Differs);
}

void TestDuplicates::equalIsSaidPlainly() {
    const auto one = outcome("warfarin");
    auto surer = one;
    surer.confidence = 90;
    const std::vector<Content> history{one};
    const DuplicateModel model(ddi(), shippedSystems(), pointers(history));
    QVERIFY(model.compare(one, outcome("warfarin")).equal);
    QVERIFY(!model.compare(surer, one).equal);
    // Opinions do not tell patients apart.
    QCOMPARE(model.compare(surer, one).bits, model.compare(one, one).bits);
}

void TestDuplicates::chanceFallsWithTheHistory() {
    const std::vector<Content> few{outcome("warfarin")};
    const std::vector<Content> many(100, outcome("warfarin"));
    const DuplicateModel small(ddi(), shippedSystems(), pointers(few));
    const DuplicateModel large(ddi(), shippedSystems(), pointers(many));
    const DuplicateModel none(ddi(), shippedSystems(), {});
    QVERIFY(small.chance(8) > large.chance(8));
    QVERIFY(small.chance(8) > small.chance(4));
    QCOMPARE(none.chance(100), 0.0);
    QCOMPARE(small.chance(1e6), 1.0);
    QVERIFY(small.chance(-1e6) >= 0 && small.chance(-1e6) < kClose);
}

void TestDuplicates::twoOfOnePatientStandOut() {
    // A clinic that sees one pair all the time, and one unusual case entered twice with a slip.
    std::vector<Content> history;
    for (int day = 1; day <= 40; ++day) {
        history.push_back(outcome("warfarin", R"(, "onset_days": )" + std::to_string(day)));
    }
    history.push_back(outcome("lithium", R"(, "onset_days": 9, "grade": "4")", "18-44", "lithium-toxicity"));
    const DuplicateModel model(ddi(), shippedSystems(), pointers(history));
    const auto slip = outcome("lithium", R"(, "onset_days": 9, "grade": "3")", "18-44", "lithium-toxicity");
    QVERIFY(model.chance(model.compare(slip, history.back()).bits) > 0.5);
    const auto next = outcome("warfarin", R"(, "onset_days": 60)");
    for (const auto& earlier : history) {
        QVERIFY(model.chance(model.compare(next, earlier).bits) < 0.5);
    }
}

QTEST_APPLESS_MAIN(TestDuplicates)
#include "tst_duplicates.moc"
