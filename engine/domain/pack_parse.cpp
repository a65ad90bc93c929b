#include "domain/compose.h"
#include "domain/field_parse.h"
#include "domain/member_reader.h"
#include "domain/pack.h"
#include "domain/rules.h"
#include "domain/sentence.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace qis::core {

namespace {

constexpr JsonLimits kPackLimits{1024 * 1024, 8, 256};

const std::vector<std::string_view> kRuleKinds{"differ", "excludes", "requires", "equals_when"};
const std::vector<std::string_view> kKernels{"exact",   "hierarchy",     "wu_palmer",     "jaccard",  "ordered_pair",
                                             "ordinal", "numeric_decay", "numeric_range", "log_ratio"};

/// Parses what needs a look at the rest of the pack. Everything it finds wrong goes to `error`.
struct PackReader {
    Pack& pack;
    const CodeSystems& systems;
    Error& error;

    [[nodiscard]] bool ok() const { return error.code == Code::None; }

    void section(MemberReader& in) { pack.sections.push_back({in.name("id"), in.text("label", 80)}); }

    void fields(MemberReader& in) {
        in.each("fields", 1, 2 * kMaxFields,
                [&](MemberReader& reader) { pack.fields.push_back(readField(reader, pack.sections, systems)); });
        in.unique("fields", pack.fields, [](const Field& f) { return std::string_view(f.name); });
        in.unique("fields", pack.fields, [](const Field& f) { return std::pair(f.side, f.number); });
        for (const auto side : {Side::Condition, Side::Outcome}) {
            const auto count = std::count_if(pack.fields.begin(), pack.fields.end(),
                                             [side](const Field& field) { return field.side == side; });
            if (count > static_cast<std::ptrdiff_t>(kMaxFields) || count == 0) {
                in.refuse("fields", fmt::format("must have 1 to {} on the {} side", kMaxFields, sideName(side)));
            }
        }
    }

    void generations(MemberReader& in) {
        std::uint32_t newest = 0;
        for (const auto& field : pack.fields) {
            newest = std::max(newest, field.since);
        }
        for (std::uint32_t generation = 0; generation <= newest; ++generation) {
            const auto hash = meaningHashOf(pack, systems, generation);
            if (std::find(pack.generations.begin(), pack.generations.end(), hash) != pack.generations.end()) {
                in.refuse("fields", fmt::format("add nothing in generation {}", generation));
                return;
            }
            pack.generations.push_back(hash);
        }
        pack.hash = pack.generations.back();
    }

    void bases(MemberReader& in) {
        for (const auto& name : in.texts("bases", 1, 6)) {
            const auto kind = basisFromName(name);
            if (!kind) {
                in.refuse("bases", fmt::format("has the unknown basis {}", inQuotes(name)));
                return;
            }
            pack.bases.push_back(*kind);
        }
    }

    [[nodiscard]] const Field* known(MemberReader& in, std::string_view member, std::string_view name) {
        const auto* field = pack.field(name);
        if (field == nullptr) {
            in.refuse(member, fmt::format("names the unknown field {}", inQuotes(name)));
        }
        return field;
    }

    void checkValue(MemberReader& in, std::string_view member, const Field& field, std::string_view value) {
        if (!valueFromText(field, systems, value)) {
            in.refuse(member, fmt::format("is not a value of the field \"{}\"", field.name));
        }
    }

    void rule(MemberReader& in) {
        Rule rule;
        rule.id = in.name("id");
        rule.kind = kRuleKinds.at(in.oneOf("kind", kRuleKinds));
        rule.fields = in.texts("fields", 2, 2);
        const bool conditional = rule.kind != "differ";
        rule.value = conditional ? in.text("value", 64) : std::string();
        rule.value2 = rule.kind == "equals_when" ? in.text("value2", 64) : std::string();
        rule.message = in.text("message", 200);
        if (!in.ok()) {
            return;
        }
        const auto* first = known(in, "fields", rule.fields[0]);
        const auto* second = known(in, "fields", rule.fields[1]);
        if (first == nullptr || second == nullptr) {
            return;
        }
        const auto single = [](FieldType type) { return type == FieldType::Terms ? FieldType::Term : type; };
        if (!conditional && (single(first->type) != single(second->type) || first->system != second->system)) {
            in.refuse("fields", "cannot be compared with each other");
        }
        if (conditional) {
            checkValue(in, "value", *first, rule.value);
        }
        if (rule.kind == "equals_when") {
            checkValue(in, "value2", *second, rule.value2);
        }
        pack.rules.push_back(std::move(rule));
    }

    void predicate(MemberReader& in, std::string_view fieldMember, const std::string& name,
                   std::string_view valuesMember, const std::vector<std::string>& values) {
        const auto* field = in.ok() ? known(in, fieldMember, name) : nullptr;
        if (field == nullptr) {
            return;
        }
        if (field->side != Side::Outcome) {
            in.refuse(fieldMember, "must be on the outcome side");
        }
        for (const auto& value : values) {
            checkValue(in, valuesMember, *field, value);
        }
    }

    void question(MemberReader& in) {
        Question question;
        question.id = in.name("id");
        question.label = in.text("label", 160);
        question.basis = in.oneOf("basis", {"event", "table"}) == 0 ? "event" : "table";
        question.eventLabel = in.text("event_label", 80);
        if (question.basis == "event") {
            question.field = in.name("field");
            question.values = in.texts("values", 1, 32);
            predicate(in, "field", question.field, "values", question.values);
            question.andField = in.text("and_field", 40, 0);
            question.andValues = in.texts("and_values", question.andField.empty() ? 0 : 1, 32);
            if (!question.andField.empty()) {
                predicate(in, "and_field", question.andField, "and_values", question.andValues);
            } else if (!question.andValues.empty()) {
                in.refuse("and_field", "is missing");
            }
        } else if (!pack.allows(BasisKind::Table)) {
            in.refuse("basis", "needs the basis table among the pack's");
        }
        pack.questions.push_back(std::move(question));
    }

    void dimension(MemberReader& in) {
        DimensionSpec spec;
        spec.id = in.name("id");
        spec.label = in.text("label", 80);
        spec.side = static_cast<Side>(in.oneOf("side", sideNames()));
        spec.weight = static_cast<std::uint32_t>(in.integer("weight", 0, 65535));
        spec.kernel = kKernels.at(in.oneOf("kernel", kKernels));
        const std::size_t count = spec.kernel == "ordered_pair" ? 2 : 1;
        spec.fields = in.texts("fields", count, count);
        spec.table = in.numbers("table", 64, 0, 1);
        spec.scale = in.number("scale", 0, kLargestNumber, 0);
        spec.swapFactor = in.number("swap_factor", 0, 1, 0);
        spec.floor = in.number("floor", 0, 1, 0);
        spec.routingLevel = static_cast<int>(in.integer("routing_level", 0, 16, 0));
        if (const auto missing = in.text("missing", 16, 0); !missing.empty()) {
            spec.missing = missing;
        }
        for (const auto& name : spec.fields) {
            const auto* field = known(in, "fields", name);
            if (field != nullptr && field->side != spec.side) {
                in.refuse("fields", fmt::format("has {}, which is not on the {} side", name, sideName(spec.side)));
            }
        }
        pack.definition.dimensions.push_back(std::move(spec));
    }

    void definition(MemberReader& in) {
        auto& definition = pack.definition;
        definition.id = in.name("id");
        definition.version = static_cast<std::uint32_t>(in.integer("version", 1, 1'000'000));
        definition.theta = in.number("theta", 0, 1);
        definition.minCoverage = in.number("min_coverage", 0, 1, 0);
        in.each("dimensions", 1, 32, [&](MemberReader& reader) { dimension(reader); });
        in.unique("dimensions", definition.dimensions, [](const DimensionSpec& d) { return std::string_view(d.id); });
        in.finish();
    }

    void head(MemberReader& in) {
        pack.id = in.name("id");
        pack.title = in.text("title", 80);
        pack.description = in.text("description", 2000);
        pack.version = in.text("version", 40);
        pack.licence = in.text("licence", 400);
        pack.source = in.text("source", 400);
        pack.notesAllowed = in.boolean("notes_allowed", false);
        pack.confidenceRequired = in.boolean("confidence_required", false);
    }

    void documentedPart(MemberReader& in) {
        DocumentedPart part;
        part.label = in.text("label", 80);
        part.fields = in.texts("fields", 1, 4);
        part.except = in.texts("except", 0, 8);
        part.weight = static_cast<std::uint32_t>(in.integer("weight", 1, 100));
        std::vector<const Field*> fields;
        fields.reserve(part.fields.size());
        for (const auto& name : part.fields) {
            fields.push_back(known(in, "fields", name));
        }
        for (const auto& value : part.except) {
            if (in.ok() && std::none_of(fields.begin(), fields.end(),
                                        [&](const Field* field) { return valueFromText(*field, systems, value); })) {
                in.refuse("except", fmt::format("has {}, which is a value of none of the fields", inQuotes(value)));
            }
        }
        pack.completeness.parts.push_back(std::move(part));
    }

    void completeness(MemberReader& in) {
        pack.completeness.source = in.text("source", 400);
        in.each("parts", 1, 32, [&](MemberReader& part) { documentedPart(part); });
        std::uint32_t sum = 0;
        for (const auto& part : pack.completeness.parts) {
            sum += part.weight;
        }
        if (sum != 100) {
            in.refuse("parts", fmt::format("have weights that sum to {} instead of 100", sum));
        }
        in.finish();
    }

    void identifying(MemberReader& in) {
        pack.identifying.fields = in.texts("fields", 1, 32);
        pack.identifying.least = static_cast<std::uint32_t>(in.integer("least", 2, 1000, 5));
        for (const auto& name : pack.identifying.fields) {
            (void)known(in, "fields", name);
        }
        in.finish();
    }

    void swapPair(MemberReader& in) {
        const auto names = in.texts("fields", 2, 2);
        const auto* first = in.ok() ? known(in, "fields", names[0]) : nullptr;
        const auto* second = in.ok() ? known(in, "fields", names[1]) : nullptr;
        if (first == nullptr || second == nullptr) {
            return;
        }
        const auto sameChoices = [](const Choice& a, const Choice& b) {
            return a.value == b.value && a.name == b.name;
        };
        if (first == second || first->side != second->side || first->type != second->type ||
            first->system != second->system || first->unit != second->unit ||
            !std::equal(first->choices.begin(), first->choices.end(), second->choices.begin(), second->choices.end(),
                        sameChoices)) {
            in.refuse("fields", "cannot change places");
        }
        pack.swap.pairs.emplace_back(names[0], names[1]);
    }

    void swap(MemberReader& in) {
        pack.swap.label = in.text("label", 80);
        in.each("pairs", 1, 16, [&](MemberReader& pair) { swapPair(pair); });
        in.finish();
    }

    void observedField(MemberReader& in) {
        pack.observedField = in.text("observed_field", 40, 0);
        const auto* field = pack.observedField.empty() ? nullptr : known(in, "observed_field", pack.observedField);
        if (field != nullptr && (field->type != FieldType::Yes || field->side != Side::Outcome)) {
            in.refuse("observed_field", "must be a yes-field of the outcome side");
        }
    }

    /// What only guides who fills in the form; a pack may leave it out.
    void guidance(MemberReader& in) {
        const auto part = [&](std::string_view member, void (PackReader::*read)(MemberReader&)) {
            if (const auto object = in.want(member, JsonKind::Object)) {
                MemberReader members(*object, std::string(member), error);
                if (ok()) {
                    (this->*read)(members);
                }
            }
        };
        part("completeness", &PackReader::completeness);
        part("identifying", &PackReader::identifying);
        part("swap", &PackReader::swap);
        observedField(in);
    }

    void examples(MemberReader& in) {
        std::size_t index = 0;
        for (const auto element : in.list("examples", 3, 16)) {
            const auto path = fmt::format("examples[{}]", index++);
            auto text = element.dump();
            const auto result = ok() ? compose(pack, systems, text) : ComposeResult();
            if (!result.problems.empty()) {
                const auto& problem = result.problems.front();
                error = fail(Code::BadPack, fmt::format("{}: {} {}", path, problem.field, problem.detail), path);
            }
            pack.examples.push_back(std::move(text));
        }
    }
};

} // namespace

Result<Pack> Pack::parse(std::string_view json, const CodeSystems& systems) {
    const auto tree = JsonTree::parse(json, kPackLimits);
    if (!tree) {
        return asBadPack(tree.error());
    }
    Pack pack;
    Error error{Code::None, {}, {}};
    PackReader reader{pack, systems, error};
    MemberReader in(tree->root(), {}, error);
    if (!reader.ok()) {
        return error;
    }
    reader.head(in);
    in.each("sections", 1, 32, [&](MemberReader& section) { reader.section(section); });
    in.unique("sections", pack.sections, [](const Section& section) { return std::string_view(section.id); });
    reader.fields(in);

    pack.m_byName.resize(pack.fields.size());
    std::iota(pack.m_byName.begin(), pack.m_byName.end(), 0U);
    pack.m_byNumber = pack.m_byName;
    const auto nameOf = [&](std::uint32_t i) { return std::string_view(pack.fields[i].name); };
    const auto numberOf = [&](std::uint32_t i) { return std::pair(pack.fields[i].side, pack.fields[i].number); };
    std::sort(pack.m_byName.begin(), pack.m_byName.end(), [&](auto a, auto b) { return nameOf(a) < nameOf(b); });
    std::sort(pack.m_byNumber.begin(), pack.m_byNumber.end(),
              [&](auto a, auto b) { return numberOf(a) < numberOf(b); });

    reader.bases(in);
    in.each("rules", 0, 32, [&](MemberReader& rule) { reader.rule(rule); });
    in.unique("rules", pack.rules, [](const Rule& rule) { return std::string_view(rule.id); });
    pack.sentence = in.text("sentence", 1000);
    if (reader.ok()) {
        if (const auto status = checkSentence(pack, pack.sentence); !status) {
            in.refuse("sentence", status.error().detail);
        }
    }
    in.each("questions", 0, 32, [&](MemberReader& question) { reader.question(question); });
    in.unique("questions", pack.questions, [](const Question& q) { return std::string_view(q.id); });
    if (const auto definition = in.need("definition", JsonKind::Object)) {
        MemberReader members(*definition, "definition", error);
        if (reader.ok()) {
            reader.definition(members);
        }
    }
    reader.guidance(in);
    if (reader.ok()) {
        reader.generations(in);
        reader.examples(in);
    }
    in.finish();
    if (!reader.ok()) {
        return error;
    }
    return pack;
}

} // namespace qis::core
