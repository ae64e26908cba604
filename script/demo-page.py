#!/usr/bin/env python3
"""Writes one page to look at, of what newstext reads in articles (script/demo --html).

    demo-page.py PAGE GEOJSON < articles      an article a line, as script/demo-page.sql prints it

People, places on a map, quotes by speaker, a time line, and the articles with
their finds marked.  The page is one file: no script, nothing from elsewhere (its
own policy forbids both), so that nothing an article holds can run.  The land of
the map is the gazetteer's own cities, as dots.
"""
import collections
import datetime
import html
import json
import os
import sys

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
MARK = "<!-- made by newstext: script/demo --html -->"
PEOPLE, SPEAKERS, LABELS = 24, 30, 18
WIDTH, HEIGHT = 960, 440          # of the map: 360 by 165 degrees, from 84 north to 81 south
STRIP = 400                       # days that the strip of the time line shows at most

STYLE = """
:root { --ink: #1d2733; --soft: #5f6c7b; --line: #d8dee6; --person: #fde3c8; --org: #d6e6fb; --place: #d5efdc; --other: #e8e2f4; --date: #b04a5a; --quote: #8a6d1d; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1020px; padding: 24px; font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; color: var(--ink); background: #fff; }
h1 { font-size: 1.7rem; margin: 0 0 4px; } h2 { margin: 36px 0 8px; border-bottom: 2px solid var(--ink); font-size: 1.25rem; }
nav a { margin-right: 14px; } a { color: #1f5fa8; } .soft { color: var(--soft); font-size: .9rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; } th { text-align: left; color: var(--soft); font-weight: 600; }
td, th { padding: 4px 10px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; } td.n, th.n { text-align: right; white-space: nowrap; }
ol.people { columns: 2; column-gap: 40px; margin: 8px 0; padding-left: 2em; }
svg { width: 100%; height: auto; display: block; background: #f4f8fc; border: 1px solid var(--line); }
details { border-bottom: 1px solid var(--line); padding: 6px 0; } summary { cursor: pointer; font-weight: 600; }
blockquote { margin: 8px 0 8px 18px; padding-left: 12px; border-left: 3px solid var(--line); }
.cue { color: var(--soft); font-size: .85rem; }
article.news { border-top: 1px solid var(--line); padding-top: 4px; } article.news h1 { font-size: 1.3rem; } article.news h2 { border: 0; margin: 16px 0 4px; font-size: 1.05rem; }
.news-byline, .news-caption, .news-boilerplate, p.news-dateline { color: var(--soft); font-size: .9rem; } .news-boilerplate { opacity: .6; margin: 2px 0; }
mark { border-radius: 3px; padding: 0 2px; background: var(--other); color: inherit; }
mark.news-person { background: var(--person); } mark.news-org { background: var(--org); } mark.news-gpe, mark.news-loc, mark.news-fac { background: var(--place); }
q.news-quote { quotes: none; border-bottom: 2px solid var(--quote); } q.news-indirect { border-bottom-style: dotted; }
time.news-date { color: var(--date); border-bottom: 1px dashed var(--date); }
"""


def text(value):
    return html.escape(str(value), quote=True)


def slug_id(number):
    return "article-%d" % number


def land():
    """Yields (latitude, longitude) of the gazetteer's larger cities."""
    with open(os.path.join(TOP, "data", "en", "gazetteer", "cities.tsv"), encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            try:
                yield float(fields[5]), float(fields[6])
            except (ValueError, IndexError):
                pass


def at(latitude, longitude):
    return (longitude + 180) * WIDTH / 360, min(HEIGHT - 10, max(10, (84 - latitude) * HEIGHT / 165))


def people_of(articles):
    """Returns the people as (name, articles, quotes), the most named first."""
    named = collections.Counter()
    quoted = collections.Counter()
    for article in articles:
        named.update({e["name"] for e in article["entities"] if e["kind"] == "person"})
        quoted.update(q["speaker_name"] for q in article["quotes"] if q["speaker_kind"] == "person")
    rows = [(name, n, quoted[name]) for name, n in named.items()]
    return sorted(rows, key=lambda row: (-row[1], -row[2], row[0]))


def people(articles):
    rows = people_of(articles)
    roles = {}
    for article in articles:
        for name, role in article.get("roles", {}).items():
            roles.setdefault(name, role)
    out = ["<ol class=people>"]
    for name, n, quotes in rows[:PEOPLE]:
        out.append("<li><bdi>%s</bdi> <span class=soft>%s%d article%s%s</span></li>" % (
            text(name), text(roles[name]) + " · " if name in roles else "", n, "s" * (n != 1), ", %d quote%s" % (quotes, "s" * (quotes != 1)) if quotes else ""))
    out.append("</ol>")
    if len(rows) > PEOPLE:
        out.append("<p class=soft>and %d more</p>" % (len(rows) - PEOPLE))
    return out


def places_of(articles):
    """Returns the places that have a position, by entity: row and articles."""
    places = {}
    for number, article in enumerate(articles):
        for e in article["entities"]:
            if e["latitude"] is not None:
                places.setdefault(e["entity"], (e, set()))[1].add(number)
    return sorted(places.values(), key=lambda p: (-len(p[1]), p[0]["name"]))


def world_map(articles):
    places = places_of(articles)
    out = ['<svg viewBox="0 0 %d %d" role="img" aria-label="Places on a map">' % (WIDTH, HEIGHT), '<g fill="#c3cfdb">']
    seen = set()
    for latitude, longitude in land():
        x, y = at(latitude, longitude)
        key = (int(x / 3), int(y / 3))
        if key not in seen:
            seen.add(key)
            out.append('<circle cx="%d" cy="%d" r="1.3"/>' % (key[0] * 3, key[1] * 3))
    out.append('</g><g fill="#2f9e57" fill-opacity=".75" stroke="#fff" stroke-width=".7">')
    for e, numbers in places:
        x, y = at(e["latitude"], e["longitude"])
        out.append('<circle cx="%.1f" cy="%.1f" r="%.1f"><title>%s, %s: %d article%s</title></circle>' % (
            x, y, 3 + min(9, 2 * len(numbers) ** .5), text(e["name"]), text(e["country"] or ""), len(numbers), "s" * (len(numbers) > 1)))
    out.append('</g><g font-size="12" fill="#1d2733" font-family="sans-serif" paint-order="stroke" stroke="#f4f8fc" stroke-width="3">')
    taken = []
    for e, _ in places:
        x, y = at(e["latitude"], e["longitude"])
        if len(taken) < LABELS and all(abs(x - u) > 85 or abs(y - v) > 13 for u, v in taken):
            taken.append((x, y))
            left = x > WIDTH - 110
            out.append('<text x="%.1f" y="%.1f"%s>%s</text>' % (x - 8 if left else x + 8, y + 4, ' text-anchor="end"' if left else "", text(e["name"])))
    out.append("</g></svg>")
    out.append("<p class=soft>%d places; dots are cities of the gazetteer. Also as GeoJSON, beside this page.</p>" % len(places))
    return out


def geojson(articles):
    return {"type": "FeatureCollection", "features": [
        {"type": "Feature",
         "geometry": {"type": "Point", "coordinates": [e["longitude"], e["latitude"]]},
         "properties": {"name": e["name"], "kind": e["kind"], "country": e["country"], "id": e["entity_id"],
                        "articles": sorted(articles[n]["slug"] for n in numbers)}}
        for e, numbers in places_of(articles)]}


def quotes(articles):
    said = collections.defaultdict(list)
    for number, article in enumerate(articles):
        for q in article["quotes"]:
            if q["speaker_name"]:
                said[q["speaker_name"]].append((number, article, q))
    out = []
    speakers = sorted(said.items(), key=lambda item: (-len(item[1]), item[0]))
    for i, (speaker, them) in enumerate(speakers[:SPEAKERS]):
        out.append("<details%s><summary><bdi>%s</bdi> <span class=soft>%d</span></summary>" % (" open" * (i < 2), text(speaker), len(them)))
        for number, article, q in them:
            out.append('<blockquote dir="auto">%s<br><span class=cue>%s · %s · <a href="#%s">%s</a></span></blockquote>' % (
                text(q["quote"]), text(q["kind"]), text(q["cue"] or "no cue"), slug_id(number), text(article["slug"])))
        out.append("</details>")
    if len(speakers) > SPEAKERS:
        out.append("<p class=soft>and %d more speakers</p>" % (len(speakers) - SPEAKERS))
    return out


def day(value):
    """A day that Python's calendar has, else None."""
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def strip(days):
    """Draws the days as a strip: the STRIP days in which most lie."""
    ordinals = sorted(d.toordinal() for d, _, _, _ in days)
    if not ordinals:
        return []
    first = max(ordinals, key=lambda start: sum(start <= o < start + STRIP for o in ordinals))
    inside = [entry for entry in days if first <= entry[0].toordinal() < first + STRIP]
    last = max(entry[0].toordinal() for entry in inside)
    scale = (WIDTH - 40) / max(1, last - first)
    by_day = collections.Counter(entry[0] for entry in inside)
    tallest = max(by_day.values())
    out = ['<svg viewBox="0 0 %d 120" role="img" aria-label="Days that the articles speak of"><g fill="#b04a5a">' % WIDTH]
    for when, n in sorted(by_day.items()):
        height = 12 + 68 * n / tallest
        out.append('<rect x="%.1f" y="%.1f" width="4" height="%.1f" fill-opacity=".8"><title>%s: %d</title></rect>' % (
            20 + (when.toordinal() - first) * scale - 2, 90 - height, height, when, n))
    out.append('</g><line x1="10" y1="90" x2="%d" y2="90" stroke="#5f6c7b"/><g font-size="11" fill="#5f6c7b" font-family="sans-serif">' % (WIDTH - 10))
    month = datetime.date.fromordinal(first).replace(day=1)
    step = max(1, (last - first) // 300)
    while month.toordinal() <= last:
        if month.toordinal() >= first and (month.month - 1) % step == 0:
            x = 20 + (month.toordinal() - first) * scale
            out.append('<line x1="%.1f" y1="90" x2="%.1f" y2="96" stroke="#5f6c7b"/><text x="%.1f" y="110">%s</text>' % (x, x, x, month.strftime("%b %Y")))
        month = (month.replace(day=28) + datetime.timedelta(days=7)).replace(day=1)
    out.append("</g></svg>")
    return out


def timeline(articles):
    days = []
    for number, article in enumerate(articles):
        for d in article["dates"]:
            first, last = day(d["first_day"]), day(d["last_day"])
            if first and last and (last - first).days <= 7:
                days.append((first, d["mention"], number, article["slug"]))
    out = strip(days)
    by_day = collections.defaultdict(dict)
    for first, mention, number, slug in days:
        by_day[first].setdefault((number, slug), []).append(mention)
    out.append("<details><summary>%d days</summary><table>" % len(by_day))
    for first in sorted(by_day):
        for (number, slug), mentions in by_day[first].items():
            out.append('<tr><td class=n>%s</td><td>%s</td><td><a href="#%s">%s</a></td></tr>' % (
                first, text(", ".join(dict.fromkeys(mentions))), slug_id(number), text(slug)))
    out.append("</table></details>")
    return out


def page(articles):
    out = ["<!DOCTYPE html>", MARK, '<html lang="en"><head><meta charset="utf-8">',
           '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
           '<meta name="viewport" content="width=device-width, initial-scale=1">',
           "<title>newstext: %d articles</title><style>%s</style></head><body>" % (len(articles), STYLE),
           "<h1>Who, what, where and when in %d article%s</h1>" % (len(articles), "s" * (len(articles) != 1)),
           '<nav><a href="#people">people</a><a href="#places">places</a><a href="#quotes">quotes</a><a href="#time">time</a><a href="#articles">articles</a></nav>']
    for name, title, part in (("people", "People", people), ("places", "Places", world_map),
                              ("quotes", "Quotes by speaker", quotes), ("time", "Time line", timeline)):
        out.append('<h2 id="%s">%s</h2>' % (name, title))
        out.extend(part(articles))
    out.append('<h2 id="articles">Articles</h2>')
    for number, article in enumerate(articles):
        out.append('<section id="%s"><p class=soft>%s%s</p>%s</section>' % (
            slug_id(number), text(article["slug"]), " · " + text(article["published"]) if article["published"] else "", article["html"]))
    out.append("</body></html>\n")
    return "\n".join(out)


def main():
    path, geo = sys.argv[1:3]
    if os.path.exists(path) and MARK not in open(path, encoding="utf-8", errors="replace").read(200):
        sys.exit("%s is there already and no page of ours: name another, --html=PAGE" % path)
    articles = [json.loads(line) for line in sys.stdin if line.strip()]
    try:
        with open(path, "w", encoding="utf-8") as to:
            to.write(page(articles))
        with open(geo, "w", encoding="utf-8") as to:
            json.dump(geojson(articles), to, ensure_ascii=False, indent=1)
    except OSError as error:
        for name in (path, geo):
            if os.path.exists(name) and os.path.getsize(name) == 0:
                os.unlink(name)
        sys.exit("%s cannot be written: %s" % (error.filename or path, error.strerror))


main()
