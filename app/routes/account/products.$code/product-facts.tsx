import { Facts } from '~/components/facts';
import { Section } from '~/components/section';
import { productKindLabel } from '~/domain/products/product';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import type { Loaded } from './route';

/** What the product says of itself, line by line. */
export function ProductFacts({ product }: { product: Loaded['product'] }) {
  return (
    <Section title={m.account_product_facts()}>
      <Facts
        facts={[
          { label: m.account_product_kind(), value: productKindLabel(product.kind) },
          { label: m.account_product_model(), value: product.model },
          { label: m.account_product_industry(), value: termLabel(product.industry) },
          {
            label: m.account_product_item(),
            value: product.procurementItemCode
              ? `${product.procurementItemCode} ${product.procurementItemName ?? ''}`
              : null,
          },
          {
            label: m.account_product_composition(),
            value: product.composition ? termLabel(product.composition) : null,
          },
          ...product.specifications.map(({ name, value, unit }) => ({
            label: name,
            value: unit ? `${value}\u00a0${unit}` : value,
          })),
          { label: m.account_product_aliases(), value: product.aliases.join(' · ') },
          { label: m.account_product_english(), value: product.englishName },
          { label: m.account_product_keywords(), value: product.keywords.join(' · ') },
          { label: m.account_product_trl(), value: product.trl },
          {
            label: m.account_product_maturity(),
            value: product.maturity ? termLabel(product.maturity) : null,
          },
          { label: m.account_product_inventions(), value: product.inventionPatents },
          { label: m.account_product_utility_models(), value: product.utilityModels },
          { label: m.account_product_copyrights(), value: product.softwareCopyrights },
          {
            label: m.account_product_categories(),
            value: product.intendedCategories.map(termLabel).join(' · '),
          },
        ]}
      />
    </Section>
  );
}
