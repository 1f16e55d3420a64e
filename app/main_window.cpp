#include "app/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSplitter>
#include <QStandardPaths>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

#include "app/about.h"
#include "app/export_dialog.h"
#include "widgets/export/figure_export.h"
#include "widgets/panels/catalogue_panel.h"
#include "widgets/panels/curves_panel.h"
#include "widgets/panels/icons.h"
#include "widgets/panels/view_panel.h"
#include "widgets/plot/figure_view.h"

namespace secant {
namespace {

constexpr int kReportMs = 8000;
constexpr int kSideWidth = 300;
constexpr QSize kFirstSize{1360, 860};

} // namespace

MainWindow::MainWindow(Session& session, Theme& theme, Settings& settings, QWidget* parent)
    : QMainWindow(parent), m_session(session), m_theme(theme), m_settings(settings)
{
    setWindowTitle(QStringLiteral("Secant"));
    createPanels();
    createActions();
    createToolBar();
    createStatusBar();
    connectSession();
    restoreLayout();
    updateIcons(m_theme.isDark());
    updatePanels();
    updateFigure();
    m_view->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::report(const QString& sentence)
{
    statusBar()->showMessage(sentence, kReportMs);
}

void MainWindow::rememberLayout()
{
    m_settings.windowGeometry = saveGeometry();
    m_settings.splitterState = m_splitter->saveState();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    rememberLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::createPanels()
{
    m_catalogue = new CataloguePanel(this);
    m_catalogue->setLanguage(m_session.scene().language);
    m_view = new FigureView(this);
    m_curves = new CurvesPanel(this);
    m_viewPanel = new ViewPanel(this);

    auto* side = new QWidget(this);
    side->setObjectName(QStringLiteral("sidePanel"));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_curves);
    column->addWidget(m_viewPanel);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("sideScroll"));
    scroll->setWidget(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(kSideWidth);

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("mainSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_catalogue);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(scroll);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(1, false);
    setCentralWidget(m_splitter);
}

QAction* MainWindow::addAction(QMenu* menu, const QString& text, const QKeySequence& shortcut, const QString& tip)
{
    QAction* action = menu->addAction(text);
    // A tool button has no use for the letter that a menu underlines, which Chinese puts into brackets.
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&"));
    action->setIconText(QString(text).remove(mnemonic).remove(QStringLiteral("…")));
    action->setShortcut(shortcut);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
    action->setStatusTip(tip);
    return action;
}

void MainWindow::createActions()
{
    createFileMenu();
    createEditMenu();
    createPlotMenu();
    createViewMenu();
    createHelpMenu();
}

void MainWindow::createFileMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    m_exportAction = addAction(menu, tr("&Export…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                               tr("Write the figure as PNG, SVG or PDF"));
    connect(m_exportAction, &QAction::triggered, this, &MainWindow::exportToFile);
    m_copyAction = addAction(menu, tr("&Copy figure"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                             tr("Put the figure on the clipboard as a picture"));
    connect(m_copyAction, &QAction::triggered, this, &MainWindow::copyFigure);
    menu->addSeparator();
    QAction* quit = addAction(menu, tr("&Quit"), QKeySequence::Quit, tr("Close Secant; the scene is kept"));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::createEditMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    m_undoAction = addAction(menu, tr("&Undo"), QKeySequence::Undo, tr("Take back the last change"));
    connect(m_undoAction, &QAction::triggered, &m_session, &Session::undo);
    m_redoAction = addAction(menu, tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
                             tr("Do again what was taken back"));
    connect(m_redoAction, &QAction::triggered, &m_session, &Session::redo);
    menu->addSeparator();
    m_searchAction =
        addAction(menu, tr("&Search activations"), QKeySequence::Find, tr("Search the list of activations"));
    connect(m_searchAction, &QAction::triggered, m_catalogue, &CataloguePanel::focusSearch);
    m_formulaAction =
        addAction(menu, tr("&Type a function"), QKeySequence::New, tr("Add a curve whose formula you type"));
    connect(m_formulaAction, &QAction::triggered, this, &MainWindow::addTypedFormula);
    m_removeAction = addAction(menu, tr("Remove &all curves"), {}, tr("Clear the plot; undo brings everything back"));
    connect(m_removeAction, &QAction::triggered, &m_session, &Session::removeAll);
}

void MainWindow::createPlotMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Plot"));
    m_homeAction =
        addAction(menu, tr("&Home"), QKeySequence(Qt::CTRL | Qt::Key_0), tr("Back to −6 ≤ x ≤ 6 with fitting heights"));
    connect(m_homeAction, &QAction::triggered, &m_session, &Session::goHome);
    m_fitAction = addAction(menu, tr("&Fit heights"), QKeySequence(Qt::CTRL | Qt::Key_9),
                            tr("Fit the height of every pane to its curves"));
    connect(m_fitAction, &QAction::triggered, &m_session, &Session::fit);
    m_squareAction =
        addAction(menu, tr("&1:1"), QKeySequence(Qt::CTRL | Qt::Key_1), tr("One unit as long on y as on x"));
    connect(m_squareAction, &QAction::triggered, &m_session, &Session::makeSquare);
    menu->addSeparator();
    const std::pair<PaneKind, QString> panes[] = {{PaneKind::Slope, tr("Pane f′")},
                                                  {PaneKind::Curvature, tr("Pane f″")},
                                                  {PaneKind::ParameterSlope, tr("Pane ∂f/∂α")}};
    int key = Qt::Key_2;
    for (const auto& [kind, text] : panes) {
        QAction* action = addAction(menu, text, QKeySequence(QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(key++))),
                                    tr("Show or hide this pane"));
        action->setCheckable(true);
        connect(action, &QAction::triggered, &m_session,
                [this, pane = kind](bool shown) { m_session.showPane(pane, shown); });
        m_paneActions.emplace_back(kind, action);
    }
    menu->addSeparator();
    m_chordAction = addAction(menu, tr("&Chord"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
                              tr("A chord over the active curve, to be dragged"));
    m_chordAction->setCheckable(true);
    connect(m_chordAction, &QAction::triggered, &m_session, &Session::showChord);
}

void MainWindow::createViewMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    QMenu* themes = menu->addMenu(tr("&Appearance"));
    auto* themeGroup = new QActionGroup(this);
    const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::System, tr("As the &system")},
                                                       {ThemeChoice::Light, tr("&Light")},
                                                       {ThemeChoice::Dark, tr("&Dark")}};
    for (const auto& [themeChoice, text] : choices) {
        QAction* action = themes->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_settings.theme == themeChoice);
        themeGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = themeChoice] {
            m_settings.theme = choice;
            m_theme.setChoice(choice);
        });
    }
    QMenu* languages = menu->addMenu(tr("&Language"));
    auto* languageGroup = new QActionGroup(this);
    const std::pair<LanguageChoice, QString> tongues[] = {{LanguageChoice::System, tr("As the &system")},
                                                          {LanguageChoice::English, QStringLiteral("English")},
                                                          {LanguageChoice::Chinese, QStringLiteral("中文")}};
    for (const auto& [languageChoice, text] : tongues) {
        QAction* action = languages->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_settings.language == languageChoice);
        languageGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = languageChoice] { emit languageChosen(choice); });
    }
}

void MainWindow::createHelpMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    QAction* shortcuts =
        addAction(menu, tr("&Mouse and keyboard"), QKeySequence::HelpContents, tr("What mouse and keyboard do"));
    connect(shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    QAction* about = addAction(menu, tr("&About Secant"), {}, tr("Version and licences"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::createToolBar()
{
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("mainToolBar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({18, 18});
    bar->addAction(m_undoAction);
    bar->addAction(m_redoAction);
    bar->addSeparator();
    bar->addAction(m_homeAction);
    bar->addAction(m_fitAction);
    bar->addAction(m_squareAction);
    bar->addSeparator();
    for (const auto& [kind, action] : m_paneActions) {
        bar->addAction(action);
    }
    bar->addAction(m_chordAction);
    auto* space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    bar->addAction(m_exportAction);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void MainWindow::createStatusBar()
{
    m_position = new QLabel(this);
    m_proof = new QLabel(this);
    m_proof->setToolTip(tr("Where bounds could not prove the curve within the time of a frame, it is sampled."));
    statusBar()->addPermanentWidget(m_proof);
    statusBar()->addPermanentWidget(m_position);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::sceneChanged, this, &MainWindow::updatePanels);
    connect(&m_session, &Session::figureChanged, this, &MainWindow::updateFigure);
    connect(&m_session, &Session::refused, this, &MainWindow::report);
    connect(&m_theme, &Theme::darkChanged, this, &MainWindow::updateIcons);
    connect(m_catalogue, &CataloguePanel::activationChosen, &m_session, &Session::addActivation);
    connectFigureView();
    connectCurvesPanel();
    connectViewPanel();
}

void MainWindow::connectFigureView()
{
    connect(m_view, &FigureView::viewEdited, &m_session, &Session::setView);
    connect(m_view, &FigureView::chordEdited, &m_session, &Session::setChord);
    connect(m_view, &FigureView::curveClicked, &m_session, &Session::activate);
    connect(m_view, &FigureView::homeRequested, &m_session, &Session::goHome);
    connect(m_view, &FigureView::contextMenuRequested, this, &MainWindow::showContextMenu);
    connect(m_view, &FigureView::budgetChanged, &m_session, [this] { m_session.setBudget(m_view->budget()); });
    connect(m_view, &FigureView::pointerMoved, this, [this](double x) {
        m_pointer = x;
        updateReadout();
    });
    connect(m_view, &FigureView::pointerLeft, this, [this] {
        m_pointer.reset();
        updateReadout();
    });
}

void MainWindow::connectCurvesPanel()
{
    connect(m_curves, &CurvesPanel::parameterEdited, &m_session, &Session::setParameter);
    connect(m_curves, &CurvesPanel::visibilityEdited, &m_session, &Session::setVisible);
    connect(m_curves, &CurvesPanel::formulaEdited, &m_session, &Session::setFormula);
    connect(m_curves, &CurvesPanel::conventionChosen, &m_session, &Session::setConvention);
    connect(m_curves, &CurvesPanel::randomSlopesEdited, &m_session, &Session::setRandomSlopes);
    connect(m_curves, &CurvesPanel::removed, &m_session, &Session::removeCurve);
    connect(m_curves, &CurvesPanel::activated, &m_session, &Session::activate);
    connect(m_curves, &CurvesPanel::addFormulaRequested, this, &MainWindow::addTypedFormula);
}

void MainWindow::connectViewPanel()
{
    connect(m_viewPanel, &ViewPanel::paneToggled, &m_session, &Session::showPane);
    connect(m_viewPanel, &ViewPanel::kinksToggled, &m_session, &Session::showKinks);
    connect(m_viewPanel, &ViewPanel::crosshairToggled, &m_session, &Session::showCrosshair);
    connect(m_viewPanel, &ViewPanel::tangentToggled, &m_session, &Session::showTangent);
    connect(m_viewPanel, &ViewPanel::gridToggled, &m_session, &Session::showGrid);
    connect(m_viewPanel, &ViewPanel::shadingEdited, &m_session, &Session::setShading);
    connect(m_viewPanel, &ViewPanel::chordToggled, &m_session, &Session::showChord);
    connect(m_viewPanel, &ViewPanel::chordEdited, &m_session, &Session::setChord);
}

void MainWindow::restoreLayout()
{
    if (m_settings.windowGeometry.isEmpty() || !restoreGeometry(m_settings.windowGeometry)) {
        resize(kFirstSize);
    }
    if (m_settings.splitterState.isEmpty() || !m_splitter->restoreState(m_settings.splitterState)) {
        m_splitter->setSizes({kSideWidth, kFirstSize.width() - 2 * kSideWidth, kSideWidth});
    }
}

void MainWindow::updatePanels()
{
    const Scene& scene = m_session.scene();
    m_curves->setCurves(m_session.cards());
    m_viewPanel->setScene(scene, m_session.chordText());
    m_undoAction->setEnabled(m_session.canUndo());
    m_redoAction->setEnabled(m_session.canRedo());
    m_removeAction->setEnabled(!scene.curves.empty());
    m_chordAction->setChecked(!scene.chords.empty());
    m_chordAction->setEnabled(!scene.curves.empty());
    for (const auto& [kind, action] : m_paneActions) {
        action->setChecked(scene.shows(kind));
    }
}

void MainWindow::updateFigure()
{
    const Figure& figure = m_session.figure();
    m_view->setFigure(figure);
    m_viewPanel->setScene(m_session.scene(), m_session.chordText());
    double sampled = 0.0;
    for (const Pane& pane : figure.panes) {
        for (const Ink& ink : pane.inks) {
            sampled = std::max(sampled, pane.kind == PaneKind::ParameterSlope ? 0.0 : ink.sampledPx);
        }
    }
    m_proof->setText(sampled >= 1.0 ? tr("%1 px sampled, not proved").arg(qRound(sampled)) : QString());
    updateReadout();
}

void MainWindow::updateReadout()
{
    if (!m_pointer) {
        m_view->clearReadout();
        m_position->clear();
        return;
    }
    const Readout readout = m_session.readoutAt(*m_pointer);
    m_view->setReadout(readout, m_session.scene().crosshair, m_session.scene().tangent);
    m_position->setText(QStringLiteral("x = ") + QString::fromStdString(readout.xText));
}

void MainWindow::updateIcons(bool dark)
{
    m_view->setWindowDark(dark);
    m_curves->setDark(dark);
    const std::pair<QAction*, const char*> icons[] = {
        {m_undoAction, "undo"},   {m_redoAction, "redo"},     {m_homeAction, "home"},        {m_fitAction, "zoom-fit"},
        {m_chordAction, "chord"}, {m_exportAction, "export"}, {m_squareAction, "one-to-one"}};
    for (const auto& [action, name] : icons) {
        action->setIcon(icon(QString::fromLatin1(name), palette().color(QPalette::ButtonText)));
    }
}

void MainWindow::addTypedFormula()
{
    m_curves->focusFormula(m_session.addFormula());
}

void MainWindow::exportToFile()
{
    ExportDialog dialog(m_view->size(), m_theme.isDark(), this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const QString folder = m_settings.exportFolder.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)
                               : m_settings.exportFolder;
    const QString fileName =
        QFileDialog::getSaveFileName(this, tr("Export the figure"), folder + QStringLiteral("/secant.png"),
                                     tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    if (fileName.isEmpty()) {
        return;
    }
    ExportOptions options = dialog.options();
    options.format = formatOfFileName(fileName).value_or(ExportFormat::Png);
    Scene scene = m_session.scene();
    scene.theme = dialog.theme() == FigureTheme::Window ? scene.theme : dialog.theme();
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const ExportProblem problem =
        exportFigure([&](const Budget& budget) { return compose(scene, budget); }, options, fileName);
    QApplication::restoreOverrideCursor();
    if (problem) {
        QMessageBox::warning(this, tr("The figure was not exported"), *problem);
        return;
    }
    m_settings.exportFolder = QFileInfo(fileName).absolutePath();
    report(tr("Exported to %1").arg(fileName));
}

void MainWindow::copyFigure()
{
    ExportOptions options;
    options.size = m_view->size();
    options.dpi = 96.0 * m_view->devicePixelRatioF();
    options.windowDark = m_theme.isDark();
    const Scene& scene = m_session.scene();
    QApplication::clipboard()->setImage(
        renderImage([&](const Budget& budget) { return compose(scene, budget); }, options));
    report(tr("The figure is on the clipboard"));
}

void MainWindow::showContextMenu(const QPoint& globalPosition)
{
    QMenu menu(this);
    menu.addAction(m_homeAction);
    menu.addAction(m_fitAction);
    menu.addAction(m_squareAction);
    menu.addSeparator();
    menu.addAction(m_chordAction);
    menu.addSeparator();
    menu.addAction(m_copyAction);
    menu.addAction(m_exportAction);
    menu.exec(globalPosition);
}

void MainWindow::showAbout()
{
    showAboutBox(this);
}

void MainWindow::showShortcuts()
{
    showShortcutsBox(this);
}

} // namespace secant
