#include "core/scene/examples.h"

#include <algorithm>
#include <array>
#include <limits>

namespace secant {
namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();

constexpr std::array<Example, 15> kExamples{{
    {"affine",
     {"Straight line: 2x + 1", "直线：2x + 1"},
     {"Which functions are ∪ and ∩ at once?", "哪些函数同时是 ∪ 和 ∩？"},
     "2x + 1",
     "",
     -kFar,
     kFar,
     true,
     {-4, 4}},
    {"norm",
     {"The norm |x|", "范数 |x|"},
     {"It has no derivative at 0. Can it be ∪ all the same?", "它在 0 处不可导，仍可能是 ∪ 吗？"},
     "|x|",
     "",
     -kFar,
     kFar,
     true,
     {-4, 4}},
    {"smooth-norm",
     {"Slice of a norm: √(x² + 1)", "范数的截线：√(x² + 1)"},
     {"Why does the triangle inequality make every norm ∪?", "为什么三角不等式使每个范数都是 ∪？"},
     "sqrt(x^2 + 1)",
     "",
     -kFar,
     kFar,
     true,
     {-4, 4}},
    {"p-norm",
     {"Slice of a p-norm", "p 范数的截线"},
     {"For which p is this a norm? Move p below 1.", "p 取何值时它是范数？把 p 调到 1 以下。"},
     "(|x|^p + 1)^(1/p)",
     "",
     -kFar,
     kFar,
     true,
     {-4, 4}},
    {"perspective",
     {"Perspective t·f(x/t) of x²", "x² 的透视 t·f(x/t)"},
     {"Move t > 0: what stays as it is?", "移动 t > 0：什么保持不变？"},
     "t*(x/t)^2",
     "x^2",
     -kFar,
     kFar,
     true,
     {-4, 4}},
    {"increasing",
     {"Increasing and ∩: √x and log x", "递增而为 ∩：√x 与 log x"},
     {"Does increasing mean ∪?", "递增就意味着 ∪ 吗？"},
     "sqrt(x)",
     "log(x)",
     0.0,
     kFar,
     false,
     {-1, 6}},
    {"decreasing",
     {"∪ without increasing: x² and −x", "∪ 而不递增：x² 与 −x"},
     {"Does ∪ mean increasing?", "∪ 就意味着递增吗？"},
     "x^2",
     "-x",
     -kFar,
     kFar,
     true,
     {-4, 4}},
    {"pole",
     {"1/x² on ℝ, with f(0) = +∞", "ℝ 上的 1/x²，f(0) = +∞"},
     {"∪ on both sides of 0. On all of ℝ too?", "在 0 的两侧都是 ∪，在整个 ℝ 上呢？"},
     "1/x^2",
     "",
     -kFar,
     kFar,
     true,
     {-3, 3}},
    {"half-pole",
     {"1/x² on (0, ∞)", "(0, ∞) 上的 1/x²"},
     {"What changes when 0 is left out?", "去掉 0 以后有什么不同？"},
     "1/x^2",
     "",
     0.0,
     kFar,
     true,
     {-1, 3}},
    {"decimal-logarithm",
     {"lg x", "lg x"},
     {"∪ or ∩? Is the picture proof?", "∪ 还是 ∩？图像算证明吗？"},
     "lg(x)",
     "",
     0.0,
     kFar,
     true,
     {-1, 10}},
    {"ripple",
     {"x² + 10⁻³ sin 50x", "x² + 10⁻³ sin 50x"},
     {"It looks ∪. Can you find a chord below the curve?", "它看起来是 ∪。能找到曲线下方的弦吗？"},
     "x^2 + 0.001*sin(50x)",
     "",
     -kFar,
     kFar,
     true,
     {-1.5, 1.5}},
    {"flat",
     {"x⁴", "x⁴"},
     {"f″(0) = 0. Is it strictly ∪?", "f″(0) = 0，它严格 ∪ 吗？"},
     "x^4",
     "",
     -kFar,
     kFar,
     true,
     {-2, 2}},
    {"cube",
     {"x³", "x³"},
     {"Neither on ℝ. On which intervals is it ∪?", "在 ℝ 上两者都不是。在哪些区间上是 ∪？"},
     "x^3",
     "",
     -kFar,
     kFar,
     true,
     {-2, 2}},
    {"softplus",
     {"Softplus", "Softplus"},
     {"A smooth ReLU: what is its slope?", "光滑的 ReLU：它的斜率是什么？"},
     "@softplus",
     "@relu",
     -kFar,
     kFar,
     true,
     {-6, 6}},
    {"logistic-loss",
     {"Logistic loss log(1 + e⁻ˣ)", "逻辑损失 log(1 + e⁻ˣ)"},
     {"Why is it good for training that a loss is ∪?", "损失函数为 ∪ 对训练有什么好处？"},
     "log(1 + exp(-x))",
     "",
     -kFar,
     kFar,
     true,
     {-6, 6}},
}};

int add(Scene& scene, std::string_view text)
{
    return text.front() == '@' ? addActivation(scene, text.substr(1)) : addFormula(scene, std::string(text));
}

} // namespace

std::span<const Example> examples()
{
    return kExamples;
}

const Example* findExample(std::string_view id)
{
    const auto found =
        std::find_if(kExamples.begin(), kExamples.end(), [id](const Example& example) { return example.id == id; });
    return found == kExamples.end() ? nullptr : &*found;
}

Scene sceneOf(const Example& example)
{
    Scene scene;
    const int active = add(scene, example.formula);
    if (!example.other.empty()) {
        add(scene, example.other);
    }
    if (example.id == "p-norm" || example.id == "perspective") {
        scene.find(active)->parameters[example.id == "p-norm" ? "p" : "t"] = 2.0;
    }
    scene.activeCurve = active;
    scene.view.x = example.view;
    scene.shading.saturated = false;
    scene.shading.dead = false;
    scene.panes = {true, true, true, false};
    scene.judgement = {example.lo, example.hi, !example.openLo, false, true, false};
    scene.example = example.id;
    return scene;
}

} // namespace secant
