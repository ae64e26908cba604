/*
 * compile_dates.c -- compiles the tables of data/en/dates into the date grammar.
 *
 *     words.txt      classes of words and their values
 *     rules.txt      patterns over classes, and what they mean
 *     holidays.txt   days that have a name
 *
 * compile_date_pattern.c reads a pattern, compile_date_graph.c makes one graph
 * of them all (date_grammar.h); docs/dates.md describes the files.
 */
#include "compile/compile_dates.h"

#include "base/calendar.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- names of numbers --------------------------------------------------- */

typedef struct Symbol
{
	const char *name;
	int			value;
} Symbol;

static const Symbol symbols[] = {
#define DATE_SYMBOL(name, value) {name, value},
#include "compile/date_symbols.h"
#undef DATE_SYMBOL
	{NULL, 0}
};

int
date_value(const DataFile *file, const char *text)
{
	char	   *end;
	long		n = strtol(text, &end, 10);

	if (end != text && *end == '\0')
		return (int) n;
	for (const Symbol *s = symbols; s->name != NULL; s++)
		if (strcmp(s->name, text) == 0)
			return s->value;
	data_fail(file, "unknown value %s", text);
}

int
date_slot_number(const DataFile *file, const char *name, size_t len)
{
	static const char *const names[] = {
#define DATE_SLOT_NAME(symbol, name) name,
		DATE_SLOTS(DATE_SLOT_NAME)
#undef DATE_SLOT_NAME
	};

	for (int i = 1; i < DATE_SLOT_COUNT; i++)
		if (strlen(names[i]) == len && memcmp(names[i], name, len) == 0)
			return i;
	data_fail(file, "unknown slot %.*s", (int) len, name);
}

/* ---- classes and words -------------------------------------------------- */

int
date_class(const Grammar *g, const char *name, size_t len)
{
	for (uint32_t i = 1; i < g->classes.n; i++)
		if (strlen(g->classes.at[i].name) == len && memcmp(g->classes.at[i].name, name, len) == 0)
			return (int) i;
	return 0;
}

static int
add_class(Grammar *g, const char *name, size_t len, int slot)
{
	Class	   *c = nt_push(g->cx, &g->classes);

	c->name = nt_copy(g->cx, name, len);
	c->slot = slot;
	return (int) g->classes.n - 1;
}

static void
add_sense(Grammar *g, const DataFile *file, const char *word, int class, int value, uint8_t flags)
{
	WordSense  *s;
	uint32_t	number = builder_word(g->builder, word, strlen(word));

	for (uint32_t i = 0; i < g->senses.n; i++)
		if (g->senses.at[i].word == number && g->senses.at[i].sense.class == class)
		{
			if (g->senses.at[i].sense.value != value)
				data_fail(file, "%s has another value in this class above", word);
			return;
		}
	s = nt_push(g->cx, &g->senses);
	s->word = number;
	s->sense = (NtDateSense){(uint16_t) class, flags, 1, value};
}

/* The one code point of a mark, 0 when text is a word. */
static uint32_t
mark_code_point(const char *text)
{
	const uint8_t *p = (const uint8_t *) text;

	if (p[0] < 0x80)
		return !isalnum(p[0]) && p[1] == '\0' ? p[0] : 0;
	if (p[0] == 0xC2 && p[1] != 0 && p[2] == 0)
		return p[1];
	if (p[0] == 0xE2 && p[1] != 0 && p[2] != 0 && p[3] == 0)
		return (uint32_t) (p[0] & 0x0F) << 12 | (uint32_t) (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
	return 0;
}

/* date_literal returns the class of a word or mark that a pattern names itself. */
int
date_literal(Grammar *g, const DataFile *file, const char *name, size_t len)
{
	int			class = date_class(g, name, len);
	char	   *word = nt_copy(g->cx, name, len);
	uint32_t	mark = mark_code_point(word);
	bool		fresh = class == 0;

	if (class == 0)
		class = add_class(g, name, len, SLOT_NONE);
	if (mark != 0)
	{
		for (uint32_t i = 0; i < g->marks.n; i++)
			if (g->marks.at[i].code_point == mark)
				return (int) g->marks.at[i].class;
		*nt_push(g->cx, &g->marks) = (NtDateMark){mark, (uint32_t) class};
	}
	else if (fresh)
		add_sense(g, file, word, class, 0, 0);
	return class;
}

/* join_classes makes a class of all words of others: class NAME [slot] = C D ...; equal: where the = stands. */
static int
join_classes(Grammar *g, const DataFile *file, char **field, int n, int equal)
{
	uint32_t	known = g->senses.n;
	int			class = date_class(g, field[1], strlen(field[1]));

	if (class == 0)
		class = add_class(g, field[1], strlen(field[1]), equal == 3 ? date_slot_number(file, field[2], strlen(field[2])) : SLOT_NONE);
	for (int i = equal + 1; i < n; i++)
	{
		int			of = date_class(g, field[i], strlen(field[i]));

		if (of == 0)
			data_fail(file, "unknown class %s", field[i]);
		for (uint32_t k = 0; k < known; k++)
			if (g->senses.at[k].sense.class == of)
			{
				WordSense	sense = g->senses.at[k];

				sense.sense.class = (uint16_t) class;
				*nt_push(g->cx, &g->senses) = sense;
			}
	}
	return class;
}

/*
 * words.txt:   class NAME [slot]        begins a class
 *              class NAME [slot] = C D ...   all words of other classes
 *              mark MARK MARK ...       marks that count as the first
 *              word word ... [= value] [capital]
 */
static void
read_words(Grammar *g, const char *path)
{
	DataFile	file;
	char	   *line;
	int			class = 0;

	if (!data_open(g->builder, &file, path))
		tool_die("%s is missing", path);
	while ((line = data_line(&file)) != NULL)
	{
		char	   *field[128];
		char	   *hash = strstr(line, "  #");
		int			n = 0;
		int			words;
		int			value = 0;
		uint8_t		flags = 0;

		if (hash != NULL)
			*hash = '\0';
		for (char *p = strtok(line, " \t"); p != NULL && n < 128; p = strtok(NULL, " \t"))
			field[n++] = p;
		if (n == 0)
			continue;
		for (int equal = 2; equal <= 3; equal++)
			if (strcmp(field[0], "class") == 0 && n > equal + 1 && strcmp(field[equal], "=") == 0)
			{
				class = join_classes(g, &file, field, n, equal);
				n = 0;
				break;
			}
		if (n == 0)
			continue;
		if (strcmp(field[0], "class") == 0 && n >= 2 && n <= 3)
		{
			int			slot = n == 3 ? date_slot_number(&file, field[2], strlen(field[2])) : SLOT_NONE;

			class = date_class(g, field[1], strlen(field[1]));
			if (class == 0)
				class = add_class(g, field[1], strlen(field[1]), slot);
			else if (class >= DATE_CLASS_FIXED)
				data_fail(&file, "class %s stands above", field[1]);
			continue;
		}
		if (strcmp(field[0], "mark") == 0 && n >= 3)
		{
			int			mark = date_literal(g, &file, field[1], strlen(field[1]));

			for (int i = 2; i < n; i++)
				*nt_push(g->cx, &g->marks) = (NtDateMark){mark_code_point(field[i]), (uint32_t) mark};
			continue;
		}
		if (class == 0)
			data_fail(&file, "no class line above");
		if (strcmp(field[n - 1], "capital") == 0)
		{
			flags |= SENSE_CAPITAL;
			n--;
		}
		words = n;
		if (n >= 3 && strcmp(field[n - 2], "=") == 0)
		{
			value = date_value(&file, field[n - 1]);
			words = n - 2;
		}
		for (int i = 0; i < words; i++)
			add_sense(g, &file, field[i], class, value, flags);
	}
}

/* ---- rules -------------------------------------------------------------- */

static void
read_condition(Grammar *g, const DataFile *file, NtDateRule *rule, char *text)
{
	static const struct
	{
		const char *name;
		bool		after;
		bool		forbids;
	}			places[] = {
		{"after=", false, false}, {"not-after=", false, true},
		{"before=", true, false}, {"not-before=", true, true}
	};

	for (int i = 0; i < 4; i++)
	{
		size_t		len = strlen(places[i].name);

		if (strncmp(text, places[i].name, len) != 0)
			continue;
		for (char *name = text + len; name != NULL;)
		{
			char	   *comma = strchr(name + 1, ',');	/* a comma may itself be the name */
			int			class;

			if (comma != NULL)
				*comma++ = '\0';
			class = isupper((unsigned char) name[0]) ? date_class(g, name, strlen(name)) :
				date_literal(g, file, name, strlen(name));
			if (class == 0)
				data_fail(file, "unknown class %s", name);
			*nt_push(g->cx, &g->conditions) =
				(NtDateCondition){(uint16_t) class, places[i].after, places[i].forbids};
			rule->conditions++;
			name = comma;
		}
		return;
	}
	data_fail(file, "unknown setting %s", text);
}

/*
 * rules.txt:   define <name> = pattern
 *              pattern => op [slot=value ...] [condition ...]
 *              > a sentence with [an example] of the rule above
 * A line that begins with white space goes on with the line before.
 */
static void
read_rule(Grammar *g, const DataFile *file, char *line)
{
	static const char *const ops[] = {
#define DATE_OP_NAME(symbol, name) name,
		DATE_OPS(DATE_OP_NAME)
#undef DATE_OP_NAME
	};
	uint32_t	end;
	NtDateRule	rule = {0};
	char	   *arrow;
	char	   *word;

	if (strncmp(line, "define ", 7) == 0)
	{
		char	   *equal = strstr(line, "> =");
		Macro	   *m;

		if (equal == NULL)
			data_fail(file, "define <name> = pattern expected");
		m = nt_push(g->cx, &g->macros);
		m->name = nt_copy(g->cx, line + 7, (size_t) (equal + 1 - line - 7));
		m->pattern = nt_copy(g->cx, equal + 3, strlen(equal + 3));
		return;
	}
	arrow = strstr(line, "=>");
	if (arrow == NULL)
		data_fail(file, "no => in this rule");
	*arrow = '\0';
	end = date_pattern(g, file, line);

	rule.line = (uint32_t) file->line;
	rule.condition = g->conditions.n;
	word = strtok(arrow + 2, " \t");
	if (word == NULL)
		data_fail(file, "no operation after =>");
	while (rule.op < DATE_OP_COUNT && strcmp(ops[rule.op], word) != 0)
		rule.op++;
	if (rule.op == DATE_OP_COUNT)
		data_fail(file, "unknown operation %s", word);
	while ((word = strtok(NULL, " \t")) != NULL)
	{
		char	   *equal = strchr(word, '=');

		if (equal == NULL)
			data_fail(file, "unknown setting %s", word);
		if (strncmp(equal - (equal - word >= 5 ? 5 : 0), "after", 5) == 0 ||
			strncmp(equal - (equal - word >= 6 ? 6 : 0), "before", 6) == 0)
		{
			read_condition(g, file, &rule, word);
			continue;
		}
		if (rule.sets == DATE_RULE_SETS)
			data_fail(file, "more than %d settings", DATE_RULE_SETS);
		rule.set_slot[rule.sets] = (uint8_t) date_slot_number(file, word, (size_t) (equal - word));
		rule.set_value[rule.sets++] = (int16_t) date_value(file, equal + 1);
	}
	if (g->rules.n >= UINT16_MAX)
		data_fail(file, "too many rules");
	*nt_push(g->cx, &g->rules) = rule;
	g->states.at[end].rule = (uint16_t) (g->rules.n - 1);
}

static void
read_rules(Grammar *g, const char *path)
{
	DataFile	file;
	char	   *line;
	NtArray(char) whole = {0};
	DataFile	at = {0};

	if (!data_open(g->builder, &file, path))
		tool_die("%s is missing", path);
	do
	{
		bool		goes_on;

		do
			line = data_line(&file);
		while (line != NULL && line[0] == '>');
		goes_on = line != NULL && (line[0] == ' ' || line[0] == '\t');
		if (line != NULL && strstr(line, "  #") != NULL)
			*strstr(line, "  #") = '\0';
		if (!goes_on && whole.n > 0)
		{
			*nt_push(g->cx, &whole) = '\0';
			read_rule(g, &at, whole.at);
			whole.n = 0;
		}
		if (line == NULL)
			break;
		if (!goes_on)
			at = file;
		for (const char *p = line; *p != '\0'; p++)
			*nt_push(g->cx, &whole) = *p;
	} while (true);
}

/* feasts.txt, a feast a line: key, days it lasts, its first day in each year, sorted. */
static void
read_feasts(Grammar *g, const char *path)
{
	DataFile	file;
	char	   *line;

	if (!data_open(g->builder, &file, path))
		tool_die("%s is missing", path);
	while ((line = data_line(&file)) != NULL)
	{
		Feast	   *feast = nt_push(g->cx, &g->feasts);
		char	   *word = strtok(line, " ");
		char	   *length = strtok(NULL, " ");
		int32_t		before = INT32_MIN;

		if (length == NULL)
			data_fail(&file, "key, days and dates expected");
		feast->key = nt_copy(g->cx, word, strlen(word));
		feast->days = (NtHoliday) {HOLIDAY_FEAST, (int16_t) g->feast_days.n, 0, (int16_t) date_value(&file, length)};
		while ((word = strtok(NULL, " ")) != NULL)
		{
			int			y;
			int			m;
			int			d;
			int32_t		day = sscanf(word, "%d-%d-%d", &y, &m, &d) == 3 ? calendar_day(y, m, d) : NT_DAY_NONE;

			if (day == NT_DAY_NONE || day <= before)
				data_fail(&file, "%s is no day, or not in order", word);
			*nt_push(g->cx, &g->feast_days) = before = day;
			feast->days.weekday++;
		}
		if (g->feast_days.n > INT16_MAX)
			data_fail(&file, "more than %d days", INT16_MAX);
	}
}

static NtHoliday
feast_of(const Grammar *g, const DataFile *file, const char *key)
{
	for (uint32_t i = 0; i < g->feasts.n; i++)
		if (strcmp(g->feasts.at[i].key, key) == 0)
			return g->feasts.at[i].days;
	data_fail(file, "no feast %s in feasts.txt", key);
}

/*
 * holidays.txt, a holiday a line, names parted by commas:
 *     christmas day, christmas | 12-25
 *     labor day                | 9 1 monday 1     month, from day, weekday, nth
 *     good friday              | easter -2
 *     d-day                    | 1944-06-06       of one year
 *     ramadan                  | feast ramadan    a line of feasts.txt
 */
static void
read_holidays(Grammar *g, const char *path)
{
	DataFile	file;
	char	   *line;

	memset(nt_push(g->cx, &g->holidays), 0, sizeof(NtHoliday));
	if (!data_open(g->builder, &file, path))
		tool_die("%s is missing", path);
	while ((line = data_line(&file)) != NULL)
	{
		NtHoliday	h = {0};
		char	   *bar = strchr(line, '|');
		char		weekday[16];
		char		key[32];
		char		said[32] = "";
		int			year = 0;
		int			a;
		int			b;
		int			c;

		if (bar == NULL)
			data_fail(&file, "names | day expected");
		*bar++ = '\0';
		if (sscanf(bar, " easter %d", &a) == 1)
			h = (NtHoliday) {HOLIDAY_EASTER, (int16_t) a, 0, 0};
		else if (sscanf(bar, " orthodox %d", &a) == 1)
			h = (NtHoliday) {HOLIDAY_ORTHODOX, (int16_t) a, 0, 0};
		else if (sscanf(bar, " feast %31s", key) == 1)
			h = feast_of(g, &file, key);
		else if (sscanf(bar, "%d-%d-%d", &c, &a, &b) == 3)
		{
			year = c;
			h = (NtHoliday) {(int16_t) a, (int16_t) b, 0, 0};
		}
		else if (sscanf(bar, "%d-%d", &a, &b) == 2)
			h = (NtHoliday){(int16_t) a, (int16_t) b, 0, 0};
		else if (sscanf(bar, "%d %d %15s %d", &a, &b, weekday, &c) == 4)
			h = (NtHoliday){(int16_t) a, (int16_t) b, (int16_t) date_value(&file, weekday), (int16_t) c};
		else
			data_fail(&file, "day of the holiday expected at %s", bar);
		*nt_push(g->cx, &g->holidays) = h;
		if (year != 0)
			snprintf(said, sizeof(said), " year=%d aside=1", year);
		for (char *p = line; *p != '\0'; p++)
			*p = (char) tolower((unsigned char) *p);
		for (char *name = line, *next; name != NULL; name = next)
		{
			char		rule[400];
			DataFile	at = file;

			next = strchr(name, ',');
			if (next != NULL)
				*next++ = '\0';
			snprintf(rule, sizeof(rule),
					 "[<holiday_head>] %s [<holiday_tail>] => date holiday=%u%s not-before=FEASTTHING", name, g->holidays.n - 1, said);
			read_rule(g, &at, rule);
			at = file;
			snprintf(rule, sizeof(rule), "<holiday_clock> [DIR] %s [<holiday_year>] => date holiday=%u%s", name, g->holidays.n - 1, said);
			read_rule(g, &at, rule);
			at = file;
			snprintf(rule, sizeof(rule), "the %s ( week {unit=week} | weekend {unit=weekend} ) => date holiday=%u%s", name, g->holidays.n - 1, said);
			read_rule(g, &at, rule);
			at = file;
			snprintf(rule, sizeof(rule), "<holiday_side> %s [<holiday_year>] => date holiday=%u%s", name, g->holidays.n - 1, said);
			read_rule(g, &at, rule);
			at = file;
			snprintf(rule, sizeof(rule), "[DIR] %s at <clock> => date holiday=%u%s", name, g->holidays.n - 1, said);
			read_rule(g, &at, rule);
		}
	}
}

/* confidence.txt: what a value rests on, and how often it is right, in thousandths. */
static void
write_confidence(Grammar *g, const char *path)
{
	static const char *const grounds[] = {
#define DATE_GROUND_NAME(symbol, name) name,
		DATE_GROUNDS(DATE_GROUND_NAME)
#undef DATE_GROUND_NAME
	};
	uint16_t	share[DATE_GROUND_COUNT];
	uint32_t	known = 0;
	DataFile	file;
	char	   *line;

	if (!data_open(g->builder, &file, path))
		tool_die("%s is missing", path);
	while ((line = data_line(&file)) != NULL)
	{
		char		name[32];
		unsigned	thousandths;
		int			i = 0;

		if (sscanf(line, "%31s %u", name, &thousandths) != 2 || thousandths > 1000)
			data_fail(&file, "name and thousandths expected");
		while (i < DATE_GROUND_COUNT && strcmp(grounds[i], name) != 0)
			i++;
		if (i == DATE_GROUND_COUNT || (known & (1u << i)))
			data_fail(&file, "%s is unknown, or stands above", name);
		share[i] = (uint16_t) thousandths;
		known |= 1u << i;
	}
	if (known != (1u << DATE_GROUND_COUNT) - 1)
		tool_die("%s does not name all that a value rests on", path);
	builder_section(g->builder, "dateconf", share, sizeof(share));
}

/* ---- writing ------------------------------------------------------------- */

static int
compare_senses(const void *a, const void *b)
{
	const WordSense *x = a;
	const WordSense *y = b;

	if (x->word != y->word)
		return x->word < y->word ? -1 : 1;
	return x->sense.class < y->sense.class ? -1 : 1;
}

static int
compare_marks(const void *a, const void *b)
{
	return ((const NtDateMark *) a)->code_point < ((const NtDateMark *) b)->code_point ? -1 : 1;
}

static void
write_words(Grammar *g)
{
	NtArray(NtDateWord) words = {0};
	NtArray(NtDateSense) senses = {0};

	memset(nt_push(g->cx, &words), 0, sizeof(NtDateWord));
	qsort(g->senses.at, g->senses.n, sizeof(WordSense), compare_senses);
	for (uint32_t i = 0; i < g->senses.n;)
	{
		uint32_t	word = g->senses.at[i].word;
		NtDateWord	w = {senses.n, 0, 0};

		for (; i < g->senses.n && g->senses.at[i].word == word; i++)
		{
			int			class = g->senses.at[i].sense.class;

			if (class == CLASS_TIME_WORD)
			{
				w.starts |= TELLS_TIME;
				continue;
			}
			*nt_push(g->cx, &senses) = g->senses.at[i].sense;
			w.senses++;
			w.starts |= date_starts_with(g, class);
			if (class == CLASS_NUMBER_WORD || class == CLASS_ORDINAL_WORD)
				w.starts |= STARTS_LONGER | STANDS_INSIDE;
			if (date_in_graph(g, class))
				w.starts |= STANDS_INSIDE;
		}
		if (w.senses > DATE_SENSES_MAX - 3)
			tool_die("date word %s has too many classes", builder_text(g->builder, word));
		if (words.n > UINT16_MAX)
			tool_die("too many date words");
		builder_record(g->builder, word)->date = (uint16_t) words.n;
		builder_record(g->builder, word)->classes |= LEX_BIT(LEX_DATE_WORD);
		*nt_push(g->cx, &words) = w;
	}
	builder_section(g->builder, "dateword", words.at, words.n * sizeof(NtDateWord));
	builder_section(g->builder, "datesens", senses.at, senses.n * sizeof(NtDateSense));
}

void
compile_dates(Builder *b)
{
	static const struct
	{
		const char *name;
		int			slot;
	}			fixed[] = {
#define DATE_CLASS_NAME(symbol, name) {name, SLOT_NONE},
		DATE_CLASSES(DATE_CLASS_NAME)
#undef DATE_CLASS_NAME
	};
	static const struct
	{
		int			class;
		int			slot;
	}			natural[] = {
		{CLASS_NUM, SLOT_COUNT}, {CLASS_YEAR, SLOT_YEAR}, {CLASS_DAY, SLOT_DAY}, {CLASS_DAY_OF_MONTH, SLOT_DAY},
		{CLASS_MONTH_NUMBER, SLOT_MONTH}, {CLASS_HOUR, SLOT_HOUR}, {CLASS_TWO_DIGITS, SLOT_YY},
		{CLASS_MINUTE, SLOT_MINUTE}, {CLASS_MILITARY, SLOT_CLOCK}, {CLASS_YMD, SLOT_YMD}, {CLASS_DMY, SLOT_DMY},
		{CLASS_DOT_CLOCK, SLOT_CLOCK}, {CLASS_DECIMAL, SLOT_HUNDREDTHS}, {CLASS_ORDINAL, SLOT_ORD},
		{CLASS_DAYTH, SLOT_DAY}, {CLASS_DECADE, SLOT_DECADE}, {CLASS_YEARS_OF, SLOT_YEARS_OF}, {CLASS_CLOCK_AMPM, SLOT_CLOCK},
		{CLASS_MINUTE_AMPM, SLOT_MINUTE}, {CLASS_DAY_T_HOUR, SLOT_DAY}, {CLASS_SECOND_Z, SLOT_SECONDS},
		{CLASS_QUARTER_NUM, SLOT_QUARTER}, {CLASS_HALF_NUM, SLOT_HALF}, {CLASS_AMPM, SLOT_AMPM}, {CLASS_SOON, SLOT_REF},
		{CLASS_EARLY_YEAR, SLOT_YEAR}
	};
	Grammar    *g = builder_alloc(b, sizeof(Grammar));

	tool_arena_init(&g->arena);
	g->builder = b;
	g->cx = &g->arena.cx;
	for (int i = 0; i < DATE_CLASS_FIXED; i++)
		add_class(g, fixed[i].name, strlen(fixed[i].name), fixed[i].slot);
	for (size_t i = 0; i < sizeof(natural) / sizeof(natural[0]); i++)
		g->classes.at[natural[i].class].slot = natural[i].slot;
	add_sense(g, NULL, "and", CLASS_AND, 0, 0);
	add_sense(g, NULL, "or", CLASS_OR, 0, 0);
	add_sense(g, NULL, "by", CLASS_BY, 0, 0);
	add_sense(g, NULL, "least", CLASS_LEAST, 0, 0);
	add_sense(g, NULL, "had", CLASS_HAD, 0, 0);
	add_sense(g, NULL, "in", CLASS_IN, 0, 0);
	add_sense(g, NULL, "from", CLASS_FROM, 0, 0);
	add_sense(g, NULL, "for", CLASS_FOR, 0, 0);
	add_sense(g, NULL, "set", CLASS_SET, 0, 0);
	add_sense(g, NULL, "to", CLASS_TO, 0, 0);
	*nt_push(g->cx, &g->marks) = (NtDateMark){'-', CLASS_HYPHEN};
	memset(nt_push(g->cx, &g->rules), 0, sizeof(NtDateRule));
	*nt_push(g->cx, &g->accepts) = 0;
	memset(nt_push(g->cx, &g->edges), 0, sizeof(PatternEdge));
	date_new_state(g);

	read_words(g, builder_path(b, "dates/words.txt"));
	read_rules(g, builder_path(b, "dates/rules.txt"));
	read_feasts(g, builder_path(b, "dates/feasts.txt"));
	read_holidays(g, builder_path(b, "dates/holidays.txt"));

	date_build_graph(g);
	write_words(g);
	date_write_graph(g);
	qsort(g->marks.at, g->marks.n, sizeof(NtDateMark), compare_marks);
	builder_section(b, "dateacc", g->accepts.at, g->accepts.n * sizeof(uint16_t));
	builder_section(b, "daterule", g->rules.at, g->rules.n * sizeof(NtDateRule));
	builder_section(b, "datecond", g->conditions.at, g->conditions.n * sizeof(NtDateCondition));
	builder_section(b, "datemark", g->marks.at, g->marks.n * sizeof(NtDateMark));
	builder_section(b, "dateholi", g->holidays.at, g->holidays.n * sizeof(NtHoliday));
	write_confidence(g, builder_path(b, "dates/confidence.txt"));
	builder_section(b, "datefeas", g->feast_days.at, g->feast_days.n * sizeof(int32_t));
	arena_reset(&g->arena);
}
