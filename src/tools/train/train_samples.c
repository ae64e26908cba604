/*
 * train_samples.c -- makes samples of documents: the stretches the tagger would
 * look at, the labels that count as right, and numbered features.
 *
 * Before labels are learned from, what is known to be wrong with them is
 * mended: titles are taken from persons, and where a silver label misses what
 * the gazetteer is sure of, either counts as right.
 */
#include "train/train.h"

#include "tool.h"
#include "read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static NtContext *const cx = &training.arena.cx;

static uint32_t
number_of(uint32_t hash)
{
	uint32_t	slot;

	if (training.numbers.hash.n * 2 >= training.numbers.mask)
	{
		uint32_t	size = training.numbers.mask == 0 ? 1 << 20 : (training.numbers.mask + 1) * 2;

		free(training.numbers.slots);
		training.numbers.slots = calloc(size, sizeof(uint32_t));
		training.numbers.mask = size - 1;
		for (uint32_t i = 0; i < training.numbers.hash.n; i++)
		{
			slot = training.numbers.hash.at[i] & training.numbers.mask;
			while (training.numbers.slots[slot] != 0)
				slot = (slot + 1) & training.numbers.mask;
			training.numbers.slots[slot] = i + 1;
		}
	}
	slot = hash & training.numbers.mask;
	while (training.numbers.slots[slot] != 0)
	{
		if (training.numbers.hash.at[training.numbers.slots[slot] - 1] == hash)
			return training.numbers.slots[slot] - 1;
		slot = (slot + 1) & training.numbers.mask;
	}
	*nt_push(cx, &training.numbers.hash) = hash;
	*nt_push(cx, &training.numbers.count) = 0;
	training.numbers.slots[slot] = training.numbers.hash.n;
	return training.numbers.hash.n - 1;
}

/*
 * doubt_outside: where a silver label says that a word is no name but the
 * gazetteer knows nothing else of that name, either may be right.
 */
static void
doubt_outside(const NtArticle *a, uint32_t *sets)
{
	static const struct
	{
		int			class;
		int			type;
	}			known[] = {{LEX_ORG_NAME, TAG_ORG}, {LEX_PLACE_NAME, TAG_PLACE}};

	for (uint32_t i = 0; i < a->tokens.n; i++)
	{
		const NtToken *t = &a->tokens.at[i];
		uint64_t	classes = token_classes(article_vocab(a), t);

		if (sets[i] != UINT32_C(1) << TAG_OUTSIDE || !(t->flags & TOKEN_CAPITAL) || (classes & LEX_BIT(LEX_AMBIGUOUS)))
			continue;
		for (int k = 0; k < 2; k++)
			if (classes & LEX_BIT(known[k].class))
				sets[i] |= UINT32_C(1) << (known[k].type * 4 + TAG_UNIT);
	}
}

#define ONLY(type, position) (UINT32_C(1) << ((type) * 4 + (position)))

static bool
is_title(const NtArticle *a, uint32_t token)
{
	return (token_classes(article_vocab(a), &a->tokens.at[token]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE))) != 0;
}

/* strip_titles takes from a person what stands before the name: Prime Minister | Ariel Sharon. */
static void
strip_titles(const NtArticle *a, uint32_t *sets)
{
	for (uint32_t i = 0; i < a->tokens.n; i++)
	{
		uint32_t	last = i;
		uint32_t	name = i;

		if (sets[i] == ONLY(TAG_PERSON, TAG_UNIT) && is_title(a, i))
			sets[i] |= UINT32_C(1) << TAG_OUTSIDE;
		if (sets[i] != ONLY(TAG_PERSON, TAG_BEGIN))
			continue;
		while (last + 1 < a->tokens.n && sets[last] != ONLY(TAG_PERSON, TAG_LAST))
			last++;
		for (uint32_t k = i; k < last; k++)
			if (is_title(a, k))
				name = k + 1;
		if (name > i)
		{
			for (uint32_t k = i; k < name; k++)
				sets[k] = UINT32_C(1) << TAG_OUTSIDE;
			sets[name] = name == last ? ONLY(TAG_PERSON, TAG_UNIT) : ONLY(TAG_PERSON, TAG_BEGIN);
		}
		i = last;
	}
}

void
samples_make(void)
{
	training.articles = cx->alloc(cx, sizeof(NtArticle *) * training.docs.n);
	training.features = cx->alloc(cx, sizeof(NtFeatures) * training.docs.n);
	for (uint32_t d = 0; d < training.docs.n; d++)
	{
		GoldDoc    *doc = training.docs.at[d];
		NtArticle  *a = cx->alloc(cx, sizeof(*a));
		NtFeatures *f = &training.features[d];
		uint32_t   *sets;
		uint32_t   *given;
		uint32_t   *second;

		training.articles[d] = a;
		article_open(cx, a, &training.know, doc->text, doc->len);
		article_need(a, STAGE_SECTIONS);
		feature_open(f, a, &training.know.tagger, training.caseless);
		sets = corpus_token_sets(cx, doc, a);
		second = doc->second != NULL ? corpus_token_sets(cx, doc->second, a) : NULL;
		if (doc->source == SOURCE_POLNEAR || doc->source == SOURCE_GMB)
			doubt_outside(a, sets);
		if (doc->source == SOURCE_GMB || doc->source == SOURCE_GUM)
			strip_titles(a, sets);
		given = cx->alloc(cx, sizeof(uint32_t) * (a->tokens.n + 1));
		memcpy(given, sets, sizeof(uint32_t) * a->tokens.n);
		for (uint32_t s = 0; s < f->stretches.n; s++)
		{
			Sample	   *sample = nt_push(cx, &training.samples);
			uint32_t	buffer[FEATURE_MAX];
			NtArray(uint32_t) all = {0};

			memset(sample, 0, sizeof(*sample));
			sample->doc = d;
			sample->stretch = f->stretches.at[s];
			sample->n = sample->stretch.last - sample->stretch.first;
			sample->allowed = sets + sample->stretch.first;
			sample->given = given + sample->stretch.first;
			sample->second = second != NULL ? second + sample->stretch.first : NULL;
			sample->offsets = cx->alloc(cx, sizeof(uint32_t) * (sample->n + 1));
			sample->labels = nt_alloc0(cx, sample->n);
			nt_reserve(cx, &all, sample->n * 64);
			for (uint32_t i = 0; i < sample->n; i++)
			{
				int			n = feature_token(f, &sample->stretch, sample->stretch.first + i, buffer);

				if (n > FEATURE_MAX)
					tool_die("more than %d features", FEATURE_MAX);
				sample->offsets[i] = all.n;
				for (int k = 0; k < n; k++)
				{
					uint32_t	number = number_of(buffer[k]);

					*nt_push(cx, &all) = number;
					if (doc->source != SOURCE_HELD)
						training.numbers.count.at[number]++;
				}
			}
			sample->offsets[sample->n] = all.n;
			sample->features = all.at;
		}
	}
}

/* samples_keep_features drops those seen less than `least` times. */
void
samples_keep_features(uint32_t least)
{
	nt_reserve(cx, &training.numbers.kept, training.numbers.hash.n);
	training.numbers.n_kept = 0;
	for (uint32_t i = 0; i < training.numbers.hash.n; i++)
		training.numbers.kept.at[i] = training.numbers.count.at[i] >= least ? training.numbers.n_kept++ : NT_NONE;
	for (uint32_t x = 0; x < training.samples.n; x++)
	{
		Sample	   *s = &training.samples.at[x];
		uint32_t	out = 0;

		for (uint32_t i = 0; i < s->n; i++)
		{
			uint32_t	k = s->offsets[i];

			s->offsets[i] = out;
			for (; k < s->offsets[i + 1]; k++)
				if (training.numbers.kept.at[s->features[k]] != NT_NONE)
					s->features[out++] = training.numbers.kept.at[s->features[k]];
		}
		s->offsets[s->n] = out;
	}
	{
		uint32_t	tokens = 0;
		uint32_t	all = 0;

		for (uint32_t x = 0; x < training.samples.n; x++)
			tokens += training.samples.at[x].n;
		for (uint32_t d = 0; d < training.docs.n; d++)
			all += training.articles[d]->tokens.n;
		printf("%u stretches, %u of %u tokens\n", training.samples.n, tokens, all);
	}
	printf("%u features, %u of them seen %u times or more\n", training.numbers.hash.n, training.numbers.n_kept, least);
}

/* samples_vote_number numbers a feature of the second pass; NT_NONE: not seen in training. */
uint32_t
samples_vote_number(uint32_t hash, bool may_add)
{
	uint32_t	known = training.numbers.hash.n;
	uint32_t	number = number_of(hash);

	if (number == known)
	{
		nt_reserve(cx, &training.numbers.kept, training.numbers.hash.n);
		training.numbers.kept.at[number] = may_add ? training.numbers.n_kept++ : NT_NONE;
	}
	return training.numbers.kept.at[number];
}
