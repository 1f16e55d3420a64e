#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include <malloc.h>
#include <unistd.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QEventLoop>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "tests/bench/heartbeat.h"
#include "tests/bench/measure.h"
#include "tests/bench/real_window.h"
#include "tests/bench/visitor.h"

/// bench_soak [--seconds N] [--seed N] [--only ACTION] : somebody does things in the real window at random, or one of
/// them alone, and the program prints how long the event loop did not answer, by action, and what memory did. Built
/// with the address sanitizer it fails on the first misuse of memory, and at its end on what has leaked.

namespace {

using namespace secant;
using namespace secant::bench;

constexpr int kStepMs = 8;     // 125 moves a second.
constexpr int kRestSteps = 10; // After an action, so that what it has caused is its own.

struct Memory {
    double resident = residentMiB(getpid());
    double inUse = static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd) / 1048576.0;
};

void printMemory(const std::string& name, const Memory& memory)
{
    printFigure((name + ".resident").c_str(), memory.resident, "MiB");
    printFigure((name + ".heap").c_str(), memory.inUse, "MiB in use");
}

void printGaps(const Heartbeat& heart)
{
    std::vector<double> walls;
    std::vector<double> processors;
    for (const auto& [action, gaps] : heart.gaps()) {
        std::vector<double> wall;
        std::vector<double> processor;
        for (const Heartbeat::Gap& gap : gaps) {
            wall.push_back(gap.wall);
            processor.push_back(gap.processor);
        }
        std::printf("  %-22s %5zu times, longest gap p50 %7.1f  worst %7.1f ms; computing %7.1f %7.1f ms\n",
                    action.c_str(), gaps.size(), percentile(wall, 0.5), percentile(wall, 1.0),
                    percentile(processor, 0.5), percentile(processor, 1.0));
        walls.insert(walls.end(), wall.begin(), wall.end());
        processors.insert(processors.end(), processor.begin(), processor.end());
    }
    printFigure("gap.actions", static_cast<double>(walls.size()), "actions");
    printFigure("gap.p99", percentile(walls, 0.99), "ms");
    printFigure("gap.worst", percentile(walls, 1.0), "ms");
    printFigure("gap.processor.p99", percentile(processors, 0.99), "ms");
    printFigure("gap.processor.worst", percentile(processors, 1.0), "ms");
}

/// What the offscreen platform says of every window that it shows is no news.
void dropMessage(QtMsgType /*type*/, const QMessageLogContext& /*context*/, const QString& text)
{
    if (!text.contains(QLatin1String("propagateSizeHints"))) {
        std::fprintf(stderr, "%s\n", qPrintable(text));
    }
}

/// The window in the hands of a visitor.
class Soak : public QObject {
public:
    Soak(RealWindow& real, const QString& folder, unsigned seed, std::string only)
        : m_visitor(real, folder, seed), m_only(std::move(only))
    {
        m_steps.setTimerType(Qt::PreciseTimer);
        m_steps.setInterval(kStepMs);
        connect(&m_steps, &QTimer::timeout, this, [this] { step(); });
    }

    void run(double seconds)
    {
        m_end = wallMilliseconds() + 1e3 * seconds;
        m_steps.start();
        m_loop.exec();
        m_heart.stop();
    }
    [[nodiscard]] const Heartbeat& heart() const { return m_heart; }

private:
    void step()
    {
        if (m_visitor.isBusy()) {
            m_rest = 0;
            m_visitor.step();
        } else if (++m_rest > kRestSteps) {
            if (wallMilliseconds() > m_end) {
                m_steps.stop();
                m_loop.quit(); // To quit the application would close the window, which asks.
                return;
            }
            m_heart.begin(m_visitor.begin(m_only));
        }
    }

    Visitor m_visitor;
    Heartbeat m_heart;
    QTimer m_steps;
    QEventLoop m_loop;
    std::string m_only;
    int m_rest = 0;
    double m_end = 0.0;
};

} // namespace

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    qInstallMessageHandler(dropMessage);
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption seconds(QStringLiteral("seconds"), {}, QStringLiteral("N"), QStringLiteral("600"));
    const QCommandLineOption seed(QStringLiteral("seed"), {}, QStringLiteral("N"), QStringLiteral("1"));
    const QCommandLineOption only(QStringLiteral("only"), {}, QStringLiteral("ACTION"));
    parser.addOptions({seconds, seed, only});
    parser.process(application);
    const QTemporaryDir folder;

    RealWindow real(defaultScene());
    real.settings().exportFolder = folder.path();
    real.window().resize(1360, 860);
    real.window().show();
    QApplication::processEvents();
    const Memory first;
    Soak soak(real, folder.path(), parser.value(seed).toUInt(), parser.value(only).toStdString());
    soak.run(parser.value(seconds).toDouble());
    const Memory last;
    printGaps(soak.heart());
    printMemory("memory.first", first);
    printMemory("memory.last", last);
    printFigure("memory.growth", last.resident - first.resident, "MiB");
    real.session().open(defaultScene());
    QApplication::processEvents();
    malloc_trim(0);
    printMemory("memory.emptied", {});
    return 0;
}
