#!/usr/bin/perl -w
use 5.010;
use strict;

package Counter::Base;
our $VERSION = '1.02';
our ($count, %registry, @log) = (0);
sub new { my $class = shift; my $self = bless { @_ }, $class; $count++; $registry{$class}++; $self }
sub count { $count }
sub DESTROY { }

package Counter::Child;
use vars qw(@ISA $extra);
BEGIN { @ISA = 'Counter::Base'; $extra = 'x' }
sub new { my ($class, @args) = @_; my $self = $class->SUPER::new(@args, kind => 'child'); return $self }
sub kind { shift->{kind} }

package main;
my $c = Counter::Child->new(a => 1);
my $b = Counter::Base::->new;
my $d = new Counter::Base(b => 2);
say $c->kind, ' ', Counter::Base->count, ' ', Counter::Base::count(), ' ', $Counter::Base::count, ' ', $Counter::Base::VERSION;
say join ',', map { "$_=$Counter::Base::registry{$_}" } sort keys %Counter::Base::registry;
say 'Counter::Child'->can('kind') ? 'can' : 'cannot', ' ', Counter::Child->isa('Counter::Base');
our $global = 'main'; { local $global = 'local'; show() } show();
sub show { say $main::global, ' ', $::global }
my $name = 'Counter::Child'; my $obj = $name->new; say ref $obj; say $obj->can('count')->();
{ package Scoped; sub hello { __PACKAGE__ . ' hello' } } say Scoped->hello, ' ', Scoped::hello();
{ no strict 'refs'; *{'main::dynamic'} = sub { "dynamic(@_)" }; push @{"Counter::Child::log"}, 1; say &{'dynamic'}(1), ' ', &{\&dynamic}(2), ' ', "main"->can('dynamic')->(3) }
say main->dynamic ? 'method' : ''; local *alias = \&show; alias(); *PI = \3.14159; our $PI; say $PI; my $m = "kind"; say $c->$m; say $c->${\'kind'}; my $class = ref($c); say $class;
END { print "end block\n" } BEGIN { print "" } INIT { print "init\n" } CHECK { print "" } UNITCHECK { print "" }
sub with_defaults { my %args = (size => 10, color => 'red', @_); join ' ', map { "$_:$args{$_}" } sort keys %args } say with_defaults(size => 5); print "$0\n" if 0; say __FILE__ =~ /packages/ ? 'file' : '', ' ', __LINE__;
package Stringy; use overload '""' => sub { "<" . $_[0]{v} . ">" }, '+' => \&plus, '==' => sub { $_[0]{v} == (ref $_[1] ? $_[1]{v} : $_[1]) }, 'bool' => sub { 1 }, '<=>' => sub { my ($x, $y, $swap) = @_; my $r = $x->{v} <=> (ref $y ? $y->{v} : $y); $swap ? -$r : $r };
sub new { my ($c, $v) = @_; bless { v => $v }, $c } sub plus { my ($x, $y) = @_; Stringy->new($x->{v} + (ref $y ? $y->{v} : $y)) } package main; my $s = Stringy->new(5); print "$s @{[ $s + 3 ]} ", $s == 5 ? 'eq' : 'ne', "\n";
1;
__END__
anything { goes ( here
