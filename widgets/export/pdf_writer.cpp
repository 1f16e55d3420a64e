#include "widgets/export/pdf_writer.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace secant {

namespace {

constexpr int kLayoutDpi = 96;
constexpr double kPointsPerPixel = 72.0 / kLayoutDpi;
constexpr auto kTitle = "Secant";

/// Blanks keep every offset of the cross-reference table right.
void blankDate(QByteArray& pdf)
{
    const qsizetype begin = pdf.lastIndexOf("/CreationDate (D:");
    const qsizetype end = begin < 0 ? -1 : pdf.indexOf(')', begin);
    if (end > begin && end - begin < 64)
        std::fill(pdf.begin() + begin, pdf.begin() + end + 1, ' ');
}

} // namespace

QByteArray pdfOf(const QSize& size, const std::function<void(QPainter&)>& paint)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kLayoutDpi); // A unit of the painter is a logical pixel.
        writer.setPageSize(
            QPageSize(QSizeF(size) * kPointsPerPixel, QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(kTitle);
        writer.setCreator(kTitle);
        QPainter painter(&writer);
        paint(painter);
    }
    buffer.close();
    blankDate(pdf);
    return pdf;
}

} // namespace secant
