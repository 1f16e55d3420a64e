#include "app/working_dialog.h"

#include <thread>

#include <QApplication>
#include <QEventLoop>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace secant {
namespace {

constexpr int kQuietMs = 500;

} // namespace

WorkingDialog::WorkingDialog(const QString& text, QWidget* window)
    : QDialog(window), m_bar(new QProgressBar(this)), m_stop(new QPushButton(tr("Stop"), this))
{
    setWindowTitle(QApplication::applicationDisplayName());
    auto* label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    m_bar->setRange(0, 0);
    m_bar->setMinimumWidth(280);
    auto* column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(m_bar);
    column->addWidget(m_stop, 0, Qt::AlignRight);
    connect(m_stop, &QPushButton::clicked, this, &WorkingDialog::reject);
}

bool WorkingDialog::run(const Work& work)
{
    // The window is blocked from the start, but what is done soon is done without a dialog that flashes up.
    setAttribute(Qt::WA_DontShowOnScreen);
    open();
    QTimer::singleShot(kQuietMs, this, &WorkingDialog::appear);
    QApplication::setOverrideCursor(Qt::WaitCursor);
    QEventLoop loop;
    bool isOver = false;
    const std::jthread thread([&] {
        work([this](int finished, int all) { return note(finished, all); });
        QMetaObject::invokeMethod(
            &loop,
            [&] {
                isOver = true;
                loop.quit();
            },
            Qt::QueuedConnection);
    });
    // Whoever ends the program ends this loop too; the work uses what lives here, and must have ended first.
    while (!isOver) {
        loop.exec();
    }
    QApplication::restoreOverrideCursor();
    hide();
    return !m_isStopped;
}

void WorkingDialog::reject()
{
    m_isStopping = true;
    m_stop->setEnabled(false);
}

void WorkingDialog::appear()
{
    if (isVisible()) {
        hide();
        setAttribute(Qt::WA_DontShowOnScreen, false);
        open();
    }
}

/// On the thread of the work.
bool WorkingDialog::note(int finished, int all)
{
    QMetaObject::invokeMethod(
        this,
        [this, finished, all] {
            m_bar->setRange(0, all);
            m_bar->setValue(finished);
        },
        Qt::QueuedConnection);
    m_isStopped = m_isStopping.load();
    return !m_isStopped;
}

} // namespace secant
