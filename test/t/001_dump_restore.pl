# A table of articles, dumped and restored, is what it was: in plain and in
# custom format, as INSERTs and as COPY, with own names that a dictionary gives.

use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('dump');
$node->init(extra => [ '--encoding=UTF8', '--locale=C' ]);
$node->start;
$node->safe_psql('postgres', "CREATE DATABASE source TEMPLATE template0 ENCODING 'UTF8'");

$node->safe_psql('source', <<'SQL');
CREATE EXTENSION newstext;
CREATE TEXT SEARCH DICTIONARY desk_people (TEMPLATE = news_lexicon, entries = 'org: Harbour Trust | HT {desk:1}');
CREATE TABLE article (
  id        int PRIMARY KEY,
  published date,
  body      text,
  entities  news_entity[] GENERATED ALWAYS AS (news_entities(body, 'desk_people')) STORED,
  quotes    news_quote[]  GENERATED ALWAYS AS (news_quotes(body, 'desk_people')) STORED,
  dates     news_date[]   GENERATED ALWAYS AS (news_dates(body, published)) STORED
);
CREATE INDEX ON article USING gin (entities);
INSERT INTO article (id, published, body)
  SELECT i, date '2021-05-06' + i, 'Ada Byrne of the Harbour Trust flew to Norway on Monday. “We agreed,” Byrne told reporters. ' || i
  FROM generate_series(1, 20) i;
-- values written by hand, kept by value
CREATE TABLE kept (n int, e news_entity, q news_quote, d news_date, es news_entity[], qs news_quote[], ds news_date[]);
INSERT INTO kept SELECT id, entities[1], quotes[1], dates[1], entities, quotes, dates FROM article;
INSERT INTO kept VALUES (0, news_entity('work_of_art', E'A\\B <c>, "d" {e}'),
  '{"kind": "mixed", "text": "a \"b\"\\ {c},\n d’é", "speaker": "org:A\\<B <x:1>", "about": ["gpe:C"], "parts": "{[1,4),[9,12)}"}',
  '{"kind": "DATE", "range": "[0044-03-15 BC,10000-01-01)", "mention": "a \"day\"\\"}', '{person:A,NULL}', '{}', NULL);
SQL

my %sums = (
	article => q{SELECT count(*), md5(string_agg(a::text, E'\n' ORDER BY id)) FROM article a},
	kept => q{SELECT count(*), md5(string_agg(k::text, E'\n' ORDER BY n)) FROM kept k});
my %before = map { $_ => $node->safe_psql('source', $sums{$_}) } keys %sums;
my $dump = PostgreSQL::Test::Utils::tempdir() . '/dump';

for my $style ([ 'plain', '--format=plain' ], [ 'inserts', '--format=plain', '--inserts' ], [ 'custom', '--format=custom' ])
{
	my ($name, @options) = @$style;

	# no setting of the session that restores may change what comes back
	$node->safe_psql('postgres', "CREATE DATABASE $name TEMPLATE template0 ENCODING 'UTF8'");
	$node->safe_psql('postgres', "ALTER DATABASE $name SET DateStyle = 'SQL, DMY'");
	$node->command_ok([ 'pg_dump', @options, '-f', $dump, $node->connstr('source') ], "$name: dump");
	$node->command_ok(
		$name eq 'custom'
		? [ 'pg_restore', '-d', $node->connstr($name), $dump ]
		: [ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr($name), '-f', $dump ],
		"$name: restore");
	$node->safe_psql('postgres', "ALTER DATABASE $name RESET DateStyle");
	is($node->safe_psql($name, $sums{$_}), $before{$_}, "$name: $_ is what it was") for sort keys %sums;
	is($node->safe_psql($name, q{SELECT count(*) FROM article WHERE entities @> '{org:Harbour Trust <desk:1>}' OR entities @> '{org:Harbour Trust}'}),
		'20', "$name: own names are there");
}

done_testing();
