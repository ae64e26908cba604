# 10 MB of hostile text: an answer or a prompt cancel, and no half analysis
# after it.

use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(time);

my $node = PostgreSQL::Test::Cluster->new('cancel');
$node->init;
$node->start;
$node->safe_psql('postgres', <<'SQL');
CREATE EXTENSION newstext;
CREATE TABLE hostile (n int GENERATED ALWAYS AS IDENTITY, what text, body text);
ALTER TABLE hostile ALTER body SET STORAGE external;
INSERT INTO hostile (what, body) SELECT p, repeat(p, 10000000 / octet_length(p)) FROM unnest(ARRAY[
  '"', '“', '''', 'A ', '1', 'Mr. ', 'next ', E'\n', '"a" said ', 'May 1, ', 'New York, ', 'Ada Byrne said that she left Norway on 3 May 2021. ']) p;
CREATE FUNCTION late(ms int, what text, body text) RETURNS void LANGUAGE plpgsql AS $$
-- Runs one function on a body; reports when a cancel came later than it should.
DECLARE begun timestamptz := clock_timestamp(); took int;
BEGIN
  CASE what WHEN 'entities' THEN PERFORM news_entities(body); WHEN 'quotes' THEN PERFORM news_quotes(body);
            WHEN 'dates' THEN PERFORM news_dates(body, '2021-05-06'); ELSE PERFORM count(*) FROM news_find_quotes(body); END CASE;
EXCEPTION WHEN query_canceled THEN
  took := extract(epoch FROM clock_timestamp() - begun) * 1000;
  RAISE NOTICE 'canceled % ms after it should', greatest(took - ms, 0);
END $$;
SQL

my $seed = $ENV{SEED} || int(rand(1_000_000));
note("seed $seed (SEED=$seed repeats it)");
srand($seed);
my @late;
for my $row (split /\n/, $node->safe_psql('postgres', 'SELECT n, to_json(what) FROM hostile ORDER BY n'))
{
	my ($n, $what) = split /\|/, $row;

	for my $function (qw(entities quotes dates find))
	{
		my $ms = 20 + int(rand(400));
		my ($code, $out, $err) = $node->psql('postgres', "SET statement_timeout = $ms; SELECT late($ms, '$function', body) FROM hostile WHERE n = $n");

		# now and then the time is up just before or just after the call
		ok($code == 0 || $err =~ /ERROR:  canceling statement due to statement timeout/,
			"$function of 10 MB of $what: canceled after $ms ms or answered") or diag($err);
		push @late, $1 while $err =~ /canceled (\d+) ms/g;
	}
}
@late = sort { $b <=> $a } @late;
note(scalar(@late) . " calls canceled, the slowest $late[0] and $late[1] ms after their time");
cmp_ok(scalar(@late), '>', 1, 'some calls were canceled');
# the promise is 100 ms; a machine that is busy with other things gets more, and one pause of its own
cmp_ok($late[1], '<', $ENV{CANCEL_MS} // 400, 'a cancel is seen at once');

# no half analysis: a cancel in the middle, then the same article, which is short enough to be kept
$node->safe_psql('postgres', q{CREATE TABLE kept AS SELECT string_agg(format('Ada Byrne %s said that Norway won on 3 May 2021. ', i), '') AS body FROM generate_series(1, 18000) i});
my $whole = $node->safe_psql('postgres', q{SELECT md5(news_entities(body)::text), cardinality(news_quotes(body)) FROM kept});
for my $ms (3, 10, 30, 60)
{
	my ($code, $out, $err) = $node->psql('postgres', "SET statement_timeout = $ms;\nSELECT late($ms, 'quotes', body) FROM kept;\nSET statement_timeout = 0;\nSELECT md5(news_entities(body)::text), cardinality(news_quotes(body)) FROM kept", on_error_stop => 0);

	like($out, qr/\Q$whole\E/, "whole after a cancel at $ms ms");
}

# The server compares every entity of one array with every one of the other, and does not poll itself.
for my $compare ('e @> e', 'e && f', 'e <@ e', 'NOT e && f')
{
	my $began = time;
	my ($code, $out, $err) = $node->psql('postgres', qq{SET statement_timeout = 300;
		SELECT $compare FROM (SELECT array_agg(news_entity('person', 'P' || i) ORDER BY i) AS e, array_agg(news_entity('org', 'P' || i) ORDER BY i) AS f FROM generate_series(1, 60000) i) s});

	like($err, qr/canceling statement due to statement timeout/, "$compare of large arrays is canceled");
	cmp_ok(time - $began, '<', 5, 'soon');
}

done_testing();
