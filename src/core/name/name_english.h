/*
 * name_english.h -- the few English words whose identity the name patterns need, as
 * vocabulary numbers; looked up once when the model is opened.  Another
 * language has a file like this of its own.
 */
#ifndef NEWSTEXT_NAME_ENGLISH_H
#define NEWSTEXT_NAME_ENGLISH_H

#include "know/vocab.h"
#include "text/token.h"

typedef struct NtNameWords
{
	uint32_t	of;
	uint32_t	for_;
	uint32_t	and_;
	uint32_t	the;
	uint32_t	by;
	uint32_t	in;
	uint32_t	into;
	uint32_t	at;
	uint32_t	from;
	uint32_t	to;
	uint32_t	on;
	uint32_t	off;			/* where one travels: off the A64, along Route 9 */
	uint32_t	along;
	uint32_t	alias;
	uint32_t	pub;			/* near a sign: the Plough and Harrow */
	uint32_t	pubs;
	uint32_t	landlord;
	uint32_t	landlady;
	uint32_t	publican;
	uint32_t	arms;
	uint32_t	head;
	uint32_t	storm;			/* events that have a name behind their noun */
	uint32_t	operation;
	uint32_t	play;			/* what a club does, and a work */
	uint32_t	maker;			/* of a product */
	uint32_t	makers;
	uint32_t	home;			/* home to Orbury */
	uint32_t	back;
	uint32_t	star;			/* of a programme */
	uint32_t	actor;
	uint32_t	actress;
	uint32_t	contestant;
	uint32_t	loan;			/* what clubs do with players */
	uint32_t	transfer;
	uint32_t	signed_;
	uint32_t	port;			/* a town where it begins a name: Port Talbot */
	uint32_t	class_;			/* of schools and their teams: Class 6A, Division III */
	uint32_t	division;
	uint32_t	club;
	uint32_t	md;				/* Md. Irfan: Mohammed, not Maryland */
	uint32_t	mp;				/* the MP for Orbury East */
	uint32_t	minister;		/* offices with something in their charge: Minister of Trade */
	uint32_t	ministers;
	uint32_t	secretary;
	uint32_t	undersecretary;
	uint32_t	state;
	uint32_t	anti;			/* put before a name with a hyphen */
	uint32_t	pro;
	uint32_t	ex;
	uint32_t	non;
	uint32_t	post;
	uint32_t	pre;
	uint32_t	tribe;			/* what is no place before it: the Pueblo tribe */
	uint32_t	tribes;
	uint32_t	employs;		/* what only bodies do and are */
	uint32_t	based;
	uint32_t	headquartered;
	uint32_t	born;			/* and behind a hyphen what is said of where: Dutch-owned Orbex */
	uint32_t	owned;
	uint32_t	backed;
	uint32_t	listed;
	uint32_t	led;
	uint32_t	said;			/* what no ordinary word does: Target said */
	uint32_t	says;
	uint32_t	circuit;		/* what a number names: the 5th Circuit */
	uint32_t	brigade;
	uint32_t	local;			/* a union's branch: CUPE Local 500 */
	uint32_t	x;				/* the platform */
	uint32_t	saint;
	uint32_t	st;
	uint32_t	sts;
	uint32_t	our;			/* Our Lady of Sorrows */
	uint32_t	lady;
	uint32_t	church;			/* Church of the Messiah */
	uint32_t	cathedral;
	uint32_t	chapel;
	uint32_t	basilica;
	uint32_t	shrine;
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
