# Databases of other encodings: right answers, spans in characters, no error
# for a name that the encoding cannot write.

use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('encodings');
$node->init(extra => [ '--encoding=UTF8', '--locale=C' ]);
$node->start;

my $right = <<'SQL';
-- What is printed as text has its white space single, and of bytes that are no text and of marks that nobody sees
-- nothing: of any bytes, the letters are those at the spans; of texts that somebody could have written, all is.
CREATE FUNCTION single(t text) RETURNS text LANGUAGE sql AS $$ SELECT btrim(regexp_replace(t, '\s+', ' ', 'g')) $$;
CREATE FUNCTION spans_exact(body text) RETURNS boolean LANGUAGE sql AS $$
  SELECT (SELECT coalesce(bool_and(single(substr(body, lower(speaker_span), upper(speaker_span) - lower(speaker_span))) = speaker_mention), true) FROM news_find_quotes(body))
     AND (SELECT coalesce(bool_and(quote = (SELECT string_agg(single(substr(body, lower(r), upper(r) - lower(r))), ' ' ORDER BY r) FROM unnest(parts) r)), true) FROM news_find_quotes(body))
$$;
CREATE FUNCTION clean(t text) RETURNS text LANGUAGE sql AS $$ SELECT regexp_replace(t, '[^[:alnum:]]+', '', 'g') $$;
CREATE FUNCTION spans_right(body text) RETURNS boolean LANGUAGE sql AS $$
  SELECT (SELECT coalesce(bool_and(substr(body, lower(span), upper(span) - lower(span)) = mention), true) FROM news_find_entities(body))
     AND (SELECT coalesce(bool_and(substr(body, lower(span), upper(span) - lower(span)) = mention), true) FROM news_find_dates(body, '2021-05-06'))
     AND (SELECT coalesce(bool_and(clean(substr(body, lower(speaker_span), upper(speaker_span) - lower(speaker_span))) = clean(speaker_mention)), true) FROM news_find_quotes(body))
     AND (SELECT coalesce(bool_and(clean(quote) = (SELECT clean(string_agg(substr(body, lower(r), upper(r) - lower(r)), ' ' ORDER BY r)) FROM unnest(parts) r)), true) FROM news_find_quotes(body))
     AND (SELECT coalesce(bool_and(upper(span) <= length(body) + 1), true) FROM news_find_sections(body))
     AND news_entities(body)::text::news_entity[] = news_entities(body)
     AND news_quotes(body)::text::news_quote[] = news_quotes(body)
     AND news_dates(body, '2021-05-06')::text::news_date[] = news_dates(body, '2021-05-06')
$$;
SQL

sub make
{
	my ($name, $encoding) = @_;
	$node->safe_psql('postgres', "CREATE DATABASE $name TEMPLATE template0 ENCODING '$encoding' LOCALE 'C'");
	$node->safe_psql($name, "CREATE EXTENSION newstext; $right");
}

# Text goes in as UTF-8, as from any client.
sub ask
{
	my ($name, $sql) = @_;
	return $node->safe_psql($name, "SET client_encoding = 'UTF8'; $sql");
}

make('latin1', 'LATIN1');
is(ask('latin1', "SELECT string_agg(mention || ' ' || span::text, ', ' ORDER BY span) FROM news_find_entities('Zoë Müller left Zürich, été compris, for Norway.') WHERE kind = 'gpe'"),
	'Zürich [17,23), Norway [42,48)', 'LATIN1: names with accents, spans in characters');
is(ask('latin1', "SELECT bool_and(spans_right(b) AND spans_exact(b)) FROM (VALUES ('«Où?» é Zoë Müller left Zürich for Norway on 3 May 2021. \"Ça va,\" she said.'), ('ÿ'), ('')) v(b)"),
	't', 'LATIN1: what is at a span is what was found');
is(ask('latin1', "SELECT news_entities('He left Zürich for Norway.') @> '{gpe:Norway}'::news_entity[]"), 't', 'LATIN1: an extracted value equals the one written');
is(ask('latin1', "SELECT count(*) FROM news_find_entities('He flew to Istanbul, Lodz, Krakow, Plzen, Hanoi, Reykjavik, Timisoara and Sanaa.') WHERE name <> ''"),
	ask('latin1', "SELECT count(*) FROM news_find_entities('He flew to Istanbul, Lodz, Krakow, Plzen, Hanoi, Reykjavik, Timisoara and Sanaa.')"),
	'LATIN1: a name that it cannot write is no error');
is(ask('latin1', q{SELECT bool_and(spans_right(b) AND spans_exact(b)) FROM (SELECT string_agg(chr(32 + (i * 7919 + j * 104729) % 223), '') AS b
  FROM generate_series(1, 200) i, generate_series(1, 300) j WHERE 32 + (i * 7919 + j * 104729) % 223 NOT BETWEEN 127 AND 159 GROUP BY i) s}), 't', 'LATIN1: any bytes');

make('latin2', 'LATIN2');
is(ask('latin2', "SELECT mention || ' ' || span::text FROM news_find_entities('She lives in Łódź.') WHERE kind = 'gpe'"), 'Łódź [14,18)', 'LATIN2: Łódź');

make('euc', 'EUC_JP');
is(ask('euc', "SELECT string_agg(mention || ' ' || span::text, ', ' ORDER BY span) FROM news_find_entities('東京 (Tokyo): 日本 is far from Norway.') WHERE name = 'Norway'"),
	'Norway [28,34)', 'EUC_JP: characters of several bytes');
is(ask('euc', "SELECT bool_and(spans_right(b) AND spans_exact(b)), sum((SELECT count(*) FROM news_find_quotes(b))) > 0 FROM (VALUES
  ('東京 “はい” Ada Byrne said: “we left Norway 日本 on 3 May 2021,” she said.'),
  ('The mayor of 東京, Ada Byrne, said on Friday: “We will   rebuild\n日本 in May.” The council of the town met in Norway.')) v(b)"),
	't|t', 'EUC_JP: what is at a span is what was found');

# In EUC_JIS_2004 one character can be two of Unicode.
make('jis2004', 'EUC_JIS_2004');
is(ask('jis2004', "SELECT spans_right(b) AND spans_exact(b) AND length(b) = 61 FROM (SELECT 'か゚き゚く゚ Ada Byrne left Norway か゚ on 3 May 2021. “き゚ yes,” she said.' AS b) s"),
	't', 'EUC_JIS_2004: characters that are two of Unicode');

# SQL_ASCII: bytes are characters, and need not be text at all.
make('ascii', 'SQL_ASCII');
is($node->safe_psql('ascii', "SELECT string_agg(mention || ' ' || span::text, ', ' ORDER BY span) FROM news_find_entities('Z\xc3\xbcrich is far from Norway.') WHERE name = 'Norway'"),
	'Norway [21,27)', 'SQL_ASCII: spans count bytes');
$node->safe_psql('ascii', <<'SQL');
CREATE FUNCTION raw(bytea) RETURNS text LANGUAGE sql AS $$ SELECT convert_from($1, 'SQL_ASCII') $$;
SQL
my $seed = $ENV{SEED} || int(rand(1_000_000));
note("seed $seed (SEED=$seed repeats it)");
srand($seed);
my @pieces = ('Ada Byrne', ' said ', '"', "\xe2\x80\x9c", "\xe2\x80", "\xe2", "\x80", "\xff", "\xc3", "\xf0\x9f", ' Norway ', '3 May 2021', ', ', '. ', "\n\n", "\xc0\x80", "\xed\xa0\x80", 'Mr. ', "\xe2\x80\x9d");
my @hex = map { unpack('H*', join('', map { rand() < 0.2 ? chr(1 + int(rand(255))) : $pieces[rand @pieces] } 1 .. 60)) } 1 .. 300;
my ($code, $out, $err) = $node->psql('ascii', join("\n", map { "SELECT spans_right(raw('\\x$_'::bytea));" } @hex));
is($code, 0, 'SQL_ASCII: broken bytes are no error') or diag(substr($err, 0, 2000));
my @answers = split /\n/, $out;
my @wrong = map { $hex[$_] } grep { $answers[$_] eq 'f' } 0 .. $#answers;
is(scalar(@wrong), 0, 'SQL_ASCII: what is at a span is what was found, broken or not') or diag(join("\n", @wrong));
# nothing is found where too little is left of the language
cmp_ok(scalar(grep { $_ eq 't' } @answers), '>', 150, 'SQL_ASCII: in most there is something');

# truncated at every byte: nothing is read past the end
my $whole = unpack('H*', "\xe2\x80\x9cO\xc3\xb9?\xe2\x80\x9d said Zo\xc3\xab M\xc3\xbcller of \xe6\x9d\xb1\xe4\xba\xac \xf0\x9f\x91\x8d.");
is($node->safe_psql('ascii', join("\n", map { "SELECT spans_right(raw('\\x" . substr($whole, 0, 2 * $_) . "'::bytea));" } 0 .. length($whole) / 2)) =~ /f/ ? 'wrong' : 'right',
	'right', 'SQL_ASCII: cut at every byte');
ok($node->safe_psql('ascii', 'SELECT 1'), 'the server lives');

done_testing();
