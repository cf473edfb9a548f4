# ARGS: add hammer 5 12.50 add nail 1000 0.02 remove nail 100 remove saw 1 list total
# A command line tool with a dispatch table: an inventory that is kept in a file.
use strict;
use warnings;

my $file = 'inventory.txt';

sub load {
    my %stock;
    open my $in, '<', $file or return \%stock;
    while (<$in>) {
        chomp;
        my ($name, $count, $price) = split /\t/;
        $stock{$name} = { count => $count, price => $price };
    }
    return \%stock;
}

sub save {
    my $stock = shift;
    open my $out, '>', $file or die "cannot write $file: $!\n";
    print $out join("\t", $_, @{ $stock->{$_} }{qw(count price)}), "\n" for sort keys %$stock;
    close $out or die "cannot write $file: $!\n";
}

my %command = (
    add => {
        args => 3,
        help => 'NAME COUNT PRICE',
        run  => sub {
            my ($stock, $name, $count, $price) = @_;
            my $item = $stock->{$name} ||= { count => 0, price => 0 };
            $item->{count} += $count;
            $item->{price} = $price;
            print "added $count $name\n";
        },
    },
    remove => {
        args => 2,
        help => 'NAME COUNT',
        run  => sub {
            my ($stock, $name, $count) = @_;
            my $item = $stock->{$name} or die "no $name in stock\n";
            die "only $item->{count} $name left\n" if $item->{count} < $count;
            $item->{count} -= $count;
            print "removed $count $name\n";
        },
    },
    list => {
        args => 0,
        help => '',
        run  => sub {
            my $stock = shift;
            printf "  %-8s %5d at %6.2f\n", $_, @{ $stock->{$_} }{qw(count price)} for sort keys %$stock;
        },
    },
    total => {
        args => 0,
        help => '',
        run  => sub {
            my $stock = shift;
            my $total = 0;
            $total += $_->{count} * $_->{price} for values %$stock;
            printf "total %.2f\n", $total;
        },
    },
);

sub usage { return join '', map { "  $_ $command{$_}{help}\n" } sort keys %command }

my $failed = 0;
while (defined(my $name = shift @ARGV)) {
    my $command = $command{$name} or die "unknown command $name, there are:\n", usage();
    my @args = splice @ARGV, 0, $command->{args};
    my $stock = load();
    if (eval { $command->{run}->($stock, @args); 1 }) {
        save($stock);
    } else {
        $failed++;
        print STDERR "$name: $@";
    }
}
print "file:\n", do { open my $in, '<', $file or die; local $/; <$in> };
exit($failed ? 1 : 0);
