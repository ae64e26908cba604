# news_refresh among others: its progress is seen, a crash loses nothing, two at
# once share the work, and a session that moves rows meanwhile is no fault.

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

done_testing();
