#include "domain/answers.h"
#include "domain/compose.h"
#include "domain/printable.h"
#include "domain/rules.h"
#include "domain/value_json.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>

namespace qis::core {

namespace {

Status checkTerm(const Field& field, const CodeSystems& systems, std::int64_t code) {
    const auto system = systems.find(field.system);
    const auto* term = system == systems.end() || code < 1 || code > std::int64_t{UINT32_MAX}
                           ? nullptr
                           : system->second.find(static_cast<std::uint32_t>(code));
    if (term == nullptr) {
        return fail(Code::UnknownTerm, fmt::format("\"{}\" has no code {}.", field.system, code), pathOf(field));
    }
    if (!term->selectable) {
        return fail(Code::NotAllowed, fmt::format("\"{}\" only orders other terms.", term->id), pathOf(field));
    }
    return {};
}

Status checkChoice(const Field& field, std::int64_t value) {
    if (choiceByValue(field, value) == nullptr) {
        return fail(Code::NotAllowed, fmt::format("{} is not among the choices.", value), pathOf(field));
    }
    return {};
}

Status checkList(const Field& field, const CodeSystems& systems, const ScalarList& list) {
    const bool choices = hasChoices(field.type);
    if (list.empty() || list.size() > field.maxItems) {
        return fail(
            Code::NotAllowed,
            fmt::format("{} {}; 1 to {} are allowed.", list.size(), choices ? "choices" : "terms", field.maxItems),
            pathOf(field));
    }
    std::int64_t previous = choices ? -1 : 0;
    for (const auto& item : list) {
        const auto* code = std::get_if<std::int64_t>(&item);
        if (code == nullptr) {
            return fail(Code::WrongType, "Must hold codes only.", pathOf(field));
        }
        if (*code <= previous) {
            return fail(Code::NotAllowed, "Codes must be ascending, each once.", pathOf(field));
        }
        if (auto status = choices ? checkChoice(field, *code) : checkTerm(field, systems, *code); !status) {
            return status;
        }
        previous = *code;
    }
    return {};
}

Status checkNumber(const Field& field, const CodeSystems& systems, std::int64_t value) {
    switch (field.type) {
    case FieldType::Term:
        return checkTerm(field, systems, value);
    case FieldType::Choice:
        return checkChoice(field, value);
    case FieldType::Number:
    case FieldType::Integer: {
        const auto scale = static_cast<double>(scaleOf(field));
        if (value < std::llround(field.minimum * scale) || value > std::llround(field.maximum * scale)) {
            return fail(Code::NotAllowed,
                        fmt::format("{} is not from {} to {}.", static_cast<double>(value) / scale, field.minimum,
                                    field.maximum),
                        pathOf(field));
        }
        return {};
    }
    case FieldType::Answers:
        if (!answersText(field, value)) {
            return fail(Code::NotAllowed, fmt::format("{} stands for no answers.", value), pathOf(field));
        }
        return {};
    case FieldType::Terms:
    case FieldType::Choices:
    case FieldType::Yes:
        break;
    }
    return fail(Code::WrongType, fmt::format("Must be of type {}.", typeName(field.type)), pathOf(field));
}

Status checkValue(const Field& field, const CodeSystems& systems, const Value& value) {
    if (const auto* list = std::get_if<ScalarList>(&value); list != nullptr && isList(field.type)) {
        return checkList(field, systems, *list);
    }
    if (std::holds_alternative<bool>(value) && field.type == FieldType::Yes) {
        return {};
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return checkNumber(field, systems, *number);
    }
    return fail(Code::WrongType, fmt::format("Must be of type {}.", typeName(field.type)), pathOf(field));
}

Status checkSide(const Pack& pack, const CodeSystems& systems, std::uint32_t generation, Side side,
                 const FieldMap& map) {
    for (const auto& [number, value] : map) {
        const auto* field = pack.field(side, number);
        if (field == nullptr || field->since > generation) {
            return fail(Code::UnknownField, fmt::format("\"{}\" has no field {} there.", pack.id, number),
                        fmt::format("{}.{}", sideName(side), number));
        }
        if (auto status = checkValue(*field, systems, value); !status) {
            return status;
        }
    }
    return {};
}

/// An outcome and its correction stand alone; a follow-up only adds to what is there.
Status checkComplete(const Pack& pack, const Content& content) {
    for (const auto& field : pack.fields) {
        const auto& map = field.side == Side::Condition ? content.condition : content.outcome;
        if (field.required && findField(map, field.number) == nullptr) {
            return fail(Code::MissingField, fmt::format("{} is needed.", field.label), pathOf(field));
        }
    }
    if (pack.confidenceRequired && !content.confidence) {
        return fail(Code::MissingField, "The confidence is needed.", "confidence");
    }
    if (!content.basis && pack.bases.front() != BasisKind::Case) {
        return fail(Code::MissingField, "The basis is needed.", "basis");
    }
    return {};
}

} // namespace

Status checkAgainstPack(const Pack& pack, const CodeSystems& systems, const Content& content) {
    const auto generation = pack.generationOf(content.pack);
    if (!generation) {
        return fail(Code::UnknownPack, fmt::format("Not written with this version of \"{}\".", pack.id), "pack");
    }
    if (content.note) {
        if (!pack.notesAllowed) {
            return fail(Code::NotAllowed, "This pack has no notes.", "note");
        }
        if (const auto status = checkPrintable(*content.note, kMaxNoteBytes); !status) {
            return fail(status.error().code, status.error().detail, "note");
        }
    }
    const bool complete = content.kind == Kind::Outcome || content.kind == Kind::Amendment;
    if (content.kind == Kind::Fitness || content.kind == Kind::Tally) {
        return {}; // the body of these is the packet format's own, not the pack's
    }
    if (auto status = checkSide(pack, systems, *generation, Side::Condition, content.condition); !status) {
        return status;
    }
    if (auto status = checkSide(pack, systems, *generation, Side::Outcome, content.outcome); !status) {
        return status;
    }
    if (content.basis && !pack.allows(static_cast<BasisKind>(content.basis->index()))) {
        return fail(Code::NotAllowed, "This pack does not have this kind of figures.", "basis.kind");
    }
    if (complete) {
        if (auto status = checkComplete(pack, content); !status) {
            return status;
        }
    }
    const auto broken = brokenRules(pack, systems, content, complete);
    if (!broken.empty()) {
        return fail(broken.front().code, broken.front().detail, broken.front().field);
    }
    return {};
}

} // namespace qis::core
