#pragma once

#include <string>
#include <string_view>

#include "core/catalogue/activation.h"
#include "core/scene/scene.h"

namespace secant {

/// The few words that are part of a drawing, and so of every export, in the scene's language.
[[nodiscard]] constexpr std::string_view spoken(const LocalizedText& text, Language language)
{
    return language == Language::Chinese ? text.chinese : text.english;
}

inline constexpr LocalizedText kSaturatedWord{"saturated: ", "饱和："};
inline constexpr LocalizedText kDeadWord{"dead: f′ = 0", "失活：f′ = 0"};
inline constexpr LocalizedText kFrameworkWord{"slope that PyTorch returns", "PyTorch 返回的斜率"};
inline constexpr LocalizedText kGapWord{"chord − curve", "弦 − 曲线"};
inline constexpr LocalizedText kInflectionWord{"inflection", "拐点"};
inline constexpr LocalizedText kJumpWord{"jump", "跳跃"};
inline constexpr LocalizedText kEmptyHint{"Choose an activation from the list, or type a function of x.",
                                          "请从列表中选择激活函数，或输入一个 x 的函数。"};
inline constexpr LocalizedText kUndefinedWord{"undefined", "无定义"};

} // namespace secant
