#include <algorithm>
#include <cmath>

#include "core/catalogue/catalogue.h"
#include "core/figure/compose_parts.h"

namespace secant::composing {
namespace {

/// Dots closer than this would hide the curve; where breaks are denser, none is drawn.
constexpr double kLeastDotDistancePx = 10.0;

class DotMaker {
public:
    DotMaker(const DrawnCurve& curve, const char* symbol, std::vector<Dot>& dots)
        : m_curve(curve), m_symbol(symbol), m_dots(dots)
    {
    }

    void add(double x, double y, DotKind kind, const char* side) const
    {
        if (!std::isfinite(y)) {
            return;
        }
        std::string text = m_symbol + std::string("(") + readable(x) + side + ") = " + readable(y);
        if (kind == DotKind::Framework) {
            text = "PyTorch: " + text;
        }
        m_dots.push_back({{x, y}, kind, m_curve.spec->id, m_curve.spec->style, std::move(text)});
    }

    /// Limits that are not taken as open dots, then the value that is.
    void addBreak(const CurveBreak& at, DotKind taken) const
    {
        if (!(at.left == at.value)) {
            add(at.x, at.left, DotKind::Open, "⁻");
        }
        if (!(at.right == at.value) && !(at.right == at.left)) {
            add(at.x, at.right, DotKind::Open, "⁺");
        }
        add(at.x, at.value, taken, "");
    }

private:
    const DrawnCurve& m_curve;
    const char* m_symbol;
    std::vector<Dot>& m_dots;
};

bool tooDense(std::size_t count, const Window& window)
{
    return static_cast<double>(count) * kLeastDotDistancePx > window.widthPx;
}

const CurveBreak* breakAt(const Curve& curve, double x)
{
    const auto found =
        std::find_if(curve.breaks.begin(), curve.breaks.end(), [x](const CurveBreak& b) { return b.x == x; });
    return found == curve.breaks.end() ? nullptr : &*found;
}

bool fromPyTorch(const CurveSpec& spec)
{
    const Activation* activation = spec.activation.empty() ? nullptr : findActivation(spec.activation);
    return activation && activation->inPyTorch;
}

void addValueDots(const DrawnCurve& curve, const DotMaker& maker)
{
    for (const CurveBreak& at : curve.value.breaks) {
        if (at.kind != BreakKind::Pole) {
            maker.addBreak(at, DotKind::Closed);
        }
    }
    for (const CurveBreak& kink : curve.slope.breaks) {
        if (!breakAt(curve.value, kink.x)) {
            maker.add(kink.x, curve.function.value(kink.x), DotKind::Closed, "");
        }
    }
}

/// On f′ both one-sided slopes are limits that need not be taken; what is taken is a framework's choice.
void addSlopeDots(const DrawnCurve& curve, const DotMaker& maker)
{
    for (const CurveBreak& at : curve.slope.breaks) {
        if (at.kind == BreakKind::Pole) {
            continue;
        }
        maker.add(at.x, at.left, DotKind::Open, "⁻");
        if (!(at.right == at.left)) {
            maker.add(at.x, at.right, DotKind::Open, "⁺");
        }
        if (fromPyTorch(*curve.spec) && !breakAt(curve.value, at.x)) {
            maker.add(at.x, at.value, DotKind::Framework, "");
        }
    }
}

} // namespace

std::vector<Dot> dotsOf(const DrawnCurve& curve, PaneKind kind, const Window& window)
{
    std::vector<Dot> dots;
    if (tooDense(curve.value.breaks.size() + curve.slope.breaks.size(), window)) {
        return dots;
    }
    if (kind == PaneKind::Value) {
        addValueDots(curve, DotMaker(curve, "f", dots));
    } else if (kind == PaneKind::Slope) {
        addSlopeDots(curve, DotMaker(curve, "f′", dots));
    } else if (kind == PaneKind::Curvature && !tooDense(curve.curvature.breaks.size(), window)) {
        const DotMaker maker(curve, "f″", dots);
        for (const CurveBreak& at : curve.curvature.breaks) {
            maker.add(at.x, at.left, DotKind::Open, "⁻");
            if (!(at.right == at.left)) {
                maker.add(at.x, at.right, DotKind::Open, "⁺");
            }
        }
    }
    return dots;
}

} // namespace secant::composing
