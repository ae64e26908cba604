-- Text as archives hold it: spans count the stored body, names and quotes print clean.

-- References and tags; a tag ends no word, and a mention runs over the markup in it.
SELECT span, mention, kind, name, substr(body, lower(span), upper(span) - lower(span)) = mention AS there
FROM (SELECT '<p>&ldquo;We&rsquo;ll rebuild,&rdquo; <a href="/t/1?a=b&amp;c">Ana</a> <b>Ru&iacute;z</b> said.</p><p>She leads AT&amp;T.</p>') a(body), news_find_entities(body);
SELECT quote, speaker_name, speaker_mention, span
FROM news_find_quotes('<p>&ldquo;We&rsquo;ll <em>rebuild</em> the&nbsp;bridge,&rdquo; <a href="/t/1?a=b&amp;c">Ana Ru&iacute;z</a> said.</p>');

-- Escaped twice, misread, a string of JSON, Markdown, escaped tags: the same sentence.
SELECT what, quote, speaker_name
FROM (VALUES ('twice', '&amp;ldquo;We will rebuild it,&amp;rdquo; Ana Ruiz said.'),
  ('misread', 'â€œWe will rebuild it,â€ Ana Ruiz said.'),
  ('json', '"\u201cWe will rebuild it,\u201d Ana Ruiz said.\n\nThe end."'),
  ('markdown', '“We will *rebuild* it,”[1] **[Ana Ruiz](https://town.example/ruiz)** said.'),
  ('escaped', '&lt;p&gt;&quot;We will rebuild it,&quot; Ana Ruiz said.&lt;/p&gt;'),
  ('no width', E'\ufeff“We will re\u00adbuild it,” \u200bAna Ru\u200biz said.'),
  ('control', E'\u0093We will rebuild it,\u0094 Ana Ruiz said.')) v(what, body), news_find_quotes(body);

-- Signs that mark nothing.
SELECT mention, kind FROM news_find_entities('Profits at AT&T were < 5 % & costs <b and up, Ana Ruiz <ana@town.example> wrote; R&D; too, f*** it.');

-- Of a whole page the article is read; the rest is boilerplate.
CREATE TEMP TABLE page AS SELECT '<!DOCTYPE html><html><head><title>Bridge reopens | Post</title><script>var a = "<p>Ivan Petrov said “no”</p>";</script></head><body>'
  '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav><main><article><h1>River bridge reopens after storm</h1>'
  '<p class="byline">By Nadia Ferris</p><time datetime="2024-05-03T18:20">3 May</time>'
  '<figure><img src="data:image/png;base64,iVBORw0KGgo="><figcaption>Cars cross the bridge.</figcaption></figure>'
  '<p>The river bridge opened again on Friday after the storm, the city of Tallinn said in a statement to the press.</p>'
  '<p>“We will inspect the deck on Monday,” said the engineer <a href="/tamm">Rein Tamm</a>, who leads the work on the bridge.</p>'
  '<h2>What happens next</h2>'
  '<p>Cars crossed from noon, and buses will follow in the course of the week, the council added on its own page.</p>'
  '<aside><p>Read more: “The storm of the century,” said Otto Kask, in pictures and in the words of those who saw it come.</p></aside>'
  '</article></main><footer><p>© Post, Peeter Saar said</p></footer></body></html>' AS body;
SELECT kind, regexp_replace(substr(body, lower(span), upper(span) - lower(span)), '\s+', ' ', 'g') AS text FROM page, news_find_sections(body) WHERE kind <> 'boilerplate';
SELECT count(*) > 0 AS boilerplate FROM page, news_find_sections(body) WHERE kind = 'boilerplate';
SELECT quote, speaker_name FROM page, news_find_quotes(body);
SELECT mention, name FROM page, news_find_entities(body);
-- A relative day counts from <time datetime>, when nothing else says one.
SELECT mention, value FROM page, news_find_dates(body);
SELECT news_entities('<html><body><ul><li><a href="/">Ana Ruiz</a></li></ul><p>Nothing here, Ana.</p></body></html>') AS no_article;
