"""Articles of test/gold, their pieces, markup and noise put together at random, through every function that reads."""
import glob
import os

import server

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
NOISE = ["“", "”", "\"", "'", "’", "—", "-", "(", ")", "\n\n", "\n", " ", ". ", ", ", "<p>", "</p>", "<b>", "<!--", "-->", "<script>", "&amp;", "&#8220;", "&nbsp;",
         "Mr. ", " said ", " told ", "2025", "May 5", "$5 million", "é", "東京", "😀", "\u200b", "\ufeff", "İ", "ﬁ", "\u202e", "\x7f", "[a](b)", "**", "\\u201c", "â€œ"]

CHECK = """
CREATE OR REPLACE FUNCTION attack_right(body text) RETURNS boolean LANGUAGE sql AS $$
  SELECT (SELECT coalesce(bool_and(substr(body, lower(span), upper(span) - lower(span)) = mention), true) FROM news_find_entities(body))
     AND (SELECT coalesce(bool_and(substr(body, lower(span), upper(span) - lower(span)) = mention), true) FROM news_find_dates(body, '2021-05-06'))
     AND (SELECT coalesce(bool_and(substr(body, lower(speaker_span), upper(speaker_span) - lower(speaker_span)) = speaker_mention), true) FROM news_find_quotes(body))
     AND (SELECT coalesce(bool_and(upper(span) <= length(body) + 1), true) FROM news_find_sections(body))
     AND news_entities(body)::text::news_entity[] = news_entities(body)
     AND news_quotes(body)::text::news_quote[] = news_quotes(body)
     AND news_dates(body, '2021-05-06')::text::news_date[] = news_dates(body, '2021-05-06')
     AND news_amounts(body)::text::news_amount[] = news_amounts(body)
     AND news_html(body) IS NOT NULL AND (SELECT count(*) >= 0 FROM news_explain(body)) AND news_signature(body) IS NOT DISTINCT FROM news_signature(body)
$$;
"""


def make_article(random, texts):
    pieces = []
    for _ in range(random.randrange(1, 40)):
        how = random.random()
        text = random.choice(texts)
        at = random.randrange(len(text))
        if how < 0.5:
            pieces.append(text[at:at + random.randrange(1, 400)])
        elif how < 0.9:
            pieces.append(random.choice(NOISE) * random.choice((1, 1, 2, 50)))
        else:
            pieces.append(chr(random.choice((random.randrange(32, 0x2FF), random.randrange(0x2000, 0x2FFF), random.randrange(0x3000, 0xD7FF), random.randrange(0x10000, 0x1FFFF)))))
    return "".join(pieces).replace("\x00", "")


def attack_articles(random, left, found):
    texts = [open(path, encoding="utf-8").read() for path in sorted(glob.glob(os.path.join(TOP, "test/gold/*.txt")))]
    server.run(CHECK)
    done = 0
    while left():
        articles = [make_article(random, texts) for _ in range(100)]
        rows, errors = server.run("".join(f"SELECT attack_right({server.literal(a)});\n" for a in articles))
        done += len(articles)
        if errors or len(rows) != len(articles) or any(row != "t" for row in rows):
            bad = next((i for i, row in enumerate(rows) if row != "t"), 0)
            server.write_file("article.txt", articles[bad].encode())
            found.append(f"articles: {errors[:300] or 'a wrong span or value'}: {articles[bad][:300]!r}")
            return f"{done} articles"
    return f"{done} articles, all spans and values right"
