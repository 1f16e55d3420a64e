#pragma once

#include <QWidget>

#include "core/figure/figure.h"

namespace secant {

/// A short line in the colour and dashes of one curve style, as it is on the plot.
class LineSample : public QWidget {
    Q_OBJECT

public:
    explicit LineSample(QWidget* parent = nullptr);

    void setStyleSlot(int slot);
    void setDark(bool dark);
    void setFaded(bool faded); ///< For a curve that is hidden.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_slot = 0;
    bool m_dark = false;
    bool m_faded = false;
};

/// A small field filled as regions of one kind are on the plot: dotted (saturated) or hatched (dead).
class RegionSample : public QWidget {
    Q_OBJECT

public:
    explicit RegionSample(RegionKind kind, QWidget* parent = nullptr);

    void setStyleSlot(int slot); ///< Of the curve whose regions are shaded.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RegionKind m_kind;
    int m_slot = 0;
};

} // namespace secant
