#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <QSize>

#include "app/command_message.h"
#include "core/figure/sweep.h"
#include "core/scene/scene.h"
#include "core/support/result.h"
#include "widgets/export/figure_export.h"

namespace secant {

struct ArgumentProblem {
    ExitCode code = kWrongUsage;
    std::string message;
};

/// What the values of the options of `secant export` mean. An error names the option and the value.

inline constexpr std::array<std::pair<std::string_view, FigureTheme>, 3> kThemeWords{
    {{"light", FigureTheme::Light}, {"dark", FigureTheme::Dark}, {"paper", FigureTheme::Paper}}};
inline constexpr std::array<std::pair<std::string_view, AxisScale>, 2> kScaleWords{
    {{"linear", AxisScale::Linear}, {"log", AxisScale::Logarithmic}}};
inline constexpr std::array<std::pair<std::string_view, Language>, 2> kLanguageWords{
    {{"en", Language::English}, {"zh", Language::Chinese}}};
inline constexpr std::array<std::pair<std::string_view, ExportFormat>, 8> kFormatWords{{{"png", ExportFormat::Png},
                                                                                        {"svg", ExportFormat::Svg},
                                                                                        {"pdf", ExportFormat::Pdf},
                                                                                        {"tex", ExportFormat::Tex},
                                                                                        {"csv", ExportFormat::Csv},
                                                                                        {"json", ExportFormat::Json},
                                                                                        {"gif", ExportFormat::Gif},
                                                                                        {"webp", ExportFormat::Webp}}};
inline constexpr std::array<std::pair<std::string_view, PaneKind>, kPaneKinds> kPaneWords{
    {{"f", PaneKind::Value},
     {"df", PaneKind::Slope},
     {"d2f", PaneKind::Curvature},
     {"df_dalpha", PaneKind::ParameterSlope}}};

template<typename Value, std::size_t N>
[[nodiscard]] std::optional<Value> named(const std::array<std::pair<std::string_view, Value>, N>& table,
                                         std::string_view name)
{
    for (const auto& [word, value] : table) {
        if (word == name)
            return value;
    }
    return std::nullopt;
}

[[nodiscard]] ArgumentProblem wrong(std::string message);

/// "-4:4", "-pi:2pi".
[[nodiscard]] Result<Range, ArgumentProblem> rangeOf(std::string_view text, std::string_view option);
/// "1200x800" in pixels, "85x60mm", "3.5x2.5in"; in logical pixels, whole.
[[nodiscard]] Result<QSize, ArgumentProblem> sizeOf(std::string_view text);
/// "alpha=0:1".
[[nodiscard]] Result<Sweep, ArgumentProblem> sweepOf(std::string_view text);
/// A whole number from `least` to `most`.
[[nodiscard]] Result<int, ArgumentProblem> countOf(std::string_view text, std::string_view option, int least, int most);
/// "f,df": the first pane is always shown.
[[nodiscard]] Result<std::array<bool, kPaneKinds>, ArgumentProblem> panesOf(std::string_view text);

} // namespace secant
