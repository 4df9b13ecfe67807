import * as m from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
export { productKinds, productStates } from '#db/schema/words';
import type { productKinds, productStates } from '#db/schema/words';
import { termLabel } from '../terms';
export type { Specification } from '#db/schema/listings';

export type ProductKind = (typeof productKinds)[number];
export type ProductState = (typeof productStates)[number];

export const productKindLabel = (kind: ProductKind) =>
  ({
    'first-unit': m.domain_first_unit,
    'first-batch': m.domain_first_batch,
    'first-version': m.domain_first_version,
  })[kind]();
export const productStateLabel = (state: ProductState) =>
  ({ draft: m.domain_state_draft, published: m.domain_state_published, withdrawn: m.domain_state_withdrawn })[
    state
  ]();

/** Whose decision a recognition is: 市级, City. */
export const recognitionLevelLabel = (level: string) =>
  ({ 市级: m.catalogue_level_city(), 省级: m.catalogue_level_province(), 国家级: m.catalogue_level_state() })[
    level
  ] ?? level;

/** How ready a product is: 9 级，规模化应用; TRL 9, in wide use. */
export function maturityText({ trl, maturity }: { trl: number | null; maturity: string | null }) {
  const level = trl === null ? '' : m.catalogue_trl({ level: trl });
  const stage = maturity ? termLabel(maturity) : '';
  if (!level || !stage) return level || stage || null;
  const second = getLocale() === 'en' ? stage.charAt(0).toLowerCase() + stage.slice(1) : stage;
  return level + m.catalogue_comma() + second;
}

/** The public code's middle part for each industry: P-PHO-04. */
export const industryCodes: Record<string, string> = {
  光子: 'PHO',
  氢能与储能: 'HYD',
  无人机: 'UAV',
  传感器: 'SEN',
  新材料: 'MAT',
  增材制造: 'AM',
  智能终端: 'TER',
  新能源汽车: 'NEV',
  超导: 'SUP',
  碳纤维复合材料: 'CFC',
  机器人: 'ROB',
  航空航天: 'AER',
  生物医药: 'BIO',
  信息技术: 'ICT',
  半导体: 'SEM',
  其他高端装备: 'OTH',
};

/** Whether a recognition counts on `todayOn`: decided, not ended early, and inside its window. */
export const isInForce = (r: { state: string; validFromOn: string; validUntilOn: string }, todayOn: string) =>
  r.state === 'recognised' && r.validFromOn <= todayOn && todayOn <= r.validUntilOn;
