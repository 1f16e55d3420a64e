#include <cmath>
#include <functional>
#include <limits>

#include <QBuffer>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QWheelEvent>
#include <QtTest>

#include "widgets/plot/drawn_lines.h"
#include "widgets/plot/figure_view.h"
#include "widgets/plot/legend.h"
#include "widgets/plot/palette.h"

using namespace secant;

namespace {

FigureAxis axis(double min, double max, const char* title)
{
    FigureAxis result;
    result.range = {.min = min, .max = max};
    result.title = title;
    for (double at = std::ceil(min); at <= max; at += 1.0) {
        result.ticks.push_back({.at = at, .label = std::to_string(static_cast<int>(at))});
    }
    return result;
}

std::vector<FigurePoint> run(const std::function<double(double)>& f, double from, double to)
{
    std::vector<FigurePoint> points;
    for (int i = 0; i <= 400; ++i) {
        const double x = from + (to - from) * i / 400.0;
        points.push_back({.x = x, .y = f(x)});
    }
    return points;
}

Ink activeInk()
{
    Ink ink;
    ink.curve = 7;
    ink.active = true;
    return ink;
}

/// f(x) = x²/2 − 1 in the upper pane; below a step from −0.5 to 0.5 at 1 that is dead up to −2 and saturated from 3 on.
Figure sampleFigure()
{
    Figure figure;
    figure.theme = FigureTheme::Light;
    figure.x = axis(-4.0, 6.0, "x");
    figure.view.x = figure.x.range;
    figure.view.yOf(PaneKind::Value) = {.min = -2.0, .max = 4.0};
    figure.view.yOf(PaneKind::Slope) = {.min = -1.0, .max = 1.0};

    Pane value;
    value.kind = PaneKind::Value;
    value.y = axis(-2.0, 4.0, "f(x)");
    Ink parabola = activeInk();
    parabola.runs = {run([](double x) { return x * x / 2.0 - 1.0; }, -4.0, 6.0)};
    value.inks = {parabola};

    Pane slope;
    slope.kind = PaneKind::Slope;
    slope.y = axis(-1.0, 1.0, "f′(x)");
    Ink step = activeInk();
    step.runs = {{{-4.0, -0.5}, {1.0, -0.5}}, {{1.0, 0.5}, {6.0, 0.5}}};
    slope.inks = {step};
    slope.regions = {
        {.from = -4.0, .to = -2.0, .fromIsEdge = false, .kind = RegionKind::Dead, .curve = 7, .style = 0},
        {.from = 3.0, .to = 6.0, .toIsEdge = false, .kind = RegionKind::Saturated, .curve = 7, .style = 0}};
    figure.panes = {value, slope};
    figure.legend = {{.kind = LegendKind::Curve, .curve = 7, .style = 0, .text = "parabola"}};
    return figure;
}

ChordInk sampleChord()
{
    return {.index = 0,
            .curve = 7,
            .style = 0,
            .defined = true,
            .first = {-2.0, 1.0},
            .second = {3.0, 3.5},
            .line = {{-2.0, 1.0}, {3.0, 3.5}},
            .onChord = {0.5, 2.25},
            .onCurve = {0.5, -0.875},
            .lambda = 0.5,
            .gap = 3.125,
            .text = {}};
}

int difference(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

View viewOf(const QSignalSpy& spy, qsizetype index)
{
    return spy.at(index).at(0).value<View>();
}

EditPhase phaseOf(const QSignalSpy& spy, qsizetype index)
{
    return spy.at(index).at(1).value<EditPhase>();
}

void turnWheel(QWidget& widget, QPointF at, int notches)
{
    QWheelEvent event(at, widget.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

QString svgOf(FigureView& view)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(view.size());
    generator.setViewBox(view.rect());
    generator.setResolution(96);
    QPainter painter(&generator);
    view.paint(painter, true);
    painter.end();
    return QString::fromUtf8(buffer.data());
}

} // namespace

Q_DECLARE_METATYPE(secant::View)
Q_DECLARE_METATYPE(secant::ChordSpec)
Q_DECLARE_METATYPE(secant::EditPhase)

class TestFigureView : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_view.reset(); }

    void panesAreAlignedAndStacked();
    void pixelsAndDataAgree();
    void budgetIsThePanesInDevicePixels();
    void inkLiesOnTheCurve();
    void noInkAcrossAGap();
    void deadIsHatchedAndSaturatedIsNot();
    void windowThemeFollowsDark();
    void pictureOnScreenIsThePictureExported();
    void transparentPictureHasNoGround();
    void vectorStaysInsideThePane();
    void hugeValuesAreDrawn();
    void hintIsShownWithoutInk();
    void linesUnderABoxAreMeasured();
    void legendKeepsOffWhatMustBeRead();
    void labelStandsAtTheRightEnd();

    void dragPans();
    void dragOnAnAxisPansItAlone_data();
    void dragOnAnAxisPansItAlone();
    void wheelKeepsThePointUnderThePointer();
    void wheelOverAnAxisZoomsItAlone();
    void shiftDragZoomsIntoTheBox();
    void rightClickAsksForTheMenu();
    void clickChoosesTheCurve();
    void doubleClickGoesHome();
    void chordHandlesDrag_data();
    void chordHandlesDrag();
    void keysMoveTheView();
    void pointerIsReported();
    void overlayRedrawsNoCurve();
    void hasAnAccessibleDescription();

private:
    [[nodiscard]] QPoint at(PaneKind kind, double x, double y) const { return m_view->toPixel(kind, x, y).toPoint(); }
    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers keys = {});
    [[nodiscard]] QImage shot() const { return m_view->grab().toImage().convertToFormat(QImage::Format_RGB32); }

    std::unique_ptr<FigureView> m_view;
};

void TestFigureView::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_view = std::make_unique<FigureView>();
    m_view->resize(640, 520);
    m_view->setFigure(sampleFigure());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QCoreApplication::processEvents();
}

void TestFigureView::drag(QPoint from, QPoint to, Qt::MouseButton button, Qt::KeyboardModifiers keys)
{
    QTest::mousePress(m_view.get(), button, keys, from);
    for (int i = 1; i <= 4; ++i) {
        // QTest::mouseMove carries no buttons.
        const QPointF here = from + (to - from) * i / 4.0;
        QMouseEvent move(QEvent::MouseMove, here, m_view->mapToGlobal(here), Qt::NoButton, button, keys);
        QCoreApplication::sendEvent(m_view.get(), &move);
    }
    QTest::mouseRelease(m_view.get(), button, keys, to);
}

void TestFigureView::panesAreAlignedAndStacked()
{
    const QRect value = m_view->paneRect(PaneKind::Value);
    const QRect slope = m_view->paneRect(PaneKind::Slope);
    QCOMPARE(value.left(), slope.left());
    QCOMPARE(value.right(), slope.right());
    QVERIFY(value.bottom() < slope.top());
    QVERIFY(m_view->rect().contains(value | slope));
    // Three parts to two.
    QVERIFY(std::abs(value.height() / static_cast<double>(slope.height()) - 1.5) < 0.02);
    QVERIFY(m_view->paneRect(PaneKind::Curvature).isNull());
}

void TestFigureView::pixelsAndDataAgree()
{
    const QRect slope = m_view->paneRect(PaneKind::Slope);
    const QPointF pixel = m_view->toPixel(PaneKind::Slope, 1.25, -0.3);
    QVERIFY(slope.contains(pixel.toPoint()));
    const QPointF data = m_view->toData(PaneKind::Slope, pixel);
    QVERIFY(std::abs(data.x() - 1.25) < 1e-12);
    QVERIFY(std::abs(data.y() + 0.3) < 1e-12);
    // The middle of the range is the middle of the pane.
    QVERIFY(std::abs(m_view->toPixel(PaneKind::Slope, 1.0, 0.0).y() - QRectF(slope).center().y()) <= 0.5);
}

void TestFigureView::budgetIsThePanesInDevicePixels()
{
    const Budget budget = m_view->budget();
    const double scale = m_view->devicePixelRatioF();
    QCOMPARE(budget.paneWidthPx, m_view->paneRect(PaneKind::Value).width() * scale);
    QCOMPARE(budget.paneHeightPx[1], m_view->paneRect(PaneKind::Slope).height() * scale);
    QSignalSpy changed(m_view.get(), &FigureView::budgetChanged);
    m_view->resize(700, 520);
    QCoreApplication::processEvents();
    QVERIFY(!changed.isEmpty());
    QVERIFY(m_view->budget().paneWidthPx > budget.paneWidthPx);
    // A pane that goes away leaves its room to the others.
    changed.clear();
    Figure one = sampleFigure();
    one.panes.pop_back();
    m_view->setFigure(one);
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_view->budget().paneHeightPx[0] > budget.paneHeightPx[0]);
}

void TestFigureView::inkLiesOnTheCurve()
{
    const QImage image = shot();
    const QRgb ink = figurePalette(FigureTheme::Light, false).curve(0).color.rgb();
    // The pen is 2.6 wide, so the pixel that holds the point of the curve is wholly covered where the curve is flat.
    QVERIFY(difference(image.pixel(at(PaneKind::Slope, 2.0, 0.5)), ink) <= 2);
    QVERIFY(difference(image.pixel(at(PaneKind::Slope, -1.0, -0.5)), ink) <= 2);
    const QPointF low = m_view->toPixel(PaneKind::Value, 0.0, -1.0);
    QVERIFY(difference(image.pixel(static_cast<int>(low.x()) - 5, static_cast<int>(low.y())), ink) <= 40);
    // Four pixels beside the curve there is none.
    QVERIFY(difference(image.pixel(at(PaneKind::Slope, 2.0, 0.5) + QPoint(3, 5)), ink) > 100);
}

void TestFigureView::noInkAcrossAGap()
{
    const QImage image = shot();
    const QRgb ink = figurePalette(FigureTheme::Light, false).curve(0).color.rgb();
    const QPointF below = m_view->toPixel(PaneKind::Slope, 1.0, -0.5);
    const QPointF above = m_view->toPixel(PaneKind::Slope, 1.0, 0.5);
    for (int y = static_cast<int>(above.y()) + 4; y < static_cast<int>(below.y()) - 4; ++y) {
        for (int dx = -2; dx <= 2; ++dx) {
            QVERIFY(difference(image.pixel(static_cast<int>(below.x()) + dx, y), ink) > 60);
        }
    }
}

void TestFigureView::deadIsHatchedAndSaturatedIsNot()
{
    const QImage image = shot();
    // Along a row hatching changes every few pixels, while dots are sparse. Counted away from grid, curve and axis.
    const auto changes = [&](double x0, double x1, double y) {
        const QPoint from = at(PaneKind::Slope, x0, y);
        const QPoint to = at(PaneKind::Slope, x1, y);
        int count = 0;
        for (int px = from.x(); px < to.x(); ++px) {
            count += difference(image.pixel(px, from.y()), image.pixel(px + 1, from.y())) > 8 ? 1 : 0;
        }
        return static_cast<double>(count) / (to.x() - from.x());
    };
    double dead = 0.0;
    double saturated = 0.0;
    double clear = 0.0;
    constexpr int kRows = 30;
    for (int row = 0; row < kRows; ++row) {
        const double y = -0.9 + 0.01 * row;
        dead += changes(-2.95, -2.05, y) / kRows;
        saturated += changes(3.05, 3.95, y) / kRows;
        clear += changes(1.1, 1.9, y) / kRows;
    }
    QVERIFY2(dead > 0.2, qPrintable(QString::number(dead)));
    QVERIFY2(saturated > 0.0 && saturated < dead / 2.0, qPrintable(QString::number(saturated)));
    QCOMPARE(clear, 0.0);
    const QRgb ground = figurePalette(FigureTheme::Light, false).background.rgb();
    QCOMPARE(image.pixel(at(PaneKind::Slope, 1.5, 0.25)), ground);
    QVERIFY(image.pixel(at(PaneKind::Slope, 3.5, 0.25)) != ground);
}

void TestFigureView::windowThemeFollowsDark()
{
    Figure figure = sampleFigure();
    figure.theme = FigureTheme::Window;
    m_view->setFigure(figure);
    QCOMPARE(shot().pixel(2, 2), figurePalette(FigureTheme::Light, false).background.rgb());
    m_view->setWindowDark(true);
    QCOMPARE(shot().pixel(2, 2), figurePalette(FigureTheme::Dark, false).background.rgb());
}

void TestFigureView::pictureOnScreenIsThePictureExported()
{
    m_view->setInteractionHints(false);
    const QImage screen = shot();
    QImage exported(m_view->size(), QImage::Format_RGB32);
    exported.fill(Qt::red);
    QPainter painter(&exported);
    m_view->paint(painter, false);
    painter.end();
    int different = 0;
    for (int y = 0; y < screen.height(); ++y) {
        for (int x = 0; x < screen.width(); ++x) {
            different += difference(screen.pixel(x, y), exported.pixel(x, y)) > 2 ? 1 : 0;
        }
    }
    QCOMPARE(different, 0);
}

void TestFigureView::transparentPictureHasNoGround()
{
    QImage image(m_view->size() * 2, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.scale(2.0, 2.0);
    m_view->paint(painter, false, false);
    painter.end();
    QCOMPARE(qAlpha(image.pixel(3, 3)), 0);
    QCOMPARE(qAlpha(image.pixel(2 * at(PaneKind::Slope, 1.5, 0.25))), 0);
    QCOMPARE(qAlpha(image.pixel(2 * at(PaneKind::Slope, 2.0, 0.5))), 255);
}

void TestFigureView::vectorStaysInsideThePane()
{
    Figure figure = sampleFigure();
    // No grid and no frame colour that a curve has: what has the ink's colour is curve, hatching or region.
    figure.panes[1].regions.clear();
    figure.legend.clear();
    figure.panes[0].inks[0].runs.push_back({{-1e5, 3e7}, {1.0, -4e9}, {2.0, std::numeric_limits<double>::max()}});
    m_view->setFigure(figure);
    const QString svg = svgOf(*m_view);
    const QRectF panes = QRectF(m_view->paneRect(PaneKind::Value)) | m_view->paneRect(PaneKind::Slope);
    const QString ink = figurePalette(FigureTheme::Light, false).curve(0).color.name();
    // Each group states its pen and is followed by its paths.
    int points = 0;
    const QRegularExpression group(QStringLiteral("<g [^>]*stroke=\"%1\"[^>]*>(.*?)</g>").arg(ink),
                                   QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpression point(QStringLiteral("[ML](-?[0-9.e+]+),(-?[0-9.e+]+)"));
    for (auto g = group.globalMatch(svg); g.hasNext();) {
        for (auto p = point.globalMatch(g.next().captured(1)); p.hasNext();) {
            const QRegularExpressionMatch match = p.next();
            const QPointF where(match.captured(1).toDouble(), match.captured(2).toDouble());
            QVERIFY2(panes.contains(where), qPrintable(match.captured(0)));
            ++points;
        }
    }
    // 401 points over ten units, of which f is in the pane for |x| < √10.
    QVERIFY2(points > 250, qPrintable(QString::number(points)));
    QVERIFY(svg.contains(QStringLiteral("<text")));
    QVERIFY(svg.contains(QStringLiteral("f′(x)")));
    QVERIFY2(!svg.contains(QStringLiteral("nan")) && !svg.contains(QStringLiteral("inf")), "a number is missing");
}

void TestFigureView::hugeValuesAreDrawn()
{
    Figure figure = sampleFigure();
    const double huge = std::numeric_limits<double>::max();
    figure.panes[0].inks[0].runs = {{{-huge, -huge}, {huge, huge}}, {{0.0, std::nan("")}}, {{1.0, -huge}, {1.0, huge}}};
    figure.panes[0].inks[0].columns = {{.x0 = 4.0, .x1 = 4.1, .lo = -huge, .hi = huge}};
    figure.panes[0].chords = {sampleChord()};
    figure.panes[0].chords[0].first.y = std::nan("");
    figure.panes[0].chords[0].defined = false;
    m_view->setFigure(figure);
    const QImage image = shot();
    const QRgb ink = figurePalette(FigureTheme::Light, false).curve(0).color.rgb();
    QVERIFY(difference(image.pixel(at(PaneKind::Value, 1.0, 3.0)), ink) <= 60);
    QVERIFY(difference(image.pixel(at(PaneKind::Value, 4.05, 1.5)), ink) <= 2);
    figure.x.range = {.min = -1e300, .max = 1e300};
    figure.panes[0].y.range = {.min = 1.0, .max = 1.0 + 1e-13};
    m_view->setFigure(figure);
    QVERIFY(!shot().isNull());
}

void TestFigureView::hintIsShownWithoutInk()
{
    Figure figure = sampleFigure();
    figure.panes.pop_back();
    figure.panes[0].inks.clear();
    figure.legend.clear();
    m_view->setFigure(figure);
    const QImage without = shot();
    figure.emptyHint = "Choose an activation.";
    m_view->setFigure(figure);
    const QImage with = shot();
    QVERIFY(without != with);
    QCOMPARE(m_view->accessibleDescription(), QStringLiteral("Choose an activation."));
}

void TestFigureView::linesUnderABoxAreMeasured()
{
    Pane pane;
    pane.y = axis(0.0, 100.0, "f(x)");
    const PlotMap map{.rect = {0.0, 0.0, 200.0, 100.0}, .x = {0.0, 200.0}, .y = {0.0, 100.0}};
    const QRectF box(50.0, 40.0, 30.0, 20.0);
    QCOMPARE(DrawnLines(pane, map).hiddenBy(box), 0.0);
    Ink across = activeInk();
    across.runs = {{{0.0, 50.0}, {200.0, 50.0}}, {{0.0, 10.0}, {200.0, 10.0}}};
    pane.inks = {across};
    QCOMPARE(DrawnLines(pane, map).hiddenBy(box), 30.0);
    LineInk upright;
    upright.points = {{60.0, 0.0}, {60.0, 100.0}};
    pane.lines = {upright};
    QCOMPARE(DrawnLines(pane, map).hiddenBy(box), 50.0);
}

void TestFigureView::legendKeepsOffWhatMustBeRead()
{
    // A curve through every corner but the lower right one, where the inset stands.
    Figure figure = sampleFigure();
    figure.panes.front().inks.front().runs = {run([](double x) { return -x * 0.5; }, -4.0, 6.0),
                                              {{-4.0, 3.6}, {6.0, 3.6}},
                                              {{-4.0, 3.3}, {6.0, 3.3}},
                                              {{-4.0, -1.8}, {2.0, -1.8}}};
    const PlotMap map{.rect = {0.0, 0.0, 600.0, 400.0}, .x = figure.x.range, .y = figure.panes.front().y.range};
    const PlotFonts fonts = plotFonts(m_view->font(), 1.0);
    const DrawnLines lines(figure.panes.front(), map);
    QCOMPARE(quietCorner(figure, lines, {}, map, fonts, LegendCorner::TopLeft), LegendCorner::BottomRight);
    Inset inset;
    inset.x = {0.0, 1.0};
    inset.y = {0.0, 1.0};
    figure.insets = {inset};
    for (const LegendCorner now : {LegendCorner::TopLeft, LegendCorner::BottomRight}) {
        const LegendCorner corner = quietCorner(figure, lines, {}, map, fonts, now);
        QVERIFY(!legendRect(figure, map, fonts, corner).intersects(insetRects(figure.insets, map).front()));
    }
}

void TestFigureView::labelStandsAtTheRightEnd()
{
    Figure figure = sampleFigure();
    const QImage without = shot();
    figure.panes[1].inks[0].label = "α = 2";
    m_view->setFigure(figure);
    const QImage with = shot();
    QRect changed;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x) {
            changed |= with.pixel(x, y) != without.pixel(x, y) ? QRect(x, y, 1, 1) : QRect();
        }
    }
    const QRect pane = m_view->paneRect(PaneKind::Slope);
    QVERIFY(pane.contains(changed));
    QVERIFY(changed.width() > 20 && changed.left() > pane.center().x());
    // Beside the end of the curve at (6, 0.5), not on it.
    const int curveY = at(PaneKind::Slope, 6.0, 0.5).y();
    QVERIFY(std::abs(changed.center().y() - curveY) < 30);
}

void TestFigureView::dragPans()
{
    QSignalSpy edits(m_view.get(), &FigureView::viewEdited);
    const QPoint from = at(PaneKind::Value, 1.0, 2.0);
    const QPoint to = from + QPoint(60, 40);
    const QPointF before = m_view->toData(PaneKind::Value, from);
    const QPointF after = m_view->toData(PaneKind::Value, to);
    drag(from, to);
    QVERIFY(edits.size() >= 3);
    QCOMPARE(phaseOf(edits, 0), EditPhase::Begin);
    QCOMPARE(viewOf(edits, 0), m_view->figure().view);
    for (qsizetype i = 1; i + 1 < edits.size(); ++i) {
        QCOMPARE(phaseOf(edits, i), EditPhase::Move);
    }
    QCOMPARE(phaseOf(edits, edits.size() - 1), EditPhase::End);
    const View view = viewOf(edits, edits.size() - 1);
    QVERIFY(std::abs(view.x.min - (-4.0 - (after.x() - before.x()))) < 1e-9);
    QVERIFY(std::abs(view.x.max - (6.0 - (after.x() - before.x()))) < 1e-9);
    QVERIFY(std::abs(view.yOf(PaneKind::Value).min - (-2.0 - (after.y() - before.y()))) < 1e-9);
    QCOMPARE(view.yOf(PaneKind::Slope), m_view->figure().view.yOf(PaneKind::Slope));
}

void TestFigureView::dragOnAnAxisPansItAlone_data()
{
    QTest::addColumn<bool>("overX");
    QTest::addRow("numbers of x") << true;
    QTest::addRow("numbers of f'") << false;
}

void TestFigureView::dragOnAnAxisPansItAlone()
{
    QFETCH(bool, overX);
    QSignalSpy edits(m_view.get(), &FigureView::viewEdited);
    const QRect slope = m_view->paneRect(PaneKind::Slope);
    const QPoint from = overX ? QPoint(slope.center().x(), slope.bottom() + 10) : QPoint(10, slope.center().y());
    drag(from, from + QPoint(30, 30));
    QVERIFY(!edits.isEmpty());
    const View view = viewOf(edits, edits.size() - 1);
    const View& old = m_view->figure().view;
    QCOMPARE(view.x != old.x, overX);
    QCOMPARE(view.yOf(PaneKind::Slope) != old.yOf(PaneKind::Slope), !overX);
    QCOMPARE(view.yOf(PaneKind::Value), old.yOf(PaneKind::Value));
}

void TestFigureView::wheelKeepsThePointUnderThePointer()
{
    QSignalSpy edits(m_view.get(), &FigureView::viewEdited);
    const QPoint pointer = at(PaneKind::Value, 2.0, 3.0);
    const QPointF under = m_view->toData(PaneKind::Value, pointer);
    turnWheel(*m_view, pointer, 1);
    turnWheel(*m_view, pointer, 2);
    QCOMPARE(edits.size(), 3);
    QCOMPARE(phaseOf(edits, 0), EditPhase::Begin);
    QCOMPARE(phaseOf(edits, 2), EditPhase::Move);
    const View view = viewOf(edits, 2);
    QVERIFY(view.x.max - view.x.min < 10.0 / 1.5);
    Figure answered = m_view->figure();
    answered.view = view;
    answered.x.range = view.x;
    answered.panes[0].y.range = view.yOf(PaneKind::Value);
    m_view->setFigure(answered);
    const QPointF still = m_view->toData(PaneKind::Value, pointer);
    QVERIFY(std::abs(still.x() - under.x()) < 1e-9);
    QVERIFY(std::abs(still.y() - under.y()) < 1e-9);
    // The burst ends by itself, once.
    QTRY_COMPARE_WITH_TIMEOUT(edits.size(), 4, 2000);
    QCOMPARE(phaseOf(edits, 3), EditPhase::End);
    QCOMPARE(viewOf(edits, 3), view);
}

void TestFigureView::wheelOverAnAxisZoomsItAlone()
{
    QSignalSpy edits(m_view.get(), &FigureView::viewEdited);
    const QRect slope = m_view->paneRect(PaneKind::Slope);
    const View& old = m_view->figure().view;
    turnWheel(*m_view, QPoint(slope.center().x(), slope.bottom() + 10), 1);
    View view = viewOf(edits, edits.size() - 1);
    QVERIFY(view.x != old.x);
    QVERIFY(view.y == old.y);
    QTRY_COMPARE_WITH_TIMEOUT(edits.size(), 3, 2000);
    turnWheel(*m_view, QPoint(10, slope.center().y()), -1);
    view = viewOf(edits, edits.size() - 1);
    QCOMPARE(view.x, old.x);
    QCOMPARE(view.yOf(PaneKind::Value), old.yOf(PaneKind::Value));
    QVERIFY(view.yOf(PaneKind::Slope).max > 1.0 && view.yOf(PaneKind::Slope).min < -1.0);
}

void TestFigureView::shiftDragZoomsIntoTheBox()
{
    QSignalSpy edits(m_view.get(), &FigureView::viewEdited);
    drag(at(PaneKind::Slope, 2.0, -0.8), at(PaneKind::Slope, 4.0, 0.1), Qt::LeftButton, Qt::ShiftModifier);
    QCOMPARE(edits.size(), 1);
    QCOMPARE(phaseOf(edits, 0), EditPhase::Single);
    const View view = viewOf(edits, 0);
    const double pixelX = 10.0 / m_view->paneRect(PaneKind::Slope).width();
    const double pixelY = 2.0 / m_view->paneRect(PaneKind::Slope).height();
    QVERIFY(std::abs(view.x.min - 2.0) <= pixelX && std::abs(view.x.max - 4.0) <= pixelX);
    const Range& y = view.yOf(PaneKind::Slope);
    QVERIFY(std::abs(y.min + 0.8) <= pixelY && std::abs(y.max - 0.1) <= pixelY);
    QCOMPARE(view.yOf(PaneKind::Value), m_view->figure().view.yOf(PaneKind::Value));
    // Too thin to be meant.
    drag(at(PaneKind::Slope, 2.0, -0.8), at(PaneKind::Slope, 2.0, 0.1), Qt::RightButton);
    QCOMPARE(edits.size(), 1);
    drag(at(PaneKind::Slope, 2.0, -0.8), at(PaneKind::Slope, 4.0, 0.1), Qt::RightButton);
    QCOMPARE(edits.size(), 2);
}

void TestFigureView::rightClickAsksForTheMenu()
{
    QSignalSpy menus(m_view.get(), &FigureView::contextMenuRequested);
    QSignalSpy edits(m_view.get(), &FigureView::viewEdited);
    const QPoint where = at(PaneKind::Value, 2.0, 3.0);
    QTest::mouseClick(m_view.get(), Qt::RightButton, {}, where);
    QCOMPARE(menus.size(), 1);
    QCOMPARE(menus.at(0).at(0).toPoint(), m_view->mapToGlobal(where));
    QVERIFY(edits.isEmpty());
}

void TestFigureView::clickChoosesTheCurve()
{
    QSignalSpy clicks(m_view.get(), &FigureView::curveClicked);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(PaneKind::Value, 2.0, 1.0) + QPoint(2, 2));
    QCOMPARE(clicks.size(), 1);
    QCOMPARE(clicks.at(0).at(0).toInt(), 7);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(PaneKind::Value, 0.0, 3.0));
    QCOMPARE(clicks.size(), 1);
}

void TestFigureView::doubleClickGoesHome()
{
    QSignalSpy homes(m_view.get(), &FigureView::homeRequested);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, at(PaneKind::Value, 2.0, 1.0));
    QVERIFY2(homes.isEmpty(), "on a curve");
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, at(PaneKind::Value, 0.0, 3.0));
    QCOMPARE(homes.size(), 1);
}

void TestFigureView::chordHandlesDrag_data()
{
    QTest::addColumn<QPointF>("from");
    QTest::addColumn<double>("toX");
    QTest::addColumn<ChordSpec>("expected");
    QTest::addRow("first end") << QPointF(-2.0, 1.0) << -1.0 << ChordSpec{7, -1.0, 3.0, 0.5};
    QTest::addRow("second end") << QPointF(3.0, 3.5) << 2.0 << ChordSpec{7, -2.0, 2.0, 0.5};
    // λ·(−2) + (1 − λ)·3 = −1 at λ = 0.8.
    QTest::addRow("point on the chord") << QPointF(0.5, 2.25) << -1.0 << ChordSpec{7, -2.0, 3.0, 0.8};
    QTest::addRow("past the end") << QPointF(0.5, 2.25) << 5.0 << ChordSpec{7, -2.0, 3.0, 0.0};
}

void TestFigureView::chordHandlesDrag()
{
    QFETCH(QPointF, from);
    QFETCH(double, toX);
    QFETCH(ChordSpec, expected);
    Figure figure = sampleFigure();
    figure.panes[0].chords = {sampleChord()};
    m_view->setFigure(figure);
    QSignalSpy edits(m_view.get(), &FigureView::chordEdited);
    QSignalSpy views(m_view.get(), &FigureView::viewEdited);
    drag(at(PaneKind::Value, from.x(), from.y()), at(PaneKind::Value, toX, from.y()));
    QVERIFY(views.isEmpty());
    QVERIFY(edits.size() >= 3);
    QCOMPARE(edits.first().at(2).value<EditPhase>(), EditPhase::Begin);
    QCOMPARE(edits.last().at(2).value<EditPhase>(), EditPhase::End);
    QCOMPARE(edits.last().at(0).toInt(), 0);
    const ChordSpec chord = edits.last().at(1).value<ChordSpec>();
    const double pixel = 10.0 / m_view->paneRect(PaneKind::Value).width();
    QCOMPARE(chord.curve, expected.curve);
    QVERIFY(std::abs(chord.x1 - expected.x1) <= pixel);
    QVERIFY(std::abs(chord.x2 - expected.x2) <= pixel);
    QVERIFY(std::abs(chord.lambda - expected.lambda) <= pixel);
    // Without handles the same drag pans.
    m_view->setInteractionHints(false);
    edits.clear();
    drag(at(PaneKind::Value, from.x(), from.y()), at(PaneKind::Value, toX, from.y()));
    QVERIFY(edits.isEmpty());
    QVERIFY(!views.isEmpty());
}

void TestFigureView::keysMoveTheView()
{
    QSignalSpy edits(m_view.get(), &FigureView::viewEdited);
    QSignalSpy homes(m_view.get(), &FigureView::homeRequested);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QVERIFY(viewOf(edits, 0).x.min > -4.0);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QVERIFY(viewOf(edits, 1).yOf(PaneKind::Value).min > -2.0);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(viewOf(edits, 2).x.max - viewOf(edits, 2).x.min < 10.0);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QVERIFY(viewOf(edits, 3).x.max - viewOf(edits, 3).x.min > 10.0);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(homes.size(), 1);
    for (qsizetype i = 0; i < edits.size(); ++i) {
        QCOMPARE(phaseOf(edits, i), EditPhase::Single);
    }
}

void TestFigureView::pointerIsReported()
{
    QSignalSpy moves(m_view.get(), &FigureView::pointerMoved);
    QSignalSpy leaves(m_view.get(), &FigureView::pointerLeft);
    const QPoint inside = at(PaneKind::Slope, 2.0, 0.0);
    QTest::mouseMove(m_view.get(), inside);
    QTRY_VERIFY(!moves.isEmpty());
    QCOMPARE(moves.last().at(0).toDouble(), m_view->toData(PaneKind::Slope, inside).x());
    QTest::mouseMove(m_view.get(), QPoint(5, 5));
    QTRY_VERIFY(!leaves.isEmpty());
}

void TestFigureView::overlayRedrawsNoCurve()
{
    Figure figure = sampleFigure();
    m_view->setFigure(figure);
    const QImage plain = shot();
    Readout readout;
    readout.x = 2.0;
    readout.xText = "2";
    readout.rows = {{.curve = 7,
                     .style = 0,
                     .active = true,
                     .name = "parabola",
                     .value = 1.0,
                     .slope = 2.0,
                     .curvature = 1.0,
                     .valueText = "1",
                     .slopeText = "2",
                     .curvatureText = "1"}};
    m_view->setReadout(readout, true, true);
    const QImage read = shot();
    // Crosshair at x = 2 in both panes, the tangent y = 1 + 2(x − 2) through (2.5, 2).
    QVERIFY(difference(read.pixel(at(PaneKind::Slope, 2.0, -0.4)), plain.pixel(at(PaneKind::Slope, 2.0, -0.4))) > 40);
    bool tangent = false;
    for (int dx = -1; dx <= 1; ++dx) {
        const QPoint where = at(PaneKind::Value, 2.5, 2.0) + QPoint(dx, 0);
        tangent = tangent || difference(read.pixel(where), plain.pixel(where)) > 40;
    }
    QVERIFY(tangent);
    m_view->clearReadout();
    QCOMPARE(shot(), plain);
}

void TestFigureView::hasAnAccessibleDescription()
{
    QVERIFY(!m_view->accessibleName().isEmpty());
    QVERIFY(m_view->accessibleDescription().contains(QStringLiteral("parabola")));
    QVERIFY(m_view->accessibleDescription().contains(QStringLiteral("f′(x)")));
    QCOMPARE(m_view->focusPolicy(), Qt::StrongFocus);
}

QTEST_MAIN(TestFigureView)
#include "tst_figure_view.moc"
