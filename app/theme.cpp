#include "app/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QVariant>

namespace secant {
namespace {

struct Shades {
    const char* window;
    const char* card; ///< Cards, fields, menus.
    const char* line; ///< Thin borders.
    const char* edge; ///< Borders of what can be operated: at least 3 : 1 against card.
    const char* text;
    const char* muted;
    const char* disabled;
    const char* hover;
    const char* pressed;
    const char* groove;
    const char* accent;
    const char* link;
};

constexpr Shades kLight{"#F6F7F9", "#FFFFFF", "#DFE3E8", "#8A929C", "#1F2328", "#59636E",
                        "#9AA2AC", "#E9ECF0", "#DCE1E7", "#CDD3DA", "#1F6FEB", "#0B57D0"};
constexpr Shades kDark{"#24272B", "#2D3136", "#3D4248", "#7C858F", "#E6E8EB", "#A3ABB4",
                       "#6C747D", "#383D43", "#444A51", "#565D66", "#3F83F0", "#7DB1FF"};

QPalette paletteOf(const Shades& shades)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const char* color) {
        palette.setColor(role, QColor(QLatin1String(color)));
    };
    set(QPalette::Window, shades.window);
    set(QPalette::WindowText, shades.text);
    set(QPalette::Base, shades.card);
    set(QPalette::AlternateBase, shades.window);
    set(QPalette::Text, shades.text);
    set(QPalette::PlaceholderText, shades.muted);
    set(QPalette::Button, shades.card);
    set(QPalette::ButtonText, shades.text);
    set(QPalette::BrightText, "#FFFFFF");
    set(QPalette::ToolTipBase, shades.card);
    set(QPalette::ToolTipText, shades.text);
    set(QPalette::Highlight, shades.accent);
    set(QPalette::HighlightedText, "#FFFFFF");
    set(QPalette::Link, shades.link);
    set(QPalette::LinkVisited, shades.link);
    set(QPalette::Light, shades.card);
    set(QPalette::Midlight, shades.line);
    set(QPalette::Mid, shades.groove);
    set(QPalette::Dark, shades.edge);
    set(QPalette::Shadow, shades.edge);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor(QLatin1String(shades.disabled)));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(QLatin1String(shades.disabled)));
    return palette;
}

/// Names in braces stand for shades. Colours of text come from the palette, so that a widget may choose its own.
constexpr const char* kStyleSheet = R"(
QToolTip { background: {card}; color: {text}; border: 1px solid {line}; padding: 4px 6px; }

QMenuBar { background: {window}; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: {hover}; }
QMenuBar::item:pressed { background: {pressed}; }
QMenu { background: {card}; border: 1px solid {line}; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: {accent}; color: #FFFFFF; }
QMenu::item:disabled { color: {disabled}; background: transparent; }
QMenu::separator { height: 1px; background: {line}; margin: 4px 8px; }

QToolBar#mainToolBar { background: {window}; border: none; border-bottom: 1px solid {line}; padding: 4px 8px;
                       spacing: 4px; }
QToolBar#mainToolBar::separator { width: 1px; background: {line}; margin: 4px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 2px; background: transparent; }
QToolBar#mainToolBar QToolButton { padding: 4px 8px; }
QToolButton:hover { background: {hover}; }
QToolButton:pressed { background: {pressed}; }
QToolButton:checked { background: {pressed}; border-color: {line}; }
QToolButton:focus { border-color: {accent}; }
QToolButton:disabled { color: {disabled}; }

QPushButton { background: {card}; border: 1px solid {edge}; border-radius: 6px; padding: 4px 12px; min-height: 18px; }
QPushButton:hover { background: {hover}; }
QPushButton:pressed, QPushButton:checked { background: {pressed}; }
QPushButton:focus { border: 2px solid {accent}; padding: 3px 11px; }
QPushButton:default { background: {accent}; border-color: {accent}; color: #FFFFFF; }
QPushButton:default:focus { border-color: {text}; }
QPushButton:disabled { background: {window}; border-color: {line}; color: {disabled}; }

QLineEdit, QComboBox, QAbstractSpinBox { background: {card}; border: 1px solid {edge}; border-radius: 6px;
    padding: 2px 6px; min-height: 18px; selection-background-color: {accent}; selection-color: #FFFFFF; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid {accent}; padding: 1px 5px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { background: {window}; border-color: {line};
    color: {disabled}; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QAbstractSpinBox::up-arrow { image: url(:/icons/chevron-up.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: {card}; border: 1px solid {line}; selection-background-color: {accent};
    selection-color: #FFFFFF; outline: none; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 18px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px 0; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; background: {card};
    border: 1px solid {edge}; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: {accent}; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent}; image: url(:/icons/check.svg); }
QRadioButton::indicator:checked { width: 6px; height: 6px; background: #FFFFFF; border: 5px solid {accent}; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid {link}; width: 12px; height: 12px; }
QRadioButton::indicator:checked:focus { width: 4px; height: 4px; border: 6px solid {link}; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: {window}; border-color: {line}; }
QCheckBox::indicator:checked:disabled { background: {disabled}; border-color: {disabled}; }
QRadioButton::indicator:checked:disabled { background: {window}; border-color: {disabled}; }

QScrollArea[side="true"], QWidget[side="true"], QWidget#sidePanel { background: {window}; border: none; }
QTabWidget#sidePages::pane { border: none; border-top: 1px solid {line}; }
QTabBar { background: {window}; }
QTabBar::tab { background: {window}; color: {muted}; border: none; border-bottom: 2px solid transparent;
    padding: 6px 10px; }
QTabBar::tab:hover { background: {hover}; }
QTabBar::tab:selected { color: {text}; border-bottom-color: {accent}; }
QTabBar::tab:focus { color: {link}; }
QFrame[card="true"] { background: {card}; border: 1px solid {line}; border-radius: 6px; }
QSplitter#mainSplitter::handle { background: {line}; }
QSplitter#mainSplitter::handle:hover { background: {accent}; }
QStatusBar { background: {window}; border-top: 1px solid {line}; }
QStatusBar::item { border: none; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: {groove}; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: {edge}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QString styleSheetOf(const Shades& shades)
{
    QString sheet = QString::fromLatin1(kStyleSheet);
    const std::pair<const char*, const char*> names[] = {
        {"{window}", shades.window},     {"{card}", shades.card},     {"{line}", shades.line},
        {"{edge}", shades.edge},         {"{text}", shades.text},     {"{muted}", shades.muted},
        {"{disabled}", shades.disabled}, {"{hover}", shades.hover},   {"{pressed}", shades.pressed},
        {"{groove}", shades.groove},     {"{accent}", shades.accent}, {"{link}", shades.link}};
    for (const auto& [name, color] : names) {
        sheet.replace(QLatin1String(name), QLatin1String(color));
    }
    return sheet;
}

/// Asked once, before any theme has laid its own palette over the platform's.
bool platformIsDark()
{
    static const bool dark = [] {
        const QPalette palette = QApplication::palette();
        return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    }();
    return dark;
}

/// Whether a session bus is running already. Asking libdbus itself would try to start one, and wait for it.
bool hasSessionBus()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           (!runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus")));
}

constexpr QLatin1String kPortalPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String kSettingsInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String kAppearanceGroup("org.freedesktop.appearance");
constexpr QLatin1String kSchemeKey("color-scheme");

/// Asks the desktop portal for the color-scheme and hears of its changes, all without waiting.
class DesktopScheme : public QObject {
    Q_OBJECT

public:
    explicit DesktopScheme(QObject* parent) : QObject(parent) {}

    void listen();

signals:
    void schemeTold(unsigned scheme);

public slots:
    /// The whole message: Qt 6.4 refuses to connect to a slot that takes a QDBusVariant.
    void settingChanged(const QDBusMessage& message)
    {
        const QList<QVariant> arguments = message.arguments();
        if (arguments.size() == 3 && arguments[0].toString() == kAppearanceGroup &&
            arguments[1].toString() == kSchemeKey) {
            tell(arguments[2]);
        }
    }

private:
    void tell(const QVariant& scheme)
    {
        // Wrapped once in a signal; the answer of Read() is wrapped twice.
        QVariant plain = scheme;
        while (plain.canConvert<QDBusVariant>()) {
            plain = plain.value<QDBusVariant>().variant();
        }
        emit schemeTold(plain.toUInt());
    }
};

void DesktopScheme::listen()
{
    if (!hasSessionBus()) {
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    // No service name: with one, Qt would look up its owner and wait for the answer.
    bus.connect(QString(), kPortalPath, kSettingsInterface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QDBusMessage)));
    QDBusMessage question = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"),
                                                           kPortalPath, kSettingsInterface, QStringLiteral("Read"));
    question << QString(kAppearanceGroup) << QString(kSchemeKey);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* finished) {
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (reply.isValid()) {
            tell(reply.value().variant());
        }
        finished->deleteLater();
    });
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent), m_desktopDark(platformIsDark()), m_dark(m_desktopDark)
{
    apply();
    askDesktop();
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    update();
}

void Theme::update()
{
    const bool dark = m_choice == ThemeChoice::System ? m_desktopDark : m_choice == ThemeChoice::Dark;
    if (dark == m_dark) {
        return;
    }
    m_dark = dark;
    apply();
    emit darkChanged(dark);
}

void Theme::apply()
{
    const Shades& shades = m_dark ? kDark : kLight;
    if (QApplication::style()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) != 0) {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    }
    QApplication::setPalette(paletteOf(shades));
    if (m_isDressed) {
        qApp->setStyleSheet(styleSheetOf(shades));
    }
}

void Theme::dress()
{
    if (!m_isDressed) {
        m_isDressed = true;
        qApp->setStyleSheet(styleSheetOf(m_dark ? kDark : kLight));
    }
}

void Theme::askDesktop()
{
    auto* desktop = new DesktopScheme(this);
    connect(desktop, &DesktopScheme::schemeTold, this, &Theme::takeColorScheme);
    desktop->listen();
}

void Theme::takeColorScheme(unsigned scheme)
{
    constexpr unsigned kPrefersDark = 1;
    constexpr unsigned kPrefersLight = 2;
    m_desktopDark = scheme == kPrefersDark || (scheme != kPrefersLight && platformIsDark());
    update();
}

} // namespace secant

#include "theme.moc"
