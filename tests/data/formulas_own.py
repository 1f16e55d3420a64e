"""Prints formulas_own.jsonl: what people type beyond formulas.jsonl, with the value of the usual reading (mpmath, 30
digits, rounded to double) or the column, in code points from 1, of what is wrong. Redirect it there."""
import json

from mpmath import mp, mpf, sin, cos, tan, exp, log, sqrt, pi, e, gamma, erf, acos, asin, atan, cosh, sinh, tanh, cbrt, floor, acosh, asinh

mp.dps = 30
X = mpf("2.5")
RIGHT = [
    ("3x²−2x+1", 3*X**2 - 2*X + 1), ("x³+x⁻¹", X**3 + 1/X), ("2πx", 2*pi*X), ("√x+∛x", sqrt(X) + cbrt(X)),
    ("√(x²+1)", sqrt(X**2 + 1)), ("½", None), ("e^(−x²/2)/√(2π)", exp(-X**2/2)/sqrt(2*pi)), ("2^x^2", 2**(X**2)),
    ("(x+1)(x-2)(x+3)", (X+1)*(X-2)*(X+3)), ("5(2x-1)^2", 5*(2*X-1)**2), ("x(x-1)(x-2)", X*(X-1)*(X-2)),
    ("2sin(3x)cos(x)", 2*sin(3*X)*cos(X)), ("sin(x)cos(x)", sin(X)*cos(X)), ("|x-3|+|x+3|", abs(X-3)+abs(X+3)),
    ("2|x-3|", 2*abs(X-3)), ("||x|-3|", abs(abs(X)-3)), ("|x||x-3|", abs(X)*abs(X-3)), ("3e-2x", mpf(3)/100*X),
    ("3e - 2x", 3*e - 2*X), ("1.e2", mpf(100)), ("1E3x", 1000*X), (".5x", X/2), ("x/2/5", X/10), ("-2^2", mpf(-4)),
    ("(-2)^2", mpf(4)), ("2--x", 2+X), ("2-+x", 2-X), ("x**3", X**3), ("x·x×x÷x∙x", X**3),
    ("tau x", 2*pi*X), ("τ/2", pi), ("ln x", log(X)), ("ln(e^x)", X), ("lg(1000)", mpf(3)), ("log_2(8)", mpf(3)),
    ("log₁₀(x)", log(X)/log(10)), ("exp2(x)", 2**X), ("pow(x, 3)", X**3), ("hypot(3, 4)", mpf(5)),
    ("mod(x, 1)", X - floor(X)), ("mod(-1, 3)", mpf(2)), ("sign(-x)", mpf(-1)), ("step(x)", mpf(1)),
    ("floor(x)+ceil(x)+round(x)", mpf(2+3+3)), ("⌊x⌋+⌈x⌉", mpf(5)), ("sinc(x)", sin(X)/X), ("erf(x)+erfc(x)", mpf(1)),
    ("gamma(x)", gamma(X)), ("Γ(x)", gamma(X)), ("x!", gamma(X+1)), ("3!", mpf(6)), ("2x!/x!", mpf(2)), ("5！", mpf(120)),
    ("max(x, 1, 7)-min(x, 1, 7)", mpf(6)), ("max（x，１）", X), ("ｓｉｎ（ｘ）", sin(X)), ("２ｘ＋１", 2*X+1), ("x＾2", X**2),
    ("sec(x)", 1/cos(X)), ("csc(x)", 1/sin(X)), ("cot(x)", cos(X)/sin(X)), ("sech(x)+csch(x)", 1/cosh(X)+1/sinh(X)),
    ("coth(x)", 1/tanh(X)), ("arcsec(x)", acos(1/X)), ("arccsc(x)", asin(1/X)), ("arccot(x)", pi/2-atan(X)),
    ("arsech(1/x)+arcsch(x)", acosh(X)+asinh(1/X)), ("sec²(x)-tan²(x)", mpf(1)), ("cot^2(x)", (cos(X)/sin(X))**2),
    ("if(x>2, x^2, 0)", X**2), ("if(x≥2.5, 1, 0)", mpf(1)), ("if(x≠2, 1, 0)", mpf(1)), ("if(x=2.5, 1, 0)", mpf(1)),
    ("if(x!=2.5, 1, 0)", mpf(0)), ("if(0<x<3, x, 0)", X), ("if(3>x>=2.5, x, 0)", X), ("if(x<0 or x>2, 5, 6)", mpf(5)),
    ("if(x>0 and x<2, 5, 6)", mpf(6)), ("if(x<0||x>2&&x<3, 5, 6)", mpf(5)), ("if(x>0, if(x>3, 1, 2), 3)", mpf(2)),
    ("piecewise(x<0, -x, x<2, x^2, 4)", mpf(4)), ("piecewise(x<0, 1, x>=0, x)", X),
    ("relu(x)-ReLU(-x)", X), ("leaky_relu(-x)", -X/100), ("leaky_relu(-x, 0.1)", -X/10), ("LeakyReLU(-x)", -X/100),
    ("sigmoid(x)", 1/(1+exp(-X))), ("softplus(x)", log(1+exp(X))), ("gelu(x)", X*(1+erf(X/sqrt(2)))/2),
    ("silu(x)", X/(1+exp(-X))), ("tanh(x)", tanh(X)), ("mish(x)", X*tanh(log(1+exp(X)))), ("softsign(x)", X/(1+X)),
    ("hard_swish(x)", X*(X+3)/6), ("elu(-x)", exp(-X)-1),
    ("y = 2x + 1", 2*X+1), ("f(x) = 2x + 1", 2*X+1), ("g(x)=x", X), ("σ(x) = 1/(1+e^{-x})", 1/(1+exp(-X))),
    (r"\frac{x^2}{1+x}", X**2/(1+X)), (r"\frac12 x", X/2), (r"\sqrt[3]{x}", cbrt(X)), (r"\sqrt{x^{2}+1}", sqrt(X**2+1)),
    (r"e^{-\frac{x^2}{2}}", exp(-X**2/2)), (r"\left|x-3\right|", abs(X-3)), (r"\sin^2 x + \cos^2 x", mpf(1)),
    (r"\max\{0, x\}", X), (r"$x^2$", X**2), (r"\[ x^2 \]", X**2), (r"\ln\left(1+e^{x}\right)", log(1+exp(X))),
    (r"\operatorname{sech}(x)", 1/cosh(X)), (r"\operatorname{arcsinh} x", asinh(X)), (r"2 \cdot x \times x", 2*X**2),
    (r"\begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}", X),
    (r"f(x)=\begin{cases}-x,&\text{if }x<0,\\x^2,&\text{if }x\ge 0.\end{cases}", X**2),
    (r"\left\{\begin{array}{ll}1 & x<2\\ 3 & x\geq 2\end{array}\right.", mpf(3)), (r"\csc x \cot x", cos(X)/sin(X)**2),
    ("\u2061sin(x)", None), ("x\u2009+\u20091", X+1), ("x\u3000+ 1", X+1), ("𝑥 + 1", X+1), ("x ⋅ x", X**2), ("x ∗ 2", 2*X),
]
WRONG = [
    ("2x +", 5), ("(2x", 1), ("2x)", 3), ("[x+1)", 5), ("x + * 2", 5), ("sin + 2", 1), ("sin cos x", 1), ("tan", 1),
    ("sinn(x)", 1), ("sqroot(x)", 1), ("tg(x)", 1), ("arctg(x)", 1), ("ctg(x)", 1), ("sen(x)", 1), ("integral(x)", 1),
    ("2,5x", 2), ("1.000,5", 6), ("x;2", 2), ("x → 2", 3), ("x ± 1", 3), ("x # 1", 3), ("x @ 1", 3), ("x ? 1 : 2", 3),
    ("50%", 3), ("x % 2", 3), ("x!!", 3), ("!x", 1), ("x and 2", 3), ("x < 2", 3), ("0 < x < 1", 3), ("if(x, 1, 2)", 4),
    ("if(x>1, 2)", 1), ("if(x>1, 2, 3, 4)", 13), ("if(0<x>1, 2, 3)", 7), ("if(x<1 and 2, 3, 4)", 12), ("max(x)", 1), ("mod(x)", 1),
    ("mod(x, 2, 3)", 9), ("piecewise(x, 1)", 11), ("х+1", 1), ("x² ³", 4), ("1.5.2", 4), ("0b101", 2), ("1e400", 1),
    ("x + infinity", 5), ("∞", 1), ("x×", 3), ("|x", 1), ("x|", 3), ("∫x", 1), ("∑x", 1), ("d/dx(x^2", 5), ("f(x)=f(x)", 6),
    ("x'", 2), ("\"x\"", 1), ("x\\", 2), (r"\frac{1}", 9), (r"\foo{x}", 1), (r"\begin{cases} x & x > 0", 1),
    (r"\begin{matrix} x \end{matrix}", 1), ("x的平方", 2), ("sin（x", 4), ("；", 1), ("x\u200e+1", 2), ("x\u202e", 2), ("x\u0301", 2),
    ("😀x", 1), ("leaky_relu(x, x)", 15), ("relu(x, 1)", 7), ("relu", 1), ("sigmoid x^2", 1), ("", None),
]
for kind, rows in (("ok", RIGHT), ("error", WRONG)):
    for text, truth in rows:
        row = {"input": text, "expect": kind}
        if kind == "ok" and truth is None:
            continue
        if kind == "ok":
            row["y"] = float(truth)
        elif truth is not None:
            row["column"] = truth
        print(json.dumps(row))
