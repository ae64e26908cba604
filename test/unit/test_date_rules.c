/*
 * test_date_rules.c -- every rule of data/en/dates/rules.txt wins on its own
 * example: the line "> ... [expression] ..." below it.  Of an example without
 * brackets the rule says that something is no expression.
 */
#include "unit.h"

#include "date/date_collect.h"

#define RULES "data/en/dates/rules.txt"

static UnitHeap heap;

/* wins tells whether a rule is the one that reads an example; first is NT_NONE when it has no brackets. */
static bool
wins(uint32_t line, const char *text, uint32_t first, uint32_t last, char *instead, size_t room)
{
	NtArticle	a;
	NtDateMatcher *m;
	DateMatches matches = {0};
	bool		won = false;

	instead[0] = '\0';
	unit_heap_reset(&heap);
	if (RAISES(&heap,
			   {
				   article_open(&heap.cx, &a, unit_knowledge(), text, (uint32_t) strlen(text));
				   article_need(&a, STAGE_SECTIONS);
				   m = nt_alloc0(&heap.cx, sizeof(*m));
				   date_collect(&a, m, &matches);
			   }))
		return false;
	for (uint32_t i = 0; i < matches.n; i++)
	{
		const DateFound *f = &matches.at[i];
		uint32_t	start = a.tokens.at[f->first].start;
		uint32_t	end = a.tokens.at[f->last - 1].end;
		size_t		n = strlen(instead);

		if (a.know->dates.rules[f->rule].line == line && (first == NT_NONE || (start == first && end == last)))
			won = true;
		if (n + 40 < room)
			snprintf(instead + n, room - n, " [%.*s] by line %u", (int) (end - start > 60 ? 60 : end - start), text + start,
					 a.know->dates.rules[f->rule].line);
	}
	return won;
}

static void
every_rule_wins_on_its_example(void)
{
	static char lines[1 << 17];
	FILE	   *file = fopen(RULES, "r");
	size_t		len = file != NULL ? fread(lines, 1, sizeof(lines) - 1, file) : 0;
	uint32_t	number = 0;
	uint32_t	rule = 0;		/* line of the rule above, 0: it had its example */

	CHECK(file != NULL && len > 0 && len < sizeof(lines) - 1);
	if (file != NULL)
		fclose(file);
	for (char *line = lines, *end; *line != '\0'; line = end + 1)
	{
		char		text[512];
		char		instead[512];
		uint32_t	first = NT_NONE;
		uint32_t	last = NT_NONE;
		uint32_t	n = 0;

		number++;
		end = strchr(line, '\n');
		if (end == NULL)
			break;
		*end = '\0';
		if (line[0] == '#' || line[0] == '\0' || line[0] == ' ' || line[0] == '\t' || strncmp(line, "define ", 7) == 0)
			continue;
		if (line[0] != '>')
		{
			CHECK_SAYING(rule == 0, "rule of line %u has no example", rule);
			rule = number;
			continue;
		}
		for (const char *p = line + 2; *p != '\0' && n < sizeof(text) - 1; p++)
		{
			if (*p == '[')
				first = n;
			else if (*p == ']')
				last = n;
			else
				text[n++] = *p;
		}
		text[n] = '\0';
		CHECK_SAYING(wins(rule, text, first, last, instead, sizeof(instead)), "line %u does not win on its example: %s; found:%s",
					 rule, text, instead);
		rule = 0;
	}
	CHECK_SAYING(rule == 0, "rule of line %u has no example", rule);
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(every_rule_wins_on_its_example);
	return unit_end();
}
