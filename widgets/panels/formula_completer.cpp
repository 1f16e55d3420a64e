#include "widgets/panels/formula_completer.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>

#include "widgets/panels/formula_words.h"

namespace secant {
namespace {

constexpr qsizetype kLeastLetters = 2;
constexpr int kPopupWidth = 320; // pixels; never beyond the line

bool isWordCharacter(QChar c)
{
    return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_');
}

} // namespace

FormulaCompleter::FormulaCompleter(QLineEdit* line) : QCompleter(line), m_line(line)
{
    setWidget(line);
    setModel(new QStandardItemModel(this));
    setCaseSensitivity(Qt::CaseInsensitive);
    setCompletionRole(Qt::UserRole);
    setMaxVisibleItems(8);
    popup()->setStyleSheet(QStringLiteral("QListView::item { padding: 3px 4px; }"));
    connect(line, &QLineEdit::textEdited, this, &FormulaCompleter::offer);
    connect(this, qOverload<const QModelIndex&>(&QCompleter::activated), this, &FormulaCompleter::take);
}

void FormulaCompleter::setLanguage(Language language)
{
    if (m_language == language) {
        return;
    }
    m_language = language;
    auto* words = static_cast<QStandardItemModel*>(model());
    words->clear();
    for (const FormulaWord& word : formulaWords(language)) {
        auto* item = new QStandardItem(word.name + QStringLiteral(" — ") + word.meaning);
        item->setData(word.name, Qt::UserRole);
        words->appendRow(item);
    }
}

qsizetype FormulaCompleter::wordLength() const
{
    const QString text = m_line->text();
    const qsizetype cursor = m_line->cursorPosition();
    if (cursor < text.size() && isWordCharacter(text[cursor])) {
        return 0;
    }
    qsizetype begin = cursor;
    while (begin > 0 && isWordCharacter(text[begin - 1])) {
        --begin;
    }
    while (begin < cursor && !text[begin].isLetter()) { // 2si: the number is no part of the name.
        ++begin;
    }
    return cursor - begin;
}

void FormulaCompleter::offer()
{
    const qsizetype length = wordLength();
    const QString word = m_line->text().sliced(m_line->cursorPosition() - length, length);
    setCompletionPrefix(word);
    const bool isWhole = completionCount() == 1 && currentCompletion() == word;
    if (length < kLeastLetters || completionCount() == 0 || isWhole || !m_line->hasFocus()) {
        popup()->hide();
        return;
    }
    const int width = std::min(kPopupWidth, m_line->width());
    const int left = std::min(m_line->inputMethodQuery(Qt::ImCursorRectangle).toRect().left(), m_line->width() - width);
    complete(QRect(left, 0, width, m_line->height()));
    m_offset = popup()->pos() - m_line->mapToGlobal(QPoint());
    for (QWidget* widget = m_line; !widget->isWindow(); widget = widget->parentWidget()) {
        widget->installEventFilter(this);
    }
}

void FormulaCompleter::take(const QModelIndex& index)
{
    const qsizetype length = wordLength();
    const qsizetype cursor = m_line->cursorPosition();
    const bool hasBracket = m_line->text().sliced(cursor).startsWith(u'(');
    const QString name = index.data(Qt::UserRole).toString();
    m_line->setSelection(static_cast<int>(cursor - length), static_cast<int>(length));
    m_line->insert(hasBracket ? name : name + QStringLiteral("()"));
    m_line->setCursorPosition(m_line->cursorPosition() + (hasBracket ? 1 : -1));
}

bool FormulaCompleter::eventFilter(QObject* watched, QEvent* event)
{
    // What is typed may add a slider or a hint to the card, which moves the line.
    if (event->type() == QEvent::Move && watched != popup() && popup()->isVisible()) {
        popup()->move(m_line->mapToGlobal(QPoint()) + m_offset);
    }
    if (event->type() == QEvent::Resize && watched == m_line && popup()->isVisible()) {
        popup()->resize(std::min(kPopupWidth, m_line->width()), popup()->height());
    }
    const bool isTab = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab;
    if (!isTab || watched != popup() || !popup()->isVisible()) {
        return QCompleter::eventFilter(watched, event);
    }
    const QModelIndex current = popup()->currentIndex();
    const QModelIndex chosen = current.isValid() ? current : popup()->model()->index(0, 0);
    popup()->hide();
    take(chosen);
    return true;
}

} // namespace secant
