#include "app/command_help.h"

namespace secant {

const std::string_view kHelp = R"(Usage: secant [--theme system|light|dark] [--language en|zh] [SESSION.secant]
       secant export --output FILE [OPTION]... [SESSION.secant]...
       secant evaluate FILE.csv
       secant formula --jsonl
       secant curve --cases FILE.json
       secant verdict FORMULA --on INTERVAL

Shows activation functions, their derivatives, where they saturate and where they are dead.
Without a command a window opens. The commands need no display.

  export      writes figures, tables and animations; see secant export --help
  evaluate    computes f, f', f'' and df/dalpha of activations; see secant evaluate --help
  formula     reads formulas and computes them; see secant formula --help
  curve       computes the lines that are drawn for formulas; see secant curve --help
  verdict     says whether a formula is convex on an interval; see secant verdict --help
  --theme     how the window looks
  --language  of the window
  --version   says which version this is
  --help      shows this text

Exit code: 0 all was done, 1 something failed, 2 wrong usage.
)";

const std::string_view kExportHelp = R"help(Usage: secant export --output FILE [OPTION]... [SESSION.secant]...

Writes a figure of the session, or of the curves named, or of ReLU and leaky ReLU.

What is drawn
  --formula TEXT       a function of x; other names are parameters. May be given often
  --activation ID      a named activation. May be given often
  --set NAME=VALUE     a parameter of the --formula or --activation before it
  --session FILE       the same as SESSION.secant. May be given often
  --xrange A:B         what is seen of x; the y ranges are fitted to it
  --yrange A:B         what is seen of f
  --xscale SCALE       linear or log; on a logarithmic scale ranges lie above 0
  --yscale SCALE       the same for f, f′ and f″, of which it shows what is positive
  --panes LIST         of f, df, d2f, df_dalpha, with commas; f is always shown

Where to
  --output FILE        the ending says what: png, svg, pdf, tex, csv, json, gif or webp. May be given often.
                       With several sessions {name} in it stands for their names and {n} for their numbers
  --format FORMAT      one of these, whatever the ending
  --each               a figure for each --formula and --activation, not one for all; {name} and {n} as above

How
  --size WxH           in pixels, 96 to the inch (1200x800), or like 85x60mm or 3.5x2.5in
  --dpi N              dots an inch of PNG, GIF and WebP (96)
  --theme THEME        light, dark or paper
  --language LANGUAGE  en or zh
  --font FAMILY        of all texts (DejaVu Sans)
  --font-scale N       their size (1)
  --line-scale N       the width of the curves (1)
  --transparent        no ground
  --outlines           SVG: texts as outlines, which need no font
  --include            TeX: a tikzpicture to be read by \input, not a document
  --hex                CSV: hexadecimal numbers

Animations (gif, webp)
  --slider NAME=A:B    the parameter that moves, and from where to where (the first one, over its slider)
  --frames N           pictures (60)
  --fps N              pictures a second (25)

Numbers are written with a point, or as constants like pi/2. The same arguments make the same bytes.

Examples:
  secant export --output relu.png
  secant export --output leaky.svg --activation relu --activation leaky_relu --set alpha=0.2 --xrange -4:4
  secant export --output wave.pdf --formula "a*sin(x)/x" --set a=3 --xrange -4pi:4pi --theme paper
  secant export --output fig.pdf --output fig.tex --size 85x60mm --theme paper --formula "x*log(x)" --xrange 0:2
  secant export --output elu.gif --activation elu --slider alpha=0.1:2 --frames 40
  secant export --output "out/{name}.png" --size 1280x720 --dpi 192 lesson*.secant

Activations: )help";

const std::string_view kEvaluateHelp = R"(Usage: secant evaluate FILE.csv
       secant evaluate -

Reads CSV with the columns activation, params and x from the file or from standard input. params is empty for standard
values, or like alpha=0.1;beta=2. Numbers are decimal or hexadecimal, also inf and nan.
Writes activation,params,x,f,df,d2f,df_dalpha to standard output, with hexadecimal numbers, in the order of the rows.
df_dalpha is the derivative in the first parameter, empty where there is none. At a kink df and d2f are what PyTorch
returns, or the values from the left.
A row that makes no sense is left out and makes the exit code 1; the first one is named.

Example:
  printf 'activation,params,x\nleaky_relu,alpha=0.1,-2\n' | secant evaluate -

Activations: )";

const std::string_view kFormulaHelp = R"(Usage: secant formula --jsonl

Reads formulas of x from standard input, a JSON object a line: {"id": 1, "input": "2x+1", "x": 3}.
Answers each at once with a line: {"id": 1, "status": "ok", "y": 7.0}, where y may be "nan", "inf" or "-inf", or
{"id": 1, "status": "error", "column": 2, "message": "..."}, the column being counted in characters from 1.
Names other than x are not given values here, so that a formula with one is refused.
A line that is no such object is answered with the id null and makes the exit code 1.

Example:
  echo '{"id": 1, "input": "x^2 + 1", "x": 2}' | secant formula --jsonl
)";

const std::string_view kCurveHelp = R"(Usage: secant curve --cases FILE.json
       secant curve --cases -

Reads formulas with their windows from the file or from standard input, as one JSON object:
  {"canvas": [800, 600], "functions": [{"id": "pole", "expr": "1/x", "window": [-5, 5, -5, 5]}]}
The canvas is in pixels; a window is [x0, x1, y0, y1]. Names other than x have no value here.
Writes what is drawn for each, a JSON object a line:
  id           that of the function
  segments     lists of points [x, y] that are joined in order; one point alone is a dot
  columns      filled rectangles [x0, x1, y0, y1], where the curve turns faster than pixels can show
  evaluations  how often the formula was computed
  seconds      how long that took
A function that cannot be drawn is left out and makes the exit code 1; the first one is named.

Examples:
  secant curve --cases cases.json > lines.jsonl
  echo '{"canvas": [800, 600], "functions": [{"id": 1, "expr": "x^3-x", "window": [-2, 2, -1, 1]}]}' |
    secant curve --cases -
)";

const std::string_view kVerdictHelp = R"help(Usage: secant verdict FORMULA --on INTERVAL [--json]
       secant verdict --cases FILE.json

Says whether a formula of x is affine, convex, strictly convex, concave, strictly concave or neither where it is defined
on the interval, with the proof or with the chords that break it. What is not proved is undecided.
FILE.json is an object with cases: id, expr, interval {lo, hi, lo_closed, hi_closed}; each is answered with a JSON object
a line.

Example:
  secant verdict "x*log(x)" --on "(0, 2]"
)help";

} // namespace secant
