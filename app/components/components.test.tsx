import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRemixStub } from '@remix-run/testing';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import { RadioGroup } from './choice-field';
import { DateRow } from './date-row';
import { Dated } from './date-text';
import { Facets } from './facets';
import { TextField } from './form-field';
import { ErrorSummary } from './form-parts';
import { OrganisationName } from './organisation-name';
import { pageNumbers, Pagination } from './pagination';
import { ProductRow } from './product-row';
import { Row, Rows } from './rows';
import { ScenarioRow } from './scenario-row';
import { Table } from './table';

afterEach(cleanup);

function show(content: ReactNode) {
  const Stub = createRemixStub([{ path: '/', Component: () => <>{content}</> }]);
  return render(<Stub />);
}

test('a field names its input and says its hint and its error', () => {
  show(<TextField name="title" label="名称" hint="与证书一致" error="请填写名称" defaultValue="机库" />);
  const input = screen.getByLabelText('名称');
  expect(input).toHaveProperty('value', '机库');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  const described = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  const texts = described.map((id) => document.getElementById(id)?.textContent);
  expect(texts).toEqual(['与证书一致', '错误：请填写名称']);
});

test('a list says 2026年下半年, never how many days that is', () => {
  const scenario = { url: '/scenarios/S-1', title: '巡护', deadlineOn: '2026-12-31', todayOn: '2026-12-28' };
  show(
    <>
      <ScenarioRow {...scenario} deadlineGranularity="half-year" />
      <DateRow {...scenario} deadlineGranularity="half-year" />
    </>,
  );
  expect(screen.getAllByText('2026年下半年')).toHaveLength(2);
  expect(document.body.textContent).not.toMatch(/天|31日/);
  expect(document.querySelector('.near')).toBeNull();
});

test('an optional field says so', () => {
  show(<TextField name="model" label="型号" optional />);
  expect(screen.getByLabelText('型号 （选填）').getAttribute('aria-required')).toBeNull();
});

test('the error summary takes the focus and leads to the fields', () => {
  show(
    <>
      <ErrorSummary errors={{ title: '请填写名称', trial: '请选择试用政策', form: '请重试' }} />
      <TextField name="title" label="名称" error="请填写名称" />
      <RadioGroup name="trial" label="试用政策" options={[{ value: 'free', label: '可免费试用' }]} />
    </>,
  );
  const summary = screen.getByRole('alert');
  expect(document.activeElement).toBe(summary);
  const links = within(summary).getAllByRole('link');
  const targets = links.map((link) => document.querySelector(link.getAttribute('href') ?? ''));
  expect(targets).toEqual([screen.getByLabelText('名称'), screen.getByLabelText('可免费试用')]);
});

test('pagination shows the ends, the neighbours and single missing numbers', () => {
  expect(pageNumbers(1, 3)).toEqual([1, 2, 3]);
  expect(pageNumbers(6, 12)).toEqual([1, 0, 5, 6, 7, 0, 12]);
  expect(pageNumbers(4, 12)).toEqual([1, 2, 3, 4, 5, 0, 12]);
});

test('pagination says where one is and what is shown', () => {
  show(<Pagination page={2} pageSize={10} total={35} hrefFor={(page) => `/products?page=${page}`} />);
  expect(screen.getByText('2').getAttribute('aria-current')).toBe('page');
  expect(screen.getByText('下一页').getAttribute('href')).toBe('/products?page=3');
  expect(screen.getByText('第 11–20 项，共 35 项')).toBeTruthy();
});

test('beyond the last page no items are counted and no page is next to it', () => {
  const { container } = show(<Pagination page={99} pageSize={10} total={35} hrefFor={String} />);
  expect(container.textContent).toBe('');
});

const districts = Array.from({ length: 12 }, (_, index) => ({
  value: `d${index}`,
  label: `区县${index}`,
  count: index,
}));

test('facets keep the query, tick what is set and find within a long group', async () => {
  const { container } = show(
    <Facets
      action="/products"
      keep={[{ name: 'q', value: '无人机' }]}
      selected={1}
      groups={[
        {
          name: 'kind',
          label: '类别',
          options: [{ value: 'first-unit', label: '首台（套）', count: 10, checked: true }],
        },
        { name: 'place', label: '区县', options: districts },
        { label: '单价', minName: 'min', maxName: 'max', unit: '万元', max: '100' },
      ]}
    />,
  );
  const form = container.querySelector('form');
  expect(
    new URLSearchParams(new FormData(form ?? undefined) as unknown as Record<string, string>).toString(),
  ).toBe(new URLSearchParams({ q: '无人机', kind: 'first-unit', min: '', max: '100' }).toString());
  await userEvent.type(screen.getByLabelText('在区县中查找'), '11');
  const shown = districts.filter(({ label }) => screen.getByText(label).closest('li')?.hidden === false);
  expect(shown.map(({ label }) => label)).toEqual(['区县11']);
  expect(screen.getByRole('status').textContent).toBe('');
  await userEvent.type(screen.getByLabelText('在区县中查找'), '9');
  expect(screen.getByRole('status').textContent).toBe('没有相符的');
});

test('without scripts what was typed into a long group is found by the next page', () => {
  const group = { name: 'place', label: '区县', options: districts, closed: true };
  const Stub = createRemixStub([
    { path: '/', Component: () => <Facets action="/" keep={[]} selected={0} groups={[group]} /> },
  ]);
  const html = renderToString(<Stub initialEntries={['/?find-place=11']} />);
  const page = new DOMParser().parseFromString(html, 'text/html');
  const box = page.querySelector('input[type=search]');
  expect([box?.getAttribute('name'), box?.getAttribute('value')]).toEqual(['find-place', '11']);
  const shown = [...page.querySelectorAll('li')].filter((item) => !item.hasAttribute('hidden'));
  expect(shown.map((item) => item.querySelector('input')?.value)).toEqual(['d11']);
  expect(page.querySelector('details.group')?.hasAttribute('open')).toBe(true);
});

test('a product row reads as words: seal, name, price and validity', () => {
  show(
    <ProductRow
      url="/products/P-UAV-01"
      name="巡检无人机"
      highlight={[{ text: '巡检' }, { text: '无人机', mark: true }]}
      kind="first-unit"
      inForce
      organisation="西安云鹞航空（示例）有限公司"
      priceMinFen={28_000_000}
      priceMaxFen={42_000_000}
      priceUnit="架"
      validUntilOn="2027-06-29"
      firsts={[{ kind: 'purchase' }]}
      buyers={3}
    />,
  );
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('首台（套），认定在有效期内');
  expect(screen.getByRole('link').textContent).toBe('巡检无人机');
  expect(screen.getByText('2027年6月').parentElement?.textContent).toBe('认定至 2027年6月');
  expect(screen.getByText('全市首购')).toBeTruthy();
  expect(document.querySelector('[style]')).toBeNull();
});

test('the note that an organisation is an example is kept apart', () => {
  const { container } = render(<OrganisationName name="西安云鹞航空（示例）有限公司" />);
  expect(container.querySelector('.eg')?.textContent).toBe('（示例）');
  expect(container.textContent).toBe('西安云鹞航空（示例）有限公司');
});

test('the legal form at the end of a name is never cut', () => {
  const { container } = render(<OrganisationName name="陕西延长石油（集团）有限责任公司" />);
  expect(container.querySelector('.nowrap')?.textContent).toBe('有限责任公司');
  expect(container.querySelector('.eg')).toBeNull();
  expect(container.textContent).toBe('陕西延长石油（集团）有限责任公司');
});

test('what was searched for is marked in a name without cutting its legal form', () => {
  const { container } = render(
    <OrganisationName
      name="陕西延长石油（集团）有限责任公司"
      segments={[
        { text: '陕西', mark: true },
        { text: '延长石油（集团）有限' },
        { text: '责任', mark: true },
        { text: '公司' },
      ]}
    />,
  );
  expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['陕西', '责任']);
  expect(container.querySelector('.nowrap')?.textContent).toBe('有限责任公司');
  expect(container.textContent).toBe('陕西延长石油（集团）有限责任公司');
});

test('the dates of a sentence are one word each', () => {
  const { container } = render(<Dated text="合同 7 号，2026年11月3日签订，计划 2026年12月，3月8日验收。" />);
  expect([...container.querySelectorAll('.date')].map((date) => date.textContent)).toEqual([
    '2026年11月3日',
    '2026年12月',
    '3月8日',
  ]);
  expect(container.textContent).toBe('合同 7 号，2026年11月3日签订，计划 2026年12月，3月8日验收。');
});

test('a batch is one word as well', () => {
  const { container } = render(<Dated text="2026年第三批，共 19 项" />);
  expect(container.querySelector('.date')?.textContent).toBe('2026年第三批');
});

test('the headings of rows stand under one that names the list, also where none is in sight', () => {
  show(
    <Rows label="搜索结果">
      <Row title="巡检无人机" />
    </Rows>,
  );
  expect(screen.getAllByRole('heading').map(({ tagName, textContent }) => [tagName, textContent])).toEqual([
    ['H2', '搜索结果'],
    ['H3', '巡检无人机'],
  ]);
  expect(screen.getByRole('list', { name: '搜索结果' })).toBeTruthy();
});

test('a table cell carries its name for phones', () => {
  show(
    <Table
      label="采购"
      variant="buys"
      rows={[{ id: 'a', who: '水务集团' }]}
      rowKey={(row) => row.id}
      columns={[{ key: 'organisation', head: '单位', cell: (row) => row.who }]}
    />,
  );
  const cell = screen.getByRole('cell');
  expect([cell.dataset.l, cell.dataset.c]).toEqual(['单位', 'organisation']);
});
