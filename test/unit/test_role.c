/*
 * test_role.c -- what an article calls the people and bodies it names.
 */
#include "unit.h"

#include "entity/role.h"

static UnitHeap heap;
static NtArticle article;
static char result[4096];

/* roles returns "Name: role" of each role, parted by " | ". */
static const char *
roles(const char *text)
{
	char	   *out = result;

	*out = '\0';
	if (!unit_read(&heap, &article, text, STAGE_ROLES))
		return heap.message;
	for (uint32_t i = 0; i < article.roles.n && out < result + 3000; i++)
	{
		const NtRole *role = &article.roles.at[i];
		const NtEntity *e = &article.entities.at[role->entity];

		CHECK(role->first <= role->head && role->head < role->last && role->last <= article.tokens.n);
		out += sprintf(out, "%s%.*s: %.*s", out > result ? " | " : "", (int) e->name_len, e->name,
					   (int) (article.tokens.at[role->last - 1].end - article.tokens.at[role->first].start),
					   text + article.tokens.at[role->first].start);
	}
	return result;
}

/* bearer returns who a description of the text is. */
static const char *
bearer(const char *text, const char *description)
{
	const char *at;
	uint32_t	first = 0;
	uint32_t	last;
	uint32_t	entity;

	if (!unit_read(&heap, &article, text, STAGE_ROLES))
		return heap.message;
	for (at = text; strstr(at + 1, description) != NULL; at = strstr(at + 1, description))
		;						/* the last time it is written */
	while (article.tokens.at[first].start < (uint32_t) (at - text))
		first++;
	for (last = first; last < article.tokens.n && article.tokens.at[last].end <= (at - text) + strlen(description); last++)
		;
	entity = role_bearer(&article, first, last);
	if (entity == NT_NONE)
		return "nobody";
	return nt_copy(&heap.cx, article.entities.at[entity].name, article.entities.at[entity].name_len);
}

static void
reads_words_before_a_name(void)
{
	CHECK_STR(roles("They met Kremlin aide Yuri Ushakov on Friday."), "Yuri Ushakov: Kremlin aide");
	CHECK_STR(roles("They met Russia's foreign minister Sergei Orlov."), "Sergei Orlov: Russia's foreign minister");
	CHECK_STR(roles("Former Vice President Maria Lund waved."), "Maria Lund: Former Vice President");
	CHECK_STR(roles("Halvorsen Metals president and CEO D. V. Brandt left."), "D. V. Brandt: Halvorsen Metals president and CEO");
	CHECK_STR(roles("They met Mr. Yuri Ushakov and Lena Sparks."), "");
	CHECK_STR(roles("They met pathologist Dr Ruth Marsh on Friday."), "Ruth Marsh: pathologist");
	CHECK_STR(roles("Circuit Judge Lena Ogle left."), "Lena Ogle: Circuit Judge");
}

static void
reads_appositions(void)
{
	CHECK_STR(roles("Yuri Ushakov, a Kremlin aide, spoke."), "Yuri Ushakov: Kremlin aide");
	CHECK_STR(roles("Tam Okoro, 47, a former judge, spoke."), "Tam Okoro: former judge");
	CHECK_STR(roles("The mayor of Quillbrook, Ana Ruiz, said so."), "Ana Ruiz: mayor of Quillbrook");
	CHECK_STR(roles("Jon Vik, spokesman for the Department of Water, declined."), "Jon Vik: spokesman for the Department of Water");
	CHECK_STR(roles("The Bishop of Quillbrook, the Right Rev Paul Winter, prayed."), "Paul Winter: Bishop of Quillbrook | Paul Winter: Rev");
	CHECK_STR(roles("Ana Ruiz met Lena Sparks, Ruiz's lawyer, on Friday."), "Lena Sparks: Ruiz's lawyer");
	CHECK_STR(roles("Ana Ruiz, now a coach at the club, agreed."), "Ana Ruiz: coach at the club");
	CHECK_STR(roles("Ana Ruiz, a geologist in Oslo and the author of a book, spoke."), "Ana Ruiz: geologist in Oslo | Ana Ruiz: author of a book");
	CHECK_STR(roles("Ana Ruiz, a retired driver who chairs the club, spoke."), "Ana Ruiz: retired driver | Ana Ruiz: chairs the club");
}

static void
reads_clauses(void)
{
	CHECK_STR(roles("Lena Sparks, who heads the union, spoke."), "Lena Sparks: heads the union");
	CHECK_STR(roles("Ana Ruiz is the mayor of Quillbrook."), "Ana Ruiz: mayor of Quillbrook");
	CHECK_STR(roles("Lena Sparks, who was late, spoke."), "");
	CHECK_STR(roles("Lena Sparks, a former judge, is the founder of a bank."), "Lena Sparks: former judge | Lena Sparks: founder of a bank");
	CHECK_STR(roles("Lena Sparks has a lawyer."), "");
	CHECK_STR(roles("Lena Sparks, a former judge, was late."), "Lena Sparks: former judge");
}

static void
leaves_what_is_no_description(void)
{
	CHECK_STR(roles("Ana Ruiz, the mayor said, was late."), "");
	CHECK_STR(roles("For Lena Sparks, teacher Tam Okoro, the day was long."), "Tam Okoro: teacher");
	CHECK_STR(roles("Lena Sparks, police and firefighters came."), "");
	CHECK_STR(roles("Lena Sparks, his wife, came."), "");
}

static void
finds_who_is_meant(void)
{
	const char *two = "Ana Ruiz, the mayor of Quillbrook, met Jon Vik, the mayor of Farland, and Kremlin aide Yuri Ushakov. ";
	char		text[512];

	snprintf(text, sizeof(text), "%sThe aide spoke.", two);
	CHECK_STR(bearer(text, "The aide"), "Yuri Ushakov");
	snprintf(text, sizeof(text), "%sThe mayor spoke.", two);
	CHECK_STR(bearer(text, "The mayor"), "nobody");
	snprintf(text, sizeof(text), "%sThe mayor of Farland spoke.", two);
	CHECK_STR(bearer(text, "The mayor of Farland"), "Jon Vik");
	snprintf(text, sizeof(text), "%sThe American aide spoke.", two);
	CHECK_STR(bearer(text, "The American aide"), "nobody");
	CHECK_STR(bearer("Vice President Maria Lund came. The president spoke.", "The president"), "nobody");
	CHECK_STR(bearer("Vice President Maria Lund came. The vice president spoke.", "The vice president"), "Maria Lund");
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(reads_words_before_a_name);
	RUN(reads_appositions);
	RUN(reads_clauses);
	RUN(leaves_what_is_no_description);
	RUN(finds_who_is_meant);
	return unit_end();
}
