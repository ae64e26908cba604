/*
 * compile.c -- compiles the readable data into the model file.
 *
 *     newstext-compile --version=V DATA OUTPUT
 *
 * Reads DATA/lexicon (word classes), DATA/gazetteer (named things) and what
 * the modules own, and writes OUTPUT by way of a temporary file and rename,
 * so that a server that maps the old file goes on with it.
 *
 * Formats are described in data/README.md, the layout in src/core/know/model.h and
 * src/core/know/vocab.h.  The same data give the same bytes: files are read in the
 * order of their names, and nothing depends on addresses or time.
 */
#include "compile/compile.h"

#include "base/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Section
{
	char		id[8];
	void	   *bytes;
	size_t		length;
} Section;

struct Builder
{
	NtArena		arena;
	const char *data;
	const char *version;

	NtArray(NtWord) words;
	uint32_t   *slots;			/* open addressing over words */
	uint32_t	slot_mask;
	NtArray(char) strings;
	uint32_t   *string_slots;	/* offsets of strings, so that each is stored once */
	uint32_t	string_mask;
	uint32_t	n_strings;

	NtTokens	scanned;
	NtArray(Section) sections;
};

/* ---- failing ---------------------------------------------------------- */

void
data_fail(const DataFile *file, const char *format,...)
{
	va_list		args;

	fprintf(stderr, "%s:%d: ", file->path, file->line);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

/* ---- reading ---------------------------------------------------------- */

void *
builder_alloc(Builder *b, size_t size)
{
	return nt_alloc0(&b->arena.cx, size);
}

const char *
builder_path(Builder *b, const char *name)
{
	size_t		len = strlen(b->data) + strlen(name) + 2;
	char	   *path = builder_alloc(b, len);

	snprintf(path, len, "%s/%s", b->data, name);
	return path;
}

bool
data_open(Builder *b, DataFile *file, const char *path)
{
	size_t		size;

	if (access(path, F_OK) != 0)
		return false;
	memset(file, 0, sizeof(*file));
	file->path = path;
	file->text = tool_read_file(&b->arena.cx, path, &size);
	file->next = file->text;
	return true;
}

char *
data_line(DataFile *file)
{
	while (*file->next != '\0')
	{
		char	   *line = file->next;
		char	   *end = strchr(line, '\n');

		file->line++;
		if (end != NULL)
		{
			*end = '\0';
			file->next = end + 1;
		}
		else
			file->next = line + strlen(line);
		if (line[0] == '#' && (line[1] == ' ' || line[1] == '\0'))
		{
			sscanf(line, "# class: %63s", file->class_name);
			continue;
		}
		if (line[0] != '\0')
			return line;
	}
	return NULL;
}

int
split_fields(char *line, char separator, char **fields, int max)
{
	int			n = 0;

	for (;;)
	{
		fields[n++] = line;
		if (n == max || (line = strchr(line, separator)) == NULL)
			return n;
		*line++ = '\0';
	}
}

static int
compare_paths(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

void
builder_files(Builder *b, const char *folder, const char *suffix,
			  void (*visit) (Builder *b, const char *path))
{
	const char *path = builder_path(b, folder);
	DIR		   *dir = opendir(path);
	struct dirent *entry;
	char	   *paths[256];
	int			n = 0;

	if (dir == NULL && errno == ENOENT)
		return;
	if (dir == NULL)
		tool_die("could not open folder %s: %s", path, strerror(errno));
	while ((entry = readdir(dir)) != NULL)
	{
		size_t		len = strlen(entry->d_name);
		size_t		room = strlen(path) + len + 2;

		if (len <= strlen(suffix) || strcmp(entry->d_name + len - strlen(suffix), suffix) != 0)
			continue;
		if (n == 256)
			tool_die("too many files in %s", path);
		paths[n] = builder_alloc(b, room);
		snprintf(paths[n++], room, "%s/%s", path, entry->d_name);
	}
	closedir(dir);
	qsort(paths, (size_t) n, sizeof(char *), compare_paths);
	for (int i = 0; i < n; i++)
		visit(b, paths[i]);
}

/* ---- words and strings ------------------------------------------------ */

static void
grow_slots(Builder *b)
{
	uint32_t	size = b->slot_mask == 0 ? 1024 : (b->slot_mask + 1) * 2;

	free(b->slots);
	b->slots = calloc(size, sizeof(uint32_t));
	if (b->slots == NULL)
		tool_die("out of memory");
	b->slot_mask = size - 1;
	for (uint32_t i = 1; i < b->words.n; i++)
	{
		const char *text = b->strings.at + b->words.at[i].text;
		uint64_t	hash = vocab_hash(text, strlen(text));
		uint32_t	slot = (uint32_t) hash & b->slot_mask;

		while (b->slots[slot] != 0)
			slot = (slot + 1) & b->slot_mask;
		b->slots[slot] = vocab_slot(i, hash);
	}
}

static void
grow_string_slots(Builder *b)
{
	uint32_t	size = b->string_mask == 0 ? 1024 : (b->string_mask + 1) * 2;
	uint32_t   *old = b->string_slots;
	uint32_t	n = b->string_mask == 0 ? 0 : b->string_mask + 1;

	b->string_slots = calloc(size, sizeof(uint32_t));
	if (b->string_slots == NULL)
		tool_die("out of memory");
	b->string_mask = size - 1;
	for (uint32_t i = 0; i < n; i++)
		if (old[i] != 0)
		{
			const char *text = b->strings.at + old[i];
			uint32_t	slot = (uint32_t) vocab_hash(text, strlen(text)) & b->string_mask;

			while (b->string_slots[slot] != 0)
				slot = (slot + 1) & b->string_mask;
			b->string_slots[slot] = old[i];
		}
	free(old);
}

uint32_t
builder_string(Builder *b, const char *string, size_t len)
{
	uint32_t	offset;
	uint32_t	slot;

	if (len == 0)
		return 0;
	if (b->n_strings * 2 >= b->string_mask)
		grow_string_slots(b);
	slot = (uint32_t) vocab_hash(string, len) & b->string_mask;
	while ((offset = b->string_slots[slot]) != 0)
	{
		if (strlen(b->strings.at + offset) == len && memcmp(b->strings.at + offset, string, len) == 0)
			return offset;
		slot = (slot + 1) & b->string_mask;
	}
	offset = b->strings.n;
	nt_reserve(&b->arena.cx, &b->strings, b->strings.n + (uint32_t) len + 1);
	memcpy(b->strings.at + offset, string, len);
	b->strings.at[offset + len] = '\0';
	b->strings.n += (uint32_t) len + 1;
	b->string_slots[slot] = offset;
	b->n_strings++;
	return offset;
}

/* Three quarters: a table of a megabyte then holds 196,000 words. */
static bool
slots_full(const Builder *b)
{
	return b->words.n / 3 >= b->slot_mask / 4;
}

uint32_t
builder_find(const Builder *b, const char *word, size_t len)
{
	const uint64_t hash = vocab_hash(word, len);
	uint32_t	slot = (uint32_t) hash & b->slot_mask;

	while (b->slots[slot] != 0 && b->words.at[b->slots[slot] & VOCAB_NUMBER_MAX].fingerprint != (uint32_t) (hash >> 32))
		slot = (slot + 1) & b->slot_mask;
	return b->slots[slot] & VOCAB_NUMBER_MAX;
}

uint32_t
builder_word(Builder *b, const char *word, size_t len)
{
	char		folded[UTF8_FOLD_ROOM(256)];
	size_t		n;
	uint64_t	hash;
	uint32_t	slot;
	NtWord	   *w;

	if (len > 256)
		tool_die("word of %zu bytes is too long: %.40s...", len, word);
	if (len > 1 && word[len - 1] == '.')
		len--;
	n = utf8_fold(word, len, folded);
	hash = vocab_hash(folded, n);
	if (slots_full(b))
		grow_slots(b);
	for (slot = (uint32_t) hash & b->slot_mask; b->slots[slot] != 0; slot = (slot + 1) & b->slot_mask)
	{
		uint32_t	number = b->slots[slot] & VOCAB_NUMBER_MAX;
		const NtWord *known = &b->words.at[number];
		const char *text = b->strings.at + known->text;

		if (strlen(text) == n && memcmp(text, folded, n) == 0)
			return number;
		if (known->fingerprint == (uint32_t) (hash >> 32))
			tool_die("words \"%s\" and \"%.*s\" collide: change VOCAB_HASH_PRIME",
						 text, (int) n, folded);
	}
	if (b->words.n > VOCAB_NUMBER_MAX)
		tool_die("more than %u words", VOCAB_NUMBER_MAX);
	b->slots[slot] = vocab_slot(b->words.n, hash);
	w = nt_push(&b->arena.cx, &b->words);
	memset(w, 0, sizeof(*w));
	w->fingerprint = (uint32_t) (hash >> 32);
	w->text = builder_string(b, folded, n);
	return b->words.n - 1;
}

NtWord *
builder_record(Builder *b, uint32_t word)
{
	return &b->words.at[word];
}

uint32_t
builder_words(const Builder *b)
{
	return b->words.n;
}

const char *
builder_text(const Builder *b, uint32_t word)
{
	return b->strings.at + b->words.at[word].text;
}

/*
 * A term is scanned with a word after it, so that a final full stop is taken
 * as it would be inside a sentence.
 */
const NtTokens *
builder_scan(Builder *b, const char *term, size_t len)
{
	NtVocab		vocab = {0};
	char	   *text = builder_alloc(b, len + 3);

	if (slots_full(b))
		grow_slots(b);
	vocab.slots = b->slots;
	vocab.slot_mask = b->slot_mask;
	vocab.words = b->words.at;
	vocab.n_words = b->words.n;
	memcpy(text, term, len);
	memcpy(text + len, " X", 2);
	b->scanned.n = 0;
	token_scan(&b->arena.cx, &vocab, text, (uint32_t) len + 2, &b->scanned);
	b->scanned.n--;
	return &b->scanned;
}

/* ---- writing ---------------------------------------------------------- */

void
builder_section(Builder *b, const char *id, const void *bytes, size_t len)
{
	Section    *s = nt_push(&b->arena.cx, &b->sections);

	if (strlen(id) > sizeof(s->id))
		tool_die("section id %s is too long", id);
	memset(s, 0, sizeof(*s));
	memcpy(s->id, id, strlen(id));
	s->bytes = nt_copy(&b->arena.cx, bytes, len);
	s->length = len;
}

static void
add_vocabulary(Builder *b)
{
	if (slots_full(b))
		grow_slots(b);
	builder_section(b, "words", b->words.at, b->words.n * sizeof(NtWord));
	builder_section(b, "wordslot", b->slots, ((size_t) b->slot_mask + 1) * sizeof(uint32_t));
	builder_section(b, "strings", b->strings.at, b->strings.n);
}

static void
write_model(Builder *b, const char *output)
{
	NtModelHeader header;
	NtModelSection directory[MODEL_MAX_SECTIONS];
	size_t		size = sizeof(header) + b->sections.n * sizeof(NtModelSection);
	char	   *file;
	char	   *temporary = builder_alloc(b, strlen(output) + 5);
	FILE	   *out;

	if (b->sections.n > MODEL_MAX_SECTIONS)
		tool_die("more than %d sections", MODEL_MAX_SECTIONS);
	memset(directory, 0, sizeof(directory));
	for (uint32_t i = 0; i < b->sections.n; i++)
	{
		size = (size + 15) & ~(size_t) 15;
		memcpy(directory[i].id, b->sections.at[i].id, sizeof(directory[i].id));
		directory[i].offset = size;
		directory[i].length = b->sections.at[i].length;
		size += b->sections.at[i].length;
	}
	file = builder_alloc(b, size);
	memcpy(file + sizeof(header), directory, b->sections.n * sizeof(NtModelSection));
	for (uint32_t i = 0; i < b->sections.n; i++)
		if (b->sections.at[i].length > 0)
			memcpy(file + directory[i].offset, b->sections.at[i].bytes, b->sections.at[i].length);

	memset(&header, 0, sizeof(header));
	memcpy(header.magic, MODEL_MAGIC, sizeof(header.magic));
	header.byte_order = MODEL_BYTE_ORDER;
	header.format = MODEL_FORMAT;
	header.tokenizer = MODEL_TOKENIZER;
	header.unicode = model_unicode();
	header.size = size;
	header.crc = model_checksum(file + sizeof(header), size - sizeof(header));
	header.sections = b->sections.n;
	/* built here and there with other libraries, it is another model: values and keys may differ */
	if (snprintf(header.version, sizeof(header.version), "%s-%08x", b->version, header.crc ^ header.unicode) >=
		(int) sizeof(header.version))
		tool_die("version is too long: %s", b->version);
	memcpy(file, &header, sizeof(header));

	sprintf(temporary, "%s.new", output);
	out = fopen(temporary, "wb");
	if (out == NULL || fwrite(file, 1, size, out) != size || fclose(out) != 0 ||
		rename(temporary, output) != 0)
		tool_die("could not write %s: %s", output, strerror(errno));
	printf("%s: %s, %zu bytes, %u words\n", output, header.version, size, b->words.n);
	for (uint32_t i = 0; i < b->sections.n; i++)
		printf("  %-8.8s %10zu\n", b->sections.at[i].id, b->sections.at[i].length);
}

int
main(int argc, char **argv)
{
	static Builder builder;
	Builder    *b = &builder;

	if (argc != 4 || strncmp(argv[1], "--version=", 10) != 0)
	{
		fputs("usage: newstext-compile --version=VERSION DATA OUTPUT\n", stderr);
		return 2;
	}
	tool_arena_init(&b->arena);
	b->version = argv[1] + 10;
	b->data = argv[2];
	*nt_push(&b->arena.cx, &b->strings) = '\0';
	memset(nt_push(&b->arena.cx, &b->words), 0, sizeof(NtWord));

	/* first, for its words come by frequency: those of most tokens then lie together */
	compile_tagger(b);
	compile_places(b);
	compile_gazetteer(b);
	finish_places(b);
	compile_wikidata(b);
	compile_dates(b);
	compile_cues(b);
	compile_languages(b);
	compile_names(b);
	compile_quotes(b);
	compile_amounts(b);
	finish_tagger(b);
	finish_quotes(b);
	add_vocabulary(b);
	write_model(b, argv[3]);

	arena_reset(&b->arena);
	free(b->slots);
	free(b->string_slots);
	return 0;
}
