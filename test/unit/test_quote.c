/*
 * test_quote.c -- who said what, and what is no quotation.
 */
#include "unit.h"

#include "quote/quote.h"

static UnitHeap heap;
static char result[16384];

/*
 * read_quotes returns "kind [what was said] (as the sentence names the speaker)
 * speaker {cue}" of each quotation, parted by " | "; with filter "direct" or
 * the like only of that kind.
 */
static const char *
read_quotes(const char *text, int kind)
{
	NtArticle	a;
	char	   *out = result;

	*out = '\0';
	if (!unit_read(&heap, &a, text, STAGE_QUOTES))
		return heap.message;
	for (uint32_t i = 0; i < a.quotes.n && out < result + 12000; i++)
	{
		const NtQuote *q = &a.quotes.at[i];

		CHECK(i == 0 || a.quotes.at[i - 1].start <= q->start);
		CHECK(q->parts >= 1 && q->start < q->end && q->end <= strlen(text));
		CHECK(q->speaker == NT_NONE || q->speaker < a.entities.n);
		CHECK(q->confidence > 0 && q->confidence <= 1000);
		for (uint32_t p = 1; p < q->parts; p++)
			CHECK(a.parts.at[q->part + p - 1].end <= a.parts.at[q->part + p].start);
		if (kind != 0 && q->kind != kind)
			continue;
		out += sprintf(out, "%s%s", out > result ? " | " : "", quote_kind_name(q->kind));
		for (uint32_t p = 0; p < q->parts; p++)
			out += sprintf(out, " [%.*s]", (int) (a.parts.at[q->part + p].end - a.parts.at[q->part + p].start),
						   text + a.parts.at[q->part + p].start);
		out += sprintf(out, " (%.*s) %.*s {%.*s}", (int) (q->speaker_end - q->speaker_start), text + q->speaker_start,
					   q->speaker == NT_NONE ? 1 : (int) a.entities.at[q->speaker].name_len,
					   q->speaker == NT_NONE ? "-" : a.entities.at[q->speaker].name,
					   (int) (q->cue_end - q->cue_start), text + q->cue_start);
	}
	return result;
}

static const char *
quotes(const char *text)
{
	return read_quotes(text, 0);
}

static void
finds_direct_speech_on_either_side(void)
{
	CHECK_STR(quotes("Maria Lind spoke in Oslo.\n\n“The bridge will open in May,” Lind said."),
			  "direct [“The bridge will open in May,”] (Lind) Maria Lind {said}");
	CHECK_STR(quotes("Maria Lind, in an interview with the paper, said, “The bridge will open in May.”"),
			  "direct [“The bridge will open in May.”] (Maria Lind) Maria Lind {said}");
	CHECK_STR(quotes("\"The bridge will open in May,\" said Maria Lind."),
			  "direct [\"The bridge will open in May,\"] (Maria Lind) Maria Lind {said}");
}

static void
joins_what_its_cue_interrupts(void)
{
	CHECK_STR(quotes("“Yes,” said Maria Lind, “we did all of it.”"),
			  "direct [“Yes,”] [“we did all of it.”] (Maria Lind) Maria Lind {said}");
	CHECK_STR(quotes("“It was useful,” Maria Lind said. “We will go on with the talks.”"),
			  "direct [“It was useful,”] [“We will go on with the talks.”] (Maria Lind) Maria Lind {said}");
}

static void
goes_on_over_paragraphs(void)
{
	CHECK_STR(quotes("“We built it for the town,” said Maria Lind.\n\n"
					 "“And the town has paid for it twice over.”\n"),
			  "direct [“We built it for the town,”] [“And the town has paid for it twice over.”] (Maria Lind) Maria Lind {said}");
}

static void
finds_reported_clauses(void)
{
	CHECK_STR(quotes("Maria Lind told reporters that the bridge would open in May."),
			  "indirect [that the bridge would open in May] (Maria Lind) Maria Lind {told}");
	CHECK_STR(quotes("Maria Lind said the result was “a victory for the town.”"),
			  "mixed [the result was “a victory for the town.”] (Maria Lind) Maria Lind {said}");
	CHECK_STR(quotes("The bridge will open in May, according to Maria Lind."),
			  "indirect [The bridge will open in May] (Maria Lind) Maria Lind {according to}");
}

static void
resolves_pronouns_and_relatives(void)
{
	CHECK_STR(quotes("Maria Lind met Oskar Berg on Monday. She said that the bridge would open in May."),
			  "indirect [that the bridge would open in May] (She) Maria Lind {said}");
	CHECK_STR(quotes("Maria Lind met Oskar Berg on Monday. He said that the bridge would open in May."),
			  "indirect [that the bridge would open in May] (He) Oskar Berg {said}");
	CHECK_STR(read_quotes("The talks angered Oskar Berg, who said the town was “a victim of its own bridge.”", QUOTE_MIXED),
			  "mixed [the town was “a victim of its own bridge.”] (who) Oskar Berg {said}");
}

/* Unnamed people take their pronouns; nobody is better than the wrong one. */
static void
knows_people_without_a_name(void)
{
	quotes("Supt. Audley Peters came to the house. A woman who said she was a neighbour opened the door. "
		   "She said that the man had never robbed anyone.");
	CHECK(strstr(result, "Audley Peters {said}") == NULL);
	quotes("Chi Onwurah spoke first. A spokesman for the ferry crews said the boats were safe. “We check them daily,” he said.");
	CHECK(strstr(result, "Onwurah") == NULL);
	/* the subject of the sentence before, not the speaker before it */
	quotes("“It is over,” Oskar Grint said. In a video, Peter Halek called it a lie. “We know what we saw,” he said.");
	CHECK(strstr(result, "direct [“We know what we saw,”] (he) Peter Halek") != NULL);
	/* whoever was asked answers */
	quotes("Maria Lind met the press. A reporter asked Lind, “Is the bridge safe?”\n\n“It is safe,” she said.");
	CHECK(strstr(result, "direct [“It is safe,”] (she) Maria Lind") != NULL);
	/* she and he are two */
	quotes("Xiadani Coyotl met Prathmesh Kulkarni. “It rained,” she said. “It snowed,” he said.");
	CHECK(strstr(result, "(she) Xiadani Coyotl") != NULL && strstr(result, "(he) Prathmesh Kulkarni") != NULL);
}

static void
resolves_descriptions(void)
{
	/* by what stood beside the name, by age, by the words of a body's name */
	quotes("Jean Culver, a nurse, was there. Harjit Gill, 22, was behind her. “I ran,” the 22-year-old said. “I stayed,” the nurse said.");
	CHECK(strstr(result, "[“I ran,”] (the 22-year-old) Harjit Gill") != NULL);
	CHECK(strstr(result, "[“I stayed,”] (the nurse) Jean Culver") != NULL);
	quotes("The Ministry of Roads closed the bridge. The ministry said it was unsafe.");
	CHECK(strstr(result, "(The ministry) Ministry of Roads") != NULL);
	/* the one whom it can take up, and nobody when there are two */
	quotes("Jean Culver was behind him. “I had no idea who he was,” the pensioner said.");
	CHECK(strstr(result, "(the pensioner) Jean Culver") != NULL);
	quotes("The harbour will close, Halden Foods said. The company said that nobody would lose a job.");
	CHECK(strstr(result, "(The company) Halden Foods {said}") != NULL);
	/* a woman, an officer: nobody who is named */
	quotes("Maria Lind is mayor of Oslo. “I saw it,” an officer said.");
	CHECK_STR(result, "direct [“I saw it,”] (an officer) - {said}");
	/* titles of any length give the person, whole */
	quotes("“We will act,” said Minister for Women and Equalities Nadine Marlow. The mayor of Quillbrook, Ana Ruiz, said it was late.");
	CHECK(strstr(result, "Nadine Marlow {said}") != NULL && strstr(result, "Ana Ruiz {said}") != NULL);
	quotes("The road will open in May, as confirmed by Transport Minister Ines Carvalho.");
	CHECK_STR(result, "indirect [The road will open in May] (Transport Minister Ines Carvalho) Ines Carvalho {confirmed}");
}

/* Speech that no verb reports: an action before it, a headline, brackets, a statement without marks. */
static void
finds_speech_without_a_verb(void)
{
	CHECK_STR(quotes("Ivan Dragan shrugged. “You get used to sirens.”"),
			  "direct [“You get used to sirens.”] (Ivan Dragan) Ivan Dragan {}");
	/* and not the next person's */
	quotes("Olga Prins was blunt. “The horse was lame.” Owner Rashid Faisal put it down: “We lost.”");
	CHECK(strstr(result, "direct [“The horse was lame.”] (Olga Prins) Olga Prins {}") != NULL);
	/* the verb behind it has the say */
	quotes("Olga Prins was blunt. “Was the horse lame?” Rashid Faisal asked.");
	CHECK(strstr(result, "(Rashid Faisal) Rashid Faisal {asked}") != NULL);
	/* a title is no speech, and a place says nothing */
	CHECK_STR(read_quotes("Maria Lind sings in Oslo. “Harbour of Glass” is her new album.", QUOTE_DIRECT), "");
	CHECK_STR(read_quotes("Oslo is cold. “You get used to it.”", QUOTE_DIRECT), "");
	quotes("Anna Meier (“I am no prophet”) warned of floods in Linz.");
	CHECK(strstr(result, "direct [“I am no prophet”] (Anna Meier) Anna Meier {}") != NULL);
	quotes("In a statement, Maria Lind said:\n\nI have today written to the board. It has been an honour.\n\nThe board meets on Friday.");
	CHECK(strstr(result, "direct [I have today written to the board. It has been an honour.] (Maria Lind) Maria Lind {said}") != NULL);
	quotes("Maria Lind said:\n\nThe bridge is closed to all traffic until the end of May.");
	CHECK(strstr(result, "direct") == NULL);
	quotes("An inquest heard that staff had been “overwhelmed” on the night.");
	CHECK(strstr(result, "(An inquest) - {heard}") != NULL);
}

static void
reads_british_and_german_marks(void)
{
	CHECK_STR(quotes("'Back in the '90s we'd have beaten 'em by five goals,' said Gus Tolliver."),
			  "direct ['Back in the '90s we'd have beaten 'em by five goals,'] (Gus Tolliver) Gus Tolliver {said}");
	CHECK_STR(quotes("'The nurses' notes were lost,' said Gus Tolliver."),
			  "direct ['The nurses' notes were lost,'] (Gus Tolliver) Gus Tolliver {said}");
	/* a double pair inside makes no other article of it */
	quotes("'I rang and I rang,' said Maria Lind.\n\n'They said \"we'll look into it\",' said Gus Tolliver.");
	CHECK(strstr(result, "['They said \"we'll look into it\",'] (Gus Tolliver)") != NULL);
	/* an open paragraph goes on in the next */
	CHECK_STR(quotes("Maria Lind said: 'We are truly sorry.\n\n'We have hired nine midwives.'"),
			  "direct ['We are truly sorry.] ['We have hired nine midwives.'] (Maria Lind) Maria Lind {said}");
	CHECK_STR(quotes("„We have no money left“, said Maria Lind."),
			  "direct [„We have no money left“] (Maria Lind) Maria Lind {said}");
	CHECK_STR(quotes("„We have no money left\", said Maria Lind."),
			  "direct [„We have no money left\"] (Maria Lind) Maria Lind {said}");
	CHECK_STR(quotes("»We have no money left,« said Maria Lind."),
			  "direct [»We have no money left,«] (Maria Lind) Maria Lind {said}");
}

static void
reads_labels_of_every_form(void)
{
	quotes("SUSAN ORLOFF, ANCHOR: Good evening. We begin in Kyiv.\nMATT DELANEY, CORRESPONDENT: The sirens started at six.\nORLOFF: Is anybody hurt?");
	CHECK(strstr(result, "direct [Good evening. We begin in Kyiv.] (SUSAN ORLOFF)") != NULL);
	CHECK(strstr(result, "direct [Is anybody hurt?] (ORLOFF)") != NULL);
	quotes("[00:00:12] Paula Reyes: Welcome to the show.\n[00:00:15] Tomas Hruby: Thank you for having me.\n[00:00:20] Paula Reyes: Why did you leave?");
	CHECK(strstr(result, "direct [Welcome to the show.] (Paula Reyes) Paula Reyes") != NULL);
	CHECK(strstr(result, "direct [Thank you for having me.] (Tomas Hruby) Tomas Hruby") != NULL);
	quotes("Ms Rita Sahl (Oakvale): I thank the Minister. Will he publish the report?\n\nMr Tom Orr (Minister of Finance): I will publish it on Monday.");
	CHECK(strstr(result, "(Ms Rita Sahl) Rita Sahl") != NULL && strstr(result, "(Mr Tom Orr) Tom Orr") != NULL);
	/* the short name is the one with the full name's speaker */
	quotes("Paula Reyes: Why did you leave the party?\nTomas Hruby: It left me.\nReyes: And the money?\nHruby: There was no money.");
	CHECK(strstr(result, "[And the money?] (Reyes) Paula Reyes") != NULL);
	/* figures are no speech */
	CHECK_STR(read_quotes("Paula Reyes: 2,316 votes\nTomas Hruby: 1,905 votes\nPaula Reyes: 44 percent\nTomas Hruby: 36 percent", QUOTE_DIRECT), "");
}

static void
knows_names_in_marks(void)
{
	CHECK_STR(read_quotes("A bakery called “The Rising Sun” burned down. A dog named “Biscuit” raised the alarm.", QUOTE_DIRECT), "");
	CHECK_STR(quotes("The word “flood” appears 14 times in the report."), "");
	CHECK_STR(read_quotes("He was known to all as “the Professor”.", QUOTE_DIRECT), "");
	CHECK_STR(read_quotes("Many have put up “closed” signs.", QUOTE_MIXED), "");
	/* somebody calls something so */
	quotes("Maria Lind called the plan “reckless”.");
	CHECK(strstr(result, "mixed [the plan “reckless”] (Maria Lind)") != NULL);
}

static void
leaves_out_terms_and_titles(void)
{
	CHECK_STR(read_quotes("The “wise” owl watched the river.", QUOTE_DIRECT), "");
	CHECK_STR(read_quotes("The “wise” owl watched the river.", QUOTE_MIXED), "");
	CHECK_STR(quotes("Robert “Bob” Berg lives near the old bridge."), "");
	CHECK_STR(quotes("The 5'10\" guard and the 6'2\" forward won the game."), "");
}

static void
survives_odd_marks(void)
{
	/* the closing mark was forgotten: the paragraph ends it */
	CHECK_STR(quotes("Maria Lind said: “The bridge is late.\n\nThe town waits for its bridge in the rain."),
			  "direct [“The bridge is late.] (Maria Lind) Maria Lind {said}");
	/* curly and straight, mixed by a hurried hand */
	CHECK_STR(quotes("“The bridge is late,\" said Maria Lind."),
			  "direct [“The bridge is late,\"] (Maria Lind) Maria Lind {said}");
	CHECK_STR(quotes("``The bridge is late,'' said Maria Lind."),
			  "direct [``The bridge is late,''] (Maria Lind) Maria Lind {said}");
}

static void
keeps_captions_out(void)
{
	CHECK_STR(read_quotes("Photo shows Maria Lind (L), who said “no” to the bridge. (AFP Photo)\n\n"
						  "The town waits for its bridge in the rain and the snow.", QUOTE_DIRECT), "");
}

static void
knows_its_stances(void)
{
	for (int i = 1; i < STANCE_COUNT; i++)
		CHECK_INT(cue_stance_number(cue_stance_name(i), (int) strlen(cue_stance_name(i))), i);
	CHECK(cue_stance_name(0) == NULL);
	CHECK(cue_stance_name(STANCE_COUNT) == NULL);
	CHECK_INT(cue_stance_number("shouted", 7), 0);
}

/* Bad input: nothing may crash, loop or take in more than its paragraph. */
static void
bears_bad_input(void)
{
	static const char *const pieces[] = {"“", "”", "\"", "'", "‘", "’", "«", "»", " said ", " “a", "b” ", "\n\n", " he told ", ", ",
	": ", "5'10\" ", "Trump ", " that ", "``", "''", ". ", "(", ")", " who ", " and ", "—", "\xE2\x80", "it", " according to "};
	uint64_t	state = unit_seed();

	/* nothing stands before the first word */
	quotes("Would would would would would would told.");
	quotes("Never never never never never heard on Monday.");
	for (int round = 0; round < 200; round++)
	{
		char		text[4096];
		size_t		len = 0;
		size_t		want = unit_random(&state) % 3000;

		while (len < want)
		{
			const char *piece = pieces[unit_random(&state) % (sizeof(pieces) / sizeof(pieces[0]))];

			memcpy(text + len, piece, strlen(piece));
			len += strlen(piece);
		}
		text[len] = '\0';
		quotes(text);
	}
}

/* filled repeats a piece up to a length; the caller frees it. */
static char *
filled(const char *piece, size_t len)
{
	char	   *text = malloc(len + strlen(piece) + 1);
	size_t		n = 0;

	while (n < len)
	{
		strcpy(text + n, piece);
		n += strlen(piece);
	}
	return text;
}

static void
reads_signatures(void)
{
	CHECK_STR(quotes("“We will not leave this house.” ― Ann Brown, Leeds"),
			  "direct [“We will not leave this house.”] (Ann Brown) Ann Brown {―}");
	CHECK_STR(quotes("\"Never again,\" - John Smith\n\nIt rained."), "direct [\"Never again,\"] (John Smith) John Smith {-}");
	CHECK_STR(quotes("“Nobody told us anything, and nobody asked.”\n— Maria Lopez, a baker"),
			  "direct [“Nobody told us anything, and nobody asked.”] (Maria Lopez) Maria Lopez {—}");
	/* prose goes on after its dash, and a title is no speech */
	CHECK_STR(quotes("The “wise old bird” — An owl of ten years — slept."), "");
	CHECK_STR(quotes("“Gone With The Wind” — Ann Brown"), "");
	/* a hand that closes where it should open */
	CHECK_STR(quotes("”We lost it all.” ― Ann Brown"), "direct [”We lost it all.”] (Ann Brown) Ann Brown {―}");
}

static void
reads_transcripts(void)
{
	CHECK_STR(quotes("ANN KING: Are you sorry?\n\nJOHN SMITH: I am. Truly.\n\nIt rained."),
			  "direct [Are you sorry?] (ANN KING) ANN KING {:} | direct [I am. Truly.] (JOHN SMITH) John Smith {:}");
	CHECK_STR(quotes("Maria Lopez has won the race.\n\nQ. What changed?\n\nA. The weather.\n\nThe bread, too.\n\nQ: Who paid?\n\nA: Nobody."),
			  "direct [What changed?] (Q.) - {Q.} | direct [The weather.] [The bread, too.] (A.) Maria Lopez {A.} | "
			  "direct [Who paid?] (Q) - {:} | direct [Nobody.] (A) Maria Lopez {:}");
	/* labels of other kinds */
	CHECK_STR(quotes("WHO: The mayor\n\nWHAT: A long walk\n\nWHERE: The new bridge"), "");
	CHECK_STR(quotes("Ann Lee: 2,316\n\nMaria Lopez: 1,500\n\nAnn Lee: 2,400"), "");
}

static void
settles_what_two_cues_claim(void)
{
	CHECK_STR(quotes("Lee hit back at the council, telling reporters: “We will not move from here.”"),
			  "direct [“We will not move from here.”] (Lee) Lee {telling}");
	CHECK_STR(read_quotes("Lee said that the plan was “dead on arrival” and called it a waste of money.", QUOTE_MIXED),
			  "mixed [that the plan was “dead on arrival”] (Lee) Lee {said}");
	CHECK_STR(read_quotes("“If they stay here,” Lee said, referring to the guests, “they will have to pay.”", QUOTE_DIRECT),
			  "direct [“If they stay here,”] [“they will have to pay.”] (Lee) Lee {said}");
}

static void
reads_the_order_of_wires(void)
{
	CHECK_STR(quotes("Two ships collided off Norway on Sunday, police said on Monday, in the worst accident in a decade."),
			  "indirect [Two ships collided off Norway on Sunday] (police) - {said}");
	CHECK_STR(quotes("The road was closed, two people familiar with the matter said."),
			  "indirect [The road was closed] (two people) - {said}");
}

static void
joins_a_clause_its_cue_breaks_off(void)
{
	CHECK_STR(quotes("The plan, Lee said on Monday, would cost the town a fortune."),
			  "indirect [The plan] [would cost the town a fortune] (Lee) Lee {said}");
	CHECK_STR(quotes("But the law, critics say, goes too far."), "indirect [the law] [goes too far] (critics) - {say}");
	CHECK_STR(quotes("In May, police said, two men were arrested."), "indirect [two men were arrested] (police) - {said}");
}

static void
reads_british_marks(void)
{
	CHECK_STR(quotes("\"There was smoke everywhere\", Maria Silva, 34, who lives across the street, told the BBC. \"I ran.\""),
			  "direct [\"There was smoke everywhere\"] [\"I ran.\"] (Maria Silva) Maria Silva {told}");
	CHECK_STR(quotes("‘We will fight on’, Jones, a teacher from Leeds, said. ‘They cannot stop us.’"),
			  "direct [‘We will fight on’] [‘They cannot stop us.’] (Jones) Jones {said}");
}

static void
gives_nested_speech_to_both(void)
{
	CHECK_STR(quotes("“Putin told us, ‘We will not stop,’ and we believed him,” Macron said."),
			  "direct [“Putin told us, ‘We will not stop,’ and we believed him,”] (Macron) Macron {said} | "
			  "direct [‘We will not stop,’] (Putin) Putin {told}");
	CHECK_STR(read_quotes("Lee said that Brown had told him: “You are finished.”", QUOTE_DIRECT),
			  "direct [“You are finished.”] (Brown) Brown {told}");
	/* a name in marks, what people would say, what the speaker said before */
	CHECK_STR(quotes("\"It was called 'The Big One' by the locals,\" Reid said."),
			  "direct [\"It was called 'The Big One' by the locals,\"] (Reid) Reid {said}");
	CHECK_STR(quotes("\"I would say, 'Go home,' to all of them,\" Reid said."),
			  "direct [\"I would say, 'Go home,' to all of them,\"] (Reid) Reid {said}");
}

static void
finds_the_head_of_a_source(void)
{
	CHECK_STR(quotes("Officials in Kyiv said the bridge was hit twice."), "indirect [the bridge was hit twice] (Officials) - {said}");
}

static void
finds_the_verb_a_quotation_waits_for(void)
{
	CHECK_STR(quotes("“A slow year has put us on a bad path,” the report explains."),
			  "direct [“A slow year has put us on a bad path,”] (the report) - {explains}");
	CHECK_STR(quotes("“We are proud of every one of them,” Ann Lee, who has led the council of Leeds for eleven years, said."),
			  "direct [“We are proud of every one of them,”] (Ann Lee) Ann Lee {said}");
}

static void
silence_is_no_quote(void)
{
	CHECK_STR(quotes("The company declined to comment on the talks."), "");
	CHECK_STR(quotes("A spokesman for Acme declined to say whether it would sell."), "");
	CHECK_STR(quotes("Maria Lopes did not immediately say when the deal would close."), "");
	CHECK_STR(quotes("Neither Brown nor his lawyer responded to a request for comment."), "");
	CHECK_STR(quotes("No official said that the road was safe."), "");
	/* but what is quoted was said */
	CHECK(quotes("Maria Lopes did not say “never again” to the reporters.")[0] != '\0');
}

static void
takes_time_that_grows_with_the_text(void)
{
	static const char *const pieces[] = {"\"", "“", " “a", "' ", "he said ", "“a,” he said. ", "\"a\n\n", "“‘", "that ", ": "};

	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++)
	{
		char	   *text = filled(pieces[i], 300000);
		clock_t		start = clock();

		quotes(text);
		CHECK_SAYING(clock() - start < 20 * CLOCKS_PER_SEC, "%s takes too long", pieces[i]);
		free(text);
	}
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(finds_direct_speech_on_either_side);
	RUN(joins_what_its_cue_interrupts);
	RUN(goes_on_over_paragraphs);
	RUN(finds_reported_clauses);
	RUN(resolves_pronouns_and_relatives);
	RUN(knows_people_without_a_name);
	RUN(resolves_descriptions);
	RUN(finds_speech_without_a_verb);
	RUN(reads_british_and_german_marks);
	RUN(reads_labels_of_every_form);
	RUN(knows_names_in_marks);
	RUN(leaves_out_terms_and_titles);
	RUN(reads_signatures);
	RUN(reads_transcripts);
	RUN(settles_what_two_cues_claim);
	RUN(reads_the_order_of_wires);
	RUN(joins_a_clause_its_cue_breaks_off);
	RUN(reads_british_marks);
	RUN(gives_nested_speech_to_both);
	RUN(finds_the_head_of_a_source);
	RUN(finds_the_verb_a_quotation_waits_for);
	RUN(silence_is_no_quote);
	RUN(survives_odd_marks);
	RUN(keeps_captions_out);
	RUN(knows_its_stances);
	RUN(bears_bad_input);
	RUN(takes_time_that_grows_with_the_text);
	return unit_end();
}
