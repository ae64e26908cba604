/*
 * markup_json.c -- a body that is one object or array of JSON.
 *
 *     {"id": 7, "headline": "Bridge reopens", "author": {"name": "Nadia Ferris"},
 *      "body": "<p>It is safe,\u201d Tamm said.</p>"}
 *         headline, byline, text
 *     [{"type": "heading", "text": "Bridge reopens"}, {"type": "paragraph", "text": "..."}]
 *         headline, text
 *
 * One pass says whether the whole body is such a document and which strings
 * of it are text (json_document).  What a string is, its key says: the table
 * below.  A string in an array, and the "name" of an author, are what the key
 * around them says; "type" says what the "text" beside it is.  When no key of the
 * table holds text, a string of several words is text whatever its key.
 * A document may be cut off.  The strings are then read one after the other as paragraphs, as markup.c reads
 * any text; all else in the body is passed over.
 */
#include "text/markup_read.h"

#include "base/ascii.h"

#include <stddef.h>
#include <string.h>

#define DEEPEST 60				/* objects in one another; deeper ones are none of an article */
#define KEY_LONGEST 24
#define PROSE_SHORTEST 40		/* bytes of a string that is text whatever its key */

/* Keys of feeds, content systems, schema.org and letters, in small letters without _ and -. */
static const struct
{
	char		name[KEY_LONGEST];
	uint8_t		key;
}			keys[] = {
	{"abstract", KEY_TEXT}, {"alt", KEY_NEVER}, {"alttext", KEY_NEVER}, {"article", KEY_TEXT}, {"articlebody", KEY_TEXT},
	{"author", KEY_BYLINE}, {"authors", KEY_BYLINE}, {"blocks", KEY_TEXT}, {"body", KEY_TEXT}, {"bodyhtml", KEY_TEXT},
	{"bodytext", KEY_TEXT}, {"byline", KEY_BYLINE}, {"caption", KEY_CAPTION}, {"content", KEY_TEXT}, {"contents", KEY_TEXT},
	{"copyright", KEY_NEVER}, {"creator", KEY_BYLINE}, {"credit", KEY_CAPTION}, {"date", KEY_DAY}, {"datepublished", KEY_DAY}, {"from", KEY_NEVER},
	{"dek", KEY_SUBHEADING}, {"description", KEY_SUBHEADING}, {"excerpt", KEY_SUBHEADING}, {"figure", KEY_CAPTION},
	{"fulltext", KEY_TEXT}, {"heading", KEY_SUBHEADING}, {"headline", KEY_HEADLINE}, {"html", KEY_TEXT},
	{"image", KEY_CAPTION}, {"keywords", KEY_NEVER}, {"lead", KEY_TEXT}, {"lede", KEY_TEXT}, {"main", KEY_TEXT},
	{"maintext", KEY_TEXT}, {"name", KEY_NAME}, {"paragraph", KEY_TEXT}, {"paragraphs", KEY_TEXT}, {"photo", KEY_CAPTION},
	{"pubdate", KEY_DAY}, {"publishdate", KEY_DAY}, {"published", KEY_DAY}, {"publisheddate", KEY_DAY}, {"publishedat", KEY_DAY}, {"publicationdate", KEY_DAY}, {"pullquote", KEY_QUOTATION},
	{"quote", KEY_QUOTATION}, {"blockquote", KEY_QUOTATION}, {"rendered", KEY_KEPT}, {"standfirst", KEY_SUBHEADING},
	{"story", KEY_TEXT}, {"storytext", KEY_TEXT}, {"subheading", KEY_SUBHEADING}, {"subheadline", KEY_SUBHEADING},
	{"subject", KEY_HEADLINE}, {"sent", KEY_DAY},
	{"to", KEY_NEVER}, {"subtitle", KEY_SUBHEADING}, {"summary", KEY_SUBHEADING}, {"tags", KEY_NEVER}, {"text", KEY_TEXT}, {"title", KEY_HEADLINE},
	{"type", KEY_TYPE}, {"value", KEY_KEPT}, {"webpublicationdate", KEY_DAY}
};

typedef struct JsonLevel
{
	bool		object;			/* else an array */
	uint8_t		around;			/* what the key before it says */
	uint8_t		key;			/* of the value to come */
	uint8_t		type;			/* what its "type" says */
} JsonLevel;

/* json_key returns what a key says. */
JsonKey
json_key(const uint8_t *p, const uint8_t *end)
{
	char		name[KEY_LONGEST];
	uint32_t	n = 0;

	for (; p < end && n < KEY_LONGEST; p++)
		if (*p != '_' && *p != '-')
			name[n++] = (char) (*p >= 'A' && *p <= 'Z' ? *p | 0x20 : *p);
	for (size_t i = 0; n < KEY_LONGEST && i < sizeof(keys) / sizeof(keys[0]); i++)
		if (memcmp(keys[i].name, name, n) == 0 && keys[i].name[n] == '\0')
			return (JsonKey) keys[i].key;
	return KEY_OTHER;
}

static const uint8_t *
skip_space(const uint8_t *p, const uint8_t *end)
{
	while (p < end && (*p == ' ' || (*p >= '\t' && *p <= '\r')))
		p++;
	return p;
}

/* string_end returns the mark that closes the string that begins at p, the end of the body when it is cut off. */
static const uint8_t *
string_end(const uint8_t *p, const uint8_t *end)
{
	while (p < end && *p != '"')
		p += *p == '\\' ? 2 : 1;
	return p < end ? p : end;
}

static bool
is_address(const uint8_t *p, const uint8_t *end)
{
	return end - p > 7 && memcmp(p, "http", 4) == 0 && (p[4] == ':' || p[5] == ':');
}

/* is_prose: several words. */
static bool
is_prose(const uint8_t *p, const uint8_t *end)
{
	return end - p >= PROSE_SHORTEST && memchr(p, ' ', PROSE_SHORTEST) != NULL;
}

/* note_string keeps a string that may be text, with what it is. */
static void
note_string(MarkupReader *r, JsonLevel *level, const uint8_t *p, const uint8_t *end)
{
	JsonKey		key = (JsonKey) (level->object ? level->key : level->around);

	if (key == KEY_KEPT || (key == KEY_NAME && level->around == KEY_BYLINE))
		key = (JsonKey) level->around;
	if (key == KEY_TYPE)
	{
		level->type = (uint8_t) json_key(p, end);
		return;
	}
	if (key == KEY_TEXT && level->type > KEY_TEXT && level->type < KEY_DAY)
		key = (JsonKey) level->type;
	if (key == KEY_DAY)
		markup_day(r, p, (uint32_t) (end - p));
	if (key == KEY_DAY || key == KEY_NEVER || p == end || is_address(p, end) || (key < KEY_TEXT && !is_prose(p, end)))
		return;
	*nt_push(r->cx, &r->texts) = (JsonText) {(uint32_t) (p - r->body), (uint32_t) (end - r->body), (uint8_t) (key < KEY_TEXT ? KEY_OTHER : key)};
	r->keyed |= key == KEY_TEXT;
}

/* read_value reads what begins at p on a level, and returns what follows, NULL: it is no JSON. */
static const uint8_t *
read_value(MarkupReader *r, JsonLevel *levels, uint32_t *depth, const uint8_t *p)
{
	JsonLevel  *level = &levels[*depth];
	const uint8_t *from = p;
	const uint8_t *close;

	if (*p == '"')
	{
		close = string_end(p + 1, r->end);
		note_string(r, level, p + 1, close);
		return close < r->end ? close + 1 : close;
	}
	if (*p == '{' || *p == '[')
	{
		uint8_t		around = level->object && level->key != KEY_KEPT ? level->key : level->around;

		if (*depth == 0 && *p == '[')
			around = KEY_TEXT;	/* a list of paragraphs */
		if (*depth + 1 >= DEEPEST)
			return NULL;
		levels[++*depth] = (JsonLevel) {.object = *p == '{', .around = around};
		return p + 1;
	}
	while (p < r->end && (ascii_is_digit(*p) || ascii_is_letter(*p) || *p == '-' || *p == '+' || *p == '.'))
		p++;
	return p > from ? p : NULL;
}

/* read_key reads the key before a value of an object. */
static const uint8_t *
read_key(const MarkupReader *r, JsonLevel *level, const uint8_t *p)
{
	const uint8_t *close;

	if (*p != '"' || (close = string_end(p + 1, r->end)) == r->end)
		return NULL;
	level->key = (uint8_t) json_key(p + 1, close);
	p = skip_space(close + 1, r->end);
	return p < r->end && *p == ':' ? skip_space(p + 1, r->end) : NULL;
}

/* scan reads a document to its end, or to where it was cut off; false: the body is none. */
static bool
scan(MarkupReader *r, const uint8_t *p)
{
	JsonLevel	levels[DEEPEST];
	uint32_t	depth = 0;
	bool		value = true;	/* one may come */

	levels[0] = (JsonLevel) {0};
	while (true)
	{
		uint32_t	before = depth;

		nt_tick(r->cx);
		p = skip_space(p, r->end);
		if (depth == 0 && !value)
			return p == r->end;
		/* cut off */
		if (p == r->end)
			return r->keyed;
		if (depth > 0 && *p == (levels[depth].object ? '}' : ']'))
		{
			depth--;
			value = false;
			p++;
			continue;
		}
		if (!value)
		{
			if (*p++ != ',')
				return false;
			value = true;
			continue;
		}
		if (levels[depth].object && ((p = read_key(r, &levels[depth], p)) == NULL || p == r->end))
			return p == r->end && r->keyed;
		if ((p = read_value(r, levels, &depth, p)) == NULL)
			return false;
		value = depth > before;
	}
}

/*
 * json_document tells whether the body is a document of JSON that holds text,
 * and notes which strings of it are text.
 */
bool
json_document(MarkupReader *r)
{
	const uint8_t *p = skip_space(r->body, r->end);
	uint32_t	kept = 0;

	if (p == r->end || (*p != '{' && *p != '['))
		return false;
	if (!scan(r, p))
	{
		nt_array_release(r->cx, &r->texts);
		r->markup->day = NT_DAY_NONE;
		return false;
	}
	for (uint32_t i = 0; i < r->texts.n; i++)
		if (!r->keyed || r->texts.at[i].key != KEY_OTHER)
			r->texts.at[kept++] = r->texts.at[i];
	r->texts.n = kept;
	return kept > 0;
}

/* element_of returns the element of HTML that stands for what a key says. */
static NtElement
element_of(uint8_t key)
{
	switch ((JsonKey) key)
	{
		case KEY_HEADLINE:
			return ELEMENT_HEADING_1;
		case KEY_SUBHEADING:
			return ELEMENT_HEADING;
		case KEY_CAPTION:
			return ELEMENT_CAPTION;
		case KEY_QUOTATION:
			return ELEMENT_QUOTATION;
		default:
			return ELEMENT_PARAGRAPH;
	}
}

/* json_open begins a text of a document as if its element of HTML began; those before it end. */
void
json_open(MarkupReader *r, const JsonText *text)
{
	NtTag		tag = {.element = (uint8_t) element_of(text->key), .name = r->body + text->start};

	tag.says = text->key == KEY_BYLINE ? TAG_CLASS_BYLINE : TAG_CLASS_NONE;
	tag_memo_init(&r->memo, tag.name);
	r->open.n = 1;
	r->linked = false;
	markup_tag(r, &tag);
}
