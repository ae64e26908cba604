/*
 * name_tag.c -- weighs what the statistical tagger found against the lexicons
 * and patterns.
 *
 *     Dr. Okoro of Farland Bay told the Clean Rivers Act panel
 *         [PER]    [place    ]          [other         ]         the tagger
 *                  [loc      ]          [law           ]         patterns
 *
 * The tagger knows where a name stands and whether it is a person, place or
 * organisation better than rules do; rules and lexicons know the finer kinds,
 * entries, and what is too rare to be learned.  So its names are candidates
 * among the others, and they shift the others' scores: a candidate with the
 * span and type of a tag gains, one that cuts a tag or where the tagger saw
 * nothing loses.  What decides in the end is the best reading of the chunk.
 */
#include "name.h"

enum
{
	TAG_BASE = 34,				/* a tag alone; for each word: */
	TAG_WORD = 26,
	TAG_SURE = 30,				/* times its confidence */
	TAG_SAME = 46,				/* same span and type */
	TAG_OTHER_KIND = -24,		/* same span, other type; times confidence: */
	TAG_OTHER_KIND_SURE = -40,
	TAG_CUT = -20,				/* overlaps a tag otherwise; times confidence: */
	TAG_CUT_SURE = -50,
	TAG_ABSENT = -30,			/* no tag there: patterns */
	TAG_ABSENT_ENTRY = -24		/* no tag there: lexicons */
};

static int
times(int score, int thousandths)
{
	return score * thousandths / 1000;
}

/* tag_next returns the first tag that ends after a token; tags stand in text order. */
static const NtTag *
tag_next(NtNameFinder *f, uint32_t token)
{
	while (f->next_tag > 0 && f->tags.at[f->next_tag - 1].last > token)
		f->next_tag--;
	while (f->next_tag < f->tags.n && f->tags.at[f->next_tag].last <= token)
		f->next_tag++;
	return f->next_tag < f->tags.n ? &f->tags.at[f->next_tag] : NULL;
}

/* tag_begins tells whether a tag begins at a token. */
bool
tag_begins(NtNameFinder *f, uint32_t token)
{
	const NtTag *tag = tag_next(f, token);

	return tag != NULL && tag->first == token;
}

bool
tag_fits(int type, int kind)
{
	switch (kind)
	{
		case 0:
			return type != TAG_OTHER;
		case ENTITY_PERSON:
			return type == TAG_PERSON;
		case ENTITY_ORG:
			return type == TAG_ORG;
		case ENTITY_GPE:
		case ENTITY_LOC:
		case ENTITY_FAC:
			return type == TAG_PLACE;
		default:
			return type == TAG_OTHER;
	}
}

/* tag_weigh returns what the tagger adds to a candidate's score. */
int
tag_weigh(NtNameFinder *f, const NtCandidate *c)
{
	const NtTag *tag;

	if (!f->tagged)
		return 0;
	tag = tag_next(f, c->first);
	if (tag == NULL || tag->first >= c->last)
		return c->evidence == EVIDENCE_LEXICON ? TAG_ABSENT_ENTRY : TAG_ABSENT;
	if (tag->first != c->first || tag->last != c->last)
		return TAG_CUT + times(TAG_CUT_SURE, tag->confidence);
	if (tag_fits(tag->type, c->kind))
		return TAG_SAME + times(TAG_SURE, tag->confidence);
	return TAG_OTHER_KIND + times(TAG_OTHER_KIND_SURE, tag->confidence);
}

static int
default_kind(int type)
{
	switch ((NtTagType) type)
	{
		case TAG_PERSON:
			return ENTITY_PERSON;
		case TAG_PLACE:
			return ENTITY_GPE;
		case TAG_ORG:
			return ENTITY_ORG;
		case TAG_OTHER:
			return ENTITY_NORP;
	}
	return ENTITY_ORG;
}

/* tag_offer offers the tag that begins at an item. */
void
tag_offer(NtNameFinder *f, uint32_t item)
{
	uint32_t	first = f->items[item].token;
	const NtTag *tag;
	NtCandidate c = {0};
	uint32_t	to = item + 1;
	int			words = 0;

	if (!f->tagged)
		return;
	tag = tag_next(f, first);
	if (tag == NULL || tag->first != first)
		return;
	c.first = tag->first;
	c.last = tag->last;
	for (uint32_t i = c.first; i < c.last && words < 8; i++)
		words += f->tokens[i].kind == TOKEN_WORD;
	c.score = TAG_BASE + TAG_WORD * words + times(TAG_SURE, tag->confidence);
	c.kind = (uint8_t) default_kind(tag->type);
	c.evidence = EVIDENCE_TAGGER;
	while (to < f->n && f->items[to].token < c.last)
		to++;
	chunk_offer(f, item, to, c);
}
