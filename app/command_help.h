#pragma once

#include <string_view>

namespace secant {

/// What --help shows, of the program and behind each command. Those that end with "Activations: " go on with the list.
extern const std::string_view kHelp;
extern const std::string_view kExportHelp;
extern const std::string_view kEvaluateHelp;
extern const std::string_view kFormulaHelp;
extern const std::string_view kCurveHelp;
extern const std::string_view kVerdictHelp;

} // namespace secant
