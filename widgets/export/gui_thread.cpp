#include "widgets/export/gui_thread.h"

#include <QCoreApplication>
#include <QThread>

namespace secant {

void onGuiThread(const std::function<void()>& work)
{
    QCoreApplication* application = QCoreApplication::instance();
    if (application == nullptr || QThread::currentThread() == application->thread()) {
        work();
    } else {
        QMetaObject::invokeMethod(application, work, Qt::BlockingQueuedConnection);
    }
}

} // namespace secant
