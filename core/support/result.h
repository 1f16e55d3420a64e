#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace secant {

/// A value, or the reason why there is none. Bad input from a person or a file is always reported this way;
/// exceptions never cross a floor.
template<typename Value, typename Error>
class [[nodiscard]] Result {
public:
    Result(Value value) : m_content(std::in_place_index<0>, std::move(value)) {} // NOLINT: converts on purpose
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {} // NOLINT: converts on purpose

    [[nodiscard]] bool ok() const noexcept { return m_content.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    /// Precondition: ok().
    [[nodiscard]] const Value& value() const&
    {
        assert(ok());
        return *std::get_if<0>(&m_content);
    }
    [[nodiscard]] Value&& value() &&
    {
        assert(ok());
        return std::move(*std::get_if<0>(&m_content));
    }
    const Value* operator->() const { return &value(); }
    const Value& operator*() const& { return value(); }

    /// Precondition: !ok().
    [[nodiscard]] const Error& error() const
    {
        assert(!ok());
        return *std::get_if<1>(&m_content);
    }

private:
    std::variant<Value, Error> m_content;
};

} // namespace secant
