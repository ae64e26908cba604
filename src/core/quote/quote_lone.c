/*
 * quote_lone.c -- quotations that no verb reports.
 *
 *     Ivan shrugged.  “You get used to sirens.”            action, then speech: the subject's
 *     Olga was blunt.  “The horse was lame.”  Owner Lee put it down.      and not the next person's
 *     Her captain, Joao Matos, was less patient: “It was never a foul.”   what somebody is like, then speech
 *     ‘I nearly died’: Woman survives shark attack         a headline that opens with speech
 *     Anna Meier (“I am no prophet”) warned of floods.     in brackets behind a name
 *     In a statement, Ms Haverford said:                   no marks, but the paragraph speaks of "I"
 *
 *     I have today written to the board to resign.
 *
 * The model of loose marks (quote_loose.c) has never met most of these, as the
 * articles it was learned from have a verb to nearly every quotation.  So this
 * is grammar: a pair that is a whole sentence, or several, behind a sentence of
 * narration whose subject is a person, in the same paragraph, with nothing behind
 * it that claims it.
 */
#include "quote/quote_cue.h"
#include "quote/quote_look.h"
#include "quote/quote_lone.h"
#include "quote/quote_mark.h"
#include "quote/quote_score.h"
#include "quote/quote_speaker.h"
#include "quote/quote_trace.h"

#define SUBJECT_FAR 6			/* tokens of a sentence in which its subject begins */
#define SUBJECT_BEHIND 40		/* tokens of a sentence in which its main clause begins */
#define CLAIM_FAR 8				/* tokens of the sentence behind in which a verb may claim the speech */
#define LOOK_BACK 8				/* quotations looked through for one of the sentence before */
#define AHEAD_FAR 120			/* tokens back to a quotation that speech may go on with */
#define SAYS_FAR 4				/* tokens between the verb and the colon: said in a statement: */
#define STATEMENT_PARAGRAPHS 12	/* of a block quotation, at most */
#define STATEMENT_SHORTEST 5	/* words */

/* is_manner tells whether a cue only tells how, or asks for, what comes next: she laughs so hard that ...; Asked whether ..., Lee shrugged. */
static bool
is_manner(const QuoteReader *r, const Attribution *a)
{
	if (a->kind != QUOTE_INDIRECT)
		return false;
	return (quote_cue_record(r, a->cue)->flags & CUE_TAKES_NO_CLAUSE) || quote_asked(r, a);
}

/* is_narrated tells whether a sentence is the writer's alone: no marks, and nobody says anything in it. */
static bool
is_narrated(const QuoteReader *r, const NtSentence *s)
{
	for (uint32_t i = s->first; i < s->last; i++)
		if (is_mark(r, i) || r->turn[i] != 0)
			return false;
	for (uint32_t k = r->found.n, seen = 0; k-- > 0 && seen < LOOK_BACK; seen++)
	{
		const Attribution *a = &r->found.at[k];

		if (a->cue != NT_NONE && a->cue >= s->first && a->cue < s->last && cue_act(a->stance) == ACT_SPEECH && !is_manner(r, a))
			return false;
	}
	return true;
}

static bool
is_he_or_she(const QuoteReader *r, uint32_t i)
{
	uint8_t		traits = word_of(r, i)->traits;

	return token_is(r->vocab, &r->tok[i], LEX_PRONOUN) && (traits & TRAIT_SUBJECT) && !(traits & TRAIT_PLURAL) &&
		((traits & TRAIT_MALE) != 0) != ((traits & TRAIT_FEMALE) != 0);
}

/*
 * subject_behind returns the person who acts in the main clause of a sentence
 * that opens with another: When I read it out, [she] laughs; Asked about it, [Lee] shrugged.
 */
static QuoteRange
subject_behind(const QuoteReader *r, const NtSentence *s)
{
	for (uint32_t i = s->first + 1; i + 2 < s->last && i < s->first + SUBJECT_BEHIND; i++)
	{
		const NtMention *m;
		uint32_t	who = i + 1;
		uint32_t	last = i + 1;

		if (r->tok[i].mark != MARK_COMMA)
			continue;
		while (who + 1 < s->last && (token_classes(r->vocab, &r->tok[who]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))) && r->name[who] == 0)
			who++;
		if ((m = quote_mention_at(r, who)) != NULL && m->kind == ENTITY_PERSON && m->first == who)
			last = m->last - 1;
		else if (who > i + 1 || !is_he_or_she(r, who))
			continue;
		if (last + 1 < s->last && pos_in(quote_pos_guess(r, last + 1), POS_FINITES))
			return (QuoteRange) {i + 1, last};
	}
	return QUOTE_NO_RANGE;
}

/* subject_of returns the person who acts in a sentence: a name or he or she at its beginning; empty: none. */
static QuoteRange
subject_of(const QuoteReader *r, const NtSentence *s)
{
	if (pos_in(quote_pos_guess(r, s->first), POS_BIT(POS_VBN) | POS_BIT(POS_VBG) | POS_BIT(POS_W) | POS_BIT(POS_IN)))
	{
		QuoteRange	behind = subject_behind(r, s);

		if (!range_empty(behind) || quote_pos_guess(r, s->first) != POS_IN)
			return behind;
	}
	for (uint32_t i = s->first; i < s->last && i < s->first + SUBJECT_FAR; i++)
	{
		const NtMention *m = r->name[i] != 0 ? quote_mention_at(r, i) : NULL;

		if (m != NULL && m->kind == ENTITY_PERSON && m->first == i && (m->last >= r->n || quote_pos_guess(r, m->last) != POS_POS))
			return (QuoteRange) {m->first, m->last - 1};
		if (m != NULL)
		{
			i = m->last - 1;
			continue;
		}
		if (is_he_or_she(r, i))
			return (QuoteRange) {i, i};
		if (pos_in(quote_pos_guess(r, i), POS_FINITES))
			break;
	}
	return QUOTE_NO_RANGE;
}

/* is_claimed tells whether the sentence behind a pair says who spoke: “Why?” she asked. */
static bool
is_claimed(const QuoteReader *r, uint32_t from)
{
	bool		verb = false;

	if (from >= r->n || (r->tok[from].flags & TOKEN_PARAGRAPH))
		return false;
	if (!(r->tok[from].flags & TOKEN_CAPITAL) && !is_mark(r, from))
		return true;
	for (uint32_t i = from; i < r->n && (i == from || !(r->tok[i].flags & TOKEN_SENTENCE)); i++)
	{
		const NtCue *cue = quote_cue_record(r, i);

		/* it has words of its own to tell of */
		if (i > from && is_mark(r, i))
			return false;
		if (i - from < CLAIM_FAR && (cue->form == CUE_PAST || cue->form == CUE_THIRD || cue->form == CUE_BASE))
			verb = true;
		if (i - from > SPEECH_LONGEST)
			break;
		/* WILL YOU GO BACK? on the next line */
		if (r->tok[i].mark == MARK_QUESTION && (r->tok[from].flags & TOKEN_LINE))
			return false;
	}
	return verb;
}

/*
 * subject_of_mood returns of whom a sentence tells only what he is like, before the
 * colon and speech that end it: [Olga] was blunt: “The horse was lame.”
 */
static QuoteRange
subject_of_mood(const QuoteReader *r, const NtSentence *s, const QuoteMark *m)
{
	uint32_t	capitals;
	uint32_t	colon = m->open - 1;
	QuoteRange	who;
	uint32_t	is;

	if (!m->closed || !m->outer || m->single || colon < s->first + 2 || r->tok[colon].mark != MARK_COLON || m->close + 1 < s->last ||
		!token_mark_in(&r->tok[m->close - 1], MARKS_FINAL) || quote_words_in(r, m, &capitals) < SPEECH_SHORTEST ||
		!is_narrated(r, &(NtSentence) {.first = s->first, .last = colon}))
		return QUOTE_NO_RANGE;
	who = subject_of(r, s);
	if (range_empty(who) || (who.first > s->first && quote_pos_guess(r, who.first - 1) == POS_IN))
		return QUOTE_NO_RANGE;
	is = who.last + 1 + (r->tok[who.last + 1].mark == MARK_COMMA);
	if (is >= colon || !quote_word_in(r->tok[is].hash, r->model->be))
		return QUOTE_NO_RANGE;
	/* was the author of the letter: who he is, and no mood */
	for (uint32_t k = is + 1; k < colon; k++)
		if (r->name[k] != 0 || pos_in(quote_pos_guess(r, k), POS_FINITES) ||
			(token_is(r->vocab, &r->tok[k], LEX_ROLE) && pos_in(quote_pos_guess(r, k), POS_NOUNS)))
			return QUOTE_NO_RANGE;
	return who;
}

QuoteRange
quote_lone_subject(const QuoteReader *r, const QuoteMark *m)
{
	const NtArticle *a = r->article;
	uint32_t	number = quote_sentence_of(r, m->open);
	uint32_t	capitals;
	const NtSentence *s = &a->sentences.at[number];
	QuoteRange	who = m->open > s->first + 2 ? subject_of_mood(r, s, m) : QUOTE_NO_RANGE;

	if (!range_empty(who))
		return who;
	if (!m->closed || !m->outer || m->single || number == 0 || !quote_begins_sentence(r, m) ||
		(r->tok[m->open].flags & TOKEN_PARAGRAPH) || !token_mark_in(&r->tok[m->close - 1], MARKS_FINAL) ||
		quote_words_in(r, m, &capitals) < SPEECH_SHORTEST)
		return QUOTE_NO_RANGE;
	/* the mark may stand at the end of the sentence before it */
	if (s->first != m->open && s->last == m->open + 1)
		return QUOTE_NO_RANGE;
	s = &a->sentences.at[number - 1];
	if (!is_narrated(r, s) || is_claimed(r, m->close + 1))
		return QUOTE_NO_RANGE;
	return subject_of(r, s);
}

/*
 * subject_ahead returns the person who acts behind speech that opens a
 * paragraph: “I saw the roof lift.” [Ann Lee] was cooking when the storm came.
 */
static QuoteRange
subject_ahead(const QuoteReader *r, const QuoteMark *m)
{
	uint32_t	first = m->close + 1;
	uint32_t	capitals;
	const NtMention *name;

	if (!m->closed || !m->outer || m->single || m->taken || !(r->tok[m->open].flags & TOKEN_PARAGRAPH) || first + 2 >= r->n ||
		(r->tok[first].flags & TOKEN_PARAGRAPH) || !token_mark_in(&r->tok[m->close - 1], MARKS_FINAL) || quote_words_in(r, m, &capitals) <= SPEECH_SHORTEST)
		return QUOTE_NO_RANGE;
	while (first + 2 < r->n && r->name[first] == 0 && (token_classes(r->vocab, &r->tok[first]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))))
		first++;
	name = quote_mention_at(r, first);
	if (name == NULL || name->kind != ENTITY_PERSON || name->first != first || name->last >= r->n ||
		!pos_in(quote_pos_guess(r, name->last), POS_FINITES) || quote_cue_record(r, name->last)->form != 0)
		return QUOTE_NO_RANGE;
	/* whoever spoke just before may go on */
	for (uint32_t k = r->found.n, seen = 0; k-- > 0 && seen < LOOK_BACK; seen++)
	{
		const Attribution *a = &r->found.at[k];
		uint32_t	last = a->cue != NT_NONE && a->cue > a->tail ? a->cue : a->tail;
		uint32_t	paragraphs = 0;

		if (a->tail >= m->open)
			continue;
		for (uint32_t i = m->open; i > last && m->open - i < AHEAD_FAR; i--)
			paragraphs += (r->tok[i].flags & TOKEN_PARAGRAPH) != 0;
		if (m->open - last < AHEAD_FAR && paragraphs < 2)
			return QUOTE_NO_RANGE;
	}
	return (QuoteRange) {m->close + 1, name->last - 1};
}

void
quote_lone_add(QuoteReader *r, QuoteRange content, QuoteRange source)
{
	Attribution *a = nt_push(r->cx, &r->found);

	*a = QUOTE_NO_ATTRIBUTION;
	a->sentence = quote_sentence_of(r, content.first);
	a->side = CUE_LEFT;
	a->kind = QUOTE_DIRECT;
	a->stance = STANCE_SAID;
	a->content = content;
	a->tail = content.last;
	a->source = source;
	a->margin = LONE_MARGIN;
	quote_take_marks(r, content);
	quote_trace_found(r, "lone", a);
}

bool
quote_lone_ahead(QuoteReader *r, const QuoteMark *m)
{
	QuoteRange	source = subject_ahead(r, m);

	if (range_empty(source))
		return false;
	quote_lone_add(r, (QuoteRange) {m->open, m->close}, source);
	return true;
}

/* headline_source returns who speaks in a headline that opens with the pair: ‘I nearly died’: [Woman] survives, [Leeds woman] survives. */
static QuoteRange
headline_source(const QuoteReader *r, const QuoteMark *m)
{
	uint32_t	first = m->close + 2;
	uint32_t	last = first;
	uint32_t	capitals;
	const NtMention *name;

	if (!m->closed || !m->outer || (m->single && !quote_in_headline(r, quote_sentence_of(r, m->open))) || !(r->tok[m->open].flags & (TOKEN_PARAGRAPH | TOKEN_LINE)) || first >= r->n ||
		r->tok[m->close + 1].mark != MARK_COLON || r->tok[first].kind != TOKEN_WORD || quote_words_in(r, m, &capitals) < SPEECH_SHORTEST ||
		token_begins_line(&r->tok[first]))
		return QUOTE_NO_RANGE;
	if ((name = quote_mention_at(r, first)) != NULL && !token_is(r->vocab, &r->tok[name->last], LEX_ROLE) &&
		((name->kind != ENTITY_NORP && !kind_is_place(name->kind)) || pos_in(quote_pos_guess(r, name->last), POS_FINITES)))
		return (QuoteRange) {first, name->last - 1};
	while (last + 1 < r->n && last < first + SUBJECT_FAR && r->tok[last + 1].kind == TOKEN_WORD &&
		   !token_begins_line(&r->tok[last + 1]) && !token_is(r->vocab, &r->tok[last], LEX_ROLE))
		last++;
	return token_is(r->vocab, &r->tok[last], LEX_ROLE) ? (QuoteRange) {first, last} : QUOTE_NO_RANGE;
}

/* bracket_source returns the name behind which a pair stands in brackets: [Anna Meier] (“I am no prophet”). */
static QuoteRange
bracket_source(const QuoteReader *r, const QuoteMark *m)
{
	const NtMention *name;
	uint32_t	capitals;

	if (!m->closed || m->single || m->open < 2 || m->close + 1 >= r->n || r->tok[m->open - 1].mark != MARK_ROUND_OPEN ||
		r->tok[m->close + 1].mark != MARK_ROUND_CLOSE || quote_words_in(r, m, &capitals) < SPEECH_SHORTEST ||
		(name = quote_mention_at(r, m->open - 2)) == NULL || name->kind != ENTITY_PERSON)
		return QUOTE_NO_RANGE;
	return (QuoteRange) {name->first, name->last - 1};
}

/* quote_lone_first finds those that a form alone tells, before any cue is sought. */
void
quote_lone_first(QuoteReader *r)
{
	for (uint32_t k = 0; k < r->marks.n; k++)
	{
		const QuoteMark *m = &r->marks.at[k];
		QuoteRange	source;

		nt_tick(r->cx);
		if (m->taken)
			continue;
		source = bracket_source(r, m);
		if (range_empty(source))
			source = headline_source(r, m);
		if (!range_empty(source))
			quote_lone_add(r, (QuoteRange) {m->open, m->close}, source);
	}
}

/* speaks_of_itself tells whether a paragraph without marks is somebody's words: I, we, my. */
static bool
speaks_of_itself(const QuoteReader *r, uint32_t first, uint32_t last)
{
	uint32_t	words = 0;
	bool		first_person = false;

	for (uint32_t i = first; i <= last; i++)
	{
		const NtToken *t = &r->tok[i];

		nt_tick(r->cx);
		if (is_mark(r, i) || r->turn[i] != 0)
			return false;
		words += t->kind == TOKEN_WORD;
		first_person = first_person || (token_is(r->vocab, t, LEX_PRONOUN) && (r->vocab->words[t->word].traits & TRAIT_FIRST_PERSON));
	}
	return first_person && words >= STATEMENT_SHORTEST;
}

/* paragraph_end returns the token after the paragraph that begins at a token. */
static uint32_t
paragraph_end(const QuoteReader *r, uint32_t first)
{
	uint32_t	i = first;

	while (i < r->n && (i == first || !(r->tok[i].flags & TOKEN_PARAGRAPH)))
	{
		nt_tick(r->cx);
		i++;
	}
	return i;
}

/* add_statement makes the paragraph behind "she said:" what was said, and the others of its block quotation. */
static void
add_statement(QuoteReader *r, uint32_t number)
{
	const NtSentence *s = &r->article->sentences.at[number];
	uint32_t	cue = NT_NONE;
	uint32_t	last;
	uint32_t	more;

	if (s->last >= r->n || r->tok[s->last - 1].mark != MARK_COLON || !(r->tok[s->last].flags & TOKEN_PARAGRAPH))
		return;
	for (uint32_t i = s->last - 1; i-- > s->first && s->last - 1 - i <= SAYS_FAR && cue == NT_NONE;)
	{
		const NtCue *record = quote_cue_record(r, i);

		if ((record->form == CUE_PAST || record->form == CUE_THIRD) && (record->stance == STANCE_SAID || record->stance == STANCE_WROTE))
			cue = i;
	}
	last = paragraph_end(r, s->last);
	if (cue == NT_NONE || !speaks_of_itself(r, s->last, last - 1))
		return;
	for (uint32_t k = r->found.n, seen = 0; k-- > 0 && seen < LOOK_BACK; seen++)
		if (r->found.at[k].cue == cue || (r->found.at[k].cue != NT_NONE && r->found.at[k].cue >= s->last && r->found.at[k].cue < last))
			r->found.at[k].dropped = true;
	quote_pos_sentence(r, s->first, s->last);
	quote_chunks(r, s->first, s->last);
	quote_attribute(r, number, cue, CUE_RIGHT, (QuoteRange) {s->last, last - 1}, LONE_MARGIN);
	r->found.at[r->found.n - 1].kind = QUOTE_DIRECT;
	for (uint32_t n = 0; n < STATEMENT_PARAGRAPHS && last < r->n && quote_in_block(r, s->last) && quote_in_block(r, last); n++, last = more)
	{
		more = paragraph_end(r, last);
		quote_add_more(r, r->found.n - 1, (QuoteRange) {last, more - 1});
	}
}

/* quote_lone adds what is left when all cues have been read. */
void
quote_lone(QuoteReader *r)
{
	for (uint32_t k = 0; k < r->marks.n; k++)
	{
		const QuoteMark *m = &r->marks.at[k];
		QuoteRange	source;

		nt_tick(r->cx);
		if (!m->taken && r->turn[m->open] == 0 && !range_empty(source = quote_lone_subject(r, m)))
			quote_lone_add(r, (QuoteRange) {m->open, m->close}, source);
	}
}

void
quote_statements(QuoteReader *r)
{
	for (uint32_t i = 0; i < r->article->sentences.n; i++)
	{
		nt_tick(r->cx);
		add_statement(r, i);
	}
}
