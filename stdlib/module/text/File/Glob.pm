package File::Glob;

# Names of files by pattern. Unlike glob, bsd_glob takes its pattern as a whole: a blank in it is a blank.

use strict;
use warnings;

our $VERSION     = '1.37';
our @EXPORT_OK   = qw(bsd_glob csh_glob glob GLOB_ABEND GLOB_ALPHASORT GLOB_ALTDIRFUNC GLOB_BRACE GLOB_ERR GLOB_ERROR GLOB_LIMIT
    GLOB_MARK GLOB_NOCASE GLOB_NOCHECK GLOB_NOMAGIC GLOB_NOSORT GLOB_NOSPACE GLOB_QUOTE GLOB_TILDE GLOB_CSH);
our %EXPORT_TAGS = (glob => [], bsd_glob => []);

use constant {
    GLOB_ABEND => -2, GLOB_ALPHASORT => 0x2000, GLOB_ALTDIRFUNC => 0x0040, GLOB_BRACE => 0x0080, GLOB_ERR => 0x4, GLOB_ERROR => 0,
    GLOB_LIMIT => 0x4000, GLOB_MARK => 0x0008, GLOB_NOCASE => 0x1000, GLOB_NOCHECK => 0x0010, GLOB_NOMAGIC => 0x0200,
    GLOB_NOSORT => 0x0020, GLOB_NOSPACE => -1, GLOB_QUOTE => 0x0400, GLOB_TILDE => 0x0800, GLOB_CSH => 0x2E80,
};

sub import {
    my ($class, @names) = @_;
    my $into = caller;
    no strict 'refs';
    for my $name (@names) {
        if ($name eq ':glob' || $name eq ':bsd_glob') {
            *{"${into}::$_"} = \&{"File::Glob::$_"} for grep { $_ ne 'csh_glob' && $_ ne 'glob' } @EXPORT_OK;
            next;
        }
        next if $name =~ /^:/ || $name eq 'glob';
        grep { $_ eq $name } @EXPORT_OK or do { require Carp; Carp::croak("\"$name\" is not exported by the File::Glob module") };
        *{"${into}::$name"} = \&{"File::Glob::$name"};
    }
}

sub bsd_glob {
    my ($pattern, $flags) = @_;
    $flags //= GLOB_CSH;
    $pattern =~ s/([\s"'])/\\$1/g;
    my @found = CORE::glob($pattern);
    if (!($flags & (GLOB_NOMAGIC | GLOB_NOCHECK))) {
        @found = grep { -e $_ || -l $_ } @found;
    }
    if ($flags & GLOB_MARK) {
        -d $_ && !m{/$} and $_ .= '/' for @found;
        @found = sort @found if !($flags & GLOB_NOSORT);
    }
    return wantarray ? @found : $found[0];
}

sub csh_glob { return CORE::glob(@_ ? $_[0] : $_) }

1;
