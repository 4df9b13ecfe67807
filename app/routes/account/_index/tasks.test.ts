import { expect, test } from 'vitest';
import type { DeskFacts } from './route';
import { tasksOf } from './tasks';

test('what is due first comes first, then what has waited longest, of whatever kind it is', () => {
  const lead = (code: string, sinceOn: string, dueOn: string | null) => ({
    code,
    side: 'enterprise' as const,
    state: 'awaiting_reply' as const,
    purchase: null,
    productName: 'p',
    counterpart: 'c',
    scenarioTitle: null,
    sinceOn,
    dueOn,
  });
  const tasks = tasksOf({
    leads: [lead('late', '2026-11-01', '2026-12-20'), lead('open', '2026-10-01', null)],
    answers: [
      {
        code: 'answer',
        scenarioCode: 's',
        scenarioTitle: 's',
        productName: 'p',
        enterpriseName: 'e',
        sinceOn: '2026-09-01',
      },
    ],
    offers: [
      { code: 'without', name: 'p', untilOn: null },
      { code: 'ending', name: 'p', untilOn: '2026-12-01' },
    ],
  });
  expect(tasks.map(({ key }) => key)).toEqual(['ending', 'late', 'answer', 'open', 'without']);
});

test('a lead says what is asked for in the words of its page', () => {
  const act = (lead: Pick<DeskFacts['leads'][number], 'side' | 'state' | 'purchase'>) => {
    const more = {
      productName: 'p',
      counterpart: 'c',
      scenarioTitle: null,
      sinceOn: '2026-11-01',
      dueOn: null,
    };
    const [task] = tasksOf({ leads: [{ code: 'L-1', ...more, ...lead }], answers: [], offers: [] });
    return [task?.act, task?.actHref ?? task?.href];
  };
  const page = '/account/leads/L-1';
  const purchase = (confirmation: 'unconfirmed' | 'disputed') => ({ confirmation });
  expect(act({ side: 'enterprise', state: 'awaiting_reply', purchase: null })).toEqual(['接受或谢绝', page]);
  expect(act({ side: 'enterprise', state: 'in_contact', purchase: null })).toEqual([
    '回信',
    `${page}#letter-body`,
  ]);
  expect(act({ side: 'enterprise', state: 'delivered', purchase: purchase('unconfirmed') })[0]).toBe(
    '确认签约记录',
  );
  expect(act({ side: 'buyer', state: 'trial', purchase: null })[0]).toBe('登记试用结果');
  expect(act({ side: 'buyer', state: 'procuring', purchase: null })[0]).toBe('登记签约');
  expect(act({ side: 'buyer', state: 'contracted', purchase: purchase('unconfirmed') })[0]).toBe('登记交付');
  expect(act({ side: 'buyer', state: 'contracted', purchase: purchase('disputed') })[0]).toBe('更正签约记录');
});
