import { flatRoutes } from '@remix-run/fs-routes';
import { layout, prefix, type RouteConfig } from '@remix-run/route-config';

/** The pages of one area: every file in its folder, named after its address. */
const area = (name: string) =>
  flatRoutes({
    rootDirectory: `routes/${name}`,
    ignoredRouteFiles: ['**/layout.tsx', '**/*.test.{ts,tsx}', '**/*.server.{ts,tsx}'],
  });

export default [
  // Anyone.
  layout('routes/site/layout.tsx', await area('site')),
  // Signed-in enterprises and buyers.
  ...prefix('account', [layout('routes/account/layout.tsx', await area('account'))]),
  // The authority's staff.
  ...prefix('bureau', [layout('routes/bureau/layout.tsx', await area('bureau'))]),
  // Machines: no pages; file names carry the whole address.
  ...(await area('api')),
] satisfies RouteConfig;
