#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <QApplication>
#include <QMouseEvent>
#include <QStandardPaths>
#include <QTimer>

#include <xcb/xcb.h>

#include "tests/bench/frame_scenes.h"
#include "tests/bench/measure.h"
#include "tests/bench/plain_plot.h"
#include "tests/bench/real_window.h"
#include "tests/bench/virtual_screen.h"
#include "widgets/panels/parameter_slider.h"
#include "widgets/plot/figure_view.h"

/// latency [SECONDS] : time on the wall from the move of a slider until the frame that shows it is painted and the X
/// server has done it (a round trip on the same connection), on an Xvfb of 1920 × 1080: the real window on four
/// functions with f and f′, beside a window of plain QCustomPlot that draws once a turn of the event loop. Moves come
/// from a thread, 125 and 1000 a second, for SECONDS (10 by default) each.

namespace {

using namespace secant;
using namespace secant::bench;

constexpr QSize kScreen(1920, 1080);
constexpr int kSteps = 40;

/// Tells when the widgets have painted and flushed.
class Application : public QApplication {
public:
    using QApplication::QApplication;

    std::function<void()> flushed;

    bool notify(QObject* receiver, QEvent* event) override
    {
        const QEvent::Type type = event->type();
        const bool done = QApplication::notify(receiver, event);
        // A window answers to this by painting what is dirty and sending it to the server.
        if (type == QEvent::UpdateRequest && flushed) {
            flushed();
        }
        return done;
    }
};

/// Waits until the X server has done all that was sent to it.
void roundTrip()
{
    auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    xcb_connection_t* connection = x11->connection();
    std::free(xcb_get_input_focus_reply(connection, xcb_get_input_focus(connection), nullptr));
}

/// Follows moves, numbered in the order in which they are sent, to the frames that show them.
class Chase : public QObject {
public:
    Chase(QWidget& slider, QWidget& plot) : m_slider(slider)
    {
        slider.installEventFilter(this);
        plot.installEventFilter(this);
    }

    void run(double perSecond, double seconds);
    /// What arrived until now has gone into the figure that is painted next.
    void noteFigure() { m_inFigure = m_arrived; }
    void noteFlush();
    void report(const std::string& name) const;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == &m_slider && event->type() == QEvent::MouseMove) {
            ++m_arrived;
            if (moved) {
                moved(static_cast<int>(m_arrived));
            }
        } else if (watched != &m_slider && event->type() == QEvent::Paint) {
            m_painted = m_inFigure;
        }
        return false;
    }

    std::function<void(int)> moved;

private:
    void send(std::size_t number);

    QWidget& m_slider;
    std::vector<double> m_sent; ///< When, written by the thread before the move is posted.
    std::vector<double> m_latencies;
    double m_processor = 0.0;
    int m_frames = 0;
    std::size_t m_arrived = 0;
    std::size_t m_inFigure = 0;
    std::size_t m_painted = 0;
    std::size_t m_done = 0;
};

void Chase::send(std::size_t number)
{
    // To and fro over the middle of the slider, two pixels a move.
    const int period = std::max(4, m_slider.width() / 2);
    const int phase = static_cast<int>(2 * number) % (2 * period);
    const QPointF at(m_slider.width() / 4 + (phase < period ? phase : 2 * period - phase), m_slider.height() / 2.0);
    m_sent[number] = wallMilliseconds();
    QCoreApplication::postEvent(&m_slider, new QMouseEvent(QEvent::MouseMove, at, m_slider.mapToGlobal(at),
                                                           Qt::NoButton, Qt::LeftButton, Qt::NoModifier));
}

void Chase::run(double perSecond, double seconds)
{
    const auto moves = static_cast<std::size_t>(perSecond * seconds);
    m_sent.assign(moves, 0.0);
    m_latencies.clear();
    m_arrived = m_inFigure = m_painted = m_done = 0;
    m_frames = 0;
    const QPointF middle(m_slider.width() / 2.0, m_slider.height() / 2.0);
    const auto press = [&](QEvent::Type type, Qt::MouseButtons held) {
        QMouseEvent event(type, middle, m_slider.mapToGlobal(middle), Qt::LeftButton, held, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_slider, &event);
    };
    press(QEvent::MouseButtonPress, Qt::LeftButton);
    const double processor = threadMilliseconds();
    std::thread source([&] {
        auto next = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < moves; ++i) {
            next += std::chrono::nanoseconds(static_cast<long>(1e9 / perSecond));
            std::this_thread::sleep_until(next);
            send(i);
        }
    });
    const double end = wallMilliseconds() + 1e3 * seconds + 20e3;
    while (m_done < moves && wallMilliseconds() < end) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    }
    m_processor = threadMilliseconds() - processor;
    source.join();
    press(QEvent::MouseButtonRelease, Qt::NoButton);
    QCoreApplication::processEvents();
}

void Chase::noteFlush()
{
    if (m_painted == m_done) {
        return;
    }
    roundTrip();
    const double now = wallMilliseconds();
    for (; m_done < m_painted; ++m_done) {
        m_latencies.push_back(now - m_sent[m_done]);
    }
    ++m_frames;
}

void Chase::report(const std::string& name) const
{
    printFigure((name + ".p50").c_str(), percentile(m_latencies, 0.5), "ms");
    printFigure((name + ".p99").c_str(), percentile(m_latencies, 0.99), "ms");
    printFigure((name + ".worst").c_str(), percentile(m_latencies, 1.0), "ms");
    printFigure((name + ".processor").c_str(), m_processor / std::max(1, m_frames), "ms a frame");
    printFigure((name + ".lost").c_str(), static_cast<double>(m_sent.size() - m_latencies.size()), "moves");
}

void measureSecant(Application& application, double seconds)
{
    RealWindow real(sceneAt(0, 4, true));
    real.window().show();
    real.window().setGeometry(QRect(QPoint(), kScreen));
    auto* slider = real.window().findChild<ParameterSlider*>()->findChild<QWidget*>(QStringLiteral("track"));
    for (const double end = wallMilliseconds() + 1000.0; wallMilliseconds() < end;) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    }
    Chase chase(*slider, *real.window().findChild<FigureView*>());
    QObject::connect(&real.session(), &Session::figureChanged, &chase, [&] { chase.noteFigure(); });
    application.flushed = [&] { chase.noteFlush(); };
    for (const int perSecond : {125, 1000}) {
        chase.run(perSecond, seconds);
        chase.report("latency." + std::to_string(perSecond));
    }
    application.flushed = {};
}

void measurePlain(double seconds)
{
    std::vector<Figure> ready;
    for (int step = 0; step < kSteps; ++step) {
        ready.push_back(uniformlySampled(sceneAt(step, 4, false)));
    }
    PlainPlot plain(ready.front());
    QWidget slider(&plain.widget());
    slider.setGeometry(100, 20, 300, 24);
    plain.widget().show();
    plain.widget().setGeometry(QRect(QPoint(), kScreen));
    QCoreApplication::processEvents();
    Chase chase(slider, plain.widget());
    QTimer frame;
    frame.setSingleShot(true);
    std::size_t step = 0;
    chase.moved = [&](int number) {
        step = static_cast<std::size_t>(number % kSteps);
        if (!frame.isActive()) {
            frame.start(0);
        }
    };
    QObject::connect(&frame, &QTimer::timeout, &chase, [&] {
        chase.noteFigure();
        plain.show(ready[step]); // Paints and flushes before it returns.
        chase.noteFlush();
    });
    for (const int perSecond : {125, 1000}) {
        chase.run(perSecond, seconds);
        chase.report("latency." + std::to_string(perSecond) + ".qcustomplot");
    }
}

} // namespace

int main(int argc, char** argv)
{
    const double seconds = argc > 1 ? std::atof(argv[1]) : 10.0;
    const VirtualScreen screen(kScreen.width(), kScreen.height());
    qputenv("DISPLAY", QByteArray::fromStdString(screen.display()));
    qputenv("QT_QPA_PLATFORM", "xcb");
    QStandardPaths::setTestModeEnabled(true);
    Application application(argc, argv);
    measureSecant(application, seconds);
    measurePlain(seconds);
    return 0;
}
