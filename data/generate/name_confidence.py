#!/usr/bin/env python3
"""name_confidence.py measures data/en/model/name-confidence.txt: how often a name of the lexicons or the patterns is right, by score.

usage: make name-confidence CORPORA=FOLDER    (it runs this, and keeps what it prints)

A score holds what the tagger says of the same words, so the tagger must not have learned from the texts that this is measured
on: one is trained without Wikigold and the English Web Treebank, whose labels are gold, and both are read with it. In the model
that reads them the table is the score itself, so that each name found tells the score it had. Names that a source does not
label (peoples and works in the treebank) are not counted. Shares are taken for steps of STEP, with FEW names in mind beside
them of which half are right, and made to rise (isotonic regression by pooling adjacent violators), as the trainers do with
their margins. Measured on a fold of PolNeAR too, whose labels are another tagger's, the lower steps fall to 0.4 and 0.54.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
BUILD, DATA = os.path.join(TOP, "build"), os.path.join(TOP, "data", "en")
HELD = {"wikigold": ["wikigold.train"], "ewt": ["uner-ewt-dev.train", "uner-ewt-test.train"]}  # source of the trainer: its files
TYPES = {"person": "PER", "org": "ORG", "gpe": "LOC", "loc": "LOC", "fac": "LOC"}  # else: MISC
LEXICON, PATTERN = 1, 2  # NtEvidence
TOP_SCORE = 200  # confidences from here on are no score
FINE, STEP, FEW = 4, 12, 4


def run(*command):
    return subprocess.run(command, cwd=TOP, check=True, stdout=subprocess.PIPE).stdout


def held_model(work, corpora):
    """held_model makes the model that has not seen the texts, and that tells scores."""
    data = os.path.join(work, "en")
    os.mkdir(data)
    for folder in os.listdir(DATA):
        os.mkdir(os.path.join(data, folder))
        for name in os.listdir(os.path.join(DATA, folder)):
            os.symlink(os.path.join(DATA, folder, name), os.path.join(data, folder, name))
    weights, table = (os.path.join(data, "model", name) for name in ("tagger.weights", "name-confidence.txt"))
    base, model = os.path.join(work, "base.model"), os.path.join(work, "held.model")
    for made in (weights, table):
        os.remove(made)
    with open(table, "w", encoding="utf-8") as file:
        file.writelines(f"{score} {score}\n" for score in range(0, TOP_SCORE, FINE))
    compile_ = [os.path.join(BUILD, "newstext-compile"), "--version=held", data]
    run(*compile_, base)
    run(os.path.join(BUILD, "newstext-train"), base, corpora, os.path.join(data, "model"), DATA,
        *(f"--without={source}" for source in HELD))
    run(*compile_, model)
    return model


def count(model, path, right, seen):
    with open(path, encoding="utf-8") as lines:
        gold = {article["id"]: article["entities"] for article in map(json.loads, lines)}
    labels = {e["type"] for entities in gold.values() for e in entities}
    for line in run(os.path.join(BUILD, "newstext-tag"), "--model=" + model, "--jsonl", "ner", path).decode().splitlines():
        article = json.loads(line)
        true = {(e["start"], e["end"], e["type"]) for e in gold[article["id"]]}
        for e in article["entities"]:
            kind = TYPES.get(e["kind"], "MISC")
            if e["evidence"] in (LEXICON, PATTERN) and e["confidence"] < TOP_SCORE and kind in labels:
                seen[e["confidence"] // STEP] += 1
                right[e["confidence"] // STEP] += (e["start"], e["end"], kind) in true


def rising(right, seen):
    """rising returns the steps at which the share rises, and the shares."""
    pools = []
    for step, (r, n) in enumerate(zip(right, seen)):
        pools.append([step * STEP, r + FEW / 2, n + FEW])
        while len(pools) > 1 and pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]:
            _, r, n = pools.pop()
            pools[-1][1] += r
            pools[-1][2] += n
    return [(score, round(1000 * r / n)) for score, r, n in pools]


def main():
    steps = -(-TOP_SCORE // STEP)
    right, seen = [0] * steps, [0] * steps
    with tempfile.TemporaryDirectory() as work:
        model = held_model(work, os.path.abspath(sys.argv[1]))
        for names in HELD.values():
            for name in names:
                count(model, os.path.join(sys.argv[1], "ner", name + ".jsonl"), right, seen)
    for step in range(steps):
        print(f"from {step * STEP}: {right[step]} of {seen[step]}", file=sys.stderr)
    print("# How often a name of the lexicons or the patterns is right, in thousandths, from a score on (src/core/name/name_score.h).")
    print(f"# Source: measured by data/generate/name_confidence.py on {sum(seen)} names of Wikigold and the English Web Treebank,")
    print("# with a tagger that had not learned from them.  Licence: that of the project.")
    for score, share in rising(right, seen):
        print(score, share)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(re.search("usage: (.*?)  ", __doc__)[1])
    main()
