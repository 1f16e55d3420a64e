#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/expression/parse.h"
#include "core/expression/precedence.h"
#include "core/expression/symbols.h"
#include "core/expression/token.h"
#include "core/expression/tree_builder.h"
#include "core/number/primitive.h"
#include "core/support/result.h"

namespace secant {

/// Operator precedence with two stacks: finished operands, and operators and brackets that wait. Every token is put on
/// and taken off each stack at most once, so the time is linear and nothing recurses.
/// The arguments of the constructor must outlive the parser.
class Parser {
public:
    Parser(const TokenList& list, std::span<const Symbol> symbols, const Vocabulary& vocabulary);

    [[nodiscard]] Result<SyntaxTree, ParseError> run();

private:
    /// A finished part of the formula, brackets included.
    struct Operand {
        NodeIndex node = kNoNode;
        SourceRange where;
        const Token* sign = nullptr; ///< The operator that made it, if it stands there without brackets.
    };

    enum class PendingKind : std::uint8_t { Binary, Prefix, Bracket, Bar, Call, Raised };

    /// An operator or an opening bracket whose right side is not finished.
    struct Pending {
        PendingKind kind = PendingKind::Binary;
        Level level = Level::None;         ///< None for brackets of all kinds.
        NodeKind node = NodeKind::Number;  ///< What an operator becomes.
        const Primitive* callee = nullptr; ///< Of a root.
        const Token* token = nullptr;      ///< The operator, or the opening bracket.
        const Token* function = nullptr;   ///< Of a Call.
        std::size_t firstArgument = 0;     ///< Of a Call: where its operands begin,
        std::size_t commas = 0;            ///< and how many arguments are finished.
        bool takesCondition = false;       ///< Of a Bracket: whether it stands where a condition may.
        bool isImplicit = false;           ///< A product without a sign.
    };

    [[nodiscard]] const Token& token() const { return m_list.tokens[m_at]; }
    void fail(ParseErrorKind kind, SourceRange where, std::string suggestion = {});
    void failCount(const Token& function, SourceRange where, std::size_t expected, std::size_t given);

    // Where an operand is wanted.
    void readOperand();
    void putLeaf(NodeIndex node);
    void pushPrefix(Level own, NodeKind node, const Primitive* callee);
    void pushRoot(std::string_view name);
    void openCall();
    void open(PendingKind kind) { push({.kind = kind, .token = &token(), .takesCondition = mayHoldCondition()}); }

    // Behind an operand.
    void readAfterOperand();
    void pushBinary();
    /// 2x, x sin(x), (x+1)(x-1). The token is read again as the operand that it is.
    void multiplyImplicitly();
    /// x!
    void readFactorial();
    void close();
    void closeRaised();
    /// A bar behind an operand closes the innermost open bracket if that is a bar, else it opens a factor: 2|x|.
    void readBar();
    void readComma();
    /// Outside calls a comma between two digits was meant as a decimal point.
    void failComma();
    void closeCall();
    NodeIndex makeCall(const Token& function, std::span<const Operand> arguments, SourceRange where);
    NodeIndex makeForm(const Token& function, std::span<const Operand> arguments, SourceRange where);
    static std::size_t mostArguments(const Token& function);
    NodeIndex makeReciprocal(const Token& function, const Operand& argument, SourceRange where);

    // Conditions: a < b, a < b < c, and, or, in the argument of if(…), piecewise(…) and cases that asks for one.
    [[nodiscard]] bool mayHoldCondition() const;
    [[nodiscard]] bool isConditionAt(const Operand& operand) const { return isCondition(m_builder.kind(operand.node)); }
    void readComparison();
    /// The chain a < b goes on with this relation.
    void checkChain(const Operand& left);
    void readJunction();
    /// Two bars behind a comparison: or.
    [[nodiscard]] bool isDoubleBar() const;
    /// Whether the operands are conditions where the operator wants them, and nowhere else; fails if not.
    bool checkOperands(const Pending& pending, const Operand* left, const Operand& right);
    NodeIndex makeComparison(NodeKind relation, const Operand& left, const Operand& right, SourceRange where);
    void failWithoutCondition(const Operand& operand);
    NodeIndex makePiecewise(const Token& function, std::span<const Operand> arguments, SourceRange where);
    [[nodiscard]] bool canBeDoubled(NodeIndex node, SourceRange where);

    /// How many arguments follow a comma up to the end of its call. Used once, for a message.
    [[nodiscard]] std::size_t countArgumentsFrom(std::size_t comma) const;

    // What could have been meant otherwise.
    void note(ReadingKind kind, SourceRange where, std::string read, std::string other);
    void noteBinary(const Pending& pending, const Operand& left, const Operand& right);
    void noteImplicitProduct(const Operand& left, const Operand& right);
    void noteNegation(const Operand& right, SourceRange where);
    void noteName();
    void noteCall(const Token& function, SourceRange argument, SourceRange where);
    [[nodiscard]] std::string quoted(SourceRange where) const;

    // The stacks.
    void push(Pending pending);
    Pending popPending();
    Operand popOperand();
    Pending popBracket();
    /// What nests in what was typed; x + x + … does not, and a superscript cannot hold another.
    static bool countsAsNesting(const Pending& pending);
    /// Finishes the operators that bind tighter than one of this level that comes next.
    void reduce(Level level, bool isRightAssociative);
    /// Finishes everything up to the innermost open bracket; null if there is none.
    const Pending* reduceToBracket();
    void apply(const Pending& pending);
    void finish();

    const TokenList& m_list;
    std::span<const Symbol> m_symbols;
    const Vocabulary& m_vocabulary;
    std::size_t m_at = 0;
    bool m_wantsOperand = true;
    std::size_t m_depth = 0;
    std::vector<Operand> m_operands;
    std::vector<Pending> m_pending;
    std::vector<std::size_t> m_brackets; ///< Where the open brackets stand in m_pending.
    TreeBuilder m_builder;
    std::vector<Reading> m_readings;
    std::optional<ParseError> m_error;
};

} // namespace secant
