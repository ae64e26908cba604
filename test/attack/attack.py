#!/usr/bin/env python3
"""Runs the kinds of attack one after the other (test/attack/attack starts the server): SECONDS [SEED] [KIND...]"""
import random
import sys
import time

import server
from articles import attack_articles
from crashes import attack_crashes
from charsets import attack_encodings
from memory import attack_memory
from model import attack_model
from queries import attack_queries
from sizes import attack_sizes
from tallies import attack_tallies
from values import attack_texts, attack_values

KINDS = {"values": attack_values, "texts": attack_texts, "articles": attack_articles, "queries": attack_queries,
         "encodings": attack_encodings, "crashes": attack_crashes, "model": attack_model, "memory": attack_memory, "sizes": attack_sizes,
         "tallies": attack_tallies}


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1000000)
    kinds = sys.argv[3:] or list(KINDS)
    print(f"seed {seed}", flush=True)
    server.run("SET client_min_messages = error; CREATE EXTENSION IF NOT EXISTS newstext")
    failed = False
    for kind in kinds:
        found = []
        began = time.monotonic()
        until = began + seconds / len(kinds)
        report = KINDS[kind](random.Random(f"{seed} {kind}"), lambda: time.monotonic() < until, found)
        found += [f"{kind}: the server fell: {line}" for line in server.fallen()]
        rows, errors = server.run("SELECT 1")
        if rows != ["1"]:
            found.append(f"{kind}: the server does not answer: {errors[:300]}")
        print(f"{kind}: {report}; {time.monotonic() - began:.0f} s; {len(found)} found", flush=True)
        for line in found[:10]:
            print(f"  {line}", flush=True)
        failed |= bool(found)
    return failed


if __name__ == "__main__":
    sys.exit(main())
