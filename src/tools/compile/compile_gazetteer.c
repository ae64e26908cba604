/*
 * compile_gazetteer.c -- word classes (data/en/lexicon) and named things
 * (data/en/gazetteer) into words, phrases, readings and entries.
 *
 * A term of one word sets a class bit on that word; a term of several becomes
 * a phrase that has the class.  A gazetteer line is an entry, and each of its
 * names a phrase with a reading that points at the entry:
 *
 *     gpe  iso3166:US  United States  US|U.S.|America  ...
 *
 *     phrase [united states] -> reading {entry, CASE_CAPITAL, preferred}
 *     phrase [us]            -> reading {entry, CASE_UPPER}      "us" is no country
 *     phrase [u.s]           -> reading {entry, CASE_CAPITAL}
 *
 * A phrase with several readings (Georgia, Paris) lists the likeliest first:
 * by weight, then by the order of the files.
 */
#include "compile/compile.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

typedef struct BuildPhrase
{
	uint64_t	hash;
	uint32_t	first_word;
	uint32_t	reading;		/* newest; a list through BuildReading.next */
	uint64_t	classes;
	uint8_t		words;
	uint8_t		case_rule;
	uint8_t		traits;
	uint8_t		kind;
} BuildPhrase;

typedef struct BuildReading
{
	NtReading	reading;
	uint32_t	next;
	uint32_t	order;
} BuildReading;

static struct
{
	NtArray(BuildPhrase) phrases;
	NtArray(BuildReading) readings;
	NtArray(NtEntry) entries;
	uint32_t   *slots;
	uint32_t	mask;
}			gazetteer;

static NtArena arena;

static int
class_number(const DataFile *file)
{
	static const char *const names[] = {
#define LEX_NAME(symbol, name) name,
		LEX_CLASSES(LEX_NAME)
#undef LEX_NAME
	};

	for (int i = 0; i < LEX_CLASS_COUNT; i++)
		if (strcmp(names[i], file->class_name) == 0)
			return i;
	return -1;
}

/* Word-level class of an entry's kind. */
static int
name_class(int kind)
{
	switch (kind)
	{
		case ENTITY_PERSON:
			return LEX_PERSON_NAME;
		case ENTITY_ORG:
			return LEX_ORG_NAME;
		case ENTITY_GPE:
		case ENTITY_LOC:
		case ENTITY_FAC:
			return LEX_PLACE_NAME;
		case ENTITY_NORP:
			return LEX_NORP_NAME;
		default:
			return LEX_OTHER_NAME;
	}
}

static void
grow_slots(void)
{
	uint32_t	size = gazetteer.mask == 0 ? 4096 : (gazetteer.mask + 1) * 2;

	free(gazetteer.slots);
	gazetteer.slots = calloc(size, sizeof(uint32_t));
	if (gazetteer.slots == NULL)
		tool_die("out of memory");
	gazetteer.mask = size - 1;
	for (uint32_t i = 1; i < gazetteer.phrases.n; i++)
	{
		uint64_t	hash = gazetteer.phrases.at[i].hash;
		uint32_t	slot = (uint32_t) hash & gazetteer.mask;

		while (gazetteer.slots[slot] != 0)
			slot = (slot + 1) & gazetteer.mask;
		gazetteer.slots[slot] = vocab_slot(i, hash);
	}
}

/*
 * add_phrase finds or adds the phrase that a term is, and notes its length at
 * its first word.  NULL when the term holds nothing that a phrase can begin with.
 */
static BuildPhrase *
add_phrase(Builder *b, const DataFile *file, const char *term)
{
	const NtTokens *tokens;
	uint32_t	words[VOCAB_PHRASE_WORDS];
	uint64_t	hash = PHRASE_HASH_SEED;
	uint32_t	n;
	uint32_t	slot;
	BuildPhrase *p;

	/* a name begins with a letter: 'Ajman is found as Ajman */
	while (*term == '\'' || *term == '`' || strncmp(term, "\u2018", 3) == 0 || strncmp(term, "\u2019", 3) == 0)
		term += (unsigned char) *term >= 0x80 ? 3 : 1;
	tokens = builder_scan(b, term, strlen(term));
	n = tokens->n;
	if (n == 0 || n > VOCAB_PHRASE_WORDS)
		data_fail(file, "\"%s\" has %u words, 1 to %d are allowed", term, n, VOCAB_PHRASE_WORDS);
	for (uint32_t i = 0; i < n; i++)
	{
		const NtToken *t = &tokens->at[i];

		if (t->kind == TOKEN_PUNCT || t->kind == TOKEN_SYMBOL)
			words[i] = PHRASE_MARK | t->hash;
		else
			words[i] = builder_word(b, term + t->start, t->end - t->start);
		hash = phrase_hash_add(hash, words[i]);
	}
	if (words[0] & PHRASE_MARK)
		data_fail(file, "\"%s\" begins with a mark", term);
	if (builder_record(b, words[0])->phrase_max < n)
		builder_record(b, words[0])->phrase_max = (uint8_t) n;

	if (gazetteer.phrases.n * 2 >= gazetteer.mask)
		grow_slots();
	for (slot = (uint32_t) hash & gazetteer.mask; gazetteer.slots[slot] != 0; slot = (slot + 1) & gazetteer.mask)
	{
		p = &gazetteer.phrases.at[gazetteer.slots[slot] & VOCAB_NUMBER_MAX];
		if (p->hash >> 32 == hash >> 32)
		{
			if (p->hash != hash)
				data_fail(file, "phrase \"%s\" collides with another: change PHRASE_HASH_SEED", term);
			return p;
		}
	}
	if (gazetteer.phrases.n > VOCAB_NUMBER_MAX)
		data_fail(file, "more than %u phrases", VOCAB_NUMBER_MAX);
	gazetteer.slots[slot] = vocab_slot(gazetteer.phrases.n, hash);
	p = nt_push(&arena.cx, &gazetteer.phrases);
	memset(p, 0, sizeof(*p));
	p->hash = hash;
	p->first_word = words[0];
	p->words = (uint8_t) n;
	return p;
}

/* ---- word classes ----------------------------------------------------- */

typedef struct Attributes
{
	uint8_t		traits;
	int			value;
	int			kind;
	uint64_t	classes;		/* further classes: ambig=1, never_final=1 */
} Attributes;

static Attributes
parse_attributes(const DataFile *file, char *text)
{
	Attributes	a = {0};
	char	   *word;

	for (word = strtok(text, " \t"); word != NULL; word = strtok(NULL, " \t"))
	{
		char	   *value = strchr(word, '=');

		if (value == NULL)
			data_fail(file, "attribute \"%s\" is not key=value", word);
		*value++ = '\0';
		if (strcmp(word, "gender") == 0)
			a.traits |= value[0] == 'm' ? TRAIT_MALE : value[0] == 'f' ? TRAIT_FEMALE :
				value[0] == 'n' ? TRAIT_NEUTER : TRAIT_MALE | TRAIT_FEMALE;
		else if (strcmp(word, "number") == 0)
			a.traits |= value[0] == 'p' ? TRAIT_PLURAL : TRAIT_SINGULAR;
		else if (strcmp(word, "case") == 0)
			a.traits |= strncmp(value, "subj", 4) == 0 || strncmp(value, "nom", 3) == 0 ? TRAIT_SUBJECT : 0;
		else if (strcmp(word, "person") == 0)
			a.traits |= value[0] == '1' ? TRAIT_FIRST_PERSON : 0;
		else if (strcmp(word, "definite") == 0)
			a.traits |= value[0] == 'n' ? TRAIT_INDEFINITE : 0;
		else if (strcmp(word, "n") == 0)
			a.value = atoi(value);
		else if (strcmp(word, "kind") == 0)
			a.kind = entity_kind_number(value, (int) strlen(value));
		else if (strcmp(word, "ambig") == 0)
			a.classes |= value[0] != '0' ? LEX_BIT(LEX_AMBIGUOUS) : 0;
		else if (strcmp(word, "never_final") == 0)
			a.classes |= value[0] != '0' ? LEX_BIT(LEX_NEVER_FINAL) : 0;
	}
	return a;
}

static bool
begins_with_capital(const char *term)
{
	char		folded[UTF8_FOLD_ROOM(4)];
	const uint8_t *p = (const uint8_t *) term;
	int32_t		cp;
	int			len = utf8_next(p, p + strlen(term), &cp);
	size_t		n = utf8_fold(term, (size_t) len, folded);

	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z';
	return n != (size_t) len || memcmp(folded, term, n) != 0;
}

static bool
one_sex(uint8_t traits)
{
	return ((traits & TRAIT_MALE) != 0) != ((traits & TRAIT_FEMALE) != 0);
}

static void
read_classes(Builder *b, const char *path)
{
	DataFile	file;
	char	   *line;

	if (!data_open(b, &file, path))
		tool_die("could not open %s", path);
	while ((line = data_line(&file)) != NULL)
	{
		char	   *field[2] = {0};
		int			n = split_fields(line, '\t', field, 2);
		int			class = class_number(&file);
		Attributes	a = {0};
		const NtTokens *tokens;

		if (class < 0)
			data_fail(&file, "unknown class \"%s\" (see src/core/know/lexclass.h)", file.class_name);
		if (n == 2)
			a = parse_attributes(&file, field[1]);
		a.classes |= LEX_BIT(class);

		tokens = builder_scan(b, field[0], strlen(field[0]));
		if (tokens->n == 1 || (tokens->n == 2 && tokens->at[1].kind == TOKEN_PUNCT && tokens->at[1].hash == '.'))
		{
			uint32_t	word = builder_word(b, field[0], strlen(field[0]));
			NtWord	   *w = builder_record(b, word);

			if (begins_with_capital(field[0]))
				w->capital_classes |= a.classes;
			else
				w->classes |= a.classes;
			/* he is a pronoun first, and a name of either gender after */
			if (class == LEX_PRONOUN)
				w->traits = a.traits;
			/* so is a son, whom none of the women called Son makes a daughter */
			else if (class == LEX_ROLE && one_sex(a.traits) && (w->capital_classes & LEX_BIT(LEX_GIVEN_NAME)))
				w->traits = (uint8_t) ((w->traits & ~(TRAIT_MALE | TRAIT_FEMALE)) | a.traits);
			else if (class == LEX_GIVEN_NAME && one_sex(w->traits) && (w->classes & LEX_BIT(LEX_ROLE)))
				;
			else if (!(w->classes & LEX_BIT(LEX_PRONOUN)))
				w->traits |= a.traits;
			if (w->value == 0)
				w->value = (int16_t) (a.value != 0 ? a.value : a.kind);
		}
		else if (tokens->n > 1 && tokens->n <= VOCAB_PHRASE_WORDS &&
				 tokens->at[0].kind != TOKEN_PUNCT && tokens->at[0].kind != TOKEN_SYMBOL)
		{
			BuildPhrase *p = add_phrase(b, &file, field[0]);

			p->classes |= a.classes;
			p->traits |= a.traits;
			if (p->kind == 0)
				p->kind = (uint8_t) a.kind;
			p->case_rule = begins_with_capital(field[0]) ? CASE_CAPITAL : CASE_ANY;
		}
	}
}

/* ---- named things ----------------------------------------------------- */

/* case_rule_of says how text must write a name to mean the entry. */
static NtCaseRule
case_rule_of(Builder *b, const char *name)
{
	const NtTokens *tokens = builder_scan(b, name, strlen(name));
	const NtToken *t = &tokens->at[0];

	if (tokens->n == 1 && (t->flags & TOKEN_UPPER) && !(t->flags & TOKEN_ACRONYM))
	{
		uint32_t	word = builder_word(b, name, strlen(name));

		const uint64_t others = LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME);

		if (strlen(name) <= 3 ||
			((builder_record(b, word)->classes | builder_record(b, word)->capital_classes) & others))
			return CASE_UPPER;
	}
	return t->flags & TOKEN_CAPITAL || t->kind != TOKEN_WORD ? CASE_CAPITAL : CASE_LOWER_HEAD;
}

static void
add_name(Builder *b, const DataFile *file, uint32_t entry, int class, const char *name, bool preferred)
{
	NtCaseRule	rule;
	BuildPhrase *p;
	BuildReading *r;
	const NtEntry *e;
	uint8_t		shared = 0;

	while (*name == ' ')
		name++;
	for (; *name == '~' && shared < SHARED_AT_HOME; name++)
		shared++;
	if (*name == '\0')
		return;
	rule = case_rule_of(b, name);
	p = add_phrase(b, file, name);
	e = &gazetteer.entries.at[entry];
	for (uint32_t i = p->reading; i != 0; i = gazetteer.readings.at[i].next)
		if (gazetteer.readings.at[i].reading.entry == entry)
			return;
	r = nt_push(&arena.cx, &gazetteer.readings);
	memset(r, 0, sizeof(*r));
	r->reading.entry = entry;
	r->reading.case_rule = (uint8_t) rule;
	r->reading.preferred = preferred;
	r->reading.shared = shared;
	r->reading.class = (uint8_t) (class + 1);
	r->order = gazetteer.readings.n;
	r->next = p->reading;
	p->reading = gazetteer.readings.n - 1;
	if (p->words == 1)
	{
		uint64_t	bits = LEX_BIT(name_class(e->kind));

		if (e->flags & ENTRY_AMBIGUOUS)
			bits |= LEX_BIT(LEX_AMBIGUOUS);
		builder_record(b, p->first_word)->capital_classes |= bits;
	}
}

static int32_t
degrees(const DataFile *file, const char *text)
{
	char	   *end;
	double		value = strtod(text, &end);

	if (*end != '\0' || value < -180 || value > 180)
		data_fail(file, "\"%s\" is no latitude or longitude", text);
	return (int32_t) (value * 10000 + (value < 0 ? -0.5 : 0.5));
}

static void
read_entries(Builder *b, const char *path)
{
	DataFile	file;
	char	   *line;

	if (!data_open(b, &file, path))
		tool_die("could not open %s", path);
	while ((line = data_line(&file)) != NULL)
	{
		char	   *field[9];
		char	   *alias[64];
		int			n = split_fields(line, '\t', field, 9);
		int			class = class_number(&file);
		int			aliases;
		uint32_t	number = gazetteer.entries.n;
		NtEntry    *e;

		if (n < 3)
			data_fail(&file, "an entry needs kind, id and name");
		while (n < 9)
			field[n++] = "";
		e = nt_push(&arena.cx, &gazetteer.entries);
		memset(e, 0, sizeof(*e));
		e->kind = (uint8_t) entity_kind_number(field[0], (int) strlen(field[0]));
		if (e->kind == 0)
			data_fail(&file, "\"%s\" is no entity kind", field[0]);
		e->id = builder_string(b, field[1], strlen(field[1]));
		e->name = builder_string(b, field[2], strlen(field[2]));
		if (strlen(field[4]) == 2)
			memcpy(e->country, field[4], 2);
		e->lat = ENTRY_NO_PLACE;
		if (field[5][0] != '\0' && field[6][0] != '\0')
		{
			e->lat = degrees(&file, field[5]);
			e->lon = degrees(&file, field[6]);
		}
		e->weight = (uint32_t) strtoul(field[7], NULL, 10);
		if (strstr(field[8], "ambig=1") != NULL)
			e->flags |= ENTRY_AMBIGUOUS;

		compile_place_entry(b, &file, number, e->kind, field);
		add_name(b, &file, number, class, field[2], true);
		aliases = split_fields(field[3], '|', alias, 64);
		for (int i = 0; i < aliases; i++)
			add_name(b, &file, number, class, alias[i], false);
	}
}

/* Likeliest first: weight, then the order of the files. */
static int
compare_readings(const void *a, const void *b)
{
	const BuildReading *x = a;
	const BuildReading *y = b;
	uint32_t	wx = gazetteer.entries.at[x->reading.entry].weight;
	uint32_t	wy = gazetteer.entries.at[y->reading.entry].weight;

	if (wx != wy)
		return wx > wy ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void
add_sections(Builder *b)
{
	NtArray(NtPhrase) phrases = {0};
	NtArray(NtReading) readings = {0};

	for (uint32_t i = 0; i < gazetteer.phrases.n; i++)
	{
		const BuildPhrase *from = &gazetteer.phrases.at[i];
		NtPhrase   *to = nt_push(&arena.cx, &phrases);
		BuildReading list[256];
		uint32_t	n = 0;

		for (uint32_t r = from->reading; r != 0 && n < 256; r = gazetteer.readings.at[r].next)
			list[n++] = gazetteer.readings.at[r];
		qsort(list, n, sizeof(BuildReading), compare_readings);
		memset(to, 0, sizeof(*to));
		to->fingerprint = (uint32_t) (from->hash >> 32);
		to->reading = readings.n;
		to->readings = (uint16_t) n;
		to->classes = from->classes;
		to->words = from->words;
		to->case_rule = from->case_rule;
		to->traits = from->traits;
		to->kind = from->kind;
		for (uint32_t r = 0; r < n; r++)
			*nt_push(&arena.cx, &readings) = list[r].reading;
	}
	builder_section(b, "phrases", phrases.at, phrases.n * sizeof(NtPhrase));
	builder_section(b, "phraslot", gazetteer.slots, ((size_t) gazetteer.mask + 1) * sizeof(uint32_t));
	builder_section(b, "readings", readings.at, readings.n * sizeof(NtReading));
	builder_section(b, "entries", gazetteer.entries.at, gazetteer.entries.n * sizeof(NtEntry));
}

/* The tokenizer asks for these two classes, so they are read before all else. */
static bool
is_early(const char *path)
{
	return strstr(path, "/abbreviations.txt") != NULL || strstr(path, "/common-words.txt") != NULL;
}

static void
read_early(Builder *b, const char *path)
{
	if (is_early(path))
		read_classes(b, path);
}

static void
read_late(Builder *b, const char *path)
{
	if (!is_early(path))
		read_classes(b, path);
}

void
compile_gazetteer(Builder *b)
{
	tool_arena_init(&arena);
	memset(nt_push(&arena.cx, &gazetteer.phrases), 0, sizeof(BuildPhrase));
	memset(nt_push(&arena.cx, &gazetteer.readings), 0, sizeof(BuildReading));
	memset(nt_push(&arena.cx, &gazetteer.entries), 0, sizeof(NtEntry));
	grow_slots();

	builder_files(b, "lexicon", ".txt", read_early);
	builder_files(b, "lexicon", ".txt", read_late);
	builder_files(b, "gazetteer", ".tsv", read_entries);
	add_sections(b);
	free(gazetteer.slots);
	arena_reset(&arena);
}
