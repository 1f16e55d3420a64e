#pragma once

#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include "core/analysis/curve.h"
#include "core/analysis/find.h"
#include "core/analysis/regions.h"
#include "core/figure/budget.h"
#include "core/figure/figure.h"
#include "core/function/function.h"
#include "core/scene/scene.h"

namespace secant {

/// The graph of f, f′ or f″ over a window, and nothing about how it looks.
struct Graph {
    CurveSpec curve;
    Order order = Order::Value;
    Window window;
    friend bool operator==(const Graph& a, const Graph& b)
    {
        return a.order == b.order && a.window == b.window && sameFunction(a.curve, b.curve);
    }
};

/// The regions of a curve within a window.
struct RegionQuestion {
    CurveSpec curve;
    ShadingSpec shading;
    Interval view; ///< A relative threshold is that of the view.
    Interval window;
    friend bool operator==(const RegionQuestion& a, const RegionQuestion& b)
    {
        return a.view == b.view && a.window == b.window && a.shading == b.shading && sameFunction(a.curve, b.curve);
    }
};

/// The parts of a figure that take longer than a frame: curves of which the budget of a frame proves only a part, the
/// places on a dense curve, and regions of which many boxes are undecided. Each says what it was computed for, so that
/// compose() takes none that belongs to another scene.
struct LateParts {
    struct Sampled {
        Graph graph;
        Curve curve;
    };
    struct Searched {
        Graph graph;
        FoundFeatures features;
    };
    struct Shaded {
        RegionQuestion question;
        std::vector<std::pair<RegionKind, std::vector<Region>>> kinds;
    };
    std::vector<Sampled> curves;
    std::optional<Searched> places; ///< Of the active curve.
    std::vector<Shaded> regions;

    [[nodiscard]] const Curve* curveOf(const Graph& graph) const;
    [[nodiscard]] const FoundFeatures* placesOn(const Graph& graph) const;
    [[nodiscard]] const std::vector<Region>* regionsOf(const RegionQuestion& question, RegionKind kind) const;
};

/// What latePartsOf() would compute.
struct LateQuestions {
    std::vector<Graph> curves;
    std::optional<Graph> places;
    std::vector<RegionQuestion> regions;
    friend bool operator==(const LateQuestions&, const LateQuestions&) = default;
};
[[nodiscard]] LateQuestions lateQuestionsOf(const Scene& scene, const Budget& budget);

/// Computes them all, each with about thirty times what a frame may spend: some tenths of a second for a hard curve.
/// Once a stop is requested it returns within milliseconds, and what it returns is of no use. May be called on any
/// thread.
[[nodiscard]] LateParts latePartsOf(const LateQuestions& questions, const std::stop_token& stop = {});

/// More than this many pixels that are not proved are worth another look.
inline constexpr double kUnprovedPx = 1.0 / 16.0;
/// The share of a full search for places that is done within a frame.
inline constexpr double kPlacesInFrame = 0.1;

} // namespace secant
