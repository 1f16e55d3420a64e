#pragma once

#include "core/catalogue/activation.h"

/// One function for each activation, defined in the file of the same name. Constant data: nothing depends on the order
/// in which the program is initialised.
namespace secant::activation {

[[nodiscard]] const Activation& identity();
[[nodiscard]] const Activation& relu();
[[nodiscard]] const Activation& leakyRelu();
[[nodiscard]] const Activation& prelu();
[[nodiscard]] const Activation& rreluTorch();
[[nodiscard]] const Activation& rreluPaper();
[[nodiscard]] const Activation& relu6();
[[nodiscard]] const Activation& absolute();
[[nodiscard]] const Activation& clippedRelu();
[[nodiscard]] const Activation& thresholdedRelu();
[[nodiscard]] const Activation& threshold();
[[nodiscard]] const Activation& reluSquared();
[[nodiscard]] const Activation& hardShrink();
[[nodiscard]] const Activation& softShrink();
[[nodiscard]] const Activation& frelu();
[[nodiscard]] const Activation& starRelu();
[[nodiscard]] const Activation& sparsePlus();
[[nodiscard]] const Activation& smelu();
[[nodiscard]] const Activation& hardSwish();
[[nodiscard]] const Activation& hardMish();
[[nodiscard]] const Activation& srelu();
[[nodiscard]] const Activation& plu();
[[nodiscard]] const Activation& nlrelu();
[[nodiscard]] const Activation& sign();
[[nodiscard]] const Activation& hardSigmoidOnnx();
[[nodiscard]] const Activation& sparseSigmoid();
[[nodiscard]] const Activation& elu();
[[nodiscard]] const Activation& celu();
[[nodiscard]] const Activation& selu();
[[nodiscard]] const Activation& pelu();
[[nodiscard]] const Activation& mpelu();
[[nodiscard]] const Activation& isrlu();
[[nodiscard]] const Activation& slu();
[[nodiscard]] const Activation& xielu();
[[nodiscard]] const Activation& softExponential();
[[nodiscard]] const Activation& exponential();
[[nodiscard]] const Activation& hexpo();
[[nodiscard]] const Activation& softplus();
[[nodiscard]] const Activation& squareplus();
[[nodiscard]] const Activation& logSigmoid();
[[nodiscard]] const Activation& bentIdentity();
[[nodiscard]] const Activation& silu();
[[nodiscard]] const Activation& swish();
[[nodiscard]] const Activation& gelu();
[[nodiscard]] const Activation& geluTanh();
[[nodiscard]] const Activation& mish();
[[nodiscard]] const Activation& sigmoid();
[[nodiscard]] const Activation& hyperbolicTangent();
[[nodiscard]] const Activation& softsign();
[[nodiscard]] const Activation& hardSigmoid();
[[nodiscard]] const Activation& hardTanh();
[[nodiscard]] const Activation& binaryStep();
[[nodiscard]] const Activation& quickGelu();
[[nodiscard]] const Activation& serf();
[[nodiscard]] const Activation& tanhexp();
[[nodiscard]] const Activation& logish();
[[nodiscard]] const Activation& phish();
[[nodiscard]] const Activation& lisht();
[[nodiscard]] const Activation& lecunTanh();
[[nodiscard]] const Activation& arctan();
[[nodiscard]] const Activation& isru();
[[nodiscard]] const Activation& loglogComplementary();
[[nodiscard]] const Activation& tanhShrink();
[[nodiscard]] const Activation& sinusoid();
[[nodiscard]] const Activation& gcu();
[[nodiscard]] const Activation& sinc();
[[nodiscard]] const Activation& gaussian();
[[nodiscard]] const Activation& eSwish();
[[nodiscard]] const Activation& flattenTSwish();
[[nodiscard]] const Activation& smish();
[[nodiscard]] const Activation& elish();
[[nodiscard]] const Activation& hardElish();
[[nodiscard]] const Activation& golu();
[[nodiscard]] const Activation& colu();
[[nodiscard]] const Activation& dsilu();
[[nodiscard]] const Activation& bipolarSigmoid();
[[nodiscard]] const Activation& elliott();
[[nodiscard]] const Activation& errorFunction();
[[nodiscard]] const Activation& gudermannian();
[[nodiscard]] const Activation& sqnl();
[[nodiscard]] const Activation& softClipping();
[[nodiscard]] const Activation& mexicanHat();
[[nodiscard]] const Activation& square();
[[nodiscard]] const Activation& cube();

} // namespace secant::activation
