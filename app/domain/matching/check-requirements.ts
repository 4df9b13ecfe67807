import { own } from '../pick';
import type { Specification } from '../products/product';
import { specificationText } from '../products/specification-text';

/** One requirement that a specification of the product answers. What cannot be computed is not there. */
export interface RequirementCheck {
  /** The number of the requirement, from 1. */
  number: number;
  outcome: 'met' | 'unmet';
  specification: string;
  value: string;
  /** What is required, in its own words: 不小于6公里. */
  required: string;
}

const requirementShape =
  /^(.*?)(不小于|不低于|不少于|大于|高于|≥|不大于|不超过|不高于|小于|低于|≤)\s*(\d+(?:\.\d+)?)\s*(.*)$/;
const valueShape = /^(≥|≤|±)?\s*(\d+(?:\.\d+)?)$/;
const atLeast = ['不小于', '不低于', '不少于', '大于', '高于', '≥'];
const strictly = ['大于', '高于', '小于', '低于'];

/** Each unit as a multiple of the first of its kind. */
const units: Record<string, readonly [kind: string, factor: number]> = {
  km: ['m', 1000],
  公里: ['m', 1000],
  千米: ['m', 1000],
  m: ['m', 1],
  米: ['m', 1],
  cm: ['m', 0.01],
  厘米: ['m', 0.01],
  mm: ['m', 0.001],
  毫米: ['m', 0.001],
  h: ['s', 3600],
  小时: ['s', 3600],
  min: ['s', 60],
  分钟: ['s', 60],
  s: ['s', 1],
  秒: ['s', 1],
  ms: ['s', 0.001],
  毫秒: ['s', 0.001],
  t: ['kg', 1000],
  吨: ['kg', 1000],
  kg: ['kg', 1],
  公斤: ['kg', 1],
  千克: ['kg', 1],
  MW: ['kW', 1000],
  兆瓦: ['kW', 1000],
  kW: ['kW', 1],
  千瓦: ['kW', 1],
};
const unitOf = (text: string) => own(units, text) ?? ([text, 1] as const);

/**
 * Holds specifications against requirements, number against number. A specification answers a requirement when its name
 * is the name in it and the units are of one kind; "not met" is said only when the names end alike and the value is exact
 * or bounded on the wrong side.
 */
export function checkRequirements(
  requirements: readonly string[],
  specifications: readonly Specification[],
): RequirementCheck[] {
  return requirements.flatMap((requirement, index) => {
    const found = requirementShape.exec(requirement.trim());
    if (!found) return [];
    const [, name = '', comparison = '', number = '', unit = ''] = found;
    for (const specification of specifications) {
      const outcome = compare({ name, comparison, number: Number(number), unit: unit.trim() }, specification);
      if (!outcome) continue;
      const required = `${comparison}${number}${unit}`;
      return [
        {
          number: index + 1,
          outcome,
          specification: specification.name,
          value: specificationText(specification),
          required,
        },
      ];
    }
    return [];
  });
}

interface Limit {
  name: string;
  comparison: string;
  number: number;
  unit: string;
}

function compare(limit: Limit, { name, value, unit }: Specification): 'met' | 'unmet' | undefined {
  if (name.length < 2 || limit.name.length < 2) return undefined;
  const sameName = limit.name.endsWith(name);
  if (!sameName && !name.startsWith(limit.name) && !name.endsWith(limit.name)) return undefined;
  const [kind, factor] = unitOf(unit || '');
  const [limitKind, limitFactor] = unitOf(limit.unit);
  const read = valueShape.exec(value.trim());
  if (!read || kind !== limitKind) return undefined;
  const [, sign, digits] = read;
  const given = Number(digits) * factor;
  const wanted = limit.number * limitFactor;
  const least = atLeast.includes(limit.comparison);
  const strict = strictly.includes(limit.comparison) && !sign;
  const holds = given === wanted ? !strict : least ? given > wanted : given < wanted;
  // ≤ 80 says nothing for "at least", ≥ 24 nothing for "at most".
  const bounds = sign === '≥' ? 'below' : sign === '≤' || sign === '±' ? 'above' : 'both';
  const proves = bounds === 'both' || (least ? bounds === 'below' : bounds === 'above');
  if (holds) return proves ? 'met' : undefined;
  return sameName && bounds === 'both' ? 'unmet' : undefined;
}
