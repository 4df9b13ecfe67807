import { problem } from '~/http.server';
import { guard } from '~/session/guard.server';

/** What the interface for machines does not have: said to machines, not with a page. */
export const loader = guard('public', () =>
  Promise.resolve(problem(404, 'Not found', 'There is no such address; /open-data names them.')),
);
