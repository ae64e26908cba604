# Memory of a backend stays flat over 100,000 articles, and a long article
# leaves nothing behind.

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

done_testing();
