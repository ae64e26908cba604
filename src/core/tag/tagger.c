/*
 * tagger.c -- finds names with weights learned from annotated text.
 *
 * Each token of a stretch (feature.h) gets one score for each label: the sum of the
 * weights of its features.  Labels tell the type of name and where in it the
 * token stands: first, inside, last, or alone.  Viterbi's algorithm finds the
 * best sequence of labels that fits together, counting what each label
 * scores after the one before it.
 *
 *     Bank    of      Japan   governor  Kazuo  Ueda
 *     ORG-B   ORG-I   ORG-L   -         PER-B  PER-L
 *
 * The weights come from an averaged perceptron (Collins 2002; src/tools/train/train.c)
 * and are rounded to bytes, sixteen a feature; being outside scores 0 by
 * definition.  A feature is found by its number: the low half chooses a bucket,
 * the high half is compared, so that most features that were never seen in
 * training count for nothing.  All sums are integers.
 *
 * The margin of a name is how much less the best reading scores in which that
 * name is not there, and grows with how sure the tagger may be of it.
 */
#include "tag/tagger.h"

#include "tag/lanes.h"
#include "tag/rowsum.h"
#include "know/knowledge.h"

#include <string.h>

/* ---- sums of weights -------------------------------------------------- */

_Static_assert(sizeof(NtTagSum) == sizeof(RowSum) && TAG_ROW_BYTES == 16, "a sum of a row");

static inline RowSum
sum_load(const NtTagSum *sum)
{
	RowSum		s;

	memcpy(&s, sum, sizeof(s));
	return s;
}

static inline void
add_sum(NtTagSum *to, const NtTagSum *sum)
{
	RowSum		a = sum_load(to);
	RowSum		b = sum_load(sum);

	a.even += b.even;
	a.odd += b.odd;
	memcpy(to, &a, sizeof(a));
}

/*
 * place_in_bucket returns which of four prints is the one looked for, the last
 * if none, and whether one is; the lowest lane that a subtraction finds zero is
 * zero indeed.  Without a branch: one in ten is none.
 */
static inline uint32_t
place_in_bucket(const uint16_t *prints, uint16_t print, int *found)
{
	const uint64_t ones = UINT64_C(0x0001000100010001);
	const uint64_t last = UINT64_C(1) << 63;
	uint64_t	x;
	uint32_t	lane;

	memcpy(&x, prints, sizeof(x));
	x ^= ones * print;
	x = (x - ones) & ~x & (ones << 15);
	*found = x != 0;
	lane = (uint32_t) __builtin_ctzll(x | last) / 16;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	lane = 3 - lane;
#endif
	return lane;
}

/* add_rows adds the weights of n features, n <= FEATURE_MAX. */
static void
add_rows(const NtTagWeights *w, const uint32_t *features, int n, NtTagSum *to)
{
	const int8_t *rows[FEATURE_MAX];
	int			n_rows = 0;
	RowSum		sum = sum_load(to);

	for (int k = 0; k < n; k++)
		__builtin_prefetch(&w->prints[(size_t) (features[k] & w->mask) * TAG_BUCKET]);
	for (int k = 0; k < n; k++)
	{
		size_t		bucket = (size_t) (features[k] & w->mask) * TAG_BUCKET;
		int			found;

		rows[n_rows] = w->rows[bucket + place_in_bucket(w->prints + bucket, (uint16_t) (features[k] >> 16), &found)];
		__builtin_prefetch(rows[n_rows]);
		n_rows += found;
	}
	for (int k = 0; k < n_rows; k++)
		rowsum_add(&sum, rows[k]);
	memcpy(to, &sum, sizeof(sum));
}

/*
 * What the weights of a word's features add up to, by the place it is seen from.
 * Two words share a set; of both the one seen longer ago makes room for another.
 */
#define TAG_MEMORY 4096			/* words remembered, a power of two */

typedef struct NtTagMemory
{
	uint64_t	word;			/* key, see feature.h */
	uint64_t	ends;
	uint32_t	known;			/* bit for each place that is filled */
	uint32_t	older;			/* of the first of a set: which of the two was seen longer ago */
	uint32_t	reserved[2];
	NtTagSum	sum[FEATURE_PLACES];
} NtTagMemory;

NtTagMemory *
tagger_memory(NtContext *cx)
{
	return nt_alloc0(cx, sizeof(NtTagMemory) * TAG_MEMORY);
}

/* A word that a stretch comes to, with where it is remembered. */
typedef struct SeenWord
{
	const NtToken *t;
	NtWordKey	key;
	NtTagMemory *m;
	int			shape;
} SeenWord;

/* see_word notes a word that is to be looked up soon, and has the keys of its set fetched. */
static inline void
see_word(NtTagMemory *memory, const NtFeatures *f, const NtSentence *sentence, uint32_t token, int place, SeenWord *seen)
{
	uint64_t	mixed;

	seen->t = feature_neighbour(f, sentence, token, place, &seen->shape);
	seen->key = feature_word_key(f, seen->t);
	mixed = (seen->key.word ^ seen->key.ends) * UINT64_C(0x9e3779b97f4a7c15);
	seen->m = &memory[mixed >> 40 & (TAG_MEMORY - 2)];
	__builtin_prefetch(&seen->m[0]);
	__builtin_prefetch(&seen->m[1]);
}

/* find_word looks a word up once for all the places that it is seen from, and has its sums fetched. */
static inline void
find_word(const NtFeatures *f, SeenWord *seen)
{
	NtTagMemory *set = seen->m;
	uint32_t	which = set->older;

	if (set[0].word == seen->key.word && set[0].ends == seen->key.ends)
		which = 0;
	else if (set[1].word == seen->key.word && set[1].ends == seen->key.ends)
		which = 1;
	set->older = !which;
	seen->m = &set[which];
	__builtin_prefetch(&seen->m->sum[1]);
	__builtin_prefetch(&seen->m->sum[FEATURE_PLACES - 1]);
	__builtin_prefetch(&f->tagger->words[seen->t->word]);
}

/* add_word adds what a word tells by itself, from memory if it was met before. */
static inline void
add_word(const NtTagWeights *w, const NtFeatures *f, const SeenWord *seen, int place, NtTagSum *to)
{
	NtTagMemory *m = seen->m;

	if (m->word != seen->key.word || m->ends != seen->key.ends)
	{
		m->word = seen->key.word;
		m->ends = seen->key.ends;
		m->known = 0;
	}
	if (!(m->known & 1u << (place + 2)))
	{
		uint32_t	features[FEATURE_MAX];
		int			n = feature_word(f, seen->t, place, features);

		memset(&m->sum[place + 2], 0, sizeof(NtTagSum));
		add_rows(w, features, n, &m->sum[place + 2]);
		m->known |= 1u << (place + 2);
	}
	add_sum(to, &m->sum[place + 2]);
}

/* What stands beside a word at its first places in the article. */
typedef struct Elsewhere
{
	NtTagSum	sum[FEATURE_CONTEXTS + 1];
} Elsewhere;

/* Of the words that the article has twice, when they are met. */
typedef struct AllElsewhere
{
	NtArray(Elsewhere) met;
	uint32_t   *of;				/* one a form: 1 + its place in met, 0: not met */
} AllElsewhere;

static void
add_elsewhere(const NtTagWeights *w, const NtFeatures *f, uint32_t token, AllElsewhere *all, NtTagSum *to)
{
	const NtForm *form = &f->forms[f->form[token]];
	uint32_t   *met = &all->of[f->form[token]];
	Elsewhere  *e;
	uint32_t	places = form->places <= FEATURE_CONTEXTS ? form->places : FEATURE_CONTEXTS + 1;
	int			seen = 0;

	if (places < 2)
		return;
	if (*met == 0)
	{
		e = nt_push(f->article->cx, &all->met);
		*met = all->met.n;
		for (uint32_t p = 0; p < places; p++)
		{
			uint32_t	features[FEATURE_MAX];
			int			n = feature_elsewhere(f, form->place[p], features);

			memset(&e->sum[p], 0, sizeof(NtTagSum));
			add_rows(w, features, n, &e->sum[p]);
		}
	}
	e = &all->met.at[*met - 1];
	for (uint32_t p = 0; p < places && seen < FEATURE_CONTEXTS; p++)
		if (form->place[p] != token)
		{
			seen++;
			add_sum(to, &e->sum[p]);
		}
}

/* All that one article needs while it is tagged. */
typedef struct Tagging
{
	NtContext  *cx;
	const NtTagWeights *weights;
	NtTagMemory *memory;
	NtFeatures	f;
	NtTagSum   *sums;			/* of the tokens of stretches, one after another, then room for one stretch */
	uint32_t	n_sums;			/* kept from the first pass to the second */
	uint32_t	longest;		/* tokens of a stretch */
	AllElsewhere elsewhere;
	uint8_t    *labels;			/* of the first pass, one a token */
	/* room for the longest stretch: */
	NtTagScore *scores;
	uint8_t    *again;			/* labels of the second pass */
	NtTagState *forward;
	int32_t    *margins;
} Tagging;

#define SEEN_WORDS 8			/* words of a stretch kept at hand, a power of two */
#define SEEN_AHEAD 2			/* seen so far beyond the last place that is looked at, and found one less */

/* sum_token adds up the weights of all features of a token. */
static void
sum_token(Tagging *g, const NtStretch *stretch, uint32_t token, const SeenWord *seen, NtTagSum *sum)
{
	const NtFeatures *f = &g->f;
	uint32_t	features[FEATURE_MAX];
	int			n = feature_around(f, stretch, token, features);

	add_rows(g->weights, features, n, sum);
	for (int place = -2; place <= 2; place++)
	{
		const SeenWord *word = &seen[(token + (uint32_t) place) & (SEEN_WORDS - 1)];

		add_sum(sum, &g->weights->shapes[(place + 2) * FEATURE_SHAPES + word->shape]);
		add_word(g->weights, f, word, place, sum);
	}
	if (f->form[token] != NT_NONE)
		add_elsewhere(g->weights, f, token, &g->elsewhere, sum);
}

/* widen makes scores of a sum: its even half has each type's begin and last, its odd half inside and unit. */
static inline void
widen(const NtTagSum *sum, NtTagScore *score)
{
	Ints4		at[TAG_POSITIONS];

	ints4_halves(sum->at, &at[TAG_BEGIN], &at[TAG_LAST]);
	ints4_halves(sum->at + TAG_LABELS / 2, &at[TAG_INSIDE], &at[TAG_UNIT]);
	for (int p = 0; p < TAG_POSITIONS; p++)
		ints4_store(score->at[p], at[p]);
}

/* ---- opening ---------------------------------------------------------- */

static bool
has_section(const NtModel *model, const char *id)
{
	for (uint32_t i = 0; i < model->header->sections; i++)
		if (strncmp(model->directory[i].id, id, sizeof(model->directory[i].id)) == 0)
			return true;
	return false;
}

/* The sections of one set of weights. */
typedef struct Sections
{
	const char *rows;
	const char *prints;
	const char *steps;
	const char *odds;
} Sections;

static void
rare_open(NtContext *cx, NtRareWords *rare, const NtModel *model)
{
	uint32_t	n;
	uint32_t	prints;

	if (!has_section(model, "rareword"))
		return;
	rare->words = model_section(cx, model, "rareword", sizeof(NtTagWord), &n);
	rare->prints = model_section(cx, model, "rareprnt", sizeof(uint16_t), &prints);
	if (n != prints || n % RARE_BUCKET != 0)
		nt_raise(cx, NT_ERROR_MODEL, "sections rareword and rareprnt do not fit: %u and %u", n, prints);
	rare->buckets = n / RARE_BUCKET;
}

static void
weights_open(NtContext *cx, NtTagWeights *w, const NtModel *model, const Sections *id)
{
	uint32_t	n;
	uint32_t	rows;
	const NtTagSteps *steps;

	if (!has_section(model, id->rows))
		return;
	w->rows = model_section(cx, model, id->rows, TAG_ROW_BYTES, &rows);
	w->prints = model_section(cx, model, id->prints, sizeof(uint16_t), &n);
	if (n != rows || n < TAG_BUCKET || (n & (n - 1)) != 0)
		nt_raise(cx, NT_ERROR_MODEL, "section %s does not fit %s", id->prints, id->rows);
	w->mask = n / TAG_BUCKET - 1;
	steps = model_section(cx, model, id->steps, sizeof(NtTagSteps), &n);
	if (n != 1)
		nt_raise(cx, NT_ERROR_MODEL, "section %s has %u records", id->steps, n);
	tagger_steps(steps, &w->steps);
	w->odds = model_section(cx, model, id->odds, sizeof(uint16_t), &n);
	if (n != TAG_TYPES * TAG_ODDS + 1)
		nt_raise(cx, NT_ERROR_MODEL, "section %s has %u records", id->odds, n);
	w->odds_step = w->odds[TAG_TYPES * TAG_ODDS];
	if (w->odds_step == 0)
		nt_raise(cx, NT_ERROR_MODEL, "section %s is damaged", id->odds);

	w->shapes = nt_alloc0(cx, sizeof(NtTagSum) * FEATURE_PLACES * FEATURE_SHAPES);
	for (int place = 0; place < FEATURE_PLACES; place++)
		for (int shape = 0; shape < FEATURE_SHAPES; shape++)
		{
			uint32_t	feature;

			feature_shape(shape, place - 2, &feature);
			add_rows(w, &feature, 1, &w->shapes[place * FEATURE_SHAPES + shape]);
		}
}

void
tagger_open(NtContext *cx, NtTagger *tagger, const NtModel *model, const NtVocab *vocab)
{
	static const Sections usual = {"tagrows", "tagprint", "tagsteps", "tagodds"};
	static const Sections caseless = {"clsrows", "clsprint", "clssteps", "clsodds"};
	uint32_t	n;

	memset(tagger, 0, sizeof(*tagger));
	if (!has_section(model, "tagwords"))
		return;
	tagger->words = model_section(cx, model, "tagwords", sizeof(NtTagWord), &n);
	if (n != vocab->n_words)
		nt_raise(cx, NT_ERROR_MODEL, "section tagwords has %u records for %u words", n, vocab->n_words);
	rare_open(cx, &tagger->rare, model);
	weights_open(cx, &tagger->usual, model, &usual);
	weights_open(cx, &tagger->caseless, model, &caseless);
}

bool
tagger_is_caseless(const NtArticle *article)
{
	return article->sentences.written != WRITTEN_MIXED && article->know->tagger.caseless.rows != NULL;
}

/* ---- tagging ---------------------------------------------------------- */

static uint16_t
confidence_of(const NtTagWeights *w, int type, int32_t margin)
{
	uint32_t	step = margin < 0 ? 0 : (uint32_t) margin / w->odds_step;

	return w->odds[type * TAG_ODDS + (step < TAG_ODDS ? step : TAG_ODDS - 1)];
}

/* add_tags adds the names of a stretch; the weakest token gives the margin of its name. */
static void
add_tags(NtContext *cx, const NtTagWeights *w, const NtStretch *stretch, const uint8_t *labels,
		 const int32_t *margins, NtTags *tags)
{
	uint32_t	n = stretch->last - stretch->first;

	for (uint32_t i = 0; i < n; i++)
	{
		int			position = labels[i] & 3;

		if (labels[i] == TAG_OUTSIDE || (position != TAG_BEGIN && position != TAG_UNIT))
			continue;
		{
			NtTag	   *tag = nt_push(cx, tags);

			memset(tag, 0, sizeof(*tag));
			tag->first = stretch->first + i;
			tag->type = labels[i] >> 2;
			tag->margin = margins[i];
			while ((labels[i] & 3) != TAG_LAST && (labels[i] & 3) != TAG_UNIT)
				if (margins[++i] < tag->margin)
					tag->margin = margins[i];
			tag->last = stretch->first + i + 1;
			tag->confidence = confidence_of(w, tag->type, tag->margin);
		}
	}
}

static bool
has_name(const uint8_t *labels, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (labels[i] != TAG_OUTSIDE)
			return true;
	return false;
}

/*
 * Sums of more tokens than these are worked out again in the second pass: an
 * article has a few thousand, and one of 10 MB of capitals is to take no
 * memory in return for being hostile.
 */
#define SUMS_KEPT (UINT32_C(1) << 15)

static void
tagging_open(Tagging *g, NtArticle *article)
{
	NtContext  *cx = article->cx;
	uint32_t	longest = 0;
	uint32_t	scored = 0;

	g->cx = cx;
	g->weights = tagger_is_caseless(article) ? &article->know->tagger.caseless : &article->know->tagger.usual;
	g->memory = cx->tag_memory != NULL ? cx->tag_memory : tagger_memory(cx);
	feature_open(&g->f, article, &article->know->tagger, tagger_is_caseless(article));
	for (uint32_t s = 0; s < g->f.stretches.n; s++)
	{
		uint32_t	n = g->f.stretches.at[s].last - g->f.stretches.at[s].first;

		scored += n;
		longest = n > longest ? n : longest;
	}
	g->longest = longest;
	g->n_sums = scored < SUMS_KEPT ? scored : SUMS_KEPT;
	g->sums = nt_alloc0(cx, sizeof(NtTagSum) * (g->n_sums + longest + 1));
	memset(&g->elsewhere, 0, sizeof(g->elsewhere));
	g->elsewhere.of = nt_alloc0(cx, sizeof(uint32_t) * (g->f.n_forms + 1));
	g->labels = cx->alloc(cx, article->tokens.n + 1);
	memset(g->labels, TAG_OUTSIDE, article->tokens.n + 1);
	g->scores = cx->alloc(cx, sizeof(NtTagScore) * (longest + 1));
	g->again = cx->alloc(cx, longest + 1);
	g->forward = cx->alloc(cx, sizeof(NtTagState) * (longest + 1));
	g->margins = cx->alloc(cx, sizeof(int32_t) * (longest + 1));
}

static void
tagging_close(Tagging *g, uint32_t tokens)
{
	NtContext  *cx = g->cx;

	nt_release(cx, g->sums, sizeof(NtTagSum) * (g->n_sums + g->longest + 1));
	nt_release(cx, g->elsewhere.of, sizeof(uint32_t) * (g->f.n_forms + 1));
	nt_array_release(cx, &g->elsewhere.met);
	nt_release(cx, g->labels, tokens + 1);
	feature_close(&g->f);
}

/* stretch_sums returns where the sums of a stretch are, whose first token is the at-th: NULL: they have to be worked out. */
static NtTagSum *
stretch_sums(Tagging *g, uint32_t at, uint32_t n)
{
	return at + n <= g->n_sums ? g->sums + at : NULL;
}

/* sum_stretch works out the sums of a stretch, where they are kept or in the room for one. */
static NtTagSum *
sum_stretch(Tagging *g, const NtStretch *stretch, uint32_t at)
{
	uint32_t	n = stretch->last - stretch->first;
	NtTagSum   *sums = stretch_sums(g, at, n);
	const NtSentence *sentence = &g->f.article->sentences.at[stretch->sentence];
	SeenWord	seen[SEEN_WORDS];

	if (sums == NULL)
	{
		sums = g->sums + g->n_sums;
		memset(sums, 0, sizeof(NtTagSum) * n);
	}
	for (int place = -2; place < 2 + SEEN_AHEAD; place++)
		see_word(g->memory, &g->f, sentence, stretch->first, place, &seen[(stretch->first + (uint32_t) place) & (SEEN_WORDS - 1)]);
	for (int place = -2; place < 1 + SEEN_AHEAD; place++)
		find_word(&g->f, &seen[(stretch->first + (uint32_t) place) & (SEEN_WORDS - 1)]);
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	token = stretch->first + i;

		nt_tick(g->cx);
		see_word(g->memory, &g->f, sentence, token, 2 + SEEN_AHEAD, &seen[(token + 2 + SEEN_AHEAD) & (SEEN_WORDS - 1)]);
		find_word(&g->f, &seen[(token + 1 + SEEN_AHEAD) & (SEEN_WORDS - 1)]);
		sum_token(g, stretch, token, seen, &sums[i]);
	}
	return sums;
}

/* first_pass labels each stretch by itself. */
static void
first_pass(Tagging *g)
{
	uint32_t	at = 0;

	for (uint32_t s = 0; s < g->f.stretches.n; s++)
	{
		const NtStretch *stretch = &g->f.stretches.at[s];
		uint32_t	n = stretch->last - stretch->first;
		const NtTagSum *sums = sum_stretch(g, stretch, at);

		for (uint32_t i = 0; i < n; i++)
			widen(&sums[i], &g->scores[i]);
		tagger_decode(&g->weights->steps, g->scores, NULL, n, g->forward, g->labels + stretch->first);
		at += n;
	}
}

/* second_pass labels them again, where each word knows what it was taken for elsewhere, and adds the names. */
static void
second_pass(Tagging *g, NtTags *tags)
{
	const NtTagVotes *votes = feature_count_votes(&g->f, g->labels);
	uint32_t	at = 0;

	for (uint32_t s = 0; s < g->f.stretches.n; s++)
	{
		const NtStretch *stretch = &g->f.stretches.at[s];
		uint32_t	n = stretch->last - stretch->first;
		NtTagSum   *sums = stretch_sums(g, at, n);
		bool		may_hold = has_name(g->labels + stretch->first, n);

		if (sums == NULL)
			sums = sum_stretch(g, stretch, at);
		at += n;
		for (uint32_t i = 0; i < n; i++)
		{
			uint32_t	features[FEATURE_MAX];
			int			count = feature_votes(&g->f, stretch, stretch->first + i, g->labels, votes, features);

			nt_tick(g->cx);
			may_hold |= count > 0;
			add_rows(g->weights, features, count, &sums[i]);
			widen(&sums[i], &g->scores[i]);
		}
		if (!may_hold)
			continue;
		tagger_decode(&g->weights->steps, g->scores, NULL, n, g->forward, g->again);
		if (has_name(g->again, n))
		{
			tagger_margins(&g->weights->steps, g->scores, n, g->again, g->forward, g->margins);
			add_tags(g->cx, g->weights, stretch, g->again, g->margins, tags);
		}
	}
	nt_release(g->cx, (void *) votes, sizeof(NtTagVotes) * (g->f.n_forms + 1));
}

void
tagger_tag(NtArticle *article, NtTags *tags)
{
	Tagging		g;

	if (article->know->tagger.usual.rows == NULL)
		return;
	tagging_open(&g, article);
	first_pass(&g);
	second_pass(&g, tags);
	tagging_close(&g, article->tokens.n);
}
