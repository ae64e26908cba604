/*
 * quote_turns.c -- transcripts: lines that a label gives to a speaker.
 *
 *     KING: Are you sorry?                    [KING]
 *     SMITH: I am.  I have said so often.     [SMITH]
 *
 *     Q. What changed?                        [Q]
 *     A. The weather.                         [A], whom the article is about
 *     It was a long winter.                   his too: the next label is below
 *
 *     [00:00:12] SUSAN ORLOFF, ANCHOR: ... ORLOFF: ...   Ms Rita Sahl (Oakvale) (Lab): ...   **Lee:** ...
 *     The Minister for Bees (Felix Arden): ...   THE PRESIDENT: ... Q  Mr. President, ...
 *
 * A label stands at the beginning of a line (of a sentence, when the article is one line) or after a time stamp, before a colon, or is a Q or an
 * A before a colon or full stop: words in capitals, or a person's name.  WHO:
 * WHAT: WHERE: and RELATED: are labels of another kind, and so are the names
 * of a list (Lee: 2,316 votes); hence a label in capitals counts only when it
 * has a name in it or comes again, a name in small letters only when it comes
 * again, and each only where another label stands near: a line alone is
 * a headline ("Lee: we will stay"), which the colon as a cue reads.
 *
 * What stands under a label up to the next belongs to it, paragraph by
 * paragraph; the last label keeps its own paragraph.  It is direct speech
 * without marks.  One pass over the lines, and one over the labels.
 */
#include "quote/quote_turns.h"

#include "quote/quote_english.h"
#include "quote/quote_feature.h"
#include "quote/quote_mark.h"
#include "quote/quote_score.h"

#include <string.h>

#define LABEL_WORDS 5
#define STAMP_TOKENS 9			/* of a time stamp: [00:00:12] */
#define ROLE_TOKENS 12			/* of what a label says of its speaker */
#define SENTENCE_SHORTEST 2		/* words of a sentence that says something */
#define TURN_SHORTEST 4			/* words after a name that is not in capitals */
#define TURN_PARAGRAPHS 12		/* so many without a label end a transcript */
#define LAST_LONGEST 120			/* tokens of the last turn when the article is one line */
#define DIRECTION_TOKENS 12		/* of a stage direction */
#define LABELS_NEAR 8			/* labels in which one recurs */

typedef struct Label
{
	uint32_t	first;			/* token */
	uint32_t	last;			/* of its name */
	uint32_t	sign;			/* colon, or the letter itself when "Q." is one token */
	uint32_t	hash;			/* of its last word: ORLOFF of SUSAN ORLOFF */
	uint32_t	next;			/* first token of the next paragraph */
	bool		letter;			/* Q or A */
	bool		upper;
	bool		named;			/* or recurring, or a letter: a speaker's */
	bool		near;			/* another one stands near */
	bool		above;			/* what is said begins on the next line */
	bool		chat;			/* the head of a message (quote_chat.c) */
	bool		other;			/* behind a label that names nobody: QUESTION */
} Label;

typedef NtArray(Label) Labels;

/* Tokens before which a turn ends: labels, speakers' or not, and >> of captions. */
typedef NtArray(uint32_t) Bounds;

/* is_letter tells whether a token is the Q or A of an interview. */
static bool
is_letter(const QuoteReader *r, uint32_t i, uint32_t *sign)
{
	const NtToken *t = &r->tok[i];
	char		letter = r->text[t->start];

	if (t->kind != TOKEN_WORD || (letter != LETTER_QUESTION && letter != LETTER_ANSWER))
		return false;
	*sign = i;
	if (t->flags & TOKEN_INITIAL)
		return true;
	if (t->end - t->start != 1 || i + 1 >= r->n)
		return false;
	/* Q   Mr. President, ... of a briefing */
	if (letter == LETTER_QUESTION && (t[1].flags & (TOKEN_SPACE | TOKEN_CAPITAL)) == (TOKEN_SPACE | TOKEN_CAPITAL))
		return true;
	*sign = i + 1;
	return token_is_mark(t + 1, MARK_COLON) || token_is_mark(t + 1, MARK_STOP);
}

/* is_decoration tells whether a token only sets a label apart: ** of Markdown, a bullet. */
static bool
is_decoration(const NtToken *t)
{
	return token_mark_in(t, MARK_BIT(MARK_STAR) | MARK_BIT(MARK_UNDERSCORE) | MARK_BIT(MARK_BULLET));
}

/* after_stamp returns the token after a time stamp at the beginning of a line: [00:00:12] Name: */
static uint32_t
after_stamp(const QuoteReader *r, uint32_t i)
{
	uint32_t	from = i;
	bool		number = false;

	while (i < r->n && i - from < STAMP_TOKENS && (i == from || !(r->tok[i].flags & (TOKEN_LINE | TOKEN_PARAGRAPH))) &&
		   (r->tok[i].kind == TOKEN_NUMBER || is_decoration(&r->tok[i]) ||
			token_mark_in(&r->tok[i], MARKS_BRACKET_OPEN | MARKS_BRACKET_CLOSE | MARK_BIT(MARK_COLON) | MARKS_HYPHEN_OR_DASH | MARK_BIT(MARK_STOP))))
	{
		number = number || r->tok[i].kind == TOKEN_NUMBER;
		i++;
	}
	return number || (i > from && is_decoration(&r->tok[from])) ? i : from;
}

/* is_stamp tells whether what after_stamp passed over is a time, no number of a list: 00:12 [0:12] */
static bool
is_stamp(const QuoteReader *r, uint32_t from, uint32_t upto)
{
	bool		bracket = from < r->n && token_mark_in(&r->tok[from], MARKS_BRACKET_OPEN);

	return upto >= from + 3 + bracket && r->tok[from + bracket].kind == TOKEN_NUMBER && token_is_mark(&r->tok[from + bracket + 1], MARK_COLON) &&
		r->tok[from + bracket + 2].kind == TOKEN_NUMBER;
}

/* skip_time passes over a time behind a name: JO MARSH [00:05]: Speaker 2 (1:02:03): */
static uint32_t
skip_time(const QuoteReader *r, uint32_t i)
{
	uint32_t	from = i;

	if (i + 4 >= r->n || !token_mark_in(&r->tok[i], MARKS_BRACKET_OPEN) || r->tok[i + 1].kind != TOKEN_NUMBER || !token_is_mark(&r->tok[i + 2], MARK_COLON))
		return from;
	for (i++; i + 1 < r->n && i - from < STAMP_TOKENS && (r->tok[i].kind == TOKEN_NUMBER || token_mark_in(&r->tok[i], MARK_BIT(MARK_COLON) | MARK_BIT(MARK_STOP))); i++)
		;
	return token_mark_in(&r->tok[i], MARKS_BRACKET_CLOSE) ? i + 1 : from;
}

/* skip_role passes over what a label says of its speaker: NAME, ANCHOR: and Name (Oakvale) (Lab): */
static uint32_t
skip_role(const QuoteReader *r, uint32_t i)
{
	uint32_t	from = i;
	bool		bracket = i < r->n && r->tok[i].mark == MARK_ROUND_OPEN;

	if (i >= r->n || !(bracket || r->tok[i].mark == MARK_COMMA))
		return i;
	for (i++; i < r->n && i - from <= ROLE_TOKENS; i++)
	{
		const NtToken *t = &r->tok[i];

		if (t->flags & (TOKEN_LINE | TOKEN_PARAGRAPH))
			return from;
		if (bracket && t->mark == MARK_ROUND_CLOSE)
		{
			if (i + 1 < r->n && r->tok[i + 1].mark == MARK_ROUND_OPEN)
				continue;
			return i + 1;
		}
		if (!bracket && t->mark == MARK_COLON)
			return i;
		/* NAME, CORRESPONDENT (on camera): */
		if (!bracket && t->mark == MARK_ROUND_OPEN)
		{
			uint32_t	close = skip_role(r, i);

			return close > i && close < r->n && token_is_mark(&r->tok[close], MARK_COLON) ? close : from;
		}
		if (t->kind == TOKEN_PUNCT && !token_mark_in(t, MARK_BIT(MARK_HYPHEN) | MARK_BIT(MARK_SLASH) | MARK_BIT(MARK_COMMA)) &&
			!(bracket && t->mark == MARK_ROUND_OPEN))
			return from;
		/* a role is no clause: capitals, or nouns */
		if (!bracket && t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) && !token_is(r->vocab, t, LEX_ROLE) &&
			!token_is(r->vocab, t, LEX_PREPOSITION) && !token_is(r->vocab, t, LEX_DETERMINER))
			return from;
	}
	return from;
}

/* read_office_label reads [The Minister for Bees (Felix Arden):] and [QUESTION (Anna Lee, ZBC):]; the label is the name. */
static bool
read_office_label(const QuoteReader *r, uint32_t first, Label *label)
{
	uint32_t	i = first;
	bool		upper = (r->tok[first].flags & TOKEN_UPPER) != 0;

	if (!(r->tok[first].flags & TOKEN_CAPITAL) || !(upper || token_is(r->vocab, &r->tok[first], LEX_DETERMINER)) || is_named(r, first, ENTITY_PERSON))
		return false;
	while (i < r->n && i - first <= ROLE_TOKENS && r->tok[i].mark != MARK_ROUND_OPEN && r->tok[i].kind != TOKEN_SYMBOL &&
		   !token_mark_in(&r->tok[i], MARKS_FINAL | MARK_BIT(MARK_COLON)) && (i == first || !(r->tok[i].flags & (TOKEN_LINE | TOKEN_PARAGRAPH))))
		i++;
	if (i + 3 >= r->n || r->tok[i].mark != MARK_ROUND_OPEN || !is_named(r, i + 1, ENTITY_PERSON))
		return false;
	label->first = i + 1;
	while (++i + 2 < r->n && is_named(r, i, ENTITY_PERSON))
		label->last = i;
	while (upper && r->tok[i].mark != MARK_ROUND_CLOSE && i + 2 < r->n && i - first <= ROLE_TOKENS && !(r->tok[i].flags & (TOKEN_LINE | TOKEN_PARAGRAPH)))
		i++;
	label->hash = r->tok[label->last].hash;
	label->sign = i + 1;
	label->named = true;
	return r->tok[i].mark == MARK_ROUND_CLOSE && r->tok[i + 1].mark == MARK_COLON && !(r->tok[i + 2].flags & (TOKEN_LINE | TOKEN_PARAGRAPH));
}

/* may_be_name: a word nobody knows, or a name's: Okonjo, no Verdict and no Leeds. */
static bool
may_be_name(const QuoteReader *r, uint32_t i)
{
	uint64_t	classes = token_classes(r->vocab, &r->tok[i]);

	return (classes & (LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_TITLE))) ||
		(!(classes & (LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_FURNITURE))) && (r->name[i] == 0 || is_named(r, i, ENTITY_PERSON)));
}

/* read_label reads the label that begins at a token; false when none does.  Behind >> or a time capitals need tell nothing. */
static bool
read_label(const QuoteReader *r, uint32_t first, bool marked, Label *label)
{
	uint32_t	i = first;
	bool		person = false;
	bool		plain = true;	/* all its words may be of a name */
	uint32_t	end;

	memset(label, 0, sizeof(*label));
	if (read_office_label(r, first, label))
		return true;
	memset(label, 0, sizeof(*label));
	label->first = first;
	label->upper = true;
	if (is_letter(r, first, &label->sign))
	{
		label->letter = label->upper = label->named = true;
		label->hash = (uint8_t) r->text[r->tok[first].start];
		label->last = first;
		return label->sign + 1 < r->n && !(r->tok[label->sign + 1].flags & (TOKEN_LINE | TOKEN_PARAGRAPH));
	}
	for (; i < r->n && i - first < LABEL_WORDS; i++)
	{
		const NtToken *t = &r->tok[i];

		if (i > first && (t->flags & (TOKEN_LINE | TOKEN_PARAGRAPH)))
			return false;
		if (i > first && token_is_mark(t, MARK_HYPHEN))
			continue;
		/* Van der Linde, de Vries */
		if (i > first && t->kind == TOKEN_WORD && token_is(r->vocab, t, LEX_NAME_PARTICLE))
			continue;
		if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_CAPITAL))
			break;
		label->upper = label->upper && (t->flags & (TOKEN_UPPER | TOKEN_INITIAL | TOKEN_DOT | TOKEN_INNER_CAPITAL));
		label->hash = t->hash;
		label->last = i;
		plain = plain && may_be_name(r, i);
		if (token_classes(r->vocab, t) & (LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_TITLE)))
			label->named = true;
		if (is_named(r, i, ENTITY_PERSON))
			label->named = person = true;
	}
	if (i == first)
		return false;
	/* Speaker 1: */
	if (marked && i + 2 < r->n && r->tok[i].kind == TOKEN_NUMBER && token_is_mark(&r->tok[i + 1], MARK_COLON) &&
		(r->tok[i + 2].flags & TOKEN_SPACE))
		label->hash = r->tok[i++].hash;
	end = i;
	while (end < r->n && is_decoration(&r->tok[end]))
		end++;
	if ((label->sign = skip_time(r, end)) > end)
		marked = true;
	end = label->sign > end ? label->sign : skip_role(r, end);
	label->sign = end;
	label->hash ^= label->upper;	/* KING of the transcript is no King of its headline */
	label->named = marked || (label->named && label->upper) || (label->named && person && end > i && r->tok[end - 1].mark == MARK_ROUND_CLOSE);
	if (end + 1 >= r->n || !token_is_mark(&r->tok[end], MARK_COLON))
		return false;
	/* ANNA LEE, HOST: on a line of its own */
	if (r->tok[end + 1].flags & (TOKEN_LINE | TOKEN_PARAGRAPH))
		label->named = label->above = label->upper && person && end > i;
	return label->upper || ((person || plain || marked) && !(r->tok[end + 1].flags & (TOKEN_LINE | TOKEN_PARAGRAPH)));
}

/* is_one_line tells of an article without line ends: its turns begin with sentences. */
static bool
is_one_line(const QuoteReader *r)
{
	uint32_t	i = 1;

	while (i < r->n && !(r->tok[i].flags & (TOKEN_LINE | TOKEN_PARAGRAPH)))
		i++;
	return i >= r->n;
}

/* turn_begins returns the flags of tokens at which a label may stand. */
static uint16_t
turn_begins(const QuoteReader *r)
{
	return TOKEN_LINE | TOKEN_PARAGRAPH | (is_one_line(r) ? TOKEN_SENTENCE : 0);
}

/* changes_speaker tells whether a token is the first after >> in captions; *at is kept from call to call. */
static bool
changes_speaker(const QuoteReader *r, uint32_t i, uint32_t *at)
{
	const NtMarkup *markup = &r->article->markup;

	while (*at + 1 < markup->blocks.n && markup->blocks.at[*at + 1].at <= r->tok[i].start)
		++*at;
	return *at < markup->blocks.n && markup->blocks.at[*at].role == BLOCK_TURN && markup->blocks.at[*at].at <= r->tok[i].start &&
		(i == 0 || markup->blocks.at[*at].at >= r->tok[i - 1].end);
}

/* keep_heads leaves out heads of messages where they are none of a chat. */
static void
keep_heads(const QuoteReader *r, Labels *labels)
{
	uint32_t	heads = 0;
	uint32_t	again = 0;
	uint32_t	kept = 0;

	for (uint32_t k = 0; k < labels->n; k++)
		if (labels->at[k].chat)
		{
			uint32_t	j = k;

			heads++;
			while (j > 0 && j + LABELS_NEAR > k && labels->at[j - 1].hash != labels->at[k].hash)
				j--;
			again += j > 0 && j + LABELS_NEAR > k;
		}
	if (heads == 0 || quote_is_chat(r, heads, again))
		return;
	for (uint32_t k = 0; k < labels->n; k++)
		if (!labels->at[k].chat)
			labels->at[kept++] = labels->at[k];
	labels->n = kept;
}

/* add_head adds the head of a message, when a line is one. */
static bool
add_head(const QuoteReader *r, uint32_t i, Labels *labels)
{
	Label		label;

	memset(&label, 0, sizeof(label));
	label.first = i;
	label.named = label.above = label.chat = label.near = true;
	if (!quote_chat_head(r, i, &label.last, &label.sign))
		return false;
	label.hash = r->tok[label.last].hash;
	*nt_push(r->cx, labels) = label;
	return true;
}

static void
find_labels(const QuoteReader *r, Labels *labels, Bounds *bounds)
{
	uint16_t	begins = turn_begins(r);
	uint32_t	block = 0;
	uint32_t	stamp;

	for (uint32_t i = 0; i < r->n; i++)
	{
		Label		label;
		uint32_t	first = i;
		bool		changes;

		nt_tick(r->cx);
		if (!(r->tok[i].flags & begins))
			continue;
		if ((changes = changes_speaker(r, i, &block)))
			*nt_push(r->cx, bounds) = i;
		/* a transcript that is quoted: "KING: Are you sorry? */
		if (r->tok[i].kind == TOKEN_PUNCT && is_mark(r, i) && i + 1 < r->n)
			first++;
		if (add_head(r, i, labels))
			continue;
		first = after_stamp(r, first);
		if ((stamp = quote_chat_stamp(r, i)) > first)
		{
			*nt_push(r->cx, bounds) = i;
			first = stamp;
		}
		if (first < r->n && read_label(r, first, changes || (stamp > i && stamp == first) || is_stamp(r, i, first), &label))
		{
			label.near = changes && label.named;
			/* a time stamp says what it is */
			label.named = label.named || r->tok[i].kind == TOKEN_NUMBER ||
				(token_mark_in(&r->tok[i], MARKS_BRACKET_OPEN) && first > i);
			if (label.upper && !changes)
				*nt_push(r->cx, bounds) = i;
			if (label.above || !(r->tok[label.sign + 1].flags & (TOKEN_LINE | TOKEN_PARAGRAPH)))
				*nt_push(r->cx, labels) = label;
		}
	}
	keep_heads(r, labels);
}

/* speaks tells whether what follows a label is a sentence, no figure of a list. */
static bool
speaks(const QuoteReader *r, const Label *label)
{
	uint32_t	words = 0;
	uint32_t	i = label->sign + 1;

	for (; i < r->n && words < TURN_SHORTEST && !(r->tok[i].flags & (TOKEN_LINE | TOKEN_PARAGRAPH)); i++)
	{
		words += r->tok[i].kind == TOKEN_WORD;
		if (words >= SENTENCE_SHORTEST && token_mark_in(&r->tok[i], MARKS_FINAL))
			return true;
	}
	return words >= TURN_SHORTEST;
}

/* is_bare: Q without a sign, among names in capitals. */
static bool
is_bare(const Label *label)
{
	return label->letter && label->hash == LETTER_QUESTION && label->sign == label->first;
}

/* judge keeps the labels of speakers: named or recurring, with another one near. */
static void
judge(const QuoteReader *r, Labels *labels)
{
	uint32_t	kept = 0;
	bool		other = false;

	for (uint32_t k = 0; k < labels->n; k++)
	{
		nt_tick(r->cx);
		for (uint32_t j = k + 1; j < labels->n && j <= k + LABELS_NEAR && !labels->at[k].letter; j++)
			if (labels->at[j].hash == labels->at[k].hash &&
				(labels->at[k].upper || (speaks(r, &labels->at[k]) && speaks(r, &labels->at[j]))))
				labels->at[j].named = labels->at[k].named = true;
	}
	for (uint32_t k = 0; k < labels->n; k++)
		if (labels->at[k].named)
		{
			labels->at[k].other = other;
			other = false;
			labels->at[kept++] = labels->at[k];
		}
		else
			other = other || (labels->at[k].upper && speaks(r, &labels->at[k]));
	labels->n = kept;
	for (uint32_t k = 0; k < labels->n; k++)
	{
		Label	   *label = &labels->at[k];
		uint32_t	limit = k + 1 < labels->n ? labels->at[k + 1].first : r->n;
		uint32_t	paragraphs = 0;

		for (label->next = label->sign + 1 + label->above; label->next < limit && !(r->tok[label->next].flags & TOKEN_PARAGRAPH); label->next++)
			nt_tick(r->cx);
		/* on one line, the last speaks no longer than a sentence, unless the article ends soon */
		if (k + 1 == labels->n && label->next - label->sign > LAST_LONGEST && is_one_line(r))
			for (label->next = label->sign + 2; label->next < limit && !(r->tok[label->next].flags & TOKEN_SENTENCE); label->next++)
				nt_tick(r->cx);
		for (uint32_t i = label->next; i < limit && paragraphs <= TURN_PARAGRAPHS; i++)
		{
			nt_tick(r->cx);
			paragraphs += (r->tok[i].flags & TOKEN_PARAGRAPH) != 0;
		}
		if (k + 1 < labels->n && paragraphs <= TURN_PARAGRAPHS && (labels->at[k + 1].hash != label->hash || labels->at[k + 1].other) &&
			(labels->at[k + 1].letter == label->letter || is_bare(label) || is_bare(&labels->at[k + 1])))
			label->near = labels->at[k + 1].near = true;
		/* a lawyer before or between questions and answers */
		else if (k + 1 < labels->n && paragraphs <= TURN_PARAGRAPHS && labels->at[k + 1].letter != label->letter)
		{
			label->near = label->near || label->upper;
			labels->at[k + 1].near = labels->at[k + 1].near || labels->at[k + 1].upper;
		}
	}
	kept = 0;
	for (uint32_t k = 0; k < labels->n; k++)
		if (labels->at[k].near)
			labels->at[kept++] = labels->at[k];
	labels->n = kept;
}

/* add_paragraph makes one paragraph of a turn a part of its quotation. */
static void
add_paragraph(QuoteReader *r, bool first, uint32_t from, uint32_t upto)
{
	QuoteRange	range = {from, upto - 1};

	/* the marks around a transcript are none of the speaker's */
	if (range.last > range.first && is_mark(r, range.last))
	{
		const QuoteMark *m = mark_at(r, range.last);

		range.last -= m->closed && m->close == range.last && m->open < from;
	}
	if (first)
	{
		Attribution *a = &r->found.at[r->found.n - 1];

		a->content = range;
		a->tail = range.last;
	}
	else
		quote_add_more(r, r->found.n - 1, range);
}

#define COUNT_NEVER UINT32_MAX

/*
 * quote_interviewee returns the person named most often before the first question;
 * who wrote it down does not count, nor who has a label: the lawyers and the judge.
 */
uint32_t
quote_interviewee(QuoteReader *r, uint32_t before)
{
	const NtArticle *a = r->article;
	uint32_t   *count = nt_alloc0(r->cx, (a->entities.n + 1) * sizeof(uint32_t));
	uint32_t	best = NT_NONE;
	uint32_t	section = 0;

	for (uint32_t i = 0; i < a->mentions.n && a->mentions.at[i].first < before; i++)
	{
		uint32_t	e = a->mentions.at[i].entity;

		nt_tick(r->cx);
		while (section + 1 < a->sections.n && a->sections.at[section].last <= a->mentions.at[i].first)
			section++;
		if (section < a->sections.n && a->sections.at[section].kind == SECTION_BYLINE)
			continue;
		if (a->mentions.at[i].kind != ENTITY_PERSON || e == NT_NONE || count[e] == COUNT_NEVER)
			continue;
		count[e] = r->turn[a->mentions.at[i].first] == TURN_LABEL ? COUNT_NEVER : count[e] + 1;
	}
	for (uint32_t i = 0; i < a->mentions.n && a->mentions.at[i].first < before; i++)
	{
		uint32_t	e = a->mentions.at[i].entity;

		nt_tick(r->cx);
		if (e != NT_NONE && count[e] > 0 && count[e] != COUNT_NEVER && (best == NT_NONE || count[e] > count[best]))
			best = e;
	}
	return best;
}

/* after_label returns the first token that is said. */
static uint32_t
after_label(const QuoteReader *r, const Label *label)
{
	uint32_t	i = label->sign + 1;

	while (i + 1 < r->n && is_decoration(&r->tok[i]) && !(r->tok[i + 1].flags & (TOKEN_LINE | TOKEN_PARAGRAPH)))
		i++;
	return i;
}

/* is_direction tells of a paragraph in brackets that tells what is heard: (SOUNDBITE OF WIND), [Laughter] */
static bool
is_direction(const QuoteReader *r, uint32_t from, uint32_t last)
{
	return last > from && last - from <= DIRECTION_TOKENS && token_mark_in(&r->tok[from], MARKS_BRACKET_OPEN) &&
		token_mark_in(&r->tok[last], MARKS_BRACKET_CLOSE);
}

/* add_turn makes what stands under a label, up to a token, a quotation. */
static void
add_turn(QuoteReader *r, const Label *label, uint32_t limit, uint32_t sentence, uint32_t speaker)
{
	uint32_t	from = after_label(r, label);
	bool		first = true;
	Attribution *a = nt_push(r->cx, &r->found);

	*a = QUOTE_NO_ATTRIBUTION;
	a->sentence = sentence;
	a->cue = a->cue_last = token_is_mark(&r->tok[label->sign], MARK_COLON) ? label->sign : label->first;
	a->side = CUE_RIGHT;
	a->kind = QUOTE_DIRECT;
	a->stance = STANCE_SAID;
	a->source = (QuoteRange) {label->first, label->last};
	a->speaker = speaker;
	a->margin = TURN_MARGIN;
	if (label->first > 0 && is_mark(r, label->first - 1))
		mark_at(r, label->first - 1)->taken = true;
	for (uint32_t i = label->first; i <= label->sign; i++)
		r->turn[i] = label->letter ? TURN_LETTER : TURN_LABEL;
	for (uint32_t i = from; i < limit; i++)
	{
		nt_tick(r->cx);
		r->turn[i] = TURN_WORDS;
		if (i + 1 == limit || (r->tok[i + 1].flags & TOKEN_PARAGRAPH))
		{
			if (!is_direction(r, from, i))
			{
				add_paragraph(r, first, from, i + 1);
				first = false;
			}
			from = i + 1;
		}
	}
	r->found.n -= first;
}

/*
 * quote_turns finds the turns of a transcript: r->turn tells their labels and
 * words, and r->found holds them, before any cue is sought.
 */
void
quote_turns(QuoteReader *r)
{
	Labels		labels = {0};
	Bounds		bounds = {0};
	uint32_t	bound = 0;
	uint16_t	begins = turn_begins(r);
	uint32_t	sentence = 0;
	uint32_t	answers = NT_NONE;
	bool		asked = false;

	find_labels(r, &labels, &bounds);
	judge(r, &labels);
	for (uint32_t k = 0; k < labels.n; k++)
	{
		const Label *label = &labels.at[k];
		bool		last = k + 1 == labels.n || (labels.at[k + 1].letter != label->letter && !is_bare(label) && !is_bare(&labels.at[k + 1]));
		uint32_t	limit = last ? label->next : labels.at[k + 1].first;
		uint32_t	from = after_label(r, label);
		const QuoteMark *answer;

		nt_tick(r->cx);
		while (bound < bounds.n && bounds.at[bound] <= label->first)
			bound++;
		if (bound < bounds.n && bounds.at[bound] < limit)
		{
			last = true;
			limit = bounds.at[bound];
		}
		while (sentence + 1 < r->article->sentences.n && r->article->sentences.at[sentence + 1].first <= label->first)
			sentence++;
		if (label->letter && !asked)
		{
			answers = quote_interviewee(r, label->first);
			asked = true;
		}
		/* the stamp, the stars, the mark before the next label are not this one's */
		while (!last && limit > from + 1 && limit < r->n && !(r->tok[limit].flags & begins))
			limit--;
		if (limit > from + 1 && limit < r->n && mark_opening(r, limit - 1) != NULL)
			limit--;
		if (limit <= from)
			continue;
		/* an answer in marks says itself whose it is */
		if ((answer = mark_opening(r, from)) != NULL && answer->closed)
			continue;
		add_turn(r, label, limit, sentence, label->letter && label->hash == LETTER_ANSWER ? answers : NT_NONE);
	}
	if (r->found.n == 0)
		quote_interview(r);
	nt_array_release(r->cx, &labels);
	nt_array_release(r->cx, &bounds);
}
