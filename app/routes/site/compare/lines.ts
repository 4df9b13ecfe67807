import { trialPolicyLabel } from '~/domain/offerings/offering';
import {
  compareLine,
  compareSpecifications,
  type CompareLine,
  type ComparedProduct,
} from '~/domain/products/compare';
import { maturityText, productKindLabel } from '~/domain/products/product';
import { termLabel } from '~/domain/terms';
import { formatDate, formatNumber } from '~/format';
import * as m from '~/paraglide/messages';

/** Whether only one product says anything of it: nothing to compare. */
export const statedOnce = ({ values }: CompareLine) => values.filter((value) => value !== null).length === 1;

/** Everything that is compared: specifications, then standing and terms. */
export function comparisonGroups(
  products: readonly ComparedProduct[],
): { label: string; lines: CompareLine[] }[] {
  const line = (label: string, valueOf: (product: ComparedProduct) => string | null) =>
    compareLine(label, products.map(valueOf));
  const term = (value: string | null) => (value ? termLabel(value) : null);
  const specifications = compareSpecifications(products);
  const alone = products.length > 1 ? specifications.filter(statedOnce) : [];
  return [
    { label: m.catalogue_specs(), lines: specifications.filter((one) => !alone.includes(one)) },
    {
      label: m.compare_standing(),
      lines: [
        line(m.catalogue_recognitions(), recognitionText),
        line(m.compare_kind(), ({ kind }) => productKindLabel(kind)),
        line(m.compare_model(), ({ model }) => model),
        line(m.compare_industry(), ({ industry }) => term(industry)),
        line(m.catalogue_maturity(), maturityText),
        line(m.compare_district(), ({ district }) => term(district)),
        line(m.compare_buyers(), ({ buyers }) => m.compare_organisations({ count: formatNumber(buyers) })),
        line(m.compare_users(), ({ users }) => m.compare_organisations({ count: formatNumber(users) })),
      ],
    },
    {
      label: m.catalogue_terms(),
      lines: [
        line(m.catalogue_lead_time(), ({ leadTimeDays }) =>
          leadTimeDays === null ? null : m.catalogue_lead_time_days({ days: formatNumber(leadTimeDays) }),
        ),
        line(m.catalogue_trial(), ({ trialPolicy, trialNote }) => {
          const parts = [trialPolicy ? trialPolicyLabel(trialPolicy) : '', trialNote ?? ''].filter(Boolean);
          return parts.join(m.compare_comma()) || null;
        }),
        line(m.catalogue_warranty(), ({ warranty }) => warranty),
        line(
          m.catalogue_service_area(),
          ({ serviceAreas }) => serviceAreas.map(termLabel).join(m.compare_comma()) || null,
        ),
      ],
    },
    { label: m.compare_alone(), lines: alone },
  ];
}

function recognitionText({ recognition }: ComparedProduct): string {
  if (!recognition) return m.site_recognised_none();
  const date = formatDate(recognition.validUntilOn);
  if (recognition.onNotice) return m.site_on_notice();
  return recognition.inForce ? m.compare_until({ date }) : m.catalogue_expired_on({ date });
}
