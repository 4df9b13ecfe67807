import { expect, test } from 'vitest';
import { tasksOf } from './tasks';

test('what is due first comes first, then what has waited longest, of whatever kind it is', () => {
  const lead = (code: string, sinceOn: string, dueOn: string | null) => ({
    code,
    state: 'awaiting_reply' as const,
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
