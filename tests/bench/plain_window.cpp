#include <QApplication>
#include <QWidget>

#include "tests/bench/frame_scenes.h"
#include "tests/bench/plain_plot.h"

/// A window with two curves in plain QCustomPlot and nothing else: what a program of Qt Widgets takes to its first
/// frame whatever it does. bench_start runs it beside Secant.
int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    secant::PlainPlot plain(secant::bench::uniformlySampled(secant::bench::sceneAt(0, 2, false)));
    plain.widget().resize(1360, 860);
    plain.widget().show();
    return QApplication::exec();
}
