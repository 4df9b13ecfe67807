import { findScenarioRecord } from '~/domain/scenarios/scenario-record.server';
import { problem } from '~/http.server';
import { guard } from '~/session/guard.server';

export const loader = guard('public', async ({ params }) => {
  const found = await findScenarioRecord(params.code ?? '');
  return found ? Response.json(found) : problem(404, 'No such scenario', 'No public scenario has this code.');
});
