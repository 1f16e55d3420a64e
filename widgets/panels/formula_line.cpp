#include "widgets/panels/formula_line.h"

#include <algorithm>

#include <QTimer>
#include <QVBoxLayout>

#include "widgets/panels/appearance.h"
#include "widgets/panels/formula_completer.h"
#include "widgets/panels/formula_edit.h"
#include "widgets/panels/formula_history.h"

namespace secant {
namespace {

constexpr int kPatienceMs = 400;

/// More would hide the curves below.
constexpr std::size_t kMostReadings = 2;

bool sameReadings(const std::vector<Reading>& some, const std::vector<Reading>& others)
{
    return std::ranges::equal(some, others, [](const Reading& one, const Reading& other) {
        return one.kind == other.kind && one.read == other.read && one.other == other.other;
    });
}

bool sameError(const std::optional<ParseError>& one, const std::optional<ParseError>& other)
{
    if (!one || !other) {
        return !one && !other;
    }
    return one->kind == other->kind && one->where.begin == other->where.begin && one->where.end == other->where.end &&
           one->quoted == other->quoted && one->suggestion == other->suggestion && one->expected == other->expected &&
           one->given == other->given;
}

} // namespace

class FormulaLine::Private {
public:
    explicit Private(FormulaLine* line);
    void showSentence();

    FormulaLine* q;
    FormulaEdit* edit;
    MessageLabel* message;
    QTimer* patience;
    FormulaCompleter* completer;
    FormulaHistory* history = nullptr;
    std::optional<ParseError> error;
    std::vector<Reading> readings;
};

FormulaLine::Private::Private(FormulaLine* line)
    : q(line),
      edit(new FormulaEdit(line)),
      message(new MessageLabel(line)),
      patience(new QTimer(line)),
      completer(new FormulaCompleter(edit))
{
    // One more than is read, so that a text that is too long is told and not cut in silence.
    edit->setMaxLength(static_cast<int>(kMaxFormulaBytes) + 1);
    edit->setPlaceholderText(FormulaLine::tr("A function of x"));
    edit->setAccessibleName(FormulaLine::tr("Function of x"));
    edit->setToolTip(FormulaLine::tr("Type a function of x; any other name becomes a parameter with a slider."));
    auto* column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(edit);
    column->addWidget(message);
    patience->setSingleShot(true);
    patience->setInterval(kPatienceMs);
    connect(patience, &QTimer::timeout, q, [this] { showSentence(); });
    connect(edit, &QLineEdit::editingFinished, q, [this] {
        if (history && !error) {
            history->remember(edit->text());
        }
    });
    connect(edit, &QLineEdit::textEdited, q, [this](const QString& text) {
        // The old place means nothing in the new text; the owner's answer brings the new one.
        edit->setMark(std::nullopt);
        patience->start();
        emit q->edited(text);
    });
}

void FormulaLine::Private::showSentence()
{
    QStringList sentences;
    if (error) {
        sentences.append(sentence(*error));
    } else {
        for (std::size_t i = 0; i < std::min(readings.size(), kMostReadings); ++i) {
            sentences.append(sentence(readings[i]));
        }
    }
    const QString words = sentences.join(QLatin1Char('\n'));
    const bool isHint = !error || error->kind == ParseErrorKind::Empty;
    message->showSentence(words, isHint ? MessageLabel::Tone::Hint : MessageLabel::Tone::Error);
    edit->setAccessibleDescription(words);
}

FormulaLine::FormulaLine(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this)) {}

FormulaLine::~FormulaLine()
{
    // The line loses the focus only when the base class goes; nobody is here to listen then.
    disconnect(d->edit, nullptr, this, nullptr);
}

void FormulaLine::setText(const QString& text)
{
    if (text == d->edit->text()) {
        return;
    }
    const int cursor = d->edit->cursorPosition();
    d->edit->setText(text);
    if (d->edit->hasFocus()) {
        d->edit->setCursorPosition(cursor);
    }
}

void FormulaLine::setError(const std::optional<ParseError>& error)
{
    d->edit->setMark(error ? std::optional(error->where) : std::nullopt);
    if (sameError(d->error, error)) {
        return;
    }
    d->error = error;
    if (error) {
        d->patience->start();
    } else {
        d->patience->stop();
        d->showSentence();
    }
}

void FormulaLine::setReadings(const std::vector<Reading>& readings)
{
    if (sameReadings(d->readings, readings)) {
        return;
    }
    d->readings = readings;
    if (!readings.empty()) {
        d->patience->start();
    } else if (!d->error) {
        d->showSentence();
    }
}

void FormulaLine::setLanguage(Language language)
{
    d->completer->setLanguage(language);
}

void FormulaLine::setHistory(FormulaHistory* history)
{
    d->history = history;
    d->edit->setHistory(history);
}

void FormulaLine::setLineName(const QString& name)
{
    d->edit->setAccessibleName(name);
}

QString FormulaLine::text() const
{
    return d->edit->text();
}

QString FormulaLine::message() const
{
    return d->message->text();
}

} // namespace secant
