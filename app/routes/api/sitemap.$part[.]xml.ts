import { sitemapPart } from '~/domain/open-data/sitemap.server';
import { siteUrl } from '~/env.server';
import { problem } from '~/http.server';
import { guard } from '~/session/guard.server';

export const loader = guard('public', async ({ params }) => {
  const text = await sitemapPart(params.part ?? '', siteUrl());
  if (!text) return problem(404, 'Not found');
  return new Response(text, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  });
});
