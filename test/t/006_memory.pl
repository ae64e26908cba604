# Memory of a backend stays flat over 100,000 articles, a long article leaves
# nothing behind, and a hostile one takes no more than it may.

use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('memory');
$node->init;
# a compiled query would take memory of its own
$node->append_conf('postgresql.conf', 'jit = off');
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION newstext');

# A backend's memory contexts, and what the kernel says it has for itself.
my $measure = q{SELECT 'used', sum(used_bytes), sum(total_bytes) FROM pg_backend_memory_contexts;
SELECT 'private', substring(pg_read_file('/proc/' || pg_backend_pid() || '/status') FROM 'RssAnon:\s*(\d+)') WHERE (pg_stat_file('/proc/self/status', true)).size IS NOT NULL;};
my $work = sub {
	my ($from, $to) = @_;
	return qq{SELECT count(news_entities(b)), count(news_quotes(b)), count(news_dates(b, '2021-05-06')), count(news_entity_id(e)) FROM
	  (SELECT format('Ada Byrne %s flew to Norway on Monday. "We agreed with the %s Trust," Byrne told reporters in Paris, Texas.', i, i) AS b,
	          news_entity('gpe', 'Paris') AS e FROM generate_series($from, $to) i) s;
	SELECT count(*) FROM generate_series($from, $to, 10) i, news_find_quotes(format('"We agreed," Ada Byrne %s said.', i));};
};
# in pieces of 5,000, so that no tuplestore of the executor's grows large
my $out = $node->safe_psql('postgres', $work->(1, 5000) . $measure
	  . join('', map { $work->($_ * 5000 + 1, $_ * 5000 + 5000) } 1 .. 19) . $measure
	  . q{SELECT count(*) FROM (SELECT cardinality(news_entities(repeat('Ada Byrne left Norway on 3 May 2021. ', 200000)))) s WHERE cardinality > 0;} . $measure);
my @used = $out =~ /^used\|(\d+)\|/mg;
my @total = $out =~ /^used\|\d+\|(\d+)/mg;
my @private = $out =~ /^private\|(\d+)/mg;
note("contexts used @used, held @total bytes; private memory @private kB: after 5,000, 100,000 articles, and one of 7 MB");
is(scalar(@used), 3, 'measured');
cmp_ok(abs($used[1] - $used[0]), '<', 256 * 1024, 'contexts are flat from 5,000 to 100,000 articles');
cmp_ok(abs($total[1] - $total[0]), '<', 2048 * 1024, 'so is what they hold');
cmp_ok($total[2] - $total[1], '<', 1024 * 1024, 'a long article is not kept');
SKIP:
{
	skip 'no /proc here', 2 unless @private == 3;
	cmp_ok($private[1] - $private[0], '<', 2048, 'private memory is flat, in kB');
	cmp_ok($private[2] - $private[1], '<', 80 * 1024, 'and given back after a long article, but for what malloc keeps');
}

# What a new backend needs for itself.
$out = $node->safe_psql('postgres', "$measure SELECT count(news_entities('Norway')), count(news_quotes('Norway')), count(news_dates('Norway')); $measure");
@private = $out =~ /^private\|(\d+)/mg;
note('first calls took ' . ($private[1] - $private[0]) . ' kB') if @private == 2;

# What a backend takes at most for the answers of a dense text, in bytes a byte of it: to read 40, and the answers.
sub at_most
{
	my ($what, $text, $call, $allowed) = @_;
	my $peak = q{SELECT 'peak', substring(pg_read_file('/proc/' || pg_backend_pid() || '/status') FROM 'VmHWM:\s*(\d+)');};
	my $ask = sub { "SELECT $call IS NULL FROM (SELECT $_[0] AS b OFFSET 0) s;" };
	my $size = 2_000_000;

	# the first call brings the model, a copy of the text what that takes
	my $all = $node->safe_psql('postgres', $ask->(q{'“We paid $5 on Monday,” Ada Byrne said.'::text}) . "SELECT length(upper($text)); $peak" . $ask->($text) . $peak);
	my @peaks = $all =~ /^peak\|(\d+)/mg;
	my $bytes = ($peaks[1] - $peaks[0]) * 1024 / $size;

	note(sprintf('%s: %.1f bytes a byte', $what, $bytes));
	cmp_ok($bytes, '<', $allowed, "memory for $what");
}
SKIP:
{
	skip 'no /proc here', 1 unless -e '/proc/self/status';
	my $unlike = q{(SELECT string_agg(initcap(translate(lpad(to_hex(i), 5, '0'), '0123456789', 'ghijklmnop')), E'\n') FROM generate_series(1, 333333) i)};

	at_most('amounts', q{repeat('*$1', 666667)}, 'news_amounts(b)', 60);
	at_most('counts', q{repeat('12 people killed ', 117647)}, 'news_amounts(b)', 50);
	at_most('dates', q{repeat('5pm,', 500000)}, 'news_dates(b)', 50);
	at_most('entities', $unlike, 'news_entities(b)', 60);
	at_most('quotes', q{repeat(E'Q. Why?\nA. No.\n', 133333)}, 'news_quotes(b)', 50);
	at_most('words of amounts', q{repeat('$1 ', 666667)}, 'news_amount_words(news_amounts(b))', 100);
	at_most('amounts as text', q{repeat('$1 ', 666667)}, 'news_amounts(b)::text', 120);
	at_most('entities as text', $unlike, 'news_entities(b)::text', 80);
	at_most('quotes as text', q{repeat(E'Q. Why?\nA. No.\n', 133333)}, 'news_quotes(b)::text', 80);
}

done_testing();
