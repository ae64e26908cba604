/*
 * name_english.c -- the English words of name_english.h.
 */
#include "name/name_english.h"

#include <string.h>

/* name_words_open finds the vocabulary numbers; 0 for a word the model lacks. */
void
name_words_open(NtNameWords *words, const NtVocab *vocab)
{
	const struct
	{
		uint32_t   *number;
		const char *word;
	}			list[] = {
		{&words->of, "of"},
		{&words->for_, "for"},
		{&words->and_, "and"},
		{&words->the, "the"},
		{&words->by, "by"},
		{&words->in, "in"},
		{&words->into, "into"},
		{&words->at, "at"},
		{&words->from, "from"},
		{&words->to, "to"},
		{&words->on, "on"},
		{&words->off, "off"},
		{&words->alias, "alias"},
		{&words->pub, "pub"},
		{&words->pubs, "pubs"},
		{&words->landlord, "landlord"},
		{&words->landlady, "landlady"},
		{&words->publican, "publican"},
		{&words->arms, "arms"},
		{&words->head, "head"},
		{&words->storm, "storm"},
		{&words->operation, "operation"},
		{&words->port, "port"},
		{&words->play, "play"},
		{&words->maker, "maker"}, {&words->makers, "makers"}, {&words->home, "home"}, {&words->back, "back"},
		{&words->star, "star"},
		{&words->actor, "actor"}, {&words->actress, "actress"}, {&words->contestant, "contestant"},
		{&words->loan, "loan"}, {&words->transfer, "transfer"}, {&words->signed_, "signed"},
		{&words->class_, "class"},
		{&words->division, "division"},
		{&words->club, "club"},
		{&words->md, "md"},
		{&words->along, "along"},
		{&words->mp, "mp"},
		{&words->minister, "minister"},
		{&words->ministers, "ministers"},
		{&words->secretary, "secretary"},
		{&words->undersecretary, "undersecretary"},
		{&words->state, "state"},
		{&words->anti, "anti"},
		{&words->pro, "pro"},
		{&words->ex, "ex"},
		{&words->non, "non"},
		{&words->post, "post"},
		{&words->pre, "pre"},
		{&words->tribe, "tribe"},
		{&words->tribes, "tribes"},
		{&words->employs, "employs"},
		{&words->based, "based"},
		{&words->headquartered, "headquartered"},
		{&words->born, "born"},
		{&words->owned, "owned"},
		{&words->backed, "backed"},
		{&words->listed, "listed"},
		{&words->led, "led"},
		{&words->said, "said"},
		{&words->says, "says"},
		{&words->circuit, "circuit"},
		{&words->brigade, "brigade"},
		{&words->local, "local"},
		{&words->x, "x"},
		{&words->saint, "saint"},
		{&words->st, "st"},
		{&words->sts, "sts"},
		{&words->our, "our"},
		{&words->lady, "lady"},
		{&words->church, "church"},
		{&words->cathedral, "cathedral"},
		{&words->chapel, "chapel"},
		{&words->basilica, "basilica"},
		{&words->shrine, "shrine"},
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		*list[i].number = vocab_lookup(vocab, list[i].word, strlen(list[i].word));
}
