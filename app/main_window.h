#pragma once

#include <QMainWindow>

#include "app/autosave.h"
#include "app/once_per_turn.h"
#include "app/session.h"
#include "app/session_document.h"
#include "app/settings.h"
#include "app/theme.h"

class QLabel;
class QSplitter;

namespace secant {

class AppearanceMenu;
class CataloguePanel;
class ConvexityPanel;
class CurvesPanel;
class EditMenu;
class FactsFinder;
class FactsPanel;
class FigureOutput;
class FigureView;
class ExamplesMenu;
class FileMenu;
class PlotMenu;
class SessionDialogs;
class SidePanel;
class ThresholdFinder;
class ViewPanel;

/// The one window: catalogue on the left, figure in the middle, curves and what is shown on the right. It connects
/// widgets with the session and holds no state of its own but the settings it remembers.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Session& session, SessionDocument& document, Theme& theme, Settings& settings,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Shown once in the status line, for instance about a damaged file.
    void report(const QString& sentence);
    /// Opens a session file, or says why not.
    void openFile(const QString& fileName);
    /// Offers what programs that were killed have left.
    void offerLeft(const std::vector<LeftScene>& left);
    /// Writes window geometry into the settings given to the constructor.
    void rememberLayout();

signals:
    void languageChosen(LanguageChoice choice); ///< The owner builds the window anew in that language.

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void createPanels();
    void createMenus();
    void createHelpMenu();
    void createToolBar();
    void createStatusBar();
    void connectSession();
    void connectMenus();
    void connectFileMenu();
    void connectCurvesPanel();
    void connectViewPanel();
    void connectFactsPanel();
    void connectFigureView();
    void connectConvexityPanel();
    void restoreLayout();

    void updateMenus();
    void updatePanels();
    void updateFigure();
    void updateFindings();
    void updateCurves();
    void updateReadout();
    void updateTitle();
    void updateIcons(bool dark);
    void addTypedFormula();
    void showContextMenu(const QPoint& globalPosition);

    Session& m_session;
    SessionDocument& m_document;
    Theme& m_theme;
    Settings& m_settings;

    QSplitter* m_splitter = nullptr;
    CataloguePanel* m_catalogue = nullptr;
    FigureView* m_view = nullptr;
    CurvesPanel* m_curves = nullptr;
    ViewPanel* m_viewPanel = nullptr;
    ConvexityPanel* m_convexity = nullptr;
    FactsPanel* m_factsPanel = nullptr;
    FactsFinder* m_facts = nullptr;
    ThresholdFinder* m_thresholds = nullptr;
    SidePanel* m_side = nullptr;
    QLabel* m_position = nullptr;
    QLabel* m_proof = nullptr;
    OncePerTurn m_panelsUpdate;
    OncePerTurn m_findingsUpdate;
    OncePerTurn m_readoutUpdate;
    std::optional<double> m_pointer; ///< x under the pointer while it is over the figure.

    FileMenu* m_fileMenu = nullptr;
    EditMenu* m_editMenu = nullptr;
    PlotMenu* m_plotMenu = nullptr;
    ExamplesMenu* m_examplesMenu = nullptr;
    AppearanceMenu* m_appearanceMenu = nullptr;
    FigureOutput* m_output = nullptr;
    SessionDialogs* m_dialogs = nullptr;
};

} // namespace secant
