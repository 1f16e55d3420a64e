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
inline constexpr LocalizedText kEmptyHint{"Choose an activation from the list, or type a function of x.",
                                          "请从列表中选择激活函数，或输入一个 x 的函数。"};

inline constexpr LocalizedText kSlopeWord{"slope ", "斜率 "};
inline constexpr LocalizedText kMinusChordWord{"f − chord: ", "f − 弦："};
inline constexpr LocalizedText kHoleWord{"f is undefined here", "f 在此无定义"};
inline constexpr LocalizedText kProvedWord{"proved", "已证明"};
inline constexpr LocalizedText kRefutedWord{"refuted", "已否证"};
inline constexpr LocalizedText kUndecidedWord{"undecided", "未定"};
inline constexpr LocalizedText kAffineWord{"affine", "仿射"};
inline constexpr LocalizedText kStrictlyWord{"strictly ", "严格"};

/// What a naming custom calls the two shapes.
struct ShapeWords {
    LocalizedText cup; ///< ∪
    LocalizedText cap; ///< ∩
    LocalizedText neither;
};
inline constexpr ShapeWords kInternationalWords{
    {"convex", "凸"}, {"concave", "凹"}, {"neither convex nor concave", "既非凸也非凹"}};
inline constexpr ShapeWords kOlderChineseWords{
    {"concave", "凹"}, {"convex", "凸"}, {"neither concave nor convex", "既非凹也非凸"}};
inline constexpr ShapeWords kUpDownWords{
    {"convex down", "下凸"}, {"convex up", "上凸"}, {"neither convex down nor convex up", "既非下凸也非上凸"}};

inline constexpr LocalizedText kUndefinedWord{"undefined", "无定义"};

} // namespace secant
