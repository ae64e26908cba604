/*
 * compile_cues.c -- compiles the cue lexicon of data/en/cues.
 *
 * A line is a lemma, with "+" when its final consonant doubles and with its
 * irregular forms as past=, part=, s=, ing= ("-": no such form).  "# stance: NAME" gives the class
 * of the lines after it, "# part: noun" or "other" says that they are no verbs.
 * Each form becomes one record of section "cues"; NtWord.cue is its number.
 * A form that is listed twice keeps its first record; a verb form that is also
 * a noun's (claims) is marked so.
 */
#include "compile/compile.h"

#include "compile/english_forms.h"
#include "know/cue.h"

#include <stdio.h>
#include <string.h>

typedef struct Lexicon
{
	Builder    *b;
	NtCue		records[16384];
	uint32_t	n;
	uint16_t	lemmas;
} Lexicon;

static Lexicon lexicon;

static void
add_form(const char *form, uint16_t lemma, int stance, NtCueForm kind, uint8_t flags)
{
	NtWord	   *w;
	NtCue	   *cue;

	if (strcmp(form, "-") == 0)
		return;
	w = builder_record(lexicon.b, builder_word(lexicon.b, form, strlen(form)));
	if (w->cue != 0)
	{
		cue = &lexicon.records[w->cue];
		if (kind == CUE_NOUN && cue->form != CUE_NOUN && !(cue->flags & CUE_ALSO_NOUN))
		{
			cue->flags |= CUE_ALSO_NOUN;
			cue->noun_stance = (uint8_t) stance;
		}
		return;
	}
	if (lexicon.n == 16384)
		tool_die("cue lexicon has more than %d forms", 16384);
	w->cue = (uint16_t) lexicon.n;
	w->classes |= LEX_BIT(LEX_CUE);
	cue = &lexicon.records[lexicon.n++];
	cue->lemma = lemma;
	cue->stance = (uint8_t) stance;
	cue->form = (uint8_t) kind;
	cue->flags = flags;
}

/* read_takes reads takes=: letters for what makes a verb a report (data/en/cues/speech-verb.txt). */
static uint8_t
read_takes(DataFile *file, const char *letters)
{
	uint8_t		flags = 0;

	for (; *letters != '\0'; letters++)
		switch (*letters)
		{
			case 'o':
				flags |= CUE_TAKES_OBJECT;
				break;
			case 'c':
				flags |= CUE_TAKES_COMPLEMENT;
				break;
			case 'p':
				flags |= CUE_TAKES_PREPOSITION;
				break;
			case 'n':
				flags |= CUE_TAKES_NO_CLAUSE;
				break;
			case 'h':
				flags |= CUE_HEARS;
				break;
			case 'd':
				flags |= CUE_DOES;
				break;
			default:
				data_fail(file, "takes= is made of o, c, n, p, h and d");
		}
	return flags;
}

static void
add_verb(DataFile *file, char *line, int stance)
{
	char	   *fields[8];
	int			n = split_fields(line, ' ', fields, 8);
	char	   *lemma = fields[0];
	bool		doubled = false;
	uint8_t		flags = 0;
	char		s[96];
	char		past[96];
	char		part[96];
	char		ing[96];

	if (strlen(lemma) > 60)
		data_fail(file, "lemma is too long");
	if (lemma[strlen(lemma) - 1] == '+')
	{
		doubled = true;
		lemma[strlen(lemma) - 1] = '\0';
	}
	english_s_form(lemma, s);
	english_past_form(lemma, doubled, past);
	strcpy(part, past);
	english_ing_form(lemma, doubled, ing);
	for (int i = 1; i < n; i++)
	{
		char	   *value = strchr(fields[i], '=');

		if (value == NULL || strlen(value + 1) > 60)
			data_fail(file, "expected past=, part=, s=, ing= or takes=, found \"%s\"", fields[i]);
		*value++ = '\0';
		if (strcmp(fields[i], "past") == 0)
			strcpy(past, value);
		else if (strcmp(fields[i], "part") == 0)
			strcpy(part, value);
		else if (strcmp(fields[i], "s") == 0)
			strcpy(s, value);
		else if (strcmp(fields[i], "ing") == 0)
			strcpy(ing, value);
		else if (strcmp(fields[i], "takes") == 0)
			flags = read_takes(file, value);
		else
			data_fail(file, "unknown form \"%s\"", fields[i]);
	}
	lexicon.lemmas++;
	add_form(lemma, lexicon.lemmas, stance, CUE_BASE, flags);
	add_form(s, lexicon.lemmas, stance, CUE_THIRD, flags);
	add_form(past, lexicon.lemmas, stance, CUE_PAST, flags);
	add_form(part, lexicon.lemmas, stance, CUE_PARTICIPLE, flags);
	add_form(ing, lexicon.lemmas, stance, CUE_GERUND, flags);
}

static void
add_noun(DataFile *file, char *line, int stance)
{
	char	   *fields[3];
	int			n = split_fields(line, ' ', fields, 3);
	char		plural[96];
	uint8_t		flags = 0;

	if (strlen(fields[0]) > 60)
		data_fail(file, "a noun is longer than 60 bytes");
	english_s_form(fields[0], plural);
	for (int i = 1; i < n; i++)
		if (strncmp(fields[i], "plural=", 7) == 0)
			snprintf(plural, sizeof(plural), "%s", fields[i] + 7);
		else if (strncmp(fields[i], "takes=", 6) == 0)
			flags = read_takes(file, fields[i] + 6);
		else
			data_fail(file, "expected NOUN [plural=FORM] [takes=LETTERS]");
	lexicon.lemmas++;
	add_form(fields[0], lexicon.lemmas, stance, CUE_NOUN, flags);
	add_form(plural, lexicon.lemmas, stance, CUE_NOUN, flags);
}

/* read_header takes "# stance:" and "# part:" lines, which data_line() passes over. */
static bool
read_header(const char *line, const char *key, char *value)
{
	char		format[32];

	snprintf(format, sizeof(format), "# %s: %%63s", key);
	return sscanf(line, format, value) == 1;
}

static void
read_cues(Builder *b, const char *path)
{
	size_t		size;
	NtArena		arena;
	DataFile	file = {.path = path};
	char		part[64] = "verb";
	int			stance = 0;

	(void) b;
	tool_arena_init(&arena);
	file.next = tool_read_file(&arena.cx, path, &size);
	while (*file.next != '\0')
	{
		char	   *line = file.next;
		char	   *end = strchr(line, '\n');
		char		value[64];

		file.line++;
		if (end != NULL)
			*end = '\0';
		file.next = end != NULL ? end + 1 : line + strlen(line);
		if (line[0] == '\0')
			continue;
		if (line[0] == '#')
		{
			if (read_header(line, "stance", value))
			{
				stance = cue_stance_number(value, (int) strlen(value));
				if (stance == 0)
					data_fail(&file, "unknown stance \"%s\"", value);
			}
			else
				read_header(line, "part", part);
			continue;
		}
		if (stance == 0)
			data_fail(&file, "a line before the first \"# stance:\"");
		if (strcmp(part, "verb") == 0)
			add_verb(&file, line, stance);
		else if (strcmp(part, "noun") == 0)
			add_noun(&file, line, stance);
		else if (strcmp(line, ":") == 0)
			continue;
		else
		{
			lexicon.lemmas++;
			add_form(line, lexicon.lemmas, stance, CUE_OTHER, 0);
		}
	}
	arena_reset(&arena);
}

void
compile_cues(Builder *b)
{
	lexicon.b = b;
	/* [0] is no cue; [1] is the colon, which is no word */
	lexicon.records[CUE_COLON] = (NtCue) {.lemma = ++lexicon.lemmas, .stance = STANCE_SAID, .form = CUE_OTHER};
	lexicon.n = CUE_COLON + 1;
	builder_files(b, "cues", "-verb.txt", read_cues);
	builder_files(b, "cues", "-noun.txt", read_cues);
	builder_files(b, "cues", "-other.txt", read_cues);
	builder_files(b, "cues", "-late.txt", read_cues);	/* numbered last: the weights know the others by their numbers */
	builder_section(b, "cues", lexicon.records, lexicon.n * sizeof(NtCue));
}
