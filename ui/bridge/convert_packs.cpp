#include "bridge/convert.h"

#include "bridge/convert_parts.h"

namespace qis::ui {

namespace {

using namespace convert;

FieldKind toKind(qis::FieldKind kind) {
    switch (kind) {
    case qis::FieldKind::Term:
        return FieldKind::Term;
    case qis::FieldKind::Terms:
        return FieldKind::Terms;
    case qis::FieldKind::Choice:
        return FieldKind::Choice;
    case qis::FieldKind::Number:
        return FieldKind::Number;
    case qis::FieldKind::Integer:
        return FieldKind::Integer;
    case qis::FieldKind::Yes:
        return FieldKind::Yes;
    case qis::FieldKind::Answers:
        return FieldKind::Answers;
    case qis::FieldKind::Choices:
        return FieldKind::Choices;
    }
    return FieldKind::Integer;
}

Field toField(const qis::FieldInfo& info) {
    const bool condition = info.side == qis::FieldSide::Condition;
    const QString name = text(info.name);
    return {
        .name = name,
        .path = (condition ? QStringLiteral("condition.") : QStringLiteral("outcome.")) + name,
        .onConditionSide = condition,
        .label = text(info.label),
        .help = text(info.help),
        .section = text(info.section),
        .kind = toKind(info.kind),
        .required = info.required,
        .system = text(info.system),
        .choices = mapped<Choice>(info.choices,
                                  [](const qis::ChoiceInfo& choice) {
                                      return Choice{text(choice.name), text(choice.label), choice.holds,
                                                    text(choice.about)};
                                  }),
        .maxItems = smallCount(info.maxItems),
        .unit = text(info.unit),
        .decimals = info.decimals,
        .minimum = info.minimum,
        .maximum = info.maximum,
        .items = mapped<ScaleItem>(
            info.items, [](const qis::ItemInfo& item) { return ScaleItem{text(item.label), item.yes, item.no}; }),
        .verdicts = mapped<Verdict>(
            info.verdicts, [](const qis::VerdictInfo& verdict) { return Verdict{verdict.least, text(verdict.label)}; }),
    };
}

/// Empty when the pack has no such field.
QString pathOf(const qis::PackInfo& info, const std::string& name) {
    const auto it = std::find_if(info.fields.cbegin(), info.fields.cend(),
                                 [&name](const qis::FieldInfo& field) { return field.name == name; });
    return it == info.fields.cend() ? QString() : toField(*it).path;
}

RoleSwap toSwap(const qis::PackInfo& info) {
    RoleSwap swap{text(info.swap.label), {}};
    for (const auto& [first, second] : info.swap.pairs)
        swap.pairs.append({pathOf(info, first), pathOf(info, second)});
    return swap;
}

Pack toPack(const qis::PackInfo& info) {
    return {
        .id = text(info.id),
        .title = text(info.title),
        .description = text(info.description),
        .version = text(info.version),
        .licence = text(info.licence),
        .source = text(info.source),
        .hash = text(info.hash),
        .sections = mapped<Section>(
            info.sections,
            [](const qis::SectionInfo& section) { return Section{text(section.id), text(section.label)}; }),
        .fields = mapped<Field>(info.fields, toField),
        .bases = texts(info.bases),
        .questions = mapped<Question>(info.questions,
                                      [](const qis::QuestionInfo& question) {
                                          return Question{text(question.id), text(question.label),
                                                          text(question.basis)};
                                      }),
        .confidenceRequired = info.confidenceRequired,
        .notesAllowed = info.notesAllowed,
        .swap = toSwap(info),
        .observedPath = pathOf(info, info.observedField),
        .completenessSource = text(info.completenessSource),
        .defaultTheta = info.defaultTheta,
        .definition = text(info.definition),
    };
}

BranchTerm toBranchTerm(const qis::BranchTerm& term) {
    BranchTerm out{text(term.id), text(term.name), texts(term.synonyms), {}, term.selectable, count(term.below)};
    for (const auto& [scheme, identifier] : term.identifiers)
        out.identifiers.insert(text(scheme), text(identifier));
    return out;
}

} // namespace

QList<Pack> toPacks(const std::vector<qis::PackInfo>& packs) {
    return mapped<Pack>(packs, toPack);
}

QList<Term> toTerms(const std::vector<qis::TermInfo>& terms) {
    return mapped<Term>(terms, [](const qis::TermInfo& term) {
        return Term{text(term.system),  text(term.id),        text(term.name),       text(term.why),
                    text(term.matched), text(term.broaderId), text(term.broaderName)};
    });
}

TermBranch toTermBranch(const qis::TermBranch& branch) {
    return {
        .system = text(branch.system),
        .title = text(branch.title),
        .version = text(branch.version),
        .licence = text(branch.licence),
        .source = text(branch.source),
        .acknowledgement = text(branch.acknowledgement),
        .path = texts(branch.path),
        .terms = mapped<BranchTerm>(branch.terms, toBranchTerm),
    };
}

} // namespace qis::ui
