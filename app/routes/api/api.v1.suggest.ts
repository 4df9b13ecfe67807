import { suggestForBox } from '~/domain/search/public-search.server';
import { problem } from '~/http.server';
import { guard } from '~/session/guard.server';

const longest = 100;

export const loader = guard('public', async ({ request }) => {
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim();
  if (q.length > longest) return problem(400, 'Bad parameters', `q: at most ${longest} characters`);
  return Response.json({ suggestions: q ? await suggestForBox(q) : [] });
});
