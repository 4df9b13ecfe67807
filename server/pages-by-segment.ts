import type { ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];
type Route = NonNullable<Routes[string]>;

/** The first segment of the addresses that a route answers (`search`, '' for the home page); undefined: any. */
function segmentOf(route: Route, routes: Routes): string | undefined {
  const above = routes[route.parentId ?? ''];
  const first = (above ? segmentOf(above, routes) : '') || route.path?.split('/')[0] || '';
  return /^[:*]|\?$/.test(first) ? undefined : first.toLowerCase();
}

/** The build with only those routes, and all that they lie within. */
function only(chosen: readonly Route[], build: ServerBuild): ServerBuild {
  const { routes, assets } = build;
  const ids = new Set<string>();
  for (let route of chosen as (Route | undefined)[])
    for (; route; route = routes[route.parentId ?? '']) ids.add(route.id);
  const pick = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
  return { ...build, routes: pick(routes), assets: { ...assets, routes: pick(assets.routes) } };
}

/**
 * What answers a path: `make` is called once for each first segment, with a build of the routes that can answer there
 * and the home page's. Remix matches an address four times a page against every route it is given, and lays all of
 * them out for rendering. Paths of no segment (not found, escaped characters, the manifest) get the whole build.
 */
export function pagesBySegment<Answer>(
  build: ServerBuild,
  make: (build: ServerBuild) => Answer,
): (path: string) => Answer {
  // a layout comes with the pages that lie within it
  const routes = Object.values(build.routes).filter(
    (route) => route && (route.index || route.path !== undefined),
  ) as Route[];
  const segments = routes.map((route) => segmentOf(route, build.routes));
  const under = (segment: string) =>
    routes.filter((_, at) => ['', segment, undefined].includes(segments[at]));
  const whole = make(build);
  const answers = new Map(
    [...new Set(segments)]
      .filter((segment) => segment !== undefined)
      .map((segment) => [segment, make(only(under(segment), build))]),
  );
  return (path) => {
    if (path === '/' || path === '/_root.data') return answers.get('') ?? whole;
    const segment = path
      .split('/')[1]
      ?.replace(/\.data$/, '')
      .toLowerCase();
    return (segment && answers.get(segment)) || whole;
  };
}
