# Every search operator gives the same rows by sequential scan and by index,
# on random data with a printed seed: fresh, with a pending list, after VACUUM,
# REINDEX CONCURRENTLY, a crash, dump and restore, and on a physical and a
# logical replica.

use strict;
use warnings FATAL => 'all';
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $seed = $ENV{SEED} // int(rand(1_000_000));
note("seed $seed (SEED=$seed repeats it)");
srand($seed);

my $node = PostgreSQL::Test::Cluster->new('search');
$node->init(allows_streaming => 'logical', extra => [ '--encoding=UTF8', '--locale=C' ]);
$node->append_conf('postgresql.conf', "checkpoint_timeout = 1h\nautovacuum = off\n");
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION newstext');

# ---- random data -----------------------------------------------------------

my @kinds = qw(person norp fac org gpe loc product event work_of_art law language);
my @words = (qw(Putin Putina Vladimir Zoe Ada Byrne Ukraine United States Kyiv Bank England Harbour Trust A B),
	"Erdo\xc4\x9fan", "O'Neill", 'U.S.', 'AT&T', 'Jean-Claude', "Zo\xc3\xab", 'Alien:', 'x' x 300);
my @said = qw(peace talks ceasefire went on in Crimea no comment the a we will);
# forms of one word, and of others that begin or end alike
push @said, qw(talk talking immigrants immigration immigrate willing die died dying happy happily possible possibility ad added adds
	carer care careful internationalization);

sub pick { return $_[ int(rand(@_)) ] }

# Names have a Zipf-like distribution, and some are rare.
sub name
{
	my @w = map { $words[ int(@words * rand() * rand()) ] } 1 .. 1 + int(rand(3));
	push @w, 'N' . int(1 / (rand() + 0.001)) if rand() < 0.3;
	return join ' ', @w;
}
sub entity { return $kinds[ int(@kinds * rand() * rand()) ] . ':' . name() }
sub literal { my ($s) = @_; $s =~ s/'/''/g; return "'$s'" }
sub text_array { return 'ARRAY[' . join(',', map { defined $_ ? literal($_) : 'NULL' } @_) . ']' }
sub entities { return text_array(map { rand() < 0.02 ? undef : entity() } 1 .. int(rand(8))) . '::news_entity[]' }

sub quote
{
	my %q = (kind => pick(qw(direct mixed indirect)), text => join(' ', map { pick(@said) } 1 .. 2 + int(rand(6))));
	my @about = map { entity() } 1 .. int(rand(3));
	my $json = qq({"kind": "$q{kind}", "text": "$q{text}");
	$json .= ', "speaker": "' . entity() . '"' if rand() < 0.8;
	$json .= ', "about": [' . join(', ', map { qq("$_") } @about) . ']' if @about;
	$json .= ', "cue": "' . pick('said', 'told', 'according to', 'claimed') . '"' if rand() < 0.7;
	$json .= ', "stance": "' . pick(qw(said claimed denied)) . '"' if rand() < 0.5;
	return $json . '}';
}
sub date
{
	return '{"kind": "DATE"}' if rand() < 0.1;
	my $first = 20000 + int(rand(100)) ** 2;
	my $last = $first + pick(1, 1, 1, 1, 2, 7, 30, 31, 92, 365, 366, 3652, 36525, 40000);
	my $day = sub { my @t = gmtime($_[0] * 86400); return sprintf('%04d-%02d-%02d', $t[5] + 1900, $t[4] + 1, $t[3]) };
	return '{"kind": "DATE", "range": "[' . $day->($first) . ',' . $day->($last) . ')"}';
}
sub dates { return text_array(map { rand() < 0.02 ? undef : date() } 1 .. int(rand(6))) . '::news_date[]' }
sub days
{
	return pick("'empty'", "'(,)'", "'[-infinity,infinity]'", "'[infinity,infinity]'", "'(,2040-01-01)'", "'[2044-02-29,)'") if rand() < 0.15;
	my $first = int(rand(30000));
	return "daterange(date '2010-01-01' + $first, date '2010-01-01' + $first + " . pick(0, 1, 2, 7, 31, 365, 4000) . ')';
}
sub quotes { return text_array(map { rand() < 0.02 ? undef : quote() } 1 .. int(rand(4))) . '::news_quote[]' }

sub term
{
	my ($quotes) = @_;
	my $field = '';
	my @name = split / /, rand() < 0.05 ? 'nobody' : name();
	if ($quotes && rand() < 0.6)
	{
		$field = pick(qw(speaker about said cue kind stance));
		return 'kind:' . pick(qw(direct mixed indirect)) if $field eq 'kind';
		return pick('speaker:*', 'about:*', 'cue:*', 'speaker:person:*', 'about:gpe:*', 'gpe:*') if rand() < 0.1;
		@name = map { pick(@said) } 1 .. 1 + int(rand(2)) if $field eq 'said';
		@name = pick('said', 'told', 'according to', 'claimed') if $field eq 'cue';
		@name = pick(qw(said claimed denied)) if $field eq 'stance';
		$field .= ':';
	}
	return pick(@kinds) . ':*' if !$quotes && rand() < 0.05;
	my $kind = rand() < 0.3 && $field !~ /said|cue|stance/ ? pick(@kinds) . ':' : '';
	@name = pick(@name) if rand() < 0.7;
	my $word = lc(join ' ', @name);
	my $star = '';
	if (rand() < 0.2 && $word =~ /^[a-z ]{3,20}$/)
	{
		$word = substr($word, 0, 2 + int(rand(length($word) - 2)));
		$word =~ s/ $//;
		$star = '*';
	}
	$word =~ s/'/''/g;
	return "$field$kind'$word'$star";
}
sub query
{
	my ($quotes, $depth) = @_;
	my $r = rand();
	return term($quotes) if $depth <= 0 || $r < 0.4;
	return '!' . ($r < 0.45 ? term($quotes) : '(' . query($quotes, $depth - 1) . ')') if $r < 0.55;
	return '(' . join(pick(' & ', ' | '), map { query($quotes, $depth - 1) } 1 .. 2 + int(rand(2))) . ')';
}

my $sql = "CREATE TABLE article (id int PRIMARY KEY, entities news_entity[], quotes news_quote[], dates news_date[]);\n";
my $rows = 1500;
sub row
{
	my ($id) = @_;
	my $e = rand() < 0.02 ? 'NULL' : entities();
	my $q = rand() < 0.02 ? 'NULL' : quotes();
	my $d = rand() < 0.02 ? 'NULL' : dates();
	return "INSERT INTO article VALUES ($id, $e, $q, $d);\n";
}
$sql .= "BEGIN;\n" . join('', map { row($_) } 1 .. $rows) . "COMMIT;\n";
$sql .= "CREATE INDEX article_entities ON article USING gin (entities);\nCREATE INDEX article_quotes ON article USING gin (quotes);\n";
$sql .= "CREATE INDEX article_dates ON article USING gin (dates);\n";
$node->safe_psql('postgres', $sql);

# ---- conditions ------------------------------------------------------------

my @conditions;
push @conditions, 'entities @@ ' . literal(query(0, 2)) for 1 .. 60;
push @conditions, 'quotes @@ ' . literal(query(1, 2)) for 1 .. 60;
# many pairs: few entries are asked for as they are, of many others less
for my $n (3, 12, 45, 150)
{
	for my $quotes (0, 1)
	{
		push @conditions, ($quotes ? 'quotes' : 'entities') . ' @@ ' . literal(join('&', map { '(' . term($quotes) . '|!' . term($quotes) . ')' } 1 .. $n)) for 1 .. 3;
		push @conditions, ($quotes ? 'quotes' : 'entities') . ' @@ ' . literal(join('|', map { '(' . term($quotes) . '&!' . term($quotes) . ')' } 1 .. $n)) for 1 .. 3;
	}
}
# what one key of a speaker tells
push @conditions, 'quotes @@ ' . literal('kind:' . pick(qw(direct mixed indirect)) . ' & speaker:' . pick('', 'person:', 'gpe:') . literal(name())) for 1 .. 20;
push @conditions, 'quotes @@ ' . literal('(kind:direct & speaker:ada & ' . term(1) . ') | (kind:mixed & speaker:zoe)') for 1 .. 5;
push @conditions, 'dates ' . pick('&&', '@@') . ' ' . days() for 1 .. 40;
push @conditions, days() . '::daterange ' . pick('&&', '@@') . ' dates' for 1 .. 5;
push @conditions, 'NOT dates && ' . days(), 'dates @@ ' . days() . ' AND entities @@ ' . literal(query(0, 1));
push @conditions, literal(query(0, 1)) . '::news_query @@ entities', literal(query(1, 1)) . '::news_query @@ quotes';
push @conditions, 'entities @@ ' . literal(query(0, 1)) . ' AND quotes @@ ' . literal(query(1, 1)) for 1 .. 10;
push @conditions, 'entities @@ ' . literal(query(0, 1)) . ' OR quotes @@ ' . literal(query(1, 1)) for 1 .. 5;
push @conditions, 'NOT entities @@ ' . literal(query(0, 1)) for 1 .. 3;
for my $op ('@>', '<@', '&&', '=', 'OPERATOR(pg_catalog.@>)', 'OPERATOR(pg_catalog.<@)', 'OPERATOR(pg_catalog.&&)')
{
	for my $column ('entities', 'quotes')
	{
		my $of = sub { "(SELECT $column FROM article WHERE id = " . (1 + int(rand($rows))) . ')' };
		push @conditions, "$column $op " . $of->() for 1 .. 3;
		push @conditions, "$column $op ($column" . '[1:1])', "$column $op '{}'", "$column $op '{NULL}'";
		push @conditions, "$column $op " . $of->() . '[1:1]' for 1 .. 4;
		push @conditions, "$column $op " . $of->() . '[1:2]' for 1 .. 2;
		push @conditions, $of->() . "[1:2] $op $column";
	}
}
# subqueries hide constants from the planner; whole values are looked up as such too
push @conditions, 'entities @> ' . text_array(entity()) . '::news_entity[]' for 1 .. 10;
push @conditions, 'entities && ' . text_array(entity(), entity()) . '::news_entity[]' for 1 .. 5;
push @conditions, q{entities @@ (SELECT string_agg('a' || i, ' & ') FROM generate_series(1, 1000) i)::news_query},
  q{entities @@ (SELECT string_agg('n' || i, ' | ') FROM generate_series(1, 500) i)::news_query};

# rows returns the ids of every condition, a line each, by one kind of scan.
sub rows
{
	my ($server, $setting, $table) = @_;
	$table //= 'article';
	my $all = "SET client_min_messages = warning; SET enable_indexonlyscan = off; $setting;\n";
	$all .= "SELECT coalesce((SELECT md5(string_agg(id::text, ',' ORDER BY id)) || ' ' || count(*) FROM $table WHERE $_), '-');\n" for @conditions;
	return $server->safe_psql('postgres', $all);
}
my $seq = 'SET enable_indexscan = off; SET enable_bitmapscan = off';
my $index = 'SET enable_seqscan = off; SET enable_indexscan = off';

sub same
{
	my ($server, $what) = @_;
	my @a = split /\n/, rows($server, $seq);
	my @b = split /\n/, rows($server, $index);
	my @differ = grep { $a[$_] ne $b[$_] } 0 .. $#conditions;
	is(scalar(@a), scalar(@conditions), "$what: all conditions answered");
	is(scalar(@differ), 0, "$what: the same rows by sequential and by bitmap scan")
	  or diag(join("\n", map { "$conditions[$_]: $a[$_] / $b[$_]" } @differ[ 0 .. ($#differ < 9 ? $#differ : 9) ]));
	return join("\n", @a);
}

my $fresh = same($node, 'fresh');
cmp_ok(scalar(grep { !/ 0$/ } split /\n/, $fresh), '>', @conditions / 3, 'a third of the conditions and more find something');
my $plans = $node->safe_psql('postgres', "$index;" . join('', map { "EXPLAIN (COSTS OFF) SELECT id FROM article WHERE $_;\n" } @conditions[ 0 .. 119 ]));
is(scalar(() = $plans =~ /Bitmap Index Scan/g), 120, 'every query is answered by an index');

# an index that 0.1.0 has made
$node->safe_psql('postgres', 'CREATE TABLE old AS TABLE article; CREATE INDEX ON old USING gin (entities news_entities_ops); CREATE INDEX ON old USING gin (quotes news_quotes_ops)');
is(join("\n", split /\n/, rows($node, $index, 'old')), $fresh, 'an index with the keys of 0.1.0 answers the same');
$node->safe_psql('postgres', 'DROP TABLE old');

# the pending list, updates and deletes
$node->safe_psql('postgres', "BEGIN;\n" . join('', map { row($_) } $rows + 1 .. $rows + 200)
	  . "UPDATE article SET entities = entities[2:] WHERE id % 7 = 0; UPDATE article SET quotes = quotes[2:] WHERE id % 11 = 0;\n"
	  . "DELETE FROM article WHERE id % 13 = 0;\nCOMMIT;\n");
my $changed = same($node, 'with a pending list');
isnt($changed, $fresh, 'the changes show');

$node->safe_psql('postgres', 'VACUUM article');
is(same($node, 'after VACUUM'), $changed, 'VACUUM changes no answer');
$node->safe_psql('postgres', 'REINDEX TABLE CONCURRENTLY article');
is(same($node, 'after REINDEX CONCURRENTLY'), $changed, 'REINDEX CONCURRENTLY changes no answer');

# replicas
$node->backup('backup');
my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($node, 'backup', has_streaming => 1);
$standby->start;
my $subscriber = PostgreSQL::Test::Cluster->new('subscriber');
$subscriber->init(extra => [ '--encoding=UTF8', '--locale=C' ]);
$subscriber->start;
$subscriber->safe_psql('postgres', 'CREATE EXTENSION newstext; CREATE TABLE article (id int PRIMARY KEY, entities news_entity[], quotes news_quote[], dates news_date[]);'
	  . 'CREATE INDEX ON article USING gin (entities); CREATE INDEX ON article USING gin (quotes); CREATE INDEX ON article USING gin (dates)');
$node->safe_psql('postgres', 'CREATE PUBLICATION news FOR TABLE article');
my $from = $node->connstr . ' dbname=postgres';
$subscriber->safe_psql('postgres', "CREATE SUBSCRIPTION news CONNECTION '$from' PUBLICATION news WITH (binary = true)");
$node->wait_for_catchup('news');
$subscriber->poll_query_until('postgres', q{SELECT count(*) = 1 FROM pg_subscription_rel WHERE srsubstate IN ('r', 's')}) or die;
$node->safe_psql('postgres', "BEGIN;\n" . join('', map { row($_) } $rows + 201 .. $rows + 300) . "DELETE FROM article WHERE id % 17 = 0;\nCOMMIT;\n");
$changed = same($node, 'on the publisher');
$node->wait_for_catchup('news');
$node->wait_for_catchup($standby);
is(same($subscriber, 'on a logical replica'), $changed, 'a logical replica answers the same');
is(same($standby, 'on a physical replica'), $changed, 'a physical replica answers the same');
$subscriber->stop;
$standby->stop;

# dump and restore
$node->safe_psql('postgres', 'CREATE DATABASE restored');
my $dump = PostgreSQL::Test::Utils::tempdir() . '/search.sql';
$node->command_ok([ 'pg_dump', '-d', $node->connstr('postgres'), '--no-publications', '-f', $dump ], 'dumped');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr('restored'), '-f', $dump ], 'restored');
my $both = sub {
	my $r = $node->safe_psql($_[0], "SET enable_seqscan = off; SELECT count(*), md5(string_agg(id::text, ',' ORDER BY id)) FROM article WHERE entities @@ 'putin | !ada' OR quotes @@ 'peace & !direct'");
	return $r;
};
is($both->('restored'), $both->('postgres'), 'the same found in the restored database');

# a crash, with changes that are in the log alone
$node->safe_psql('postgres', "CHECKPOINT; BEGIN;\n" . join('', map { row($_) } $rows + 301 .. $rows + 500) . "COMMIT;\n");
my $before = same($node, 'before the crash');
$node->stop('immediate');
$node->start;
is(same($node, 'after the crash'), $before, 'crash recovery changes no answer');

# ---- other encodings -----------------------------------------------------------

for my $encoding ('LATIN1', 'SQL_ASCII')
{
	my $db = lc $encoding;
	$node->safe_psql('postgres', "CREATE DATABASE $db TEMPLATE template0 ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C'");
	my $found = $node->safe_psql($db, <<"SQL");
SET client_encoding = 'UTF8';
CREATE EXTENSION newstext;
CREATE TABLE article (id int, entities news_entity[]);
INSERT INTO article VALUES (1, '{person:Jos\xc3\xa9 M\xc3\xbcller}'), (2, '{person:Jose Muller}'), (3, '{gpe:Oslo}');
INSERT INTO article SELECT 4, ARRAY[news_entity('person', E'Jos\\xe9')] WHERE '$encoding' = 'SQL_ASCII';
CREATE INDEX ON article USING gin (entities);
SELECT array_agg(id) FROM article WHERE entities @@ 'jose & M\xc3\xbcller';
SET enable_seqscan = off;
SELECT array_agg(id) FROM article WHERE entities @@ 'jose & M\xc3\xbcller';
SELECT array_agg(id) FROM article WHERE entities @> '{person:Jos\xc3\xa9 M\xc3\xbcller}';
SELECT array_agg(id ORDER BY id) FROM article WHERE entities @@ 'jos*';
SELECT 'Jos\xc3\xa9 '::text || news_query_expand('jos\xc3\xa9')::text;
SQL
	is($found, join("\n", '{1,2}', '{1,2}', '{1}', $encoding eq 'LATIN1' ? '{1,2}' : '{1,2,4}', "Jos\xc3\xa9 jos\xc3\xa9"),
		"$encoding: found without accents");
}

# ---- bytes that are no query ---------------------------------------------------

my $file = PostgreSQL::Test::Utils::tempdir() . '/query';
my $good = pack('H*', $node->safe_psql('postgres', q{SELECT encode(newstext_query_send('speaker:person:''o''''neill'' & (crimea | said:cease*)'), 'hex')}));
my @bytes = ($good, '', chr(1), chr(2) . 'a', chr(1) . "a\0b", chr(1) . "\xff\xfe", chr(1) . ('(' x 100000), chr(1) . "'" . ('a' x 100000));
push @bytes, substr($good, 0, $_) for 0 .. length($good) - 1;
for (1 .. 300)
{
	my $m = $good;
	substr($m, int(rand(length($m))), 1) = chr(int(rand(256))) for 1 .. 1 + int(rand(3));
	push @bytes, $m;
}
my $copy = "CREATE TEMP TABLE r (q news_query);\n";
for my $n (0 .. $#bytes)
{
	open(my $out, '>', "$file.$n") or die $!;
	binmode $out;
	print $out "PGCOPY\n\377\r\n\0", pack('N N n N', 0, 0, 1, length($bytes[$n])), $bytes[$n], pack('n', 0xFFFF);
	close($out);
	$copy .= "\\copy r FROM '$file.$n' (FORMAT binary)\n";
}
$copy .= "SELECT 'bad', count(*) FROM r WHERE q::text::news_query <> q OR newstext_query_hash(q) IS NULL;\nSELECT 'good', count(*) > 0 FROM r;\n";
my ($code, $out, $err) = $node->psql('postgres', "\\set VERBOSITY verbose\n$copy", on_error_stop => 0);
like($out, qr/^bad\|0$/m, 'queries that came in as bytes are sound');
like($out, qr/^good\|t$/m, 'some did');
is(join("\n", grep { !/ERROR:  (?:22P03|08P01|22021|42601|54000)/ } $err =~ /(ERROR:.*)/g), '', 'the others raise what the format calls for');
unlike(slurp_file($node->logfile), qr/terminated by signal|PANIC/, 'the server never fell');

done_testing();
