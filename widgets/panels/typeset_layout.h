#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QString>
#include <QStringView>

#include "widgets/panels/typeset.h"

namespace secant {

/// What an atom is to its neighbours, as TeX has it; from this follows the space between them.
enum class AtomClass : std::uint8_t { Ordinary, Function, Binary, Relation, Open, Close, Comma, Inner };

struct Atom {
    Typeset box;
    AtomClass left = AtomClass::Ordinary;
    AtomClass right = AtomClass::Ordinary;
};

/// How large and how roomy: display, text, script, script of script.
enum class MathStyle : std::uint8_t { Display, Text, Script, ScriptScript };

/// The state of one typeset(): reads the text once from left to right.
class TypesetLayout {
public:
    TypesetLayout(QStringView latex, int pixelSize) : m_text(latex), m_pixelSize(pixelSize) {}

    [[nodiscard]] std::optional<Typeset> run();

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool takes(QStringView text);
    void skipSpaces();
    [[nodiscard]] QString takeCommand();
    /// The text of {…} without commands other than \_.
    [[nodiscard]] QString takeWord();
    [[nodiscard]] Typeset takeGroup(MathStyle style);

    /// Up to one of `ends`, which is taken, or to the end of the text.
    [[nodiscard]] Typeset readRow(MathStyle style, const std::vector<QStringView>& ends, QStringView* ended = nullptr);
    [[nodiscard]] std::optional<Atom> readAtom(MathStyle style);
    [[nodiscard]] std::optional<Atom> readCommand(MathStyle style);
    [[nodiscard]] Atom readCharacter(MathStyle style);
    void readScripts(Atom& atom, MathStyle style);
    [[nodiscard]] Atom readFraction(MathStyle style);
    [[nodiscard]] Atom readRoot(MathStyle style);
    [[nodiscard]] Atom readFences(MathStyle style);
    [[nodiscard]] Atom readCases(MathStyle style);

    [[nodiscard]] int sizeOf(MathStyle style) const;
    /// Height of the fraction line above the baseline.
    [[nodiscard]] double axisOf(MathStyle style) const;
    [[nodiscard]] Typeset glyphs(const QString& text, MathStyle style, bool italic) const;
    [[nodiscard]] Typeset joined(const std::vector<Atom>& atoms, MathStyle style) const;
    /// A bracket that reaches `half` above and below the axis.
    [[nodiscard]] Typeset fence(QChar sign, double half, MathStyle style) const;

    QStringView m_text;
    int m_pixelSize;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_hasFailed = false;
};

/// A bracket of any height as a filled shape `height` high, its top left at the origin; `em` is the size of the text.
[[nodiscard]] std::pair<QPainterPath, double> fenceShape(QChar sign, double height, double em);
/// The sign of a root around a radicand of this size, the top left of its line at the left end of the radicand.
[[nodiscard]] QPainterPath rootShape(double width, double height, double em);

} // namespace secant
