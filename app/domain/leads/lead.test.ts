import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { raw } from '#db/client.server';
import { leadSides } from '#db/schema/words';
import { useDatabase } from '#tests/database';
import {
  awaitedSide,
  endedLeadStates,
  leadMove,
  leadMoves,
  leadStageViews,
  leadStates,
  mayWriteLetters,
  movesFor,
  openLeadStates,
} from './lead';

useDatabase();
const state = fc.constantFrom(...leadStates);
const side = fc.constantFrom(...leadSides);
const move = fc.constantFrom(...leadMoves);

test('every allowed move is a pair of the database, and every pair of the database is a move', async () => {
  const pairs = await raw<{ pair: string }>(
    sql`select from_state || '>' || to_state as pair from lead_moves`,
  );
  const kept = new Set(pairs.map(({ pair }) => pair));
  const made = new Set<string>();
  for (const from of leadStates)
    for (const by of leadSides)
      for (const each of leadMoves) {
        const out = leadMove(each, from, by);
        if (out.ok) made.add(`${from}>${out.to}`);
      }
  expect(made).toEqual(kept);
});

test('a move never stays in its state, never leaves an ended state except a lapsed one, and is offered to its side only', () => {
  fc.assert(
    fc.property(state, side, move, (from, by, each) => {
      const out = leadMove(each, from, by);
      expect(movesFor(from, by).includes(each)).toBe(out.ok);
      if (!out.ok) return;
      expect(out.to).not.toBe(from);
      if ((endedLeadStates as readonly string[]).includes(from)) expect(from).toBe('lapsed');
    }),
  );
});

test('somebody is awaited exactly while a lead is open, and whoever is awaited can do something', () => {
  fc.assert(
    fc.property(state, side, (at, last) => {
      const awaited = awaitedSide(at, last);
      expect(awaited !== undefined).toBe((openLeadStates as readonly string[]).includes(at));
      if (awaited) expect(movesFor(at, awaited).length + Number(mayWriteLetters(at))).toBeGreaterThan(0);
    }),
  );
});

test('the stage bar has one current stage while the lead is open and none after its end', () => {
  fc.assert(
    fc.property(state, fc.subarray([...leadStates]), (at, entered) => {
      const now = leadStageViews(at, new Set(entered), 'in_contact').filter((view) => view.status === 'now');
      expect(now.map((view) => view.stage)).toEqual(
        (openLeadStates as readonly string[]).includes(at) ? [at] : [],
      );
    }),
  );
});

test('a trial that was never made shows as skipped once procurement has begun', () => {
  const views = leadStageViews('procuring', new Set(['new', 'in_contact', 'procuring']));
  expect(views.map((view) => view.status)).toEqual([
    'done',
    'done',
    'done',
    'skipped',
    'now',
    'ahead',
    'ahead',
  ]);
});
