/*
 * tag_scan.c -- the tags of HTML, as they come: unclosed, misquoted, cut off.
 *
 *     <a href="/t?a=b&amp;c" title='5 > 3'>Olena Marchuk</a>
 *     profits < 5 %, x <y, <john@example.com>        no tags
 *
 * A < begins a tag when a name follows it and the tag then reads as one: known
 * names may have anything up to their >, other names attributes or nothing.  A
 * value in quotes may hold a >; when its quote never closes, the tag ends at
 * the first >.  A tag that another < breaks off ends there.
 *
 * Linear: what is scanned is either passed over or remembered (NtTagMemo), so
 * that a million marks without a partner are looked for once.
 */
#include "text/tag_scan.h"

#include "base/ascii.h"

#include <stddef.h>
#include <string.h>

#define NAME_LONGEST 16
#define CLASS_LONGEST 300		/* bytes of a class; longer ones are no names */
#define BARE_WORDS 2			/* attributes without a value in a tag that has no other */

/* The elements of HTML, and the blocks of NITF and RSS, in which agencies send news. */
static const struct
{
	char		name[NAME_LONGEST];
	uint8_t		element;
	bool		empty;
}			elements[] = {
	{"a", ELEMENT_LINK, false}, {"abbr", ELEMENT_INLINE, false}, {"abstract", ELEMENT_PARAGRAPH, false},
	{"address", ELEMENT_PARAGRAPH, false}, {"article", ELEMENT_ARTICLE, false}, {"aside", ELEMENT_FURNITURE, false},
	{"audio", ELEMENT_CUT, false}, {"b", ELEMENT_INLINE, false}, {"big", ELEMENT_INLINE, false},
	{"block", ELEMENT_BLOCK, false}, {"blockquote", ELEMENT_QUOTATION, false}, {"body", ELEMENT_PAGE, false},
	{"body.content", ELEMENT_BLOCK, false}, {"body.end", ELEMENT_BLOCK, false}, {"body.head", ELEMENT_BLOCK, false},
	{"br", ELEMENT_LINE, true}, {"button", ELEMENT_FURNITURE, false}, {"byline", ELEMENT_PARAGRAPH, false},
	{"canvas", ELEMENT_CUT, false}, {"caption", ELEMENT_CAPTION, false},
	{"category", ELEMENT_CUT, false}, {"center", ELEMENT_BLOCK, false},
	{"cite", ELEMENT_INLINE, false}, {"code", ELEMENT_INLINE, false}, {"content:encoded", ELEMENT_BLOCK, false},
	{"dateline", ELEMENT_PARAGRAPH, false}, {"dc:creator", ELEMENT_PARAGRAPH, false}, {"dd", ELEMENT_PARAGRAPH, false}, {"del", ELEMENT_INLINE, false}, {"description", ELEMENT_BLOCK, false},
	{"dialog", ELEMENT_FURNITURE, false}, {"div", ELEMENT_BLOCK, false}, {"dl", ELEMENT_BLOCK, false},
	{"dt", ELEMENT_PARAGRAPH, false}, {"em", ELEMENT_INLINE, false}, {"fieldset", ELEMENT_FURNITURE, false},
	{"figcaption", ELEMENT_CAPTION, false}, {"figure", ELEMENT_BLOCK, false}, {"font", ELEMENT_INLINE, false},
	{"footer", ELEMENT_FURNITURE, false}, {"form", ELEMENT_FURNITURE, false}, {"gallery", ELEMENT_CUT, false}, {"generator", ELEMENT_CUT, false}, {"guid", ELEMENT_CUT, false},
	{"h1", ELEMENT_HEADING_1, false},
	{"h2", ELEMENT_HEADING, false}, {"h3", ELEMENT_HEADING, false}, {"h4", ELEMENT_HEADING, false},
	{"h5", ELEMENT_HEADING, false}, {"h6", ELEMENT_HEADING, false}, {"head", ELEMENT_PAGE, false},
	{"header", ELEMENT_BLOCK, false}, {"headline", ELEMENT_HEADING_1, false}, {"hedline", ELEMENT_BLOCK, false},
	{"hl1", ELEMENT_HEADING_1, false}, {"hl2", ELEMENT_HEADING, false}, {"hr", ELEMENT_BLOCK, true},
	{"html", ELEMENT_PAGE, false}, {"i", ELEMENT_INLINE, false}, {"iframe", ELEMENT_CUT, false},
	{"img", ELEMENT_INLINE, true}, {"input", ELEMENT_INLINE, true}, {"ins", ELEMENT_INLINE, false},
	{"item", ELEMENT_BLOCK, false}, {"label", ELEMENT_FURNITURE, false}, {"li", ELEMENT_ITEM, false},
	{"link", ELEMENT_INLINE, true}, {"main", ELEMENT_ARTICLE, false}, {"map", ELEMENT_CUT, false},
	{"mark", ELEMENT_INLINE, false}, {"media-caption", ELEMENT_CAPTION, false}, {"menu", ELEMENT_FURNITURE, false},
	{"meta", ELEMENT_INLINE, true}, {"nav", ELEMENT_FURNITURE, false}, {"noscript", ELEMENT_CUT, false},
	{"object", ELEMENT_CUT, false}, {"ol", ELEMENT_BLOCK, false}, {"option", ELEMENT_FURNITURE, false},
	{"p", ELEMENT_PARAGRAPH, false}, {"pre", ELEMENT_PREFORMATTED, false}, {"pubdate", ELEMENT_PARAGRAPH, false},
	{"q", ELEMENT_QUOTE_MARK, false}, {"ref", ELEMENT_CUT, false}, {"s", ELEMENT_INLINE, false}, {"script", ELEMENT_CUT, false},
	{"section", ELEMENT_BLOCK, false}, {"select", ELEMENT_CUT, false}, {"small", ELEMENT_INLINE, false},
	{"source", ELEMENT_INLINE, true}, {"span", ELEMENT_INLINE, false}, {"strong", ELEMENT_INLINE, false},
	{"style", ELEMENT_CUT, false}, {"sub", ELEMENT_INLINE, false}, {"sup", ELEMENT_INLINE, false},
	{"svg", ELEMENT_CUT, false}, {"table", ELEMENT_BLOCK, false}, {"tagline", ELEMENT_PARAGRAPH, false},
	{"tbody", ELEMENT_BLOCK, false}, {"td", ELEMENT_BLOCK, false}, {"template", ELEMENT_CUT, false},
	{"textarea", ELEMENT_CUT, false}, {"th", ELEMENT_BLOCK, false}, {"thead", ELEMENT_BLOCK, false},
	{"time", ELEMENT_TIME, false}, {"title", ELEMENT_TITLE, false}, {"tr", ELEMENT_BLOCK, false},
	{"tt", ELEMENT_INLINE, false}, {"u", ELEMENT_INLINE, false}, {"ul", ELEMENT_BLOCK, false},
	{"video", ELEMENT_CUT, false}, {"wbr", ELEMENT_INLINE, true}
};

/* The words of class, id, role and the like by which the makers of pages call their parts. */
static const struct
{
	char		word[20];
	uint8_t		says;
}			class_words[] = {
	{"ad", TAG_CLASS_FURNITURE}, {"ads", TAG_CLASS_FURNITURE}, {"advert", TAG_CLASS_FURNITURE},
	{"advertisement", TAG_CLASS_FURNITURE}, {"alert", TAG_CLASS_FURNITURE}, {"author", TAG_CLASS_BYLINE},
	{"banner", TAG_CLASS_FURNITURE}, {"barrier", TAG_CLASS_FURNITURE}, {"breadcrumb", TAG_CLASS_OTHER},
	{"breadcrumbs", TAG_CLASS_OTHER}, {"byline", TAG_CLASS_BYLINE}, {"caption", TAG_CLASS_CAPTION},
	{"button", TAG_CLASS_FURNITURE}, {"buttons", TAG_CLASS_FURNITURE}, {"comment", TAG_CLASS_OTHER}, {"commenting", TAG_CLASS_OTHER}, {"comments", TAG_CLASS_OTHER},
	{"consent", TAG_CLASS_OTHER}, {"contentinfo", TAG_CLASS_OTHER}, {"cookie", TAG_CLASS_OTHER},
	{"cookies", TAG_CLASS_OTHER}, {"credit", TAG_CLASS_CAPTION}, {"dialog", TAG_CLASS_OTHER},
	{"disqus", TAG_CLASS_OTHER}, {"dropdown", TAG_CLASS_FURNITURE}, {"footer", TAG_CLASS_FURNITURE},
	{"gdpr", TAG_CLASS_OTHER}, {"hidden", TAG_CLASS_FURNITURE}, {"login", TAG_CLASS_FURNITURE},
	{"menu", TAG_CLASS_FURNITURE}, {"modal", TAG_CLASS_OTHER}, {"most", TAG_CLASS_FURNITURE},
	{"nav", TAG_CLASS_OTHER}, {"navbar", TAG_CLASS_OTHER}, {"navigation", TAG_CLASS_OTHER},
	{"newsletter", TAG_CLASS_FURNITURE}, {"newsletters", TAG_CLASS_FURNITURE}, {"onetrust", TAG_CLASS_OTHER},
	{"outbrain", TAG_CLASS_OTHER}, {"pagination", TAG_CLASS_FURNITURE}, {"paywall", TAG_CLASS_FURNITURE},
	{"popular", TAG_CLASS_FURNITURE}, {"popup", TAG_CLASS_OTHER}, {"promo", TAG_CLASS_FURNITURE},
	{"pullquote", TAG_CLASS_PULL}, {"recirc", TAG_CLASS_OTHER}, {"recommended", TAG_CLASS_OTHER},
	{"related", TAG_CLASS_OTHER}, {"search", TAG_CLASS_FURNITURE}, {"share", TAG_CLASS_FURNITURE},
	{"sharing", TAG_CLASS_FURNITURE}, {"sidebar", TAG_CLASS_FURNITURE}, {"signup", TAG_CLASS_FURNITURE},
	{"skip", TAG_CLASS_FURNITURE}, {"social", TAG_CLASS_FURNITURE}, {"sponsored", TAG_CLASS_FURNITURE},
	{"subscribe", TAG_CLASS_FURNITURE}, {"subscriber", TAG_CLASS_FURNITURE}, {"subscription", TAG_CLASS_FURNITURE},
	{"taboola", TAG_CLASS_OTHER}, {"tags", TAG_CLASS_FURNITURE}, {"teaser", TAG_CLASS_FURNITURE},
	{"teasers", TAG_CLASS_FURNITURE}, {"toolbar", TAG_CLASS_FURNITURE}, {"tooltip", TAG_CLASS_FURNITURE},
	{"trending", TAG_CLASS_OTHER}, {"video", TAG_CLASS_FURNITURE}, {"videos", TAG_CLASS_FURNITURE}, {"widget", TAG_CLASS_FURNITURE}
};

void
tag_memo_init(NtTagMemo *memo, const uint8_t *text)
{
	memset(memo, 0, sizeof(*memo));
	memo->angle = memo->escaped = memo->double_mark = memo->single_mark = memo->comment = text;
}

/*
 * next_of returns the next byte of this value from p, or the end; *memo holds
 * the answer of the last call, which is good for any p before it.
 */
static const uint8_t *
next_of(const uint8_t *p, const uint8_t *end, int byte, const uint8_t **memo)
{
	if (*memo < p || *memo >= end || **memo != byte)
	{
		if (*memo == end && end > p && *memo >= p)
			return end;
		*memo = p < end ? memchr(p, byte, (size_t) (end - p)) : NULL;
		if (*memo == NULL)
			*memo = end;
	}
	return *memo;
}

/* next_text does the same for a longer mark. */
static const uint8_t *
next_text(const uint8_t *p, const uint8_t *end, const char *text, size_t len, const uint8_t **memo)
{
	if (*memo >= p && (*memo == end || (*memo > p && memcmp(*memo, text, len) == 0)))
		return *memo;
	for (; end - p >= (ptrdiff_t) len; p++)
	{
		p = memchr(p, text[0], (size_t) (end - p));
		if (p == NULL || end - p < (ptrdiff_t) len)
			break;
		if (memcmp(p, text, len) == 0)
			return *memo = p;
	}
	return *memo = end;
}

static inline bool
is_name_byte(uint8_t b)
{
	return ascii_is_letter(b) || ascii_is_digit(b) || b == '-' || b == ':' || b == '_' || b == '.';
}

/* compare_name compares a lower-case word with bytes in any case. */
static int
compare_name(const char *word, const uint8_t *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
	{
		int			b = bytes[i] >= 'A' && bytes[i] <= 'Z' ? bytes[i] | 0x20 : bytes[i];

		if ((uint8_t) word[i] != b)
			return (uint8_t) word[i] - b;
	}
	return word[len] != '\0';
}

/* find_element returns the number of a known name, -1 of any other. */
static int
find_element(const uint8_t *name, size_t len)
{
	int			low = 0;
	int			high = (int) (sizeof(elements) / sizeof(elements[0]));

	if (len >= NAME_LONGEST)
		return -1;
	while (low < high)
	{
		int			middle = (low + high) / 2;
		int			cmp = compare_name(elements[middle].name, name, len);

		if (cmp == 0)
			return middle;
		if (cmp < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

static bool
name_is(const uint8_t *name, size_t len, const char *word)
{
	return strlen(word) == len && compare_name(word, name, len) == 0;
}

/* says_nothing: two words of Drupal: what hides a label, and the frame of all its pages. */
static bool
says_nothing(const uint8_t *word, size_t len, const uint8_t *next, size_t next_len)
{
	return (name_is(word, len, "label") && name_is(next, next_len, "hidden")) ||
		(name_is(word, len, "dialog") && name_is(next, next_len, "off"));
}

/* read_classes looks for words of pages in the value of a class, id or role. */
static void
read_classes(const uint8_t *p, const uint8_t *end, NtTag *tag)
{
	const uint8_t *last = NULL;	/* the word before, */
	size_t		last_len = 0;
	uint8_t		before = tag->says; /* and what the tag said before that */

	while (p < end)
	{
		const uint8_t *word = p;
		uint8_t		says = tag->says;
		size_t		len;

		/* words are parted by all but letters, and by a capital in camelCase */
		while (p < end && ascii_is_letter(*p) && (p == word || *p >= 'a' || p[-1] < 'a'))
			p++;
		len = (size_t) (p - word);
		if (len == 0)
		{
			p++;
			continue;
		}
		for (size_t i = 0; len >= 2 && len < sizeof(class_words[0].word) && i < sizeof(class_words) / sizeof(class_words[0]); i++)
			if (compare_name(class_words[i].word, word, len) == 0)
				tag->says = class_words[i].says > tag->says ? class_words[i].says : tag->says;
		if (last != NULL && last + last_len + 1 == word && says_nothing(last, last_len, word, len))
			tag->says = before;
		last = word;
		last_len = len;
		before = says;
	}
}

/* is_class_attribute: where the words stand by which a part of a page is called. */
static bool
is_class_attribute(const uint8_t *name, size_t len)
{
	static const char *const names[] = {"class", "id", "role", "data-testid", "data-component", "data-module"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (name_is(name, len, names[i]))
			return true;
	return false;
}

/* hides tells whether a style begins with display:none. */
static bool
hides(const uint8_t *p, const uint8_t *end)
{
	static const char none[] = "display:none";

	for (size_t i = 0; i < sizeof(none) - 1; i++)
	{
		while (p < end && ascii_is_space(*p))
			p++;
		if (p == end || (*p++ | 0x20) != (none[i] | 0x20))
			return false;
	}
	return true;
}

/* take_class keeps the hashes of a class. */
static void
take_class(NtTag *tag, const uint8_t *p, const uint8_t *end)
{
	bool		first = true;

	for (const uint8_t *from = p; p < end && p - from < CLASS_LONGEST; p++)
	{
		tag->sign = (tag->sign ^ *p) * UINT32_C(16777619) + 1;
		first = first && !ascii_is_space(*p);
		if (first && !ascii_is_digit(*p))
			tag->kind = (tag->kind ^ *p) * UINT32_C(16777619) + 1;
	}
}

/* take_attribute keeps what a reader of news wants to know. */
static void
take_attribute(NtTag *tag, const uint8_t *name, size_t len, const uint8_t *value, const uint8_t *value_end)
{
	if (tag->element <= ELEMENT_LINE && tag->element != ELEMENT_INLINE && tag->element != ELEMENT_CUSTOM)
		return;
	if (is_class_attribute(name, len))
	{
		if (value_end - value < CLASS_LONGEST)
			read_classes(value, value_end, tag);
		if (name_is(name, len, "class"))
			take_class(tag, value, value_end);
	}
	else if (name_is(name, len, "itemprop") && name_is(value, (size_t) (value_end - value), "articlebody"))
		tag->says = TAG_CLASS_BODY;
	else if (tag->says < TAG_CLASS_FURNITURE && (name_is(name, len, "hidden") || (name_is(name, len, "style") && hides(value, value_end))))
		tag->says = TAG_CLASS_FURNITURE;
	else if (name_is(name, len, "datetime"))
	{
		tag->datetime = value;
		tag->datetime_len = (uint32_t) (value_end - value);
	}
}

/*
 * read_attributes reads on to the end of a tag and sets tag->end.  False when
 * no > ends it, or when what stands there are no attributes and must be.
 */
static bool
read_attributes(const uint8_t *p, const uint8_t *end, NtTagMemo *memo, bool known, NtTag *tag)
{
	uint32_t	attributes = 0;
	uint32_t	bare = 0;		/* words without a value */

	for (;;)
	{
		const uint8_t *name;
		size_t		len;

		while (p < end && (ascii_is_space(*p) || *p == '/'))
			p++;
		if (p >= end || *p == '<')
		{
			/* cut off: a tag all the same when attributes say so */
			tag->end = p;
			return attributes > 0 || (known && bare == 0 && p < end);
		}
		if (*p == '>')
		{
			tag->empty |= p[-1] == '/';
			tag->end = p + 1;
			return true;
		}
		name = p;
		while (p < end && *p != '=' && *p != '>' && *p != '<' && *p != '/' && !ascii_is_space(*p))
			p++;
		len = (size_t) (p - name);
		if (p < end && *p == '=')
		{
			const uint8_t *value = p + 1;
			const uint8_t *value_end;

			while (value < end && ascii_is_space(*value))
				value++;
			value_end = value;
			if (value < end && (*value == '"' || *value == '\''))
				value_end = next_of(value + 1, end, *value, *value == '"' ? &memo->double_mark : &memo->single_mark);
			if (value_end > value && value_end < end)
			{
				take_attribute(tag, name, len, value + 1, value_end);
				p = value_end + 1;
			}
			else
			{
				p = value;
				while (p < end && *p != '>' && !ascii_is_space(*p))
					p++;
				take_attribute(tag, name, len, value, p);
			}
			attributes++;
		}
		else
		{
			/* "if x <a few words": no attributes */
			if (++bare > BARE_WORDS && attributes == 0)
				return false;
			if (!known && attributes == 0)
				return false;
			take_attribute(tag, name, len, name, name);
		}
	}
}

/* read_declaration reads <!-- -->, <![CDATA[, ]]>, <!DOCTYPE> and <?xml ?>. */
static bool
read_declaration(const uint8_t *p, const uint8_t *end, NtTagMemo *memo, NtTag *tag)
{
	const uint8_t *close;

	tag->element = ELEMENT_INLINE;
	tag->empty = true;
	if (end - p >= 4 && memcmp(p, "<!--", 4) == 0)
	{
		close = next_text(p + 4, end, "-->", 3, &memo->comment);
		/* an unclosed comment ends with its tag, as if it were one */
		if (close == end)
		{
			close = next_of(p, end, '>', &memo->angle);
			tag->end = close < end ? close + 1 : p + 4;
		}
		else
			tag->end = close + 3;
		return true;
	}
	if (end - p >= 9 && memcmp(p, "<![CDATA[", 9) == 0)
	{
		tag->end = p + 9;
		return true;
	}
	if (end - p >= 4 && (ascii_is_letter(p[2]) || p[2] == '['))
	{
		close = next_of(p, end, '>', &memo->angle);
		if (close == end)
			return false;
		tag->end = close + 1;
		if (p[1] == '!' && (p[2] | 0x20) == 'd')
			tag->element = ELEMENT_PAGE;
		return true;
	}
	return false;
}

/* read_name reads the name at p and returns its end, NULL when none is there. */
static const uint8_t *
read_name(const uint8_t *p, const uint8_t *end, NtTag *tag, bool *known)
{
	const uint8_t *name;
	int			found;

	memset(tag, 0, sizeof(*tag));
	if (p < end && *p == '/')
	{
		tag->closing = true;
		p++;
	}
	name = p;
	if (p >= end || !ascii_is_letter(*p))
		return NULL;
	while (p < end && is_name_byte(*p) && p - name < 64)
		p++;
	if (p < end && !ascii_is_space(*p) && *p != '>' && *p != '/' && *p != '<')
		return NULL;
	tag->name = name;
	tag->name_len = (uint8_t) (p - name);
	found = find_element(name, tag->name_len);
	*known = found >= 0;
	tag->element = found >= 0 ? elements[found].element : memchr(name, '-', tag->name_len) != NULL ? ELEMENT_CUSTOM : ELEMENT_INLINE;
	tag->empty = found >= 0 && elements[found].empty;
	if (tag->element == ELEMENT_CUSTOM)
		read_classes(name, p, tag);
	return p;
}

bool
tag_read(const uint8_t *p, const uint8_t *end, NtTagMemo *memo, NtTag *tag)
{
	bool		known;

	if (end - p < 3)
		return false;
	if (p[1] == '!' || p[1] == '?')
	{
		memset(tag, 0, sizeof(*tag));
		return read_declaration(p, end, memo, tag);
	}
	p = read_name(p + 1, end, tag, &known);
	return p != NULL && read_attributes(p, end, memo, known, tag);
}

bool
tag_read_escaped(const uint8_t *p, const uint8_t *end, NtTagMemo *memo, NtTag *tag)
{
	const uint8_t *name;
	const uint8_t *close;
	int			found;

	memset(tag, 0, sizeof(*tag));
	if (end - p < 9 || memcmp(p, "&lt;", 4) != 0)
		return false;
	name = p + 4;
	if (*name == '/')
	{
		tag->closing = true;
		name++;
	}
	for (p = name; p < end && p - name < NAME_LONGEST && (ascii_is_letter(*p) || (*p >= '1' && *p <= '6')); p++)
		;
	found = p > name ? find_element(name, (size_t) (p - name)) : -1;
	if (found < 0 || p >= end || (*p != ' ' && *p != '/' && *p != '&'))
		return false;
	close = next_text(p, end, "&gt;", 4, &memo->escaped);
	if (close == end || (*p == '&' && close != p))
		return false;
	tag->name = name;
	tag->name_len = (uint8_t) (p - name);
	tag->element = elements[found].element;
	tag->empty = elements[found].empty;
	tag->end = close + 4;
	return true;
}

const uint8_t *
tag_cut(const NtTag *tag, const uint8_t *end, NtTagMemo *memo)
{
	int			number = find_element(tag->name, tag->name_len);
	const uint8_t *p = tag->end;
	uint32_t	bit = 0;

	for (int i = 0; i < number; i++)
		bit += elements[i].element == ELEMENT_CUT;
	if (tag->empty || tag->closing || memo->no_close & (UINT32_C(1) << bit))
		return tag->end;
	while ((p = memchr(p, '<', (size_t) (end - p))) != NULL)
	{
		if (end - p > 2 + tag->name_len && p[1] == '/' &&
			compare_name(elements[number].name, p + 2, tag->name_len) == 0 && !is_name_byte(p[2 + tag->name_len]))
		{
			p = memchr(p, '>', (size_t) (end - p));
			return p != NULL ? p + 1 : end;
		}
		p++;
	}
	memo->no_close |= UINT32_C(1) << bit;
	return tag->end;
}
