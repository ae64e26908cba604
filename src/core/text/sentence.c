/*
 * sentence.c -- where sentences begin and end.
 *
 * A sentence ends
 *   - after . ! ? (and any closing marks that touch it), unless the next word
 *     begins in lower case, or the stop belongs to an abbreviation that a
 *     sentence may well run on after: "the U.S. Senate", "Acme Corp. said";
 *   - after the Q. and A. of an interview at the beginning of a line;
 *   - at a blank line;
 *   - at a line's end, unless the text is hard-wrapped (and the line not far too
 *     short for it), or this line is: it
 *     is long, has no final mark, and either ends in a word that asks for
 *     more ("said on") or is followed by a small letter.
 *
 *     He met Dr. Smith in the U.S. on Friday. “Yes!” she said.
 *     |                                       |
 *
 * Text is hard-wrapped when more of its single line breaks are followed by a
 * small letter than follow a final mark, or when no line had room for the word
 * after it.  This is decided once for an
 * article, because one line cannot tell: a list of names breaks where a
 * wrapped sentence would.
 *
 * Where lines are long and none blank, each is a paragraph, and its first
 * token says so.
 *
 * An exclamation inside quotation marks followed by a small letter (“Yes!”
 * she said) does not end the sentence, by the first rule.
 */
#include "text/sentence.h"

#include "text/word_english.h"

#define WRAPPED_LINE 40			/* bytes; shorter lines are headings, captions, names */
#define WRAPPED_WIDTH 120		/* bytes of the longest line of wrapped text */
#define WRAPPED_SLACK 3			/* bytes: letters of two */
#define WRAPPED_WORD 8			/* tokens that touch, of a line's first word */
#define PARAGRAPH_LINE 80		/* bytes of a line, on the average, where each is a paragraph */
#define PARAGRAPH_LINES 3		/* at least in such an article */

/* is_final_mark: . ! ? and their like end a sentence. */
static bool
is_final_mark(const NtToken *t)
{
	return token_mark_in(t, MARKS_FINAL);
}

/* is_closing_mark: may stand between the final mark and the sentence's end. */
static bool
is_closing_mark(const NtToken *t)
{
	return !(t->flags & TOKEN_SPACE) &&
		token_mark_in(t, MARK_BIT(MARK_DOUBLE_STRAIGHT) | MARK_BIT(MARK_SINGLE_STRAIGHT) | MARKS_QUOTE_CLOSE |
					  MARKS_BRACKET_CLOSE | MARKS_FINAL);
}

#define WRITTEN_WORDS 12		/* fewer tell nothing of the whole, */
#define WRITTEN_SMALL_WORDS 6	/* unless no word has a capital, */
#define WRITTEN_ENOUGH 150		/* and so many tell all */

/*
 * written_as tells how the article writes words of four letters or more that
 * running text writes small: a table of names has few of them.
 */
static NtWritten
written_as(NtContext *cx, const NtVocab *vocab, const NtTokens *tokens)
{
	const uint64_t ordinary = LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_PREPOSITION) |
		LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_AUXILIARY);
	uint64_t	words = 0;
	uint64_t	upper = 0;
	uint64_t	capital = 0;
	uint64_t	all = 0;		/* words of any length, */
	uint64_t	capitals = 0;	/* and how many of them have a capital */

	for (uint32_t i = 0; i < tokens->n && words < WRITTEN_ENOUGH; i++)
	{
		const NtToken *t = &tokens->at[i];

		nt_tick(cx);
		if (t->kind != TOKEN_WORD)
			continue;
		all++;
		capitals += (t->flags & (TOKEN_CAPITAL | TOKEN_LETTERS)) != 0;
		if (t->end - t->start < 4 || !(vocab->words[t->word].classes & ordinary))
			continue;
		words++;
		upper += (t->flags & TOKEN_UPPER) != 0;
		capital += (t->flags & TOKEN_CAPITAL) != 0;
	}
	if (capitals == 0 && all >= WRITTEN_SMALL_WORDS)
		return WRITTEN_SMALL;
	if (words < WRITTEN_WORDS)
		return WRITTEN_MIXED;
	if (upper * 10 >= words * 8)
		return WRITTEN_UPPER;
	if (capital * 10 >= words * 9)
		return WRITTEN_TITLE;
	return capitals * 50 < words ? WRITTEN_SMALL : WRITTEN_MIXED;
}

/* begins_small tells whether a token begins with a small letter. */
static bool
begins_small(const char *text, const NtToken *t)
{
	if (t->kind == TOKEN_CLITIC)
		return true;
	if (t->kind != TOKEN_WORD && t->kind != TOKEN_LINK)
		return false;
	if (t->flags & (TOKEN_CAPITAL | TOKEN_LETTERS | TOKEN_FOREIGN))
		return false;
	return text[t->start] >= 'a' && text[t->start] <= 'z';
}

/* is_broken_line tells whether a single line end stands before a token. */
static bool
is_broken_line(const NtToken *t)
{
	return (t->flags & (TOKEN_LINE | TOKEN_PARAGRAPH)) == TOKEN_LINE;
}

/*
 * lines_are_full: the next word of no line would have found room on it, as
 * in text that a program wrapped at a width.
 */
static bool
lines_are_full(NtContext *cx, const NtTokens *tokens)
{
	uint32_t	line = 0;		/* its first token */
	uint32_t	lines = 0;
	uint32_t	width = 0;
	uint32_t	least = UINT32_MAX;	/* of a line with the next word on it */

	for (uint32_t i = 1; i < tokens->n; i++)
	{
		const NtToken *t = &tokens->at[i];

		nt_tick(cx);
		if (is_broken_line(t))
		{
			uint32_t	length = t[-1].end - tokens->at[line].start;
			uint32_t	word = i;

			while (word + 1 < tokens->n && !(tokens->at[word + 1].flags & TOKEN_SPACE) && word - i < WRAPPED_WORD)
				word++;
			lines++;
			width = length > width ? length : width;
			if (length + 1 + tokens->at[word].end - t->start < least)
				least = length + 1 + tokens->at[word].end - t->start;
		}
		if (token_begins_line(t))
			line = i;
	}
	return lines > 1 && width >= WRAPPED_LINE && width <= WRAPPED_WIDTH && least + WRAPPED_SLACK > width;
}

/*
 * ends_by_hand tells of a line in wrapped text, of tokens [line, last], that it had
 * room for much more: a name below a letter, a line of an address.
 */
static bool
ends_by_hand(const char *text, const NtTokens *tokens, uint32_t line, uint32_t last)
{
	const NtToken *t = &tokens->at[last];

	return t->end - tokens->at[line].start < WRAPPED_LINE / 2 && token_begins_line(&tokens->at[line]) &&
		(t + 1)->kind == TOKEN_WORD && !begins_small(text, t + 1) && token_is_capital(t);
}

/* What breaks an article into lines. */
typedef struct Lines
{
	uint32_t	broken;			/* single line ends */
	uint32_t	blank;			/* blank lines, or what stands for one */
	uint32_t	small;			/* of the single ones: before a small letter, */
	uint32_t	final;			/* and the others after a final mark */
	bool		asked;			/* one begins with the Q. of an interview */
} Lines;

static Lines
count_lines(NtContext *cx, const char *text, const NtTokens *tokens)
{
	Lines		lines = {.asked = tokens->n > 0 && is_question_letter(text, &tokens->at[0])};

	for (uint32_t i = 1; i < tokens->n; i++)
	{
		const NtToken *t = &tokens->at[i];

		nt_tick(cx);
		if (!token_begins_line(t))
			continue;
		lines.asked |= is_question_letter(text, t + (t->kind == TOKEN_NUMBER && i + 1 < tokens->n));
		lines.blank += (t->flags & TOKEN_PARAGRAPH) != 0;
		if (!is_broken_line(t))
			continue;
		lines.broken++;
		if (begins_small(text, t))
			lines.small++;
		else if (is_final_mark(&t[-1]) || is_closing_mark(&t[-1]))
			lines.final++;
	}
	return lines;
}

static bool
is_hard_wrapped(NtContext *cx, const NtTokens *tokens, const Lines *lines)
{
	if (lines->small > lines->final &&
		(lines->small > 2 || (lines->final == 0 && lines->small > 1 && lines->small * 2 >= lines->broken)))
		return true;
	return lines->broken > 1 && lines->final * 2 <= lines->broken && lines_are_full(cx, tokens);
}

/*
 * lines_are_paragraphs tells of an article that has long lines and hardly a
 * blank one: each is a paragraph then.
 */
static bool
lines_are_paragraphs(const NtTokens *tokens, const Lines *lines)
{
	return lines->broken >= PARAGRAPH_LINES && lines->blank * 8 <= lines->broken &&
		tokens->at[tokens->n - 1].end / (lines->broken + lines->blank + 1) >= PARAGRAPH_LINE;
}

/* line_runs_on tells whether the line of tokens [line, last] goes on in the next. */
static bool
line_runs_on(const NtVocab *vocab, const char *text, const NtTokens *tokens, uint32_t line, uint32_t last)
{
	const NtToken *t = &tokens->at[last];
	const uint64_t wanting = LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_DETERMINER) |
		LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_AUXILIARY);

	if (t->end - tokens->at[line].start < WRAPPED_LINE || is_final_mark(t) || is_closing_mark(t))
		return false;
	return begins_small(text, t + 1) ||
		(t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) && (vocab->words[t->word].classes & wanting) != 0);
}

/*
 * ends_after_abbreviation decides for "... U.S. | Next": words that almost
 * always begin a sentence decide for it, titles and names against; in_address: a comma stands before it.
 */
static bool
ends_after_abbreviation(const NtVocab *vocab, const NtToken *t, const NtToken *next, bool in_address)
{
	uint64_t	classes = token_classes(vocab, t);
	uint64_t	after;

	if (t->flags & TOKEN_INITIAL)
		return false;
	/* Dover, Del. He: no delegate */
	if ((classes & (LEX_BIT(LEX_NEVER_FINAL) | LEX_BIT(LEX_TITLE))) && !(in_address && (classes & LEX_BIT(LEX_PLACE_NAME))))
		return false;
	if (!token_is_capital(next))
		return false;
	after = vocab->words[next->word].classes;
	return (after & (LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_PREPOSITION) |
					 LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_WH_WORD) | LEX_BIT(LEX_AUXILIARY))) != 0;
}

/* is_day_stop: the stop of "Sat. Nov. 21", a weekday that is also a word. */
static bool
is_day_stop(const NtVocab *vocab, const NtTokens *tokens, uint32_t mark)
{
	const NtToken *t = &tokens->at[mark];

	return mark > 0 && mark + 2 < tokens->n && t->mark == MARK_STOP && !(t->flags & TOKEN_SPACE) &&
		(t[-1].flags & t[1].flags & TOKEN_CAPITAL) && token_is(vocab, &t[-1], LEX_WEEKDAY) && token_is(vocab, &t[1], LEX_MONTH) &&
		t[2].kind == TOKEN_NUMBER;
}

/* is_turn_letter: the Q. or A. before a turn of an interview, a number of the line before it; first begins the sentence. */
static bool
is_turn_letter(const char *text, const NtTokens *tokens, uint32_t first, uint32_t i)
{
	return (is_question_letter(text, &tokens->at[i]) || is_answer_letter(text, &tokens->at[i])) &&
		(i == first || (i == first + 1 && tokens->at[first].kind == TOKEN_NUMBER));
}

/* skip_footnotes returns the last token of "[3] [4]" after the end at i of a sentence that began at first. */
static uint32_t
skip_footnotes(const NtTokens *tokens, uint32_t first, uint32_t i)
{
	while (i + 3 < tokens->n && i + 4 - first < SENTENCE_ROOM && tokens->at[i + 1].mark == MARK_SQUARE_OPEN &&
		   tokens->at[i + 2].kind == TOKEN_NUMBER && tokens->at[i + 3].mark == MARK_SQUARE_CLOSE)
		i += 3;
	return i;
}

/* How the words of four letters or more of a sentence are written. */
typedef struct Writing
{
	uint32_t	words;
	uint32_t	upper;
	uint32_t	capital;
} Writing;

static inline void
write_word(Writing *w, const NtToken *t)
{
	if (t->kind != TOKEN_WORD || t->end - t->start < 4)
		return;
	w->words++;
	w->upper += (t->flags & TOKEN_UPPER) != 0;
	w->capital += (t->flags & TOKEN_CAPITAL) != 0;
}

/* writing_flags returns the flags that tell it; what ends in a stop is no headline while it has a word in small letters. */
static uint16_t
writing_flags(const Writing *w, bool stop)
{
	if (w->words >= 2 && w->upper * 10 >= w->words * 7)
		return SENTENCE_UPPER;
	return w->words >= 4 && w->capital * 10 >= w->words * (stop ? 10 : 8) ? SENTENCE_TITLE : 0;
}

/* goes_on: a word in the middle of a line ends nothing. */
static inline bool
goes_on(const NtToken *t, const NtToken *next)
{
	return t->mark == MARK_NONE && !(t->flags & (TOKEN_DOT | TOKEN_LINE)) && !token_begins_line(next);
}

/*
 * mark_ends tells whether a final mark, or marks that close behind one, end a
 * sentence that began at a token; small: small letters mean nothing.
 */
static bool
mark_ends(const NtVocab *vocab, const char *text, const NtTokens *tokens, uint32_t first, uint32_t i, bool small)
{
	const NtToken *t = &tokens->at[i];
	const NtToken *next = t + 1;
	uint32_t	mark = i;

	while (mark > first && is_closing_mark(&tokens->at[mark]) && !is_final_mark(&tokens->at[mark]) && i - mark < 4)
		mark--;
	if (is_closing_mark(next) || (!small && begins_small(text, next)))
		return false;
	if (!(is_final_mark(&tokens->at[mark]) && (next->flags & TOKEN_SPACE)) &&
		!((tokens->at[mark].flags & TOKEN_DOT) && mark < i &&
		  ends_after_abbreviation(vocab, &tokens->at[mark], next, mark > 0 && tokens->at[mark - 1].mark == MARK_COMMA)))
		return false;
	/* an ellipsis inside a sentence: "Well ... Putin said" */
	if (t->mark == MARK_STOPS && mark == i && (t->flags & TOKEN_SPACE) && next->kind == TOKEN_WORD && token_is(vocab, next, LEX_PERSON_NAME))
		return false;
	return !(mark == i && is_day_stop(vocab, tokens, i));
}

/*
 * sentence_split parts the tokens into sentences and sets TOKEN_SENTENCE on
 * the first token of each.
 */
void
sentence_split(NtContext *cx, const NtVocab *vocab, const char *text,
			   NtTokens *tokens, NtSentences *sentences)
{
	Lines		lines = count_lines(cx, text, tokens);
	bool		wrapped = is_hard_wrapped(cx, tokens, &lines);
	bool		paragraphs = !wrapped && lines_are_paragraphs(tokens, &lines);
	bool		small;			/* small letters mean nothing */
	uint32_t	first = 0;
	uint32_t	line = 0;		/* first token of the line */
	Writing		writing = {0};

	sentences->written = (uint8_t) written_as(cx, vocab, tokens);
	small = sentences->written == WRITTEN_SMALL;
	if (sentences->written == WRITTEN_MIXED)
		sentence_head(vocab, tokens);
	for (uint32_t i = 0; i < tokens->n; i++)
	{
		const NtToken *t = &tokens->at[i];
		const NtToken *next = i + 1 < tokens->n ? t + 1 : NULL;
		bool		end = false;

		nt_tick(cx);
		write_word(&writing, t);
		if (next != NULL && goes_on(t, next) && i + 1 - first < SENTENCE_TOKENS)
			continue;
		if (t->flags & TOKEN_LINE)
			line = i;
		if (next == NULL || (next->flags & TOKEN_PARAGRAPH))
			end = true;
		else if ((next->flags & TOKEN_LINE) && (wrapped ? ends_by_hand(text, tokens, line, i) : !line_runs_on(vocab, text, tokens, line, i)))
		{
			end = true;
			if (paragraphs)
				tokens->at[i + 1].flags |= TOKEN_PARAGRAPH;
		}
		else if (is_final_mark(t) || (is_closing_mark(t) && i > first))
			end = mark_ends(vocab, text, tokens, first, i, small);
		else if (t->flags & TOKEN_DOT)
			end = (lines.asked && is_turn_letter(text, tokens, first, i)) || ends_after_abbreviation(vocab, t, next, i > 0 && t[-1].mark == MARK_COMMA);

		if (i + 1 - first >= SENTENCE_TOKENS)
			end = true;

		if (end)
		{
			NtSentence *s = nt_push(cx, sentences);

			i = skip_footnotes(tokens, first, i);
			s->first = first;
			s->last = i + 1;
			s->section = 0;
			s->flags = writing_flags(&writing, tokens->at[i].mark == MARK_STOP);
			tokens->at[first].flags |= TOKEN_SENTENCE;
			writing = (Writing) {0};
			first = i + 1;
		}
	}
}
