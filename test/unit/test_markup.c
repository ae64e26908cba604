/*
 * test_markup.c -- the clean text of a body, and where it stands there.
 */
#include "unit.h"

#include "text/markup.h"

static UnitHeap heap;
static NtMarkup markup;
static const char *clean_text;
static uint32_t clean_len;

/* clean returns the text of a body. */
static const char *
clean(const char *body)
{
	static char out[4096];

	unit_heap_reset(&heap);
	clean_text = markup_read(&heap.cx, body, (uint32_t) strlen(body), &markup, &clean_len);
	snprintf(out, sizeof(out), "%.*s", (int) clean_len, clean_text);
	return out;
}

/* written returns what the body has for a piece of its clean text. */
static const char *
written(const char *body, const char *piece)
{
	static char out[4096];
	const char *found = strstr(clean(body), piece);
	uint32_t	at = 0;
	uint32_t	start;
	uint32_t	end;

	if (found == NULL)
		return "(none)";
	while (memcmp(clean_text + at, piece, strlen(piece)) != 0)
		at++;
	start = markup_start(&markup, at);
	end = markup_end(&markup, at + (uint32_t) strlen(piece));
	snprintf(out, sizeof(out), "%.*s", (int) (end - start), body + start);
	return out;
}

static void
plain_text_is_not_copied(void)
{
	static const char *const plain[] = {
		"", "The mayor said no.\n\nTwo lines\nof it.", "AT&T and R&D; profits < 5 % & <5, x <y, 3 > 2.",
		"“Marks” — and … é", "* a bullet\n- and one more\nf*** and s**t, 2 * 3", "a_b [sic] [...] #1 seed! He [the mayor] left.",
		"Write to <john@example.com>.", "C:\\news\\text \\o/", "MÃO and É» stay", "<", "&", "&#;", "&bogus;", "<>", "</", "< p>"
	};

	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
	{
		CHECK_STR(clean(plain[i]), plain[i]);
		CHECK(clean_text == plain[i]);
		CHECK_INT(markup_end(&markup, 5), 5);
	}
}

static void
inline_tags_end_no_word(void)
{
	CHECK_STR(clean("<a href=\"/t/1?a=b&amp;c\" title='5 > 3'>Olena Mar</a><b>chuk</b> said"), "Olena Marchuk said");
	CHECK_STR(written("x <a href=\"/t\">Olena Mar</a><b>chuk</b> said", "Olena Marchuk"), "Olena Mar</a><b>chuk");
	CHECK_STR(clean("One<!-- a > b --> two<![CDATA[ three]]>"), "One two three");
	CHECK_STR(clean("a<o:p></o:p>b <my-tag x=1>c</my-tag> <unknown>d"), "ab c d");
}

static void
block_tags_part_paragraphs(void)
{
	CHECK_STR(clean("<p>One.</p>\n<p class=x>Two\nlines.<br>Three.<br/><br />Four.<li>Five"), "One.\n\nTwo\nlines.\nThree.\n\nFour.\n\nFive");
	CHECK_STR(clean("One.</p>\n<p>Two."), "One.\n\nTwo.");
	CHECK_STR(clean("<h1>Head</h1>Text <pre>a\nb</pre>"), "Head\n\nText \n\na\nb");
	CHECK_INT(markup.blocks.at[0].role, BLOCK_HEADLINE);
	CHECK_STR(clean("<p>One.\n\nTwo.</p>"), "One.\n\nTwo.");
}

static void
references_stand_for_characters(void)
{
	CHECK_STR(clean("&ldquo;We&rsquo;ll&rdquo; &#8220;a&#x201D; &#147;b&#148; caf&eacute; AT&amp;T"),
			  "“We’ll” “a” “b” café AT&T");
	CHECK_STR(clean("&amp;quot;x&amp;quot; &amp;#8217; &amp;amp; &copy 2024 &nbsp"), "\"x\" ’ & © 2024 \xC2\xA0");
	CHECK_STR(clean("&lt;p&gt;One.&lt;/p&gt;&lt;p class=\"x\"&gt;Two"), "One.\n\nTwo");
	CHECK_STR(written("a &ldquo;No&rdquo; b", "“No”"), "&ldquo;No&rdquo;");
	CHECK_STR(clean("1 &lt; 2 &gt; 0"), "1 < 2 > 0");
}

static void
misread_bytes_are_read_again(void)
{
	CHECK_STR(clean("â€œNo,â€\xC2\x9D" " he said. Itâ€™s FranÃ§ois, Â£5 â€” â€¦"), "“No,” he said. It’s François, £5 — …");
	CHECK_STR(clean("â€œNo,â€ he said"), "“No,” he said");
	CHECK_STR(clean("\xC2\x93No\xC2\x94"), "“No”");
	CHECK_STR(clean("\xEF\xBB\xBF" "Mar\xE2\x80\x8B" "chuk co\xC2\xADop"), "Marchuk coop");
}

static void
a_string_of_json_is_unescaped(void)
{
	CHECK_STR(clean("\"\\u201cNo,\\u201d she said.\\n\\nThe \\\"end\\\".\""), "“No,” she said.\n\nThe \"end\".");
	CHECK_STR(written("\"\\u201cNo,\\u201d she said.\\n\"", "“No,”"), "\\u201cNo,\\u201d");
}

static void
a_document_of_json_gives_its_texts(void)
{
	const char *body = "{\"id\": 7, \"headline\": \"Bridge \\u201creopens\\u201d\", \"url\": \"https://x.example/a\", \"author\": {\"name\": \"Nadia Ferris\"},"
		" \"published\": \"2024-05-03T18:20:00Z\", \"body\": \"One.\\n\\nTwo \\\"three\\\".\"}";

	CHECK_STR(clean(body), "Bridge “reopens”\n\nNadia Ferris\n\nOne.\n\nTwo \"three\".");
	CHECK_INT(markup.blocks.at[0].role, BLOCK_HEADLINE);
	CHECK_INT(markup.blocks.at[1].role, BLOCK_BYLINE);
	CHECK_INT(markup.day, calendar_day(2024, 5, 3));
	CHECK_STR(written(body, "“reopens”"), "\\u201creopens\\u201d");
	CHECK_STR(clean("[{\"type\": \"headline\", \"text\": \"Head\"}, {\"type\": \"paragraph\", \"text\": \"<p>One <a href=\\\"/x\\\">two</a>\\nthree</p>\"}]"),
			  "Head\n\nOne two three");
	CHECK_STR(clean("[\"One.\", \"Two.\"]"), "One.\n\nTwo.");
	CHECK_STR(clean("{\"note\": \"A text of many words is one, whatever its key may be.\", \"n\": [1, true, null, {}]}"),
			  "A text of many words is one, whatever its key may be.");
	CHECK_STR(clean("{\"body\": \"One two, cut o"), "One two, cut o");
	CHECK_STR(clean("{\"body\": \"One\"} two"), "{\"body\": \"One\"} two");
	CHECK_STR(clean("[The mayor] said {no}."), "[The mayor] said {no}.");
	CHECK_STR(clean("{\"a\": 1}"), "{\"a\": 1}");
}

static void
words_parted_at_line_ends_are_whole(void)
{
	const char *body = "Senator Smith, of Michi-\ngan, said the com-\r\nmittee met on Mon-\nday in New-\nYork -- no.";

	CHECK_STR(clean(body), "Senator Smith, of Michigan,\nsaid the committee\nmet on Monday\nin New-\nYork -- no.");
	CHECK_STR(written(body, "Michigan"), "Michi-\ngan");
	CHECK_STR(clean("A well-\nknown man co-\noperates."), "A well-\nknown man co-\noperates.");
}

static void
light_marks_go(void)
{
	CHECK_STR(clean("**Marchuk:** We [rebuild](https://a.b/c_d).[2]\n\n# Head\n\n> “No,” *he* said _now_. ![x](/y)"),
			  "Marchuk: We rebuild.\n\nHead\n\n“No,” he said now. ");
	CHECK_STR(written("the **Ana Ruiz** x", "Ana Ruiz"), "Ana Ruiz");
	CHECK_STR(clean("a [note](see below) **open\n\nand** shut *"), "a [note](see below) **open\n\nand** shut *");
}

static void
feeds_are_parted(void)
{
	CHECK_STR(clean("<item><title>Ferry returns</title><guid isPermaLink=\"false\">https://x.example/1</guid><dc:creator><![CDATA[Greta Holm]]></dc:creator>"
					"<category><![CDATA[Transport]]></category><content:encoded><![CDATA[<p>It sailed.</p>]]></content:encoded></item>"),
			  "Ferry returns\n\nGreta Holm\n\nIt sailed.");
	CHECK_INT(markup.blocks.at[0].role, BLOCK_HEADLINE);
}

static void
escapes_of_exports_go(void)
{
	CHECK_STR(clean("She said \\\"no\\\".\nIt wasn\\'t \\\"yes\\\"."), "She said \"no\".\nIt wasn't \"yes\".");
	CHECK_STR(clean("The council\\u2019s vote.\n\n\\u201cNo\\u201d"), "The council’s vote.\n\n“No”");
	CHECK_STR(clean("\"He said \"\"no\"\" twice.\n\"\"Yes\"\"\"\n"), "He said \"no\" twice.\n\"Yes\"");
	CHECK_STR(clean("\"No,\" he said. \"Yes.\""), "\"No,\" he said. \"Yes.\"");
	CHECK_STR(clean("A move she called =\n=E2=80=9Ca betrayal=E2=\r\n=80=9D =3D Ren=C3=A9e =93x=94"), "A move she called “a betrayal” = Renée “x”");
	CHECK_STR(written("x =E2=80=9Ca betra=\nyal=E2=80=9D", "“a betrayal"), "=E2=80=9Ca betra=\nyal");
	CHECK_STR(clean("=== One ===\n\n=== Two ===\n\n=20 =\n a=b"), "=== One ===\n\n=== Two ===\n\n=20 =\n a=b");
}

static void
heads_tell_of_the_article(void)
{
	const char *body = "From: The Desk <desk@harbour.example>\nSubject: Port strike ends\nDate: Tue, 14 Mar 2023\nX-Mailer: none\n folded\n\nDockers: one.";

	CHECK_STR(clean(body), "Port strike ends\n\nTue, 14 Mar 2023\n\nDockers: one.");
	CHECK_INT(markup.blocks.at[0].role, BLOCK_HEADLINE);
	CHECK_INT(markup_role(&markup, clean_len - 3), BLOCK_TEXT);
	CHECK_STR(written(body, "Port strike"), "Port strike");
	CHECK_STR(clean("---\ntitle: \"Two: three\"\ndate: 2024-03-02\ntags:\n  - a\n- b\n---\nOne ![x](y.jpg \"z\").[^1]"), "Two: three\n\n2024-03-02\n\nOne .");
	CHECK_INT(markup.day, calendar_day(2024, 3, 2));
	CHECK_STR(clean("Host: One.\nGuest: Two.\n\nThree."), "Host: One.\nGuest: Two.\n\nThree.");
	CHECK_STR(clean("Subject: One\nTwo.\n\nThree."), "Subject: One\nTwo.\n\nThree.");
}

static void
elements_without_text_are_cut(void)
{
	CHECK_STR(clean("a<script>var x = '<p>b</p>';</script><style>p {}</style><svg><path d=\"\"/></svg> c"), "a c");
	CHECK_STR(clean("a <script>b"), "a b");
	CHECK_STR(clean("a <a href=\"b"), "a ");
	CHECK_STR(clean("x <b and y"), "x <b and y");
	CHECK_STR(clean("<q>No</q>, he said"), "“No”, he said");
}

static void
agency_formats_are_parted(void)
{
	CHECK_STR(clean("<nitf><hedline><hl1>Bridge reopens</hl1></hedline><byline>By Nadia Ferris</byline><dateline>TALLINN</dateline>"
					"<block><p>The <org>city</org> said so.</p></block></nitf>"),
			  "Bridge reopens\n\nBy Nadia Ferris\n\nTALLINN\n\nThe city said so.");
}

static void
a_page_gives_its_article(void)
{
	const char *page =
		"<!DOCTYPE html><html><head><title>Bridge reopens | Post</title><script>x</script></head><body>"
		"<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav><div><article><h1>Bridge reopens</h1>"
		"<p class=byline>By Nadia Ferris</p><div>"
		"<p>The harbour bridge opened again on Friday after the storm, the city said in a statement to the press.</p>"
		"<p>“We will inspect the deck on Monday,” said the engineer Rein Tamm, who leads the work on the bridge.</p>"
		"<p>Cars crossed from noon, and <a href=/b>buses</a> will follow in the course of the week, the council added.</p>"
		"<aside><p>Read more: The storm of the century, in pictures and in the words of those who saw it come.</p></aside>"
		"</div></article><div class=\"related-stories\"><p><a href=/x>Storm warning for all of the coast, and what it "
		"means for the fleet that is at sea this week.</a></p></div></div><footer><p>© Post</p></footer></body></html>";

	CHECK_STR(clean(page),
			  "Bridge reopens\n\nBy Nadia Ferris\n\n"
			  "The harbour bridge opened again on Friday after the storm, the city said in a statement to the press.\n\n"
			  "“We will inspect the deck on Monday,” said the engineer Rein Tamm, who leads the work on the bridge.\n\n"
			  "Cars crossed from noon, and buses will follow in the course of the week, the council added.");
	CHECK_STR(written(page, "Cars crossed from noon, and buses"), "Cars crossed from noon, and <a href=/b>buses");
	CHECK(markup.cuts.n > 0);
	CHECK_STR(clean("<html><body><ul><li><a href=/>Home</a></ul><p>Nothing here.</p></body></html>"), "");
}

static void
a_brief_in_a_frame_is_read(void)
{
	CHECK_STR(clean("<p>It is open.</p></body></html>"), "It is open.");
	CHECK_STR(clean("</body><p>It is open.</p>"), "It is open.");
	CHECK_STR(clean("<html><body><p>It is open.</p></body></html>"), "It is open.");
	CHECK_STR(clean("<html><body><p><a href=x>Home</a></p><p><a href=y>News today</a></p></body></html>"), "");
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(plain_text_is_not_copied);
	RUN(inline_tags_end_no_word);
	RUN(block_tags_part_paragraphs);
	RUN(references_stand_for_characters);
	RUN(misread_bytes_are_read_again);
	RUN(a_string_of_json_is_unescaped);
	RUN(a_document_of_json_gives_its_texts);
	RUN(words_parted_at_line_ends_are_whole);
	RUN(light_marks_go);
	RUN(feeds_are_parted);
	RUN(escapes_of_exports_go);
	RUN(heads_tell_of_the_article);
	RUN(elements_without_text_are_cut);
	RUN(agency_formats_are_parted);
	RUN(a_page_gives_its_article);
	RUN(a_brief_in_a_frame_is_read);
	unit_heap_reset(&heap);
	return unit_end();
}
