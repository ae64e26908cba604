# news_html() and the page of script/demo --html in a real browser: nothing of an
# article runs, and what is marked is marked.  Needs Chromium; skips without.

use strict;
use warnings FATAL => 'all';
use utf8;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use File::Temp;

my ($browser) = grep { -x } map { "/usr/bin/$_" } qw(chromium chromium-browser google-chrome);
plan skip_all => 'no Chromium here' if !defined $browser;

my $node = PostgreSQL::Test::Cluster->new('browser');
$node->init(extra => [ '--encoding=UTF8', '--locale=C' ]);
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION newstext');
my $dir = PostgreSQL::Test::Utils::tempdir();

# dom returns the document after it has been read and its scripts have run.
sub dom
{
	my ($file) = @_;
	my $data = File::Temp::tempdir(CLEANUP => 1);
	my ($out, $err) = ('', '');
	IPC::Run::run([ $browser, qw(--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
			--disable-component-update --disable-sync --disable-dev-shm-usage), "--user-data-dir=$data", '--dump-dom', "file://$file" ],
		'>', \$out, '2>', \$err, IPC::Run::timeout(120));
	utf8::decode($out);
	return $out;
}

sub write_file
{
	my ($name, $text) = @_;
	open(my $to, '>:utf8', "$dir/$name") or die "$name: $!";
	print $to $text;
	close($to);
	return "$dir/$name";
}

# A page of our own around news_html(), without any policy, which would run all that an article got into it.
sub page
{
	my ($html) = @_;
	return <<"END";
<!DOCTYPE html><html><head><meta charset="utf-8"><title>quiet</title></head><body>$html
<script>
var all = document.querySelectorAll('article *'), alien = 0, on = 0;
all.forEach(function (e) {
  if (!/^(P|H1|H2|MARK|Q|TIME|SPAN)\$/.test(e.tagName)) alien++;
  for (const a of e.attributes) if (!/^(class|dir|datetime|data-[a-z-]+)\$/.test(a.name)) on++;
});
document.body.setAttribute('data-found', [document.title, alien, on, document.querySelectorAll('mark').length > 0].join(' '));
document.body.setAttribute('data-text', document.querySelector('article').textContent.replace(/\\s+/g, ' ').trim());
</script></body></html>
END
}

my %hostile = (
	script => q{Ana Ruiz said: "<script>document.title='ran'</script>" in Oslo on Friday.},
	event => q{<img src=x onerror="document.title='ran'"> Ana Ruiz of Oslo <svg/onload=document.title='ran'> spoke.},
	attribute => q{Ana "Ruiz" onmouseover="document.title='ran'" Ruiz' of "Oslo' autofocus onfocus=document.title='ran' said.},
	close => q{Ana Ruiz went to Oslo. </article></body><script>document.title='ran'</script> Nothing ran.},
	reference => q{&lt;script&gt;document.title='ran'&lt;/script&gt; Ana Ruiz went to Oslo. &#60;img src=x onerror=document.title='ran'&#62;},
	comment => q{<!-- --><script>document.title='ran'</script><!-- Ana Ruiz went to Oslo. -->In Oslo nothing ran.},
	style => q{</style><style>*{display:none}</style><iframe src="javascript:parent.document.title='ran'"></iframe> Ana Ruiz went to Oslo.});
like(dom(write_file('raw.html', page("<article>$hostile{script}</article>"))), qr/data-found="ran 1/, 'as it is, an article would run');
for my $name (sort keys %hostile)
{
	my $html = $node->safe_psql('postgres', 'SELECT news_html($body$' . $hostile{$name} . '$body$)');
	my $dom = dom(write_file("$name.html", page($html)));
	# after the end of a page's body nothing is left to mark
	my $marks = $name eq 'close' ? qr/true|false/ : qr/true/;
	like($dom, qr/data-found="quiet 0 0 $marks"/, "$name: nothing ran, no element and no attribute of the article's own");
}

# Own names with every mark that HTML knows, and right-to-left text.
$node->safe_psql('postgres', q{CREATE TEXT SEARCH DICTIONARY odd (TEMPLATE = news_lexicon, entries = 'org: "A" & <B>')});
my $html = $node->safe_psql('postgres', q{SELECT news_html('"A" & <B> hired Ana Ruiz.', NULL, 'odd')});
my $dom = dom(write_file('odd.html', page($html)));
like($dom, qr/data-text="[^"]*hired Ana Ruiz\./, 'an odd name: the text is whole');
like($dom, qr/data-found="quiet 0 0 true"/, 'an odd name: nothing leaves its attribute');
my $right = 'قالت آنا في أوسلو Ana Ruiz of Oslo';
utf8::encode(my $sql = "SELECT news_html('$right')");
$html = $node->safe_psql('postgres', $sql);
utf8::decode($html) if !utf8::is_utf8($html);
$dom = dom(write_file('right.html', page($html)));
like($dom, qr/data-text="\Q$right\E"/, 'right-to-left text is what it was');

# The page of the demo, on an article that would run, with its policy.
my $line = $node->safe_psql('postgres', q{SELECT jsonb_build_object('slug', '<b onclick=1>', 'published', '2025-04-11', 'html', news_html(body, '2025-04-11'),
  'entities', (SELECT jsonb_agg(e) FROM news_rows(news_entities(body)) e), 'quotes', (SELECT jsonb_agg(q) FROM news_rows(news_quotes(body)) q),
  'dates', (SELECT jsonb_agg(d) FROM news_rows(news_dates(body, '2025-04-11')) d))
  FROM (VALUES ($$"<script>document.title='ran'</script>We begin on May 3," Ana Ruiz said in Oslo on Friday.$$)) v(body)});
SKIP:
{
	my $program = "$ENV{NEWSTEXT_TOP}/script/demo-page.py" if $ENV{NEWSTEXT_TOP};
	skip 'the page of script/demo is not here', 3 if !defined $program || !-e $program;
	my $input = "$line\n";
	my ($out, $err) = ('', '');
	ok(IPC::Run::run([ 'python3', $program, "$dir/page.html", "$dir/page.geojson" ], '<', \$input, '>', \$out, '2>', \$err), 'a page is written')
	  or diag($err);
	$dom = dom("$dir/page.html");
	like($dom, qr{<title>newstext: 1 articles</title>.*id="people".*Ana Ruiz.*<svg.*Oslo.*id="quotes".*id="time".*<mark class="news-entity}s, 'people, places, quotes, time and the article are in it');
	unlike($dom, qr/<b onclick|<script/, 'nothing of the article is an element');
}

done_testing();
