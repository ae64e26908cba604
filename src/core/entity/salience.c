/*
 * salience.c -- what an article is about.
 *
 * An entity's salience is the sum of its mentions': one in the headline says
 * most, one in the lead more than one further down, a caption less; whoever
 * speaks ("Okoro said") counts more.  Nationalities count half, since they
 * mostly qualify something else.  Equal ones keep the order of the text.
 */
#include "entity/salience.h"

#include "base/sort.h"

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
more_salient(const void *x, const void *y, const void *data)
{
	const NtArticle *a = data;

	return a->entities.at[*(const uint32_t *) x].salience > a->entities.at[*(const uint32_t *) y].salience;
}

/*
 * salience_rank sets every entity's salience and stores in order the numbers
 * of the entities, most salient first.
 */
void
salience_rank(NtArticle *a, uint32_t *order)
{
	uint32_t	n = a->entities.n;

	weigh(a);
	for (uint32_t i = 0; i < n; i++)
		order[i] = i;
	nt_sort(a->cx, order, n, sizeof(uint32_t), more_salient, a);
}
