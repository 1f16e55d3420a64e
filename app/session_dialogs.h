#pragma once

#include <vector>

#include <QObject>
#include <QString>

#include "app/autosave.h"
#include "app/session_document.h"
#include "app/settings.h"

class QWidget;

namespace secant {

/// What is said and asked around session files: which file, whether to keep changes, what was wrong with one.
class SessionDialogs : public QObject {
    Q_OBJECT

public:
    SessionDialogs(SessionDocument& document, Settings& settings, QWidget* window);

    void startAnew();
    void open();
    /// Opens a file that was named, dropped or chosen from the list, unless the person keeps what is there.
    void openFile(const QString& fileName);
    /// False if the person gave up or the file could not be written.
    bool save();
    bool saveAs();
    /// Whether the window may go. A session without a file needs no question: it is kept for the next start.
    [[nodiscard]] bool mayClose();
    /// Offers what programs that were killed have left, the newest first.
    void offerLeft(const std::vector<LeftScene>& left);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void done(const QString& sentence);
    void recentChanged();

private:
    /// Asks whether to save what would be lost; false to stop.
    [[nodiscard]] bool maySetAside();
    [[nodiscard]] bool mayOverwrite();
    /// When the window is entered again: whether to read what another program has written meanwhile.
    void lookOutside();
    [[nodiscard]] std::optional<OpenedSession> read(const QString& fileName);
    void take(const QString& fileName, const OpenedSession& opened);
    bool saveTo(const QString& fileName);
    void remember(const QString& fileName);
    void forget(const QString& fileName);

    SessionDocument& m_document;
    Settings& m_settings;
    QWidget* m_window;
};

} // namespace secant
