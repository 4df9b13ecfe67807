import * as m from '~/paraglide/messages';
export { productKinds, productStates } from '#db/schema/words';
import type { productKinds, productStates } from '#db/schema/words';
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
