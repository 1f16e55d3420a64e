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
    SpecialForm{"piecewise", Form::Piecewise, 2, kMostArguments, "piecewise(x > 0, x, 0)"},
    SpecialForm{"sec", Form::Reciprocal, 1, 1, "sec(x)", "cos"},
    SpecialForm{"csc", Form::Reciprocal, 1, 1, "csc(x)", "sin"},
    SpecialForm{"cot", Form::Cotangent, 1, 1, "cot(x)"},
    SpecialForm{"sech", Form::Reciprocal, 1, 1, "sech(x)", "cosh"},
    SpecialForm{"csch", Form::Reciprocal, 1, 1, "csch(x)", "sinh"},
    SpecialForm{"coth", Form::Reciprocal, 1, 1, "coth(x)", "tanh"},
    SpecialForm{"asec", Form::OfReciprocal, 1, 1, "asec(x)", "acos"},
    SpecialForm{"acsc", Form::OfReciprocal, 1, 1, "acsc(x)", "asin"},
    SpecialForm{"acot", Form::ArcCotangent, 1, 1, "acot(x)"},
    SpecialForm{"asech", Form::OfReciprocal, 1, 1, "asech(x)", "acosh"},
    SpecialForm{"acsch", Form::OfReciprocal, 1, 1, "acsch(x)", "asinh"},
    SpecialForm{"acoth", Form::OfReciprocal, 1, 1, "acoth(x)", "atanh"},
};

/// Not written by name, but as the environment of LaTeX.
constexpr SpecialForm kCases{"cases", Form::Cases, 1, kMostArguments, "\\begin{cases} x & x > 0 \\end{cases}"};

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
    if (form == Form::Cases)
        return kCases;
    const auto* const found = std::ranges::find(kSpecialForms, form, &SpecialForm::form);
    assert(found != kSpecialForms.end());
    return *found;
}

} // namespace secant
