import { readApiSearch } from '~/domain/search/api-search';
import { searchForMachines } from '~/domain/search/public-search.server';
import { termsInUse } from '~/domain/search/terms-in-use.server';
import { problem } from '~/http.server';
import { guard } from '~/session/guard.server';

export const loader = guard('public', async ({ request }) => {
  const params = new URL(request.url).searchParams;
  const asked = readApiSearch(params, await termsInUse(params));
  if (!asked.ok) return problem(400, 'Bad parameters', asked.detail);
  return Response.json(await searchForMachines(asked.data));
});
