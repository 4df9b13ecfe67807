import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { pagesBySegment } from './pages-by-segment';
import { routeFinder } from './route-of';

const route = (id: string, parentId: string | undefined, path?: string, index?: boolean) => [
  id,
  { id, parentId, path, index, module: {} },
];
const routes = Object.fromEntries([
  route('root', undefined, ''),
  route('site', 'root'),
  route('home', 'site', undefined, true),
  route('search', 'site', 'search'),
  route('export', 'site', 'search/export.csv'),
  route('product', 'site', 'products/:code'),
  route('compare', 'site', 'products/compare'),
  route('any', 'site', '*'),
  route('account', 'root'),
  route('desk', 'account', 'account', true),
  route('lead', 'account', 'account/leads'),
  route('one-lead', 'lead', ':code'),
  route('api', 'root', 'api/v1/products/:code'),
]) as ServerBuild['routes'];
const build = { routes, assets: { routes } } as unknown as ServerBuild;
const whole = routeFinder(routes);
const given = pagesBySegment(build, (some) => some);

test.each([
  ['/', 'home'],
  ['/_root.data', 'home'],
  ['/search', 'search'],
  ['/search.data', 'search'],
  ['/Search/', 'search'],
  ['/search/export.csv', 'export'],
  ['/products/P-1', 'product'],
  ['/products/compare', 'compare'],
  ['/products/P-1/none', 'any'],
  ['/account', 'desk'],
  ['/account/leads/L-1.data', 'one-lead'],
  ['/api/v1/products/P-1', 'api'],
  ['/nothing/of/the/kind', 'any'],
  ['/%73earch', 'search'],
  ['//search', 'any'],
])('%s is answered by %s, as with all routes', (path, id) => {
  expect(routeFinder(given(path).routes)(path)).toBe(id);
  expect(whole(path)).toBe(id);
});

test('an address is matched against the routes of its segment only, and scripts are told of no other', () => {
  const { routes: some, assets } = given('/search');
  expect(Object.keys(some)).toEqual(['root', 'site', 'home', 'search', 'export', 'any']);
  expect(Object.keys(assets.routes)).toEqual(Object.keys(some));
});

test('an address of no segment, and one with escaped characters, is matched against all', () => {
  for (const path of ['/nothing', '/%73earch', '/__manifest']) expect(given(path)).toBe(build);
});
