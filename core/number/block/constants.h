#pragma once

#include <hwy/base.h>

// clang-format off

/// Constants of the block kernels. Written by tests/data/block_constants.py.
namespace secant::block {

/// A simple root of a function in three words, and its Taylor series there: c1 (two words), c2, c3, …
struct Root {
    double high;
    double low;
    double lowest;
    double slope;
    double slopeLow;
    double rest[9];
};

inline constexpr double kEighthLog2 = 0x1.62e42fefa0000p-4; ///< (ln 2)/8, with so few bits that whole multiples are exact.
inline constexpr double kEighthLog2Low = 0x1.cf79abc9e3b3ap-43; ///< The rest of it.
inline constexpr double kPerEighthLog2 = 0x1.71547652b82fep+3; ///< 8/ln 2

/// 2^(j/8)
HWY_ALIGN inline constexpr double kRoots[] = {
    0x1.0000000000000p+0, 0x1.172b83c7d517bp+0, 0x1.306fe0a31b715p+0, 0x1.4bfdad5362a27p+0, 0x1.6a09e667f3bcdp+0,
    0x1.8ace5422aa0dbp+0, 0x1.ae89f995ad3adp+0, 0x1.d5818dcfba487p+0};

/// The rest of them.
HWY_ALIGN inline constexpr double kRootsLow[] = {
    0x0.0p+0, -0x1.19041b9d78a76p-55, 0x1.6f46ad23182e4p-55, 0x1.d4397afec42e2p-56, -0x1.bdd3413b26456p-54,
    0x1.6e9f156864b27p-54, 0x1.7a1cd345dcc81p-54, 0x1.2ed02d75b3707p-55};

/// (e^r − 1 − r)/r² for |r| ≤ (ln 2)/16, to 1.2e-17.
HWY_ALIGN inline constexpr double kExpTail[] = {
    0x1.0000000000000p-1, 0x1.555555555559dp-3, 0x1.5555555555572p-5, 0x1.1111110c65bacp-7, 0x1.6c16c1685a7d8p-10,
    0x1.a01edd957c466p-13, 0x1.a01de4c9e7330p-16};

/// 1/d at the middle of the j-th eighth of [1, 2], with ten bits; 1 for the first.
HWY_ALIGN inline constexpr double kInverses[] = {
    0x1.0000000000000p+0, 0x1.c700000000000p-1, 0x1.9980000000000p-1, 0x1.7480000000000p-1, 0x1.5580000000000p-1,
    0x1.3b00000000000p-1, 0x1.2480000000000p-1, 0x1.0c80000000000p-1};

/// Minus their logarithms.
HWY_ALIGN inline constexpr double kLogs[] = {
    0x0.0p+0, 0x1.e3707ee30487bp-4, 0x1.c97f8079d44ecp-3, 0x1.45b8c0a17df13p-2, 0x1.9eb246cb4eea1p-2,
    0x1.f168f7fb05c52p-2, 0x1.1ea5f6e70eb83p-1, 0x1.4a7b87bf1fa82p-1};

/// The rest of them.
HWY_ALIGN inline constexpr double kLogsLow[] = {
    0x0.0p+0, 0x1.09ccecd579d99p-58, 0x1.61a8c6e6c4ee7p-57, 0x1.dbe305eaf5a20p-56, 0x1.73a79c9dc89c6p-57,
    0x1.2fd60fce475cfp-59, -0x1.7028ff35c8d40p-57, 0x1.1d275b329e52fp-55};

/// (ln(1 + z) − z + z²/2)/z³ for |z| ≤ 0.0725, to 2.2e-17.
HWY_ALIGN inline constexpr double kLogTail[] = {
    0x1.5555555555555p-2, -0x1.0000000000038p-2, 0x1.9999999999a02p-3, -0x1.55555554ed01fp-3, 0x1.2492492430e7ap-3,
    -0x1.000001b1eacecp-3, 0x1.c71c74f12bac4p-4, -0x1.9993d9337fd13p-4, 0x1.7457b8e921341p-4, -0x1.5998bca30b0afp-4,
    0x1.3f0e679edab8dp-4};

/// 1/m at the middle of the eighths 8, 9, 10, 11, 12, none, 6 and 7 of [3/4, 3/2], with ten bits.
HWY_ALIGN inline constexpr double kNearInverses[] = {
    0x1.0000000000000p+0, 0x1.c700000000000p-1, 0x1.9980000000000p-1, 0x1.7480000000000p-1, 0x1.5580000000000p-1,
    0x1.0000000000000p+0, 0x1.4780000000000p+0, 0x1.2480000000000p+0};

/// Minus their logarithms.
HWY_ALIGN inline constexpr double kNearLogs[] = {
    0x0.0p+0, 0x1.e3707ee30487bp-4, 0x1.c97f8079d44ecp-3, 0x1.45b8c0a17df13p-2, 0x1.9eb246cb4eea1p-2, 0x0.0p+0,
    -0x1.f871b28955045p-3, -0x1.10f8e422539b1p-3};

/// The rest of them.
HWY_ALIGN inline constexpr double kNearLogsLow[] = {
    0x0.0p+0, 0x1.09ccecd579d99p-58, 0x1.61a8c6e6c4ee7p-57, 0x1.dbe305eaf5a20p-56, 0x1.73a79c9dc89c6p-57, 0x0.0p+0,
    -0x1.4ad6c8812d31ap-63, -0x1.8f798d39f1b7dp-58};

inline constexpr double kLog2 = 0x1.62e42fefa4000p-1; ///< ln 2, with so few bits that whole multiples are exact.
inline constexpr double kLog2Low = -0x1.8432a1b0e2634p-43; ///< The rest of it.

inline constexpr double kTwoOverPi = 0x1.45f306dc9c883p-1; ///< 2/π
inline constexpr double kHalfPi1 = 0x1.921fb54400000p+0; ///< π/2 in three words.
inline constexpr double kHalfPi2 = 0x1.0b4611a626331p-34; ///< The next.
inline constexpr double kHalfPi3 = 0x1.1701b839a2520p-88; ///< The next.
inline constexpr double kHalfPi = 0x1.921fb54442d18p+0; ///< π/2
inline constexpr double kHalfPiLow = 0x1.1a62633145c07p-54; ///< The rest of it.

/// (sin r − r)/r³ in powers of r², |r| ≤ π/4, to 1.2e-20.
HWY_ALIGN inline constexpr double kSinTail[] = {
    -0x1.5555555555555p-3, 0x1.1111111111110p-7, -0x1.a01a01a019927p-13, 0x1.71de3a545e7cfp-19,
    -0x1.ae64540f2209ep-26, 0x1.61217c2a1e369p-33, -0x1.ab1621c546902p-41};

/// (cos r − 1 + r²/2)/r⁴ in powers of r², |r| ≤ π/4, to 6.5e-22.
HWY_ALIGN inline constexpr double kCosTail[] = {
    0x1.5555555555555p-5, -0x1.6c16c16c16c16p-10, 0x1.a01a01a019d03p-16, -0x1.27e4fb7711e79p-22,
    0x1.1eed8de9f96b5p-29, -0x1.9394b77ce3552p-37, 0x1.ab76d8b52c3bdp-45};

/// The sevenths of [0, 1], with ten bits.
HWY_ALIGN inline constexpr double kAtanCentres[] = {
    0x0.0p+0, 0x1.2480000000000p-3, 0x1.2480000000000p-2, 0x1.b700000000000p-2, 0x1.2480000000000p-1,
    0x1.6d80000000000p-1, 0x1.b700000000000p-1, 0x1.0000000000000p+0};

/// Their arc tangents.
HWY_ALIGN inline constexpr double kAtans[] = {
    0x0.0p+0, 0x1.228900bc88effp-3, 0x1.1ce9ae09e34dfp-2, 0x1.9ebad8f02f66ep-2, 0x1.09bfbbea3981cp-1,
    0x1.3d6d025520dafp-1, 0x1.6ae624665c656p-1, 0x1.921fb54442d18p-1};

/// The rest of them.
HWY_ALIGN inline constexpr double kAtansLow[] = {
    0x0.0p+0, 0x1.931d24d0521bbp-57, -0x1.bdbf557193414p-56, -0x1.cdaa42d10e3d9p-56, 0x1.3efa6b13fe5a4p-56,
    -0x1.7bafc37647851p-59, -0x1.1bcf968f298a5p-56, 0x1.1a62633145c07p-55};

/// (atan t − t)/t³ in powers of t², |t| ≤ 0.073, to 8.6e-22.
HWY_ALIGN inline constexpr double kAtanTail[] = {
    -0x1.5555555555555p-2, 0x1.9999999999999p-3, -0x1.2492492491ddfp-3, 0x1.c71c71c36d188p-4, -0x1.745d0f8c66d27p-4,
    0x1.3b0b5ff5a407ep-4, -0x1.0c9e2ffc62210p-4};

/// Coefficient 0 of G; relative error of the whole 2.4e-20.
HWY_ALIGN inline constexpr double kNormalTail0[] = {
    0x1.b344cf87420c4p-3, 0x1.f058dd196366cp-3, 0x1.1bacf2d7e5520p-2, 0x1.43547736df115p-2, 0x1.6dad2e2b5c151p-2,
    0x1.9900966d56fb6p-2, 0x1.c3b79c1db217ep-2, 0x1.ec90544c01cd0p-2};

/// The rest of it.
HWY_ALIGN inline constexpr double kNormalTail0Low[] = {
    0x1.bef4b45fc8cc6p-57, 0x1.3ae27539b3fb3p-57, 0x1.8ff4d7ac68a1fp-59, 0x1.f2d956e101541p-56,
    0x1.345b1a069d80ap-56, 0x1.f279f18ed607ep-56, -0x1.cefa52aec620ep-56, 0x1.3e2d0d385214dp-56};

/// Coefficient 1.
HWY_ALIGN inline constexpr double kNormalTail1[] = {
    0x1.bfdea4ea40ccdp-3, 0x1.08b3bca2f8bf8p-2, 0x1.2e3a3b9d06994p-2, 0x1.4a3c6d99c2162p-2, 0x1.58f8d8bbd1b38p-2,
    0x1.5a17e3d3230a8p-2, 0x1.4fa9bd4436d00p-2, 0x1.3cba403ffc104p-2};

/// The rest of it.
HWY_ALIGN inline constexpr double kNormalTail1Low[] = {
    -0x1.7b7d4ccda4f74p-57, 0x1.dfaa265ddb84bp-57, 0x1.27361a8efa78cp-56, -0x1.4dc87b120ac79p-61,
    -0x1.334d8250d76d9p-56, 0x1.d31d0c9f253e5p-56, -0x1.3a781f0548072p-62, -0x1.6e261482e1ef1p-56};

/// Coefficient 2.
HWY_ALIGN inline constexpr double kNormalTail2[] = {
    0x1.41f9501f63512p-3, 0x1.4228f9be13810p-3, 0x1.0d6a8b32d8800p-3, 0x1.5b376b74c9181p-4, 0x1.ef0cd8039306bp-6,
    -0x1.47e2711a21933p-6, -0x1.e6d0a95454615p-5, -0x1.62544297adb6ep-4};

/// Coefficient 3.
HWY_ALIGN inline constexpr double kNormalTail3[] = {
    0x1.e87daa1fea05cp-6, -0x1.10c62e63906aep-5, -0x1.a053e276c549cp-4, -0x1.21b54768b3350p-3,
    -0x1.26c7dda3d86b7p-3, -0x1.f019efaba6512p-4, -0x1.6a9180150babfp-4, -0x1.cf610d0b02356p-5};

/// Coefficient 4.
HWY_ALIGN inline constexpr double kNormalTail4[] = {
    -0x1.91b1d21ca52b8p-4, -0x1.280294bf7dc69p-3, -0x1.dbf4c7b6cd878p-4, -0x1.4bb55f86e365ap-5,
    0x1.a81e7ec162751p-6, 0x1.eb22e5fd6db6cp-5, 0x1.125e2e7049fcep-4, 0x1.e5cf042f7c007p-5};

/// Coefficient 5.
HWY_ALIGN inline constexpr double kNormalTail5[] = {
    -0x1.c97409ac262fap-4, -0x1.38466e7b9270ap-6, 0x1.9933b772095d3p-4, 0x1.00bc1a41d264bp-3, 0x1.4d67f6db778f9p-4,
    0x1.e6032fad2bcabp-6, -0x1.dd58ac0e5f898p-9, -0x1.2d889ce99d087p-6};

/// Coefficient 6.
HWY_ALIGN inline constexpr double kNormalTail6[] = {
    0x1.5ae0ce8fed868p-5, 0x1.709cb12c53d52p-3, 0x1.b00c945189d6dp-4, -0x1.cb5efb12f8e17p-6, -0x1.2f5c00d5da7d6p-4,
    -0x1.dfb9a85ecb6bep-5, -0x1.f6ae89ac81f49p-6, -0x1.552420c28998cp-7};

/// Coefficient 7.
HWY_ALIGN inline constexpr double kNormalTail7[] = {
    0x1.a3df06eec1761p-3, 0x1.65881bba9e5ccp-5, -0x1.5843aa4040724p-3, -0x1.bb17f9c270be0p-4, -0x1.82f35d1e9f2c2p-8,
    0x1.00c0646154450p-5, 0x1.da26fcd21f8eep-6, 0x1.1b098f2ec76f0p-6};

/// Coefficient 8.
HWY_ALIGN inline constexpr double kNormalTail8[] = {
    0x1.e94338de2e5e0p-5, -0x1.3b6bfbea873e6p-2, -0x1.bf5a3d636c83dp-5, 0x1.e8d7b678158aep-4, 0x1.1faaa9799e5fcp-4,
    0x1.5fa2edf92f144p-7, -0x1.526a74e6a70b7p-7, -0x1.71ae9152adc44p-7};

/// Coefficient 9.
HWY_ALIGN inline constexpr double kNormalTail9[] = {
    -0x1.8d4ecfd626188p-2, -0x1.da59717499f90p-6, 0x1.2dc421188d60cp-2, 0x1.0f0fbc4969d7dp-6, -0x1.12373fafae9b9p-4,
    -0x1.1990f411974a2p-5, -0x1.b3b70e550b601p-8, 0x1.64de87095751ap-9};

/// Coefficient 10.
HWY_ALIGN inline constexpr double kNormalTail10[] = {
    -0x1.6ee7656f172efp-2, 0x1.4d952dc86ace4p-1, -0x1.359dc6c81fc2ap-3, -0x1.580a9db15dff7p-3, 0x1.9fd805a347d7cp-8,
    0x1.ef36c26691348p-6, 0x1.bf5407f985d71p-7, 0x1.7d7641b342ae6p-9};

/// Coefficient 11.
HWY_ALIGN inline constexpr double kNormalTail11[] = {
    0x1.9b6fcdb1cb486p-1, -0x1.9be658f17154ep-3, -0x1.81c8632d946e5p-2, 0x1.5c68cc0c78c3ep-3, 0x1.f150968c75c83p-5,
    -0x1.0dc15704557a6p-7, -0x1.71dad5130a455p-7, -0x1.2ceea1a60cf8ep-8};

/// Coefficient 12.
HWY_ALIGN inline constexpr double kNormalTail12[] = {
    0x1.8aced22e98f1fp+0, -0x1.72979e8b57328p+0, 0x1.4fca9b6e80f23p-1, 0x1.da3ceecf976a3p-6, -0x1.54b34eb9107d3p-4,
    -0x1.eef814e86012fp-7, 0x1.1754b1382875ap-8, 0x1.d5f321c14ba1cp-9};

/// Coefficient 13.
HWY_ALIGN inline constexpr double kNormalTail13[] = {
    -0x1.977dca4e01344p+1, 0x1.5e28654d06389p+0, -0x1.01dd411522fecp-7, -0x1.1de2f07cf1004p-2, 0x1.631466a94879cp-5,
    0x1.acbb1a60231e5p-6, 0x1.3d0ce3112ad21p-9, -0x1.a29457c83df01p-10};

inline constexpr double kDensity = 0x1.9884533d43651p-2; ///< 1/√(2π)
inline constexpr double kDensityLow = -0x1.cbc0d30ebfd15p-56; ///< The rest of it.

inline constexpr double kTanhGelu = 0x1.9884533d43651p+0; ///< 2√(2/π)
inline constexpr double kTanhGeluLow = -0x1.cbc0d30ebfd15p-54; ///< The rest of it.
inline constexpr double kTanhGeluCubic = 0x1.2444f2a4d8b4bp-4; ///< 0.044715 times that
inline constexpr double kTanhGeluCubicLow = -0x1.3023b0e5fbc6ep-58; ///< The rest of it.

/// 1 + E + zE with E = e^−z: silu′
inline constexpr Root kGateSlopeRoot{-0x1.474973c84120bp+0, -0x1.f8d74bc9ac154p-54, -0x1.44a50180ba780p-108, 0x1.25d4ef2c90514p+2, -0x1.5569ed36e56f5p-65,
    {-0x1.05d4ef2c90514p+2, 0x1.f6548903cb4d3p+0, -0x1.47c6943b6b170p-1, 0x1.43824ff726d2cp-3, -0x1.00881b903eea9p-5, 0x1.53e002137e6b7p-8, -0x1.82922dcb47388p-11, 0x1.81204f90f1cc1p-14, -0x1.554e97a1503acp-17}};

/// 2(1 + E) + z(E − 1): silu″, left
inline constexpr Root kGateBendLeft{-0x1.331e23ad9de11p+1, -0x1.a9c55ef03c74ap-53, -0x1.672af2735d856p-110, 0x1.cd4b60298d40dp+3, -0x1.2a5d438bde772p-52,
    {-0x1.a6e79bb3d984bp+3, 0x1.8f7104e1f2f0ap+2, -0x1.02792650aa6f1p+1, 0x1.fb8fa9e6f8a2fp-2, -0x1.910b20111e40ap-4, 0x1.08fa8e9700cedp-6, -0x1.2cca2f6d5e0b0p-9, 0x1.2b3363ca6d94ap-12, -0x1.08d383a0c779ep-15}};

/// The same, right.
inline constexpr Root kGateBendRight{0x1.331e23ad9de11p+1, 0x1.a9c55ef03c74ap-53, 0x1.672af2735d856p-110, -0x1.4eff2a20ff169p+0, -0x1.e767e1e25d03ap-54,
    {0x1.be10673613581p-4, -0x1.5adf51dae7f9dp-6, 0x1.8bf86861834e7p-10, 0x1.dc705eed476edp-12, -0x1.a737d2960e5edp-13, 0x1.88ed70dfd20e1p-15, -0x1.10021022a960bp-17, 0x1.34ef78bdb3505p-20, -0x1.2cde66112efd3p-23}};

/// 1 + E + x v′E with E = e^−v: gelu_tanh′
inline constexpr Root kTanhGeluSlopeRoot{-0x1.81429f9e97e4dp-1, 0x1.3ce60c9e3b279p-55, -0x1.8c8cffd1d8b8bp-110, 0x1.0db3cf6437d70p+3, 0x1.b901592ad1c3fp-51,
    {-0x1.da05b7bf78473p+3, 0x1.f7ad301a4df43p+3, -0x1.964bcabf20dd9p+3, 0x1.101904a133aa7p+3, -0x1.3dc84a3180aa4p+2, 0x1.4d7c35c0a8b12p+1, -0x1.40916c79a19bep+0, 0x1.1e384a39249bep-1, -0x1.dfb45c86573eap-3}};

/// (2v′ + x v″)(1 + E) + x v′²(E − 1): gelu_tanh″, left
inline constexpr Root kTanhGeluBendLeft{-0x1.6b23142700629p+0, -0x1.8a76a5d7fd655p-54, -0x1.f48c40a27af2ep-110, 0x1.22b8aa8d01d7dp+6, 0x1.76cbd322ac088p-48,
    {-0x1.6eb1f83d46023p+7, 0x1.077e191850316p+8, -0x1.15e0d0967344cp+8, 0x1.dbaab4852652ap+7, -0x1.5cbdfcc3ef399p+7, 0x1.c49e7ce566066p+6, -0x1.09c5d912e6503p+6, 0x1.1ee6221ce44f7p+5, -0x1.200d4279e8212p+4}};

/// The same, right.
inline constexpr Root kTanhGeluBendRight{0x1.6b23142700629p+0, 0x1.8a76a5d7fd655p-54, 0x1.f48c40a27af2ep-110, -0x1.8a86a02156c76p+2, -0x1.136370da8aec1p-53,
    {-0x1.877e820577250p+1, -0x1.9ee0ffcbde5a1p+0, -0x1.2adbd1d68df4cp-2, -0x1.1386337bdba5cp-4, -0x1.1eb501622cbc0p-12, 0x1.ed8efaae46ed7p-10, -0x1.770a77eb1a0fdp-13, 0x1.45a60fb6e947ap-13, -0x1.1ae020ecd0c9cp-13}};

/// e^(a²/2) Φ(−a) − a/√(2π): gelu′ at −a
inline constexpr Root kNormalSlopeRoot{0x1.80ead197f00b4p-1, -0x1.13e74c58cada8p-56, -0x1.65d4b5b9cdd03p-111, -0x1.25126c1543190p-1, 0x1.4e17f645067cep-55,
    {0x1.5b297ebb9a527p-4, -0x1.2bad2862a3fdep-5, 0x1.d507ae5ca7841p-7, -0x1.526fe74d6ca88p-8, 0x1.c7c0250a470a4p-10, -0x1.20e423711be9cp-11, 0x1.5b28587c55a10p-13, -0x1.8d96b37d397a9p-15, 0x1.b3e40113c105fp-17}};

/// (y + 2)d + 4x(y + 1) with y = e^x: mish′
inline constexpr Root kMishSlopeRoot{-0x1.31432c0d12d84p+0, -0x1.bf319154da210p-55, -0x1.3b82ea8c1efc4p-109, 0x1.9a1c155f7b7d1p+2, 0x1.4479ee534728bp-52,
    {0x1.21b0c7fb83ba1p+1, 0x1.49433e20bcadap+0, 0x1.1d9a628eeaaafp-1, 0x1.ab14503f484eap-3, 0x1.259c961419819p-4, 0x1.7cd9d5da8cd96p-6, 0x1.d3c3cb259a92ap-8, 0x1.0eee542d5e558p-9, 0x1.26c67ab1023f3p-11}};

/// 2(y + 1)d + x(2 + 2y − 3y² − 2y³): mish″, left
inline constexpr Root kMishBendLeft{-0x1.20d0f116eb001p+1, -0x1.ed98c925498a2p-54, -0x1.deda07b4fd530p-108, 0x1.6bc784d255488p+1, -0x1.86a10a636f7bdp-53,
    {0x1.442af2257cc07p-1, 0x1.3d4ae42e30f22p-2, 0x1.d5225740ee6ddp-4, 0x1.1b436ce849899p-5, 0x1.21fe8bd21dd42p-7, 0x1.f62ce2984a19ap-10, 0x1.546799ede7d7ap-12, 0x1.c246d50f21c22p-16, -0x1.31795d7b47051p-17}};

/// The same, right.
inline constexpr Root kMishBendRight{0x1.7d9612a440040p+0, 0x1.48a1647177d43p-54, -0x1.91d439cb8c07ep-108, -0x1.73d5ed69c4b92p+8, -0x1.196241a900f65p-47,
    {-0x1.d413a40d919a5p+9, -0x1.35dc822ab6d35p+10, -0x1.1b249e8575392p+10, -0x1.8d91e854aeea1p+9, -0x1.c647af2776ed4p+8, -0x1.b5d9c4b6460b9p+7, -0x1.6ce2d3fb6b139p+6, -0x1.0bbee58923384p+5, -0x1.5ee039a0366c0p+3}};

} // namespace secant::block
