/*
 * quote_loose.c -- what becomes of a pair of marks that no cue has claimed.
 *
 *     “They were useful,” Ushakov said. “We will go on.”
 *                                       ^ goes on with the quotation before
 *     “Nonsense!” Kelly fired back.
 *     ^ belongs to a word the cue model doubted
 *     The “wise” owl watched “Twin Peaks.”
 *         ^ a scare quote         ^ a title: no quotations
 *
 * The options are to drop the pair, to join it to one of the LOOSE_JOINS
 * quotations before it, and to take a trigger of its sentence as its cue.  A
 * linear model scores each, from the pair itself (length, the marks inside its
 * end, capitals, what touches it), what it would join, and how good a cue the
 * trigger is.  A pair is decided in the sentence that holds its end, or in the
 * next of the paragraph when the pair ends its sentence: “Why?” she asked.
 */
#include "quote/quote_loose.h"
#include "quote/quote_clause.h"
#include "quote/quote_cue.h"
#include "quote/quote_lone.h"
#include "quote/quote_mark.h"
#include "quote/quote_score.h"
#include "quote/quote_speaker.h"
#include "quote/quote_trace.h"

#define LOOSE_BEFORE 25			/* tokens before the pair in which its cue may stand */
#define LOOSE_AFTER 12			/* and after it */
#define LOOSE_JOINS 3
#define LOOSE_FAR 400			/* tokens over which no pair joins a quotation */
#define LOOSE_LOOK_BACK 12		/* quotations looked through for those */

static inline uint32_t
tag_of(const QuoteReader *r, uint32_t i)
{
	return i < r->n ? r->pos[i] : POS_NONE;
}

/*
 * quote_goes_on tells whether a pair is the rest of a quotation that its cue
 * broke off: “If they stay,” Lee said, “they will pay.”
 */
bool
quote_goes_on(const QuoteReader *r, const Attribution *a, const QuoteMark *m)
{
	return a->side == CUE_LEFT && a->kind == QUOTE_DIRECT && a->content.last > a->content.first && a->content.last >= r->first &&
		token_is_mark(&r->tok[a->content.last - 1], MARK_COMMA) && a->cue < m->open && m->outer && m->open + 1 < m->close &&
		token_is_mark(&r->tok[m->open - 1], MARK_COMMA) && r->tok[m->open + 1].kind == TOKEN_WORD &&
		!(r->tok[m->open + 1].flags & TOKEN_CAPITAL);
}

/* inner_end is the tag of the last token inside the pair. */
static uint32_t
inner_end(const QuoteReader *r, const QuoteMark *m)
{
	return m->closed && m->close > m->open ? tag_of(r, m->close - 1) : tag_of(r, m->close);
}

/* is_speech: it ends with a mark of its own, begins a sentence, follows a comma or colon. */
static bool
is_speech(const QuoteReader *r, const QuoteMark *m)
{
	uint32_t	capitals;

	if (quote_words_in(r, m, &capitals) < 3)
		return false;
	if (m->closed && inner_end(r, m) == POS_STOP)
		return true;
	if (quote_begins_sentence(r, m))
		return true;
	return m->open > 0 && (token_is_mark(&r->tok[m->open - 1], MARK_COMMA) || token_is_mark(&r->tok[m->open - 1], MARK_COLON));
}

/* paragraphs_between counts paragraphs of the text that begin after token a up to b, at most 2. */
static uint32_t
paragraphs_between(const QuoteReader *r, uint32_t a, uint32_t b)
{
	uint32_t	n = 0;

	for (uint32_t i = b; i > a && n < 2 && b - i < LOOSE_FAR; i--)
		n += (r->tok[i].flags & TOKEN_PARAGRAPH) != 0 && !r->aside[i];
	return b - a > LOOSE_FAR ? 2 : n;
}

static void
add_trigger(const QuoteReader *r, const QuoteMark *m, uint32_t i, QuoteSide side, bool speech, QuoteLoose *list, uint32_t *n)
{
	int32_t		sum[CUE_SIDES];
	int32_t		margin = INT32_MAX;
	QuoteLoose *o = &list[*n];

	if (*n >= QUOTE_LOOSE_OPTIONS || r->inside[i] || !quote_is_trigger(r, i))
		return;
	quote_cue_scores(r, i, sum);
	o->score = sum[side] - sum[CUE_NOT];
	if (o->score < LOOSE_WORST)
		return;
	o->content = quote_content(r, i, side, &margin);
	o->covers = !range_empty(o->content) && o->content.first <= m->open && o->content.last >= m->close;
	if (!o->covers)
	{
		if (!speech)
			return;
		o->content = (QuoteRange) {m->open, m->close};
	}
	o->what = LOOSE_CUE;
	o->index = i;
	o->side = side;
	(*n)++;
}

/* sentence_of returns the sentence of a token, at or not far before this one. */
static uint32_t
sentence_of(const QuoteReader *r, uint32_t token, uint32_t number)
{
	while (number > 0 && r->article->sentences.at[number].first > token)
		number--;
	return number;
}

/* turn_to makes the sentence that holds a token the one that is read. */
static void
turn_to(QuoteReader *r, uint32_t token, uint32_t number)
{
	const NtSentence *s = &r->article->sentences.at[sentence_of(r, token, number)];

	quote_turn(r, s->first, s->last);
}

/* list_options lists what may become of a pair; the first is to drop it. */
static uint32_t
list_options(QuoteReader *r, uint32_t number, const QuoteMark *m, QuoteLoose *list)
{
	uint32_t	n = 0;
	uint32_t	joins = 0;
	bool		speech = is_speech(r, m);
	uint32_t	first = r->first;
	uint32_t	last = r->last;
	uint32_t	home = sentence_of(r, m->open, number);

	list[n++].what = LOOSE_DROP;
	for (uint32_t k = r->found.n, seen = 0; k-- > 0 && seen < LOOSE_LOOK_BACK && joins < LOOSE_JOINS; seen++)
	{
		const Attribution *a = &r->found.at[k];

		if (a->cue == NT_NONE || a->tail >= m->open || a->content.first > m->open || r->inside[a->cue])
			continue;
		if ((a->sentence + 1 < home && a->kind == QUOTE_INDIRECT) || (r->teacher == NULL && quote_asked(r, a)))
			continue;
		/* He was launching his bid. “Go!” a niece shouted: no report, and no more of it */
		if (r->teacher == NULL && a->kind == QUOTE_INDIRECT && a->sentence != home && r->tok[m->open - 1].mark != MARK_COLON && !quote_reports(r, a) &&
			(!quote_begins_sentence(r, m) || paragraphs_between(r, a->tail > a->cue ? a->tail : a->cue, m->open) > 0))
			continue;
		if (paragraphs_between(r, a->tail > a->cue ? a->tail : a->cue, m->open) > 1)
			continue;
		list[n].what = LOOSE_JOIN;
		list[n].index = k;
		list[n].score = (int32_t) joins++;
		n++;
	}
	/* triggers before the pair, in the sentence where it opens */
	if (m->open < first)
		turn_to(r, m->open, number);
	if (r->pos[m->open] != POS_NONE)
		for (uint32_t i = m->open; i-- > r->first && m->open - i <= LOOSE_BEFORE;)
			add_trigger(r, m, i, CUE_RIGHT, speech, list, &n);
	quote_turn(r, first, last);
	if (m->closed)
		for (uint32_t i = m->close + 1 > first ? m->close + 1 : first; i < last && i - m->close <= LOOSE_AFTER; i++)
			add_trigger(r, m, i, CUE_LEFT, speech, list, &n);
	return n;
}

/* What the model sees of a pair, whatever may become of it. */
typedef struct Pair
{
	uint32_t	size;			/* class of its length */
	uint32_t	title;			/* quarters of its words that begin with a capital */
	uint32_t	begins;			/* 1: a sentence, 2: a paragraph */
	uint32_t	end;			/* part of speech of its last token inside */
	uint32_t	before;			/* and around it */
	uint32_t	after;
	uint32_t	hash_before;
} Pair;

static void
see_pair(const QuoteReader *r, const QuoteMark *m, Pair *p)
{
	uint32_t	capitals;
	uint32_t	words = quote_words_in(r, m, &capitals);

	p->size = words < 4 ? words : words < 6 ? 4 : words < 10 ? 5 : words < 20 ? 6 : 7;
	p->title = words == 0 ? 0 : capitals * 4 / words;
	p->begins = quote_begins_sentence(r, m) + (uint32_t) ((r->tok[m->open].flags & TOKEN_PARAGRAPH) != 0);
	p->end = inner_end(r, m);
	p->before = p->begins ? POS_NONE : tag_of(r, m->open - 1);
	p->after = tag_of(r, m->close + 1);
	p->hash_before = p->begins ? 0 : r->tok[m->open - 1].hash;
}

static void
drop_features(const QuoteReader *r, const QuoteMark *m, const Pair *p, QuoteFeatures *f)
{
	feature_add3(f, LO_BEGINS_SIZE_END, p->begins, p->size, p->end);
	feature_add3(f, LO_BEFORE_AFTER_LONG, p->before, p->after, p->size > 3);
	feature_add3(f, LO_TITLE_SIZE_BEGINS, p->title, p->size, p->begins);
	feature_add2(f, LO_BEFORE_END, p->before, p->end);
	feature_add2(f, LO_HASH_BEFORE_LONG, p->hash_before, p->size > 3);
	feature_add3(f, LO_TITLE_END_BEFORE, p->title, p->end, p->before);
	feature_add2(f, LO_AFTER_END, p->after, p->end);
	feature_add(f, LO_INNER_WORD, r->tok[m->open + 1 < r->n ? m->open + 1 : m->open].hash);
	feature_add2(f, LO_BEGINS_END, p->begins, p->end);
	feature_add2(f, LO_SIZE_TITLE, p->size, p->title);
	feature_add(f, LO_CLOSED, m->closed);
	feature_add(f, LO_ALWAYS, 0);
}

static void
join_features(const QuoteReader *r, uint32_t number, const QuoteMark *m, const QuoteLoose *o, const Pair *p, QuoteFeatures *f)
{
	const Attribution *a = &r->found.at[o->index];
	uint32_t	home = sentence_of(r, m->open, number);
	uint32_t	gap = home > a->sentence ? capped(home - a->sentence, 4) : 0;
	uint32_t	paragraphs = paragraphs_between(r, a->tail > a->cue ? a->tail : a->cue, m->open);
	uint32_t	same = a->sentence == home;
	uint32_t	shape = (uint32_t) (a->kind * 4 + a->side);
	uint32_t	rank = (uint32_t) o->score;
	uint32_t	chained = a->more != NT_NONE;

	feature_add3(f, LO_SHAPE_GAP_BEGINS, shape, gap, p->begins);
	feature_add3(f, LO_SHAPE_PARAGRAPHS_BEGINS, shape, paragraphs, p->begins);
	feature_add3(f, LO_STANCE_SHAPE_BEGINS, a->stance, shape, p->begins > 0);
	feature_add3(f, LO_RANK_SHAPE_GAP, rank, shape, gap);
	feature_add3(f, LO_RANK_PARAGRAPHS_BEGINS, rank, paragraphs, p->begins);
	feature_add3(f, LO_SAME_CUE_BEFORE_END, same, a->cue < m->open, p->end);
	feature_add3(f, LO_SAME_BEFORE_SHAPE, same, p->before, shape);
	feature_add3(f, LO_SIZE_END_BEGINS, p->size, p->end, p->begins);
	feature_add3(f, LO_CHAINED_PARAGRAPHS_RANK, chained, paragraphs, rank);
	feature_add3(f, LO_TITLE_SIZE_BEGINS_B, p->title, p->size, p->begins);
	feature_add3(f, LO_NO_SOURCE_SHAPE_RANK, range_empty(a->source), shape, rank);
	feature_add3(f, LO_PARAGRAPHS_AFTER_BEGINS, paragraphs, p->after, p->begins);
	feature_add3(f, LO_SAME_GAP_TOKENS_SHAPE, same, capped((m->open - (a->tail > a->cue ? a->tail : a->cue)) / 3, 5), shape);
	feature_add2(f, LO_HASH_BEFORE_SAME, p->hash_before, same);
	feature_add3(f, LO_SHAPE_END_PARAGRAPHS, shape, p->end, paragraphs);
	feature_add3(f, LO_RANK_BEGINS_BEFORE, rank, p->begins, p->before);
	feature_add3(f, LO_STANCE_RANK_PARAGRAPHS, a->stance, rank, paragraphs);
}

static void
cue_features(const QuoteReader *r, uint32_t number, const QuoteMark *m, const QuoteLoose *o, const Pair *p, QuoteFeatures *f)
{
	const NtCue *cue = quote_cue_record(r, o->index);
	uint32_t	tag = r->pos[o->index];
	uint32_t	level = (uint32_t) (o->score / (QUOTE_SCALE / 2) + 20);
	uint32_t	distance = capped(o->index > m->close ? o->index - m->close : m->open - o->index, 12);
	uint32_t	far = distance < 4 ? distance : distance < 7 ? 4 : 5;
	uint32_t	used = 0;

	for (uint32_t k = r->found.n; k-- > 0 && r->found.at[k].sentence == number;)
		if (r->found.at[k].cue == o->index)
			used = r->found.at[k].kind;
	feature_add3(f, LO_LEVEL_SIDE_COVERS, level, o->side, o->covers);
	feature_add3(f, LO_DISTANCE_SIDE_COVERS, distance, o->side, o->covers);
	feature_add3(f, LO_TAG_STANCE_SIDE, tag, cue->stance, o->side);
	feature_add3(f, LO_TAG_FAR_SIDE, tag, far, o->side);
	feature_add3(f, LO_USED_SIDE_FAR, used, o->side, far);
	feature_add3(f, LO_BEFORE_AFTER_SIDE, p->before, p->after, o->side);
	feature_add3(f, LO_BEGINS_SIDE_END, p->begins, o->side, p->end);
	feature_add3(f, LO_SIZE_COVERS_SIDE, p->size, o->covers, o->side);
	feature_add3(f, LO_TITLE_SIZE_COVERS, p->title, p->size, o->covers);
	feature_add3(f, LO_LEMMA_SIDE_COVERS, cue->lemma, o->side, o->covers);
	feature_add3(f, LO_BEFORE_TAG_SIDE, p->before, tag, o->side);
	feature_add3(f, LO_LEVEL_END_SIDE, level, p->end, o->side);
	feature_add3(f, LO_LEVEL_BEFORE_COVERS, level, p->before, o->covers);
	feature_add3(f, LO_LEVEL_USED_SIDE, level, used, o->side);
	feature_add3(f, LO_WORD_SIDE, r->tok[o->index].hash, o->side, 0);
	feature_add3(f, LO_HASH_BEFORE_SIDE_COVERS, p->hash_before, o->side, o->covers);
	feature_add3(f, LO_LEVEL_SIZE_BEGINS, level, p->size, p->begins);
}

void
quote_loose_features(const QuoteReader *r, uint32_t number, const QuoteMark *m, const QuoteLoose *o, QuoteFeatures *f)
{
	Pair		p;

	see_pair(r, m, &p);
	f->n = 0;
	switch (o->what)
	{
		case LOOSE_DROP:
			drop_features(r, m, &p, f);
			break;
		case LOOSE_JOIN:
			join_features(r, number, m, o, &p, f);
			break;
		case LOOSE_CUE:
			cue_features(r, number, m, o, &p, f);
			break;
	}
}

/*
 * begun_before returns the quotation whose rest a pair is: one that its cue
 * broke off, or one that the paragraph before left open; NT_NONE when it is none.
 */
static uint32_t
begun_before(const QuoteReader *r, uint32_t mark)
{
	const QuoteMark *m = &r->marks.at[mark];
	bool		open = mark > 0 && r->marks.at[mark - 1].continues && r->marks.at[mark - 1].taken;

	for (uint32_t k = r->found.n, seen = 0; k-- > 0 && seen < LOOSE_LOOK_BACK; seen++)
	{
		const Attribution *a = &r->found.at[k];

		if (a->tail < m->open && ((open && a->tail == r->marks.at[mark - 1].close) || quote_goes_on(r, a, m)))
			return k;
	}
	return NT_NONE;
}

/* trace_fate tells what becomes of a pair. */
static void
trace_fate(const QuoteReader *r, const QuoteMark *m, const QuoteLoose *o, int32_t score, int32_t second)
{
	char		pair[QUOTE_TRACE_WORDS];
	char		with[QUOTE_TRACE_WORDS];

	if (!quote_tracing(r))
		return;
	quote_trace_words(r, (QuoteRange) {m->open, m->close}, pair);
	with[0] = '\0';
	if (o->what == LOOSE_JOIN)
		quote_trace_words(r, r->found.at[o->index].content, with);
	else if (o->what == LOOSE_CUE)
		quote_trace_words(r, (QuoteRange) {o->index, o->index}, with);
	nt_trace(r->cx, TRACE_QUOTES, "marks    %s: %s %s %.1f over %.1f", pair,
			 o->what == LOOSE_DROP ? "nobody's, dropped" : o->what == LOOSE_JOIN ? "goes on with" : "takes as its cue", with,
			 (double) score / QUOTE_SCALE, second == INT32_MIN ? 0 : (double) second / QUOTE_SCALE);
}

/*
 * join makes a pair a further part of a quotation, or, behind a report in other
 * words, where it begins a sentence, speech of its own by the same speaker.
 */
static void
join(QuoteReader *r, uint32_t to, QuoteMark *m)
{
	Attribution *a;

	if (r->teacher == NULL && r->found.at[to].kind == QUOTE_INDIRECT && quote_begins_sentence(r, m))
	{
		a = nt_push(r->cx, &r->found);
		*a = r->found.at[to];
		a->more = NT_NONE;
		a->last_more = NT_NONE;
		a->content = (QuoteRange) {m->open, m->close};
		a->tail = m->close;
		a->kind = QUOTE_DIRECT;
	}
	else
		quote_add_more(r, to, (QuoteRange) {m->open, m->close});
	m->taken = true;
}

/* choose returns the option that scores best; *lead: by how much, 0 when it is the only one. */
static uint32_t
choose(const QuoteReader *r, uint32_t number, const QuoteMark *m, const QuoteLoose *options, uint32_t n, int32_t *lead)
{
	uint32_t	best = 0;
	int32_t		best_score = INT32_MIN;
	int32_t		second = INT32_MIN;

	for (uint32_t k = 0; k < n; k++)
	{
		QuoteFeatures f;
		int32_t		score;

		quote_loose_features(r, number, m, &options[k], &f);
		score = quote_score(r, SPAN_LOOSE, &f);
		if (score > best_score)
		{
			second = best_score;
			best_score = score;
			best = k;
		}
		else if (score > second)
			second = score;
	}
	trace_fate(r, m, &options[best], best_score, second);
	*lead = second == INT32_MIN ? 0 : best_score - second;
	return best;
}

/* take_cue makes a pair what a word after all reports; one that already reports, that too: “That,” he added, “is all.” */
static void
take_cue(QuoteReader *r, uint32_t number, QuoteMark *m, const QuoteLoose *o, int32_t margin)
{
	uint32_t	first = r->first;
	uint32_t	last = r->last;

	for (uint32_t k = r->found.n, seen = 0; k-- > 0 && seen < LOOSE_LOOK_BACK; seen++)
		if (r->found.at[k].cue == o->index && r->found.at[k].tail < o->content.first)
		{
			quote_add_more(r, k, (QuoteRange) {m->open, m->close});
			m->taken = true;
			return;
		}
	turn_to(r, o->index, number);
	if (r->first != first)
		quote_chunks(r, r->first, r->last);
	quote_attribute(r, number, o->index, o->side, o->content, margin);
	if (r->first != first)
		quote_chunks(r, first, last);
	quote_turn(r, first, last);
}

/* is_answer tells whether speech that opens a paragraph follows a question, which somebody else answers: “Who has the keys?” asked Lee. */
static bool
is_answer(const QuoteReader *r, const Attribution *a, const QuoteMark *m)
{
	return r->teacher == NULL && a->stance == STANCE_ASKED && a->kind == QUOTE_DIRECT && (r->tok[m->open].flags & TOKEN_PARAGRAPH) && a->content.last > a->content.first &&
		r->tok[a->content.last - is_mark(r, a->content.last)].mark == MARK_QUESTION;
}

/* quote_loose decides on a pair, in the sentence being read. */
void
quote_loose(QuoteReader *r, uint32_t number, uint32_t mark)
{
	QuoteMark  *m = &r->marks.at[mark];
	QuoteLoose	options[QUOTE_LOOSE_OPTIONS];
	uint32_t	n;
	uint32_t	best;
	int32_t		lead = 0;
	uint32_t	whole = begun_before(r, mark);

	if (whole != NT_NONE)
	{
		quote_add_more(r, whole, (QuoteRange) {m->open, m->close});
		m->taken = true;
		return;
	}
	/* Ivan shrugged. “You get used to sirens.”: left to quote_lone.c */
	if (r->teacher == NULL && (!range_empty(quote_lone_subject(r, m)) || quote_lone_ahead(r, m)))
		return;
	n = list_options(r, number, m, options);
	best = r->teacher != NULL ? r->teacher->answer(r->teacher->data, r, number, m, options, n) : choose(r, number, m, options, n, &lead);
	switch (options[best].what)
	{
		case LOOSE_DROP:
			break;
		case LOOSE_JOIN:
			if (!is_answer(r, &r->found.at[options[best].index], m))
				join(r, options[best].index, m);
			break;
		case LOOSE_CUE:
			take_cue(r, number, m, &options[best], lead);
			break;
	}
}
