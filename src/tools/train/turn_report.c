/*
 * turn_report.c -- turns a report round, to learn from.
 *
 *     Officials said that the road was closed.
 *     The road was closed, officials said on Monday, as talks went on.
 *
 * Wires open their stories the second way and magazines hardly do, and the
 * articles that are learned from are mostly of the second sort.  The sentence
 * stays what it was but for its order, a capital, and the words after the cue,
 * which are the project's own (data/en/model/said-after.txt).
 */
#include "train/turn_report.h"

#include "tool.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define CONTENT_LEAST 30		/* bytes */
#define CONTENT_MOST 250
#define SOURCE_MOST 60

/* small_start tells whether a phrase begins with a capital only because its sentence does. */
static bool
small_start(const char *text, size_t len)
{
	static const char *const words[] = {"The ", "A ", "An ", "He ", "She ", "They ", "It ", "His ", "Her ", "Their ", "Its ", "Some ",
	"Many ", "Officials ", "Police ", "Critics ", "Experts ", "Both ", "One ", "Two ", "We ", "Several ", "Supporters ", "Aides "};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
	{
		size_t		n = strlen(words[i]);

		if (len >= n - 1 && strncmp(text, words[i], n - 1) == 0 && (len == n - 1 || text[n - 1] == ' '))
			return true;
	}
	return false;
}

static bool
plain(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (strchr("\"\n\t:;()[]", text[i]) != NULL || (unsigned char) text[i] == 0xE2)
			return false;
	return true;
}

bool
turn_report(NtContext *cx, const char *text, const Report *from, const char *after, Turned *out)
{
	size_t		source = from->source.last - from->source.first;
	size_t		cue = from->cue.last - from->cue.first;
	const char *content = text + from->content.first;
	size_t		len = from->content.last - from->content.first;
	char	   *at;

	if (from->source.last + 1 != from->cue.first || from->cue.last + 1 != from->content.first ||
		text[from->content.last] != '.' || (from->source.first > 0 && strchr("\n ", text[from->source.first - 1]) == NULL))
		return false;
	if (strncmp(content, "that ", 5) == 0)
	{
		content += 5;
		len -= 5;
	}
	if (len < CONTENT_LEAST || len > CONTENT_MOST || source > SOURCE_MOST || !plain(content, len) ||
		!plain(text + from->source.first, source) || memchr(text + from->cue.first, ' ', cue) != NULL || !isalpha((unsigned char) content[0]))
		return false;
	at = cx->alloc(cx, len + source + cue + strlen(after) + 8);
	out->text = at;
	sprintf(at, "%.*s, %.*s %.*s%s.", (int) len, content, (int) source, text + from->source.first, (int) cue,
			text + from->cue.first, after);
	out->report.content = (QuoteRange) {0, (uint32_t) len};
	out->report.source = (QuoteRange) {(uint32_t) len + 2, (uint32_t) (len + 2 + source)};
	out->report.cue = (QuoteRange) {(uint32_t) (len + source + 3), (uint32_t) (len + source + 3 + cue)};
	at[0] = (char) toupper((unsigned char) at[0]);
	if (small_start(text + from->source.first, source))
		at[len + 2] = (char) tolower((unsigned char) at[len + 2]);
	return true;
}

const char *const *
turn_endings(NtContext *cx, const char *path, uint32_t *n)
{
	size_t		size;
	char	   *text = tool_read_file(cx, path, &size);
	NtArray(const char *) lines = {0};

	for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n"))
		if (line[0] != '#')
			*nt_push(cx, &lines) = strcmp(line, "-") == 0 ? "" : line;
	*n = lines.n;
	return lines.at;
}
