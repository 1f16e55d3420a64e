#pragma once

#include <QWidget>

class QScrollArea;
class QTabWidget;

namespace secant {

/// The right column: the cards of the curves above, never more than half of it while there is more to show, and pages
/// about the active curve and the plot below, one of them at a time. Cards and pages scroll on their own.
class SidePanel : public QWidget {
    Q_OBJECT

public:
    explicit SidePanel(QWidget* curves, QWidget* parent = nullptr);

    /// Takes the page over. With one page alone no tabs are shown.
    void addPage(QWidget* page, const QString& title, const QString& tip);
    void showPage(QWidget* page);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QScrollArea* scrolled(QWidget* content);
    void fitCurves();

    QWidget* m_curves;
    QScrollArea* m_curvesArea = nullptr;
    QTabWidget* m_pages = nullptr;
};

} // namespace secant
