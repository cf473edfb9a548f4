package perl

// This file defines the entries of the functions that steer a program or look at values, which the compiler implements.

import "github.com/smrscript/smrscript/runtime"

func controlEntries() []*runtime.Entry {
	return []*runtime.Entry{
		core("die LIST", "end with an exception", `Throws the joined values, or a single reference as it is. Text without a line feed at its end gets the
place added. Uncaught, it is printed to standard error and the script ends with exit status 255.

    eval { die "no disk\n" };
    print "caught $@";   #> caught no disk
`),
		core("warn LIST", "print a warning", `Prints the joined values to standard error, with the place unless they end with a line feed.
$SIG{__WARN__} may take over.

    local $SIG{__WARN__} = sub { print "warned: @_" };
    warn "low\n";   #> warned: low
`),
		core("exit EXPR\nexit", "end the script", `Ends the script with the exit status given, 0 by default, after running its END blocks.

    say "done";   #> done
    exit 0;
`),
		core("eval EXPR\neval BLOCK\neval", "run code and catch what it throws", `Runs a block, or text as code that sees the variables around it. An
exception ends it with undef and is left in $@, which is empty otherwise.

    my $x = eval { die "oops\n"; 1 };
    print "failed: $@" unless $x;   #> failed: oops
    say eval "2 + 3";               #> 5
`),
		core("do EXPR", "run a file", `Runs the file of that name, looked for along @INC, and returns its last value; undef, with $! or $@ set, if it cannot be
read or does not compile. A block after do is a value: do { ... }.

    say do { my $x = 3; $x * 2 };   #> 6
`),
		core("require VERSION\nrequire EXPR\nrequire", "load a file once", `Loads a file along @INC unless that was done before; a bare word is the name of a
module. It dies if there is no such file or if its last value is false.

    require List::Util;
    say List::Util::sum(1, 2, 3);   #> 6
`),
		core("defined EXPR\ndefined", "ask whether a value is defined", `False only for undef. For a sub it tells whether it has a body.

    my $x;
    say defined $x ? "yes" : "no";   #> no
`),
		core("undef EXPR\nundef", "forget a value", `Without operand it is the undefined value; with a variable, array, hash or sub it empties it.

    my @a = (1, 2);
    undef @a;
    say scalar @a;   #> 0
`),
		core("bless REF,CLASSNAME\nbless REF", "make a reference an object", `Marks what the reference points to as an object of a class, the current package by
default, and returns the reference.

    my $o = bless { name => "x" }, "Thing";
    say ref $o;   #> Thing
`),
		core("ref EXPR\nref", "name the type of a reference", `The class of an object, else SCALAR, ARRAY, HASH, CODE, REF, GLOB or Regexp; empty for anything
that is no reference.

    say ref [1], " ", ref {};   #> ARRAY HASH
`),
		core("__SUB__", "the running sub", `A reference to the running sub, for recursion without a name.

    my $f = sub { my $n = shift; $n < 2 ? 1 : $n * __SUB__->($n - 1) };
    say $f->(5);   #> 120
`),
	}
}
