import { robotsText } from '~/domain/open-data/sitemap.server';
import { siteUrl } from '~/env.server';
import { guard } from '~/session/guard.server';

export const loader = guard('public', async () => {
  return new Response(robotsText(siteUrl()), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  });
});
