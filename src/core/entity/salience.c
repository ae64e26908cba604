/*
 * salience.c -- what an article is about.
 *
 * An entity's salience is the sum of its mentions': one in the headline says
 * most, one in the lead more than one further down, a caption less; whoever
 * speaks ("Okoro said") counts more.  Nationalities count half, since they
 * mostly qualify something else.  Equal ones keep the order of the text.
 */
#include "entity/salience.h"

enum
{
	WEIGHT_HEADLINE = 60,
	WEIGHT_LEAD = 20,			/* the first paragraph */
	WEIGHT_BODY = 10,
	WEIGHT_CAPTION = 3,
	WEIGHT_BYLINE = 1,
	WEIGHT_SPEAKS = 6
};

static uint32_t
section_weight(const NtArticle *a, uint32_t section, uint32_t lead)
{
	if (section >= a->sections.n)
		return WEIGHT_BODY;
	switch ((NtSectionKind) a->sections.at[section].kind)
	{
		case SECTION_HEADLINE:
			return WEIGHT_HEADLINE;
		case SECTION_SUBHEADING:
			return WEIGHT_LEAD;
		case SECTION_PARAGRAPH:
			return section == lead ? WEIGHT_LEAD : WEIGHT_BODY;
		case SECTION_CAPTION:
			return a->sections.at[section].repeated ? WEIGHT_BYLINE : WEIGHT_CAPTION;
		case SECTION_BYLINE:
		case SECTION_DATELINE:
		case SECTION_BOILERPLATE:
			return WEIGHT_BYLINE;
	}
	return WEIGHT_BODY;
}

static bool
speaks(const NtArticle *a, const NtMention *m)
{
	const NtVocab *vocab = article_vocab(a);

	return (m->last < a->tokens.n && token_is(vocab, &a->tokens.at[m->last], LEX_CUE)) ||
		(m->first > 0 && token_is(vocab, &a->tokens.at[m->first - 1], LEX_CUE));
}

static void
weigh(NtArticle *a)
{
	uint32_t	section = 0;
	uint32_t	lead = 0;

	while (lead < a->sections.n && a->sections.at[lead].kind != SECTION_PARAGRAPH)
		lead++;
	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		const NtMention *m = &a->mentions.at[i];
		NtEntity   *e = &a->entities.at[m->entity];
		uint32_t	weight;

		nt_tick(a->cx);
		while (section < a->sections.n && a->sections.at[section].last <= m->first)
			section++;
		weight = section_weight(a, section, lead);
		if (e->kind == ENTITY_PERSON && speaks(a, m))
			weight += WEIGHT_SPEAKS;
		weight *= e->kind == ENTITY_NORP ? 1 : 2;
		e->salience = e->salience > UINT32_MAX - weight ? UINT32_MAX : e->salience + weight;
	}
}

static bool
before(const NtArticle *a, uint32_t x, uint32_t y)
{
	const NtEntity *ex = &a->entities.at[x];
	const NtEntity *ey = &a->entities.at[y];

	if (ex->salience != ey->salience)
		return ex->salience > ey->salience;
	return x < y;
}

/*
 * salience_rank sets every entity's salience and stores in order the numbers
 * of the entities, most salient first (merge sort: the server's stack and
 * libc's malloc stay out of it).
 */
void
salience_rank(NtArticle *a, uint32_t *order)
{
	uint32_t	n = a->entities.n;
	uint32_t   *from = order;
	uint32_t   *to = a->cx->alloc(a->cx, (size_t) n * sizeof(uint32_t) + 1);

	weigh(a);
	for (uint32_t i = 0; i < n; i++)
		order[i] = i;
	for (uint32_t width = 1; width < n; width *= 2)
	{
		uint32_t   *swap;

		for (uint32_t left = 0; left < n; left += 2 * width)
		{
			uint32_t	middle = n - left < width ? n : left + width;
			uint32_t	end = n - left < 2 * width ? n : left + 2 * width;
			uint32_t	i = left;
			uint32_t	j = middle;

			for (uint32_t k = left; k < end; k++)
			{
				nt_tick(a->cx);
				if (i < middle && (j >= end || !before(a, from[j], from[i])))
					to[k] = from[i++];
				else
					to[k] = from[j++];
			}
			if (n - left < 2 * width)
				break;
		}
		swap = from;
		from = to;
		to = swap;
	}
	if (from != order)
		for (uint32_t i = 0; i < n; i++)
			order[i] = from[i];
}
