#include "app/about.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace secant {
namespace {

class About {
    Q_DECLARE_TR_FUNCTIONS(About)
};

/// A dialog of one rich text that can be selected and closed with Escape.
void showText(QWidget* parent, const QString& title, const QString& html)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    auto* label = new QLabel(html, dialog);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setMinimumWidth(460);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setOpenExternalLinks(true);
    layout->addWidget(label);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog->open();
}

QString shortcutRow(const QString& keys, const QString& meaning)
{
    return QStringLiteral("<tr><td style='padding:3px 18px 3px 0'><b>%1</b></td><td style='padding:3px 0'>%2</td></tr>")
        .arg(keys, meaning);
}

} // namespace

void showAboutBox(QWidget* parent)
{
    const QString html =
        QStringLiteral("<h2>Secant %1</h2>").arg(QCoreApplication::applicationVersion()) + "<p>" +
        About::tr(
            "Activation functions, their derivatives, and where learning stops. Every curve is drawn from bounds that "
            "are proved, so that no pole is joined and no kink is missed.") +
        "</p><p>" +
        About::tr(
            "Secant is free software under the GNU General Public License, version 3 or later. It comes without any "
            "warranty.") +
        "</p><p>" + About::tr("It is made with:") + "</p><ul><li>Qt " + QString::fromLatin1(qVersion()) +
        " (LGPL 3)</li><li>QCustomPlot 2.1 (GPL 3)</li><li>GMP, MPFR, MPFI (LGPL)</li><li>nlohmann-json "
        "(MIT)</li><li>giflib (MIT), libwebp (BSD)</li></ul><p>" +
        About::tr("The colours of the curves follow Okabe and Ito, “Color Universal Design” (2008).") + "</p>";
    showText(parent, About::tr("About Secant"), html);
}

void showShortcutsBox(QWidget* parent)
{
    const QString rows =
        shortcutRow(About::tr("Drag"), About::tr("Move the view; over an axis, that axis alone")) +
        shortcutRow(About::tr("Wheel"), About::tr("Zoom at the pointer; over an axis, that axis alone")) +
        shortcutRow(About::tr("Shift + drag"), About::tr("Zoom to a box")) +
        shortcutRow(About::tr("Double click"), About::tr("Home: the first view, fitted")) +
        shortcutRow(About::tr("Click a curve"), About::tr("Make it the active one, whose regions are shaded")) +
        shortcutRow(About::tr("Drag a handle"),
                    About::tr("Move an end of the chord or the point on it, or an end of the interval of judgement")) +
        shortcutRow(About::tr("Shift on a slider"), About::tr("Ten times finer; double click: standard value")) +
        shortcutRow(QStringLiteral("Ctrl+F"), About::tr("Search activations")) +
        shortcutRow(QStringLiteral("Ctrl+N"), About::tr("Type a function")) +
        shortcutRow(QStringLiteral("Ctrl+O, Ctrl+S, Ctrl+Shift+S"), About::tr("Open, save, save as another file")) +
        shortcutRow(QStringLiteral("Ctrl+Z / Ctrl+Shift+Z"), About::tr("Undo / redo")) +
        shortcutRow(QStringLiteral("Ctrl+0, Ctrl+9, Ctrl+1"), About::tr("Home, fit y, 1:1")) +
        shortcutRow(QStringLiteral("Ctrl+Shift+D"), About::tr("Chord on or off")) +
        shortcutRow(QStringLiteral("Ctrl+Shift+E, Ctrl+Shift+C"), About::tr("Export, copy the figure"));
    showText(parent, About::tr("Mouse and keyboard"), "<table>" + rows + "</table>");
}

} // namespace secant
