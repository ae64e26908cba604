/*
 * name_kind.c -- the finer kind of what the tagger found.
 *
 * The tagger tells persons, places, organisations and others apart.  A head
 * word tells the rest: "Mill Street" is a facility, "Lena River" a location,
 * "Machinery Act" a law, "Storm Gerda" an event.  Without one a place is a
 * city or state (gpe), one other word a people (norp), several others what
 * stands in quotation marks (work of art), in sports news an event, and else
 * a product.
 */
#include "name.h"

/* head_of returns the item whose class decides: the last word, or the first. */
static const NtItem *
head_of(const NtNameFinder *f, uint32_t from, uint32_t to, int class)
{
	const NtItem *last = &f->items[to - 1];

	if (last->flags & ITEM_NUMBER && to - 1 > from)
		last--;
	if (last > &f->items[from] && (last->classes & LEX_BIT(class)))
		return last;
	if (to - from > 1 && (f->items[from].classes & LEX_BIT(class)))
		return &f->items[from];
	return NULL;
}

static bool
is_place_kind(int kind)
{
	return kind == ENTITY_GPE || kind == ENTITY_LOC || kind == ENTITY_FAC;
}

/* place_kind: a head that is an organisation's too (House, Centre) is a building's. */
static int
place_kind(const NtItem *head)
{
	return is_place_kind(head->head_kind) ? head->head_kind : head->head_kind == ENTITY_ORG ? ENTITY_FAC : ENTITY_LOC;
}

static int
kind_of_place(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const NtItem *head = head_of(f, from, to, LEX_PLACE_HEAD);

	if (head == NULL)
		return to - from > 1 && (f->items[to - 1].classes & LEX_BIT(LEX_ORG_HEAD)) ? ENTITY_ORG : ENTITY_GPE;
	return place_kind(head);
}

/*
 * kind_of_org: an "organisation" whose last word is a law's, an event's or a
 * building's, and no organisation's, is that.
 */
static int
kind_of_org(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const NtItem *last = &f->items[to - 1];

	if (f->items[from].flags & ITEM_WORK)
		return ENTITY_WORK_OF_ART;
	if (to - from == 1 && (last->classes & LEX_BIT(LEX_LAW_HEAD)) && (last->flags & ITEM_ORDINARY))
		return ENTITY_LAW;
	if (to - from < 2 || (last->classes & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX))))
		return ENTITY_ORG;
	if (last->classes & LEX_BIT(LEX_LAW_HEAD))
		return ENTITY_LAW;
	if ((last->classes & LEX_BIT(LEX_PLACE_HEAD)) && last->head_kind == ENTITY_FAC)
		return ENTITY_FAC;
	return ENTITY_ORG;
}

static int
kind_of_other(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	static const struct
	{
		int			class;
		int			kind;
	}			heads[] = {
		{LEX_LAW_HEAD, ENTITY_LAW},
		{LEX_EVENT_HEAD, ENTITY_EVENT},
		{LEX_WORK_HEAD, ENTITY_WORK_OF_ART},
		{LEX_PRODUCT_HEAD, ENTITY_PRODUCT},
	};
	const NtToken *before;
	const NtItem *head;

	if (f->items[from].flags & ITEM_WORK)
		return ENTITY_WORK_OF_ART;
	if (to - from == 1)
		return ENTITY_NORP;
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (head_of(f, from, to, heads[i].class) != NULL)
			return heads[i].kind;
	if (f->items[to - 1].classes & LEX_BIT(LEX_ORG_HEAD))
		return ENTITY_ORG;
	if ((head = head_of(f, from, to, LEX_PLACE_HEAD)) != NULL)
		return place_kind(head);
	for (uint32_t i = from; i < to; i++)
		if (f->items[i].classes & LEX_BIT(LEX_NORP_NAME))
			return ENTITY_NORP;
	if (f->items[from].token > f->first)
	{
		before = &f->tokens[f->items[from].token - 1];
		if (token_is_mark(before, '"') || token_is_mark(before, 0x201C) || token_is_mark(before, 0x2018))
			return ENTITY_WORK_OF_ART;
	}
	return f->sport ? ENTITY_EVENT : ENTITY_PRODUCT;
}

/* kind_of_person: a storm has a person's name. */
static int
kind_of_person(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const NtItem *first = &f->items[from];

	return to - from == 2 && (first->flags & ITEM_ORDINARY) && (first->classes & LEX_BIT(LEX_EVENT_HEAD)) ?
		ENTITY_EVENT : ENTITY_PERSON;
}

/* kind_of_tag returns the kind of a name of a type (NtTagType) at items [from, to). */
int
kind_of_tag(const NtNameFinder *f, int type, uint32_t from, uint32_t to)
{
	switch ((NtTagType) type)
	{
		case TAG_PERSON:
			return kind_of_person(f, from, to);
		case TAG_PLACE:
			return kind_of_place(f, from, to);
		case TAG_ORG:
			return kind_of_org(f, from, to);
		case TAG_OTHER:
			return kind_of_other(f, from, to);
	}
	return ENTITY_ORG;
}
