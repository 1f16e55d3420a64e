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
inline constexpr LocalizedText kZerosWord{"zeros", "零点"};
inline constexpr LocalizedText kExtremaWord{"extrema", "极值点"};
inline constexpr LocalizedText kInflectionsWord{"inflections", "拐点"};
inline constexpr LocalizedText kBreaksWord{"breaks", "间断点"};
inline constexpr LocalizedText kAsymptotesWord{"asymptotes", "渐近线"};
inline constexpr LocalizedText kFoundWord{" found", " 个"};
inline constexpr LocalizedText kAllWord{" (all)", "（全部）"};
inline constexpr LocalizedText kMaybeMoreWord{" (maybe more)", "（可能还有）"};
inline constexpr LocalizedText kMinimumWord{"min", "极小"};
inline constexpr LocalizedText kMaximumWord{"max", "极大"};
inline constexpr LocalizedText kInflectionWord{"inflection", "拐点"};
inline constexpr LocalizedText kJumpWord{"jump", "跳跃"};
inline constexpr LocalizedText kPoleWord{"pole", "极点"};
inline constexpr LocalizedText kHoleWord{"hole", "空洞"};
inline constexpr LocalizedText kDomainEndWord{"end of domain", "定义域端点"};
inline constexpr LocalizedText kExpandingWord{"expanding: |f′| > 1", "放大：|f′| > 1"};
inline constexpr LocalizedText kRisingWord{"increasing: f′ > 0", "递增：f′ > 0"};
inline constexpr LocalizedText kFallingWord{"decreasing: f′ < 0", "递减：f′ < 0"};
inline constexpr LocalizedText kConvexWord{"convex ∪: f″ > 0", "下凸 ∪：f″ > 0"};
inline constexpr LocalizedText kConcaveWord{"concave ∩: f″ < 0", "上凸 ∩：f″ < 0"};
inline constexpr LocalizedText kIdentityWord{"f(x) ≈ x: |f(x) − x| ≤ ", "f(x) ≈ x：|f(x) − x| ≤ "};
inline constexpr LocalizedText kShareWord{" of the inputs", "的输入"};
inline constexpr LocalizedText kInputsWord{"inputs ~ ", "输入 ~ "};
inline constexpr LocalizedText kFrameworkWord{"slope that PyTorch returns", "PyTorch 返回的斜率"};
inline constexpr LocalizedText kGapWord{"chord − curve", "弦 − 曲线"};
inline constexpr LocalizedText kEmptyHint{"Choose an activation from the list, or type a function of x.",
                                          "请从列表中选择激活函数，或输入一个 x 的函数。"};
inline constexpr LocalizedText kUndefinedWord{"undefined", "无定义"};

} // namespace secant
