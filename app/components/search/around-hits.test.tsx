import { createRemixStub } from '@remix-run/testing';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { aProductRow, aResult } from '#tests/search/result';
import { readDirectoryQuery } from '~/domain/search/directory-query';
import type { DirectoryResult } from '~/domain/search/directory-result';
import { readSearchQuery } from '~/domain/search/search-query';
import type { SearchResult } from '~/domain/search/search-result';
import { MeantFor } from './meant-for';
import { DirectoryResults } from './directory-results';
import { NoHits, type NoHitsProps } from './no-hits';
import { Partly } from './partly';
import { SearchResults } from './search-results';
import { TypeTabs } from './type-tabs';

afterEach(cleanup);

function show(content: React.ReactNode) {
  const Stub = createRemixStub([{ path: '/', Component: () => <>{content}</> }]);
  return render(<Stub />).container;
}
const links = (within: Element) =>
  [...within.querySelectorAll('a')].map(
    (link) => [link.textContent, decodeURIComponent(link.getAttribute('href')!)] as const,
  );

/** The page without hits: its title, its buttons and all of it. */
function noHits(asked: string, given: Partial<SearchResult>, counts?: NoHitsProps['counts']) {
  cleanup();
  const { query } = readSearchQuery(new URLSearchParams(asked));
  const page = show(
    <NoHits place="search" query={query} result={aResult({ total: 0, ...given })} counts={counts} />,
  );
  return {
    title: page.querySelector('h2')!.textContent,
    buttons: links(page.querySelector('.actions')!),
    page,
  };
}

test('conditions that leave nothing are cleared with one button, if the words alone find something', () => {
  const asked = 'q=储能&district=雁塔区&priceMin=1&yearMin=2024';
  const found = noHits(asked, { counts: { product: 1234, scenario: 0 } });
  expect(found.title).toBe('没有找到与“储能”有关的内容');
  expect(found.buttons).toEqual([
    ['去掉全部条件，看 1,234 项', '/search?q=储能&type=product'],
    ['全部产品', '/products'],
  ]);
  expect(found.page.textContent).toContain('减少条件');
  expect(noHits(asked, {}).buttons).toEqual([['全部产品', '/products']]);
  const plain = noHits('q=储能', { counts: { product: 4, scenario: 0 } });
  expect(plain.buttons).toEqual([['全部产品', '/products']]);
  expect(plain.page.textContent).not.toContain('减少条件');
});

/** The list itself, with what stands beside it. */
function list(asked: string, given: Partial<SearchResult>) {
  cleanup();
  const { query } = readSearchQuery(new URLSearchParams(asked));
  return show(
    <SearchResults place="search" query={query} ignored={[]} result={aResult(given)} pageSize={20} />,
  );
}

test('where the words alone find nothing there is nothing to choose, and the search can be saved', () => {
  const nothing = list('q=储能', { total: 0 });
  expect(nothing.querySelector('form.facets')).toBeNull();
  expect(links(nothing.querySelector('.empty')!)).toContainEqual([
    '保存搜索，有新结果时通知我',
    '/account/searches/new?q=储能&type=product',
  ]);
  expect(list('q=储能&district=雁塔区', { total: 0 }).querySelector('form.facets')).not.toBeNull();
  expect(list('q=储能', { total: 1 }).querySelector('form.facets')).not.toBeNull();
});

test('with a keyboard one gets past the conditions to the results', () => {
  const page = list('q=储能', { total: 1 });
  const link = page.querySelector('form.facets a')!;
  expect(link.textContent).toBe('跳到结果');
  expect(page.querySelector(link.getAttribute('href')!)!.getAttribute('aria-label')).toBe('结果');
});

test('a page beyond the last says how many there are', () => {
  const beyond = list('q=储能&page=99', { total: 31 });
  expect(beyond.querySelector('.empty')!.textContent).toBe('没有这一页一共只有 2 页。回到第一页');
  expect(beyond.querySelector('.pages')).toBeNull();
});

test('the other type is one button away, without the conditions of this one', () => {
  const counts = { product: 3, scenario: 2 };
  expect(noHits('q=储能&type=product&district=雁塔区&sort=price', { counts }).buttons).toContainEqual([
    '看相关的 2 项场景',
    '/search?q=储能&type=scenario',
  ]);
  expect(noHits('q=储能&type=scenario&sort=budget', { counts }).buttons).toEqual([
    ['看相关的 3 项产品', '/search?q=储能&type=product'],
    ['全部场景', '/scenarios'],
  ]);
  const withoutWords = noHits('district=雁塔区', { counts });
  expect(withoutWords.title).toBe('没有符合条件的内容');
  expect(withoutWords.buttons.map(([label]) => label)).toEqual(['去掉全部条件，看 3 项', '全部产品']);
});

test('publications and organisations that answer the words are a button each', () => {
  expect(noHits('q=储能', {}, { publication: 1, organisation: 5 }).buttons).toEqual([
    ['看相关的 1 个批次', '/search?q=储能&type=publication'],
    ['看相关的 5 家单位', '/search?q=储能&type=organisation'],
    ['全部产品', '/products'],
  ]);
  expect(noHits('q=储能', {}, { publication: 0, organisation: 0 }).buttons).toHaveLength(1);
});

test('words near those that found nothing are links', () => {
  const near = [
    { type: 'product' as const, label: '储能电站', url: '/search?q=储能电站' },
    { type: 'product' as const, label: '储热', url: '/search?q=储热' },
  ];
  const { page } = noHits('q=储能殿', { near });
  expect(page.textContent).toContain('也许在找：');
  expect(links(page)).toEqual(expect.arrayContaining(near.map(({ label, url }) => [label, url])));
  expect(noHits('q=储能殿', {}).page.textContent).not.toContain('也许在找');
});

test('a hit that meets only a part says so, and what it lacks', () => {
  expect(show(<Partly pieces={['夜航', '防爆']} />).textContent).toBe('部分符合没有：夜航、防爆');
  cleanup();
  expect(show(<Partly pieces={[]} />).textContent).toBe('');
  cleanup();
  expect(show(<Partly pieces={undefined} />).textContent).toBe('');
});

const counts = { product: 1234, scenario: 2, publication: 0, organisation: 5 };

test('the same words are a tab for each type, one of them the current', () => {
  const tabs = show(<TypeTabs q="储能" current="publication" counts={counts} />);
  expect(screen.getByRole('navigation', { name: '结果种类' })).toBeTruthy();
  expect(links(tabs)).toEqual([
    ['产品 1,234', '/search?q=储能&type=product'],
    ['场景 2', '/search?q=储能&type=scenario'],
    ['批次 0', '/search?q=储能&type=publication'],
    ['单位 5', '/search?q=储能&type=organisation'],
  ]);
  expect([...tabs.querySelectorAll('[aria-current=page]')].map((tab) => tab.textContent)).toEqual(['批次 0']);
  cleanup();
  const scenarios = show(<TypeTabs q="储能" current="scenario" counts={counts} />);
  expect(scenarios.querySelector('[aria-current=page]')!.textContent).toBe('场景 2');
});

test('without words the tabs are the plain lists in their usual order', () => {
  expect(links(show(<TypeTabs q="" current="product" counts={counts} />)).map(([, href]) => href)).toEqual([
    '/search',
    '/search?type=scenario',
    '/search?type=publication',
    '/search?type=organisation',
  ]);
});

test('the scenario that the words describe stands above the products that are meant for it', () => {
  const products = [aProductRow('P-UAV-01', '多旋翼无人机'), aProductRow('P-UAV-02', '系留无人机')];
  show(<MeantFor code="S-UXV-01" title="林区巡检" products={products} />);
  const section = screen.getByRole('region', { name: '也许用得上的产品' });
  expect(section.querySelector('p')!.textContent).toBe(
    '你说的事与这个场景相近，下面的产品是企业为它准备的：林区巡检',
  );
  expect(within(section).getByRole('link', { name: '林区巡检' }).getAttribute('href')).toBe(
    '/scenarios/S-UXV-01',
  );
  const list = within(section).getByRole('list', { name: '也许用得上的产品' });
  expect(links(list).filter(([, href]) => href.startsWith('/products/'))).toEqual([
    ['多旋翼无人机', '/products/P-UAV-01'],
    ['系留无人机', '/products/P-UAV-02'],
  ]);
});

/** The tab of publications or organisations that an address asks for. */
function directory(asked: string, given: Partial<DirectoryResult> = {}) {
  cleanup();
  const { query, ignored } = readDirectoryQuery(new URLSearchParams(asked))!;
  const result = {
    total: 0,
    facets: {},
    publications: [],
    organisations: [],
    highlights: {},
    near: [],
    ...given,
  };
  return show(
    <DirectoryResults query={query} ignored={ignored} result={result} pageSize={20} counts={counts} />,
  );
}
const anOrganisation = {
  code: 'E07',
  name: '西安云鹞航空（示例）有限公司',
  shortName: '云鹞航空',
  kind: 'enterprise' as const,
  category: null,
  district: null,
  industry: null,
};

test('publications and organisations have their orders, which their facets keep, and their files', () => {
  const page = directory('type=organisation&q=云鹞&sort=name&kind=enterprise', {
    total: 1,
    organisations: [anOrganisation],
  });
  expect(links(page.querySelector('.sort')!)).toEqual([
    ['相关', '/search?q=云鹞&type=organisation&kind=enterprise'],
    ['名称', '/search?q=云鹞&type=organisation&kind=enterprise&sort=name'],
  ]);
  expect(page.querySelector('.sort [aria-current=true]')!.textContent).toBe('名称');
  expect(links(page).filter(([, href]) => href.includes('export'))).toEqual([
    ['导出 CSV', '/search/export.csv?q=云鹞&type=organisation&kind=enterprise&sort=name'],
    ['导出 Excel', '/search/export.xlsx?q=云鹞&type=organisation&kind=enterprise&sort=name'],
  ]);
  expect(page.querySelector<HTMLInputElement>('input[type=hidden][name=sort]')!.value).toBe('name');
  const plain = directory('type=organisation', { total: 1, organisations: [anOrganisation] });
  expect(links(plain.querySelector('.sort')!)).toEqual([['名称', '/search?type=organisation']]);
  expect(plain.querySelector('input[type=hidden][name=sort]')).toBeNull();
});

test('a list that holds nothing helps as the others do', () => {
  const near = [{ type: 'organisation' as const, label: '云鹞航空', url: '/organisations/E07' }];
  const page = directory('type=organisation&q=云耀&district=雁塔区&sort=name', { near });
  expect(page.querySelector('h2')!.textContent).toBe('没有找到与“云耀”有关的内容');
  expect(links(page.querySelector('.actions')!)).toEqual([
    ['去掉全部条件，看 5 项', '/search?q=云耀&type=organisation&sort=name'],
    ['看相关的 1,234 项产品', '/search?q=云耀&type=product'],
    ['看相关的 2 项场景', '/search?q=云耀&type=scenario'],
    ['全部单位', '/search?type=organisation'],
  ]);
  expect(page.textContent).toContain('也许在找：云鹞航空');
  expect(page.textContent).toContain('减少条件');
  expect(page.textContent).toContain('批次和单位按名称、编号、行业和所在区县查找');
  expect(page.querySelector('.sort')).toBeNull();
});
