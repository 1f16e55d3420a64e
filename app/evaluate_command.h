#pragma once

#include <cstdio>
#include <string>

namespace secant {

/// `secant evaluate FILE.csv`: f, f′, f″ and ∂f/∂(first parameter) of catalogue activations, a row of CSV for a row.
///
/// Reads a header with the columns activation, params and x in any order, others are ignored; writes
/// activation,params,x,f,df,d2f,df_dalpha with hexadecimal numbers, as they come. A row that cannot be evaluated is
/// left out and makes the command fail at the end, naming the first. "-" is standard input. Returns the exit code; see
/// runCommandLine.
int evaluateFile(const std::string& fileName);

/// The same between open streams; `name` stands for the input in messages.
int evaluateStream(std::FILE* input, std::FILE* output, const std::string& name);

} // namespace secant
