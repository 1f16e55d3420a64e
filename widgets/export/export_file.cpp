#include "widgets/export/export_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace secant {

namespace {

constexpr int kMaxShownName = 80;
constexpr int kMaxLinks = 40; // As many as Linux follows.

class ExportFile {
    Q_DECLARE_TR_FUNCTIONS(ExportFile)
};

} // namespace

QString shownFileName(const QString& fileName)
{
    QString name = fileName;
    for (QChar& c : name) {
        if (!c.isPrint())
            c = c.isSurrogate() ? c : QChar(u'?');
    }
    if (name.size() <= kMaxShownName)
        return name;
    return name.left(kMaxShownName / 2) + QChar(u'…') + name.right(kMaxShownName / 2 - 1);
}

QString writtenFileName(const QString& fileName)
{
    QFileInfo file(fileName);
    for (int links = 0; file.isSymLink() && links < kMaxLinks; ++links)
        file = QFileInfo(file.symLinkTarget());
    return file.filePath();
}

ExportProblem checkTarget(const QString& fileName)
{
    if (fileName.isEmpty())
        return ExportFile::tr("There is no file name. Give the name of the file to write.");
    const QString shown = shownFileName(fileName);
    const QFileInfo file(writtenFileName(fileName));
    if (file.isSymLink())
        return ExportFile::tr("“%1” is a link that leads in a circle. Choose another file.").arg(shown);
    if (file.isDir())
        return ExportFile::tr("“%1” is a folder. Choose a file name in it.").arg(shown);
    // QSaveFile would rename its own file over a device or a pipe, for everybody on the machine.
    if (file.exists() && !file.isFile())
        return ExportFile::tr("“%1” is not an ordinary file. Choose another name.").arg(shown);
    if (!QFileInfo(file.absolutePath()).isDir())
        return ExportFile::tr("The folder of “%1” does not exist. Create it or choose another one.").arg(shown);
    return std::nullopt;
}

ExportProblem replaceFile(const QString& fileName, const std::function<bool(QIODevice&)>& write)
{
    if (ExportProblem problem = checkTarget(fileName))
        return problem;
    QSaveFile file(writtenFileName(fileName));
    const auto failed = [&] {
        const QString reason = file.errorString();
        file.cancelWriting();
        return ExportFile::tr("“%1” could not be written: %2. Choose another place or free some space.")
            .arg(shownFileName(fileName), reason);
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    if (!write(file) || file.error() != QFileDevice::NoError)
        return failed();
    return file.commit() ? ExportProblem() : failed();
}

ExportProblem replaceFileUnlessStopped(const QString& fileName, const std::function<Ending(QIODevice&)>& write)
{
    Ending ending = Ending::Failed;
    const ExportProblem problem = replaceFile(fileName, [&](QIODevice& device) {
        ending = write(device);
        return ending == Ending::Written;
    });
    return ending == Ending::Stopped ? std::nullopt : problem;
}

} // namespace secant
