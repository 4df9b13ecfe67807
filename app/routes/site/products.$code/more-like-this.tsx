import { MatchWhy } from '~/components/match-why';
import { Rows } from '~/components/rows';
import { ProductHit } from '~/components/search/hits';
import { Section } from '~/components/section';
import type { ProductPage } from '~/domain/matching/product-page.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

/** Products like this one, each with what they have in common; all of them side by side are one step away. */
export function MoreLikeThis({ product }: { product: ProductPage }) {
  const { code, similar } = product;
  if (similar.length === 0) return null;
  return (
    <Section
      id="similar"
      title={m.catalogue_similar()}
      sub={m.catalogue_similar_note()}
      more={{
        href: paths.compare([code, ...similar.map((one) => one.code)]),
        label: m.catalogue_similar_compare(),
      }}
    >
      <Rows rule="line">
        {similar.map((one) => (
          <ProductHit key={one.code} row={one}>
            <MatchWhy reasons={one.reasons} />
          </ProductHit>
        ))}
      </Rows>
    </Section>
  );
}
