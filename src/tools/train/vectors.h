/*
 * vectors.h -- word vectors, made ready to be compared.
 */
#ifndef NEWSTEXT_VECTORS_H
#define NEWSTEXT_VECTORS_H

#define VECTOR_DIM 100
#define VECTORS_FREQUENT 100000	/* the most frequent words, from which is learned how all lie */

typedef struct Vector
{
	char	   *word;			/* folded, without a final stop */
	float		x[VECTOR_DIM];
} Vector;

/*
 * vectors_read reads from standard input the n most frequent words the
 * tokenizer could make, most frequent first, and returns how many there were.
 */
extern int	vectors_read(Vector **words, int n);

#endif
