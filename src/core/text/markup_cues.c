/*
 * markup_cues.c -- subtitles (SRT, WebVTT): lines of text between lines of times.
 *
 *     7                                             nothing
 *     00:00:20,500 --> 00:00:24,000                 nothing
 *     Minister Tomas Brandvik said                  Minister Tomas Brandvik said on Monday the river will run free.
 *     on Monday the river will run free.
 *
 *     <v Jo March>And you have met one?             a turn: Jo March: And you have met one?
 *     - Never. Not once.                            a turn
 *     <i>In 2014.</i>                               another voice
 *     [MUSIC PLAYING]                               a paragraph
 *
 * Sentences run on from one subtitle to the next, so that their lines are joined: what begins a turn, or stands in brackets,
 * begins a paragraph.  A body is of this kind when it holds CUE_ARROWS lines of times (markup_survey.c counts them).
 */
#include "text/markup_read.h"

#include "base/ascii.h"

#include <stddef.h>
#include <string.h>

#define TAG_LONGEST 100			/* bytes of <v Name> */
#define LABEL_LONGEST 40		/* bytes of NAME: in capitals */

/* cue_arrow tells whether the > at p is the arrow's between two times. */
bool
cue_arrow(const uint8_t *body, const uint8_t *p, const uint8_t *end)
{
	return p - body >= 5 && end - p >= 3 && p[-1] == '-' && p[-2] == '-' && p[-3] == ' ' && ascii_is_digit(p[-4]) &&
		p[1] == ' ' && ascii_is_digit(p[2]);
}

/* is_times: a line of two times, and where the text stands. */
static bool
is_times(const uint8_t *p, const uint8_t *end)
{
	const uint8_t *arrow = ascii_is_digit(*p) ? memchr(p, '>', (size_t) (end - p)) : NULL;

	return arrow != NULL && cue_arrow(p, arrow, end);
}

/* is_number: a line that numbers the subtitle below. */
static bool
is_number(const MarkupReader *r, const uint8_t *p, const uint8_t *end)
{
	const uint8_t *q = p;

	while (q < end && ascii_is_digit(*q))
		q++;
	return q > p && (q == end || *q == '\r') && end < r->end && end + 1 < r->end && is_times(end + 1, markup_line_end(r, end + 1));
}

/* is_label: CAPITALS and a colon. */
static bool
is_label(const uint8_t *p, const uint8_t *end)
{
	const uint8_t *q = p;
	uint32_t	letters = 0;

	while (q < end && q - p < LABEL_LONGEST && ((*q >= 'A' && *q <= 'Z') || *q >= 0x80 || *q == ' ' || *q == '.' || *q == '\'' || *q == '-'))
		letters += *q++ >= 'A';
	return letters >= 2 && q < end && *q == ':';
}

static bool
begins(const uint8_t *p, const uint8_t *end, const char *word)
{
	size_t		n = strlen(word);

	return (size_t) (end - p) >= n && memcmp(p, word, n) == 0;
}

/* block_end returns where a block of lines ends: behind the next blank line. */
static const uint8_t *
block_end(const MarkupReader *r, const uint8_t *p)
{
	while (p < r->end && *p != '\n' && *p != '\r')
	{
		p = markup_line_end(r, p);
		p += p < r->end;
	}
	return p;
}

/*
 * cues_line reads the beginning of a line at p: drops what is no text, and
 * says whether what follows begins a paragraph or goes on.
 */
const uint8_t *
cues_line(MarkupReader *r, const uint8_t *p)
{
	while (p < r->end)
	{
		const uint8_t *end = markup_line_end(r, p);

		nt_tick(r->cx);
		if (p == r->body && (begins(p, end, "WEBVTT") || begins(p, end, "\xEF\xBB\xBFWEBVTT")))
			p = block_end(r, p);
		else if (begins(p, end, "NOTE") || begins(p, end, "STYLE") || begins(p, end, "REGION"))
			p = block_end(r, p);
		else if (is_times(p, end) || is_number(r, p, end) || end == p || *p == '\r')
			p = end < r->end ? end + 1 : end;
		else
			break;
		r->changed = true;
	}
	if (p >= r->end)
		return p;
	if (begins(p, r->end, "<i>") || begins(p, r->end, "- ") || (begins(p, r->end, "-") && r->end - p > 1 && p[1] >= 'A' && p[1] <= 'Z') || is_label(p, r->end))
	{
		*nt_push(r->cx, &r->markup->blocks) = (NtBlock) {r->n, BLOCK_TURN};
		r->pending = r->n > 0 ? 2 : 0;
		p += *p == '-' ? (p[1] == ' ' ? 2 : 1) : 0;
	}
	else if (*p == '[' || *p == '(' || (p[0] == '<' && r->end - p > 2 && p[1] == 'v' && (p[2] == ' ' || p[2] == '.')) || r->bracketed)
		r->pending = r->n > 0 ? 2 : 0;
	r->bracketed = *p == '[' || *p == '(';
	return p;
}

/* cues_tag reads <v Jo March> as a label, and <00:04.500> as nothing; NULL: it is another. */
const uint8_t *
cues_tag(MarkupReader *r, const uint8_t *p)
{
	const uint8_t *close = memchr(p, '>', (size_t) (r->end - p < TAG_LONGEST ? r->end - p : TAG_LONGEST));
	const uint8_t *name;

	if (close == NULL || close - p < 3)
		return NULL;
	if (ascii_is_digit(p[1]))
	{
		r->changed = true;
		return close + 1;
	}
	if (p[1] != 'v' || (p[2] != ' ' && p[2] != '.') || (name = memchr(p, ' ', (size_t) (close - p))) == NULL || close - name < 2)
		return NULL;
	markup_put_label(r, name + 1, (uint32_t) (close - name - 1), close, 1);
	return close + 1;
}
