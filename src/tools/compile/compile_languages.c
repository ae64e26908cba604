/*
 * compile_languages.c -- compiles the function words of data/en/languages.
 *
 * A line is a code, a colon and words.  Section "langcode" has the codes in
 * their order, "langword" the words by the hash a token has of them, each with
 * the languages that have it.
 */
#include "compile/compile.h"

#include "base/utf8.h"
#include "text/language.h"

#include <stdlib.h>
#include <string.h>

static NtFunctionWord words[FUNCTION_WORDS_MAX];
static uint32_t n_words;
static char codes[LANGUAGE_MAX][4];
static uint32_t n_codes;

static void
add_word(DataFile *file, const char *word, uint32_t language)
{
	char		folded[UTF8_FOLD_ROOM(64)];
	uint32_t	hash;

	if (strlen(word) > 63)
		data_fail(file, "\"%s\" is too long", word);
	hash = (uint32_t) (vocab_hash(folded, utf8_fold(word, strlen(word), folded)) >> 32);
	for (uint32_t i = 0; i < n_words; i++)
		if (words[i].hash == hash)
		{
			words[i].languages |= UINT64_C(1) << language;
			return;
		}
	if (n_words == sizeof(words) / sizeof(words[0]))
		data_fail(file, "more than %u words", n_words);
	words[n_words++] = (NtFunctionWord) {hash, 0, UINT64_C(1) << language};
}

static void
read_words(DataFile *file)
{
	char	   *line;

	while ((line = data_line(file)) != NULL)
	{
		char	   *colon = strchr(line, ':');

		if (colon == NULL || colon - line != 2)
			data_fail(file, "expected CODE: WORDS");
		*colon = '\0';
		if (n_codes == 0 || strcmp(codes[n_codes - 1], line) != 0)
		{
			if (n_codes == LANGUAGE_MAX)
				data_fail(file, "more than %d languages", LANGUAGE_MAX);
			memcpy(codes[n_codes++], line, 3);
		}
		for (char *word = strtok(colon + 1, " "); word != NULL; word = strtok(NULL, " "))
			add_word(file, word, n_codes - 1);
	}
}

static int
compare_words(const void *a, const void *b)
{
	uint32_t	x = ((const NtFunctionWord *) a)->hash;
	uint32_t	y = ((const NtFunctionWord *) b)->hash;

	return x < y ? -1 : x > y;
}

void
compile_languages(Builder *b)
{
	DataFile	file;

	if (!data_open(b, &file, builder_path(b, "languages/function-words.txt")))
		tool_die("data has no languages/function-words.txt");
	read_words(&file);
	qsort(words, n_words, sizeof(words[0]), compare_words);
	builder_section(b, "langword", words, n_words * sizeof(words[0]));
	builder_section(b, "langcode", codes, n_codes * sizeof(codes[0]));
}
