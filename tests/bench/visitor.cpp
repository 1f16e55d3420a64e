#include "tests/bench/visitor.h"

#include <algorithm>
#include <array>
#include <numeric>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMouseEvent>
#include <QPointer>
#include <QProgressDialog>
#include <QPushButton>
#include <QTabWidget>
#include <QWheelEvent>

#include "app/export_dialog.h"
#include "tests/bench/real_window.h"
#include "widgets/panels/formula_line.h"
#include "widgets/panels/slider_track.h"
#include "widgets/plot/figure_view.h"

namespace secant::bench {
namespace {

/// Right ones, wrong ones, steep, broken and expensive ones.
constexpr std::array kFormulas{
    "a*x^2 + b*x + c",
    "sin(1/x)",
    "x/(1 + exp(-beta*x))",
    "tan(x) + 1/x",
    "max(a*x, min(x, 1))",
    "log(1 + exp(x))^2",
    "x^2 + sn(x)",
    "(x + 1",
    "2x sin x",
    "if(x < 0, exp(x) - 1, a*x)",
    "floor(3*x)/3",
    "sqrt(|x| - 1)",
    "exp(-x^2)*cos(20*x)",
    "x^x",
    "gelu(x) - a*silu(b*x)",
};
constexpr std::size_t kManyCurves = 6;

void postMouse(QWidget* widget, QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons held)
{
    QCoreApplication::postEvent(
        widget, new QMouseEvent(type, at, widget->mapToGlobal(QPointF(at)), button, held, Qt::NoModifier));
}

void postKey(QWidget* widget, int key, const QString& text)
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QCoreApplication::postEvent(widget, new QKeyEvent(type, key, Qt::NoModifier, text));
    }
}

void postWheel(QWidget* widget, QPoint at, int turn)
{
    QCoreApplication::postEvent(widget, new QWheelEvent(at, widget->mapToGlobal(QPointF(at)), {}, {0, turn},
                                                        Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false));
}

void pressQueued(QAbstractButton* button)
{
    QMetaObject::invokeMethod(button, &QAbstractButton::click, Qt::QueuedConnection);
}

} // namespace

Visitor::Visitor(RealWindow& real, const QString& folder, unsigned seed)
    : m_real(real), m_folder(folder), m_random(seed)
{
}

bool Visitor::isBusy() const
{
    return !m_steps.empty() || QApplication::activeModalWidget() != nullptr;
}

int Visitor::below(int bound)
{
    return static_cast<int>(m_random() % static_cast<unsigned>(std::max(1, bound)));
}

QPoint Visitor::placeIn(const QWidget* widget)
{
    return {below(widget->width()), below(widget->height())};
}

template<typename Widget>
Widget* Visitor::anyVisible(const QString& name)
{
    QList<Widget*> found = m_real.window().findChildren<Widget*>(name);
    found.removeIf([](const Widget* widget) { return !widget->isVisible() || !widget->isEnabled(); });
    return found.isEmpty() ? nullptr : found[below(static_cast<int>(found.size()))];
}

std::string Visitor::begin(const std::string& only)
{
    struct Choice {
        int weight;
        const char* name;
        void (Visitor::*prepare)();
    };
    static constexpr std::array<Choice, 13> kChoices{{
        {6, "drag a slider", &Visitor::dragSlider},
        {3, "type a formula", &Visitor::typeFormula},
        {2, "pick an activation", &Visitor::pickActivation},
        {1, "remove a curve", &Visitor::removeCurve},
        {3, "zoom", &Visitor::zoom},
        {3, "pan", &Visitor::pan},
        {3, "move over the figure", &Visitor::hover},
        {3, "drag a chord", &Visitor::dragChord},
        {4, "tick a box", &Visitor::toggleSomething},
        {2, "turn a page", &Visitor::changePage},
        {3, "undo and redo", &Visitor::undoOrRedo},
        {2, "export", &Visitor::exportFigure},
        {2, "save and open", &Visitor::saveAndOpen},
    }};
    const auto named = [&](const Choice& choice) { return only == choice.name; };
    const bool isBound = std::any_of(kChoices.begin(), kChoices.end(), named);
    const auto plus = [](int sum, const Choice& choice) { return sum + choice.weight; };
    int draw = below(std::accumulate(kChoices.begin(), kChoices.end(), 0, plus));
    for (const Choice& choice : kChoices) {
        if (isBound ? named(choice) : draw < choice.weight) {
            (this->*choice.prepare)();
            return choice.name;
        }
        draw -= choice.weight;
    }
    return {};
}

void Visitor::step()
{
    if (answeredQuestion()) {
        return;
    }
    if (!m_steps.empty()) {
        const Step next = std::move(m_steps.front());
        m_steps.pop_front();
        next();
    }
}

/// A message box is answered, but never so that it would go on for ever. Dialogs that steps deal with are left alone,
/// unless there are no more steps.
bool Visitor::answeredQuestion()
{
    QWidget* modal = QApplication::activeModalWidget();
    if (auto* box = qobject_cast<QMessageBox*>(modal)) {
        QAbstractButton* chosen = nullptr;
        for (const auto button : {QMessageBox::Discard, QMessageBox::Yes, QMessageBox::Ok}) {
            chosen = chosen == nullptr ? box->button(button) : chosen;
        }
        pressQueued(chosen != nullptr ? chosen : box->buttons().constFirst());
        return true;
    }
    if (auto* dialog = qobject_cast<QDialog*>(modal); dialog != nullptr && m_steps.empty()) {
        QMetaObject::invokeMethod(dialog, &QDialog::reject, Qt::QueuedConnection);
        return true;
    }
    return false;
}

void Visitor::wait(int steps)
{
    for (int i = 0; i < steps; ++i) {
        add([] {});
    }
}

void Visitor::drag(QWidget* widget, QPoint from, QPoint to, int moves)
{
    const QPointer<QWidget> target(widget);
    const auto post = [this, target](QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons held) {
        add([=] {
            if (target) {
                postMouse(target, type, at, button, held);
            }
        });
    };
    post(QEvent::MouseMove, from, Qt::NoButton, Qt::NoButton);
    post(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    for (int i = 1; i <= moves; ++i) {
        post(QEvent::MouseMove, from + (to - from) * i / moves, Qt::NoButton, Qt::LeftButton);
    }
    post(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
}

void Visitor::dragSlider()
{
    if (auto* track = anyVisible<SliderTrack>()) {
        const int y = track->height() / 2;
        drag(track, {below(track->width()), y}, {below(track->width()), y}, 30 + below(60));
    }
}

void Visitor::typeFormula()
{
    trigger(QKeySequence(QKeySequence::New).toString());
    wait(4);
    const QString formula = QString::fromLatin1(kFormulas[static_cast<std::size_t>(below(kFormulas.size()))]);
    add([this, formula] {
        const QPointer<QWidget> editor(QApplication::focusWidget());
        auto* line = qobject_cast<QLineEdit*>(editor.data());
        if (line == nullptr) {
            return;
        }
        line->selectAll();
        for (const QChar letter : formula) {
            add([editor, letter] {
                if (editor) {
                    postKey(editor, letter.toUpper().unicode(), QString(letter));
                }
            });
        }
    });
}

void Visitor::pickActivation()
{
    auto* list = anyVisible<QListView>(QStringLiteral("catalogueList"));
    if (list == nullptr || list->model()->rowCount() == 0) {
        return;
    }
    const QModelIndex row = list->model()->index(below(list->model()->rowCount()), 0);
    list->scrollTo(row);
    const QPoint at = list->visualRect(row).center();
    QWidget* port = list->viewport();
    drag(port, at, at, 1);
    add([port = QPointer(port), at] {
        if (port) {
            postMouse(port, QEvent::MouseButtonDblClick, at, Qt::LeftButton, Qt::LeftButton);
            postMouse(port, QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
        }
    });
    if (m_real.session().scene().curves.size() > kManyCurves) {
        removeCurve();
    }
}

void Visitor::removeCurve()
{
    add([this] {
        if (auto* button = anyVisible<QAbstractButton>(QStringLiteral("remove"))) {
            pressQueued(button);
        }
    });
}

void Visitor::zoom()
{
    auto* view = m_real.window().findChild<FigureView*>();
    const QPoint at = placeIn(view);
    const int turn = below(2) == 0 ? 120 : -120;
    const int notches = 3 + below(12);
    for (int i = 0; i < notches; ++i) {
        add([view, at, turn] { postWheel(view, at, turn); });
    }
    if (below(3) == 0) {
        wait(4);
        trigger(QKeySequence(Qt::CTRL | Qt::Key_0).toString());
    }
}

void Visitor::pan()
{
    auto* view = m_real.window().findChild<FigureView*>();
    drag(view, placeIn(view), placeIn(view), 20 + below(30));
}

void Visitor::hover()
{
    auto* view = m_real.window().findChild<FigureView*>();
    const QPoint from = placeIn(view);
    const QPoint way = placeIn(view) - from;
    for (int i = 0; i < 60; ++i) {
        add([view, at = from + way * i / 60] { postMouse(view, QEvent::MouseMove, at, Qt::NoButton, Qt::NoButton); });
    }
}

void Visitor::dragChord()
{
    Session& session = m_real.session();
    if (session.scene().chords.empty()) {
        trigger(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D).toString());
        wait(6);
    }
    add([this] {
        auto* view = m_real.window().findChild<FigureView*>();
        const Figure& figure = view->figure();
        if (figure.panes.empty() || figure.panes.front().chords.empty()) {
            return;
        }
        const FigurePoint end = figure.panes.front().chords.front().second;
        const QPoint from = view->toPixel(PaneKind::Value, end.x, end.y).toPoint();
        drag(view, from, from + QPoint(below(300) - 150, 0), 30);
    });
}

void Visitor::toggleSomething()
{
    add([this] {
        if (auto* box = anyVisible<QCheckBox>()) {
            pressQueued(box);
        }
    });
    wait(10);
}

void Visitor::changePage()
{
    add([this] {
        if (auto* pages = anyVisible<QTabWidget>()) {
            pages->setCurrentIndex(below(pages->count()));
        }
    });
    wait(20);
}

void Visitor::undoOrRedo()
{
    const int times = 1 + below(10);
    for (int i = 0; i < times; ++i) {
        trigger(QKeySequence(QKeySequence::Undo).toString());
        wait(1);
    }
    for (int i = below(times + 1); i > 0; --i) {
        trigger(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z).toString());
        wait(1);
    }
}

void Visitor::exportFigure()
{
    const QString path = QStringLiteral("%1/figure%2").arg(m_folder).arg(++m_files);
    trigger(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E).toString());
    wait(10);
    add([this] {
        if (auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget())) {
            auto* format = dialog->findChild<QComboBox*>(); // The first field of the form.
            format->setCurrentIndex(below(format->count()));
        }
    });
    wait(20);
    add([] {
        if (auto* dialog = qobject_cast<ExportDialog*>(QApplication::activeModalWidget())) {
            for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
                if (button->isDefault()) {
                    pressQueued(button);
                }
            }
        }
    });
    wait(15);
    add([path] {
        if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
            dialog->findChild<QLineEdit*>()->setText(path);
            QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
        }
    });
    wait(20);
    add([this, path] {
        for (const QString& name : QDir(m_folder).entryList({QFileInfo(path).fileName() + QStringLiteral(".*")})) {
            QFile::remove(m_folder + QLatin1Char('/') + name);
        }
    });
}

void Visitor::saveAndOpen()
{
    const QString path = QStringLiteral("%1/session%2.secant").arg(m_folder).arg(below(3));
    add([this, path] { static_cast<void>(m_real.document().save(path)); });
    wait(5);
    dragSlider();
    add([this] {
        // One of those that were saved before; the window asks what to do with what was changed.
        const QString other = QStringLiteral("%1/session%2.secant").arg(m_folder).arg(below(3));
        if (QFile::exists(other)) {
            QMetaObject::invokeMethod(
                &m_real.window(), [this, other] { m_real.window().openFile(other); }, Qt::QueuedConnection);
        }
    });
    wait(10);
}

void Visitor::trigger(const QString& shortcut)
{
    add([this, shortcut] {
        for (QAction* action : m_real.window().findChildren<QAction*>()) {
            if (action->shortcut().toString() == shortcut && action->isEnabled()) {
                QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
                return;
            }
        }
    });
}

} // namespace secant::bench
