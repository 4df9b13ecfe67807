import { searchFeed } from '~/domain/searches/feed.server';
import { problem } from '~/http.server';
import { guard } from '~/session/guard.server';

/** What a saved search has found, for feed readers. The address is the key: it is told to nobody but who saved it. */
export const loader = guard('public', async ({ params }) => {
  const feed = await searchFeed(params.token ?? '');
  if (!feed) return problem(404, 'Not found');
  return new Response(feed, {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': 'private, max-age=300',
    },
  });
});
