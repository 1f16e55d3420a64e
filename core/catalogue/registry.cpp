#include "core/catalogue/registry.h"

#include <array>

#include "core/catalogue/activation/all.h"

namespace secant {

std::span<const Activation* const> registeredActivations()
{
    // By family, and within one in the order in which a person meets them. Lists and searches keep this order.
    static const std::array kRegistered{
        &activation::identity(),
        &activation::relu(),
        &activation::leakyRelu(),
        &activation::prelu(),
        &activation::rreluTorch(),
        &activation::rreluPaper(),
        &activation::relu6(),

        &activation::absolute(),
        &activation::clippedRelu(),
        &activation::thresholdedRelu(),
        &activation::threshold(),
        &activation::reluSquared(),
        &activation::hardShrink(),
        &activation::softShrink(),
        &activation::frelu(),
        &activation::starRelu(),
        &activation::sparsePlus(),
        &activation::smelu(),
        &activation::hardSwish(),
        &activation::hardMish(),
        &activation::srelu(),
        &activation::plu(),
        &activation::nlrelu(),

        &activation::elu(),
        &activation::celu(),
        &activation::selu(),
        &activation::pelu(),
        &activation::mpelu(),
        &activation::isrlu(),
        &activation::slu(),
        &activation::xielu(),
        &activation::softExponential(),
        &activation::exponential(),
        &activation::hexpo(),

        &activation::softplus(),
        &activation::squareplus(),
        &activation::logSigmoid(),
        &activation::bentIdentity(),

        &activation::silu(),
        &activation::swish(),
        &activation::gelu(),
        &activation::geluTanh(),
        &activation::mish(),

        &activation::sigmoid(),
        &activation::hyperbolicTangent(),
        &activation::softsign(),
        &activation::hardSigmoid(),
        &activation::hardSigmoidOnnx(),
        &activation::sparseSigmoid(),
        &activation::hardTanh(),
        &activation::binaryStep(),
        &activation::sign(),
    };
    return kRegistered;
}

LocalizedText familyName(Family family)
{
    switch (family) {
    case Family::Rectifier:
        return {"Rectifiers", "修正线性族"};
    case Family::ExponentialLinear:
        return {"Exponential linear units", "指数线性族"};
    case Family::SmoothRectifier:
        return {"Smooth rectifiers", "平滑修正族"};
    case Family::SelfGated:
        return {"Self-gated", "自门控族"};
    case Family::Sigmoidal:
        return {"S-shaped", "S 型族"};
    }
    return {};
}

} // namespace secant
