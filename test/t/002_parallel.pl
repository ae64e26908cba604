# Workers of a parallel query compute what an article says, and say the same.

use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('parallel');
$node->init;
$node->append_conf('postgresql.conf', <<'CONF');
max_worker_processes = 8
max_parallel_workers = 4
CONF
$node->start;
$node->safe_psql('postgres', <<'SQL');
CREATE EXTENSION newstext;
CREATE TABLE article AS
  SELECT i AS id, date '2021-05-06' + i % 9 AS published,
         format('Ada Byrne flew to %s on Monday. "We agreed," Byrne %s told reporters.',
                (ARRAY['Norway', 'Sweden', 'Denmark'])[1 + i % 3], i) AS body
  FROM generate_series(1, 3000) i;
ANALYZE article;
SQL

my $parallel = <<'SQL';
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2; SET parallel_leader_participation = off;
SQL
my $query = q{SELECT count(*), md5(string_agg(t, '' ORDER BY id)) FROM
  (SELECT id, news_entities(body)::text || news_quotes(body)::text || news_dates(body, published)::text AS t FROM article) s};

my $plan = $node->safe_psql('postgres', "$parallel EXPLAIN (ANALYZE, VERBOSE, COSTS OFF, TIMING OFF, SUMMARY OFF)
  SELECT news_entities(body), news_quotes(body), news_dates(body, published) FROM article WHERE cardinality(news_entities(body)) > 0");
like($plan, qr/Workers Launched: [12]/, 'workers run');
like($plan, qr/Parallel Seq Scan.*Output: .*news_entities.*Filter: .*news_entities/s, 'the functions run in them, below Gather');

is($node->safe_psql('postgres', $parallel . $query), $node->safe_psql('postgres', "SET max_parallel_workers_per_gather = 0; $query"),
	'workers say what the leader says');

# the functions say what they cost, so the planner finds workers worth it even for a small table
$node->safe_psql('postgres', 'ALTER TABLE article SET (parallel_workers = 2)');
$plan = $node->safe_psql('postgres', "EXPLAIN SELECT news_entities(body) FROM article WHERE cardinality(news_entities(body)) > 0");
like($plan, qr/Parallel Seq Scan/, 'a few thousand articles are worth workers by themselves')
  or diag($plan);

done_testing();
