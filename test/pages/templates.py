"""Whole pages around an article, as the makers of newspapers' sites build them.

Each function takes an Article and returns a page: the article's own text, unchanged, in the frame of one kind of site, with the
menus, teasers, comments and notices that stand around it there. Everything in the frames is invented, and speaks: a quotation or
a name of a frame that comes out is a fault. PAGES is the list.
"""
import html
import json

E = lambda s: html.escape(s, quote=False)
NAMED = str.maketrans({"“": "&ldquo;", "”": "&rdquo;", "‘": "&lsquo;", "’": "&rsquo;", "—": "&mdash;"})

# What stands around: headlines with speech, other people's words, notices.
TEASERS = [
    ("Pensioner finds python in toaster", "“I only wanted toast,” says Gladys Ormerod, 81, of Fenwright."),
    ("‘Nobody warned us’: inside the Quorn Valley blackout", "Residents tell Petra Van Alst how they lived without light for nine days."),
    ("Hollins: “I will not run again”", "Senator Burt Hollins said on Monday that he would leave politics."),
    ("Review: Cosmo Wray’s new album is a triumph", "Wray said the record was “a letter to my cat.”"),
    ("Five things to know about the Zeller verdict", "“It is over,” Ottoline Zeller said outside the court in Marrowby."),
    ("House prices in Upper Dunmere rise again", "Agents at Crake & Sons say buyers are “fighting in the stairwell”."),
]
COMMENTS = [
    ("Derek_1958", "3 hours ago", "“Typical,” as my father used to say. Somebody at the council said it would never happen."),
    ("Moira Tutt", "2 hours ago", "I agree with Derek. My neighbour told me “you could see it coming” and she was right."),
    ("TruthTeller99", "yesterday", "Ask Senator Hollins. He said it himself: “Follow the money.”"),
]
MENU = ["Home", "News", "World", "Politics", "Business", "Sport", "Culture", "Opinion", "Travel", "Weather", "Jobs", "Obituaries"]
COOKIES = ("We value your privacy. We and our 843 partners store and access information on a device, such as cookies, and process "
           "personal data. “Your choice matters to us,” says our privacy chief, Lionel Marchetti. You may withdraw your consent at any time.")
NEWSLETTER = ("Sign up for The Morning Kettle, our daily newsletter by Fenella Grubb. “The only email I open,” says Lord Pennyfather. "
              "By signing up you agree to our terms of use and privacy policy.")
BIO = "Rosamund Pell is a senior reporter of The Fenwright Courier. She can be reached at rosamund@courier.example."
RIGHTS = "© 2025 Fenwright Media Group. All rights reserved. Registered in Marrowby, company number 0412345."
AD = "<div class=\"ad-slot\" data-ad=\"mpu\"><span>Advertisement</span></div>"
SCRIPT = ("<script>window.dataLayer=window.dataLayer||[];var t=\"“Buy now,” said Max Power\";if(a<b&&c>d){document.write('<p>“Hi,” said Ad Server.</p>')}"
          "</script>")


class Article:
    """headline, byline or None, dateline or None, paragraphs; and what a page may add to it."""

    def __init__(self, headline, paragraphs, byline=None, day="2025-03-04", caption=None):
        self.headline, self.paragraphs, self.byline, self.day = headline, paragraphs, byline, day
        self.caption = caption or "The scene in the early morning. Photograph: Ivo Brandt/Pressfoto"


def ld(a):
    """ld is what search engines are told: the whole article once more, as JSON."""
    body = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": a.headline, "datePublished": a.day + "T09:30:00Z",
            "author": [{"@type": "Person", "name": "Rosamund Pell"}], "articleBody": "\n\n".join(a.paragraphs)}
    return "<script type=\"application/ld+json\">" + json.dumps(body, ensure_ascii=False).replace("</", "<\\/") + "</script>"


def menu(tag="nav", cls="site-nav", item="li"):
    links = "".join(f"<{item}><a href=\"/{m.lower()}\">{m}</a></{item}>" for m in MENU)
    return f"<{tag} class=\"{cls}\"><ul>{links}</ul></{tag}>"


def insert(paragraphs, extras, every=3):
    """insert puts the extras between paragraphs, one after each few."""
    out, left = [], list(extras)
    for i, p in enumerate(paragraphs, 1):
        out.append(p)
        if left and i % every == 0 and i < len(paragraphs):
            out.append(left.pop(0))
    return "\n".join(out)


def teaser_list(tag="div", cls="teaser", heading="h3", n=6):
    return "".join(f"<{tag} class=\"{cls}\"><a href=\"/n/{i}\"><{heading}>{E(h)}</{heading}></a><p>{E(t)}</p></{tag}>" for i, (h, t) in enumerate(TEASERS[:n]))


def wordpress(a):
    body = insert([f"<p>{E(p)}</p>" for p in a.paragraphs],
                  [f"<figure id=\"attachment_77\" class=\"wp-caption alignright\"><img src=\"/p.jpg\"/><figcaption class=\"wp-caption-text\">{E(a.caption)}</figcaption></figure>",
                   f"<p><strong>Read more: <a href=\"/r/1\">{E(TEASERS[2][0])}</a></strong></p>", AD])
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="UTF-8"><title>{E(a.headline)} - The Fenwright Courier</title>{ld(a)}
<style>.entry-content p{{margin:0 0 1em}}</style></head><body class="post-template-default single single-post postid-77">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><p class="site-title"><a href="/">The Fenwright Courier</a></p>{menu()}</header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main"><article id="post-77" class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{E(a.headline)}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="{a.day}T09:30:00+00:00">4 March</time></span>
<span class="byline"> by <span class="author vcard"><a href="/author/rp">Rosamund Pell</a></span></span></div></header>
<div class="entry-content">{body}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>{teaser_list(n=3)}</div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">Local</a></span></footer></article>
<div class="author-box"><h4>About Rosamund Pell</h4><p>{E(BIO)}</p></div>
<div id="comments" class="comments-area"><h2 class="comments-title">3 thoughts on “{E(a.headline)}”</h2><ol class="comment-list">
{"".join(f'<li class="comment"><article class="comment-body"><footer class="comment-meta"><b class="fn">{n}</b> <span class="says">says:</span> <a href="#">{w}</a></footer><div class="comment-content"><p>{E(c)}</p></div></article></li>' for n, w, c in COMMENTS)}
</ol><div id="respond"><h3>Leave a Reply</h3><form><p>Your email address will not be published.</p><textarea></textarea></form></div></div></main></div>
<div id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2>Recent Posts</h2><ul>{"".join(f"<li><a href='/n'>{E(h)}</a></li>" for h, _ in TEASERS)}</ul></section>
<section class="widget widget_text"><h2>Newsletter</h2><p>{E(NEWSLETTER)}</p></section></div></div>
<footer id="colophon" class="site-footer"><p>{RIGHTS}</p></footer>{SCRIPT}</body></html>"""


def arc(a):
    """A newspaper's application: classes made by a machine, data-testid, teasers in sections that say nothing."""
    body = insert([f"<p class=\"css-at9mc1 evys1bk0\">{E(p)}</p>" for p in a.paragraphs],
                  [f"<div class=\"css-1kv6qi\"><div data-testid=\"inline-newsletter\"><h2>Get The Morning Kettle</h2><p>{E(NEWSLETTER)}</p></div></div>",
                   AD, f"<figure class=\"c-image\"><div><img alt=\"\"/></div><figcaption class=\"css-1l44abu\"><span>{E(a.caption)}</span></figcaption></figure>"])
    cards = "".join(f"<section class=\"css-9jx\"><div><a class=\"css-kej\" href=\"/{i}\"><p class=\"css-xz1\">{E(h)}</p><p class=\"css-q2\">{E(t)}</p></a><span class=\"css-by\">3 min read</span></div></section>" for i, (h, t) in enumerate(TEASERS))
    return f"""<!DOCTYPE html><html lang="en"><head><title data-rh="true">{E(a.headline)} - The Courier</title>{ld(a)}</head>
<body><div id="app"><div><div data-testid="masthead"><header><button>Open menu</button>{menu(cls="css-1d8")}</header></div>
<div id="site-content"><main><article id="story" class="css-1vxca1d"><div class="css-1p"><header class="css-d754w4"><div><h1 data-testid="headline" class="css-88wicj">{E(a.headline)}</h1></div>
<p id="article-summary" class="css-w6ymp8">What we know, and what comes next.</p></header></div>
<div class="css-byline"><p class="css-4anu6l">By <span class="byline-name"><a href="/by/rp">Rosamund Pell</a></span></p><time datetime="{a.day}T05:00:11-05:00">March 4, 2025</time></div>
<section name="articleBody" class="meteredContent css-1r7ky0e"><div class="css-s99gbd StoryBodyCompanionColumn"><div class="css-53u6y8">
{body}</div></div></section></article><div class="bottom-of-article"><div class="css-1ubp8k9"><p>Rosamund Pell contributed reporting. A version of this article appears in print.</p></div></div>
<div class="css-oylsik"><h2>More in News</h2>{cards}</div></main></div>
<div class="css-gdpr" role="dialog"><h2>We value your privacy</h2><p>{E(COOKIES)}</p><button>Accept all</button></div>
<footer class="css-jq1cx6" role="contentinfo">{menu()}<span>{RIGHTS}</span></footer></div></div>{SCRIPT}</body></html>"""


def brightspot(a):
    body = insert([f"<p>{E(p)}</p>" for p in a.paragraphs],
                  [f"<div class=\"Enhancement\" data-align-center><div class=\"Enhancement-item\"><figure class=\"Figure\"><img/><div class=\"Figure-content\"><figcaption class=\"Figure-caption\">{E(a.caption)}</figcaption></div></figure></div></div>",
                   "<div class=\"Enhancement\"><div class=\"PageList\"><div class=\"PageList-header-title\">RELATED COVERAGE</div><ul class=\"PageList-items\">"
                   + "".join(f"<li><div class=\"PagePromo\"><h3 class=\"PagePromo-title\"><a href=\"/{i}\"><span>{E(h)}</span></a></h3></div></li>" for i, (h, _) in enumerate(TEASERS[:4])) + "</ul></div></div>",
                   AD])
    promos = "".join(f"<div class=\"PageListStandardE-items-item\"><bsp-custom-headline><div class=\"PagePromo-title\"><a class=\"Link\" href=\"/{i}\"><span>{E(h)}</span></a></div></bsp-custom-headline><div class=\"PagePromo-description\"><a href=\"/{i}\"><span>{E(t)}</span></a></div><div class=\"PagePromo-byline\">By Petra Van Alst</div></div>" for i, (h, t) in enumerate(TEASERS))
    return f"""<!DOCTYPE html><html class="StoryPage" lang="en"><head><title>{E(a.headline)} | Wire News</title>{ld(a)}</head><body class="Page-body">
<div class="Page-header"><bsp-header class="Page-header-bar"><a href="/"><img alt="Wire News"/></a>{menu(cls="Navigation")}<div class="Page-header-trending"><span>Trending:</span> <a href="/1">Zeller verdict</a> <a href="/2">Burt Hollins</a></div></bsp-header></div>
<div class="Page-content"><main class="Page-main"><div class="Page-lead"></div><div class="Page-twoColumn"><div class="Page-oneColumn">
<h1 class="Page-headline">{E(a.headline)}</h1><div class="Page-byline-info"><div class="Page-authors">By&nbsp;<a href="/a">ROSAMUND PELL</a></div><div class="Page-dateModified"><span>Updated 4:12 PM GMT, March 4, 2025</span></div></div>
<bsp-share class="Page-actions"><button>Share</button><ul><li><a>Copy</a></li><li><a>Email</a></li></ul></bsp-share>
<div class="RichTextStoryBody RichTextBody">{body}</div>
<div class="Page-below"><div class="Bio"><a href="/a">ROSAMUND PELL</a><div class="Bio-text">Pell covers towns and rivers for Wire News.</div></div></div></div>
<aside class="Page-aside"><div class="PageListStandardE"><div class="PageListStandardE-title">MOST READ</div>{promos}</div></aside></div></main></div>
<div class="NewsletterModule"><div class="NewsletterModule-title">The Afternoon Wire</div><div class="NewsletterModule-description">{E(NEWSLETTER)}</div></div>
<footer class="Page-footer"><p>Wire News is an independent global news organization. “Facts first,” as its founder, Cornelius Batt, said.</p><div class="Page-footer-copyright">{RIGHTS}</div></footer></body></html>"""


def broadcaster(a):
    """data-component blocks, every paragraph in a box of its own; a list of links in the middle."""
    text = lambda p: f"<div data-component=\"text-block\" class=\"sc-18fde0d6-0 dlWCEZ\"><p class=\"sc-eb7bd5f6-0 fYAfXe\">{E(p)}</p></div>"
    related = "<div data-component=\"links-block\"><ul role=\"list\">" + "".join(f"<li><a href=\"/{i}\">{E(h)}</a></li>" for i, (h, _) in enumerate(TEASERS[:3])) + "</ul></div>"
    image = f"<div data-component=\"image-block\"><figure><div><img/><span class=\"visually-hidden\">Image source, Pressfoto</span></div><div data-component=\"caption-block\"><figcaption class=\"sc-8353772e-0\"><span class=\"visually-hidden\">Image caption, </span><p>{E(a.caption)}</p></figcaption></div></figure></div>"
    body = insert([text(p) for p in a.paragraphs], [image, related], 2)
    cards = "".join(f"<div data-testid=\"edinburgh-card\"><div class=\"sc-8ea7699c-0\"><a href=\"/{i}\"><div><h2 data-testid=\"card-headline\">{E(h)}</h2></div><p data-testid=\"card-description\" class=\"sc-8ea7699c-4\">{E(t)}</p></a><span data-testid=\"card-metadata-lastupdated\">2 hrs ago</span></div></div>" for i, (h, t) in enumerate(TEASERS))
    return f"""<!DOCTYPE html><html lang="en-GB"><head><title>{E(a.headline)} - BCC News</title>{ld(a)}</head><body><div id="__next"><div class="sc-skip"><a href="#main-content">Skip to content</a></div>
<div>{menu(item="li")}</div><main id="main-content"><article><div data-component="headline-block" class="sc-18"><h1 class="sc-f98b1ad2-0">{E(a.headline)}</h1></div>
<div data-component="byline-block"><div><time datetime="{a.day}T10:00:00Z">5 hours ago</time><div data-testid="byline-new-contributors"><span>Rosamund Pell</span><span>BCC News, Marrowby</span></div></div></div>
{body}<div data-component="topic-list"><ul><li><a href="/t/1">Rivers</a></li><li><a href="/t/2">Marrowby</a></li></ul></div></article>
<section data-component="related-block"><h2>Related</h2>{cards}</section><section data-testid="most-read"><h2>Most read</h2><ol>{"".join(f"<li><a href='/{i}'>{E(h)}</a></li>" for i, (h, _) in enumerate(TEASERS))}</ol></section></main>
<footer data-testid="footer"><p>{RIGHTS} The BCC is not responsible for the content of external sites.</p></footer></div></body></html>"""


def amp(a):
    body = insert([f"<p>{E(p)}</p>" for p in a.paragraphs],
                  [f"<amp-img src=\"/p.jpg\" width=600 height=400 layout=responsive></amp-img><p class=\"caption\">{E(a.caption)}</p>",
                   f"<amp-embed type=\"taboola\"></amp-embed><div class=\"related-inline\"><span>See also</span><a href=\"/1\">{E(TEASERS[1][0])}</a></div>"])
    return f"""<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>{E(a.headline)}</title><link rel="canonical" href="/a"><script async src="https://cdn.example/v0.js"></script>{ld(a)}
<style amp-custom>body{{font:1em serif}}</style><style amp-boilerplate>body{{visibility:hidden}}</style><noscript><style>body{{x:y}}</style></noscript></head><body>
<amp-sidebar id="sidebar" layout="nodisplay"><button on="tap:sidebar.close">Close</button><ul>{"".join(f"<li><a href='/{m}'>{m}</a></li>" for m in MENU)}</ul></amp-sidebar>
<header class="amp-header"><a href="/">The Courier</a></header><article class="amp-article"><h1>{E(a.headline)}</h1><ul class="meta"><li class="byline">By Rosamund Pell</li><li><time datetime="{a.day}">4 Mar 2025</time></li></ul>
<div class="amp-content">{body}</div></article><amp-consent id="c"><div id="consent-ui"><p>{E(COOKIES)}</p><button>Accept</button></div></amp-consent>
<div class="more-stories"><h2>More stories</h2>{teaser_list("div", "item", "h4")}</div><footer class="amp-footer"><p>{RIGHTS}</p></footer></body></html>"""


def table(a):
    """A site of 1999: tables within tables, <font>, <br><br> between paragraphs, no class at all."""
    body = "<br><br>\n".join(E(p).translate(NAMED) for p in a.paragraphs)
    box = "".join(f"<tr><td><font size=1><a href=\"{i}.htm\"><b>{E(h)}</b></a><br>{E(t)}</font></td></tr>" for i, (h, t) in enumerate(TEASERS))
    return f"""<HTML><HEAD><TITLE>{E(a.headline)}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>
<TABLE WIDTH=100% BORDER=0><TR><TD COLSPAN=3><CENTER><IMG SRC=logo.gif ALT="Courier"><BR><FONT SIZE=1>{" | ".join(f"<A HREF={m}.htm>{m}</A>" for m in MENU)}</FONT></CENTER></TD></TR>
<TR><TD WIDTH=120 VALIGN=TOP><TABLE>{"".join(f"<TR><TD><A HREF={m}.htm><FONT SIZE=2>{m}</FONT></A></TD></TR>" for m in MENU)}</TABLE></TD>
<TD VALIGN=TOP><TABLE CELLPADDING=4><TR><TD><FONT SIZE=5><B>{E(a.headline)}</B></FONT></TD></TR><TR><TD><FONT SIZE=2><I>By ROSAMUND PELL, Staff Writer</I></FONT></TD></TR>
<TR><TD><FONT FACE="Times">{body}</FONT></TD></TR><TR><TD><HR><FONT SIZE=1><A HREF=mail.htm>E-mail this story</A> | <A HREF=print.htm>Print this story</A></FONT></TD></TR></TABLE></TD>
<TD WIDTH=160 VALIGN=TOP BGCOLOR=#EEEEEE><TABLE><TR><TD><B>ALSO TODAY</B></TD></TR>{box}</TABLE></TD></TR>
<TR><TD COLSPAN=3><CENTER><FONT SIZE=1>{RIGHTS}<BR>Questions? Write to the webmaster.</FONT></CENTER></TD></TR></TABLE></BODY></HTML>"""


def drupal(a):
    body = insert([f"<p>{E(p).translate(NAMED)}</p>" for p in a.paragraphs],
                  [f"<blockquote class=\"pullquote\"><p>{E(pull(a))}</p></blockquote>" if pull(a) else "",
                   f"<div class=\"media media-element-container media-default\"><div class=\"file file-image\"><img/><div class=\"field field-name-field-caption\"><div class=\"field-item even\">{E(a.caption)}</div></div></div></div>"])
    return f"""<!DOCTYPE html><html lang="en" dir="ltr"><head><title>{E(a.headline)} | Marrowby Herald</title></head><body class="html not-front node-type-article">
<div id="skip-link"><a href="#main-content">Skip to main content</a></div><div class="region region-header">{menu("div", "block block-system block-menu")}</div>
<div id="main"><div class="region region-content"><div id="block-system-main" class="block block-system"><div class="content">
<div id="node-1234" class="node node-article"><h1 class="title" id="page-title">{E(a.headline)}</h1><div class="submitted">Submitted by rpell on Tue, 03/04/2025 - 09:30</div>
<div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{body}</div></div></div>
<div class="field field-name-field-tags"><div class="field-label">Tags:&nbsp;</div><div class="field-items"><div class="field-item"><a href="/t">Marrowby</a></div></div></div></div>
<div id="comments" class="comment-wrapper"><h2 class="title">Comments</h2>{"".join(f'<div class="comment"><h3><a href="#">Re: {n}</a></h3><div class="submitted">Submitted by {n} {w}</div><div class="content"><p>{E(c)}</p></div></div>' for n, w, c in COMMENTS)}</div></div></div></div>
<div class="region region-sidebar-second"><div class="block block-views"><h2>Most viewed</h2><div class="view-content">{"".join(f'<div class="views-row"><span class="field-content"><a href="/{i}">{E(h)}</a></span><div class="views-field-body"><p>{E(t)}</p></div></div>' for i, (h, t) in enumerate(TEASERS))}</div></div></div></div>
<div class="region region-footer"><p>{RIGHTS}</p></div></body></html>"""


def pull(a):
    """pull returns a quotation of the article, to be shown once more in large letters."""
    for p in a.paragraphs:
        if p.startswith("“") and "”" in p[20:]:
            return p[:p.index("”") + 1].rstrip("”").rstrip(",") + "”"
    return None


def ghost(a):
    """A letter of one writer: Ghost, Substack; buttons and pleas between the paragraphs."""
    quote = pull(a)
    body = insert([f"<p>{E(p)}</p>" for p in a.paragraphs],
                  ["<p class=\"button-wrapper\"><a class=\"button primary\" href=\"/subscribe\"><span>Subscribe now</span></a></p>",
                   f"<div class=\"pullquote\"><p>{E(quote)}</p></div>" if quote else "",
                   "<div class=\"subscription-widget-wrap\"><div class=\"preamble\"><p class=\"cta-caption\">The Marrowby Letter is supported by readers. “Worth every penny,” says Wilhelmina Bright. To receive new posts, become a subscriber.</p></div><form><input type=\"email\"/><input type=\"submit\" value=\"Subscribe\"/></form></div>",
                   f"<figure class=\"kg-card kg-image-card\"><img/><figcaption>{E(a.caption)}</figcaption></figure>"], 2)
    return f"""<!DOCTYPE html><html lang="en"><head><title>{E(a.headline)} - by Rosamund Pell - The Marrowby Letter</title>{ld(a)}</head><body class="post-template"><div id="entry"><div class="main-menu"><a href="/">The Marrowby Letter</a><button>Subscribe</button><button>Sign in</button></div>
<div class="single-post-container"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title">{E(a.headline)}</h1><h3 class="subtitle">And what it means for the valley</h3><div class="byline-wrapper"><a href="/@rp">Rosamund Pell</a><div class="pencraft">Mar 04, 2025</div></div><div class="post-ufi"><a>38</a><a>12</a><a>Share</a></div></div>
<div class="available-content"><div dir="auto" class="body markup">{body}</div></div></article></div>
<div class="comments-section"><h4>Discussion about this post</h4>{"".join(f'<div class="comment"><div class="comment-meta"><span>{n}</span> <a>{w}</a> <span>Liked by Rosamund Pell</span></div><div class="comment-body"><p>{E(c)}</p></div></div>' for n, w, c in COMMENTS)}</div>
<div class="portable-archive"><h4>Top</h4>{"".join(f'<div class="post-preview"><a class="post-preview-title" href="/p/{i}">{E(h)}</a><a class="post-preview-description" href="/p/{i}">{E(t)}</a><div>Feb 11 • Rosamund Pell</div></div>' for i, (h, t) in enumerate(TEASERS))}</div>
<div class="footer"><p>© 2025 Rosamund Pell</p></div></div></body></html>"""


def forum(a):
    """An article whose readers' remarks are longer than itself, and stand in boxes without a name."""
    remarks = "".join(f"<div class=\"x-row\"><div class=\"x-who\">{n} · {w}</div><div class=\"x-say\"><p>{E(c)}</p><p>{E(TEASERS[i][1])} I have said it for years and will say it again, whatever anyone may think of it.</p></div><div class=\"x-act\"><a>Reply</a> <a>Report</a> <a>12 upvotes</a></div></div>"
                      for k in range(2) for i, (n, w, c) in enumerate(COMMENTS))
    return f"""<!DOCTYPE html><html><head><title>{E(a.headline)} - Courier</title></head><body>{menu("div", "topnav", "span")}
<div class="wrap"><div class="story"><h1>{E(a.headline)}</h1><p class="by">By Rosamund Pell | Published: 09:30, 4 March 2025 | Updated: 11:02, 4 March 2025</p><div class="story-text">{"".join(f"<p>{E(p)}</p>" for p in a.paragraphs)}</div></div>
<div id="reader-comments" class="comments"><h2>Comments (6)</h2><p>The comments below have not been moderated.</p>{remarks}</div></div><p class="foot">{RIGHTS}</p></body></html>"""


def cookie_wall(a):
    """Two boxes before all else: consent, and an invitation longer than some articles; their paragraphs are real ones."""
    wall = "".join(f"<p>{E(COOKIES)}</p>" for _ in range(3))
    body = insert([f"<p class=\"article__paragraph\">{E(p)}</p>" for p in a.paragraphs], [AD, f"<div class=\"article__teaser\"><a href=\"/1\"><b>{E(TEASERS[0][0])}</b></a></div>"])
    return f"""<!DOCTYPE html><html lang="en"><head><title>{E(a.headline)}</title>{ld(a)}</head><body><div id="onetrust-consent-sdk"><div class="onetrust-pc-dark-filter"></div><div id="onetrust-banner-sdk"><div id="onetrust-policy"><h2>About your privacy</h2><div id="onetrust-policy-text">{wall}</div></div><button>Accept All</button><button>Reject All</button></div></div>
<div class="mfp-wrap"><div class="mfp-content"><h3>Join 40,000 readers</h3><p>{E(NEWSLETTER)}</p><p>Lord Pennyfather added: “I read it in the bath.” Our editor, Fenella Grubb, promises no more than one letter a day.</p></div></div>
<div class="page"><div class="page__header">{menu()}</div><div class="page__body"><div class="article"><div class="article__head"><h1 class="article__title">{E(a.headline)}</h1><div class="article__author">Rosamund Pell</div><div class="article__date"><time datetime="{a.day}">04.03.2025</time></div></div>
<div class="article__body">{body}</div></div><div class="page__side">{teaser_list("article", "card", "h3")}</div></div><div class="page__footer">{RIGHTS}</div></div>{SCRIPT}</body></html>"""


def paywall(a):
    """The text, then an offer with voices of readers in paragraphs of the same box."""
    offer = ["Continue reading your article with a Courier subscription.", "“The Courier is my first coffee,” says Barnaby Thistle, a reader since 1987.",
             "Already a subscriber? Log in.", "Try unlimited access for only £1 for 4 weeks. Then £35 per month. Complete digital access to quality journalism on any device. Cancel anytime during your trial."]
    return f"""<!DOCTYPE html><html lang="en"><head><title>{E(a.headline)} | Courier</title>{ld(a)}</head><body><div class="o-header">{menu()}</div>
<main id="site-content"><article class="article"><div class="topper"><h1 class="topper__headline"><span>{E(a.headline)}</span></h1><div class="topper__standfirst">A report from the valley</div></div>
<div class="article-info"><a class="author" href="/rp">Rosamund Pell</a> in Marrowby <span>Published <time datetime="{a.day}">March 4 2025</time></span> <a href="#comments">212 comments</a></div>
<div class="article__content-body n-content-body">{"".join(f"<p>{E(p)}</p>" for p in a.paragraphs)}</div></article>
<div id="barrier" class="subscription-prompt paywall"><h2>Subscribe to unlock this article</h2>{"".join(f"<p>{E(p)}</p>" for p in offer)}</div>
<div class="onward"><h2>Follow the topics in this article</h2><ul><li><a>Rivers</a><button>Add to myFT</button></li></ul></div></main><footer>{RIGHTS}</footer></body></html>"""


def tabloid(a):
    """Bullets above the text, captions in <p>, a box of links and a video in the middle, an advert's paragraph."""
    captions = [f"<div class=\"artSplitter mol-img-group\"><div class=\"mol-img\"><img/></div><p class=\"imageCaption\">{E(a.caption)}</p></div>",
                "<div class=\"moduleFull mol-video\"><p class=\"vjs-title-text\">Moment Gladys Ormerod finds python in toaster</p><p>Your browser does not support iframes.</p></div>",
                "<div class=\"related-carousel with-fb-comments\"><div class=\"rotator-title\"><h2>RELATED ARTICLES</h2></div><ul>" + "".join(f"<li><a href=\"/{i}\"><h2>{E(h)}</h2></a></li>" for i, (h, _) in enumerate(TEASERS)) + "</ul></div>",
                "<div class=\"shareArticles\"><h3 class=\"social-links-title\">Share this article</h3><ul><li><a>Share</a></li></ul><span>1.4k shares</span></div>"]
    body = insert([f"<p class=\"mol-para-with-font\">{E(p)}</p>" for p in a.paragraphs], captions, 2)
    return f"""<!DOCTYPE html><html lang="en"><head><title>{E(a.headline)} | Courier Online</title></head><body><div id="page-container"><div class="nav-primary">{menu("div", "cleared")}</div>
<div class="article-text wide heading-tag-switch" id="js-article-text"><h1>{E(a.headline)}</h1><p class="author-section byline-plain">By <a class="author" href="/rp">Rosamund Pell For Courier Online</a></p>
<p class="byline-section"><span class="article-timestamp">Published: <time datetime="{a.day}T09:30:00+0000">09:30 GMT, 4 March 2025</time></span></p><div itemprop="articleBody">{body}</div></div>
<div id="articleIconLinksContainer"><a>Share or comment on this article</a></div><div class="beta"><div class="femail-puff"><h3>DON'T MISS</h3><ul>{"".join(f"<li><a href='/{i}'><span class='pufftext'><strong>{E(h)}</strong> {E(t)}</span></a></li>" for i, (h, t) in enumerate(TEASERS))}</ul></div></div>
<div class="reader-comments"><h3>Comments 3</h3>{"".join(f"<div class='comment-wrap'><div class='user-info'>{n}, Marrowby, {w}</div><p class='comment-body'>{E(c)}</p></div>" for n, w, c in COMMENTS)}</div></div><div class="page-footer">{RIGHTS}</div></body></html>"""


def release(a):
    """A press release on a wire: contacts and what the company is, below."""
    return f"""<!DOCTYPE html><html lang="en"><head><title>{E(a.headline)}</title></head><body><header>{menu()}</header><main><article class="news-release inline-gallery-template"><header class="release-header"><div class="container"><h1>{E(a.headline)}</h1></div><div class="row"><p class="mb-no"><a href="/org">News provided by<br/><strong>Fenwright Media Group</strong></a></p><p class="mb-no">Mar 04, 2025, 09:30 ET</p></div></header>
<section class="release-body container"><div class="row"><div class="col-lg-10">{"".join(f"<p>{E(p)}</p>" for p in a.paragraphs)}</div></div></section>
<div class="ticket-to-content"><h2>Also from this source</h2>{teaser_list("div", "card", "h3", 3)}</div></article></main>
<div class="omniture-subscription"><h3>Modal title</h3><p>{E(NEWSLETTER)}</p></div><footer><p>{RIGHTS}</p></footer></body></html>"""


def bare(a):
    """Hand-made: text in the body itself, parted by <br>, menus of links before and after."""
    return f"""<html><head><title>{E(a.headline)}</title></head><body><a href="/">Home</a> | <a href="/news">News</a> | <a href="/sport">Sport</a><hr>
<b>{E(a.headline)}</b><br>by Rosamund Pell<br><br>
{"<br><br>".join(E(p) for p in a.paragraphs)}<br><br><hr><a href="/1">{E(TEASERS[0][0])}</a><br><a href="/2">{E(TEASERS[2][0])}</a><br><small>{RIGHTS}</small></body></html>"""


def divs(a):
    """An application without one <p>: paragraphs are <div> or <span> blocks."""
    return f"""<!DOCTYPE html><html><head><title>{E(a.headline)}</title></head><body><div class="app"><div class="hd"><div><a href="/">Courier</a></div>{"".join(f"<div><a href='/{m}'>{m}</a></div>" for m in MENU)}</div>
<div class="bd"><div class="ttl">{E(a.headline)}</div><div class="mt">Rosamund Pell · 4 March 2025 · 3 min</div><div class="tx">{"".join(f"<div class='pg'><span>{E(p)}</span></div>" for p in a.paragraphs)}</div></div>
<div class="rc">{"".join(f"<div class='it'><a href='/{i}'><div class='t1'>{E(h)}</div><div class='t2'>{E(t)}</div></a></div>" for i, (h, t) in enumerate(TEASERS))}</div><div class="ft">{RIGHTS}</div></div></body></html>"""


def magazine(a):
    """Every paragraph marked by its paywall, in two halves with an advertisement between, each in a box of its own."""
    half = len(a.paragraphs) // 2
    part = lambda ps: "<div class=\"body__inner-container\">" + "".join(f"<p class=\"paywall\">{E(p)}</p>" for p in ps) + "</div>"
    return f"""<!DOCTYPE html><html lang="en-US"><head><title>{E(a.headline)} | The Marrowby Review</title>{ld(a)}</head><body><header class="standard-navigation">{menu()}</header>
<main class="page__content"><article class="article main-content"><header class="content-header"><h1 data-testid="ContentHeaderHed">{E(a.headline)}</h1><div class="content-header__dek">A dispatch from the valley</div></header>
<div data-attribute-verso-pattern="article-body" class="article__body"><div class="article__chunks">{part(a.paragraphs[:half])}<div class="ad ad--in-content"><div>Advertisement</div></div>{part(a.paragraphs[half:])}</div></div></article>
<div class="newsletter-subscribe-form"><h2>The Daily</h2><p>{E(NEWSLETTER)}</p></div>
<div class="recirc-most-popular"><h2>Most Popular</h2>{teaser_list("div", "summary-item", "h3")}</div></main><footer class="standard-footer"><p>{RIGHTS}</p></footer></body></html>"""


def opinion(a):
    """The section is called Comment, and the frame says so of all; teasers are <article> elements with whole sentences."""
    cards = "".join(f"<article class=\"fc-item\"><div class=\"fc-item__content\"><h3><a href=\"/{i}\">{E(h)}</a></h3><div class=\"fc-item__standfirst\"><p>{E(t)} Our reporter spent a day there and came back with a notebook full of stories.</p></div></div></article>" for i, (h, t) in enumerate(TEASERS))
    return f"""<!DOCTYPE html><html lang="en"><head><title>{E(a.headline)} | Rosamund Pell</title>{ld(a)}</head><body class="has-page-skin"><div class="content--type-comment tonal--tone-comment"><header>{menu()}</header>
<article class="content content--article content--pillar-opinion"><h1 class="content__headline">{E(a.headline)}</h1><div class="content__main"><div class="content__article-body from-content-api" itemprop="articleBody">{"".join(f"<p>{E(p)}</p>" for p in a.paragraphs)}</div></div></article>
<section class="fc-container"><h2>More on this story</h2>{cards}</section></div><footer class="l-footer">{RIGHTS}</footer></body></html>"""


def live(a):
    """A page whose entries are posts, each with its time and a share line; key points beside."""
    posts = "".join(f"<div class=\"live-post\" id=\"post-{i}\"><time datetime=\"{a.day}T{9 + i // 6:02}:{10 * (i % 6):02}:00Z\">{9 + i // 6}:{10 * (i % 6):02}</time><div class=\"live-post__body\"><p>{E(p)}</p></div><div class=\"live-post__share\"><a>Share</a></div></div>" for i, p in enumerate(a.paragraphs))
    return f"""<!DOCTYPE html><html lang="en"><head><title>{E(a.headline)} - live</title></head><body>{menu()}<main><h1>{E(a.headline)}</h1><div class="live-layout"><div class="live-posts">{posts}</div>
<div class="live-side sidebar"><h2>Popular in news</h2>{teaser_list()}</div></div></main><footer>{RIGHTS}</footer></body></html>"""


def block_theme(a):
    """WordPress of blocks: groups without a name, a query of other posts, comments and a plea made of the same blocks as the text."""
    body = insert([f"<p class=\"wp-block-paragraph\">{E(p)}</p>" for p in a.paragraphs],
                  [f"<figure class=\"wp-block-image size-large\"><img src=\"/p.jpg\" alt=\"“Keep out,” says a sign\"/><figcaption class=\"wp-element-caption\">{E(a.caption)}</figcaption></figure>",
                   f"<div class=\"wp-block-group has-background\"><p><strong>Read also:</strong> <a href=\"/1\">{E(TEASERS[1][0])}</a></p></div>",
                   "<div class=\"wp-block-buttons\"><div class=\"wp-block-button\"><a class=\"wp-block-button__link\" href=\"/give\">“Give what you can,” says our editor, Fenella Grubb</a></div></div>"])
    posts = "".join(f"<li class=\"wp-block-post post type-post\"><div class=\"wp-block-group\"><h3 class=\"wp-block-post-title\"><a href=\"/{i}\">{E(h)}</a></h3><div class=\"wp-block-post-excerpt\"><p class=\"wp-block-post-excerpt__excerpt\">{E(t)} The whole story is on our site, with pictures and a map of the valley.</p></div><div class=\"wp-block-post-date\"><time datetime=\"2025-03-01\">1 March</time></div></div></li>" for i, (h, t) in enumerate(TEASERS))
    said = "".join(f"<li class=\"wp-block-comment\"><div class=\"wp-block-group\"><div class=\"wp-block-comment-author-name\">{n}</div><div class=\"wp-block-comment-date\">{w}</div><div class=\"wp-block-comment-content\"><p>{E(c)}</p></div><div class=\"wp-block-comment-reply-link\"><a href=\"#\">Reply</a></div></div></li>" for n, w, c in COMMENTS)
    return f"""<!DOCTYPE html><html lang="en-GB"><head><title>{E(a.headline)} – The Fenwright Courier</title><style id="wp-block-library-inline-css">.wp-block-quote{{margin:0}}</style>{ld(a)}</head>
<body class="wp-singular post-template-default single single-post wp-embed-responsive wp-theme-twentytwentyfive"><div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group alignfull"><p class="wp-block-site-title"><a href="/">The Fenwright Courier</a></p>{menu("nav", "wp-block-navigation")}</div></header>
<main class="wp-block-group" style="margin-top:2em"><div class="wp-block-group alignfull is-layout-constrained"><h1 class="wp-block-post-title">{E(a.headline)}</h1><div class="wp-block-group is-layout-flex"><p>Written by</p><div class="wp-block-post-author-name"><a href="/a">Rosamund Pell</a></div><p>in</p><div class="taxonomy-category wp-block-post-terms"><a href="/c">Local</a></div></div>
<div class="entry-content alignfull wp-block-post-content is-layout-constrained">{body}</div><nav class="wp-block-group" aria-label="Post navigation"><div class="post-navigation-link-previous wp-block-post-navigation-link"><a href="/0">← {E(TEASERS[0][0])}</a></div></nav>
<div class="wp-block-comments"><h2>Comments</h2><h3 class="wp-block-comments-title">3 responses to “{E(a.headline)}”</h3><ol class="wp-block-comment-template">{said}</ol><div class="wp-block-post-comments-form"><h3>Leave a Reply</h3><form><textarea></textarea></form></div></div>
<div class="wp-block-group alignwide"><h2>More posts</h2><div class="wp-block-query"><ul class="wp-block-post-template">{posts}</ul></div></div></div></main>
<footer class="wp-block-template-part"><div class="wp-block-group"><p>{E(NEWSLETTER)}</p><p>{RIGHTS}</p></div></footer></div>{SCRIPT}</body></html>"""


def next_data(a):
    """An application made on the server: classes of a module, the article once more as data, a banner and cards without a telling name."""
    data = json.dumps({"props": {"pageProps": {"article": {"headline": a.headline, "body": [{"type": "p", "html": E(p)} for p in a.paragraphs]},
                                               "more": [{"title": h, "text": t} for h, t in TEASERS]}}, "page": "/[slug]", "buildId": "x7"}, ensure_ascii=False).replace("</", "<\\/")
    body = insert([f"<p class=\"ArticleBody_p__x81Qd\">{E(p)}</p>" for p in a.paragraphs],
                  [f"<div class=\"Figure_root__9aZ\"><span><img/></span><p class=\"Figure_legend__k2\">{E(a.caption)}</p></div>",
                   f"<div class=\"InlineCard_root__Ty2\"><a href=\"/1\"><p class=\"InlineCard_kicker__a\">Read next</p><p class=\"InlineCard_title__b\">{E(TEASERS[4][0])}</p><p class=\"InlineCard_text__c\">{E(TEASERS[4][1])}</p></a></div>",
                   f"<div class=\"Signup_root__M0\"><p class=\"Signup_text__u\">{E(NEWSLETTER)}</p></div>"], 2)
    cards = "".join(f"<div class=\"Card_root__W3 flex flex-col md:w-1/3\"><a href=\"/{i}\"><h3 class=\"Card_title__q\">{E(h)}</h3></a><p class=\"Card_text__r text-sm\">{E(t)}</p></div>" for i, (h, t) in enumerate(TEASERS))
    said = "".join(f"<div class=\"Thread_item__P\"><div class=\"Thread_who__Q\">{n}<span>{w}</span></div><p class=\"Thread_text__S\">{E(c)}</p><button>Reply</button></div>" for n, w, c in COMMENTS)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><title>{E(a.headline)} | Courier</title><meta name="description" content="“I only wanted toast,” says Gladys Ormerod"/><link rel="preload" href="/_next/static/css/a.css" as="style"/>{ld(a)}</head>
<body class="antialiased"><div id="__next"><div class="Layout_root__A1"><div class="Header_root__B2">{menu("div", "Header_links__C3", "div")}</div><div class="Ticker_root__Z9"><p>{E(TEASERS[2][0])}</p><p>{E(TEASERS[5][1])}</p></div>
<main class="Layout_main__D4"><div class="ArticleHead_root__E5"><h1 class="ArticleHead_title__F6">{E(a.headline)}</h1><div class="ArticleHead_meta__G7"><span>By </span><a href="/rp">Rosamund Pell</a><span>Tuesday, 4 March 2025</span></div></div><div class="ArticleBody_root__H8">{body}</div>
<div class="Thread_root__N"><h2>Conversation (3)</h2>{said}</div><div class="Rail_root__V2"><h2>Keep reading</h2><div class="grid grid-cols-3">{cards}</div></div></main>
<div class="Bar_root__J0 fixed bottom-0" aria-live="polite"><p>{E(COOKIES)}</p><button>OK</button></div><div class="Foot_root__K1"><p>{RIGHTS}</p></div></div></div>
<script id="__NEXT_DATA__" type="application/json">{data}</script><script src="/_next/static/chunks/main.js" defer=""></script></body></html>"""


def layout_builder(a):
    """Drupal of today: a region of blocks, each field in boxes, views of other stories, comments as articles, an alert above all."""
    body = insert([f"<p>{E(p)}</p>" for p in a.paragraphs],
                  [f"<article class=\"media media--type-image media--view-mode-full align-right\"><div class=\"field field--name-field-media-image\"><img/></div><div class=\"field field--name-field-caption field__item\">{E(a.caption)}</div></article>",
                   f"<div class=\"paragraph paragraph--type--related-story\"><div class=\"field__item\"><article class=\"node node--type-story node--view-mode-teaser\"><h2 class=\"node__title\"><a href=\"/1\">{E(TEASERS[4][0])}</a></h2><div class=\"node__content\"><p>{E(TEASERS[4][1])}</p></div></article></div></div>"])
    rows = "".join(f"<div class=\"views-row\"><article class=\"node node--type-story node--view-mode-teaser\"><h2><a href=\"/{i}\"><span class=\"field field--name-title\">{E(h)}</span></a></h2><div class=\"node__content\"><div class=\"field field--name-body field--label-hidden field__item\"><p>{E(t)} Residents of the valley have waited for weeks, and many say that they will wait no more.</p></div></div></article></div>" for i, (h, t) in enumerate(TEASERS))
    said = "".join(f"<article data-comment-user-id=\"0\" class=\"comment js-comment\"><footer class=\"comment__meta\"><p class=\"comment__author\">{n}</p><p class=\"comment__time\">{w}</p></footer><div class=\"comment__content\"><div class=\"field field--name-comment-body field--type-text-long\"><p>{E(c)}</p></div></div></article>" for n, w, c in COMMENTS)
    return f"""<!DOCTYPE html><html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta name="Generator" content="Drupal 10 (https://www.drupal.org)"/><title>{E(a.headline)} | Fenwright Public Radio</title></head><body class="path-node page-node-type-story">
<a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a><div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div class="layout-container"><div role="alert" class="site-alert"><p>Storm Agnes: all schools in Marrowby are shut. “Stay home,” says Chief Constable Odile Franks.</p></div>
<header role="banner"><div class="region region-header"><div class="block block-system-branding"><a href="/">Fenwright Public Radio</a></div><nav role="navigation">{menu("div", "menu")}</nav></div></header>
<main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div class="block block-core block-page-title-block"><h1 class="page-title"><span class="field field--name-title field--type-string field--label-hidden">{E(a.headline)}</span></h1></div>
<div class="block block-system block-system-main-block"><article data-history-node-id="412" class="node node--type-story node--promoted node--view-mode-full"><footer class="node__meta"><div class="node__submitted">By <span class="field field--name-uid"><a href="/u/9">Rosamund Pell</a></span>, 4 March 2025</div></footer>
<div class="node__content"><div class="layout layout--onecol"><div class="layout__region layout__region--content"><div class="block block-layout-builder block-field-blocknodestorybody"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{body}</div></div>
<div class="block block-layout-builder block-inline-blockbasic"><div class="clearfix text-formatted field field--name-body field__item"><p>{E(NEWSLETTER)}</p></div></div></div></div>
<section class="field field--name-comment field--type-comment comment-wrapper"><h2 class="title">Comments</h2>{said}</section></div></article></div>
<div class="views-element-container block block-views"><h2>More stories</h2><div class="view view-more view-id-more"><div class="view-content">{rows}</div></div></div></div></div></main>
<footer role="contentinfo"><div class="region region-footer"><p>{RIGHTS}</p></div></footer></div></div><div id="sliding-popup" class="eu-cookie-compliance-banner"><p>{E(COOKIES)}</p></div></body></html>"""


def fusion(a):
    """Arc XP: columns of features, a chain of cards below, an interstitial link and a video in the text, comments of a vendor already drawn."""
    body = insert([f"<p class=\"c-paragraph\">{E(p)}</p>" for p in a.paragraphs],
                  [f"<p class=\"c-paragraph interstitial-link\">[ <a href=\"/1\">{E(TEASERS[2][0])}</a> ]</p>",
                   f"<figure class=\"c-media-item\"><picture><img/></picture><figcaption class=\"c-media-item__fig-caption\"><span class=\"c-media-item__caption\">{E(a.caption)}</span></figcaption></figure>",
                   f"<div class=\"powa-wrapper video-wrapper\"><div class=\"powa-title\">{E(TEASERS[0][1])}</div></div>",
                   f"<div class=\"b-promo-block\"><h3 class=\"c-heading\">Start your day with us</h3><p class=\"c-paragraph\">{E(NEWSLETTER)}</p></div>"])
    items = "".join(f"<article class=\"b-results-list__wrapper\"><a class=\"c-link\" href=\"/{i}\"><h2 class=\"c-heading\">{E(h)}</h2></a><p class=\"c-paragraph\">{E(t)}</p><span class=\"c-attribution\"><span>By</span> Petra Van Alst</span><time class=\"c-date\" datetime=\"2025-03-02\">March 02, 2025</time></article>" for i, (h, t) in enumerate(TEASERS))
    said = "".join(f"<div class=\"viafoura__row\" data-id=\"{i}\"><span class=\"vf-name\">{n}</span><span class=\"vf-time\">{w}</span><div class=\"vf-text\"><p>{E(c)}</p></div></div>" for i, (n, w, c) in enumerate(COMMENTS))
    return f"""<!DOCTYPE html><html lang="en"><head><title>{E(a.headline)} - The Marrowby Star</title>{ld(a)}<script id="fusion-metadata" type="application/javascript">window.Fusion=window.Fusion||{{}};Fusion.globalContent={json.dumps({"headlines": {"basic": a.headline}, "content_elements": [{"type": "text", "content": p} for p in a.paragraphs]}, ensure_ascii=False).replace("</", "<" + chr(92) + "/")};</script></head>
<body class="b-body"><div id="fusion-app" class="fusion-app"><div class="b-right-rail"><nav class="c-nav b-header-nav-chain">{menu("div", "b-header-nav-chain__links", "span")}</nav><div class="b-right-rail__full-width-1"><div class="b-alert-bar"><a href="/x">{E(TEASERS[4][1])}</a></div></div>
<section class="b-right-rail__main" role="main" tabindex="-1"><div class="c-stack b-right-rail__main-left"><h1 class="b-headline">{E(a.headline)}</h1><h2 class="b-subheadline">A report from the valley</h2><div class="b-byline"><span class="b-byline__by">By</span> <span class="b-byline__names"><a href="/rp">Rosamund Pell</a></span></div><time class="c-date b-date" datetime="{a.day}T09:30:00Z">March 04, 2025 at 9:30AM GMT</time>
<article class="b-article-body">{body}</article><div class="c-stack b-author-bio"><div class="b-author-bio__content"><p class="c-paragraph b-author-bio__text">{E(BIO)}</p></div></div><div class="viafoura"><h3>Comments</h3>{said}</div>
<div class="c-stack b-results-list">{items}</div></div><aside class="c-stack b-right-rail__main-right-rail"><div class="b-top-table-list-xl-item"><h2>{E(TEASERS[5][0])}</h2><p>{E(TEASERS[5][1])}</p></div></aside></section>
<footer class="c-footer b-footer"><p class="b-footer__copy">{RIGHTS}</p></footer></div></div>{SCRIPT}</body></html>"""


def nested_tables(a):
    """The nineties: tables in tables, <font>, paragraphs parted by pairs of <br>, a guest book below in the same cell, headlines in a cell beside."""
    said = "<hr>".join(f"<b>{n}</b> wrote {w}:<br><i>{E(c)}</i><br>" for n, w, c in COMMENTS)
    side = "<br>".join(f"<font size=1 face=arial>&#149; <a href=\"{i}.html\">{E(h)}</a><br>{E(t)}</font><br>" for i, (h, t) in enumerate(TEASERS))
    return f"""<HTML><HEAD><TITLE>{E(a.headline)}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF LINK=#0000CC><CENTER><TABLE WIDTH=760 CELLPADDING=0 BORDER=0><TR><TD COLSPAN=3 BGCOLOR=#003366><FONT COLOR=white SIZE=6>The Fenwright Courier <I>online</I></FONT></TD></TR>
<TR><TD COLSPAN=3><FONT SIZE=2>{" | ".join(f'<A HREF="{m}.html">{m}</A>' for m in MENU)}</FONT></TD></TR><TR><TD WIDTH=120 VALIGN=top><TABLE><TR><TD><FONT SIZE=1>{"<BR>".join(f'<A HREF="{m}.html">{m}</A>' for m in MENU)}</FONT></TD></TR><TR><TD><FORM ACTION=s.cgi><INPUT NAME=q></FORM></TD></TR></TABLE></TD>
<TD VALIGN=top><TABLE CELLPADDING=6><TR><TD><FONT SIZE=5><B>{E(a.headline)}</B></FONT><BR><FONT SIZE=2>By ROSAMUND PELL, Courier staff</FONT><BR><FONT SIZE=1>Tuesday, March 4, 2025</FONT><P><FONT FACE="times" SIZE=3>{"<BR><BR>".join(E(p) for p in a.paragraphs)}</FONT><P>
<FONT SIZE=1><A HREF="mailto:r@courier.example">Mail this story</A></FONT></TD></TR></TABLE><TABLE WIDTH=100% BGCOLOR=#EEEEEE><TR><TD><FONT SIZE=2><B>Guest book</B><P>{said}</FONT></TD></TR></TABLE></TD>
<TD WIDTH=160 VALIGN=top BGCOLOR=#FFFFCC><FONT SIZE=2><B>Top stories</B></FONT><BR>{side}<P><FONT SIZE=1>“Best site on the Web,” says Netscan magazine</FONT></TD></TR></TABLE><FONT SIZE=1>{RIGHTS}</FONT></CENTER></BODY></HTML>"""


COPIES = []
PAGES = [wordpress, arc, brightspot, broadcaster, amp, table, drupal, ghost, forum, cookie_wall, paywall, tabloid, release, bare, divs, magazine, opinion, live,
         block_theme, next_data, layout_builder, fusion, nested_tables]
