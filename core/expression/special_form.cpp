#include "core/expression/special_form.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace secant {

namespace {

constexpr std::size_t kMostArguments = 127;

constexpr std::array kSpecialForms{
    SpecialForm{"max", Form::Maximum, 2, kMostArguments, "max(x, 0)"},
    SpecialForm{"min", Form::Minimum, 2, kMostArguments, "min(x, 1)"},
    SpecialForm{"pow", Form::Power, 2, 2, "pow(x, 2)"},
    SpecialForm{"mod", Form::Modulo, 2, 2, "mod(x, 2)"},
    SpecialForm{"hypot", Form::Hypotenuse, 2, 2, "hypot(x, 1)"},
    SpecialForm{"if", Form::If, 3, 3, "if(x > 0, x, 0)"},
};

} // namespace

std::span<const SpecialForm> specialForms()
{
    return kSpecialForms;
}

const SpecialForm* findSpecialForm(std::string_view name)
{
    const auto* const found = std::ranges::find(kSpecialForms, name, &SpecialForm::name);
    return found == kSpecialForms.end() ? nullptr : found;
}

const SpecialForm& describe(Form form)
{
    const auto* const found = std::ranges::find(kSpecialForms, form, &SpecialForm::form);
    assert(found != kSpecialForms.end());
    return *found;
}

} // namespace secant
