#pragma once

class QWidget;

namespace secant {

/// Version, what the program is, and the licences of what it is made of.
void showAboutBox(QWidget* parent);
/// Mouse and keyboard at a glance.
void showShortcutsBox(QWidget* parent);

} // namespace secant
