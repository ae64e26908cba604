# Hostile binary input to the types: an error with its SQLSTATE or a sound
# value, never a crash.

use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('binary');
$node->init(extra => [ '--encoding=UTF8', '--locale=C' ]);
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION newstext');

my %value = (
	news_amount => q{'{"kind": "money", "value": "(1.5,20]", "unit": "EUR", "what": "naïve loans", "approximate": true, "mention": "€20", "span": "[3,6)"}'},
	news_entity => q{'gpe:Paris <geonames:4717560>'},
	news_quote => q{'{"kind": "mixed", "speaker": "person:Zoé <x:1>", "mention": "she", "text": "naïve", "about": ["org:A", "gpe:B <x:1>"], "confidence": 0.25, "parts": "{[2,7),[9,11)}", "cue": "said", "stance": "said", "cue_span": "[20,24)", "speaker_span": "[12,15)"}'},
	news_date => q{'{"kind": "SET", "value": "XXXX-WXX-5", "range": "[0044-03-15 BC,2021-01-01)", "mod": "APPROX", "mention": "Fridays", "span": "[3,5)"}'});
my $file = PostgreSQL::Test::Utils::tempdir() . '/binary';

# What only the server calls is named newstext_...
sub support { return $_[0] =~ s/^news_/newstext_/r }

# One field as COPY BINARY has it; returns psql's exit code, output and errors.
sub receive
{
	my ($type, @values) = @_;
	my $sql = "CREATE TEMP TABLE r (v $type);\n";
	my $n = 0;

	for my $bytes (@values)
	{
		open(my $out, '>', "$file.$n") or die $!;
		binmode $out;
		print $out "PGCOPY\n\377\r\n\0", pack('N N n N', 0, 0, 1, length($bytes)), $bytes, pack('n', 0xFFFF);
		close($out);
		$sql .= "\\copy r FROM '$file.$n' (FORMAT binary)\n";
		$n++;
	}
	# what came in goes out and in again
	$sql .= "SELECT 'bad', count(*) FROM r WHERE v::text::$type <> v OR v::jsonb IS NULL OR " . support($type) . "_hash(v) IS NULL;\n";
	return $node->psql('postgres', "\\set VERBOSITY verbose\n$sql", on_error_stop => 0);
}

my $seed = $ENV{SEED} || int(rand(1_000_000));
note("seed $seed (SEED=$seed repeats it)");
srand($seed);

for my $type (sort keys %value)
{
	my $good = pack('H*', $node->safe_psql('postgres', "SELECT encode(${\ support($type)}_send($value{$type}::$type), 'hex')"));
	my ($code, $out, $err) = receive($type, $good);
	is($err, '', "$type: what send gives, recv takes");

	($code, $out, $err) = receive($type, chr(2) . substr($good, 1));
	like($err, qr/ERROR:  22P03: invalid binary representation of type $type.*DETAIL:  It has version 2/s, "$type: a future version is named");
	($code, $out, $err) = receive($type, chr(1) . chr(99) . substr($good, 2));
	like($err, qr/ERROR:  22P03: .*DETAIL:  There is no \w+ kind with number 99/s, "$type: an unknown kind is named");
	($code, $out, $err) = receive($type, $good . 'x');
	like($err, qr/ERROR:  22P03: incorrect binary data format/, "$type: trailing bytes");
	my $flag = $type eq 'news_date' ? 3 : 2;
	($code, $out, $err) = receive($type, substr($good, 0, $flag) . chr(ord(substr($good, $flag, 1)) | 0x80) . substr($good, $flag + 1));
	like($err, qr/ERROR:  22P03: .*DETAIL:  A reserved \w+ is not zero/s, "$type: reserved bits");

	# cut at every byte
	($code, $out, $err) = receive($type, map { substr($good, 0, $_) } 0 .. length($good) - 1);
	is(scalar(() = $err =~ /ERROR:  (?:22P03|08P01|22021)/g), length($good), "$type: cut anywhere, an error");

	# bytes changed at random
	my @mutants = map {
		my $m = $good;
		substr($m, int(rand(length($m))), 1) = chr(rand() < 0.3 ? (0, 255, 127, 128)[ rand 4 ] : int(rand(256))) for 1 .. 1 + int(rand(3));
		$m = substr($m, 0, int(rand(length($m)))) . join('', map { chr(int(rand(256))) } 1 .. int(rand(20))) if rand() < 0.1;
		$m
	} 1 .. 400;
	($code, $out, $err) = receive($type, @mutants);
	like($out, qr/^bad\|0$/m, "$type: mutants that are taken are sound") or diag($err);
	is(scalar(grep { !/ERROR:  (?:22P03|08P01|22021|22P02)/ } $err =~ /(ERROR:.*)/g), 0, "$type: mutants that are not, say so")
	  or diag(join("\n", grep { !/ERROR:  (?:22P03|08P01|22021)/ } $err =~ /(ERROR:.*)/g));
}
# A signature has no JSON; what is cut is refused, what is whole is taken or refused.
my $signed = pack('H*', $node->safe_psql('postgres', "SELECT encode(newstext_signature_send(news_signature(repeat('the harbour of halvern burned all night ', 30))), 'hex')"));
my $taken = 0;
for my $bytes ((map { substr($signed, 0, $_) } 0, 1, 4, 5, 100, length($signed) - 1), chr(2) . substr($signed, 1), $signed . 'x', chr(1) . "\0\0\0\0" . substr($signed, 5))
{
	open(my $out, '>', $file) or die $!;
	binmode $out;
	print $out "PGCOPY\n\377\r\n\0", pack('N N n N', 0, 0, 1, length($bytes)), $bytes, pack('n', 0xFFFF);
	close($out);
	my ($code, undef, $err) = $node->psql('postgres', "\\set VERBOSITY verbose\nCREATE TEMP TABLE r (v news_signature);\n\\copy r FROM '$file' (FORMAT binary)\n", on_error_stop => 0);
	$taken++ unless $err =~ /ERROR:  (?:22P03|08P01)/;
}
is($taken, 0, 'news_signature: cut, longer, of another version or without words, an error');
is($node->safe_psql('postgres', 'SELECT 1'), '1', 'the server lives');
unlike(slurp_file($node->logfile), qr/terminated by signal|PANIC/, 'and never fell');

done_testing();
