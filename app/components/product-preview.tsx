import { termLabel } from '~/domain/terms';
import { productKindLabel, productKinds, type ProductKind } from '~/domain/products/product';
import * as m from '~/paraglide/messages';
import { Facts } from './facts';
import { OrganisationName } from './organisation-name';
import { Panel } from './panel';
import { Tag } from './tag';

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

const one = (value: Values[string]) => (typeof value === 'string' ? value.trim() : '');
const many = (value: Values[string]): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** What a buyer will see of the product as it is typed now. */
export function ProductPreview({
  values,
  organisationName,
  isRecognised,
}: {
  values: Values;
  organisationName: string;
  isRecognised: boolean;
}) {
  const kind = productKinds.find((word) => word === one(values.kind)) as ProductKind | undefined;
  const specifications = many(values.specName)
    .map((name, index) => ({
      name: name.trim(),
      value: many(values.specValue)[index]?.trim() ?? '',
      unit: many(values.specUnit)[index]?.trim() ?? '',
    }))
    .filter(({ name, value }) => name && value);
  const industry = one(values.industry);
  const unset = <span className="soft">{m.account_not_filled()}</span>;
  return (
    <Panel title={m.account_buyers_see()}>
      <p className="strong">{one(values.name) || unset}</p>
      <p className="small soft">
        <OrganisationName name={organisationName} />
      </p>
      <p className="mt-2">
        {isRecognised ? (
          <Tag tone="ok">{m.account_recognised()}</Tag>
        ) : (
          <Tag tone="line">{m.account_not_recognised()}</Tag>
        )}
      </p>
      {isRecognised ? null : <p className="small soft mt-1">{m.account_not_recognised_hint()}</p>}
      <div className="mt-3">
        <Facts
          ruled
          facts={[
            { label: m.account_product_kind(), value: kind ? productKindLabel(kind) : unset },
            { label: m.account_product_industry(), value: industry ? termLabel(industry) : unset },
            { label: m.account_product_model(), value: one(values.model) },
            ...specifications.slice(0, 4).map(({ name, value, unit }) => ({
              label: name,
              value: `${value}${unit ? `\u00a0${unit}` : ''}`,
            })),
            {
              label: m.account_product_maturity(),
              value: one(values.maturity) && termLabel(one(values.maturity)),
            },
          ]}
        />
      </div>
      <p className="small mt-3">{one(values.summary) || unset}</p>
    </Panel>
  );
}
