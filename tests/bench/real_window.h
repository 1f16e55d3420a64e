#pragma once

#include "app/main_window.h"
#include "app/session.h"
#include "app/session_document.h"
#include "app/settings.h"
#include "app/theme.h"

namespace secant::bench {

/// The program's window with what it needs, in the light theme, on a scene, without the files of a person.
class RealWindow {
public:
    explicit RealWindow(const Scene& scene) : m_session(scene), m_document(m_session)
    {
        m_theme.setChoice(ThemeChoice::Light);
        m_window.emplace(m_session, m_document, m_theme, m_settings);
    }

    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] SessionDocument& document() { return m_document; }
    [[nodiscard]] Settings& settings() { return m_settings; }
    [[nodiscard]] MainWindow& window() { return *m_window; }

private:
    Settings m_settings;
    Theme m_theme;
    Session m_session;
    SessionDocument m_document;
    std::optional<MainWindow> m_window;
};

} // namespace secant::bench
