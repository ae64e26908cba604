# A table over three servers, as a cluster does it: rows by hash, generated
# columns and indexes where the rows are, aggregates that each server begins and
# one ends.  Citus asks for the state of an aggregate, as here worker() does, and
# adds states up, as coordinator() does; it cannot be had from Debian, so that
# postgres_fdw carries the states.

use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my @nodes = map { PostgreSQL::Test::Cluster->new("shard$_") } 1 .. 3;
for my $node (@nodes)
{
	$node->init;
	$node->append_conf('postgresql.conf', 'fsync = off');
	$node->start;
}
my $first = $nodes[0];
if (!$first->safe_psql('postgres', q{SELECT count(*) FROM pg_available_extensions WHERE name = 'postgres_fdw'}))
{
	plan skip_all => 'postgres_fdw is not installed';
}

my $columns = q{id int, published date, body text,
  entities news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED,
  quotes news_quote[] GENERATED ALWAYS AS (news_quotes(body)) STORED,
  dates news_date[] GENERATED ALWAYS AS (news_dates(body, published)) STORED,
  model text GENERATED ALWAYS AS (news_model_version(body)) STORED};
# name of an aggregate, of the support function that adds a row, its arguments
my %aggregates = (
	news_entity_counts => [ 'entity_counts', 'news_entity[], int4', 'entities, 5' ],
	news_cooccurrence => [ 'cooccurrence', 'news_entity[], int4, int4', 'entities, 2, 20' ],
	news_share_of_voice => [ 'share_of_voice', 'news_quote[], int4', 'quotes, 5' ],
	news_timeline => [ 'timeline', 'news_date[]', 'dates' ]);

for my $node (@nodes)
{
	$node->safe_psql('postgres', qq{CREATE EXTENSION newstext; CREATE TABLE shard ($columns);
	  CREATE INDEX ON shard USING gin (entities); CREATE INDEX ON shard USING gin (quotes); CREATE INDEX ON shard USING gin (dates)});
	for my $name (sort keys %aggregates)
	{
		my ($of, $types, $arguments) = @{ $aggregates{$name} };
		$node->safe_psql('postgres', qq{
		  CREATE AGGREGATE worker_$of ($types) (SFUNC = newstext_${of}_add, STYPE = news_tally);
		  CREATE AGGREGATE coordinator_$of (news_tally) (SFUNC = newstext_tally_combine, STYPE = news_tally, FINALFUNC = newstext_${of}_result);
		  CREATE VIEW tally_$of AS SELECT worker_$of($arguments) AS tally FROM shard});
	}
}

# The first server coordinates; its own shard is one of the three.
$first->safe_psql('postgres', "CREATE EXTENSION postgres_fdw; CREATE TABLE single ($columns); CREATE TABLE article ($columns) PARTITION BY HASH (id);");
for my $n (0 .. 2)
{
	my $node = $nodes[$n];
	my $at = sprintf("host '%s', port '%s', dbname 'postgres', extensions 'newstext'", $node->host, $node->port);
	$first->safe_psql('postgres', qq{CREATE SERVER server$n FOREIGN DATA WRAPPER postgres_fdw OPTIONS ($at);
	  CREATE USER MAPPING FOR CURRENT_USER SERVER server$n;
	  CREATE FOREIGN TABLE article_$n PARTITION OF article FOR VALUES WITH (MODULUS 3, REMAINDER $n) SERVER server$n OPTIONS (table_name 'shard');});
	$first->safe_psql('postgres', "CREATE FOREIGN TABLE tally_${_}_$n (tally news_tally) SERVER server$n OPTIONS (table_name 'tally_$_')")
	  for map { $aggregates{$_}[0] } sort keys %aggregates;
}
my $insert = q{INSERT INTO TABLE (id, published, body) SELECT i, date '2025-01-01' + i % 50, format('%s said on Monday: "We will go to %s." %s was there.',
  (ARRAY['Ada Byrne', 'Bruno Keller', 'Carla Moreno'])[1 + i % 3], (ARRAY['Norway', 'Peru', 'Kenya', 'Japan'])[1 + i / 2 % 4],
  (ARRAY['Ada Byrne', 'Dora Novak'])[1 + i / 5 % 2]) FROM generate_series(1, 300) i};
# both runs a statement over the three servers and over one table
sub both { my ($query) = @_; return map { my $q = $query; $q =~ s/TABLE/$_/g; $first->safe_psql('postgres', $q) } 'article', 'single' }
both($insert);

sub same
{
	my ($what, $query) = @_;
	my ($cluster, $single) = both($query);
	isnt($single, '', "$what: something is found");
	is($cluster, $single, "$what: as in one table");
}
my @counts = map { $_->safe_psql('postgres', 'SELECT count(*) FROM shard WHERE entities IS NOT NULL') } @nodes;
is($counts[0] + $counts[1] + $counts[2], 300, "each server reads its own: @counts");
cmp_ok($_, '>', 50, 'they share the work') for @counts;
same('values', "SELECT md5(string_agg(concat(id, entities, quotes, dates), ' ' ORDER BY id)) FROM TABLE");
same('entities', "SELECT count(*), sum(id) FROM TABLE WHERE entities @@ 'person:byrne & norway'");
same('quotes', "SELECT count(*), sum(id) FROM TABLE WHERE quotes @@ 'kind:direct & speaker:person:keller & said:going'");
same('dates', "SELECT count(*), sum(id) FROM TABLE WHERE dates && '[2025-01-13,2025-01-20)'");
like($_->safe_psql('postgres', "SET enable_seqscan = off; EXPLAIN SELECT id FROM shard WHERE entities @@ 'norway'"), qr/Bitmap Index Scan/, 'a server has its index')
  for @nodes;

# Each server sends one state, and the coordinator ends it.
sub aggregates
{
	my ($when, @shards) = @_;
	for my $name (sort keys %aggregates)
	{
		my ($of, $types, $arguments) = @{ $aggregates{$name} };
		my $states = join(' UNION ALL ', map { "SELECT tally FROM tally_${of}_$_" } @shards);
		is($first->safe_psql('postgres', "SELECT coordinator_$of(tally)::text FROM ($states) s"),
			$first->safe_psql('postgres', "SELECT $name($arguments)::text FROM single"), "$when: $name of three states");
	}
}
aggregates('three servers', 0 .. 2);

# Refresh where the rows are.
for my $node (@nodes)
{
	$node->safe_psql('postgres', q{UPDATE pg_attribute SET attgenerated = '' WHERE attrelid = 'shard'::regclass AND attname = 'model';
	  UPDATE shard SET model = 'old'; UPDATE pg_attribute SET attgenerated = 's' WHERE attrelid = 'shard'::regclass AND attname = 'model'});
	$node->safe_psql('postgres', q{CALL news_refresh('shard')});
}
same('refreshed', 'SELECT count(*) FROM TABLE WHERE model = news_model_version()');

# Rebalance: the third shard moves to the second server.
$nodes[1]->safe_psql('postgres', "CREATE TABLE moved ($columns); CREATE INDEX ON moved USING gin (entities)");
$first->safe_psql('postgres', q{CREATE FOREIGN TABLE moved (id int, published date, body text) SERVER server1 OPTIONS (table_name 'moved');
  BEGIN; INSERT INTO moved SELECT id, published, body FROM article_2; DROP FOREIGN TABLE article_2;
  CREATE FOREIGN TABLE article_2 PARTITION OF article FOR VALUES WITH (MODULUS 3, REMAINDER 2) SERVER server1 OPTIONS (table_name 'moved'); COMMIT});
$nodes[2]->stop;
same('moved', "SELECT md5(string_agg(concat(id, entities, quotes, dates), ' ' ORDER BY id)) FROM TABLE");
same('moved, entities', "SELECT count(*), sum(id) FROM TABLE WHERE entities @@ 'person:byrne & norway'");

done_testing();
