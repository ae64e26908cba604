# An older release, updated, is what a fresh installation is, object by object.
# Every path among the installed scripts is walked.

use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('upgrade');
$node->init;
$node->start;

# What an object is: its description, definition, comment and settings.
my $objects = q{
WITH own AS (SELECT classid, objid, objsubid FROM pg_depend
  WHERE refclassid = 'pg_extension'::regclass AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newstext') AND deptype = 'e')
SELECT pg_describe_object(classid, objid, objsubid) || ' ## ' ||
  coalesce(obj_description(objid, (SELECT relname FROM pg_class WHERE oid = classid)), '') || ' ## ' ||
  CASE classid
    WHEN 'pg_proc'::regclass THEN (SELECT CASE WHEN prokind = 'a' THEN
        (SELECT concat_ws(' ', aggtransfn, aggfinalfn, aggcombinefn, aggserialfn, aggdeserialfn, aggtranstype::regtype, agginitval) FROM pg_aggregate WHERE aggfnoid = p.oid)
        ELSE pg_get_functiondef(p.oid) END FROM pg_proc p WHERE p.oid = objid)
    WHEN 'pg_type'::regclass THEN (SELECT concat_ws(' ', typlen, typbyval, typtype, typalign, typstorage, typinput, typoutput, typreceive, typsend, typanalyze) FROM pg_type WHERE oid = objid)
    WHEN 'pg_operator'::regclass THEN (SELECT concat_ws(' ', oprcode, oprcom::regoperator, oprnegate::regoperator, oprrest, oprjoin, oprcanhash, oprcanmerge) FROM pg_operator WHERE oid = objid)
    WHEN 'pg_opclass'::regclass THEN (SELECT concat_ws(' ', opcdefault, opcintype::regtype, opckeytype::regtype) FROM pg_opclass WHERE oid = objid)
    WHEN 'pg_opfamily'::regclass THEN (SELECT string_agg(e, ', ' ORDER BY e) FROM (
        SELECT concat_ws(' ', amopstrategy, amopopr::regoperator) AS e FROM pg_amop WHERE amopfamily = objid
        UNION ALL SELECT concat_ws(' ', amprocnum, amproc::regprocedure) FROM pg_amproc WHERE amprocfamily = objid) s)
    WHEN 'pg_cast'::regclass THEN (SELECT concat_ws(' ', castfunc::regprocedure, castcontext, castmethod) FROM pg_cast WHERE oid = objid)
    ELSE '' END
FROM own ORDER BY 1};

my $current = $node->safe_psql('postgres', "SELECT default_version FROM pg_available_extensions WHERE name = 'newstext'");
$node->safe_psql('postgres', 'CREATE EXTENSION newstext');
my $fresh = $node->safe_psql('postgres', $objects);
cmp_ok(scalar(split /\n/, $fresh), '>', 50, "a fresh $current has its objects");
$node->safe_psql('postgres', 'DROP EXTENSION newstext');
is($node->safe_psql('postgres', q{SELECT count(*) FROM pg_proc WHERE proname ~ '^news(text)?_'}), '0', 'dropped, nothing is left');

my @older = split /\n/, $node->safe_psql('postgres', "SELECT version FROM pg_available_extension_versions WHERE name = 'newstext' AND version <> '$current' ORDER BY 1");
note(@older ? "older releases: @older" : 'there is no older release yet');
for my $old (@older)
{
	my $path = $node->safe_psql('postgres', "SELECT path FROM pg_extension_update_paths('newstext') WHERE source = '$old' AND target = '$current'");
	isnt($path, '', "$old: there is a way to $current");
	$node->safe_psql('postgres', "CREATE EXTENSION newstext VERSION '$old'; ALTER EXTENSION newstext UPDATE");
	is($node->safe_psql('postgres', $objects), $fresh, "$old updated is what a fresh $current is");
	$node->safe_psql('postgres', 'DROP EXTENSION newstext');
}

# Indexes and aggregates made under 0.1.0 answer before and after the update, and the new keys come with new indexes.
$node->safe_psql('postgres', q{CREATE DATABASE archive});
my $ask = q{SET enable_seqscan = off;
SELECT count(*) FROM article WHERE entities @@ 'person:p1';
SELECT count(*) FROM article WHERE entities @@ 'town & !person:p1';
SELECT count(*) FROM article WHERE quotes @@ 'kind:direct & speaker:person:byrne';
SELECT count(*) FROM article WHERE quotes @@ 'speaker:byrne & said:talks';
SELECT articles FROM unnest((SELECT news_cooccurrence(entities) FROM article)) ORDER BY 1 LIMIT 1;};
$node->safe_psql('archive', q{CREATE EXTENSION newstext VERSION '0.1.0';
CREATE TABLE article AS SELECT i AS id, ARRAY[news_entity('person', 'P' || i % 7), news_entity('gpe', 'Town ' || i % 3)] AS entities,
	ARRAY[format('{"kind": "%s", "text": "peace talks", "speaker": "%s:Ada Byrne"}', CASE WHEN i % 2 = 0 THEN 'direct' ELSE 'mixed' END, CASE WHEN i % 5 = 0 THEN 'org' ELSE 'person' END)::news_quote] AS quotes
	FROM generate_series(1, 2100) i;
CREATE INDEX article_entities ON article USING gin (entities); CREATE INDEX article_quotes ON article USING gin (quotes); ANALYZE article});
my $answers = join("\n", 300, 1800, 840, 2100, 100);
is($node->safe_psql('archive', $ask), $answers, 'objects of 0.1.0 answer with the library of today');
$node->safe_psql('archive', 'ALTER EXTENSION newstext UPDATE; INSERT INTO article SELECT id + 2100, entities, quotes FROM article WHERE id <= 0');
is($node->safe_psql('archive', $ask), $answers, 'and after the update');
is($node->safe_psql('archive', q{SELECT count(*) FROM pg_index JOIN pg_opclass c ON c.oid = indclass[0] WHERE indrelid = 'article'::regclass AND opcname IN ('news_entities_ops', 'news_quotes_ops') AND NOT opcdefault}), '2', 'the indexes have kept their operator classes');
$node->safe_psql('archive', 'CREATE INDEX ON article USING gin (entities); CREATE INDEX ON article USING gin (quotes); DROP INDEX article_entities, article_quotes');
is($node->safe_psql('archive', $ask . q{SELECT count(*) FROM article WHERE quotes @@ 'speaker:org:*'}), "$answers\n420", 'new indexes answer the same, and more');

# Installed by someone who is no superuser, in a schema of his own.
$node->safe_psql('postgres', 'CREATE ROLE editor LOGIN; CREATE DATABASE desk OWNER editor');
is($node->safe_psql('desk', "CREATE SCHEMA news; CREATE EXTENSION newstext SCHEMA news; SELECT cardinality(news.news_entities('Norway'))",
	extra_params => [ '-U', 'editor' ]), '1', 'an owner of a database can install it');

done_testing();
