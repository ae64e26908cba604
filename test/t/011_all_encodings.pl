# Every encoding a database can have, with random text that it stores: nothing
# is raised, what is at a span is what was found, and queries and lexicons of
# names that the encoding cannot write are no error.

use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('all_encodings');
$node->init(extra => [ '--encoding=UTF8', '--locale=C' ]);
$node->start;

my $seed = $ENV{SEED} || int(rand(1_000_000));
note("seed $seed (SEED=$seed repeats it)");
srand($seed);

# text that bytes make, when the server takes them: stored() is NULL for others
my $functions = <<'SQL';
CREATE EXTENSION newstext;
CREATE FUNCTION stored(bytes bytea) RETURNS text LANGUAGE plpgsql AS $$
BEGIN RETURN convert_from(bytes, getdatabaseencoding()); EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$;
CREATE FUNCTION right_of(body text) RETURNS boolean LANGUAGE sql AS $$
  SELECT (SELECT coalesce(bool_and(substr(body, lower(span), upper(span) - lower(span)) = mention), true) FROM news_find_entities(body))
     AND (SELECT coalesce(bool_and(substr(body, lower(span), upper(span) - lower(span)) = mention), true) FROM news_find_dates(body, '2021-05-06'))
     AND (SELECT coalesce(bool_and(substr(body, lower(speaker_span), upper(speaker_span) - lower(speaker_span)) = speaker_mention), true) FROM news_find_quotes(body))
     AND (SELECT coalesce(bool_and(upper(span) <= length(body) + 1), true) FROM news_find_sections(body))
     AND news_entities(body)::text::news_entity[] = news_entities(body)
     AND news_quotes(body)::text::news_quote[] = news_quotes(body)
     AND news_dates(body, '2021-05-06')::text::news_date[] = news_dates(body, '2021-05-06')
     AND (news_entities(body)::jsonb IS NOT NULL) AND (news_quotes(body)::jsonb IS NOT NULL)
$$;
CREATE FUNCTION asked_of(body text) RETURNS boolean LANGUAGE sql AS $$
  SELECT news_plain_query(body) IS NOT NULL
     AND (news_entities(body) @@ news_plain_query(body)) IS NOT NULL AND (news_quotes(body) @@ news_plain_query(body)) IS NOT NULL
$$;
CREATE TABLE article (id serial, body text NOT NULL, entities news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED,
  quotes news_quote[] GENERATED ALWAYS AS (news_quotes(body)) STORED);
CREATE INDEX ON article USING gin (entities);
CREATE INDEX ON article USING gin (quotes);
SQL

my @pieces = ('Ada Byrne', ' said ', '"', ' Norway ', '3 May 2021', ', ', '. ', "\n\n", 'Mr. ', ' usa ', ' told ', ' that ', "'s", ' the ', '<b>', '&eacute;', '&#8364;');

# random_bytes makes pieces of English with bytes of all values between.
sub random_bytes
{
	my $wide = shift;
	return join('', map {
		rand() < 0.6 ? $pieces[rand @pieces] : $wide > 1 && rand() < 0.7 ? pack('C*', map { 0xA1 + int(rand(94)) } 1 .. $wide) :
			rand() < 0.1 ? "\x8f" . pack('C*', map { 0xA1 + int(rand(94)) } 1 .. 2) : chr(0x80 + int(rand(128)))
	} 1 .. 1 + int(rand(12)));
}

my @encodings = split /\n/, $node->safe_psql('postgres',
	q{SELECT pg_encoding_to_char(i) FROM generate_series(0, 34) i WHERE pg_encoding_to_char(i) <> '' ORDER BY i});
cmp_ok(scalar(@encodings), '>', 30, 'there are encodings');

for my $encoding (@encodings)
{
	my $database = lc("e_$encoding");
	$node->safe_psql('postgres', "CREATE DATABASE $database TEMPLATE template0 ENCODING '$encoding' LOCALE 'C'");
	my $client = "SET client_encoding = '$encoding';";
	$node->safe_psql($database, $client . $functions);

	my $wide = $encoding =~ /^(EUC|MULE|UTF8)/ ? 2 : 1;
	my @texts = map { unpack('H*', random_bytes($wide)) } 1 .. 150;
	push @texts, map { sprintf('41646120%02x20426f62', $_) } 0x80 .. 0xFF;
	push @texts, map { sprintf('4a6f686e20536d69746820746f6c64204e6f72776179206f6e204d6f6e6461792e20%02x%02x%02x', 0xA1 + rand(94), 0xA1 + rand(94), 0xA1 + rand(94)) } 1 .. 30;
	# of random bytes UTF8 stores few
	push @texts, map { unpack('H*', "Ada Byrne said: \"Norway has $_ of them.\"") } 1 .. 12;
	my ($code, $out, $err) = $node->psql($database, $client . "INSERT INTO article (body) SELECT b FROM (SELECT stored(h::bytea) AS b FROM (VALUES "
			. join(', ', map { "('\\x$_')" } @texts) . ') v(h)) s WHERE b IS NOT NULL');
	is($code, 0, "$encoding: every text that the server stores is read") or diag(substr($err, 0, 500));
	($code, $out, $err) = $node->psql($database, $client . 'SELECT count(*) > 10, count(*) FILTER (WHERE right_of(body) IS NOT TRUE) FROM article');
	is($out, 't|0', "$encoding: spans and values are right") or diag(substr($err, 0, 500));
	($code, $out, $err) = $node->psql($database, $client . 'SELECT count(*) FROM article WHERE asked_of(body) IS NOT TRUE');
	is($out, '0', "$encoding: whatever was stored can be asked for") or diag(substr($err, 0, 500));
	($code, $out, $err) = $node->psql($database, $client . <<'SQL');
SELECT bool_and(news_plain_query(q) IS NOT NULL AND news_query_expand(format('%L', q)::news_query) IS NOT NULL)
FROM unnest(ARRAY['samita zulfi', 'lodz krakow', 'turkey', 'sao paulo', 'usa', 'myanmar', 'zelensky', 'kyiv', 'ivory coast']) q
SQL
	is($out, 't', "$encoding: other names that it cannot write are left out") or diag(substr($err, 0, 500));
}

# A small letter may be missing: the micro sign's is a Greek one.
for my $encoding ('LATIN1', 'WIN1252')
{
	my ($code, $out, $err) = $node->psql(lc("e_$encoding"), "SET client_encoding = 'UTF8';
CREATE TEXT SEARCH DICTIONARY desk (TEMPLATE = news_lexicon, entries = 'product: µTorrent | uTorrent\norg: Société Générale | SocGen');
SELECT news_entities('He installed µTorrent for SocGen.', 'desk'), ts_lexize('desk', 'utorrent'), ts_lexize('desk', 'socgen');");
	is($code, 0, "$encoding: an entry whose small letters it lacks") or diag($err);
	like($out, qr/product:µTorrent/, "$encoding: is found");
}

done_testing();
