#include "app/main_window.h"

#include <algorithm>

#include <QAction>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>
#include <QUrl>

#include "app/about.h"
#include "app/appearance_menu.h"
#include "app/edit_menu.h"
#include "app/examples_menu.h"
#include "app/facts_finder.h"
#include "app/figure_output.h"
#include "app/file_menu.h"
#include "app/menu_action.h"
#include "app/plot_menu.h"
#include "app/session_dialogs.h"
#include "app/side_panel.h"
#include "app/threshold_finder.h"
#include "widgets/export/export_file.h"
#include "widgets/panels/catalogue_panel.h"
#include "widgets/panels/convexity_panel.h"
#include "widgets/panels/curves_panel.h"
#include "widgets/panels/facts_panel.h"
#include "widgets/panels/icons.h"
#include "widgets/panels/view_panel.h"
#include "widgets/plot/figure_view.h"

namespace secant {
namespace {

constexpr int kReportMs = 8000;
constexpr int kSideWidth = 300;
constexpr QSize kFirstSize{1360, 860};

/// The file that is dragged; empty unless it is one of this machine and no other comes with it.
QString droppedFile(const QDropEvent& event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(Session& session, SessionDocument& document, Theme& theme, Settings& settings, QWidget* parent)
    : QMainWindow(parent),
      m_session(session),
      m_document(document),
      m_theme(theme),
      m_settings(settings),
      m_panelsUpdate([this] { updatePanels(); }),
      m_findingsUpdate([this] { updateFindings(); }),
      m_readoutUpdate([this] { updateReadout(); })
{
    setAcceptDrops(true);
    createPanels();
    m_theme.dress();
    createMenus();
    createToolBar();
    createStatusBar();
    connectSession();
    restoreLayout();
    updateIcons(m_theme.isDark());
    updateMenus();
    updatePanels();
    updateFigure();
    updateTitle();
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
    m_settings.formulaHistory = m_curves->history();
}

void MainWindow::openFile(const QString& fileName)
{
    m_dialogs->openFile(fileName);
}

void MainWindow::offerLeft(const std::vector<LeftScene>& left)
{
    m_dialogs->offerLeft(left);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_dialogs->mayClose()) {
        event->ignore();
        return;
    }
    rememberLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFile(*event).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString fileName = droppedFile(*event);
    event->acceptProposedAction();
    // Not from within the drop: a question would keep the program that the file came from waiting.
    QMetaObject::invokeMethod(
        this, [this, fileName] { openFile(fileName); }, Qt::QueuedConnection);
}

void MainWindow::createPanels()
{
    m_catalogue = new CataloguePanel(this);
    m_catalogue->setLanguage(m_session.scene().language);
    m_view = new FigureView(this);
    m_curves = new CurvesPanel(this);
    m_curves->setHistory(m_settings.formulaHistory);
    m_viewPanel = new ViewPanel(this);
    m_factsPanel = new FactsPanel(this);

    m_side = new SidePanel(m_curves, this);
    m_side->addPage(m_viewPanel, tr("View"), tr("What is shown of the curves"));
    m_side->addPage(m_factsPanel, tr("Facts"), tr("What is true of the active curve"));
    m_convexity = new ConvexityPanel(this);
    m_side->addPage(m_convexity, tr("Convexity"),
                    tr("Which shape the active curve has, ∪ or ∩, on which interval, and why"));

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("mainSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_catalogue);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(1, false);
    setCentralWidget(m_splitter);
}

void MainWindow::createMenus()
{
    m_fileMenu = new FileMenu(this);
    m_editMenu = new EditMenu(m_session, this);
    m_plotMenu = new PlotMenu(m_session, this);
    m_examplesMenu = new ExamplesMenu(m_session.scene().language, this);
    m_appearanceMenu = new AppearanceMenu(m_settings, this);
    for (QMenu* menu :
         std::initializer_list<QMenu*>{m_fileMenu, m_editMenu, m_plotMenu, m_examplesMenu, m_appearanceMenu}) {
        menuBar()->addMenu(menu);
    }
    createHelpMenu();
    m_output = new FigureOutput(m_session, *m_view, m_settings, this);
    m_dialogs = new SessionDialogs(m_document, m_settings, this);
    m_fileMenu->setRecent(m_settings.recentSessions);
}

void MainWindow::createHelpMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    QAction* shortcuts =
        addMenuAction(menu, tr("&Mouse and keyboard"), QKeySequence::HelpContents, tr("What mouse and keyboard do"));
    connect(shortcuts, &QAction::triggered, this, [this] { showShortcutsBox(this); });
    QAction* about = addMenuAction(menu, tr("&About Secant"), {}, tr("Version and licences"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, [this] { showAboutBox(this); });
}

void MainWindow::createToolBar()
{
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("mainToolBar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({18, 18});
    bar->addAction(m_editMenu->undoAction());
    bar->addAction(m_editMenu->redoAction());
    bar->addSeparator();
    bar->addAction(m_plotMenu->homeAction());
    bar->addAction(m_plotMenu->fitAction());
    bar->addAction(m_plotMenu->squareAction());
    bar->addSeparator();
    for (const auto& [kind, action] : m_plotMenu->paneActions()) {
        bar->addAction(action);
    }
    bar->addAction(m_plotMenu->chordAction());
    auto* space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    bar->addAction(m_fileMenu->exportAction());
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
    connect(&m_session, &Session::sceneChanged, this, [this] {
        // Menus at once: the next key may already wait for what they allow.
        updateMenus();
        m_panelsUpdate.request();
    });
    connect(&m_session, &Session::figureChanged, this, &MainWindow::updateFigure);
    connect(&m_session, &Session::refused, this, &MainWindow::report);
    connect(&m_theme, &Theme::darkChanged, this, &MainWindow::updateIcons);
    connect(m_catalogue, &CataloguePanel::activationChosen, &m_session, &Session::addActivation);
    connectMenus();
    connectFigureView();
    connectCurvesPanel();
    connectViewPanel();
    connectConvexityPanel();
    connectFactsPanel();
}

void MainWindow::connectFileMenu()
{
    connect(m_fileMenu, &FileMenu::newRequested, m_dialogs, &SessionDialogs::startAnew);
    connect(m_fileMenu, &FileMenu::openRequested, m_dialogs, &SessionDialogs::open);
    connect(m_fileMenu, &FileMenu::recentChosen, m_dialogs, &SessionDialogs::openFile);
    connect(m_fileMenu, &FileMenu::saveRequested, m_dialogs, &SessionDialogs::save);
    connect(m_fileMenu, &FileMenu::saveAsRequested, m_dialogs, &SessionDialogs::saveAs);
    connect(m_fileMenu, &FileMenu::recentCleared, this, [this] {
        m_settings.recentSessions.clear();
        m_fileMenu->setRecent({});
    });
    // Queued: the action that was chosen belongs to the list that is built anew.
    connect(
        m_dialogs, &SessionDialogs::recentChanged, this, [this] { m_fileMenu->setRecent(m_settings.recentSessions); },
        Qt::QueuedConnection);
    connect(m_dialogs, &SessionDialogs::done, this, &MainWindow::report);
    connect(&m_document, &SessionDocument::changed, this, &MainWindow::updateTitle);
    connect(m_fileMenu, &FileMenu::exportRequested, this, [this] { m_output->exportAsChosen(m_theme.isDark()); });
    connect(m_fileMenu, &FileMenu::copyRequested, this, [this] { m_output->copy(m_theme.isDark()); });
    connect(m_fileMenu, &FileMenu::quitRequested, this, &QWidget::close);
    connect(m_output, &FigureOutput::done, this, &MainWindow::report);
}

void MainWindow::connectMenus()
{
    connectFileMenu();
    connect(m_editMenu, &EditMenu::searchRequested, m_catalogue, &CataloguePanel::focusSearch);
    connect(m_editMenu, &EditMenu::formulaRequested, this, &MainWindow::addTypedFormula);
    connect(m_examplesMenu, &ExamplesMenu::exampleChosen, this, [this](const QString& id) {
        m_session.openExample(id);
        m_side->showPage(m_convexity);
    });
    connect(m_appearanceMenu, &AppearanceMenu::languageChosen, this, &MainWindow::languageChosen);
    connect(m_appearanceMenu, &AppearanceMenu::themeChosen, this, [this](ThemeChoice choice) {
        m_settings.theme = choice;
        m_theme.setChoice(choice);
    });
}

void MainWindow::connectFigureView()
{
    connect(m_view, &FigureView::viewEdited, &m_session, &Session::setView);
    connect(m_view, &FigureView::chordEdited, &m_session, &Session::setChord);
    connect(m_view, &FigureView::handleEdited, &m_session, &Session::dragHandle);
    connect(m_view, &FigureView::curveClicked, &m_session, &Session::activate);
    connect(m_view, &FigureView::homeRequested, &m_session, &Session::goHome);
    connect(m_view, &FigureView::contextMenuRequested, this, &MainWindow::showContextMenu);
    connect(m_view, &FigureView::budgetChanged, &m_session, [this] { m_session.setBudget(m_view->budget()); });
    connect(m_view, &FigureView::pointerMoved, this, [this](double x) {
        m_pointer = x;
        m_readoutUpdate.request();
    });
    connect(m_view, &FigureView::pointerLeft, this, [this] {
        m_pointer.reset();
        m_readoutUpdate.request();
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
    m_thresholds = new ThresholdFinder(m_session, this);
    connect(m_thresholds, &ThresholdFinder::changed, this, &MainWindow::updateCurves);
}

void MainWindow::connectViewPanel()
{
    connect(m_viewPanel, &ViewPanel::paneToggled, &m_session, &Session::showPane);
    connect(m_viewPanel, &ViewPanel::kinksToggled, &m_session, &Session::showKinks);
    connect(m_viewPanel, &ViewPanel::markToggled, &m_session, &Session::showMark);
    connect(m_viewPanel, &ViewPanel::crosshairToggled, &m_session, &Session::showCrosshair);
    connect(m_viewPanel, &ViewPanel::tangentToggled, &m_session, &Session::showTangent);
    connect(m_viewPanel, &ViewPanel::gridToggled, &m_session, &Session::showGrid);
    connect(m_viewPanel, &ViewPanel::heightsToggled, &m_session, &Session::followHeights);
    connect(m_viewPanel, &ViewPanel::xScaleChosen, &m_session, &Session::setXScale);
    connect(m_viewPanel, &ViewPanel::yScaleChosen, &m_session, &Session::setYScale);
    connect(m_viewPanel, &ViewPanel::shadingEdited, &m_session, &Session::setShading);
}

void MainWindow::connectConvexityPanel()
{
    connect(m_convexity, &ConvexityPanel::opened, &m_session, &Session::showJudgement);
    connect(m_convexity, &ConvexityPanel::judgementEdited, &m_session, &Session::setJudgement);
    connect(m_convexity, &ConvexityPanel::rangeRequested, &m_session, &Session::lookAt);
    connect(m_convexity, &ConvexityPanel::namingChosen, &m_session, &Session::setNaming);
    connect(m_convexity, &ConvexityPanel::longerRequested, &m_session, &Session::lookLonger);
    connect(m_convexity, &ConvexityPanel::stopRequested, &m_session, &Session::stopLooking);
    connect(m_convexity, &ConvexityPanel::chordAdded, &m_session, &Session::addChord);
    connect(m_convexity, &ConvexityPanel::chordRemoved, &m_session, &Session::removeChord);
    connect(m_convexity, &ConvexityPanel::chordEdited, &m_session, &Session::setChord);
    connect(m_convexity, &ConvexityPanel::operationChosen, &m_session, &Session::operate);
    connect(m_convexity, &ConvexityPanel::workbenchEdited, &m_session, &Session::setWorkbench);
    connect(&m_session, &Session::findingsChanged, this, [this] { m_findingsUpdate.request(); });
}

void MainWindow::connectFactsPanel()
{
    m_facts = new FactsFinder(m_session, this);
    connect(m_factsPanel, &FactsPanel::watched, m_facts, &FactsFinder::setWatched);
    connect(m_facts, &FactsFinder::changed, this, [this] { m_factsPanel->setState(m_facts->state()); });
    connect(m_factsPanel, &FactsPanel::factToggled, &m_session, &Session::showFact);
    connect(m_factsPanel, &FactsPanel::differenceRequested, &m_session, &Session::addDifference);
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
    updateCurves();
    m_catalogue->setNaming(scene.naming, scene.language);
    m_viewPanel->setScene(scene);
    m_convexity->setScene(scene);
    updateFindings();
}

void MainWindow::updateMenus()
{
    m_editMenu->update(m_session);
    m_plotMenu->update(m_session.scene());
}

void MainWindow::updateCurves()
{
    std::vector<CurveCardState> cards = m_session.cards();
    m_thresholds->addTo(cards);
    m_curves->setCurves(cards);
}

void MainWindow::updateFigure()
{
    m_panelsUpdate.settle();
    const Figure& figure = m_session.figure();
    m_view->setFigure(figure);
    m_convexity->setFigure(figure);
    double sampled = 0.0;
    for (const Pane& pane : figure.panes) {
        for (const Ink& ink : pane.inks) {
            sampled = std::max(sampled, pane.kind == PaneKind::ParameterSlope ? 0.0 : ink.sampledPx);
        }
    }
    m_proof->setText(sampled >= 1.0 ? tr("%1 px sampled, not proved").arg(qRound(sampled)) : QString());
    updateReadout();
}

void MainWindow::updateFindings()
{
    m_convexity->setFindings(m_session.scene(), m_session.findings(), m_session.isJudging(),
                             m_session.isLookingLonger());
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

void MainWindow::updateTitle()
{
    const QString name = QFileInfo(m_document.fileName()).fileName();
    // Without a file nothing is in danger: the scene is kept for the next start.
    const QString shown = shownFileName(name).replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
    setWindowTitle(name.isEmpty() ? QStringLiteral("Secant[*]") : shown + QStringLiteral("[*] — Secant"));
    setWindowModified(!name.isEmpty() && m_document.isModified());
}

void MainWindow::updateIcons(bool dark)
{
    m_view->setWindowDark(dark);
    m_curves->setDark(dark);
    const std::pair<QAction*, const char*> icons[] = {
        {m_editMenu->undoAction(), "undo"},        {m_editMenu->redoAction(), "redo"},
        {m_plotMenu->homeAction(), "home"},        {m_plotMenu->fitAction(), "zoom-fit"},
        {m_plotMenu->chordAction(), "chord"},      {m_fileMenu->exportAction(), "export"},
        {m_plotMenu->squareAction(), "one-to-one"}};
    for (const auto& [action, name] : icons) {
        action->setIcon(icon(QString::fromLatin1(name), palette().color(QPalette::ButtonText)));
    }
}

void MainWindow::addTypedFormula()
{
    const int curve = m_session.addFormula();
    m_panelsUpdate.settle();
    m_curves->focusFormula(curve);
}

void MainWindow::showContextMenu(const QPoint& globalPosition)
{
    QMenu menu(this);
    menu.addAction(m_plotMenu->homeAction());
    menu.addAction(m_plotMenu->fitAction());
    menu.addAction(m_plotMenu->squareAction());
    menu.addSeparator();
    for (QAction* const action : m_plotMenu->scaleActions()) {
        menu.addAction(action);
    }
    menu.addSeparator();
    menu.addAction(m_plotMenu->chordAction());
    menu.addSeparator();
    menu.addAction(m_fileMenu->copyAction());
    menu.addAction(m_fileMenu->exportAction());
    menu.exec(globalPosition);
}

} // namespace secant
