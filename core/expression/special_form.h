#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "core/expression/token.h"

namespace secant {

/// A function of the language that is no primitive: it becomes nodes of another kind than Call.
struct SpecialForm {
    std::string_view name;
    Form form = Form::Primitive;
    std::size_t leastArguments = 0;
    std::size_t mostArguments = 0;
    std::string_view example;     ///< How it is called.
    std::string_view callee = {}; ///< Of Reciprocal and OfReciprocal: the primitive that it is made of.
};

[[nodiscard]] std::span<const SpecialForm> specialForms();

/// Null if there is none of that name.
[[nodiscard]] const SpecialForm* findSpecialForm(std::string_view name);
/// Precondition: form != Form::Primitive.
[[nodiscard]] const SpecialForm& describe(Form form);

} // namespace secant
