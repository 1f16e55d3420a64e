#include "core/expression/special_form.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace secant {

namespace {

constexpr std::size_t kMostArguments = 127;

constexpr std::array kSpecialForms{
    SpecialForm{"max", Form::Maximum, 2, kMostArguments},
    SpecialForm{"min", Form::Minimum, 2, kMostArguments},
    SpecialForm{"pow", Form::Power, 2, 2},
    SpecialForm{"mod", Form::Modulo, 2, 2},
    SpecialForm{"hypot", Form::Hypotenuse, 2, 2},
    SpecialForm{"if", Form::If, 3, 3},
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
