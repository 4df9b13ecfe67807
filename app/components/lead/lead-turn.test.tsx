import { createRemixStub } from '@remix-run/testing';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { awaitedSide, type LeadState } from '~/domain/leads/lead';
import type { LeadDetail } from '~/domain/leads/lead-detail';
import { LeadTurn } from './lead-turn';

afterEach(cleanup);

function turnOf(side: LeadDetail['side'], state: LeadState) {
  const lead = {
    side,
    state,
    awaited: awaitedSide(state, 'bureau'),
    waitingSince: new Date('2026-11-20T02:00:00Z'),
    lapsesOn: null,
    purchase: null,
    events: [],
    buyer: { code: 'B', name: '林场', shortName: '林场' },
    enterprise: { code: 'E', name: '云鹞', shortName: '云鹞' },
  } as unknown as LeadDetail;
  const Stub = createRemixStub([
    { path: '/', Component: () => <LeadTurn lead={lead} todayOn="2026-11-26" /> },
  ]);
  const { container } = render(<Stub />);
  const text = container.textContent;
  cleanup();
  return text;
}

test('an introduction that the bureau has not sent yet is its turn, for whoever looks', () => {
  expect(awaitedSide('new', 'enterprise')).toBe('bureau');
  for (const side of ['buyer', 'enterprise'] as const) {
    expect(turnOf(side, 'new')).toContain('等主管部门送出撮合');
    expect(turnOf(side, 'new')).toContain('自 2026年11月20日起');
  }
  expect(turnOf('enterprise', 'awaiting_reply')).toContain('等你们接受或谢绝');
  expect(turnOf('buyer', 'awaiting_reply')).toContain('等云鹞答复');
});
