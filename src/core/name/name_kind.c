/*
 * name_kind.c -- the finer kind of what the tagger found.
 *
 * The tagger tells persons, places, organisations and others apart.  A head
 * word tells the rest: "Mill Street" is a facility, "Lena River" a location,
 * "Machinery Act" a law, "Storm Gerda" an event.  Without one a place is a
 * city or state (gpe), one other word that ends like a people's name a people (norp), several others what
 * stands in quotation marks (work of art), in sports news an event, and else
 * a product.
 */
#include "name/name.h"

#include "name/name_english.h"
#include "base/ascii.h"
#include "base/utf8.h"

/* head_of returns the item whose class decides: the last word, or the first. */
static const NtItem *
head_of(const NtNameFinder *f, uint32_t from, uint32_t to, int class)
{
	const NtItem *last = &f->items[to - 1];

	if (last->flags & ITEM_NUMBER && to - 1 > from)
		last--;
	if (last > &f->items[from] && (last->classes & LEX_BIT(class)))
		return last;
	/* St Eustatius is no street; Port Gamble Dancers no port */
	if (to - from > 1 && (to - from < 4 || class != LEX_PLACE_HEAD || (last->classes & (LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_SURNAME)))) && (f->items[from].classes & LEX_BIT(class)) &&
		(f->words->st == 0 || f->tokens[f->items[from].token].word != f->words->st))
		return &f->items[from];
	return NULL;
}

/*
 * of_head returns the word before the first "of" when its class is this and it
 * heads no organisation: "Treaty of Orr", "World Series of Darts".
 */
static const NtItem *
of_head(const NtNameFinder *f, uint32_t from, uint32_t to, int class)
{
	for (uint32_t i = from + 1; i + 1 < to; i++)
		if (f->items[i].joint == JOINT_OF)
			return (f->items[i - 1].classes & (LEX_BIT(class) | LEX_BIT(LEX_ORG_HEAD))) == LEX_BIT(class) ?
				&f->items[i - 1] : NULL;
	return NULL;
}

#define HEAD_WORDS 3			/* of the longest head: Special Administrative Region */

/* head_phrase returns the last words that head a name together, of a class: "Oban Wildlife Refuge", "the Oban Handicap Chase"; NULL: none. */
static const NtPhrase *
head_phrase(const NtNameFinder *f, uint32_t from, uint32_t to, int class)
{
	for (uint32_t n = to - from < HEAD_WORDS ? to - from : HEAD_WORDS; n > 1; n--)
	{
		const NtPhrase *p = phrase_at(f, f->items[to - n].token, f->items[to - 1].token + 1);

		if (p != NULL && (p->classes & LEX_BIT(class)))
			return p;
	}
	return NULL;
}

/* kind_by_place_head returns the kind of the place that the last words head together, 0: none: "the Special Economic Zone". */
int
kind_by_place_head(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const NtPhrase *p = head_phrase(f, from, to, LEX_PLACE_HEAD);

	return p == NULL ? 0 : p->kind != 0 ? p->kind : ENTITY_LOC;
}

/*
 * is_visited: "in Oban Hospital", "at the Lena Centre": a body's building, where
 * somebody is; org-heads.txt calls such heads kind=fac.
 */
static bool
is_visited(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const NtItem *last = &f->items[to - 1];
	uint32_t	before = f->items[from].token;

	if (!(last->classes & LEX_BIT(LEX_ORG_HEAD)) || last->head_kind != ENTITY_FAC || before <= f->first)
		return false;
	before--;
	if (token_has(&f->tokens[before], f->words->the) && before > f->first)
		before--;
	return token_is(f->vocab, &f->tokens[before], LEX_PLACE_PREPOSITION) || (token_has(&f->tokens[before], f->words->to));
}

/* place_kind: a head that is an organisation's too (House, Centre) is a building's. */
static int
place_kind(const NtItem *head)
{
	return kind_is_place(head->head_kind) ? head->head_kind :
		head->head_kind == ENTITY_ORG || (head->classes & LEX_BIT(LEX_ORG_HEAD)) ? ENTITY_FAC : ENTITY_LOC;
}

/* is_town_head: Port Talbot is a town, Talbot Port and the Port of Talbot none. */
bool
is_town_head(const NtNameFinder *f, uint32_t item)
{
	const uint32_t word = f->tokens[f->items[item].token].word;

	return word != 0 && word == f->words->port;
}

/* is_word_for_body: the Guardian, the Mirror. */
static bool
is_word_for_body(const NtNameFinder *f, const NtItem *item)
{
	const uint64_t both = LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_COMMON_WORD);

	return (item->classes & (both | LEX_BIT(LEX_PLACE_NAME))) == both && item->token > f->first && token_has(&f->tokens[item->token - 1], f->words->the);
}

static int
kind_of_place(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const NtItem *head = head_of(f, from, to, LEX_PLACE_HEAD);
	int			kind;

	/* the Orbury Open, the War of Farland's Succession */
	if (to - from > 1 && (((f->items[to - 1].classes & (LEX_BIT(LEX_EVENT_HEAD) | LEX_BIT(LEX_PLACE_HEAD) | LEX_BIT(LEX_ORG_HEAD))) == LEX_BIT(LEX_EVENT_HEAD)) ||
						  of_head(f, from, to, LEX_EVENT_HEAD) != NULL))
		return ENTITY_EVENT;
	if ((kind = kind_by_place_head(f, from, to)) != 0)
		return kind;
	if (to - from == 1 && is_word_for_body(f, &f->items[from]))
		return ENTITY_ORG;
	/* sub-Saharan Africa, whose first letter no entry has */
	if (to - from > 1 && !(f->tokens[f->items[from].token].flags & TOKEN_CAPITAL) && kind_is_place(kind = phrase_kind(f, f->items[from].token, f->items[to - 1].token + 1)))
		return kind;
	/* Sichuan Taifeng Lithium: a place, a word that none has, and what a firm makes */
	if (head == NULL && to - from == 3 && (f->items[from].classes & (LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_GIVEN_NAME))) == LEX_BIT(LEX_PLACE_NAME) &&
		f->tokens[f->items[from + 1].token].word == 0 &&
		(f->items[to - 1].classes & (LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_REGION_WORD))) == LEX_BIT(LEX_COMMON_WORD))
		return ENTITY_ORG;
	if (head == NULL)
		return to - from > 1 && (f->items[to - 1].classes & LEX_BIT(LEX_ORG_HEAD)) ? ENTITY_ORG : ENTITY_GPE;
	/* Port Alder Beacon */
	if (to - from > 2 && head == &f->items[from] && (f->items[to - 1].classes & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_PLACE_HEAD))) == LEX_BIT(LEX_ORG_HEAD))
		return ENTITY_ORG;
	/* Port Talbot, a town */
	if (to - from == 2 && head == &f->items[from] && is_town_head(f, from))
		return ENTITY_GPE;
	/* Islands Federation, Lakes Association */
	if (to - from == 2 && (f->items[to - 1].classes & LEX_BIT(LEX_ORG_NOUN)) && !(f->items[to - 1].classes & LEX_BIT(LEX_SURNAME)) &&
		(f->items[from].classes & LEX_BIT(LEX_PLACE_HEAD)))
		return ENTITY_ORG;
	/* Bank Handlowy */
	if (to - from > 1 && head == &f->items[from] && (head->classes & LEX_BIT(LEX_ORG_HEAD)))
		return ENTITY_ORG;
	return place_kind(head);
}

/* is_body_of: the Office of Trade and Strategy: a body's head before "of" goes before what ends the name. */
static bool
is_body_of(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	for (uint32_t i = from + 1; i + 1 < to; i++)
		if (f->items[i].joint == JOINT_OF)
			return (f->items[i - 1].classes & LEX_BIT(LEX_ORG_HEAD)) != 0;
	return false;
}

/* ends_in_body: the UN | World Food Programme, which a gazetteer has without what is put before it. */
static bool
ends_in_body(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	for (uint32_t i = from + 1; i + 1 < to; i++)
	{
		int			kind = f->items[i].joint == JOINT_NONE ? phrase_kind(f, f->items[i].token, f->items[to - 1].token + 1) : 0;

		if (kind != 0)
			return kind == ENTITY_ORG;
	}
	return false;
}

/* is_named_event: Storm Babet, Operation Kenova: what has a name of its own behind its noun */
static bool
is_named_event(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const uint32_t first = f->tokens[f->items[from].token].word;

	return to - from > 1 && to - from < 5 && first != 0 && (first == f->words->storm || first == f->words->operation) &&
		!(f->items[to - 1].classes & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX)));
}

/*
 * kind_of_org: an "organisation" whose last word is a law's, an event's or a
 * building's, and no organisation's, is that.
 */
static int
kind_of_org(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const NtItem *last = &f->items[to - 1];
	int			place;

	if (f->items[from].flags & ITEM_WORK)
		return ENTITY_WORK_OF_ART;
	if (to - from == 1 && (last->classes & LEX_BIT(LEX_LAW_HEAD)) && (last->flags & ITEM_ORDINARY))
		return ENTITY_LAW;
	if (is_named_event(f, from, to))
		return ENTITY_EVENT;
	if (to - from > 1 && (place = kind_by_place_head(f, from, to)) != 0)
		return place;
	if (is_body_of(f, from, to) || ends_in_body(f, from, to))
		return ENTITY_ORG;
	if (to - from > 1 && is_visited(f, from, to))
		return ENTITY_FAC;
	if (to - from < 2 || (last->classes & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX))))
		return ENTITY_ORG;
	/* the Farland Price Index */
	if ((last->classes & (LEX_BIT(LEX_PRODUCT_HEAD) | LEX_BIT(LEX_WORK_HEAD))) && (last->head_kind == ENTITY_PRODUCT || last->head_kind == ENTITY_WORK_OF_ART))
		return last->head_kind;
	if ((last->classes & LEX_BIT(LEX_LAW_HEAD)) || of_head(f, from, to, LEX_LAW_HEAD) != NULL)
		return ENTITY_LAW;
	if ((last->classes & LEX_BIT(LEX_EVENT_HEAD)) || of_head(f, from, to, LEX_EVENT_HEAD) != NULL)
		return ENTITY_EVENT;
	if ((last->classes & LEX_BIT(LEX_PLACE_HEAD)) && last->head_kind == ENTITY_FAC)
		return ENTITY_FAC;
	return ENTITY_ORG;
}

#define ENDING_LETTERS 9		/* of the longest, data/en/lexicon/{people,street}-endings.txt */

/* is_ending: a street's, or a people's. */
static bool
is_ending(const NtWord *w, bool street)
{
	return (w->classes & LEX_BIT(LEX_WORD_ENDING)) && (w->value == ENTITY_FAC) == street;
}

/* word_ends tells whether a word ends in a street's or a people's ending, and is longer than it. */
static bool
word_ends(const NtNameFinder *f, const NtToken *t, bool street)
{
	char		folded[UTF8_FOLD_ROOM(64)];
	uint32_t	size = t->end - t->start;
	size_t		len;

	if (size > 64)
		return false;
	len = utf8_fold(f->article->text + t->start, size, folded);
	for (size_t n = 1; n <= ENDING_LETTERS && n < len; n++)
	{
		if (is_ending(&f->vocab->words[vocab_find(f->vocab, vocab_hash(folded + len - n, n))], street))
			return true;
	}
	return false;
}

/* is_street: Petersallee; Cornelius-Fredericks-Strasse */
static bool
is_street(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const NtToken *last = &f->tokens[f->items[to - 1].token];

	if (last->kind != TOKEN_WORD)
		return false;
	if (to - from == 1)
		return last->end - last->start >= 7 && !(f->items[from].classes & (LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_ORG_NAME))) &&
			word_ends(f, last, true);
	return (f->items[to - 1].flags & ITEM_HYPHEN) && is_ending(&f->vocab->words[last->word], true);
}

/* is_people: a word by itself that is known as a people's or ends like one. */
static bool
is_people(const NtNameFinder *f, const NtItem *item)
{
	const NtToken *t = &f->tokens[item->token];

	if (item->classes & LEX_BIT(LEX_NORP_NAME))
		return true;
	if (t->end - t->start < 5 || (t->flags & TOKEN_INNER_CAPITAL) || (item->classes & (LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_COMMON_WORD))) == (LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_COMMON_WORD)))
		return false;				/* the Guardian */
	return word_ends(f, t, false);
}

/* is_model: its last word has figures in it, as models of things have: "Aria W5". */
static bool
is_model(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const NtToken *t = &f->tokens[f->items[to - 1].token];

	return to - from > 1 && t->kind == TOKEN_WORD && t->end - t->start <= 6 &&
		ascii_is_digit(f->article->text[t->end - 1]);
}

/* is_model_inside: Galaxy S27 Edge, which the tagger takes for a place */
static bool
is_model_inside(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const char *text = f->article->text;

	if (to - from != 3 || (f->items[to - 1].classes & LEX_BIT(LEX_PLACE_HEAD)))
		return false;
	for (uint32_t i = from + 1; i + 1 < to; i++)
	{
		const NtToken *t = &f->tokens[f->items[i].token];

		if (t->kind == TOKEN_WORD && t->end - t->start <= 4 && text[t->start] >= 'A' && text[t->start] <= 'Z' && text[t->end - 1] >= '0' && text[t->end - 1] <= '9')
			return true;
	}
	return false;
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
	/* al-Mazroui */
	if (to - from == 2 && f->items[from].joint == JOINT_PARTICLE && (f->items[from + 1].flags & ITEM_HYPHEN) &&
		!(f->items[from + 1].classes & LEX_BIT(LEX_NORP_NAME)))
		return ENTITY_PERSON;
	if (to - from == 1 && is_people(f, &f->items[from]))
		return ENTITY_NORP;
	if (to - from == 1)
	{
		if (phrase_kind(f, f->items[from].token, f->items[from].token + 1) == ENTITY_LANGUAGE)
			return ENTITY_LANGUAGE;
		if (is_word_for_body(f, &f->items[from]))
			return ENTITY_ORG;
		/* the Jazz */
		return f->sport && f->items[from].token > f->first && token_has(&f->tokens[f->items[from].token - 1], f->words->the) ?
			ENTITY_ORG : ENTITY_PRODUCT;
	}
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (head_of(f, from, to, heads[i].class) != NULL || of_head(f, from, to, heads[i].class) != NULL || head_phrase(f, from, to, heads[i].class) != NULL)
			return heads[i].kind;
	/* the Eastern Division */
	if (f->items[to - 1].classes & LEX_BIT(LEX_ORG_HEAD))
		return f->sport ? ENTITY_EVENT : ENTITY_ORG;
	if ((head = head_of(f, from, to, LEX_PLACE_HEAD)) != NULL)
		return place_kind(head);
	if (f->items[to - 1].classes & LEX_BIT(LEX_NORP_NAME))
		return ENTITY_NORP;
	/* Farlandish Cycling; but "Jewish-owned" */
	if (f->items[from].classes & LEX_BIT(LEX_NORP_NAME))
		return f->sport || to - from > 2 || (f->items[to - 1].flags & (ITEM_HYPHEN | ITEM_NUMBER)) || !(f->items[to - 1].flags & ITEM_ORDINARY) ?
			ENTITY_NORP : ENTITY_ORG;
	if (f->items[from].token > f->first)
	{
		before = &f->tokens[f->items[from].token - 1];
		if (token_mark_in(before, MARK_BIT(MARK_DOUBLE_STRAIGHT) | MARK_BIT(MARK_DOUBLE_OPEN) | MARK_BIT(MARK_SINGLE_OPEN)))
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

/*
 * is_called: "the newspaper Vecer", "the airline Orbex Air": an organisation's
 * noun goes before what no list has as a name of persons or places.
 */
static bool
is_called(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const uint64_t names = LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_PERSON_NAME) | LEX_BIT(LEX_NORP_NAME);
	const NtItem *first = &f->items[from];
	const NtToken *before = &f->tokens[first->token];

	if (first->token == f->first || (first->classes & names) || (f->items[to - 1].classes & names))
		return false;
	before--;
	return before->kind == TOKEN_WORD && !(before->flags & TOKEN_CAPITAL) && token_is(f->vocab, before, LEX_ORG_NOUN);
}

/* is_brand: a word that no list has as anything but a body's name. */
static bool
is_brand(const NtItem *item)
{
	return !(item->classes & ((NAME_CLASSES & ~LEX_BIT(LEX_ORG_NAME)) | LEX_BIT(LEX_COMMON_WORD) | TITLE_CLASSES)) && !(item->flags & (ITEM_ORDINARY | ITEM_BLIND));
}

/* is_country: a gazetteer has the word as a country first. */
static bool
is_country(const NtNameFinder *f, uint32_t token)
{
	return vocab_is_country(f->vocab, phrase_entry(f, token, token + 1));
}

/*
 * is_body: Police Farland, Partido Verde, Orbex Analytica: a "person" or "place" that
 * begins or ends in a word that heads bodies, and is no name of persons or places.
 */
static bool
is_body(const NtNameFinder *f, int type, uint32_t from, uint32_t to)
{
	const uint64_t persons = LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME);
	const uint64_t names = persons | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_PLACE_HEAD) | LEX_BIT(LEX_TITLE);
	const NtItem *first = &f->items[from];
	const NtItem *last = &f->items[to - 1];

	if (to - from < 2 || (type == TAG_PLACE && head_of(f, from, to, LEX_PLACE_HEAD) != NULL))
		return false;
	if (!(first->classes & names) && (first->classes & LEX_BIT(LEX_ORG_HEAD)))
		return true;
	/* Guerreros Buscadores de Orbury */
	if (type == TAG_PERSON && to - from > 2 && last[-1].joint == JOINT_PARTICLE && !(last[-1].flags & ITEM_HYPHEN) && (last->classes & LEX_BIT(LEX_PLACE_NAME)) &&
		!(last->classes & persons) && !(first->classes & persons) && !(first->flags & ITEM_TITLED))
		return true;
	/* Orbury General, a hospital */
	if (type == TAG_PERSON && to - from == 2 && (first->classes & LEX_BIT(LEX_PLACE_NAME)) && !(first->classes & persons) &&
		(last->classes & LEX_BIT(LEX_COMMON_WORD)) && !(last->classes & persons))
		return true;
	/* Movistar Farland, a country's */
	if (type == TAG_PLACE && to - from == 2 && !f->sporty && is_brand(first) && is_country(f, last->token) && !(last->flags & ITEM_HYPHEN))
		return true;
	/* Carrick Power: Power is a surname, but Carrick no given name */
	if (type == TAG_PERSON && to - from == 2 && (last->classes & LEX_BIT(LEX_ORG_HEAD)) && (last->classes & LEX_BIT(LEX_COMMON_WORD)) &&
		!(first->classes & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_TITLE))) && !(first->flags & (ITEM_TITLED | ITEM_ORDINARY)))
		return true;
	/* nobody is called Marlow Foods */
	return (last->classes & LEX_BIT(LEX_ORG_HEAD)) && !(last->classes & names) &&
		(type == TAG_PERSON || !(last->classes & LEX_BIT(LEX_COMMON_WORD)) || (last->classes & LEX_BIT(LEX_ORG_NOUN)));
}

/* is_project: Project Falcon, but the Project Trust is a body. */
static bool
is_project(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	return to - from == 2 && token_has(&f->tokens[f->items[from].token], f->words->project) &&
		!(f->items[to - 1].classes & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX)));
}

/* is_firm_in_small: Orbex plc: a legal form in small letters stands behind the name. */
static bool
is_firm_in_small(const NtNameFinder *f, uint32_t to)
{
	const uint32_t after = f->items[to - 1].token + 1;
	const NtToken *t = &f->tokens[after];

	return after < f->last && t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) && t->end - t->start > 2 &&
		(token_classes(f->vocab, t) & (LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_COMMON_WORD))) == LEX_BIT(LEX_ORG_SUFFIX);
}

/* is_governed: the mayor of Farland, the town of Ostrand */
static bool
is_governed(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const NtToken *t = &f->tokens[f->items[from].token];
	uint32_t	noun;

	if (to - from > 1 || f->items[from].token < f->first + 2 || !token_has(t - 1, f->words->of))
		return false;
	noun = t[-2].word;
	return noun != 0 && (noun == f->words->mayor || noun == f->words->town || noun == f->words->village);
}

/* kind_of_tag returns the kind of a name of a type (NtTagType) at items [from, to). */
int
kind_of_tag(const NtNameFinder *f, int type, uint32_t from, uint32_t to)
{
	if (is_street(f, from, to))
		return ENTITY_FAC;
	if (type == TAG_PLACE && phrase_is_club(f, f->items[from].token, f->items[to - 1].token + 1))
		return ENTITY_ORG;
	if ((type != TAG_PLACE && !f->sport && is_model(f, from, to)) || (type != TAG_PERSON && is_model_inside(f, from, to)))
		return ENTITY_PRODUCT;
	if ((type == TAG_PERSON || type == TAG_PLACE) && (is_called(f, from, to) || is_body(f, type, from, to)))
		return ENTITY_ORG;
	if (is_project(f, from, to))
		return ENTITY_PRODUCT;
	if (type != TAG_ORG && is_firm_in_small(f, to))
		return ENTITY_ORG;
	if (type == TAG_PERSON && is_governed(f, from, to))
		return ENTITY_GPE;
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
