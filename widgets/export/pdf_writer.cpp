#include "widgets/export/pdf_writer.h"

#include <cstring>

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace secant {

namespace {

constexpr int kLayoutDpi = 96;
constexpr double kPointsPerPixel = 72.0 / kLayoutDpi;
constexpr auto kTitle = "Secant";

/// A number in a cross-reference table: its digits stay as many as they are.
void lower(QByteArray& pdf, qsizetype at, qsizetype digits, qsizetype above, qsizetype by)
{
    const qsizetype offset = pdf.mid(at, digits).toLongLong();
    if (offset > above)
        pdf.replace(at, digits, QByteArray::number(offset - by).rightJustified(digits, '0'));
}

/// Takes the date out, whose length depends on the time zone, and moves what the cross-reference table points to.
void removeDate(QByteArray& pdf)
{
    const qsizetype begin = pdf.indexOf("/CreationDate (D:");
    const qsizetype end = begin < 0 ? -1 : pdf.indexOf(")\n", begin);
    const qsizetype start = pdf.lastIndexOf("startxref\n");
    const qsizetype table = pdf.lastIndexOf("xref\n0 ", start - 1);
    if (end < begin || begin < 0 || table < end)
        return;
    const qsizetype length = end + 2 - begin;
    constexpr qsizetype kDigits = 10;
    constexpr qsizetype kEntry = 20;
    const qsizetype entries = pdf.indexOf('\n', table + 5) + 1;
    for (qsizetype at = entries; at + kEntry <= start && pdf[at] != 't'; at += kEntry)
        lower(pdf, at, kDigits, begin, length);
    const qsizetype number = start + static_cast<qsizetype>(std::strlen("startxref\n"));
    const qsizetype digits = pdf.indexOf('\n', number) - number;
    const qsizetype offset = pdf.mid(number, digits).toLongLong();
    pdf.replace(number, digits, QByteArray::number(offset - length));
    pdf.remove(begin, length);
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
    removeDate(pdf);
    return pdf;
}

} // namespace secant
