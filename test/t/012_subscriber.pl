# A subscriber that has no newstext: articles arrive without what was read in
# them, or with it as text; one that has it reads for itself.

use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $publisher = PostgreSQL::Test::Cluster->new('publisher');
$publisher->init(allows_streaming => 'logical');
$publisher->start;
my $plain = PostgreSQL::Test::Cluster->new('plain');
$plain->init;
$plain->start;
my $reader = PostgreSQL::Test::Cluster->new('reader');
$reader->init;
$reader->start;

$publisher->safe_psql('postgres', <<'SQL');
CREATE EXTENSION newstext;
CREATE TABLE article (id int PRIMARY KEY, body text, entities news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED);
CREATE TABLE kept (id int PRIMARY KEY, body text, entities news_entity[], model text);
CREATE TRIGGER keep BEFORE INSERT OR UPDATE OF body ON kept FOR EACH ROW
  EXECUTE FUNCTION news_keep('entities', 'news_entities(body)', 'model', 'news_model_version(body)');
INSERT INTO article SELECT i, 'Ada Byrne flew to Norway. ' || i FROM generate_series(1, 100) i;
INSERT INTO kept SELECT id, body FROM article;
CREATE PUBLICATION news FOR ALL TABLES;
SQL
$plain->safe_psql('postgres', 'CREATE TABLE article (id int PRIMARY KEY, body text); CREATE TABLE kept (id int PRIMARY KEY, body text, entities text, model text)');
$reader->safe_psql('postgres', 'CREATE EXTENSION newstext;
CREATE TABLE article (id int PRIMARY KEY, body text, entities news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED);
CREATE TABLE kept (id int PRIMARY KEY, body text, entities news_entity[], model text)');
for my $node ($plain, $reader)
{
	my $name = $node->name;
	$node->safe_psql('postgres', "CREATE SUBSCRIPTION $name CONNECTION '${\ $publisher->connstr} dbname=postgres' PUBLICATION news");
	$node->wait_for_subscription_sync($publisher, $name);
}

# a refresh is replicated as any change
$publisher->safe_psql('postgres', "ALTER TABLE kept DISABLE TRIGGER keep; UPDATE kept SET entities = NULL, model = 'old' WHERE id < 50; ALTER TABLE kept ENABLE TRIGGER keep");
$publisher->safe_psql('postgres', "CALL news_refresh('kept', batch => 10); CALL news_refresh('article', compare => true); INSERT INTO article VALUES (101, 'Sweden voted.')");
$publisher->wait_for_catchup($_->name) for $plain, $reader;

is($plain->safe_psql('postgres', 'SELECT count(*) FROM article'), '101', 'without newstext: articles arrive');
is($plain->safe_psql('postgres', q{SELECT count(*), count(*) FILTER (WHERE entities LIKE '%gpe:Norway%' AND model <> 'old') FROM kept}), '100|100', 'and what was read, as text');
is($reader->safe_psql('postgres', q{SELECT count(*) FILTER (WHERE entities @> '{gpe:Norway}'), count(*) FILTER (WHERE entities @> '{gpe:Sweden}') FROM article}), '100|1', 'with newstext: it reads for itself');
is($reader->safe_psql('postgres', q{SELECT count(*) FROM kept WHERE entities @> '{gpe:Norway}' AND model = news_model_version()}), '100', 'or takes what was read');

done_testing();
