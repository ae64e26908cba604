# Joins the fragments of an installation script, or of a step between releases.
#
#   @type NAME        stands for install/type.sql.in with that name
#   @fragment FILE    stands for install/FILE, itself joined

function join_file(path,    line, word) {
	while ((getline line < path) > 0) {
		split(line, word, " ")
		if (word[1] == "@fragment")
			join_file("install/" word[2])
		else if (word[1] == "@type")
			join_type(word[2])
		else
			print line
	}
	close(path)
}

function join_type(name,    line, support) {
	support = name
	sub(/^news_/, "newstext_", support)
	while ((getline line < "install/type.sql.in") > 0)
		if (line !~ /^--/) {
			gsub(/@TYPE@/, name, line)
			gsub(/@SUPPORT@/, support, line)
			print line
		}
	close("install/type.sql.in")
}

BEGIN {
	for (i = 1; i < ARGC; i++)
		join_file(ARGV[i])
	exit
}
