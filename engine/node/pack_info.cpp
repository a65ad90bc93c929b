// Domain packs as a form needs them.
#include "node/queries.h"

#include "domain/value_json.h"

namespace qis::core {

namespace {

FieldInfo fieldInfo(const Field& field) {
    FieldInfo info;
    info.name = field.name;
    info.side = field.side == Side::Condition ? FieldSide::Condition : FieldSide::Outcome;
    info.label = field.label;
    info.help = field.help;
    info.section = field.section;
    info.kind = static_cast<FieldKind>(field.type);
    info.required = field.required;
    info.system = field.system;
    for (const auto& choice : field.choices) {
        info.choices.push_back({choice.name, choice.label, std::nullopt, choice.about});
        if (choice.holds) {
            info.choices.back().holds = {choice.holds->from, choice.holds->before};
        }
    }
    for (const auto& item : field.items) {
        info.items.push_back({item.label, item.yes, item.no});
    }
    for (const auto& verdict : field.verdicts) {
        info.verdicts.push_back({verdict.least, verdict.label});
    }
    info.maxItems = isList(field.type) ? field.maxItems : 1;
    info.unit = field.unit;
    info.decimals = field.decimals;
    info.minimum = field.minimum;
    info.maximum = field.maximum;
    return info;
}

} // namespace

PackInfo packInfo(const InstalledPack& installed) {
    const auto& pack = installed.pack;
    PackInfo info;
    info.id = pack.id;
    info.title = pack.title;
    info.description = pack.description;
    info.version = pack.version;
    info.licence = pack.licence;
    info.source = pack.source;
    info.hash = pack.hash.hex();
    for (const auto& section : pack.sections) {
        info.sections.push_back({section.id, section.label});
    }
    for (const auto& field : pack.fields) {
        info.fields.push_back(fieldInfo(field));
    }
    for (const auto basis : pack.bases) {
        info.bases.emplace_back(basisName(basis));
    }
    for (const auto& question : pack.questions) {
        info.questions.push_back({question.id, question.label, question.basis});
    }
    info.confidenceRequired = pack.confidenceRequired;
    info.notesAllowed = pack.notesAllowed;
    info.swap = {pack.swap.label, pack.swap.pairs};
    info.observedField = pack.observedField;
    info.completenessSource = pack.completeness.source;
    info.defaultTheta = static_cast<int>(installed.definition.theta / 10);
    info.definition = installed.definition.id + " " + std::to_string(installed.definition.version);
    return info;
}

std::vector<PackInfo> packInfos(const Catalogue& catalogue) {
    std::vector<PackInfo> result;
    for (const auto& [id, installed] : catalogue.packs()) {
        result.push_back(packInfo(installed));
    }
    return result;
}

} // namespace qis::core
