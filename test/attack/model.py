"""The model file damaged: an error that says so, or the same answers."""
import glob
import os

import server


def attack_model(random, left, found):
    path = glob.glob(f"{server.WORK}/stage/**/newstext-*.model", recursive=True)[0]
    good = open(path, "rb").read()
    ask = "SELECT news_entities('Ada Byrne of Norway said on Monday: \"No.\"'), news_quotes('\"No,\" said Ada Byrne.'), news_dates('3 May 2021')"
    right, _ = server.run(ask)
    done = refused = 0

    def put(data):
        with open(path + ".new", "wb") as out:
            out.write(data)
        os.chmod(path + ".new", 0o444)
        os.rename(path + ".new", path)

    try:
        while left() and len(found) < 10:
            bad = bytearray(good)
            how = random.random()
            if how < 0.2:
                bad = bad[:random.randrange(len(bad))]
            elif how < 0.3:
                bad += bytes(random.randrange(1, 100))
            else:
                for _ in range(random.randrange(1, 20)):
                    bad[random.randrange(len(bad) if how < 0.7 else 4096)] ^= 1 << random.randrange(8)
            put(bytes(bad))
            rows, errors = server.run("\\set VERBOSITY verbose\n" + ask)
            done += 1
            if "XX001" in errors or "58P" in errors:
                refused += 1
            elif rows != right:
                found.append(f"model: neither refused nor as before: {errors[:300]}")
    finally:
        put(good)
    return f"{done} damaged models, {refused} refused, the rest as before"
