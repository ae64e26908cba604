/*
 * name_part.c -- two names that the tagger took for one.
 *
 *     Farland | 's | Orbex Bank     a place or body that owns another
 *     Orbex Institute | Ann Reed    somebody of it
 *     Cathal Shea | of | the Farland Party
 *     RSS | / | BJP                 two bodies
 *     Kuwaiti | Al-Enezi            a nation, and one of it
 *     Farland Stadium | in | Orbury     a place that follows
 *     Denver | -based | Stack       where it is at home
 */
#include "name/name_trim.h"

/* part_tag puts a tag in two, [first, middle) of type before and [from, last) after. */
void
part_tag(NtNameFinder *f, NtTag *tag, uint32_t middle, uint32_t from, int before, int after)
{
	NtTag		left = *tag;

	left.last = middle;
	left.type = (uint8_t) before;
	*nt_push(f->cx, &f->tags) = left;
	tag->first = from;
	tag->type = (uint8_t) after;
}

/* part_alias: Pappu Orr | alias | Chhotu */
void
part_alias(NtNameFinder *f, NtTag *tag)
{
	for (uint32_t i = tag->first + 1; i + 1 < tag->last; i++)
		if (token_has(&f->tokens[i], f->words->alias) && !(f->tokens[i].flags & TOKEN_CAPITAL))
		{
			part_tag(f, tag, i, i + 1, TAG_PERSON, TAG_PERSON);
			return;
		}
}

/* owner_end returns the possessive after a place that owns an organisation: "Farland | 's | Orbex Bank". */
static uint32_t
owner_end(const NtNameFinder *f, const NtTag *tag)
{
	for (uint32_t k = tag->first + 1; k + 2 < tag->last && k < tag->first + 4; k++)
		if (f->tokens[k].kind == TOKEN_CLITIC)
			return phrase_kind(f, tag->first, k) == ENTITY_GPE && phrase_at(f, tag->first, tag->last) == NULL ? k : 0;
	return 0;
}

/* body_owner_end returns the possessive after a body that owns another: "the Orbex Agency | 's | Trade Division"; 0: none does. */
static uint32_t
body_owner_end(const NtNameFinder *f, const NtTag *tag)
{
	for (uint32_t k = tag->first + 1; k + 2 < tag->last; k++)
		if (f->tokens[k].kind == TOKEN_CLITIC)
			return phrase_entry(f, tag->first, tag->last) == 0 && token_is(f->vocab, &f->tokens[tag->last - 1], LEX_ORG_HEAD) &&
				((k - tag->first > 1 && token_is(f->vocab, &f->tokens[k - 1], LEX_ORG_HEAD)) ||
				 (k - tag->first == 1 && (f->tokens[tag->first].flags & (TOKEN_UPPER | TOKEN_ACRONYM)))) ? k : 0;
	return 0;
}

/* is_club_of: in sports news, "Orbex of Farland" is a club and a place. */
static bool
is_club_of(const NtNameFinder *f, const NtTag *tag)
{
	return f->sporty && tag->last - tag->first >= 3 && token_has(&f->tokens[tag->first + 1], f->words->of) &&
		!(token_classes(f->vocab, &f->tokens[tag->first]) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_PLACE_HEAD) | LEX_BIT(LEX_COMMON_WORD))) &&
		phrase_kind(f, tag->first + 2, tag->last) == ENTITY_GPE;
}

/* part_owner: Farland | 's | Orbex Bank; Orbex | of | Farland */
void
part_owner(NtNameFinder *f, NtTag *tag)
{
	uint32_t	middle;

	if (tag->type != TAG_ORG)
		return;
	if ((middle = owner_end(f, tag)) != 0)
		part_tag(f, tag, middle, middle + 1, TAG_PLACE, TAG_ORG);
	else if ((middle = body_owner_end(f, tag)) != 0)
		part_tag(f, tag, middle, middle + 1, TAG_ORG, TAG_ORG);
	else if (is_club_of(f, tag))
		part_tag(f, tag, tag->first + 1, tag->first + 2, TAG_ORG, TAG_PLACE);
}

/* body_part tells of a body of two words and more with a head, before or after "and". */
static bool
body_part(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	if (last - first < 2)
		return false;
	if (phrase_entry(f, first, last) != 0)
		return true;
	for (uint32_t i = first + 1; i + 1 < last; i++)
		if (token_has(&f->tokens[i], f->words->of))
			return token_is(f->vocab, &f->tokens[i - 1], LEX_ORG_HEAD);
	return false;
}

/*
 * part_and: the National Assembly | and | the Council of Orr, of which one is
 * known, or heads with "of" what the other cannot be part of; RSS | / | BJP.
 */
void
part_and(NtNameFinder *f, NtTag *tag)
{
	if (tag->type != TAG_ORG || phrase_entry(f, tag->first, tag->last) != 0)
		return;
	for (uint32_t k = tag->first + 1; k + 1 < tag->last; k++)
	{
		const NtToken *t = &f->tokens[k];
		uint32_t	from = token_has(&f->tokens[k + 1], f->words->the) ? k + 2 : k + 1;

		if (tag_words(tag) == 3 && k == tag->first + 1 && (t->kind == TOKEN_SYMBOL || t->kind == TOKEN_PUNCT) && t->hash == '/' &&
			(t[-1].flags & TOKEN_UPPER) && (t[1].flags & TOKEN_UPPER) && phrase_entry(f, tag->first, k) != 0 && phrase_entry(f, k + 1, tag->last) != 0)
		{
			part_tag(f, tag, k, k + 1, TAG_ORG, TAG_ORG);
			return;
		}
		if (token_has(t, f->words->and_) && from + 1 < tag->last && phrase_entry(f, tag->first, k) != 0 && k - tag->first > 1 &&
			token_is(f->vocab, t - 1, LEX_ORG_HEAD) && body_part(f, from, tag->last))
		{
			part_tag(f, tag, k, from, TAG_ORG, TAG_ORG);
			return;
		}
	}
}

/* is_dotted: S.Amarbold, whose initial is joined to the name */
static bool
is_dotted(const NtNameFinder *f, const NtToken *t)
{
	const char *text = f->article->text + t->start;

	return t->kind == TOKEN_WORD && t->end - t->start > 5 && text[0] >= 'A' && text[0] <= 'Z' && text[1] == '.' &&
		text[2] >= 'A' && text[2] <= 'Z' && text[3] >= 'a' && text[3] <= 'z';
}

/* has_bearer tells whether what stands before a given name may be of somebody: a body, or a country. */
static bool
has_bearer(const NtNameFinder *f, const NtTag *tag, uint32_t given)
{
	if (tag->type != TAG_PLACE)
		return given - tag->first >= 2 &&
			(token_is(f->vocab, &f->tokens[given - 1], LEX_ORG_HEAD) || (given - tag->first > 2 && phrase_entry(f, tag->first, given) != 0));
	return vocab_is_country(f->vocab, phrase_entry(f, tag->first, given));
}

/*
 * part_bearer: Orbex Institute | Ann Reed: a body's head, and a given name
 * and what looks like a surname after it.
 */
void
part_bearer(NtNameFinder *f, NtTag *tag)
{
	const uint64_t other = LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_NORP_NAME);
	uint32_t	given;

	if (tag->type == TAG_PERSON || phrase_entry(f, tag->first, tag->last) != 0)
		return;
	if (is_dotted(f, &f->tokens[tag->last - 1]))
	{
		part_tag(f, tag, tag->last - 1, tag->last - 1, tag->type, TAG_PERSON);
		return;
	}
	for (uint32_t n = 2; n <= 3 && n < tag_words(tag); n++)
	{
		bool		named = true;

		given = tag->last - n;
		if (!token_is(f->vocab, &f->tokens[given], LEX_GIVEN_NAME) || !has_bearer(f, tag, given))
			continue;
		for (uint32_t i = given; i < tag->last; i++)
			named &= f->tokens[i].kind == TOKEN_WORD && (f->tokens[i].flags & (TOKEN_CAPITAL | TOKEN_UPPER)) == TOKEN_CAPITAL &&
				!(token_classes(f->vocab, &f->tokens[i]) & (i == given ? other & ~LEX_BIT(LEX_PLACE_NAME) : other));
		if (named)
		{
			part_tag(f, tag, given, given, tag->type == TAG_PLACE ? TAG_PLACE : TAG_ORG, TAG_PERSON);
			return;
		}
	}
}

/* part_member: Cathal Shea | of | the Farland Party */
void
part_member(NtNameFinder *f, NtTag *tag)
{
	const uint64_t body = LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_PLACE_HEAD) | LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_TITLE);
	uint32_t	of = tag->first;
	uint32_t	from;
	int			kind;

	if (tag->type == TAG_PERSON || !token_is(f->vocab, &f->tokens[tag->first], LEX_GIVEN_NAME))
		return;
	while (of < tag->last && !token_has(&f->tokens[of], f->words->of))
	{
		if (f->tokens[of].kind != TOKEN_WORD || (!(f->tokens[of].flags & TOKEN_FOREIGN) && (token_classes(f->vocab, &f->tokens[of]) & body)))
			return;
		of++;
	}
	if (of < tag->first + 2 || of + 1 >= tag->last)
		return;
	from = token_has(&f->tokens[of + 1], f->words->the) ? of + 2 : of + 1;
	kind = from < tag->last ? phrase_kind(f, from, tag->last) : 0;
	if (kind == ENTITY_ORG || kind_is_place(kind))
		part_tag(f, tag, of, from, TAG_PERSON, kind == ENTITY_ORG ? TAG_ORG : TAG_PLACE);
}

/* part_nation: Kuwaiti | Al-Enezi: a nation before a person, who is not called so */
void
part_nation(NtNameFinder *f, NtTag *tag)
{
	uint32_t	nation;

	if (tag->type != TAG_PERSON || (token_classes(f->vocab, &f->tokens[tag->first]) & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME))) ||
		f->tokens[tag->first + 1].kind != TOKEN_WORD || phrase_entry(f, tag->first, tag->last) != 0)
		return;
	nation = phrase_entry(f, tag->first, tag->first + 1);
	if (nation != 0 && f->vocab->entries[nation].kind == ENTITY_NORP && f->vocab->entries[nation].country[0] != '\0')
		part_tag(f, tag, tag->first + 1, tag->first + 1, TAG_OTHER, TAG_PERSON);
}

/* part_people: Jewish | Supreme Court; Native American | Supreme Court */
void
part_people(NtNameFinder *f, NtTag *tag)
{
	if (tag->type != TAG_ORG || tag_words(tag) < 3 || phrase_entry(f, tag->first, tag->last) != 0)
		return;
	for (uint32_t n = 1; n <= 2 && n + 1 < tag_words(tag); n++)
	{
		uint32_t	body = tag->first + n;

		if (phrase_kind(f, tag->first, body) != ENTITY_NORP || phrase_kind(f, body, tag->last) != ENTITY_ORG ||
			token_is(f->vocab, &f->tokens[body], LEX_PLACE_NAME))
			continue;
		part_tag(f, tag, body, body, TAG_OTHER, TAG_ORG);
		return;
	}
}

/*
 * place_inside returns the "in" that parts a name that is whole before it from
 * a place after it ("Farland Stadium | in | Orbury"), or the "on" before a street; 0 when there is none.
 */
static uint32_t
place_inside(const NtNameFinder *f, const NtTag *tag)
{
	const uint64_t heads = LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_PLACE_HEAD);

	for (uint32_t k = tag->first + 1; k + 1 < tag->last; k++)
		if (token_has(&f->tokens[k], f->words->in) &&
			(token_classes(f->vocab, &f->tokens[k - 1]) & heads) &&
			token_is(f->vocab, &f->tokens[tag->last - 1], LEX_PLACE_NAME))
			return k;
		else if (token_has(&f->tokens[k], f->words->on) && (token_classes(f->vocab, &f->tokens[k - 1]) & heads) &&
				 tag->last - k <= 4 && token_is(f->vocab, &f->tokens[tag->last - 1], LEX_PLACE_HEAD))
			return k;
	return 0;
}

/* part_place: Farland Stadium | in | Orbury */
void
part_place(NtNameFinder *f, NtTag *tag)
{
	uint32_t	in = tag->type == TAG_PERSON ? 0 : place_inside(f, tag);

	if (in != 0)
		part_tag(f, tag, in, in + 1, tag->type, TAG_PLACE);
}

/* is_of_home: based, of Denver-based: what is said of a place, over a hyphen, for the name behind it */
static bool
is_of_home(const NtNameFinder *f, uint32_t i)
{
	const NtNameWords *w = f->words;
	uint32_t	word = f->tokens[i].word;

	return word != 0 && f->tokens[i - 1].mark == MARK_HYPHEN && !(f->tokens[i].flags & TOKEN_CAPITAL) &&
		(word == w->based || word == w->headquartered || word == w->born || word == w->owned || word == w->backed || word == w->listed || word == w->led);
}

/* part_home makes two tags of one: Denver | -based | Stack; it returns the first, and leaves the rest; an empty one: there is none. */
NtTag
part_home(const NtNameFinder *f, NtTag *tag)
{
	NtTag		home = *tag;

	for (uint32_t i = tag->first + 2; i < tag->last; i++)
		if (is_of_home(f, i))
		{
			home.last = i - 1;
			if (token_has(&f->tokens[i], f->words->based) || token_has(&f->tokens[i], f->words->headquartered))
				home.type = TAG_PLACE;
			tag->first = i + 1;
			if (tag->type == TAG_OTHER && f->tokens[i].word != f->words->born)
				tag->type = TAG_ORG;
			return home;
		}
	tag_drop(&home);
	return home;
}
