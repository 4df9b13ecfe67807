import { z } from 'zod';
import { isDay, todayOn } from '~/domain/calendar';
import { optionalText, requiredDay, requiredText } from '~/domain/publications/publication-form';
import {
  cooperationModes,
  districts,
  resourceKinds,
  scenarioCategories,
  scenarioScales,
  zones,
} from '~/domain/terms';
import { parseAmount } from '~/forms/amount';
import * as m from '~/paraglide/messages';
import { deadlineGranularities, type DeadlineGranularity } from './scenario';

/** The fields of the form that repeat. */
export const scenarioFormLists = ['requirement', 'resourceKind', 'resourceText', 'cooperationMode'] as const;
const longest = { requirement: 300, resource: 300 };

/** The last day of the day, month, quarter or half-year that `on` lies in. */
export function lastDayOf(granularity: DeadlineGranularity, on: string): string {
  if (granularity === 'day') return on;
  const [year = 0, month = 1] = on.split('-').map(Number);
  const months = { month: 1, quarter: 3, 'half-year': 6 }[granularity];
  const endMonth = Math.ceil(month / months) * months;
  return new Date(Date.UTC(year, endMonth, 0)).toISOString().slice(0, 10);
}

const listOf = (max: number) =>
  z.array(
    z
      .string()
      .trim()
      .max(max, { error: () => m.bureau_error_too_long({ max }) }),
  );
const oneOrNone = <const T extends readonly [string, ...string[]]>(words: T, error: () => string) =>
  z
    .union([z.literal(''), z.enum(words)], { error })
    .optional()
    .transform((word) => word || null);
const dayOrNone = (error: () => string) =>
  z
    .string()
    .trim()
    .optional()
    .refine((on) => !on || isDay(on), { error })
    .transform((on) => on || null);

/** 万元 as typed; empty or 待定 is null, which is not 0. */
const budget = z
  .string()
  .trim()
  .optional()
  .transform((text, context) => {
    if (!text || /^(待定|tbd|to be decided)$/i.test(text)) return null;
    const fen = parseAmount(text, 'wan');
    if (fen === undefined) context.addIssue({ code: 'custom', message: m.bureau_scenario_budget_error() });
    return fen ?? null;
  });

export const scenarioForm = z
  .object({
    title: requiredText(80, () => m.bureau_scenario_title_error()),
    category: z.enum(scenarioCategories, { error: () => m.bureau_scenario_category_error() }),
    scale: oneOrNone(scenarioScales, () => m.bureau_scenario_scale_error()),
    owner: requiredText(100, () => m.bureau_scenario_owner_error()),
    supervisingDepartment: optionalText(80),
    district: oneOrNone(districts, () => m.bureau_scenario_district_error()),
    zone: oneOrNone(zones, () => m.bureau_scenario_zone_error()),
    site: optionalText(200),
    background: requiredText(3000, () => m.bureau_scenario_background_error()),
    outcome: optionalText(3000),
    requirement: listOf(longest.requirement)
      .transform((lines) => lines.filter(Boolean))
      .refine((lines) => lines.length > 0, { error: () => m.bureau_scenario_requirement_error() }),
    resourceKind: listOf(20),
    resourceText: listOf(longest.resource),
    budget,
    fundingSource: optionalText(80),
    cooperationMode: z.array(z.enum(cooperationModes, { error: () => m.bureau_scenario_mode_error() })),
    period: optionalText(80),
    expectedEffect: optionalText(1000),
    openOn: dayOrNone(() => m.bureau_scenario_open_on_error()),
    deadlineGranularity: z.enum(deadlineGranularities, {
      error: () => m.bureau_scenario_granularity_error(),
    }),
    deadlineOn: requiredDay(() => m.bureau_scenario_deadline_error()),
    contactDepartment: optionalText(80),
    contactName: requiredText(40, () => m.bureau_scenario_contact_name_error()),
    contactPhone: requiredText(40, () => m.bureau_scenario_contact_phone_error()).refine(
      (phone) => /^[+\d][\d\s()（）\-–转]{5,}$/u.test(phone),
      { error: () => m.bureau_scenario_contact_phone_error() },
    ),
    isMajorDemonstration: z
      .string()
      .optional()
      .transform((value) => value === 'on'),
  })
  .transform(({ requirement, resourceKind, resourceText, cooperationMode, ...rest }) => ({
    ...rest,
    deadlineOn: lastDayOf(rest.deadlineGranularity, rest.deadlineOn),
    requirements: requirement,
    resources: resourceText.flatMap((text, index) => {
      const kind = resourceKinds.find((each) => each === resourceKind[index]) ?? '其他';
      return text ? [{ kind, text }] : [];
    }),
    cooperationMode: cooperationMode.join('+') || null,
  }))
  .superRefine((scenario, context) => {
    if (scenario.deadlineOn < todayOn())
      context.addIssue({ code: 'custom', path: ['deadlineOn'], message: m.bureau_scenario_deadline_past() });
    else if (scenario.openOn && scenario.deadlineOn < scenario.openOn)
      context.addIssue({
        code: 'custom',
        path: ['deadlineOn'],
        message: m.bureau_scenario_deadline_before_open(),
      });
  });
export type ScenarioInput = z.output<typeof scenarioForm>;
