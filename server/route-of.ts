import { matchRoutes } from '@remix-run/react';
import type { ServerBuild } from '@remix-run/node';
import { LRUCache } from 'lru-cache';

type Node = { id: string; path?: string; index?: boolean; caseSensitive?: boolean; children?: Node[] };
const longestPath = 300;

function tree(routes: ServerBuild['routes'], parentId?: string): Node[] {
  return Object.values(routes)
    .filter((route) => route?.parentId === parentId)
    .map((route) => {
      const { id, path, index, caseSensitive } = route!;
      const children = tree(routes, id);
      return { id, path, index, caseSensitive, children: children.length ? children : undefined };
    });
}

/**
 * Tells the Remix route id of a path (`routes/site/products.$code`), `none` when no route answers. Never the path
 * itself: that would make a time series of every address somebody thinks of.
 */
export function routeFinder(routes: ServerBuild['routes']): (path: string) => string {
  const known = new LRUCache<string, string>({ max: 2_000 });
  const nodes = tree(routes);
  return (path) => {
    if (path.length > longestPath) return 'none';
    const before = known.get(path);
    if (before) return before;
    const page = path === '/_root.data' ? '/' : path.replace(/\.data$/, '');
    // index routes and plain ones differ in their node types
    const id = matchRoutes(nodes as Parameters<typeof matchRoutes>[0], page)?.at(-1)?.route.id ?? 'none';
    known.set(path, id);
    return id;
  };
}
