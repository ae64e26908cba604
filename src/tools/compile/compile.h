/*
 * compile.h -- what a module needs to put its data into the model file.
 *
 * compile.c reads the lexicons and gazetteers; then each module's
 * compile_MODULE() reads its own files below the data folder, adds the words
 * it needs with builder_word() and its sections with builder_section().
 * Sections that hold one record a word must be sized by builder_words() in
 * the module's finish step, when all words are known.
 *
 * Every fault in a data file ends the program with FILE:LINE: message.
 */
#ifndef NEWSTEXT_COMPILE_H
#define NEWSTEXT_COMPILE_H

#include "text/token.h"
#include "tool.h"

typedef struct Builder Builder;

/* A data file, read line by line; comments and blank lines are passed over. */
typedef struct DataFile
{
	const char *path;
	char	   *text;			/* whole file; lines are cut in place */
	char	   *next;
	int			line;			/* number of the line returned last */
	char		class_name[64]; /* from "# class: NAME", or "" */
} DataFile;

extern bool data_open(Builder *b, DataFile *file, const char *path);	/* false: no such file */
extern char *data_line(DataFile *file);	/* NULL at the end */
extern void data_fail(const DataFile *file, const char *format,...)
			__attribute__((format(printf, 2, 3), noreturn));
/* split_fields cuts a line at a separator; the last of max fields keeps the rest. */
extern int	split_fields(char *line, char separator, char **fields, int max);

/* builder_path returns DATA/name, which the caller need not free. */
extern const char *builder_path(Builder *b, const char *name);

/* builder_files calls visit for each file of DATA/folder with that suffix, sorted by name. */
extern void builder_files(Builder *b, const char *folder, const char *suffix,
						  void (*visit) (Builder *b, const char *path));

/*
 * builder_word returns the number of a word, adding it when it is new.  The
 * word is folded and a final full stop is dropped, as the tokenizer does.
 * Record addresses are good until the next builder_word().
 */
extern uint32_t builder_word(Builder *b, const char *word, size_t len);
extern uint32_t builder_find(const Builder *b, const char *word, size_t len);	/* without adding it; 0: not there */
extern NtWord *builder_record(Builder *b, uint32_t word);
extern uint32_t builder_words(const Builder *b);	/* how many, with number 0 */
extern const char *builder_text(const Builder *b, uint32_t word);

extern uint32_t builder_string(Builder *b, const char *string, size_t len);

/* builder_scan cuts a term as the tokenizer cuts text; tokens live until the next call. */
extern const NtTokens *builder_scan(Builder *b, const char *term, size_t len);

/* builder_section copies the bytes of a section; id has at most 8 characters. */
extern void builder_section(Builder *b, const char *id, const void *bytes, size_t len);

extern void *builder_alloc(Builder *b, size_t size);	/* zeroed, kept to the end */

/*
 * The modules.  compile_* may add words; finish_* may not, and adds sections
 * parallel to the words.
 */
extern void compile_gazetteer(Builder *b);
extern void compile_places(Builder *b);
extern void compile_place_entry(Builder *b, const DataFile *file, uint32_t entry, int kind, char **field);
extern void finish_places(Builder *b);
extern void compile_wikidata(Builder *b);
extern void compile_dates(Builder *b);
extern void compile_cues(Builder *b);
extern void compile_languages(Builder *b);
extern void compile_names(Builder *b);
extern void compile_amounts(Builder *b);
extern void compile_quotes(Builder *b);
extern void finish_quotes(Builder *b);
extern void compile_tagger(Builder *b);
extern void finish_tagger(Builder *b);

#endif
