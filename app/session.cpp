#include "app/session.h"

#include <algorithm>
#include <utility>

#include "core/catalogue/catalogue.h"
#include "core/figure/formula_reading.h"
#include "core/scene/examples.h"

namespace secant {
namespace {

constexpr std::size_t kMaxUndo = 500;
/// Typing that pauses longer than this starts another undo step.
constexpr qint64 kTypingPauseMs = 1000;
constexpr Range kHomeOnLog{0.01, 100.0};
constexpr const char* kFirstFormula = "x*sigmoid(x)";

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// In Chinese the English name follows, which is the one that papers and code use.
QString nameOf(const Activation& activation, Language language)
{
    const LocalizedText& name = activation.name;
    if (language == Language::English) {
        return text(name.english);
    }
    const bool named = name.chinese.find(name.english) != std::string_view::npos;
    return named ? text(name.chinese) : text(name.chinese) + QLatin1Char(' ') + text(name.english);
}

} // namespace

Session::Session(Scene scene, QObject* parent)
    : QObject(parent),
      m_scene(std::move(scene)),
      m_frame([this] { composeFigure(); }),
      m_job([this](Findings findings) { takeFindings(std::move(findings)); }),
      m_lateJob([this](LateParts parts) {
          m_findings.late = std::move(parts);
          m_frame.request();
      })
{
    m_frame.request();
    startFindings();
}

std::vector<CurveCardState> Session::cards() const
{
    std::vector<CurveCardState> cards;
    for (const CurveSpec& spec : m_scene.curves) {
        CurveCardState& card = cards.emplace_back();
        card.spec = spec;
        card.name = QString::fromStdString(displayName(spec, m_scene.language));
        card.language = m_scene.language;
        card.parameters = parametersOf(spec);
        card.active = spec.id == m_scene.activeCurve;
        card.isFormula = spec.activation.empty();
        if (const auto typed = m_typed.find(spec.id); typed != m_typed.end()) {
            card.spec.formula = typed->second.text.toStdString();
            card.error = typed->second.error;
        } else if (const FormulaReading reading = readFormula(spec.formula); card.isFormula && reading->ok()) {
            card.readings = reading->value().readings;
        }
        const Activation* activation = card.isFormula ? nullptr : findActivation(spec.activation);
        if (!activation) {
            continue;
        }
        card.name = nameOf(*activation, m_scene.language);
        card.hasRandomSlopes = activation->randomSlope.slope != nullptr;
        for (const Activation* other : activations()) {
            if (!activation->conventionGroup.empty() && other->conventionGroup == activation->conventionGroup) {
                const LocalizedText& convention = other->convention;
                card.conventions.emplace_back(
                    text(other->id()),
                    text(m_scene.language == Language::Chinese ? convention.chinese : convention.english));
            }
        }
    }
    return cards;
}

void Session::setLanguage(Language language)
{
    Scene next = m_scene;
    next.language = language;
    replace(std::move(next));
}

void Session::open(Scene scene)
{
    m_undo.clear();
    m_redo.clear();
    m_typed.clear();
    m_typingCurve = 0;
    scene.language = m_scene.language;
    replace(std::move(scene));
}

int Session::addActivation(const QString& id)
{
    Scene next = m_scene;
    const int curve = secant::addActivation(next, id.toStdString());
    edit(std::move(next), EditPhase::Single);
    return curve;
}

int Session::addFormula()
{
    Scene next = m_scene;
    const int curve = secant::addFormula(next, kFirstFormula);
    edit(std::move(next), EditPhase::Single);
    return curve;
}

void Session::removeCurve(int curve)
{
    change([curve](Scene& scene) { secant::removeCurve(scene, curve); });
}

void Session::removeAll()
{
    change([](Scene& scene) {
        scene.curves.clear();
        scene.chords.clear();
        scene.activeCurve = 0;
    });
}

void Session::activate(int curve)
{
    if (curve == m_scene.activeCurve || !m_scene.find(curve)) {
        return;
    }
    // Which curve is looked at is no work that one would want undone.
    Scene next = m_scene;
    next.activeCurve = curve;
    for (ChordSpec& chord : next.chords) {
        chord.curve = curve;
    }
    replace(std::move(next));
}

void Session::setVisible(int curve, bool visible)
{
    change([=](Scene& scene) {
        if (CurveSpec* spec = scene.find(curve)) {
            spec->visible = visible;
        }
    });
}

void Session::setParameter(int curve, const QString& name, double value, EditPhase phase)
{
    Scene next = m_scene;
    CurveSpec* spec = next.find(curve);
    if (!spec) {
        return;
    }
    spec->parameters[name.toStdString()] = value;
    if (!namesAFunction(*spec)) {
        emit refused(tr("With %1 = %2 there is no such function: a lower bound must stay below the upper one. "
                        "The old value is kept.")
                         .arg(name, QString::fromStdString(readable(value, 4))));
        // The gesture goes on with what was there, so that its Begin and End still make one step.
        next = m_scene;
        if (phase == EditPhase::Single) {
            emit sceneChanged();
            return;
        }
    }
    edit(std::move(next), phase);
}

void Session::setFormula(int curve, const QString& text)
{
    const CurveSpec* spec = m_scene.find(curve);
    if (!spec) {
        return;
    }
    const std::string formula = text.toStdString();
    const FormulaReading reading = readFormula(formula);
    if (!reading->ok()) {
        m_typed[curve] = {text, reading->error()};
        emit sceneChanged();
        return;
    }
    m_typed.erase(curve);
    const bool goesOn = m_typingCurve == curve && m_typingPause.isValid() && !m_typingPause.hasExpired(kTypingPauseMs);
    m_typingPause.start();
    Scene next = m_scene;
    next.find(curve)->formula = formula;
    edit(std::move(next), goesOn ? EditPhase::Move : EditPhase::Single);
    m_typingCurve = curve;
}

void Session::setConvention(int curve, const QString& activationId)
{
    const Activation* activation = findActivation(activationId.toStdString());
    if (!activation) {
        return;
    }
    change([&](Scene& scene) {
        if (CurveSpec* spec = scene.find(curve)) {
            spec->activation = activation->id();
            spec->formula = callText(*activation);
            // The same name has another meaning there: a divisor of 8 is no slope.
            spec->parameters.clear();
        }
    });
}

void Session::setRandomSlopes(int curve, const RandomSlopes& randomSlopes)
{
    change([&](Scene& scene) {
        if (CurveSpec* spec = scene.find(curve)) {
            spec->randomSlopes = randomSlopes;
        }
    });
}

void Session::setView(const View& view, EditPhase phase)
{
    change(
        [&](Scene& scene) {
            View wanted = view;
            // A gesture may have begun before the scale was changed.
            wanted.xScale = scene.view.xScale;
            wanted.yScale = scene.view.yScale;
            const View next = clamped(wanted, scene.view);
            // Heights that a person chooses are kept from then on.
            scene.autoHeights = scene.autoHeights && (next.x != scene.view.x || next.y == scene.view.y);
            scene.view = next;
        },
        phase);
}

void Session::goHome()
{
    change([](Scene& scene) {
        scene.view.x = scene.view.xScale == AxisScale::Linear ? View{}.x : kHomeOnLog;
        scene.view = fitted(scene);
    });
}

void Session::fit()
{
    change([](Scene& scene) { scene.view = fitted(scene); });
}

void Session::makeSquare()
{
    change([this](Scene& scene) { scene.view = squared(scene, m_budget); });
}

void Session::setXScale(AxisScale scale)
{
    change([scale](Scene& scene) { scene.view = withXScale(scene, scale); });
}

void Session::setYScale(AxisScale scale)
{
    change([scale](Scene& scene) { scene.view = withYScale(scene, scale); });
}

void Session::showPane(PaneKind pane, bool shown)
{
    change([&](Scene& scene) {
        scene.panes[static_cast<std::size_t>(pane)] = shown;
        if (shown) {
            scene.view.yOf(pane) = fitted(scene).yOf(pane);
        }
    });
}

void Session::showMark(MarkKind kind, bool shown)
{
    change([kind, shown](Scene& scene) { scene.marks[static_cast<std::size_t>(kind)] = shown; });
}

void Session::showKinks(bool shown)
{
    change([shown](Scene& scene) { scene.kinks = shown; });
}

void Session::showCrosshair(bool shown)
{
    change([shown](Scene& scene) { scene.crosshair = shown; });
}

void Session::showTangent(bool shown)
{
    change([shown](Scene& scene) { scene.tangent = shown; });
}

void Session::showGrid(bool shown)
{
    change([shown](Scene& scene) { scene.grid = shown; });
}

void Session::followHeights(bool follow)
{
    change([follow](Scene& scene) { scene.autoHeights = follow; });
}

void Session::setShading(const ShadingSpec& shading, EditPhase phase)
{
    change([&](Scene& scene) { scene.shading = shading; }, phase);
}

void Session::openExample(const QString& id)
{
    const Example* example = findExample(id.toStdString());
    if (!example) {
        return;
    }
    Scene next = sceneOf(*example);
    next.view = fitted(next);
    next.language = m_scene.language;
    next.naming = m_scene.naming;
    next.theme = m_scene.theme;
    edit(std::move(next), EditPhase::Single);
}

void Session::undo()
{
    if (m_undo.empty()) {
        return;
    }
    m_redo.push_back(m_scene);
    Scene previous = std::move(m_undo.back());
    m_undo.pop_back();
    m_typed.clear();
    previous.language = m_scene.language;
    replace(std::move(previous));
}

void Session::redo()
{
    if (m_redo.empty()) {
        return;
    }
    m_undo.push_back(m_scene);
    Scene next = std::move(m_redo.back());
    m_redo.pop_back();
    m_typed.clear();
    next.language = m_scene.language;
    replace(std::move(next));
}

/// Where heights follow the curves, what changes those changes the heights in the same step.
void Session::fitCalmly(Scene& next, EditPhase phase) const
{
    const bool asks = !m_scene.autoHeights || next.curves != m_scene.curves || next.view.x != m_scene.view.x ||
                      next.view.xScale != m_scene.view.xScale || next.view.yScale != m_scene.view.yScale ||
                      next.panes != m_scene.panes;
    if (!next.autoHeights || !(asks || phase == EditPhase::End)) {
        return;
    }
    // What a gesture moved may come back when it ends.
    const bool ends = phase == EditPhase::End && !m_undo.empty() && m_undo.back().autoHeights;
    const View& before = (ends ? m_undo.back() : m_scene).view;
    if (before.yScale == next.view.yScale) {
        next.view.y = before.y;
    }
    const bool isTyped = !std::ranges::equal(next.curves, m_scene.curves, {}, &CurveSpec::formula, &CurveSpec::formula);
    const bool isMoving = !isTyped && (phase == EditPhase::Begin || phase == EditPhase::Move);
    next.view = calmlyFitted(next, isMoving ? Settling::Moving : Settling::Settled);
}

void Session::edit(Scene next, EditPhase phase)
{
    fitCalmly(next, phase);
    const bool step = phase == EditPhase::Begin || phase == EditPhase::Single;
    // A gesture's first event may change nothing yet; its step is due all the same.
    if (next == m_scene && (phase == EditPhase::Single || phase == EditPhase::Move)) {
        return;
    }
    if (step) {
        m_undo.push_back(m_scene);
        if (m_undo.size() > kMaxUndo) {
            m_undo.erase(m_undo.begin());
        }
        m_redo.clear();
    }
    // A gesture that ends where it began was no step.
    if (phase == EditPhase::End && !m_undo.empty() && m_undo.back() == next) {
        m_undo.pop_back();
    }
    m_typingCurve = 0;
    replace(std::move(next));
}

void Session::replace(Scene next)
{
    m_scene = std::move(next);
    forgetStaleTexts();
    stopStaleParts();
    m_frame.request();
    startFindings();
    emit sceneChanged();
}

void Session::forgetStaleTexts()
{
    std::erase_if(m_typed, [this](const auto& typed) { return !m_scene.find(typed.first); });
}

} // namespace secant
