package perl

// This file defines the entries of the functions on arrays, hashes and lists, which the compiler implements.

import "github.com/smrscript/smrscript/runtime"

func arrayEntries() []*runtime.Entry {
	return []*runtime.Entry{
		core("push ARRAY,LIST", "append values to an array", `Appends the values and returns the new length.

    my @a = (1, 2);
    push @a, 3, 4;
    say "@a";   #> 1 2 3 4
`),
		core("pop ARRAY\npop", "remove the last element of an array", `Removes and returns the last element, undef if there is none. Without
operand it takes from @_ inside a sub and from @ARGV outside.

    my @a = (1, 2, 3);
    say pop @a;   #> 3
`),
		core("shift ARRAY\nshift", "remove the first element of an array", `Removes and returns the first element, undef if there is none. Without
operand it takes from @_ inside a sub and from @ARGV outside.

    my @a = (1, 2, 3);
    say shift @a;   #> 1
`),
		core("unshift ARRAY,LIST", "put values in front of an array", `Puts the values in front, in their order, and returns the new length.

    my @a = (3);
    unshift @a, 1, 2;
    say "@a";   #> 1 2 3
`),
		core("splice ARRAY,OFFSET,LENGTH,LIST\nsplice ARRAY,OFFSET,LENGTH\nsplice ARRAY,OFFSET\nsplice ARRAY", "replace part of an array",
			`Removes LENGTH elements from OFFSET on, puts the values of LIST in their place and returns what was removed. A negative offset
counts from the end, a negative length leaves that many elements at the end.

    my @a = (1 .. 6);
    splice @a, 1, 3, "x";
    say "@a";   #> 1 x 5 6
`),
		core("keys HASH\nkeys ARRAY", "list the keys of a hash or the indices of an array", `Returns the keys, in scalar context their number. It starts
each() over.

    my %h = (a => 1, b => 2);
    say join " ", sort keys %h;   #> a b
`),
		core("values HASH\nvalues ARRAY", "list the values of a hash or array", `Returns the values in the order of keys. In a foreach they are the
elements themselves and can be changed.

    my %h = (a => 1, b => 2);
    say join " ", sort values %h;   #> 1 2
`),
		core("each HASH\neach ARRAY", "step through a hash or array", `Returns the next pair of key and value, the empty list at the end.

    my @a = ("x", "y");
    while (my ($i, $v) = each @a) { say "$i=$v" }
    #> 0=x
    #> 1=y
`),
		core("delete EXPR", "remove elements of a hash or array", `Removes the named element or slice and returns what it held.

    my %h = (a => 1, b => 2);
    delete $h{a};
    say join " ", keys %h;   #> b
`),
		core("exists EXPR", "ask whether an element or sub exists", `True if the element was ever set, even to undef, or if the sub was declared.

    my %h = (a => undef);
    say exists $h{a} ? "yes" : "no";   #> yes
`),
		core("map BLOCK LIST\nmap EXPR,LIST", "compute a list from a list", `Evaluates the block or expression for each value, with $_ set to it, and
returns all results.

    say join " ", map { $_ * 2 } 1 .. 3;   #> 2 4 6
`),
		core("grep BLOCK LIST\ngrep EXPR,LIST", "select the values of a list that pass a test", `Returns the values for which the block or
expression is true, in scalar context their number. $_ is the value itself.

    say join " ", grep { $_ % 2 } 1 .. 5;   #> 1 3 5
`),
		core("sort SUBNAME LIST\nsort BLOCK LIST\nsort LIST", "sort a list", `Returns the sorted list: as text, or by a block or sub that compares
$a and $b. Equal values keep their order.

    say join " ", sort { $a <=> $b } 10, 9, 8;   #> 8 9 10
`),
		core("reverse LIST", "turn a list or text round", `Returns the list in opposite order; in scalar context the text of all values with its
characters in opposite order.

    say join " ", reverse 1 .. 3;   #> 3 2 1
    say scalar reverse "abc";       #> cba
`),
		core("join EXPR,LIST", "join values to one text", `Returns the values with the first operand between them.

    say join "-", 1, 2, 3;   #> 1-2-3
`),
		core("scalar EXPR", "evaluate in scalar context", `Forces scalar context on an operand.

    my @a = (5, 6, 7);
    say "count: ", scalar @a;   #> count: 3
`),
		core("wantarray", "ask for the context of the running sub", `True in list context, false but defined in scalar context, undef in void
context.

    sub where { wantarray ? "list" : "scalar" }
    my ($l) = where(); my $s = where();
    say "$l $s";   #> list scalar
`),
	}
}
