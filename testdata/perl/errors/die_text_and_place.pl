# die: the place is added unless the text ends in a newline; lists are joined; empty texts.
use strict;
use warnings;

eval { die "plain" };
print $@;

eval { die "with newline\n" };
print $@;

eval { die "joined ", 1, '-', 2, "\n" };
print $@;

# Without any text.
eval { die };
print $@;
eval { die '' };
print $@;

# In a sub, the line is the line of the die.
sub fail {
    die "in sub";
}
eval { fail() };
print $@;

# A statement over several lines tells of its first line.
eval {
    die "several ",
        "lines";
};
print $@;

# die in a condition and in an expression.
my %age = (ann => 30);
for my $name (qw(ann bob)) {
    my $age = eval { $age{$name} // die "no age for $name\n" };
    print defined $age ? "$name is $age\n" : "error: $@";
}

# The message of an earlier error is carried on.
eval {
    eval { die "first\n" };
    die;
};
print $@;
eval {
    eval { die "first" };
    die;
};
print $@;

# A number as message.
eval { die 42 };
print $@;
