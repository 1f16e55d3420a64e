#pragma once

#include <QMainWindow>

#include "app/session.h"
#include "app/settings.h"
#include "app/theme.h"

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QSplitter;

namespace secant {

class CataloguePanel;
class CurvesPanel;
class FigureView;
class ViewPanel;

/// The one window: catalogue on the left, figure in the middle, curves and what is shown on the right. It connects
/// widgets with the session and holds no state of its own but the settings it remembers.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Session& session, Theme& theme, Settings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Shown once in the status line, for instance about a damaged file.
    void report(const QString& sentence);
    /// Writes window geometry into the settings given to the constructor.
    void rememberLayout();

signals:
    void languageChosen(LanguageChoice choice); ///< The owner builds the window anew in that language.

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void createPanels();
    void createActions();
    void createFileMenu();
    void createEditMenu();
    void createViewMenu();
    void createPlotMenu();
    void createHelpMenu();
    void createToolBar();
    void createStatusBar();
    void connectSession();
    void connectCurvesPanel();
    void connectViewPanel();
    void connectFigureView();
    void restoreLayout();

    void updatePanels();
    void updateFigure();
    void updateReadout();
    void updateIcons(bool dark);
    void addTypedFormula();
    void exportToFile();
    void copyFigure();
    void showContextMenu(const QPoint& globalPosition);
    void showAbout();
    void showShortcuts();

    QAction* addAction(QMenu* menu, const QString& text, const QKeySequence& shortcut, const QString& tip);

    Session& m_session;
    Theme& m_theme;
    Settings& m_settings;

    QSplitter* m_splitter = nullptr;
    CataloguePanel* m_catalogue = nullptr;
    FigureView* m_view = nullptr;
    CurvesPanel* m_curves = nullptr;
    ViewPanel* m_viewPanel = nullptr;
    QLabel* m_position = nullptr;
    QLabel* m_proof = nullptr;
    std::optional<double> m_pointer; ///< x under the pointer while it is over the figure.

    QAction* m_exportAction = nullptr;
    QAction* m_copyAction = nullptr;
    QAction* m_undoAction = nullptr;
    QAction* m_redoAction = nullptr;
    QAction* m_searchAction = nullptr;
    QAction* m_formulaAction = nullptr;
    QAction* m_removeAction = nullptr;
    QAction* m_homeAction = nullptr;
    QAction* m_fitAction = nullptr;
    QAction* m_squareAction = nullptr;
    QAction* m_chordAction = nullptr;
    std::vector<std::pair<PaneKind, QAction*>> m_paneActions;
};

} // namespace secant
