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
#include "quote/quote_label.h"
#include "quote/quote_mark.h"
#include "quote/quote_score.h"

#include <string.h>

#define SENTENCE_SHORTEST 2		/* words of a sentence that says something */
#define TURN_SHORTEST 4			/* words after a name that is not in capitals */
#define TURN_PARAGRAPHS 12		/* so many without a label end a transcript */
#define LAST_LONGEST 120			/* tokens of the last turn when the article is one line */
#define DIRECTION_TOKENS 12		/* of a stage direction */
#define OMITTED_TOKENS 6			/* of what tells of a picture or a message that is not there */
#define LABELS_NEAR 8			/* labels in which one recurs */

typedef NtArray(QuoteLabel) Labels;

/* Tokens before which a turn ends: labels, speakers' or not, and >> of captions. */
typedef NtArray(uint32_t) Bounds;

/* is_one_line tells of an article without line ends: its turns begin with sentences. */
static bool
is_one_line(const QuoteReader *r)
{
	uint32_t	i = 1;

	while (i < r->n && !token_begins_line(&r->tok[i]))
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

/* speaks tells whether what follows a label is a sentence, no figure of a list. */
static bool
speaks(const QuoteReader *r, const QuoteLabel *label)
{
	uint32_t	words = 0;
	uint32_t	i = label->sign + 1;

	for (; i < r->n && words < TURN_SHORTEST && ((label->above && i == label->sign + 1) || !token_begins_line(&r->tok[i])); i++)
	{
		words += r->tok[i].kind == TOKEN_WORD;
		if (words >= SENTENCE_SHORTEST && token_mark_in(&r->tok[i], MARKS_FINAL))
			return true;
	}
	return words >= TURN_SHORTEST;
}

/* is_again tells whether one of the labels just before has the same name. */
static bool
is_again(const Labels *labels, uint32_t k)
{
	uint32_t	j = k;

	while (j > 0 && j + LABELS_NEAR > k && labels->at[j - 1].hash != labels->at[k].hash)
		j--;
	return j > 0 && j + LABELS_NEAR > k;
}

/* keep_heads leaves out heads of messages where they are none of a chat, and of speeches where there is no parliament. */
static void
keep_heads(const QuoteReader *r, Labels *labels)
{
	uint32_t	heads = 0;
	uint32_t	again = 0;
	uint32_t	speeches = 0;
	uint32_t	again_speaks = 0;
	uint32_t	brackets = 0;
	uint32_t	speak = 0;
	uint32_t	kept = 0;
	bool		chat;
	bool		house;

	for (uint32_t k = 0; k < labels->n; k++)
	{
		const QuoteLabel *label = &labels->at[k];

		heads += label->chat;
		again += label->chat && is_again(labels, k);
		speeches += label->house;
		again_speaks += label->house && is_again(labels, k);
		brackets += label->house && label->bracket;
		speak += label->house && speaks(r, label);
	}
	chat = heads > 0 && quote_is_chat(r, heads, again);
	house = quote_is_house(speeches, again_speaks, brackets, speak);
	for (uint32_t k = 0; k < labels->n; k++)
		if ((chat || !labels->at[k].chat) && (house || !labels->at[k].house))
			labels->at[kept++] = labels->at[k];
	labels->n = kept;
}

/* add_head adds the head of a message or of a speech, when a line is one. */
static bool
add_head(const QuoteReader *r, uint32_t i, Labels *labels)
{
	QuoteLabel	label;

	memset(&label, 0, sizeof(label));
	label.first = i;
	label.named = label.above = label.near = true;
	label.chat = quote_chat_head(r, i, &label.last, &label.sign);
	if (!label.chat && !(label.house = quote_house_head(r, i, &label)))
		return false;
	label.hash = r->tok[label.last].hash;
	*nt_push(r->cx, labels) = label;
	return true;
}

/* is_numbered tells whether a line begins with the number of a question, as committees print: Q14 Chair: */
static bool
is_numbered(const QuoteReader *r, uint32_t i)
{
	const NtToken *t = &r->tok[i];

	if (t->kind != TOKEN_WORD || t->end - t->start < 2 || r->text[t->start] != LETTER_QUESTION || line_ends_at(r, i + 1))
		return false;
	for (uint32_t k = t->start + 1; k < t->end; k++)
		if (r->text[k] < '0' || r->text[k] > '9')
			return false;
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
		QuoteLabel		label;
		uint32_t	first = i;
		bool		changes;
		bool		numbered;

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
		numbered = is_numbered(r, first);
		first = numbered ? first + 1 : quote_after_stamp(r, first);
		if ((stamp = quote_chat_stamp(r, i)) > first)
		{
			*nt_push(r->cx, bounds) = i;
			first = stamp;
		}
		if (first < r->n && quote_label_read(r, first, changes || numbered || (stamp > i && stamp == first) || quote_is_stamp(r, i, first), &label))
		{
			label.near = changes && label.named;
			/* a time stamp says what it is */
			label.named = label.named || r->tok[i].kind == TOKEN_NUMBER || (token_mark_in(&r->tok[i], MARKS_BRACKET_OPEN) && first > i);
			if (label.upper && !changes)
				*nt_push(r->cx, bounds) = i;
			if (label.above || !token_begins_line(&r->tok[label.sign + 1]))
				*nt_push(r->cx, labels) = label;
		}
	}
	keep_heads(r, labels);
}

/* is_bare: Q without a sign, among names in capitals. */
static bool
is_bare(const QuoteLabel *label)
{
	return label->letter && label->hash == LETTER_QUESTION && label->sign == label->first;
}

/* find_again notes which labels recur near, in capitals or with a sentence behind each: a speaker's. */
static void
find_again(const QuoteReader *r, Labels *labels)
{
	for (uint32_t k = 0; k < labels->n; k++)
	{
		nt_tick(r->cx);
		for (uint32_t j = k + 1; j < labels->n && j <= k + LABELS_NEAR && !labels->at[k].letter; j++)
			if (labels->at[j].hash == labels->at[k].hash &&
				(labels->at[k].upper || (speaks(r, &labels->at[k]) && speaks(r, &labels->at[j]))))
				labels->at[j].named = labels->at[k].named = labels->at[j].again = labels->at[k].again = true;
	}
}

/* is_next tells whether one paragraph stands under a label before the next: no headline above a text. */
static bool
is_next(const QuoteReader *r, const QuoteLabel *label, const QuoteLabel *next)
{
	uint32_t	paragraphs = 0;

	for (uint32_t i = label->sign + 1; i <= next->first && paragraphs < 2; i++)
	{
		nt_tick(r->cx);
		paragraphs += (r->tok[i].flags & TOKEN_PARAGRAPH) != 0;
	}
	return paragraphs < 2;
}

/* find_beside names those that are a person's, in small letters and but once, beside one that comes again. */
static void
find_beside(const QuoteReader *r, Labels *labels)
{
	bool		before = false;	/* the label before comes again */

	for (uint32_t k = 0; k < labels->n; k++)
	{
		QuoteLabel *label = &labels->at[k];
		bool		again = label->again;

		nt_tick(r->cx);
		if (!label->named && label->person && speaks(r, label) &&
			((before && is_next(r, &labels->at[k - 1], label)) || (k + 1 < labels->n && labels->at[k + 1].again && is_next(r, label, &labels->at[k + 1]))))
			label->named = true;
		if (label->chair && label->first == label->last && !speaks(r, label))
			label->named = false;
		before = again;
	}
}

/* keep_named leaves out the labels that name nobody; the next is told of a question among them. */
static void
keep_named(const QuoteReader *r, Labels *labels)
{
	uint32_t	kept = 0;
	bool		other = false;

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
}

/* find_next finds where the paragraph under a label ends, at limit at the latest, the next label; last: there is none. */
static void
find_next(const QuoteReader *r, QuoteLabel *label, uint32_t limit, bool last)
{
	for (label->next = label->sign + 1 + label->above; label->next < limit && !(r->tok[label->next].flags & TOKEN_PARAGRAPH); label->next++)
		nt_tick(r->cx);
	/* on one line, the last speaks no longer than a sentence, unless the article ends soon */
	if (last && label->next - label->sign > LAST_LONGEST && is_one_line(r))
		for (label->next = label->sign + 2; label->next < limit && !(r->tok[label->next].flags & TOKEN_SENTENCE); label->next++)
			nt_tick(r->cx);
}

/* is_apart tells whether so many paragraphs stand under a label before the next one that a transcript has ended. */
static bool
is_apart(const QuoteReader *r, const QuoteLabel *label, uint32_t limit)
{
	uint32_t	paragraphs = 0;

	for (uint32_t i = label->next; i < limit && paragraphs <= TURN_PARAGRAPHS; i++)
	{
		nt_tick(r->cx);
		paragraphs += (r->tok[i].flags & TOKEN_PARAGRAPH) != 0;
	}
	return paragraphs > TURN_PARAGRAPHS;
}

/* bring_near notes that two labels, one after the other, are of one transcript, if they are. */
static void
bring_near(QuoteLabel *label, QuoteLabel *next)
{
	if (label->chair && next->chair)
		return;
	if ((next->hash != label->hash || next->other) && (next->letter == label->letter || is_bare(label) || is_bare(next)))
		label->near = next->near = true;
	/* a lawyer before or between questions and answers */
	else if (next->letter != label->letter)
	{
		label->near = label->near || label->upper;
		next->near = next->near || next->upper;
	}
}

/* bring_along notes that who speaks several times running does so in the transcript where the first or last of these stands: messages of a chat. */
static void
bring_along(Labels *labels)
{
	for (uint32_t k = 0; k + 1 < labels->n; k++)
		if (labels->at[k].joined && labels->at[k].hash == labels->at[k + 1].hash && labels->at[k].near)
			labels->at[k + 1].near = true;
	for (uint32_t k = labels->n; k-- > 1;)
		if (labels->at[k - 1].joined && labels->at[k - 1].hash == labels->at[k].hash && labels->at[k].near)
			labels->at[k - 1].near = true;
}

/* judge keeps the labels of speakers: named or recurring, with another one near. */
static void
judge(const QuoteReader *r, Labels *labels)
{
	uint32_t	kept = 0;

	find_again(r, labels);
	find_beside(r, labels);
	keep_named(r, labels);
	for (uint32_t k = 0; k < labels->n; k++)
	{
		bool		last = k + 1 == labels->n;
		uint32_t	limit = last ? r->n : labels->at[k + 1].first;

		find_next(r, &labels->at[k], limit, last);
		labels->at[k].joined = !last && !is_apart(r, &labels->at[k], limit);
		if (labels->at[k].joined)
			bring_near(&labels->at[k], &labels->at[k + 1]);
	}
	bring_along(labels);
	for (uint32_t k = 0; k < labels->n; k++)
		if (labels->at[k].near)
			labels->at[kept++] = labels->at[k];
	labels->n = kept;
}

/*
 * without_direction returns the last token of a turn's paragraph without what its end tells in brackets of what is heard
 * or when: We will see. (Laughter.); [00:00:20] [music]
 */
static uint32_t
without_direction(const QuoteReader *r, uint32_t from, uint32_t last)
{
	while (last > from && token_mark_in(&r->tok[last], MARKS_BRACKET_CLOSE))
	{
		uint32_t	open = last;

		while (open > from && last - open <= DIRECTION_TOKENS && !token_mark_in(&r->tok[open], MARKS_BRACKET_OPEN))
			open--;
		if (open == from || !token_mark_in(&r->tok[open], MARKS_BRACKET_OPEN) ||
			!(token_mark_in(&r->tok[open - 1], MARKS_FINAL | MARKS_BRACKET_CLOSE | MARKS_HYPHEN_OR_DASH) || (r->tok[open].flags & TOKEN_LINE)))
			break;
		last = open - 1;
	}
	return last;
}

/* add_paragraph makes one paragraph of a turn a part of its quotation. */
static void
add_paragraph(QuoteReader *r, bool first, uint32_t from, uint32_t upto)
{
	QuoteRange	range = {from, without_direction(r, from, upto - 1)};

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

/* after_label returns the first token that is said. */
static uint32_t
after_label(const QuoteReader *r, const QuoteLabel *label)
{
	uint32_t	i = label->sign + 1;

	while (i + 1 < r->n && quote_is_decoration(&r->tok[i]) && !token_begins_line(&r->tok[i + 1]))
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

/* is_noise tells of a short paragraph inside a turn that breaks off: Opposition members interjecting— */
static bool
is_noise(const QuoteReader *r, uint32_t from, uint32_t last)
{
	return last - from < OMITTED_TOKENS && token_mark_in(&r->tok[last], MARKS_HYPHEN_OR_DASH);
}

/* is_omitted tells of a turn that an export of a chat only tells of: image omitted, This message was deleted. */
static bool
is_omitted(const QuoteReader *r, uint32_t from, uint32_t last)
{
	const uint64_t around = MARK_BIT(MARK_STOP) | MARKS_BRACKET_CLOSE;

	if (last - from > OMITTED_TOKENS)
		return false;
	while (last > from && (r->tok[last].kind == TOKEN_SYMBOL || token_mark_in(&r->tok[last], around)))
		last--;
	return last > from && quote_word_in(r->tok[last].hash, r->model->omitted);
}

/* add_turn makes what stands under a label, up to a token, a quotation. */
static void
add_turn(QuoteReader *r, const QuoteLabel *label, uint32_t limit, uint32_t sentence, uint32_t speaker)
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
			if (!is_direction(r, from, i) && !(!first && is_noise(r, from, i)) && !is_omitted(r, from, i))
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
	uint32_t   *initials;

	find_labels(r, &labels, &bounds);
	judge(r, &labels);
	initials = quote_initials(r, labels.n > 0 ? labels.at[0].first : 0);
	for (uint32_t k = 0; k < labels.n; k++)
	{
		const QuoteLabel *label = &labels.at[k];
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
		add_turn(r, label, limit, sentence, label->letter && label->hash == LETTER_ANSWER ? answers : quote_initialled(r, label, initials));
	}
	quote_initials_free(r, initials);
	if (r->found.n == 0)
		quote_interview(r);
	nt_array_release(r->cx, &labels);
	nt_array_release(r->cx, &bounds);
}
