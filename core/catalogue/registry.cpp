#include "core/catalogue/registry.h"

#include <array>

#include "core/catalogue/activation/all.h"

namespace secant {

std::span<const Activation* const> registeredActivations()
{
    // By family, and within one from the plain to the elaborate. Lists and searches keep this order.
    static const std::array kRegistered{
        &activation::identity(),
        &activation::binaryStep(),
        &activation::sign(),
        &activation::relu(),
        &activation::relu6(),
        &activation::clippedRelu(),
        &activation::leakyRelu(),
        &activation::prelu(),
        &activation::rreluTorch(),
        &activation::rreluPaper(),
        &activation::thresholdedRelu(),
        &activation::threshold(),
        &activation::absolute(),
        &activation::reluSquared(),
        &activation::starRelu(),
        &activation::hardTanh(),
        &activation::hardSigmoid(),
        &activation::hardSigmoidOnnx(),
        &activation::sparseSigmoid(),
        &activation::sparsePlus(),
        &activation::smelu(),
        &activation::hardSwish(),
        &activation::hardMish(),
        &activation::hardShrink(),
        &activation::softShrink(),
        &activation::srelu(),
        &activation::plu(),
        &activation::frelu(),
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
        &activation::eSwish(),
        &activation::flattenTSwish(),
        &activation::gelu(),
        &activation::geluTanh(),
        &activation::quickGelu(),
        &activation::mish(),
        &activation::serf(),
        &activation::tanhexp(),
        &activation::logish(),
        &activation::smish(),
        &activation::phish(),
        &activation::lisht(),
        &activation::elish(),
        &activation::hardElish(),
        &activation::aria2(),
        &activation::sinlu(),
        &activation::aconC(),
        &activation::golu(),
        &activation::colu(),
        &activation::xatlu(),
        &activation::softRootSign(),
        &activation::dsilu(),

        &activation::sigmoid(),
        &activation::bipolarSigmoid(),
        &activation::hyperbolicTangent(),
        &activation::lecunTanh(),
        &activation::softsign(),
        &activation::elliott(),
        &activation::arctan(),
        &activation::errorFunction(),
        &activation::gudermannian(),
        &activation::isru(),
        &activation::sqnl(),
        &activation::softClipping(),
        &activation::loglogComplementary(),
        &activation::tanhShrink(),
        &activation::dyt(),

        &activation::sinusoid(),
        &activation::cosine(),
        &activation::snake(),
        &activation::gcu(),
        &activation::sinc(),
        &activation::gaussian(),
        &activation::mexicanHat(),
        &activation::square(),
        &activation::cube(),
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
    case Family::Oscillating:
        return {"Oscillating, bumps and polynomials", "振荡、钟形与多项式族"};
    }
    return {};
}

} // namespace secant
