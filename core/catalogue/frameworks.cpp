#include "core/catalogue/frameworks.h"

#include <algorithm>

namespace secant {
namespace {

double chosen(KinkChoice choice, const Break& at)
{
    switch (choice) {
    case KinkChoice::Left:
        return at.left.slope;
    case KinkChoice::Right:
        return at.right.slope;
    case KinkChoice::Zero:
        return 0.0;
    case KinkChoice::Mean:
        break;
    }
    return 0.5 * (at.left.slope + at.right.slope);
}

} // namespace

std::string frameworkList(const Activation& activation)
{
    std::string list;
    for (const FrameworkName& entry : activation.frameworks) {
        list += list.empty() ? "" : ", ";
        list += entry.framework;
    }
    return list;
}

bool isShippedBy(const Activation& activation, std::string_view framework)
{
    return std::ranges::find(activation.frameworks, framework, &FrameworkName::framework) !=
           activation.frameworks.end();
}

std::vector<KinkSlopes> kinkSlopes(const Activation& activation, ParameterValues values)
{
    std::vector<KinkSlopes> kinks;
    const Primitive& primitive = *activation.primitive;
    if (primitive.shape == nullptr) {
        return kinks;
    }
    const std::vector<Break> breaks = primitive.shape(values).breaks;
    const bool inPyTorch = activation.inPyTorch && isShippedBy(activation, "PyTorch");
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        const Break& at = breaks[i];
        if (at.left.slope == at.right.slope && at.left.value == at.right.value) {
            continue;
        }
        KinkSlopes kink{at.at, at.left.slope, at.right.slope, {}, {}};
        if (inPyTorch) {
            kink.pyTorch = primitive.evaluate(at.at, values).slope;
        }
        if (i < activation.jaxKinks.size()) {
            kink.jax = chosen(activation.jaxKinks[i], at);
        }
        kinks.push_back(kink);
    }
    return kinks;
}

} // namespace secant
