#include <array>
#include <cmath>
#include <numbers>

#include <QtTest>

#include "widgets/plot/palette.h"

using namespace secant;

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
// TVCG 15 (2009), table 1, severity 1.0; they apply to linear RGB.
constexpr Matrix kNormal{{{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}}};
constexpr Matrix kProtanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};

/// IEC 61966-2-1.
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Vector linearRgb(const QColor& color)
{
    return {linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
}

Vector seen(const Matrix& eye, const Vector& rgb)
{
    Vector result{};
    for (std::size_t row = 0; row < 3; ++row) {
        const double sum = eye[row][0] * rgb[0] + eye[row][1] * rgb[1] + eye[row][2] * rgb[2];
        result[row] = std::clamp(sum, 0.0, 1.0);
    }
    return result;
}

/// WCAG 2.1, "relative luminance" and "contrast ratio".
double luminance(const QColor& color)
{
    const Vector rgb = linearRgb(color);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

double contrast(const QColor& a, const QColor& b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

/// CIE 15:2004, L*a*b* under D65.
Vector lab(const Vector& rgb)
{
    const auto f = [](double t) { return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0; };
    const double x = f((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
    const double y = f(0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]);
    const double z = f((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

double difference(const Matrix& eye, const QColor& a, const QColor& b)
{
    const Vector s = lab(seen(eye, linearRgb(a)));
    const Vector t = lab(seen(eye, linearRgb(b)));
    return std::hypot(s[0] - t[0], s[1] - t[1], s[2] - t[2]);
}

} // namespace

class TestPalette : public QObject {
    Q_OBJECT

private slots:
    void formulasAgreeWithPublishedValues();
    void inkStandsOutFromGround_data() { addThemes(); }
    void inkStandsOutFromGround();
    void curvesAreToldApart_data() { addThemes(); }
    void curvesAreToldApart();
    void dashesAreToldApart();
    void slotsRepeat();
    void windowThemeFollowsWindow();

private:
    static void addThemes();
};

void TestPalette::addThemes()
{
    QTest::addColumn<int>("theme");
    QTest::addRow("light") << static_cast<int>(FigureTheme::Light);
    QTest::addRow("dark") << static_cast<int>(FigureTheme::Dark);
    QTest::addRow("paper") << static_cast<int>(FigureTheme::Paper);
}

void TestPalette::formulasAgreeWithPublishedValues()
{
    // WCAG 2.1: black on white is 21:1. Lindbloom's calculator: sRGB red is L*a*b* 53.24, 80.09, 67.20.
    QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 1e-9);
    const Vector red = lab(linearRgb(Qt::red));
    QVERIFY(std::abs(red[0] - 53.24) < 0.01);
    QVERIFY(std::abs(red[1] - 80.09) < 0.01);
    QVERIFY(std::abs(red[2] - 67.20) < 0.01);
}

void TestPalette::inkStandsOutFromGround()
{
    QFETCH(int, theme);
    const FigurePalette& palette = figurePalette(static_cast<FigureTheme>(theme), false);
    // WCAG 2.1: 1.4.11 asks 3:1 of graphical objects, 1.4.3 asks 4.5:1 of text.
    for (int slot = 0; slot < kCurveStyles; ++slot) {
        const double ratio = contrast(palette.curve(slot).color, palette.background);
        QVERIFY2(ratio >= 3.0, qPrintable(QStringLiteral("slot %1 has %2").arg(slot).arg(ratio)));
    }
    QVERIFY(contrast(palette.text, palette.background) >= 4.5);
    QVERIFY(contrast(palette.mutedText, palette.background) >= 4.5);
    QVERIFY(contrast(palette.zeroLine, palette.background) > contrast(palette.grid, palette.background) ||
            palette.grid.alpha() == 0);
}

void TestPalette::curvesAreToldApart()
{
    QFETCH(int, theme);
    const FigurePalette& palette = figurePalette(static_cast<FigureTheme>(theme), false);
    // The just noticeable difference is 2.3 units (Mahy, van Eycken and Oosterlinck 1994), for large fields side by
    // side; thin lines apart from each other get six times that.
    constexpr double kLeast = 6.0 * 2.3;
    for (int a = 0; a < kCurveStyles; ++a) {
        for (int b = 0; b < a; ++b) {
            for (const Matrix& eye : {kNormal, kProtanopia, kDeuteranopia}) {
                const double apart = difference(eye, palette.curve(a).color, palette.curve(b).color);
                QVERIFY2(apart >= kLeast, qPrintable(QStringLiteral("%1 and %2: %3").arg(a).arg(b).arg(apart)));
            }
        }
    }
}

void TestPalette::dashesAreToldApart()
{
    const FigurePalette& palette = figurePalette(FigureTheme::Light, false);
    QVERIFY(palette.curve(0).dashes.isEmpty());
    for (int a = 0; a < kCurveStyles; ++a) {
        QCOMPARE(palette.curve(a).dashes.size() % 2, 0);
        for (int b = 0; b < a; ++b) {
            QVERIFY2(palette.curve(a).dashes != palette.curve(b).dashes, "colour alone tells two styles apart");
        }
        QCOMPARE(palette.curve(a).dashes, figurePalette(FigureTheme::Paper, false).curve(a).dashes);
    }
}

void TestPalette::slotsRepeat()
{
    const FigurePalette& palette = figurePalette(FigureTheme::Dark, false);
    QCOMPARE(palette.curve(kCurveStyles + 2).color, palette.curve(2).color);
    QCOMPARE(palette.curve(-1).color, palette.curve(kCurveStyles - 1).color);
}

void TestPalette::windowThemeFollowsWindow()
{
    QCOMPARE(&figurePalette(FigureTheme::Window, true), &figurePalette(FigureTheme::Dark, false));
    QCOMPARE(&figurePalette(FigureTheme::Window, false), &figurePalette(FigureTheme::Light, true));
}

QTEST_GUILESS_MAIN(TestPalette)
#include "tst_palette.moc"
