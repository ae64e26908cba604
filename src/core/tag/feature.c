/*
 * feature.c -- what speaks for a token's being part of a name.
 *
 * The features of a token are 32-bit numbers: a template's number and the
 * values it looks at, mixed.  Words are known by the hash of their folded form,
 * by clusters of their vectors, by lexicon classes, prefix and suffix and by
 * how they are written; the same of the two words on either side; pairs of
 * these; how the sentence is laid out; and the words that stand beside the
 * same word elsewhere in the article, since "Blair" may first be "Tony Blair"
 * and later open a sentence.
 *
 *     Then    Blair   said
 *             the word itself, its clusters, classes, prefix, suffix, shape
 *     small   Capital small            the shapes together
 *             Blair + said             the pair
 *             Tony ___                 before it, elsewhere
 *
 * In the second pass it also counts what the word was tagged as elsewhere.
 */
#include "tag/feature.h"

#include "tag/tagmodel.h"

const NtToken feature_edge = {.hash = 0x9e3779b9};

typedef struct Out
{
	uint32_t   *at;
	int			n;
} Out;

static inline void
add(Out *out, uint32_t template, uint32_t value)
{
	uint64_t	h = ((uint64_t) template << 32 | value) * UINT64_C(0x9e3779b97f4a7c15);

	h ^= h >> 29;
	h *= UINT64_C(0xbf58476d1ce4e5b9);
	out->at[out->n++] = (uint32_t) (h >> 32);
}

static inline uint32_t
pair(uint32_t a, uint32_t b)
{
	return (a * UINT32_C(0x85ebca6b)) ^ (b * UINT32_C(0xc2b2ae35) + UINT32_C(0x27d4eb2f) + (a >> 15));
}

/* Template numbers: a word's own add up with the place they are looked at from. */
enum
{
	T_WORD = 0,
	T_FINE = 1,
	T_MIDDLE = 2,
	T_COARSE = 3,
	T_GUESS = 4,
	T_CLASS = 5,
	T_PREFIX = 6,
	T_SUFFIX2 = 7,
	T_SUFFIX3 = 8,
	T_SHAPE = 9,
	T_WORD_SHAPE = 10,
	T_PLACE = 16,				/* times the place, -2 to 2 */
	T_PAIR = 128
};

/* The last three letters of a word and its first three, small; 0 for a short one. */
static inline uint32_t
word_end(const NtFeatures *f, const NtToken *t)
{
	const uint8_t *end = (const uint8_t *) f->article->text + t->end;

	if (t->flags & TOKEN_DOT)
		end--;
	if (t->kind != TOKEN_WORD || end - (const uint8_t *) f->article->text - t->start < 4)
		return 0;
	return (uint32_t) ((end[-3] | 0x20) << 16 | (end[-2] | 0x20) << 8 | (end[-1] | 0x20));
}

static inline uint32_t
word_beginning(const NtFeatures *f, const NtToken *t)
{
	const uint8_t *p = (const uint8_t *) f->article->text + t->start;

	return (uint32_t) ((p[0] | 0x20) << 16 | (p[1] | 0x20) << 8 | (p[2] | 0x20));
}

/* word_classes: without case, what a word may be with a capital counts too. */
static inline uint64_t
word_classes(const NtFeatures *f, const NtToken *t)
{
	const NtWord *w = &article_vocab(f->article)->words[t->word];

	return f->caseless ? w->classes | w->capital_classes : token_classes(article_vocab(f->article), t);
}

NtWordKey
feature_word_key(const NtFeatures *f, const NtToken *t)
{
	uint32_t	end = word_end(f, t);
	NtWordKey	key;

	key.word = (uint64_t) t->word << 32 | t->hash;
	key.ends = (uint64_t) end << 32 | (end != 0 ? word_beginning(f, t) : 0) |
		(uint64_t) (!f->caseless && (t->flags & TOKEN_CAPITAL) ? 1 : 0) << 63 | (uint64_t) 1 << 62 | (uint64_t) f->caseless << 61;
	return key;
}

int
feature_shape(int shape, int place, uint32_t *features)
{
	Out			out = {features, 0};

	add(&out, (uint32_t) (place + 2) * T_PLACE + T_SHAPE, (uint32_t) shape);
	return out.n;
}

int
feature_word(const NtFeatures *f, const NtToken *t, int place, uint32_t *features)
{
	const NtTagWord *w = tagger_word(f->tagger, t);
	uint32_t	base = (uint32_t) (place + 2) * T_PLACE;
	bool		near = place >= -1 && place <= 1;
	uint32_t	end;
	Out			out = {features, 0};

	add(&out, base + T_WORD, t->hash);
	if (w->fine != 0)
	{
		add(&out, base + T_MIDDLE, w->middle);
		add(&out, base + T_COARSE, w->coarse);
		if (near)
			add(&out, base + T_FINE, w->fine);
	}
	if (!near)
		return out.n;
	if (w->guess != 0)
		for (uint32_t k = 0; k < 5; k++)
			add(&out, base + T_GUESS, k << 4 | (w->guess >> 3 * k & 7));
	for (uint64_t classes = word_classes(f, t); classes != 0; classes &= classes - 1)
		add(&out, base + T_CLASS, (uint32_t) __builtin_ctzll(classes));
	end = word_end(f, t);
	if (end != 0)
	{
		add(&out, base + T_SUFFIX3, end);
		if (place == 0)
		{
			add(&out, base + T_SUFFIX2, end & 0xFFFF);
			add(&out, base + T_PREFIX, word_beginning(f, t));
		}
	}
	return out.n;
}

/* likeliest returns the class of a word's guess that leads, and by how much. */
static inline uint32_t
likeliest(const NtTagWord *w)
{
	uint32_t	best = 0;
	uint32_t	most = 0;

	if (w->guess == 0)
		return 0;
	for (uint32_t k = 0; k < 5; k++)
	{
		uint32_t	level = w->guess >> 3 * k & 7;

		if (level > most)
		{
			most = level;
			best = k;
		}
	}
	return 1 + best * 8 + most;
}

int
feature_around(const NtFeatures *f, const NtStretch *stretch, uint32_t token, uint32_t *features)
{
	const NtSentence *sentence = &f->article->sentences.at[stretch->sentence];
	Out			out = {features, 0};
	const NtToken *t[5];
	const NtTagWord *w[5];
	int			shape[5];
	uint32_t	guess[5];
	uint32_t	layout = f->layout[stretch->sentence];
	uint32_t	where;

	for (int k = 0; k < 5; k++)
	{
		t[k] = feature_neighbour(f, sentence, token, k - 2, &shape[k]);
		w[k] = tagger_word(f->tagger, t[k]);
		guess[k] = likeliest(w[k]);
	}
	where = (token == sentence->first ? 1 : 0) + 2 * layout;
	add(&out, T_PAIR + 0, pair(where, shape[2]));
	add(&out, T_PAIR + 1, pair(pair(where, shape[2]), w[2]->coarse));
	add(&out, T_PAIR + 2, pair(where, t[2]->hash));
	add(&out, T_PAIR + 3, pair(pair(shape[1], shape[2]), shape[3]));
	add(&out, T_PAIR + 4, pair(pair(pair(pair(shape[0], shape[1]), shape[2]), shape[3]), shape[4]));
	add(&out, T_PAIR + 5, pair(t[1]->hash, t[2]->hash));
	add(&out, T_PAIR + 6, pair(t[2]->hash, t[3]->hash));
	add(&out, T_PAIR + 7, pair(w[1]->middle, w[2]->middle));
	add(&out, T_PAIR + 8, pair(w[2]->middle, w[3]->middle));
	add(&out, T_PAIR + 9, pair(pair(w[1]->coarse, w[2]->coarse), w[3]->coarse));
	add(&out, T_PAIR + 10, pair(t[1]->hash, shape[2]));
	add(&out, T_PAIR + 11, pair(t[3]->hash, shape[2]));
	add(&out, T_PAIR + 12, pair(pair(guess[1], guess[2]), guess[3]));
	add(&out, T_PAIR + 15, pair(guess[2], shape[2]));
	add(&out, T_PAIR + 16, pair(pair(guess[1], shape[1]), pair(guess[2], shape[2])));
	add(&out, T_PAIR + 17, pair(pair(guess[2], shape[2]), pair(guess[3], shape[3])));
	add(&out, T_PAIR + 18, pair(w[2]->guess, shape[2]));
	add(&out, T_PAIR + 13, pair(w[1]->middle, shape[2]));
	add(&out, T_PAIR + 14, pair(w[3]->middle, shape[2]));
	if (f->form[token] != NT_NONE && f->forms[f->form[token]].small)
		add(&out, T_PAIR + 20, where);
	return out.n;
}

int
feature_elsewhere(const NtFeatures *f, uint32_t other, uint32_t *features)
{
	const NtArticle *a = f->article;
	Out			out = {features, 0};

	if (other > 0 && !(a->tokens.at[other].flags & TOKEN_SENTENCE))
	{
		const NtToken *before = &a->tokens.at[other - 1];

		add(&out, T_PAIR + 21, before->hash);
		add(&out, T_PAIR + 22, pair(tagger_word(f->tagger, before)->middle, f->shape[other - 1]));
	}
	if (other + 1 < a->tokens.n && !(a->tokens.at[other + 1].flags & TOKEN_SENTENCE))
	{
		const NtToken *after = &a->tokens.at[other + 1];

		add(&out, T_PAIR + 23, after->hash);
		add(&out, T_PAIR + 24, pair(tagger_word(f->tagger, after)->middle, f->shape[other + 1]));
	}
	return out.n;
}

int
feature_token(const NtFeatures *f, const NtStretch *stretch, uint32_t token, uint32_t *features)
{
	const NtSentence *sentence = &f->article->sentences.at[stretch->sentence];
	int			n = 0;

	for (int place = -2; place <= 2; place++)
	{
		int			shape;
		const NtToken *t = feature_neighbour(f, sentence, token, place, &shape);

		n += feature_shape(shape, place, features + n);
		n += feature_word(f, t, place, features + n);
	}
	n += feature_around(f, stretch, token, features + n);
	if (f->form[token] != NT_NONE)
	{
		const NtForm *form = &f->forms[f->form[token]];
		uint32_t	places = form->places <= FEATURE_CONTEXTS ? form->places : FEATURE_CONTEXTS + 1;
		int			seen = 0;

		for (uint32_t p = 0; p < places && seen < FEATURE_CONTEXTS; p++)
			if (form->place[p] != token)
			{
				seen++;
				n += feature_elsewhere(f, form->place[p], features + n);
			}
	}
	return n;
}

/* ---- the second pass -------------------------------------------------- */

enum
{
	T_VOTE = 192
};

NtTagVotes *
feature_count_votes(const NtFeatures *f, const uint8_t *labels)
{
	const NtTokens *tokens = &f->article->tokens;
	NtTagVotes *votes = nt_alloc0(f->article->cx, sizeof(NtTagVotes) * (f->n_forms + 1));

	for (uint32_t i = 0; i < tokens->n; i++)
	{
		NtTagVotes    *v;

		nt_tick(f->article->cx);
		if (f->form[i] == NT_NONE)
			continue;
		v = &votes[f->form[i]];
		if (labels[i] == TAG_OUTSIDE)
			v->as[VOTE_NONE] += v->as[VOTE_NONE] < UINT16_MAX;
		else
		{
			v->as[labels[i] >> 2] += v->as[labels[i] >> 2] < UINT16_MAX;
			if ((labels[i] & 3) != TAG_UNIT)
				v->within[labels[i] >> 2] += v->within[labels[i] >> 2] < UINT16_MAX;
		}
	}
	return votes;
}

/*
 * majority returns which of n counts leads, and how clearly: 0 for no votes.
 * One vote less counts for `own`, so that a token does not vote for itself.
 */
static uint32_t
majority(const uint16_t *counts, int n, int own)
{
	uint32_t	sum = 0;
	uint32_t	most = 0;
	int			who = 0;

	for (int i = 0; i < n; i++)
	{
		uint32_t	x = counts[i] - (i == own && counts[i] > 0);

		sum += x;
		if (x > most)
		{
			most = x;
			who = i;
		}
	}
	if (sum == 0)
		return 0;
	return 1 + (uint32_t) who * 4 + (most * 10 >= sum * 9 ? (most > 1 ? 3 : 2) : most * 10 >= sum * 6 ? 1 : 0);
}

int
feature_votes(const NtFeatures *f, const NtStretch *stretch, uint32_t token,
			  const uint8_t *labels, const NtTagVotes *votes, uint32_t *features)
{
	const NtSentence *sentence = &f->article->sentences.at[stretch->sentence];
	Out			out = {features, 0};
	uint32_t	mine = 0;

	for (int place = -1; place <= 1; place++)
	{
		uint32_t	i = token + (uint32_t) place;
		const NtTagVotes *v;
		int			own;
		uint32_t	all;
		uint32_t	within;

		if ((place < 0 && token == sentence->first) || i >= sentence->last || f->form[i] == NT_NONE ||
			f->forms[f->form[i]].places < 2)
			continue;
		v = &votes[f->form[i]];
		own = labels[i] == TAG_OUTSIDE ? VOTE_NONE : labels[i] >> 2;
		all = majority(v->as, 5, own);
		within = majority(v->within, 4, labels[i] == TAG_OUTSIDE || (labels[i] & 3) == TAG_UNIT ? -1 : own);
		if (all == 0)
			continue;
		add(&out, T_VOTE + (uint32_t) (place + 1) * 8, all);
		add(&out, T_VOTE + (uint32_t) (place + 1) * 8 + 1, within);
		add(&out, T_VOTE + (uint32_t) (place + 1) * 8 + 2, pair(all, within));
		if (place == 0)
		{
			mine = all;
			add(&out, T_VOTE + 30, pair(pair(all, within), labels[i]));
			add(&out, T_VOTE + 31, pair(all, f->shape[i]));
			add(&out, T_VOTE + 32, pair(pair(all, f->layout[stretch->sentence]), token == sentence->first));
		}
		else if (place == 1)
			add(&out, T_VOTE + 33, pair(mine, all));
	}
	return out.n;
}
