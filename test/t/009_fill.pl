# news_refresh among others: its progress is seen, a crash loses nothing wherever
# it comes, two at once share the work, and a session that moves rows meanwhile
# is no fault.

use strict;
use warnings FATAL => 'all';
use IPC::Run;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('fill');
$node->init;
$node->append_conf('postgresql.conf', "autovacuum = off\nfull_page_writes = on\nfsync = off");
$node->start;
$node->safe_psql('postgres', <<'SQL');
CREATE EXTENSION newstext;
CREATE TABLE article (id int PRIMARY KEY, body text, clicks int DEFAULT 0);
INSERT INTO article SELECT i, 'Ada Byrne flew to Norway. Flight ' || i FROM generate_series(1, 4000) i;
ALTER TABLE article ADD entities news_entity[], ADD model text;
CREATE INDEX ON article USING gin (entities);
CREATE TRIGGER keep BEFORE INSERT OR UPDATE OF body ON article FOR EACH ROW
  EXECUTE FUNCTION news_keep('entities', 'news_entities(body)', 'model', 'news_model_version(body)');
SQL

my $stale = 'SELECT count(*) FROM article WHERE model IS DISTINCT FROM news_model_version(body) OR entities IS DISTINCT FROM news_entities(body)';
my $age = q{ALTER TABLE article DISABLE TRIGGER keep; UPDATE article SET model = 'old', entities = NULL; ALTER TABLE article ENABLE TRIGGER keep};

# refresh starts a call that goes on beside us; what it says goes to $$out.
sub refresh
{
	my ($arguments, $out) = @_;
	return IPC::Run::start([ 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr('postgres'), '-c', "CALL news_refresh('article', $arguments)" ],
		'>', $out, '2>&1');
}

# A crash in the middle.
my $said = '';
my $call = refresh("batch => 100, pause => '0.05 s'", \$said);
ok($node->poll_query_until('postgres', q{SELECT count(*) = 1 FROM news_refresh_progress WHERE rows_done BETWEEN 1 AND 3999
  AND blocks_done > 0 AND blocks_done < blocks_total AND relation = 'article'::regclass AND current_table = relation
  AND tables_total = 1 AND tables_done = 0 AND started < now() AND time_left > '0'}), 'others see how far it is');
$node->safe_psql('postgres', 'CREATE ROLE nobody LOGIN');
is($node->safe_psql('postgres', 'SELECT count(*), count(relation) FROM news_refresh_progress', extra_params => [ '-U', 'nobody' ]), '1|0',
	'but not of what strangers do');
$node->stop('immediate');
$call->finish;
$node->start;
my $left = $node->safe_psql('postgres', $stale);
cmp_ok($left, '>', 0, "after a crash $left rows are left");
cmp_ok($left, '<', 4000, 'and some are done');
is($node->safe_psql('postgres', 'SELECT count(*) FROM article'), '4000', 'no row is lost');
$node->safe_psql('postgres', "CALL news_refresh('article')");
is($node->safe_psql('postgres', $stale), '0', 'the next call does the rest');
is($node->safe_psql('postgres', "SET enable_seqscan = off; SELECT count(*) FROM article WHERE entities @> '{gpe:Norway}'"), '4000', 'the index has them');

# Two at once.
$node->safe_psql('postgres', $age);
$node->safe_psql('postgres', q{CREATE TABLE writes (id int); CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO writes VALUES (NEW.id); RETURN NULL; END $$;
  CREATE TRIGGER note AFTER UPDATE OF body ON article FOR EACH ROW EXECUTE FUNCTION note()});
my @said = ('', '');
my @calls = map { refresh('batch => 50', \$said[$_]) } 0, 1;
ok($_->finish, 'a call beside another ends well') for @calls;
is($node->safe_psql('postgres', $stale), '0', 'together they do all');
is($node->safe_psql('postgres', 'SELECT count(*), count(DISTINCT id) FROM writes'), '4000|4000', 'and none twice');
unlike("@said", qr/WARNING|ERROR/, 'without a warning');
$node->safe_psql('postgres', 'DROP TRIGGER note ON article');

# Somebody moves rows all the time, from the end to where there is room.
$node->safe_psql('postgres', "DELETE FROM article WHERE id % 4 = 0; $age; VACUUM article");
$said = '';
$call = refresh("batch => 20, pause => '5 ms'", \$said);
my $rounds = 0;
while ($call->pumpable && $rounds++ < 2000)
{
	$node->safe_psql('postgres', 'UPDATE article SET clicks = clicks + 1 WHERE id IN (SELECT 1 + (random() * 3998)::int FROM generate_series(1, 100))');
	$call->pump_nb;
	last if !$node->safe_psql('postgres', 'SELECT count(*) FROM news_refresh_progress');
}
ok($call->finish, 'a call among many writers ends');
unlike($said, qr/WARNING|ERROR/, 'without a warning') or diag($said);
is($node->safe_psql('postgres', $stale), '0', 'and leaves no row stale');
is($node->safe_psql('postgres', 'SELECT count(*) FROM article'), '3000', 'nor loses one');

# A crash anywhere, again and again, while partitions and a table beside are filled; articles come and go meanwhile.
my $seed = $ENV{SEED} // int(rand(1_000_000));
note("seed $seed (SEED=$seed repeats it)");
srand($seed);
$node->safe_psql('postgres', <<'SQL');
CREATE TABLE story (id int, year int, body text, PRIMARY KEY (id, year)) PARTITION BY LIST (year);
CREATE TABLE story_2024 PARTITION OF story FOR VALUES IN (2024);
CREATE TABLE story_2025 PARTITION OF story FOR VALUES IN (2025);
INSERT INTO story SELECT i, 2024 + i % 2, 'Ada Byrne flew to Norway. Flight ' || i FROM generate_series(1, 4000) i;
CREATE TABLE story_news (id int, year int, entities news_entity[], model text, PRIMARY KEY (id, year));
CREATE INDEX ON story_news USING gin (entities);
CREATE TRIGGER beside AFTER INSERT OR UPDATE OF id, year, body OR DELETE ON story FOR EACH ROW
  EXECUTE FUNCTION news_keep_beside('story_news', 'id, year', 'entities', 'news_entities(body)', 'model', 'news_model_version(body)');
INSERT INTO story_news VALUES (9999, 2024, '{}', 'gone');
SQL
my $beside = q{SELECT count(*) FROM story s LEFT JOIN story_news n USING (id, year)
  WHERE n.model IS DISTINCT FROM news_model_version(body) OR n.entities IS DISTINCT FROM news_entities(body)};
my $before = 4000;
for my $crash (1 .. 5)
{
	$said = '';
	$call = IPC::Run::start([ 'psql', '-XAtq', '-d', $node->connstr('postgres'), '-c', q{CALL news_refresh('story', batch => 20, pause => '30 ms')} ], '>', \$said, '2>&1');
	select(undef, undef, undef, 0.1 + rand(0.5));
	my $id = 10000 + $crash;
	$node->safe_psql('postgres', "INSERT INTO story VALUES ($id, 2025, 'Ada Byrne flew to Peru.'); DELETE FROM story WHERE id = 100 * $crash");
	$node->stop('immediate');
	$call->finish;
	$node->start;
	my $after = $node->safe_psql('postgres', $beside);
	cmp_ok($after, '<=', $before, "crash $crash: $after rows are left of $before");
	$before = $after;
	is($node->safe_psql('postgres', 'SELECT count(*) FROM story'), '4000', "crash $crash: no article is lost");
}
cmp_ok($before, '<', 4000, 'what was done before a crash stays done');
$said = $node->safe_psql('postgres', "CALL news_refresh('story')");
is($node->safe_psql('postgres', $beside), '0', 'the last call does the rest');
is($node->safe_psql('postgres', 'SELECT count(*), count(*) FILTER (WHERE id = 9999) FROM story_news'), '4001|1',
	'a row beside whose article is gone is left to its owner, and hinders nothing');
is($node->safe_psql('postgres', "SET enable_seqscan = off; SELECT count(*) FROM story_news WHERE entities @> '{gpe:Norway}'"), '3995', 'the index has them all');

done_testing();
