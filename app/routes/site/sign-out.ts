import { redirectTo } from '~/http.server';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { endSession } from '~/session/session.server';

export const loader = guard('public', () => redirectTo(paths.home()));

export const action = guard('public', async ({ request }) =>
  redirectTo(paths.home(), { 'Set-Cookie': await endSession(request) }),
);
