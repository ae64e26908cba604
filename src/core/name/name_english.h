/*
 * name_english.h -- the few English words whose identity the name patterns need, as
 * vocabulary numbers; looked up once when the model is opened.  Another
 * language has a file like this of its own.
 */
#ifndef NEWSTEXT_NAME_ENGLISH_H
#define NEWSTEXT_NAME_ENGLISH_H

#include "know/vocab.h"
#include "text/token.h"

/* field, word */
#define NAME_WORDS(X) \
	X(of, "of") \
	X(for_, "for") \
	X(and_, "and") \
	X(the, "the") \
	X(by, "by") \
	X(in, "in") \
	X(into, "into") \
	X(at, "at") \
	X(from, "from") \
	X(to, "to") \
	X(on, "on") \
	X(off, "off")				/* where one travels: off the A64, along Route 9 */ \
	X(along, "along") \
	X(across, "across") \
	X(alias, "alias") \
	X(pub, "pub")				/* near a sign: the Plough and Harrow */ \
	X(pubs, "pubs") \
	X(landlord, "landlord") \
	X(landlady, "landlady") \
	X(publican, "publican") \
	X(arms, "arms") \
	X(head, "head") \
	X(storm, "storm")			/* events that have a name behind their noun */ \
	X(operation, "operation") \
	X(play, "play")				/* what a club does, and a work */ \
	X(maker, "maker")			/* of a product */ \
	X(makers, "makers") \
	X(home, "home")				/* home to Orbury */ \
	X(back, "back") \
	X(star, "star")				/* of a programme */ \
	X(actor, "actor") \
	X(actress, "actress") \
	X(contestant, "contestant") \
	X(loan, "loan")				/* what clubs do with players */ \
	X(transfer, "transfer") \
	X(signed_, "signed") \
	X(project, "project")			/* Project Falcon */ \
	X(mayor, "mayor")			/* the mayor of Farland: of a place */ \
	X(town, "town") \
	X(village, "village") \
	X(port, "port")				/* a town where it begins a name: Port Talbot */ \
	X(class_, "class")			/* of schools and their teams: Class 6A, Division III */ \
	X(division, "division") \
	X(club, "club") \
	X(md, "md")					/* Md. Irfan: Mohammed, not Maryland */ \
	X(mp, "mp")					/* the MP for Orbury East */ \
	X(minister, "minister")		/* offices with something in their charge: Minister of Trade */ \
	X(ministers, "ministers") \
	X(secretary, "secretary") \
	X(undersecretary, "undersecretary") \
	X(state, "state") \
	X(chief, "chief")			/* which begins offices of any words: Chief Corporate Affairs Officer */ \
	X(anti, "anti")				/* put before a name with a hyphen */ \
	X(pro, "pro") \
	X(ex, "ex") \
	X(non, "non") \
	X(post, "post") \
	X(pre, "pre") \
	X(tribe, "tribe")			/* what is no place before it: the Pueblo tribe */ \
	X(tribes, "tribes") \
	X(employs, "employs")		/* what only bodies do and are */ \
	X(based, "based") \
	X(headquartered, "headquartered") \
	X(born, "born")				/* and behind a hyphen what is said of where: Dutch-owned Orbex */ \
	X(owned, "owned") \
	X(backed, "backed") \
	X(listed, "listed") \
	X(led, "led") \
	X(said, "said")				/* what no ordinary word does: Target said */ \
	X(says, "says") \
	X(circuit, "circuit")		/* what a number names: the 5th Circuit */ \
	X(brigade, "brigade") \
	X(local, "local")			/* a union's branch: CUPE Local 500 */ \
	X(x, "x")					/* the platform */ \
	X(saint, "saint") \
	X(st, "st") \
	X(sts, "sts") \
	X(our, "our")				/* Our Lady of Sorrows */ \
	X(lady, "lady") \
	X(church, "church")			/* Church of the Messiah */ \
	X(cathedral, "cathedral") \
	X(chapel, "chapel") \
	X(basilica, "basilica") \
	X(shrine, "shrine")

typedef struct NtNameWords
{
#define NAME_WORD_FIELD(field, word) uint32_t field;
	NAME_WORDS(NAME_WORD_FIELD)
#undef NAME_WORD_FIELD
} NtNameWords;

/* A word at the beginning of a sentence that ends so and has a comma after it says how, and names nobody: Undoubtedly, ... */
#define ADVERB_ENDING "ly"

/* What a body does ends so: Retailer Orbex said.  Bodies are seldom called so themselves. */
#define AGENT_ENDING "er"

/* token_has tells whether a token is one of the words above, which the model may lack. */
static inline bool
token_has(const NtToken *t, uint32_t word)
{
	return word != 0 && t->word == word;
}

extern void name_words_open(NtNameWords *words, const NtVocab *vocab);

#endif
