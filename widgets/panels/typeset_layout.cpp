#include "widgets/panels/typeset_layout.h"

#include <algorithm>
#include <array>

#include <QFontMetricsF>

namespace secant {
namespace {

constexpr int kDeepest = 40;
constexpr int kSmallest = 8; // pixels

struct Letter {
    QStringView command;
    QStringView sign;
    AtomClass kind = AtomClass::Ordinary;
};

/// Commands that are one character.
constexpr Letter kLetters[] = {
    {u"alpha", u"α"},
    {u"beta", u"β"},
    {u"gamma", u"γ"},
    {u"delta", u"δ"},
    {u"epsilon", u"ε"},
    {u"zeta", u"ζ"},
    {u"eta", u"η"},
    {u"theta", u"θ"},
    {u"iota", u"ι"},
    {u"kappa", u"κ"},
    {u"lambda", u"λ"},
    {u"mu", u"μ"},
    {u"nu", u"ν"},
    {u"xi", u"ξ"},
    {u"rho", u"ρ"},
    {u"sigma", u"σ"},
    {u"upsilon", u"υ"},
    {u"phi", u"φ"},
    {u"chi", u"χ"},
    {u"psi", u"ψ"},
    {u"omega", u"ω"},
    {u"tau", u"τ"},
    {u"pi", u"π"},
    {u"Gamma", u"Γ"},
    {u"cdot", u"·", AtomClass::Binary},
    {u"le", u"≤", AtomClass::Relation},
    {u"ge", u"≥", AtomClass::Relation},
    {u"ne", u"≠", AtomClass::Relation},
};

constexpr QStringView kFunctions[] = {u"sin",    u"cos",    u"tan", u"sinh", u"cosh", u"tanh", u"arcsin",
                                      u"arccos", u"arctan", u"ln",  u"log",  u"min",  u"max"};

/// In parts of 18 of the text's size, as TeX has it.
int spaceBetween(AtomClass left, AtomClass right, bool isScript)
{
    constexpr int kThin = 3;
    constexpr int kMedium = 4;
    constexpr int kThick = 5;
    using enum AtomClass;
    if (left == Comma) {
        return isScript ? 1 : kThin + 1;
    }
    if (left == Open || right == Close || right == Comma) {
        return 0;
    }
    if (left == Binary || right == Binary) {
        return isScript ? 0 : kMedium;
    }
    if (left == Relation || right == Relation) {
        return isScript ? 1 : kThick;
    }
    if (left == Function) {
        return right == Open ? 0 : kThin;
    }
    const bool isApart = right == Function || left == Inner || right == Inner;
    return isApart ? (isScript ? 1 : kThin) : 0;
}

MathStyle scriptOf(MathStyle style)
{
    return style <= MathStyle::Text ? MathStyle::Script : MathStyle::ScriptScript;
}

bool isScript(MathStyle style)
{
    return style >= MathStyle::Script;
}

} // namespace

std::optional<Typeset> TypesetLayout::run()
{
    Typeset box = readRow(MathStyle::Display, {});
    if (m_hasFailed) {
        return std::nullopt;
    }
    return box;
}

bool TypesetLayout::takes(QStringView text)
{
    if (!m_text.sliced(m_at).startsWith(text)) {
        return false;
    }
    // \le is no beginning of \left.
    const qsizetype end = m_at + text.size();
    const bool isCommand = text.front() == u'\\' && text.back().isLetter();
    if (isCommand && end < m_text.size() && m_text[end].isLetter()) {
        return false;
    }
    m_at = end;
    return true;
}

void TypesetLayout::skipSpaces()
{
    while (!atEnd() && m_text[m_at] == u' ') {
        ++m_at;
    }
}

QString TypesetLayout::takeCommand()
{
    QString name;
    for (++m_at; !atEnd() && m_text[m_at].isLetter() && m_text[m_at].unicode() < 0x80; ++m_at) {
        name += m_text[m_at];
    }
    return name;
}

QString TypesetLayout::takeWord()
{
    QString word;
    m_hasFailed = m_hasFailed || !takes(u"{");
    for (; !atEnd() && m_text[m_at] != u'}'; ++m_at) {
        if (m_text[m_at] != u'\\') {
            word += m_text[m_at];
        }
    }
    m_hasFailed = m_hasFailed || !takes(u"}");
    return word;
}

Typeset TypesetLayout::takeGroup(MathStyle style)
{
    if (!takes(u"{")) {
        m_hasFailed = true;
        return {};
    }
    return readRow(style, {u"}"});
}

Typeset TypesetLayout::readRow(MathStyle style, const std::vector<QStringView>& ends, QStringView* ended)
{
    std::vector<Atom> atoms;
    m_hasFailed = m_hasFailed || ++m_depth > kDeepest;
    while (!m_hasFailed) {
        skipSpaces();
        const auto end = std::ranges::find_if(ends, [this](QStringView text) { return takes(text); });
        if (end != ends.end()) {
            if (ended) {
                *ended = *end;
            }
            break;
        }
        if (atEnd()) {
            m_hasFailed = !ends.empty();
            break;
        }
        if (std::optional<Atom> atom = readAtom(style)) {
            readScripts(*atom, style);
            atoms.push_back(std::move(*atom));
        }
    }
    --m_depth;
    return joined(atoms, style);
}

std::optional<Atom> TypesetLayout::readAtom(MathStyle style)
{
    if (m_text[m_at] == u'\\') {
        return readCommand(style);
    }
    if (m_text[m_at] == u'{') {
        return Atom{takeGroup(style)};
    }
    return readCharacter(style);
}

Atom TypesetLayout::readCharacter(MathStyle style)
{
    const QChar first = m_text[m_at];
    QString text(first);
    ++m_at;
    if (first.isDigit()) { // Numbers in one piece.
        while (!atEnd() && (m_text[m_at].isDigit() || m_text[m_at] == u'.')) {
            text += m_text[m_at++];
        }
        return {glyphs(text, style, false)};
    }
    if (first.isLetter()) {
        return {glyphs(text, style, true)};
    }
    const auto signOf = [&](const QString& sign, AtomClass kind) {
        return Atom{glyphs(sign, style, false), kind, kind};
    };
    switch (first.unicode()) {
    case u'\'':
        return Atom{glyphs(QStringLiteral("′"), style, false)};
    case u'+':
        return signOf(text, AtomClass::Binary);
    case u'-':
        return signOf(QStringLiteral("−"), AtomClass::Binary);
    case u'<':
    case u'>':
    case u'=':
        return signOf(text, AtomClass::Relation);
    case u',':
    case u';':
        return signOf(text, AtomClass::Comma);
    case u'(':
        return signOf(text, AtomClass::Open);
    case u')':
        return signOf(text, AtomClass::Close);
    default:
        m_hasFailed = true;
        return {};
    }
}

std::optional<Atom> TypesetLayout::readCommand(MathStyle style)
{
    const QString name = takeCommand();
    if (name == u"frac") {
        return readFraction(style);
    }
    if (name == u"sqrt") {
        return readRoot(style);
    }
    if (name == u"left") {
        return readFences(style);
    }
    if (name == u"begin") {
        return readCases(style);
    }
    if (name == u"operatorname") {
        return Atom{glyphs(takeWord(), style, false), AtomClass::Function, AtomClass::Function};
    }
    if (name == u"mathrm" || name == u"text") {
        return Atom{glyphs(takeWord(), style, false), AtomClass::Inner, AtomClass::Inner};
    }
    const auto* const letter = std::ranges::find(kLetters, QStringView(name), &Letter::command);
    if (letter != std::end(kLetters)) {
        // Greek of a slanted face looks like another letter to some; Γ, · and ≤ stand upright anyway.
        const bool isItalic = letter->kind == AtomClass::Ordinary && letter->sign != u"Γ" && letter->sign != u"π";
        return Atom{glyphs(letter->sign.toString(), style, isItalic), letter->kind, letter->kind};
    }
    if (std::ranges::find(kFunctions, QStringView(name)) != std::end(kFunctions)) {
        return Atom{glyphs(name, style, false), AtomClass::Function, AtomClass::Function};
    }
    m_hasFailed = true;
    return std::nullopt;
}

void TypesetLayout::readScripts(Atom& atom, MathStyle style)
{
    std::optional<Typeset> upper;
    std::optional<Typeset> lower;
    const double em = sizeOf(style);
    skipSpaces(); // "\\beta ^{2}"
    while (!m_hasFailed && !atEnd() && (m_text[m_at] == u'^' || m_text[m_at] == u'_')) {
        std::optional<Typeset>& script = m_text[m_at++] == u'^' ? upper : lower;
        script = takeGroup(scriptOf(style));
    }
    if (!upper && !lower) {
        return;
    }
    const double x = atom.box.width + 0.05 * em;
    Typeset with = atom.box;
    if (upper) {
        const double rise = std::max({0.38 * em, atom.box.ascent - 0.30 * em, upper->descent + 0.25 * em});
        with.place(*upper, x, -rise);
    }
    if (lower) {
        const double drop = std::max({0.18 * em, atom.box.descent + 0.08 * em, lower->ascent - 0.40 * em});
        with.place(*lower, x, drop);
    }
    atom.box = std::move(with);
}

Atom TypesetLayout::readFraction(MathStyle style)
{
    const MathStyle inner = style == MathStyle::Display ? MathStyle::Text : scriptOf(style);
    const Typeset numerator = takeGroup(inner);
    const Typeset denominator = takeGroup(inner);
    const double em = sizeOf(style);
    const double axis = axisOf(style);
    const double line = std::max(1.0, 0.06 * em);
    const double gap = 0.16 * em;
    const double side = 0.08 * em;
    Typeset box;
    box.width = std::max(numerator.width, denominator.width) + 2.0 * side;
    QPainterPath bar;
    bar.addRect(0.0, -axis - line / 2.0, box.width, line);
    box.shapes.push_back(bar);
    const double width = box.width;
    box.place(numerator, (width - numerator.width) / 2.0, -axis - line / 2.0 - gap - numerator.descent);
    box.place(denominator, (width - denominator.width) / 2.0, -axis + line / 2.0 + gap + denominator.ascent);
    return {box, AtomClass::Inner, AtomClass::Inner};
}

Atom TypesetLayout::readRoot(MathStyle style)
{
    const bool isCubic = takes(u"[3]");
    const Typeset inner = takeGroup(style == MathStyle::Display ? MathStyle::Text : style);
    const double em = sizeOf(style);
    const double gap = 0.14 * em;
    const double ascent = std::max(inner.ascent, 0.5 * em) + gap;
    const double height = ascent + inner.descent + 0.06 * em;
    const double left = 0.58 * em + (isCubic ? 0.12 * em : 0.0);
    Typeset box;
    box.place(inner, left, 0.0);
    box.shapes.push_back(rootShape(inner.width + 0.06 * em, height, em).translated(left, -ascent));
    box.width = left + inner.width + 0.1 * em;
    box.ascent = ascent + 0.04 * em;
    box.descent = std::max(box.descent, height - ascent);
    if (isCubic) {
        box.place(glyphs(QStringLiteral("3"), MathStyle::ScriptScript, false), 0.02 * em, -ascent + 0.52 * height);
    }
    return {box, AtomClass::Ordinary, AtomClass::Ordinary};
}

Atom TypesetLayout::readFences(MathStyle style)
{
    struct Pair {
        QStringView opening;
        QStringView closing;
        QChar left;
        QChar right;
    };
    constexpr Pair kPairs[] = {{u"(", u"\\right)", u'(', u')'},
                               {u"|", u"\\right|", u'|', u'|'},
                               {u"\\lfloor", u"\\right\\rfloor", u'⌊', u'⌋'},
                               {u"\\lceil", u"\\right\\rceil", u'⌈', u'⌉'}};
    for (const Pair& pair : kPairs) {
        if (!takes(pair.opening)) {
            continue;
        }
        const Typeset inner = readRow(style, {pair.closing});
        const double axis = axisOf(style);
        const double half = std::max(inner.ascent - axis, inner.descent + axis);
        const Typeset left = fence(pair.left, half, style);
        const Typeset right = fence(pair.right, half, style);
        const double gap = 0.05 * sizeOf(style);
        Typeset box = left;
        box.place(inner, left.width + gap, 0.0);
        box.place(right, left.width + inner.width + 2.0 * gap, 0.0);
        return {box, AtomClass::Open, AtomClass::Close};
    }
    m_hasFailed = true;
    return {};
}

Atom TypesetLayout::readCases(MathStyle style)
{
    m_hasFailed = m_hasFailed || !takes(u"{cases}");
    struct Row {
        Typeset value;
        Typeset condition;
    };
    std::vector<Row> rows;
    const MathStyle inner = style == MathStyle::Display ? MathStyle::Text : style;
    for (QStringView ended; !m_hasFailed && ended != u"\\end{cases}";) {
        Typeset value = readRow(inner, {u"&"});
        Typeset condition = readRow(inner, {u"\\\\", u"\\end{cases}"}, &ended);
        rows.push_back({std::move(value), std::move(condition)});
    }
    const double em = sizeOf(style);
    const double gap = 0.42 * em;
    double height = -gap;
    double column = 0.0;
    for (const Row& row : rows) {
        height += gap + std::max(row.value.height(), row.condition.height());
        column = std::max(column, row.value.width);
    }
    const double axis = axisOf(style);
    Typeset box = fence(u'{', height / 2.0 + 0.1 * em, style);
    const double left = box.width + 0.2 * em;
    double top = -axis - height / 2.0;
    for (const Row& row : rows) {
        const double baseline = top + std::max(row.value.ascent, row.condition.ascent);
        box.place(row.value, left, baseline);
        box.place(row.condition, left + column + em, baseline);
        top = baseline + std::max(row.value.descent, row.condition.descent) + gap;
    }
    return {box, AtomClass::Open, AtomClass::Inner};
}

int TypesetLayout::sizeOf(MathStyle style) const
{
    const double share = style == MathStyle::ScriptScript ? 0.58 : style == MathStyle::Script ? 0.74 : 1.0;
    return std::min(m_pixelSize, std::max(kSmallest, qRound(share * m_pixelSize)));
}

double TypesetLayout::axisOf(MathStyle style) const
{
    const QRectF plus = QFontMetricsF(formulaFont(sizeOf(style), false)).tightBoundingRect(QStringLiteral("+"));
    return -plus.center().y();
}

Typeset TypesetLayout::glyphs(const QString& text, MathStyle style, bool italic) const
{
    const int size = sizeOf(style);
    const QFontMetricsF metrics(formulaFont(size, italic));
    const QRectF ink = metrics.tightBoundingRect(text);
    Typeset box;
    // What leans over its advance would touch what follows.
    box.width = std::max(metrics.horizontalAdvance(text), ink.right() + 0.02 * size);
    box.ascent = std::max(-ink.top(), metrics.xHeight());
    box.descent = std::max(ink.bottom(), 0.0);
    box.glyphs.push_back({text, {0.0, 0.0}, size, italic});
    return box;
}

Typeset TypesetLayout::joined(const std::vector<Atom>& atoms, MathStyle style) const
{
    Typeset box;
    const double part = sizeOf(style) / 18.0;
    AtomClass previous = AtomClass::Open;
    for (const Atom& atom : atoms) {
        // A sign with nothing before it belongs to what follows.
        const bool isPrefix =
            atom.left == AtomClass::Binary && (previous == AtomClass::Open || previous == AtomClass::Binary ||
                                               previous == AtomClass::Relation || previous == AtomClass::Comma);
        const AtomClass left = isPrefix ? AtomClass::Ordinary : atom.left;
        const int space = &atom == &atoms.front() ? 0 : spaceBetween(previous, left, isScript(style));
        box.place(atom.box, box.width + space * part, 0.0);
        previous = isPrefix ? AtomClass::Ordinary : atom.right;
    }
    return box;
}

Typeset TypesetLayout::fence(QChar sign, double half, MathStyle style) const
{
    const double em = sizeOf(style);
    const double axis = axisOf(style);
    const double least = 0.56 * em;
    if (half <= least && sign != u'{' && sign != u'|') {
        return glyphs(QString(sign), style, false);
    }
    const double reach = std::max(half + 0.06 * em, least);
    const auto [shape, width] = fenceShape(sign, 2.0 * reach, em);
    const double side = 0.06 * em;
    Typeset box;
    box.width = width + 2.0 * side;
    box.ascent = axis + reach;
    box.descent = reach - axis;
    box.shapes.push_back(shape.translated(side, -box.ascent));
    return box;
}

} // namespace secant
