/*
 * test_entity.c -- which mentions name the same thing, and what it is called.
 */
#include "unit.h"

#include "know/lexicon.h"
#include "entity/reading.h"

static UnitHeap heap;
static char result[4096];

/* names returns the name of each mention, "mention=Name|mention=Name". */
static const char *
names(const char *text)
{
	NtArticle	a;
	char	   *out = result;

	*out = '\0';
	if (!unit_read(&heap, &a, text, STAGE_ENTITIES))
		return heap.message;
	for (uint32_t i = 0; i < a.mentions.n && out < result + 3000; i++)
	{
		const NtMention *m = &a.mentions.at[i];
		const NtEntity *e = &a.entities.at[m->entity];

		out += snprintf(out, sizeof(result) - (size_t) (out - result), "%s%.*s=%.*s", i > 0 ? "|" : "",
						(int) (m->end - m->start), text + m->start, (int) e->name_len, e->name);
	}
	return result;
}

/* entities returns the names of a text's entities, most salient first. */
static const char *
entities(const char *text)
{
	NtArticle	a;
	char	   *out = result;

	*out = '\0';
	if (!unit_read(&heap, &a, text, STAGE_ENTITIES))
		return heap.message;
	for (uint32_t i = 0; i < a.entities.n && out < result + 3000; i++)
		out += snprintf(out, sizeof(result) - (size_t) (out - result), "%s%.*s", i > 0 ? "|" : "",
						(int) a.entities.at[i].name_len, a.entities.at[i].name);
	return result;
}

static void
names_persons_in_full(void)
{
	CHECK_STR(names("Talks with Dana Quist failed. A paper blamed Quist. “Dana, stop!” it wrote."),
			  "Dana Quist=Dana Quist|Quist=Dana Quist|Dana=Dana Quist");
	CHECK_STR(names("The court heard Carl J. Brandt. Then Carl Brandt left."),
			  "Carl J. Brandt=Carl J. Brandt|Carl Brandt=Carl J. Brandt");
}

/* A surname alone is its best known bearer's only where the article names his country, and no other bearer. */
static void
links_lone_surnames(void)
{
	CHECK_STR(names("He met Putin in Russia."), "Putin=Vladimir Putin|Russia=Russia");
	CHECK_STR(names("He met Putin on Monday."), "Putin=Putin");
	CHECK_STR(names("Lena Putin left Russia. Putin said so."), "Lena Putin=Lena Putin|Russia=Russia|Putin=Lena Putin");
}

static void
tells_families_apart(void)
{
	CHECK_STR(names("The couple, Thomas Quist and Mary Quist, moved. Mr. Quist sang. Mrs. Quist danced."),
			  "Thomas Quist=Thomas Quist|Mary Quist=Mary Quist|Quist=Thomas Quist|Quist=Mary Quist");
}

static void
prefers_the_gazetteer(void)
{
	CHECK_STR(names("The U.S. and the Russian Federation met; the United States left."),
			  "U.S.=United States|Russian Federation=Russia|United States=United States");
}

static void
reads_acronyms(void)
{
	CHECK_STR(names("Aid came from the World Orchid Foundation (WOF). The head of the WOF smiled."),
			  "World Orchid Foundation=World Orchid Foundation|WOF=World Orchid Foundation|WOF=World Orchid Foundation");
	CHECK_STR(names("Aid came from the World Orchid Foundation. The head of the WOF smiled."),
			  "World Orchid Foundation=World Orchid Foundation|WOF=World Orchid Foundation");
}

static void
drops_legal_forms(void)
{
	CHECK_STR(names("Shares of Orbex Inc. fell. Analysts of Orbex wept."), "Orbex Inc.=Orbex Inc.|Orbex=Orbex Inc.");
}

static void
ranks_by_salience(void)
{
	CHECK_STR(entities("A report from Japan praised Dana Quist. It said Quist was right. Quist smiled."),
			  "Dana Quist|Japan");
}

static void
chooses_places(void)
{
	NtArticle	a;
	const char *text = "A fire in Paris, Texas, killed a horse. Firemen in Paris wept.";

	CHECK(unit_read(&heap, &a, text, STAGE_ENTITIES));
	for (uint32_t i = 0; i < a.entities.n; i++)
	{
		char		country[3];

		CHECK(a.entities.at[i].place != 0);
		place_country(&a.know->places, a.entities.at[i].place, country);
		CHECK_STR(country, "US");
	}
}

/* place_of returns the id and kind of the first mention written so, "-": it has none. */
static const char *
place_of(const char *text, const char *mention)
{
	static char result[80];
	NtArticle	a;

	if (!unit_read(&heap, &a, text, STAGE_ENTITIES))
		return heap.message;
	for (uint32_t i = 0; i < a.mentions.n; i++)
	{
		const NtMention *m = &a.mentions.at[i];
		const NtEntity *e = &a.entities.at[m->entity];

		if (m->end - m->start != strlen(mention) || memcmp(text + m->start, mention, strlen(mention)) != 0)
			continue;
		snprintf(result, sizeof(result), "%s %s", entity_kind_name(m->kind), e->id != NULL ? e->id : "-");
		return result;
	}
	return "no mention";
}

/* What the rest of the article says of places of one name. */
static void
chooses_places_together(void)
{
	/* the state and the towns of the article */
	CHECK_STR(place_of("Police in Paris closed a road to Honey Grove in Texas.", "Paris"), "gpe geonames:4717560");
	CHECK_STR(place_of("Leaders met in Paris, Berlin and Rome. A man from Texas was there.", "Paris"), "gpe geonames:2988507");
	/* a list is no address */
	CHECK_STR(place_of("Leaders of China, Japan and Korea met.", "China"), "gpe iso3166:CN");
	CHECK_STR(place_of("They flew to Paris, Canada and Japan.", "Paris"), "gpe geonames:2988507");
	/* the region behind "in" */
	CHECK_STR(place_of("The car left the road at Cambridge, in Waikato.", "Cambridge"), "gpe geonames:6240770");
	CHECK_STR(place_of("A school in Paris in northern Texas closed.", "Paris"), "gpe geonames:4717560");
	CHECK_STR(place_of("She was in Paris in May and June.", "Paris"), "gpe geonames:2988507");
	/* a town is no pair with a county of its own name */
	CHECK_STR(place_of("Perth and Dundee councils will share a service, the Scottish government said. Crews in Crieff will strike.", "Perth"),
			  "gpe geonames:2640358");
	/* an unknown town is none of the others of its name, and keeps its name with the state */
	CHECK_STR(place_of("A barn burned in Moscow, Ala., on Monday.", "Moscow"), "gpe -");
	/* provinces named after their towns, and city states */
	CHECK_STR(place_of("Protests spread in Oslo on Friday.", "Oslo"), "gpe geonames:3143244");
	CHECK_STR(place_of("Talks in Hong Kong and in Shenzhen failed.", "Hong Kong"), "gpe iso3166:HK");
	/* a dateline inside a line */
	CHECK_STR(place_of("Fire closes school. HAMILTON -- A school in Ontario closed on Monday.", "HAMILTON"), "gpe geonames:5969782");
}

static void
looks_up_links(void)
{
	const NtKnowledge *know = unit_knowledge();
	NtMeaning	paris;
	NtMeaning	states;

	unit_heap_reset(&heap);
	paris = reading_default(&heap.cx, know, ENTITY_GPE, "Paris", 5);
	CHECK(paris.entry != 0 && paris.place != 0);
	CHECK(memcmp(know->vocab.entries[paris.entry].country, "FR", 2) == 0);
	CHECK_INT(reading_default(&heap.cx, know, ENTITY_ORG, "Paris", 5).entry, 0);
	CHECK_INT(reading_default(&heap.cx, know, ENTITY_ORG, "Paris", 5).place, 0);
	CHECK_INT(reading_default(&heap.cx, know, ENTITY_GPE, "Qwertzuiop", 10).place, 0);
	CHECK_INT(reading_default(&heap.cx, know, ENTITY_GPE, "", 0).entry, 0);
	states = reading_with_id(&heap.cx, know, "United States", 13, "iso3166:US", 10);
	CHECK(states.entry != 0 && states.place != 0);
	CHECK_INT(states.entry, reading_default(&heap.cx, know, ENTITY_GPE, "United States", 13).entry);
	CHECK_INT(reading_with_id(&heap.cx, know, "United States", 13, "iso3166:RU", 10).entry, 0);
	CHECK(reading_with_id(&heap.cx, know, "Paris", 5, "geonames:4717560", 16).place != 0);
	CHECK_INT(reading_default(&heap.cx, know, ENTITY_GPE, "Springfield", 11).entry != 0, 1);
}

static void
reads_articles_in_one_case(void)
{
	CHECK_STR(entities("IT WAS A SURPRISE WHEN THOMAS REED LEFT RUSSIA AT NIGHT. THE NEWS SHOCKED MANY. REED SAID NOTHING."),
			  "Thomas Reed|Russia");
	CHECK_STR(entities("it was a surprise when thomas reed left russia at night. the news shocked many people."),
			  "Thomas Reed|Russia");
}

/* The user's lexicon decides, and its stop entries too. */
static void
obeys_the_users_lexicon(void)
{
	static const char lines[] =
		"person: Anna-Lena Vogt | Vogt {desk:17}\n"
		"org: Harbour Trust | HT\n"
		"stop: Dana Quist\n";
	static const char text[] = "Today HT hired Vogt, not Dana Quist. The Vogt Foundation wept. Then Vogt left Harbour Trust.";
	NtLexicon	lexicon;
	NtLexiconFault fault;
	NtArticle	a;
	char	   *out = result;

	unit_heap_reset(&heap);
	CHECK(!RAISES(&heap,
				  {
					  CHECK(lexicon_build(&heap.cx, &lexicon, &unit_knowledge()->vocab, lines, sizeof(lines) - 1, &fault));
					  article_open(&heap.cx, &a, unit_knowledge(), text, sizeof(text) - 1);
					  a.own = &lexicon;
					  article_need(&a, STAGE_ENTITIES);
				  }));
	for (uint32_t i = 0; i < a.mentions.n; i++)
		out += snprintf(out, 400, "%s%.*s", i > 0 ? "|" : "", (int) a.entities.at[a.mentions.at[i].entity].name_len,
						a.entities.at[a.mentions.at[i].entity].name);
	CHECK_STR(result, "Harbour Trust|Anna-Lena Vogt|Vogt Foundation|Anna-Lena Vogt|Harbour Trust");
}

/* 100,000 distinct names, half of them of one family. */
static void
bears_many_names(void)
{
	size_t		room = 100000 * 40;
	char	   *text = malloc(room);
	char	   *p = text;
	NtArticle	a;
	double		seconds;
	clock_t		before;

	for (int i = 0; i < 100000; i++)
	{
		char		name[12];
		int			n = i;

		for (int k = 0; k < 6; k++, n /= 26)
			name[k] = (char) ((k == 0 ? 'A' : 'a') + n % 26);
		name[6] = '\0';
		p += sprintf(p, "we met Dr. %s%s; ", name, i % 2 ? " Quist" : "");
	}
	unit_heap_reset(&heap);
	before = clock();
	CHECK(unit_read(&heap, &a, text, STAGE_ENTITIES));
	seconds = (double) (clock() - before) / CLOCKS_PER_SEC;
	CHECK(a.entities.n > 90000);
	CHECK_SAYING(seconds < 10, "took %.1f s", seconds);
	free(text);
}

/* A name that comes again is the first entry's, and costs no more than a new one. */
static void
bears_equal_own_names(void)
{
	static const char entry[] = "person: Ann Vogt | Vogt\n";
	const size_t n = 100000;
	const size_t len = sizeof(entry) - 1;
	char	   *lines = malloc(n * len);
	NtLexicon	lexicon;
	NtLexiconFault fault;
	clock_t		before = clock();

	for (size_t i = 0; i < n; i++)
		memcpy(lines + i * len, entry, len);
	unit_heap_reset(&heap);
	CHECK(!RAISES(&heap, CHECK(lexicon_build(&heap.cx, &lexicon, &unit_knowledge()->vocab, lines, n * len, &fault))));
	CHECK_INT(lexicon.names.n, 2);
	CHECK((double) (clock() - before) / CLOCKS_PER_SEC < 10);
	free(lines);
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(names_persons_in_full);
	RUN(tells_families_apart);
	RUN(prefers_the_gazetteer);
	RUN(reads_acronyms);
	RUN(drops_legal_forms);
	RUN(ranks_by_salience);
	RUN(chooses_places);
	RUN(chooses_places_together);
	RUN(looks_up_links);
	RUN(reads_articles_in_one_case);
	RUN(links_lone_surnames);
	RUN(obeys_the_users_lexicon);
	RUN(bears_many_names);
	RUN(bears_equal_own_names);
	unit_heap_reset(&heap);
	return unit_end();
}
