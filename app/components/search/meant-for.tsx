import type { SearchResult } from '~/domain/search/search-result';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { Link } from '../link';
import { Rows } from '../rows';
import { ProductHit } from './hits';

/** Below few hits: the scenario that the words describe, and the products that are meant for it. */
export function MeantFor({ code, title, products }: NonNullable<SearchResult['meantFor']>) {
  return (
    <section className="stack" aria-labelledby="meant-for">
      <h2 id="meant-for">{m.site_meant_for()}</h2>
      <p>
        {m.site_meant_for_scenario()}
        <Link href={paths.scenario(code)}>{title}</Link>
      </p>
      <Rows label={m.site_meant_for()}>
        {products.map((row) => (
          <ProductHit key={row.id} row={row} />
        ))}
      </Rows>
    </section>
  );
}
