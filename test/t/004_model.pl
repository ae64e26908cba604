# A model file that is missing or damaged: an error that names the file and says
# what to do, and the same backend answers when the file is right again.
#
# The server finds its files from where its program lies, so the tests run a
# copy of the program over a copy of the folder that holds the model.

use strict;
use warnings FATAL => 'all';
use File::Basename;
use File::Copy;
use File::Path qw(make_path);
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $pg_config = $ENV{PG_CONFIG} // 'pg_config';
my ($bin, $share, $pkglib, $lib) = map { chomp(my $dir = `$pg_config --$_`); $dir } qw(bindir sharedir pkglibdir libdir);

# the folders below the one that all have in common
my $common = $bin;
$common = dirname($common) until index("$share/", "$common/") == 0 && index("$pkglib/", "$common/") == 0;
my $root = PostgreSQL::Test::Utils::tempdir();
my ($my_bin, $my_share, $my_pkglib) = map { $root . substr($_, length($common eq '/' ? '' : $common)) } ($bin, $share, $pkglib);

make_path($my_bin, dirname($my_pkglib), "$my_share/extension");
for my $program (qw(postgres initdb pg_ctl pg_config))
{
	copy("$bin/$program", "$my_bin/$program") or die "$program: $!";
	chmod 0755, "$my_bin/$program";
}
symlink($pkglib, $my_pkglib) unless -e $my_pkglib;
for my $file (glob("$share/*"))
{
	symlink($file, "$my_share/" . basename($file)) unless basename($file) eq 'extension';
}
for my $file (glob("$share/extension/*"))
{
	symlink($file, "$my_share/extension/" . basename($file)) unless $file =~ /\.model$/;
}
my ($model) = glob("$share/extension/newstext-*.model");
my $file = "$my_share/extension/" . basename($model);
my $bytes = slurp_file($model);

# put BYTES puts a new file in place, as an installer does: never over a mapped one.
sub put
{
	open(my $out, '>', "$file.new") or die $!;
	binmode $out;
	print $out $_[0];
	close($out);
	rename("$file.new", $file) or die $!;
}

$ENV{PATH} = "$my_bin:$ENV{PATH}";
$ENV{LD_LIBRARY_PATH} = join(':', $lib, grep { $_ } $ENV{LD_LIBRARY_PATH});
my $node = PostgreSQL::Test::Cluster->new('model');
$node->init;
$node->start;
put($bytes);
$node->safe_psql('postgres', 'CREATE EXTENSION newstext');
my $version = $node->safe_psql('postgres', 'SELECT news_model_version()');
like($version, qr/^\d+\.\d+/, 'the model says its version');
is($node->safe_psql('postgres', 'SHOW data_directory'), $node->data_dir, 'the copy runs');

# fails_with WHAT DETAIL: the error, in full
sub fails_with
{
	my ($what, $state, $pattern) = @_;
	my ($code, $out, $err) = $node->psql('postgres', "\\set VERBOSITY verbose\nSELECT news_entities('Norway')");
	isnt($code, 0, "$what: an error");
	like($err, qr/ERROR:  $state: .*\Q$file\E.*/, "$what: with its state, naming the file");
	like($err, qr/$pattern/, "$what: says what is wrong") if defined $pattern;
	like($err, qr/HINT: .*[Ii]nstall newstext/, "$what: says what to do");
}

unlink($file);
fails_with('missing', '58P01', qr/No such file/);
put('');
fails_with('empty', 'XX001', qr/empty/);
put(substr($bytes, 0, 40));
fails_with('a piece of the header', 'XX001', qr/too short/);
put(substr($bytes, 0, length($bytes) - 1));
fails_with('truncated', 'XX001', qr/bytes, its header says/);
put($bytes . 'x');
fails_with('too long', 'XX001', qr/bytes, its header says/);
put('something else entirely' x 1000);
fails_with('another file', 'XX001', qr/not a newstext model/);
put(substr($bytes, 0, 8) . reverse(substr($bytes, 8, 4)) . substr($bytes, 12));
fails_with('other byte order', 'XX001', qr/byte order/);
put(substr($bytes, 0, 12) . pack('L', 999) . substr($bytes, 16));
fails_with('future format', 'XX001', qr/format 999/);
put(substr($bytes, 0, 20) . pack('L', 1302) . substr($bytes, 24));
like($node->safe_psql('postgres', 'SELECT news_model_version()'), qr/^\Q$version\E\+unicode\d+\.\d+$/,
	'made with another Unicode: the version says so, so that news_refresh finds the rows');
$node->wait_for_log(qr/its model was made with 13\.2.*HINT:.*REINDEX/s);
like(basename($file), qr/^newstext-\Q$version\E\.model$/, 'the file carries the version and checksum of what is in it');
is((stat($model))[2] & 0222, 0, 'and is installed read-only');
mkdir("$file.d");
unlink($file);
rename("$file.d", $file);
fails_with('a folder', '\w{5}', undef);
rmdir($file);

# types need no model: what is stored can be read and dumped without it
is($node->safe_psql('postgres', "SELECT 'person:A'::news_entity"), 'person:A', 'stored values are read without the model');

# bytes flipped at random: an error, or no difference where nothing is read
my $seed = $ENV{SEED} || int(rand(1_000_000));
note("seed $seed (SEED=$seed repeats it)");
srand($seed);
my $undetected = 0;
for my $round (1 .. 25)
{
	my $damaged = $bytes;

	for (1 .. 1 + int(rand(4)))
	{
		my $at = $round % 2 ? int(rand(length($damaged))) : int(rand(4096));
		substr($damaged, $at, 1) = chr(ord(substr($damaged, $at, 1)) ^ (1 << int(rand(8))));
	}
	put($damaged);
	my ($code, $out, $err) = $node->psql('postgres', "SELECT news_entities('Norway')");
	$undetected++ if $code == 0 && $damaged ne $bytes && substr($damaged, 0, 80) eq substr($bytes, 0, 80);
}
is($undetected, 0, 'every flip behind the header is seen');

# an error leaves nothing behind: the same backend answers once the file is right
unlink($file);
my ($in, $out) = ('', '');
my $timer = IPC::Run::timeout(60);
my $handle = IPC::Run::start([ 'psql', '-XAt', '-d', $node->connstr('postgres') ], '<', \$in, '>', \$out, '2>', '/dev/null', $timer);
sub say_to
{
	my ($sql, $wait) = @_;
	$in .= "$sql\n\\echo done$wait\n";
	IPC::Run::pump($handle) until $out =~ /done$wait\n/;
}
say_to("SELECT news_model_version();", 1);
put($bytes);
say_to("SELECT news_model_version();", 2);
like($out, qr/done1\n\Q$version\E\ndone2/, 'the same backend answers once the file is right');
# replaced under a backend that runs: it goes on with the old one
unlink($file);
say_to("SELECT news_entities('Norway');", 3);
like($out, qr/done2\n\{gpe:Norway\}\ndone3/, 'a backend goes on with the model it has when the file goes');
$in .= "\\q\n";
IPC::Run::finish($handle);

# preloaded, the model is there before the first call; without a model the server starts all the same
put($bytes);
$node->append_conf('postgresql.conf', "shared_preload_libraries = 'newstext'");
$node->restart;
unlink($file);
is($node->safe_psql('postgres', "SELECT news_entities('Norway')"), '{gpe:Norway}', 'preloaded: backends inherit the model');
is($node->safe_psql('postgres', 'SELECT news_model_version()'), $version, 'preloaded: each of them');
$node->restart;
fails_with('preloaded without a model', '58P01', qr/No such file/);
like(slurp_file($node->logfile), qr/WARNING:  could not open newstext model file/, 'preloaded without a model: the log says so');

done_testing();
