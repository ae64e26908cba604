/*
 * test_name.c -- where an article names something, and of what kind it is.
 */
#include "unit.h"

static UnitHeap heap;
static char result[16384];

/* mentions returns "kind:mention|kind:mention" of a text. */
static const char *
mentions(const char *text)
{
	NtArticle	a;
	char	   *out = result;

	*out = '\0';
	if (!unit_read(&heap, &a, text, STAGE_ENTITIES))
		return heap.message;
	for (uint32_t i = 0; i < a.mentions.n && out < result + 3000; i++)
	{
		const NtMention *m = &a.mentions.at[i];

		out += snprintf(out, sizeof(result) - (size_t) (out - result), "%s%s:%.*s", i > 0 ? "|" : "",
						entity_kind_name(m->kind), (int) (m->end - m->start), text + m->start);
		CHECK(m->confidence > 0 && m->confidence <= 1000);
		CHECK(m->evidence != EVIDENCE_NONE);
	}
	return result;
}

static void
leaves_out_titles(void)
{
	CHECK_STR(mentions("The dispute began when Prime Minister Lena Okafor met Dr. Tom Reed."),
			  "person:Lena Okafor|person:Tom Reed");
	CHECK_STR(mentions("It was up to spokesman Carl Brandt, who praised Mrs. Reed's work."),
			  "person:Carl Brandt|person:Reed");
}

static void
leaves_out_the_and_possessives(void)
{
	CHECK_STR(mentions("She moved to the United States from the Netherlands in May."),
			  "gpe:United States|gpe:Netherlands");
	CHECK_STR(mentions("They like Japan's coast and Germany’s forests."), "gpe:Japan|gpe:Germany");
}

static void
parts_what_stands_together(void)
{
	CHECK_STR(mentions("Talks with Russian President Vladimir Orlov failed."), "norp:Russian|person:Vladimir Orlov");
	CHECK_STR(mentions("They met Kenya's Foreign Minister Peter Moss."), "gpe:Kenya|person:Peter Moss");
}

static void
reads_head_words(void)
{
	CHECK_STR(mentions("He works for Orbex Industries Inc. and the Farland Foundation."),
			  "org:Orbex Industries Inc.|org:Farland Foundation");
	CHECK_STR(mentions("He studied at the University of Farland."), "org:University of Farland");
	CHECK_STR(mentions("They swam in Lake Orrin."), "loc:Lake Orrin");
}

static void
weighs_sentence_beginnings(void)
{
	CHECK_STR(mentions("Prices rose. Trade fell. Nobody complained."), "");
	CHECK_STR(mentions("Despite French efforts, prices rose."), "norp:French");
	CHECK_STR(mentions("Sales were up. When Gina Stone resigned, nobody wept. Stone left. A stone fell."),
			  "person:Gina Stone|person:Stone");
}

static void
takes_votes_for_short_forms(void)
{
	CHECK_STR(mentions("It was a surprise when Dana Quist resigned. The board blamed Quist."),
			  "person:Dana Quist|person:Quist");
}

static void
reads_headlines_by_the_rest(void)
{
	CHECK_STR(mentions("QUIST QUITS AFTER HEAVY LOSSES\n\nIt was a surprise when Dana Quist resigned after losses."),
			  "person:QUIST|person:Dana Quist");
	CHECK_STR(mentions("Quist Quits After Heavy Losses\n\nIt was a surprise when Dana Quist resigned after losses."),
			  "person:Quist|person:Dana Quist");
}

static void
keeps_names_whole(void)
{
	CHECK_STR(mentions("A talk with Ludwig van Beek and Kwok Wai-keung."), "person:Ludwig van Beek|person:Kwok Wai-keung");
	CHECK_STR(mentions("It was signed by J. R. Vance."), "person:J. R. Vance");
}

/* A city is its club in results and sports prose, but not after "in". */
static void
takes_cities_for_clubs(void)
{
	CHECK(strstr(mentions("Leeds 2 Halden 1\nHull 0 Derby 0\nLeicester 3 Burnley 1\n\n"
						  "Leeds scored a late goal in the match in Paris."),
				 "org:Leeds|org:Halden|org:Hull|org:Derby|org:Leicester|org:Burnley|org:Leeds|gpe:Paris") != NULL);
	CHECK(strstr(mentions("France 2 Norway 1\nSpain 0 Italy 0\nScotland 3 Wales 1\n"),
				 "gpe:France|gpe:Norway|gpe:Spain|gpe:Italy|gpe:Scotland|gpe:Wales") != NULL);
}

static void
finds_titles_of_works(void)
{
	CHECK_STR(mentions("Her second novel, “Salt on the Road,” sold well."), "work_of_art:Salt on the Road");
	CHECK_STR(mentions("He said: “Nobody Knows.”"), "");
}

static void
tells_languages_from_peoples(void)
{
	CHECK_STR(mentions("She speaks German and Welsh at home."), "language:German|language:Welsh");
	CHECK_STR(mentions("Two German officials left."), "norp:German");
}

/* An article whose capitals say nothing is read by what its words are. */
static void
reads_articles_without_capitals(void)
{
	static const char small[] = "the mayor of orbury, lena okafor, told reporters in nairobi on tuesday that the city "
		"would buy forty buses from halvorsen motors before the winter. okafor said the price had drawn "
		"questions from councilman peter moss, who wants them to be cheaper.";
	char		text[512];

	CHECK_STR(mentions(small), "gpe:orbury|person:lena okafor|gpe:nairobi|org:halvorsen motors|person:okafor|person:peter moss");
	for (size_t i = 0; i < sizeof(small); i++)
		text[i] = small[i] >= 'a' && small[i] <= 'z' ? small[i] - 'a' + 'A' : small[i];
	CHECK_STR(mentions(text), "gpe:ORBURY|person:LENA OKAFOR|gpe:NAIROBI|org:HALVORSEN MOTORS|person:OKAFOR|person:PETER MOSS");
	for (size_t i = 0; i < sizeof(small); i++)
		text[i] = small[i] >= 'a' && small[i] <= 'z' && (i == 0 || small[i - 1] == ' ') ? small[i] - 'a' + 'A' : small[i];
	CHECK_STR(mentions(text), "gpe:Orbury|person:Lena Okafor|gpe:Nairobi|org:Halvorsen Motors|person:Okafor|person:Peter Moss");
}

/* What stands after a name, or around it, tells how far it goes and what it is. */
static void
reads_names_to_their_end(void)
{
	CHECK_STR(mentions("The Inter-Orbital Commission on Human Rights (IOCHR) met."), "org:Inter-Orbital Commission on Human Rights|org:IOCHR");
	CHECK_STR(mentions("He left the Ministry of Sport, Youth and National Service in May."), "org:Ministry of Sport, Youth and National Service");
	CHECK_STR(mentions("He left the Ministry of Sport, Lena Okafor and Tom Reed said."), "org:Ministry of Sport|person:Lena Okafor|person:Tom Reed");
	CHECK_STR(mentions("He lives in Petersallee near Cornelius-Fredericks-Strasse."), "fac:Petersallee|fac:Cornelius-Fredericks-Strasse");
	CHECK_STR(mentions("We met the General Manager of the Joint Mapping Agency."), "org:Joint Mapping Agency");
	CHECK_STR(mentions("It was Mr Justice MacAndrew who called Sgt Mat Knowland."), "person:MacAndrew|person:Mat Knowland");
	CHECK_STR(mentions("Mike ‘The Hammer’ Dunphy won. Dunphy laughed."), "person:Mike ‘The Hammer’ Dunphy|person:Dunphy");
	CHECK_STR(mentions("Zapella, a subsidiary of Norrland Retail, opened in 2011."), "org:Zapella|org:Norrland Retail");
}

static void
leaves_out_money_and_forged_words(void)
{
	CHECK_STR(mentions("They paid US$50 million, HK$20 and RM250 in Nairobi."), "gpe:Nairobi");
	CHECK_STR(mentions("He met Lena Okafor. Write to \u0410dvert\u0456s\u0435 here."), "person:Lena Okafor");
	CHECK_STR(mentions("Several MPs of the Kingdom left the Park early, and the Covid wave rose in Nairobi."), "gpe:Nairobi");
}

/* A name of 10,000 letters, and a run of capitals of a megabyte. */
static void
bears_long_names(void)
{
	size_t		len = 1000000;
	char	   *text = malloc(len + 1);

	memset(text, 'a', 10000);
	memcpy(text, "He met Dr. ", 11);
	text[11] = 'X';
	text[10000] = '\0';
	CHECK(strlen(mentions(text)) > 1000);
	for (size_t i = 0; i < len; i++)
		text[i] = i % 4 == 0 ? 'X' : i % 4 == 3 ? ' ' : 'a' + (char) (i / 4 % 26);
	text[len] = '\0';
	mentions(text);
	free(text);
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(leaves_out_titles);
	RUN(leaves_out_the_and_possessives);
	RUN(parts_what_stands_together);
	RUN(reads_head_words);
	RUN(weighs_sentence_beginnings);
	RUN(takes_votes_for_short_forms);
	RUN(reads_headlines_by_the_rest);
	RUN(keeps_names_whole);
	RUN(takes_cities_for_clubs);
	RUN(finds_titles_of_works);
	RUN(tells_languages_from_peoples);
	RUN(reads_articles_without_capitals);
	RUN(reads_names_to_their_end);
	RUN(leaves_out_money_and_forged_words);
	RUN(bears_long_names);
	unit_heap_reset(&heap);
	return unit_end();
}
