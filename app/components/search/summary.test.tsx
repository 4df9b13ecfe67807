import { createRemixStub } from '@remix-run/testing';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { aProductRow, aResult } from '#tests/search/result';
import { readSearchQuery } from '~/domain/search/search-query';
import type { SearchResult } from '~/domain/search/search-result';
import { getLocale, overwriteGetLocale } from '~/paraglide/runtime';
import { Pills } from '../pills';
import { pillsOf } from './conditions';
import { Summary } from './summary';

const usual = getLocale;
afterEach(() => {
  cleanup();
  overwriteGetLocale(usual);
});

test('the dates of a condition are one word each, in the sentence and in its pill', () => {
  const { query } = readSearchQuery(new URLSearchParams({ q: '储能 下月截止', type: 'scenario' }));
  const inferred: SearchResult['inferred'] = [
    {
      key: 'deadline',
      said: '下月截止',
      filters: { closesFrom: 20261201, closesTo: 20261231 },
      applied: true,
    },
  ];
  const result = aResult({ inferred });
  const datesIn = (content: React.ReactNode) => {
    const Stub = createRemixStub([{ path: '/', Component: () => <>{content}</> }]);
    const { container } = render(<Stub />);
    return [...container.querySelectorAll('.date')].map((date) => date.textContent);
  };
  const days = ['2026年12月1日', '2026年12月31日'];
  expect(datesIn(<Summary place="search" query={query} result={result} />)).toEqual(days);
  expect(datesIn(<Pills pills={pillsOf(query, 'search', inferred)} />)).toEqual(days);
});

/** The sentence above the results of a search. */
function sentence(asked: string, given: Partial<SearchResult>) {
  const { query } = readSearchQuery(new URLSearchParams(asked));
  const result = aResult(given);
  const Stub = createRemixStub([
    { path: '/', Component: () => <Summary place="search" query={query} result={result} /> },
  ]);
  render(<Stub />);
  return screen.getByRole('status').textContent;
}
const addressOf = (link: string) =>
  decodeURIComponent(screen.getByRole('link', { name: link }).getAttribute('href')!);
const condition = (given: Partial<SearchResult['inferred'][number]>): SearchResult['inferred'][number] => ({
  key: 'district',
  said: '雁塔',
  filters: { district: ['雁塔区'] },
  applied: true,
  ...given,
});

test('it says how many of what there are, and how many recognitions are in force', () => {
  const facets = { recognised: { valid: 1200, expired: 3, none: 5 } };
  expect(sentence('', { total: 1208, facets })).toBe('共 1,208 项产品；1,200 项认定在有效期内，3 项已到期。');
  cleanup();
  expect(sentence('q=无人机&recognised=valid', { total: 2, facets })).toBe(
    '共 2 项产品与“无人机”有关，认定为在有效期内。',
  );
  cleanup();
  expect(sentence('type=scenario', { total: 7, facets })).toBe('共 7 项场景。');
  cleanup();
  expect(sentence('q=巡检&type=scenario', { total: 7 })).toBe('共 7 项场景与“巡检”有关。');
});

test('it says how many name no price or no budget, and leads to the list with them', () => {
  const asked = 'q=储能&priceMin=10&priceMax=20&district=雁塔区';
  expect(sentence(asked, { withoutAmount: 1234 })).toContain('另有 1,234 项未公开单价，没有列入。');
  expect(addressOf('去掉范围条件，一并列出')).toBe('/search?q=储能&type=product&district=雁塔区');
  cleanup();
  expect(sentence('type=scenario&budgetMax=20', { withoutAmount: 4 })).toContain(
    '另有 4 项预算待定，没有列入。',
  );
  expect(addressOf('去掉范围条件，一并列出')).toBe('/search?type=scenario');
  cleanup();
  expect(sentence('yearMin=2024', { withoutYear: 6 })).toContain('另有 6 项没有认定，没有列入。');
  expect(addressOf('去掉范围条件，一并列出')).toBe('/search');
  cleanup();
  sentence(asked, {});
  expect(screen.queryByRole('link')).toBeNull();
});

test('what two ranges leave out is told in turn, with one way to the list with all of it', () => {
  const text = sentence('priceMax=20&yearMin=2024', { withoutAmount: 5, withoutYear: 6 });
  expect(text).toContain(
    '另有 5 项未公开单价，没有列入。另有 6 项没有认定，没有列入。去掉范围条件，一并列出。',
  );
  expect(addressOf('去掉范围条件，一并列出')).toBe('/search');
});

test('a range reads the same, whether the words set it or the form', () => {
  const amount = condition({ key: 'amount', said: '500万以内', filters: { priceMax: 500_000_000 } });
  expect(sentence('q=储能 500万以内', { inferred: [amount] })).toContain('，单价不超过 500');
  cleanup();
  expect(sentence('q=储能&priceMax=500', {})).toContain('，单价不超过 500');
});

test('a range that the words set is taken off with those of the form', () => {
  const amount = condition({ key: 'amount', said: '500万以内', filters: { priceMax: 500_000_000 } });
  sentence('q=储能 500万以内', { withoutAmount: 2, inferred: [amount, condition({})] });
  expect(addressOf('去掉范围条件，一并列出')).toBe('/search?q=储能+500万以内&type=product&without=amount');
});

test('conditions that nothing fits are said to be let go', () => {
  const letGo = [
    condition({ applied: false, letGo: true }),
    condition({ key: 'year', said: '2024年', applied: false, letGo: true }),
  ];
  const said = '没有符合“雁塔、2024年”的，这一条已放宽。';
  expect(sentence('q=储能 雁塔', { inferred: letGo })).toContain(said);
  cleanup();
  expect(sentence('q=储能 雁塔', { total: 0, inferred: letGo })).not.toContain('放宽');
});

test('a condition that was taken off can be put back', () => {
  const inferred = [
    condition({ applied: false }),
    condition({ key: 'year', said: '2024年', applied: false }),
  ];
  expect(sentence('q=储能 雁塔 2024年&without=district&without=year', { inferred })).toBe(
    '共 1 项产品与“储能 雁塔 2024年”有关。没有按“雁塔”筛选。恢复。没有按“2024年”筛选。恢复。',
  );
  const back = screen.getAllByRole('link', { name: '恢复' }).map((link) => link.getAttribute('href')!);
  expect(back.map((href) => new URLSearchParams(href.split('?')[1]).getAll('without'))).toEqual([
    ['year'],
    ['district'],
  ]);
});

test('it says what was understood and what stands further behind', () => {
  const read = { understood: ['无人机', '巡检'], excluded: ['摄像头', '固定翼'] };
  const byWords = sentence('q=wrj 不要摄像头', read);
  expect(byWords).toContain('按“无人机、巡检”查找。');
  expect(byWords).toContain('写着“摄像头、固定翼”的靠后。');
  expect(byWords).not.toContain('只');
  cleanup();
  const byPrice = sentence('q=wrj 不要摄像头&sort=price', read);
  expect(byPrice).toContain('只有按相关程度排列时，写着“摄像头、固定翼”的才会靠后。');
  expect(byPrice).toContain('按其他方式排序时，只列出与搜索词大部分相符的。');
});

test('it says when nothing on the page meets all that was asked', () => {
  const products = [aProductRow('P-UAV-01', '多旋翼无人机'), aProductRow('P-UAV-02', '系留无人机')];
  const said = '没有完全符合的，以下各项只符合一部分。';
  const partly = { 'p-uav-01': ['夜航'], 'p-uav-02': ['夜航'] };
  expect(sentence('q=夜航无人机', { products, partly })).toContain(said);
  cleanup();
  expect(sentence('q=夜航无人机', { products, partly: { 'p-uav-01': ['夜航'] } })).not.toContain(said);
  cleanup();
  expect(sentence('q=夜航无人机', { partly })).not.toContain(said);
  // other pages and orders show some of the hits, not the best
  for (const other of ['page=2', 'sort=newest']) {
    cleanup();
    const some = { total: 40, products, partly };
    expect(sentence(`q=夜航无人机&${other}`, some)).not.toContain(said);
  }
  cleanup();
  expect(sentence('q=夜航无人机&sort=newest', { total: 2, products, partly })).toContain(said);
});

test('what was let go is told once: that hits lack it is no second sentence', () => {
  const inferred = [condition({ applied: false, letGo: true })];
  const products = [aProductRow('P-UAV-01', '多旋翼无人机')];
  const said = '没有完全符合的';
  const letGoOnly = { inferred, products, partly: { 'p-uav-01': ['雁塔'] } };
  expect(sentence('q=无人机 雁塔', letGoOnly)).not.toContain(said);
  cleanup();
  const both = { inferred, products, partly: { 'p-uav-01': ['夜航', '雁塔'] } };
  expect(sentence('q=夜航无人机 雁塔', both)).toContain(said);
});

test('a batch that the words name, or the address, is said in both languages', () => {
  const said = (address: string) => {
    const inferred = [
      condition({
        key: 'batch',
        said: '2024年第二批',
        filters: { batch: ['2024-2'] },
        applied: address === 'q=2024年第二批',
      }),
    ];
    const text = sentence(address, { inferred });
    cleanup();
    return text;
  };
  expect(said('q=2024年第二批')).toContain('，2024年第二批');
  expect(said('type=scenario&batch=3')).toContain('批次为第三批');
  overwriteGetLocale(() => 'en');
  expect(said('q=2024年第二批')).toContain('2024, batch 2');
  expect(said('type=scenario&batch=3')).toContain('List: batch 3');
});

test('what is of the industry that the words name is counted, and offered alone', () => {
  const field = { facet: 'industry', name: '新材料' } as const;
  const found = { total: 67, field, facets: { industry: { 新材料: 17, 光子: 50 } } };
  expect(sentence('q=新材料&district=雁塔区', found)).toContain('其中 17 项的行业为“新材料”。只看这些。');
  expect(addressOf('只看这些')).toBe('/search?q=新材料&type=product&district=雁塔区&industry=新材料');
  cleanup();
  // nothing to offer where it is chosen already, is all there is, or another order holds
  expect(sentence('q=新材料&industry=新材料', found)).not.toContain('其中 17 项');
  cleanup();
  expect(sentence('q=新材料', { ...found, total: 17 })).not.toContain('其中 17 项');
  cleanup();
  expect(sentence('q=新材料&sort=newest', found)).not.toContain('其中 17 项');
  cleanup();
  overwriteGetLocale(() => 'en');
  expect(sentence('q=New+materials', found)).toContain('Industry “New materials”: 17. List only');
});
