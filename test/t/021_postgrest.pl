# A table with finds as PostgREST serves it (docs/clients.md): objects in the answer, filters on
# arrays, a search function, a wrong call.  Needs the program postgrest; skips without.

use strict;
use warnings FATAL => 'all';
use utf8;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use IO::Socket::UNIX;
use JSON::PP;

my ($postgrest) = grep { -x } map { "$_/postgrest" } split(/:/, $ENV{PATH});
plan skip_all => 'no postgrest here' if !defined $postgrest;

my $node = PostgreSQL::Test::Cluster->new('postgrest');
$node->init(extra => [ '--encoding=UTF8', '--locale=C' ]);
$node->start;
utf8::encode(my $schema = q{
  CREATE EXTENSION newstext;
  CREATE TABLE article (id serial PRIMARY KEY, published date, body text,
    entities news_entity[] GENERATED ALWAYS AS (news_entities(body)) STORED,
    quotes news_quote[] GENERATED ALWAYS AS (news_quotes(body)) STORED,
    dates news_date[] GENERATED ALWAYS AS (news_dates(body, published)) STORED);
  INSERT INTO article (published, body) VALUES
    ('2025-04-11', 'ZURICH — “We will start on Monday,” Anna Meier said on Friday.'),
    ('2025-04-12', 'OSLO — Nothing was said.');
  CREATE FUNCTION search(q text) RETURNS SETOF article LANGUAGE sql STABLE
    AS $$ SELECT * FROM article WHERE entities @@ news_plain_query(q) $$;
  CREATE FUNCTION about(q text) RETURNS SETOF article LANGUAGE sql STABLE
    AS $$ SELECT * FROM article WHERE entities @@ q::news_query $$;
  CREATE ROLE reader;
  GRANT SELECT ON article TO reader});
$node->safe_psql('postgres', $schema);

my $dir = PostgreSQL::Test::Utils::tempdir_short();
my $socket = "$dir/rest.sock";
my ($out, $err) = ('', '');
my %setting = (
	PGRST_DB_URI => 'postgresql:///postgres?host=' . $node->host . '&port=' . $node->port,
	PGRST_DB_SCHEMAS => 'public',
	PGRST_DB_ANON_ROLE => 'reader',
	PGRST_SERVER_UNIX_SOCKET => $socket);
local @ENV{ keys %setting } = values %setting;
my $server = IPC::Run::start([$postgrest], '<', \'', '>', \$out, '2>', \$err, IPC::Run::timeout(180));

# get returns the status and the decoded body of an answer; the status is 0 while nobody answers.
sub get
{
	my ($path) = @_;
	my $to = IO::Socket::UNIX->new(Peer => $socket) or return (0, undef);
	print $to "GET $path HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: application/json\r\n\r\n";
	local $/;
	my ($head, $body) = split(/\r\n\r\n/, <$to> // '', 2);
	my ($status) = ($head // '') =~ m{^HTTP/1\.\d (\d+)};
	$body =~ s/([0-9a-f]+)\r\n/my $n = hex $1; ''/egi if defined $head && $head =~ /Transfer-Encoding: chunked/i;
	return ($status // 0, eval { JSON::PP->new->utf8->decode($body) });
}

my $ready = 0;
for (1 .. 600)
{
	($ready) = get('/article?select=id');
	last if $ready == 200;
	$server->pump_nb;
	select(undef, undef, undef, 0.1);
}
is($ready, 200, 'it serves the table') or diag($err);

my ($status, $rows) = get('/article?select=id,entities,quotes,dates&order=id&limit=1');
is_deeply($rows->[0]{entities}[0], { kind => 'person', name => 'Anna Meier' }, 'an entity is an object');
my $quote = $rows->[0]{quotes}[0];
is_deeply([ $quote->{text}, $quote->{speaker}, $quote->{parts} ],
	[ '“We will start on Monday,”', { kind => 'person', name => 'Anna Meier' }, [ [ 10, 36 ] ] ], 'a quote is an object, its spans are pairs');
is(scalar(@{ $rows->[0]{dates} }), 2, 'dates are objects');

($status, $rows) = get('/article?select=id&entities=cs.{gpe:Zurich}');
is_deeply($rows, [ { id => 1 } ], 'a filter by what an array contains');
($status, $rows) = get('/article?select=id&entities=ov.{gpe:Zurich,gpe:Oslo}&order=id');
is_deeply($rows, [ { id => 1 }, { id => 2 } ], 'a filter by what arrays share');
($status, $rows) = get('/rpc/search?q=meier&select=id,published');
is_deeply($rows, [ { id => 1, published => '2025-04-11' } ], 'a search function');
($status, my $wrong) = get('/rpc/about?q=person:(&select=id');
is_deeply([ $status, $wrong->{code} ], [ 400, '42601' ], 'a wrong query is an error of the caller, with its SQLSTATE');

$server->kill_kill;
done_testing();
