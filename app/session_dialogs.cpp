#include "app/session_dialogs.h"

#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTimer>

#include "core/figure/compose.h"

namespace secant {
namespace {

QString reasonOf(const SceneError& error)
{
    return QString::fromStdString(error.place.empty() ? error.reason : error.place + ": " + error.reason);
}

QString folderOf(const Settings& settings)
{
    const QString last = settings.recentSessions.isEmpty() ? QString() : settings.recentSessions.front();
    const QString folder = QFileInfo(last).absolutePath();
    return !last.isEmpty() && QFileInfo(folder).isDir()
               ? folder
               : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

SessionDialogs::SessionDialogs(SessionDocument& document, Settings& settings, QWidget* window)
    : QObject(window), m_document(document), m_settings(settings), m_window(window)
{
    window->installEventFilter(this);
}

void SessionDialogs::startAnew()
{
    if (maySetAside()) {
        m_document.startAnew();
    }
}

void SessionDialogs::open()
{
    const QString fileName = QFileDialog::getOpenFileName(m_window, tr("Open a session"), folderOf(m_settings),
                                                          tr("Secant sessions (*.secant *.json);;All files (*)"));
    if (!fileName.isEmpty()) {
        openFile(fileName);
    }
}

void SessionDialogs::openFile(const QString& fileName)
{
    const auto opened = read(fileName);
    if (!opened) {
        forget(fileName);
    } else if (maySetAside()) {
        take(fileName, *opened);
    }
}

std::optional<OpenedSession> SessionDialogs::read(const QString& fileName)
{
    auto opened = readSession(fileName);
    if (opened) {
        return std::move(*opened);
    }
    const QString shown = shownFileName(fileName);
    const QString text =
        opened.error().isNewer
            ? tr("“%1” was written by a newer version of Secant. It stays as it is, and so does the open session.")
                  .arg(shown)
            : tr("“%1” cannot be opened: %2. The open session stays as it is.").arg(shown, reasonOf(opened.error()));
    QMessageBox::warning(m_window, tr("The session was not opened"), text);
    return std::nullopt;
}

void SessionDialogs::take(const QString& fileName, const OpenedSession& opened)
{
    const QString shown = shownFileName(fileName);
    m_document.adopt(fileName, opened);
    remember(fileName);
    emit done(tr("Opened %1").arg(shown));
    if (!opened.repairs.empty()) {
        QMessageBox box(QMessageBox::Information, tr("The session was repaired"),
                        tr("Something in “%1” was wrong and was put right. The file itself is changed only when you "
                           "save.")
                            .arg(shown),
                        QMessageBox::Ok, m_window);
        box.setInformativeText(repairList(opened.repairs));
        box.exec();
    }
}

bool SessionDialogs::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::WindowActivate) {
        QTimer::singleShot(0, this, &SessionDialogs::lookOutside);
    }
    return QObject::eventFilter(watched, event);
}

void SessionDialogs::lookOutside()
{
    // A question that is open is answered first; the window is entered again when it closes.
    if (QApplication::activeModalWidget() != nullptr || !m_document.noticesOutsideChange()) {
        return;
    }
    const QString fileName = m_document.fileName();
    QMessageBox box(QMessageBox::Question, tr("Changed by another program"),
                    tr("“%1” is no longer what was opened or saved here.").arg(shownFileName(fileName)),
                    QMessageBox::NoButton, m_window);
    box.setInformativeText(m_document.isModified() ? tr("What you changed here is lost if you read it anew.")
                                                   : tr("Nothing was changed here since."));
    const QPushButton* anew = box.addButton(tr("&Read it anew"), QMessageBox::AcceptRole);
    QPushButton* keep = box.addButton(tr("&Keep what is here"), QMessageBox::RejectRole);
    box.setDefaultButton(keep);
    box.setEscapeButton(keep);
    box.exec();
    if (box.clickedButton() != anew) {
        return;
    }
    if (const auto opened = read(fileName)) {
        take(fileName, *opened);
    }
}

bool SessionDialogs::save()
{
    if (m_document.fileName().isEmpty()) {
        return saveAs();
    }
    return mayOverwrite() && saveTo(m_document.fileName());
}

bool SessionDialogs::saveAs()
{
    const QString suffix = QLatin1Char('.') + QLatin1String(kSessionSuffix);
    const QString proposed = m_document.fileName().isEmpty()
                                 ? folderOf(m_settings) + QLatin1Char('/') + tr("session") + suffix
                                 : m_document.fileName();
    QFileDialog dialog(m_window, tr("Save the session"), QFileInfo(proposed).absolutePath(),
                       tr("Secant sessions (*.secant)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QLatin1String(kSessionSuffix));
    dialog.selectFile(QFileInfo(proposed).fileName());
    return dialog.exec() == QDialog::Accepted && saveTo(dialog.selectedFiles().constFirst());
}

bool SessionDialogs::mayClose()
{
    if (m_document.fileName().isEmpty() || !m_document.isModified()) {
        return true;
    }
    if (!maySetAside()) {
        return false;
    }
    if (m_document.isModified()) {
        m_document.revert(); // What was not wanted does not come back at the next start.
    }
    return true;
}

bool SessionDialogs::maySetAside()
{
    if (!m_document.isUnsaved()) {
        return true;
    }
    const QString name =
        m_document.fileName().isEmpty() ? tr("this session") : QFileInfo(m_document.fileName()).fileName();
    QMessageBox box(QMessageBox::Question, tr("Save the changes?"),
                    tr("Save what you changed in %1? It is lost otherwise.").arg(name),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setDefaultButton(QMessageBox::Save);
    const int answer = box.exec();
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

bool SessionDialogs::mayOverwrite()
{
    if (!m_document.isChangedOutside() || !QFileInfo::exists(m_document.fileName())) {
        return true;
    }
    QMessageBox box(QMessageBox::Warning, tr("Changed by another program"),
                    tr("“%1” is no longer what was opened or saved here.").arg(shownFileName(m_document.fileName())),
                    QMessageBox::Cancel, m_window);
    const QPushButton* overwrite = box.addButton(tr("&Overwrite it"), QMessageBox::DestructiveRole);
    QPushButton* other = box.addButton(tr("Save &as…"), QMessageBox::AcceptRole);
    box.setDefaultButton(other);
    box.exec();
    if (box.clickedButton() == other) {
        saveAs();
        return false;
    }
    return box.clickedButton() == overwrite;
}

bool SessionDialogs::saveTo(const QString& fileName)
{
    if (const auto problem = m_document.save(fileName)) {
        QMessageBox::warning(m_window, tr("The session was not saved"), *problem);
        return false;
    }
    remember(fileName);
    emit done(tr("Saved to %1").arg(shownFileName(fileName)));
    return true;
}

void SessionDialogs::offerLeft(const std::vector<LeftScene>& left)
{
    for (const LeftScene& scene : left) {
        const QString time = QLocale().toString(scene.saved, QLocale::ShortFormat);
        QStringList names;
        for (const CurveSpec& curve : scene.scene.curves) {
            names << QString::fromStdString(displayName(curve, scene.scene.language));
        }
        QMessageBox box(QMessageBox::Question, tr("Secant did not end properly"),
                        tr("A session of %1 was not saved. Open it again?").arg(time),
                        QMessageBox::Open | QMessageBox::Discard | QMessageBox::Cancel, m_window);
        box.setInformativeText(names.mid(0, 8).join(QStringLiteral(", ")));
        box.button(QMessageBox::Cancel)->setText(tr("&Later"));
        box.setDefaultButton(QMessageBox::Open);
        const int answer = box.exec();
        if (answer == QMessageBox::Cancel) {
            return;
        }
        Autosave::forget(scene.fileName);
        if (answer == QMessageBox::Open) {
            m_document.adopt(scene.scene); // Which is kept anew.
            return;
        }
    }
}

void SessionDialogs::remember(const QString& fileName)
{
    const QString name = QFileInfo(fileName).absoluteFilePath();
    m_settings.recentSessions.removeAll(name);
    m_settings.recentSessions.prepend(name);
    m_settings.recentSessions = m_settings.recentSessions.mid(0, kMaxRecentSessions);
    emit recentChanged();
}

void SessionDialogs::forget(const QString& fileName)
{
    if (m_settings.recentSessions.removeAll(QFileInfo(fileName).absoluteFilePath()) > 0) {
        emit recentChanged();
    }
}

} // namespace secant
