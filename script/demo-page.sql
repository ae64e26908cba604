-- What script/demo-page.py reads: an article a line, as JSON.
\pset format unaligned
\pset tuples_only on
SELECT jsonb_build_object('slug', slug, 'published', published, 'html', news_html(body, published),
  'entities', coalesce((SELECT jsonb_agg(e) FROM news_rows(entities) e), '[]'),
  'quotes', coalesce((SELECT jsonb_agg(q) FROM news_rows(quotes) q), '[]'),
  'roles', coalesce((SELECT jsonb_object_agg(c.name, c.roles[1]) FROM news_cast(body) c WHERE c.kind = 'person' AND c.roles[1] IS NOT NULL), '{}'),
  'dates', coalesce((SELECT jsonb_agg(d) FROM news_rows(dates) d), '[]'))
FROM article WHERE body IS NOT NULL ORDER BY id;
