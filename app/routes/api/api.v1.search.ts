import { readApiSearch } from '~/domain/search/api-search';
import { searchForMachines } from '~/domain/search/public-search.server';
import { problem } from '~/http.server';
import { guard } from '~/session/guard.server';

export const loader = guard('public', async ({ request }) => {
  const asked = readApiSearch(new URL(request.url).searchParams);
  if (!asked.ok) return problem(400, 'Bad parameters', asked.detail);
  return Response.json(await searchForMachines(asked.data));
});
