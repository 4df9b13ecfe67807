import { expect, test } from 'vitest';
import { publicationForm } from '~/domain/publications/publication-form';
import { formValues, parseValues } from '~/forms/parse-form.server';
import { lastDayOf, scenarioForm, scenarioFormLists } from './scenario-form';

const typed = (over: Record<string, string | string[]> = {}) => {
  const form = new FormData();
  const fields: Record<string, string | string[]> = {
    title: '管廊巡检',
    category: '智慧园区',
    owner: '某单位',
    background: '人工巡检慢。',
    requirement: ['定位误差不大于 15 米', '', '  '],
    resourceKind: ['数据', '场地'],
    resourceText: ['', '两公里管廊'],
    cooperationMode: ['首购', '联合研发'],
    budget: '１,２００.5',
    deadlineGranularity: 'quarter',
    deadlineOn: '2031-08-02',
    contactName: '王工',
    contactPhone: '029-8888 1111',
    ...over,
  };
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) form.append(name, each);
  return formValues(form, scenarioFormLists);
};

test('a filled form becomes a scenario', () => {
  const form = parseValues(typed(), scenarioForm);
  expect(form).toMatchObject({
    ok: true,
    data: {
      requirements: ['定位误差不大于 15 米'],
      resources: [{ kind: '场地', text: '两公里管廊' }],
      cooperationMode: '首购+联合研发',
      budget: 1_200_500_000,
      deadlineOn: '2031-09-30',
      scale: null,
      isMajorDemonstration: false,
    },
  });
});

test('a budget left empty or written 待定 is undecided, not zero', () => {
  for (const budget of ['', '待定'])
    expect(parseValues(typed({ budget }), scenarioForm)).toMatchObject({ data: { budget: null } });
  for (const budget of ['0', '很多'])
    expect(parseValues(typed({ budget }), scenarioForm)).toMatchObject({ ok: false });
});

test('errors name their fields and keep what was typed', () => {
  const values = typed({
    title: ' ',
    requirement: ['', ''],
    deadlineOn: '2031-02-30',
    background: '写了很久',
  });
  const form = parseValues(values, scenarioForm);
  if (form.ok) throw new Error('accepted');
  expect(Object.keys(form.errors)).toEqual(['title', 'requirement', 'deadlineOn']);
  expect(form.values).toEqual(values);
  expect(form.values.background).toBe('写了很久');
});

test('a deadline in the past or before the opening is refused', () => {
  expect(parseValues(typed({ deadlineOn: '2020-01-01' }), scenarioForm)).toMatchObject({
    errors: { deadlineOn: expect.any(String) },
  });
  expect(parseValues(typed({ openOn: '2031-12-01' }), scenarioForm)).toMatchObject({
    errors: { deadlineOn: expect.any(String) },
  });
});

test('a period ends on its last day', () => {
  expect(lastDayOf('day', '2028-02-03')).toBe('2028-02-03');
  expect(lastDayOf('month', '2028-02-03')).toBe('2028-02-29');
  expect(lastDayOf('half-year', '2028-02-03')).toBe('2028-06-30');
  expect(lastDayOf('half-year', '2028-12-31')).toBe('2028-12-31');
});

test('numbers of a list may be typed in full-width digits, and nothing else', () => {
  const list = {
    kind: 'scenario-list',
    year: '２０３１',
    sequence: ' 3 ',
    authority: '专班',
    issuedOn: '2031-01-05',
  };
  expect(parseValues(list, publicationForm)).toMatchObject({
    ok: true,
    data: { year: 2031, sequence: 3, title: null },
  });
  expect(parseValues({ ...list, sequence: '三' }, publicationForm)).toMatchObject({
    ok: false,
    values: { sequence: '三' },
  });
});
