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
inline constexpr LocalizedText kFoundWord{" found in the window", "（窗口内找到）"};
inline constexpr LocalizedText kAllWord{", and there are no more", "，且仅此而已"};
inline constexpr LocalizedText kMaybeMoreWord{", perhaps more", "，可能还有"};
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
inline constexpr LocalizedText kCupSign{" ∪: f″ > 0", " ∪：f″ > 0"};
inline constexpr LocalizedText kCapSign{" ∩: f″ < 0", " ∩：f″ < 0"};
inline constexpr LocalizedText kIdentityWord{"f(x) ≈ x: |f(x) − x| ≤ ", "f(x) ≈ x：|f(x) − x| ≤ "};
inline constexpr LocalizedText kShareWord{" of the inputs", "的输入"};
inline constexpr LocalizedText kInputsWord{"inputs ~ ", "输入 ~ "};
inline constexpr LocalizedText kFrameworkWord{"slope that PyTorch returns", "PyTorch 返回的斜率"};
inline constexpr LocalizedText kUnprovedWord{"not proved at this zoom", "此缩放下未证明"};
inline constexpr LocalizedText kGapWord{"chord − curve", "弦 − 曲线"};
inline constexpr LocalizedText kEmptyHint{"Choose an activation from the list, or type a function of x.",
                                          "请从列表中选择激活函数，或输入一个 x 的函数。"};

inline constexpr LocalizedText kNothingPositiveHint{
    "No positive values: a logarithmic scale shows only y > 0. Choose the linear scale in the View tab, or another "
    "range of x.",
    "没有正值：对数坐标只显示 y > 0。请在“显示”页中改用线性坐标，或换一个 x 的范围。"};
inline constexpr LocalizedText kLinearOnlyWord{
    "Epigraph, convex envelope and conjugate are drawn on a linear y scale only: a logarithmic one hides where f ≤ 0.",
    "上图、凸包络与共轭只在 y 轴为线性坐标时绘出：对数坐标会隐去 f ≤ 0 的部分。"};

inline constexpr LocalizedText kAboveWord{"above the curve: ", "在曲线上方："};
inline constexpr LocalizedText kBelowWord{", below: ", "，下方："};
inline constexpr LocalizedText kOnWord{", on it: ", "，重合："};
inline constexpr LocalizedText kWithoutEndWord{", an end undefined: ", "，端点无定义："};
inline constexpr LocalizedText kBrokenWord{"Found! This chord proves: f is not ", "找到了！这条弦证明 f 不是"};
inline constexpr LocalizedText kNorWord{", nor ", "，也不是"};
inline constexpr LocalizedText kNotYetWord{"Not yet: here chord and curve agree.", "还没有：弦与曲线在此重合。"};
inline constexpr LocalizedText kDrawChordWord{"Draw a chord first.", "请先画一条弦。"};
inline constexpr LocalizedText kTangentAboveWord{"proved: the curve is nowhere below its tangents",
                                                 "已证明：曲线处处不低于它的切线"};
inline constexpr LocalizedText kTangentBelowWord{"proved: the curve is nowhere above its tangents",
                                                 "已证明：曲线处处不高于它的切线"};
inline constexpr LocalizedText kTangentCrossedWord{"the curve is on both sides of this tangent",
                                                   "曲线在这条切线的两侧"};
inline constexpr LocalizedText kTangentUnknownWord{"not decided on which side of its tangents the curve is",
                                                   "曲线在切线的哪一侧未定"};
inline constexpr LocalizedText kSlopesWord{"slopes of supporting lines: ", "支撑线的斜率："};
inline constexpr LocalizedText kSlopesBetweenWord{"slopes on both sides: ", "两侧的斜率："};
inline constexpr LocalizedText kStaysInsideWord{"proved: every segment stays above the curve",
                                                "已证明：每条线段都在曲线上方"};
inline constexpr LocalizedText kLeavesWord{"the segment leaves the epigraph at x = ", "线段离开上图，在 x = "};
inline constexpr LocalizedText kSeemsInsideWord{"no point of this segment outside was found",
                                                "未发现线段上的点在上图之外"};
inline constexpr LocalizedText kAttainedWord{", attained at x = ", "，取到于 x = "};
inline constexpr LocalizedText kSlopeWord{"slope ", "斜率 "};
inline constexpr LocalizedText kMinusChordWord{"f − chord: ", "f − 弦："};
inline constexpr LocalizedText kUndefinedHereWord{"f is undefined here", "f 在此无定义"};
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
