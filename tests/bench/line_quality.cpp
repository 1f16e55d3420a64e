#include <cmath>
#include <string>
#include <vector>

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include "tests/bench/measure.h"
#include "tests/support/line_truth.h"
#include "widgets/plot/stroker.h"

/// How far the pixels of lines are from the truth by 16 × 16 samples, in grey levels of 255: ours beside those of
/// QPainter, which QCustomPlot draws with. Round ends and joints, black on white; pixels that the line touches count.

namespace {

using namespace secant;
using namespace secant::bench;

constexpr double kPens[] = {2.0, 2.6}; // Of a curve and of the active one.

QImage blank()
{
    QImage image(kLineWidth, kLineHeight, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

QImage byUs(const Polyline& line, double pen)
{
    QImage image = blank();
    CoverageMask mask;
    mask.reset(image.rect());
    mask.addPolyline(line, pen / 2.0);
    mask.blendInto(image, Qt::black);
    return image;
}

QImage byQPainter(const Polyline& line, double pen)
{
    QImage image = blank();
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::black, pen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line.data(), static_cast<int>(line.size()));
    return image;
}

void collectErrors(const QImage& image, const LineTruth& truth, std::vector<double>& errors)
{
    for (int y = 0; y < kLineHeight; ++y) {
        for (int x = 0; x < kLineWidth; ++x) {
            const double expected = truth.at(x, y);
            const double ink = 255.0 - qRed(image.pixel(x, y));
            if (expected > 0.0 || ink > 0.0) {
                errors.push_back(std::abs(ink - expected));
            }
        }
    }
}

void report(const std::string& name, const std::vector<double>& errors)
{
    double sum = 0.0;
    for (const double error : errors) {
        sum += error;
    }
    printFigure((name + ".mean").c_str(), sum / static_cast<double>(errors.size()), "levels");
    printFigure((name + ".p99.9").c_str(), percentile(errors, 0.999), "levels");
}

void compare(const std::string& name, const std::vector<Polyline>& lines)
{
    std::vector<double> own;
    std::vector<double> qt;
    for (const Polyline& line : lines) {
        for (const double pen : kPens) {
            const std::vector<Polyline> only{line};
            const LineTruth truth(only, pen / 2.0);
            collectErrors(byUs(line, pen), truth, own);
            collectErrors(byQPainter(line, pen), truth, qt);
        }
    }
    report(name, own);
    report(name + ".qpainter", qt);
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    compare("quality.lines", {smoothSine(), corner(), halfCircle(), verticalStep(), steepSine()});
    compare("quality.chirp", {chirp()});
    return 0;
}
