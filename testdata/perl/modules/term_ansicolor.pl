# Term::ANSIColor: escape sequences by name, colored texts, lists of attributes, stripping.
use strict;
use warnings;
use Term::ANSIColor qw(color colored colorstrip uncolor colorvalid :constants);

sub visible { return join '', map { s/\e/<ESC>/gr } @_ }

print visible(color('red'), 'red', color('reset')), "\n";
print visible(color('bold blue on_white')), ' ', visible(color('underline', 'green')), "\n";
print visible(colored('text', 'yellow')), ' ', visible(colored(['bright_red on_black'], 'more')), "\n";
print visible(colored("two\nlines", 'green')), "\n";
{
    local $Term::ANSIColor::EACHLINE = "\n";
    print visible(colored("two\nlines\n", 'green')), "\n";
}
print visible(color('rgb123'), color('ansi200'), color('grey10'), color('on_bright_cyan')), "\n";

print colorstrip("\e[1;31mplain\e[0m", ' ', "\e[32mtoo\e[0m"), "\n";
print join(',', uncolor('1;31')), ' ', join(',', uncolor('01', '44')), "\n";
print join(' ', map { colorvalid($_) ? "$_ ok" : "$_ bad" } 'red', 'blurple', 'bold red'), "\n";

print visible(BOLD, RED, 'constants', RESET), "\n";
print visible(BLUE 'words after'), visible(RESET), "\n";
{
    local $Term::ANSIColor::AUTORESET = 1;
    print visible(GREEN 'auto'), "\n";
}

eval { color('blurple') };
print $@ =~ /^Invalid attribute name blurple at/ ? "invalid\n" : $@;
{
    local $ENV{ANSI_COLORS_DISABLED} = 1;
    print '[', color('red'), colored('plain', 'red'), "]\n";
}
