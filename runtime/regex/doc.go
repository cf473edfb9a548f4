// Package regex implements the regular expressions of Perl 5.36 as a backtracking matcher on bytes.
//
// A pattern is parsed into a small tree (ast.go), the tree is compiled into a graph of nodes (prog.go), and the graph is
// run over the subject string as it is: nothing is converted, captures are byte offsets, and a match allocates nothing
// once its State has warmed up. Every pattern can be run in two modes, each with a program of its own that is compiled on
// first use: byte strings, where a byte is a character, and UTF-8 text, where Unicode rules apply.
//
// The hard part is to be as permissive as Perl without being as slow as the textbook. Three decisions settle it:
//
//   - Backtracking uses a stack of plain integers in the State, never the Go stack, so a megabyte of subject costs memory
//     and not a crash. Captures and loop counters are registers; every change that may have to be taken back leaves an
//     undo record on the same stack, which also gives atomic groups and recursion their exact meaning.
//   - What a node can be followed by is computed once (first.go). Runs of one class then give back only to places where
//     the rest can start, and give back nothing when the two are disjoint. The search for a starting position uses the
//     best of a literal, a sequence of byte classes, a literal behind a leading run, or a first-byte table (search.go).
//   - Work is counted. A pattern of the regular kind that exceeds its allowance is started again as a program whose
//     (node, position) pairs are visited once only (linear.go), which is linear in the subject. Any other pattern ends
//     with a *BudgetError.
//
// The referee is perl 5.36 itself: the tests ask it about every row of their tables and about thousands of patterns made
// at random. Known differences:
//
//   - What a group has captured is always restored when the matcher turns back. Perl 5.36 forgets to in some places:
//     behind a negative lookahead, and for a group that an abandoned round of a loop has set again.
//   - (*THEN) always finds its alternation. Perl 5.36 loses it if its optimizer has merged the branches.
//   - Which starting places an optimizer passes over shows where a pattern begins with a verb or calls itself without
//     end; there the two may disagree.
//   - Not supported, and refused by name: \b{wb}, \b{sb}, \b{lb}, script runs, properties defined by the
//     user or by numeric value, age, combining class and the like. \N{name} must have been replaced by the caller.
//   - Characters above 0x1FFFFF cannot be written. \p{Script} names mean the script, not its extensions.
package regex
