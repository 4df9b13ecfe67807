import { createRemixStub } from '@remix-run/testing';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ComparedProduct } from '~/domain/products/compare';
import ComparePage from './route';
import { ComparisonTable } from './table';

afterEach(cleanup);

const aProduct = (code: string, given: Partial<ComparedProduct> = {}): ComparedProduct => ({
  code,
  name: `产品${code}`,
  kind: 'first-unit',
  industry: '无人机',
  maturity: null,
  organisationName: '西安云鹞航空（示例）有限公司',
  organisationCode: 'E-01',
  district: '雁塔区',
  recognition: null,
  priceMin: null,
  priceMax: null,
  priceUnit: null,
  buyers: 0,
  users: 0,
  model: null,
  trl: null,
  leadTimeDays: null,
  trialPolicy: null,
  trialNote: null,
  warranty: null,
  serviceAreas: [],
  reported: false,
  specifications: [],
  ...given,
});
const specification = (name: string, value: string, meaning = value) => ({
  name,
  value,
  line: name,
  meaning,
});
const two = [
  aProduct('P-UAV-01', {
    warranty: '两年',
    specifications: [
      specification('额定功率', '100 kW', '100000 W'),
      specification('续航时间', '40 min'),
      specification('防护等级', 'IP67'),
    ],
  }),
  aProduct('P-UAV-02', {
    specifications: [specification('额定功率', '0.1 MW', '100000 W'), specification('续航时间', '55 min')],
  }),
];

function table(products: ComparedProduct[], onlyDifferences: boolean) {
  cleanup();
  const Stub = createRemixStub([
    { path: '/', Component: () => <ComparisonTable products={products} onlyDifferences={onlyDifferences} /> },
  ]);
  render(<Stub />);
  const rows = [...screen.getByRole('table').querySelectorAll('tbody tr:not(.group)')];
  const heads = rows.map((row) => row.querySelector('th')!.textContent);
  return { rows, heads, marked: rows.filter((row) => row.className === 'differs') };
}

test('a line that differs says so in words, and only such a line', () => {
  const { rows, heads, marked } = table(two, false);
  expect(marked.map((row) => row.querySelector('th')!.textContent)).toEqual(['续航时间 不同']);
  expect(marked[0]!.querySelector('.mark')!.textContent).toBe(' 不同');
  // the same meant, the same said, said by one alone
  expect(heads).toEqual(expect.arrayContaining(['额定功率', '所在区县', '防护等级', '质保']));
  expect(rows.filter((row) => row.textContent.includes('未填写'))).toHaveLength(2);
});

test('of one product nothing differs', () => {
  expect(table(two.slice(0, 1), false).marked).toEqual([]);
});

test('only the differences are shown when they are asked for', () => {
  const { heads } = table(two, true);
  expect(heads).toEqual(['续航时间 不同', '质保', '防护等级']);
});

const page = async (data: Record<string, unknown>) => {
  const Stub = createRemixStub([
    {
      path: '/',
      Component: ComparePage,
      loader: () => ({
        products: two,
        more: [],
        unknown: [],
        notFound: null,
        onlyDifferences: false,
        printedOn: '2026-11-26',
        address: 'https://example.org/compare',
        ...data,
      }),
    },
  ]);
  render(<Stub />);
  await screen.findByRole('heading', { level: 1 });
};

test('the page names the products that had no room', async () => {
  await page({ more: ['P-UAV-06', 'P-UAV-07'] });
  expect(screen.getByText('最多对比 5 项，没有列入：P-UAV-06，P-UAV-07。')).toBeTruthy();
  cleanup();
  await page({});
  expect(screen.queryByText(/最多对比/)).toBeNull();
});

test('all lines and only the differences are two addresses, the current one marked', async () => {
  await page({ onlyDifferences: true });
  const differences = screen.getByRole('link', { name: '只看不同' });
  expect(differences.getAttribute('href')).toBe('/compare?p=P-UAV-01&p=P-UAV-02&only=differences');
  expect(differences.getAttribute('aria-current')).toBe('true');
  const all = screen.getByRole('link', { name: '全部' });
  expect(all.getAttribute('href')).toBe('/compare?p=P-UAV-01&p=P-UAV-02');
  expect(all.getAttribute('aria-current')).toBeNull();
  expect(screen.queryByRole('rowheader', { name: '额定功率' })).toBeNull();
  expect(screen.getByRole('rowheader', { name: /续航时间/ })).toBeTruthy();
});
