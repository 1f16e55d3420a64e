#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "core/expression/parse.h"
#include "core/scene/scene.h"

namespace secant {

class FormulaHistory;

/// A line in which a function of x is typed. An error is marked under its characters at once and worded below the line
/// after 400 ms without typing; so is how a debatable text was read.
class FormulaLine : public QWidget {
    Q_OBJECT

public:
    explicit FormulaLine(QWidget* parent = nullptr);
    ~FormulaLine() override;

    void setText(const QString& text); ///< Keeps the cursor if the text is the same. Emits nothing.
    void setError(const std::optional<ParseError>& error);
    /// What of the text might be meant otherwise; told where there is no error.
    void setReadings(const std::vector<Reading>& readings);
    /// In which activations are named where names are completed.
    void setLanguage(Language language);
    /// Offers the formulas typed before, and keeps what is typed here. Must outlive the line.
    void setHistory(FormulaHistory* history);
    void setLineName(const QString& name); ///< What a screen reader calls the line.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString message() const; ///< The sentence shown, or empty.

signals:
    void edited(const QString& text);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The error as a sentence in the user's language that says what is wrong and what would be right.
[[nodiscard]] QString sentence(const ParseError& error);
/// How a debatable place was read, and how to type what else it might mean.
[[nodiscard]] QString sentence(const Reading& reading);

} // namespace secant
