#include "core/figure/catalogue_filter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <map>
#include <string_view>
#include <vector>

#include "core/analysis/facts.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"

namespace secant {
namespace {

PropertySet setOf(std::initializer_list<Property> properties)
{
    PropertySet set;
    for (const Property property : properties) {
        set.set(static_cast<std::size_t>(property));
    }
    return set;
}

/// Those with infinitely many turns, or with turns that move with the parameters in no closed form. All are C^∞ and
/// nowhere constant.
struct Stated {
    std::string_view id;
    std::array<Property, 5> properties; ///< The last is repeated.
};
using enum Property;
constexpr Stated kStated[] = {
    {"aria2", {BoundedBelow, Lipschitz, Lipschitz, Lipschitz, Lipschitz}},
    {"sinlu", {BoundedBelow, LikeIdentity, Lipschitz, Lipschitz, Lipschitz}},
    {"acon_c", {Monotone, Lipschitz, Lipschitz, Lipschitz, Lipschitz}},
    {"soft_root_sign", {BoundedBelow, Bounded, LikeIdentity, Lipschitz, Lipschitz}},
    {"sinusoid", {BoundedBelow, Bounded, LikeIdentity, Lipschitz, Lipschitz}},
    {"cosine", {BoundedBelow, Bounded, Lipschitz, Lipschitz, Lipschitz}},
    {"snake", {Monotone, LikeIdentity, Lipschitz, Lipschitz, Lipschitz}},
    {"gcu", {LikeIdentity, LikeIdentity, LikeIdentity, LikeIdentity, LikeIdentity}},
    {"sinc", {BoundedBelow, Bounded, Lipschitz, Lipschitz, Lipschitz}},
};

PropertySet statedOf(std::string_view id)
{
    PropertySet set = setOf({Differentiable, Smooth, NoDeadZone, NoKink});
    const auto* const found =
        std::find_if(std::begin(kStated), std::end(kStated), [id](const Stated& s) { return s.id == id; });
    if (found == std::end(kStated)) {
        return {};
    }
    for (const Property property : found->properties) {
        set.set(static_cast<std::size_t>(property));
    }
    return set;
}

PropertySet fromFacts(const Facts& facts)
{
    PropertySet set;
    const auto say = [&set](Property property, bool holds) { set.set(static_cast<std::size_t>(property), holds); };
    const Trend trend = facts.trend.value;
    const Bend bend = facts.bend.value;
    say(Differentiable, facts.smoothness.value >= Smoothness::Differentiable);
    say(Smooth, facts.smoothness.value == Smoothness::InfinitelyDifferentiable);
    say(Monotone, trend == Trend::Increasing || trend == Trend::StrictlyIncreasing || trend == Trend::Constant);
    say(Convex, bend == Bend::Convex || bend == Bend::StrictlyConvex || bend == Bend::Affine);
    say(BoundedBelow, std::isfinite(facts.range.value.front().lo));
    say(Bounded, std::isfinite(facts.range.value.front().lo) && std::isfinite(facts.range.value.back().hi));
    say(NoDeadZone, facts.dead.value.list.empty());
    say(NoKink, facts.kinks.value.list.empty() && facts.jumps.value.list.empty());
    say(LikeIdentity, facts.likeIdentity.isKnown() && facts.likeIdentity.value);
    say(Lipschitz, facts.steepest.value.isLipschitz);
    return set;
}

PropertySet computed(const Activation& activation)
{
    PropertySet set = statedOf(activation.id());
    const auto tree = parse(callText(activation), vocabulary());
    std::vector<double> standards;
    for (const ParameterSpec& spec : activation.primitive->parameters) {
        standards.push_back(spec.standard);
    }
    if (tree && activation.primitive->shape) {
        if (const auto facts = contractFacts(*tree, standards)) {
            set = fromFacts(*facts);
        }
    }
    for (const FrameworkName& name : activation.frameworks) {
        for (const auto& [framework, property] :
             {std::pair{"PyTorch", InPyTorch}, {"Keras", InKeras}, {"JAX", InJax}, {"ONNX", InOnnx}}) {
            set.set(static_cast<std::size_t>(property),
                    has(set, property) || name.framework == std::string_view(framework));
        }
    }
    return set;
}

} // namespace

PropertySet propertiesOf(const Activation& activation)
{
    static const std::map<std::string_view, PropertySet> kAll = [] {
        std::map<std::string_view, PropertySet> all;
        for (const Activation* each : activations()) {
            all[each->id()] = computed(*each);
        }
        return all;
    }();
    const auto found = kAll.find(activation.id());
    return found == kAll.end() ? PropertySet() : found->second;
}

} // namespace secant
