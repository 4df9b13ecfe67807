import { createRemixStub } from '@remix-run/testing';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { rowCounts, ScenarioForm, type ScenarioFormProps } from './scenario-form';

afterEach(cleanup);

function show(props: Partial<ScenarioFormProps> = {}) {
  const Page = createRemixStub([
    {
      path: '/',
      Component: () => (
        <ScenarioForm
          values={{ deadlineGranularity: 'day' }}
          owners={[]}
          submitLabel="保存"
          backHref="/"
          {...props}
        />
      ),
    },
  ]);
  render(<Page />);
}

const typed = {
  title: '管廊巡检',
  category: '智慧园区',
  owner: '没有这个单位',
  requirement: ['定位误差不大于 15 米', '全天候'],
  resourceKind: ['数据', '场地'],
  resourceText: ['', '两公里管廊'],
  cooperationMode: ['首购', '联合研发'],
  deadlineGranularity: 'quarter',
  isMajorDemonstration: 'on',
};

test('a refused scenario keeps what was typed and leads to the field', () => {
  show({ actionData: { values: typed, errors: { owner: '没有这个采购单位' } } });
  expect(screen.getByLabelText<HTMLInputElement>(/场景名称/).value).toBe('管廊巡检');
  expect(screen.getByLabelText<HTMLSelectElement>('类别').value).toBe('智慧园区');
  expect(screen.getByLabelText<HTMLInputElement>('技术要求第 2 条').value).toBe('全天候');
  expect(screen.getByLabelText<HTMLInputElement>('第 2 项资源').value).toBe('两公里管廊');
  expect(screen.getByLabelText<HTMLInputElement>('首购').checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('试用验证').checked).toBe(false);
  expect(screen.getByLabelText<HTMLInputElement>('季度').checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>(/重大示范/).checked).toBe(true);
  const link = within(screen.getByRole('alert')).getByRole('link', { name: '没有这个采购单位' });
  expect(document.getElementById(link.getAttribute('href')!.slice(1))).toBe(
    screen.getByLabelText(/需求单位/),
  );
});

test('asking for a line gives one more, and keeps the others', () => {
  show({ actionData: { values: typed, rows: rowCounts(typed, 'add-requirement') } });
  expect(screen.getAllByLabelText(/技术要求第/)).toHaveLength(4);
  expect(screen.getAllByLabelText(/^第 \d 项资源$/)).toHaveLength(2);
  expect(screen.queryByRole('alert')).toBeNull();
});
