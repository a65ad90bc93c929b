#include "widgets/field_factory.h"

#include "bridge/values.h"
#include "widgets/answers_field.h"
#include "widgets/choice_field.h"
#include "widgets/choices_field.h"
#include "widgets/scale_field.h"
#include "widgets/term_field.h"
#include "widgets/terms_field.h"
#include "widgets/unit_field.h"

namespace qis::ui {

FieldEditor* makeEditor(const Field& field, TermSource& terms, QWidget* parent) {
    const auto number = [&](bool whole) {
        return new UnitField(
            {.minimum = field.minimum, .maximum = field.maximum, .decimals = field.decimals, .whole = whole},
            field.unit, parent);
    };
    switch (field.kind) {
    case FieldKind::Term:
        return new TermField(terms, field.system, parent);
    case FieldKind::Terms:
        return new TermsField(terms, field.system, field.maxItems, parent);
    case FieldKind::Choice:
        return new ChoiceField(field.choices, field.required, parent);
    case FieldKind::Yes:
        return new ChoiceField(field.required, parent);
    case FieldKind::Choices:
        return new ChoicesField(field.choices, parent);
    case FieldKind::Answers:
        return new AnswersField(field, parent);
    case FieldKind::Number:
        return number(false);
    case FieldKind::Integer:
        if (!field.items.isEmpty())
            return new ScaleField(field, parent);
        break;
    }
    return number(true);
}

} // namespace qis::ui
