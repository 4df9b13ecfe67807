import { sitemapIndex } from '~/domain/open-data/sitemap.server';
import { siteUrl } from '~/env.server';
import { guard } from '~/session/guard.server';

export const loader = guard('public', async () => {
  return new Response(await sitemapIndex(siteUrl()), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  });
});
