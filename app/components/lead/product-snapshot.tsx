import type { ProductText, Snapshot } from '~/domain/leads/snapshot';
import { productKindLabel } from '~/domain/products/product';
import { specificationText } from '~/domain/products/specification-text';
import { termLabel } from '~/domain/terms';
import { dayOf, formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { DateText } from '../date-text';
import { Diff } from '../diff';
import { Facts } from '../facts';
import { Filled, SLOT } from '../filled';
import { Link } from '../link';
import { PageHead } from '../page-head';
import { Section } from '../section';

const term = (word: string | null) => (word ? termLabel(word) : '');
/** Every field of a kept product, as text. */
const fields: { label: () => string; text: (product: ProductText) => string }[] = [
  { label: m.account_product_name, text: ({ name }) => name },
  { label: m.account_product_model, text: ({ model }) => model ?? '' },
  { label: m.leads_fact_maker, text: ({ producer }) => producer },
  { label: m.account_product_kind, text: ({ kind }) => productKindLabel(kind) },
  { label: m.account_product_industry, text: ({ industry }) => term(industry) },
  { label: m.account_product_composition, text: ({ composition }) => term(composition) },
  { label: m.account_product_summary, text: ({ summary }) => summary },
  { label: m.account_product_innovation, text: ({ innovation }) => innovation ?? '' },
  {
    label: m.account_product_specs,
    text: ({ specifications }) =>
      specifications.map((one) => `${one.name} ${specificationText(one)}`).join(m.leads_snapshot_between()),
  },
  { label: m.account_product_trl, text: ({ trl }) => (trl === null ? '' : String(trl)) },
  { label: m.account_product_maturity, text: ({ maturity }) => term(maturity) },
];

/** The product as both sides of a lead talk about it, and what has changed on its page since. */
export function ProductSnapshot({ snapshot, leadHref }: { snapshot: Snapshot; leadHref: string }) {
  const { kept, today } = snapshot;
  const changes = today
    ? fields.flatMap(({ label, text }) => {
        const [was, now] = [text(kept), text(today)];
        return was === now
          ? []
          : [{ field: label(), was: was || m.account_empty(), now: now || m.account_empty() }];
      })
    : [];
  return (
    <>
      <PageHead
        title={kept.name}
        lede={m.leads_snapshot_lede()}
        meta={
          <>
            <span>{m.leads_fact_version({ version: formatNumber(snapshot.version) })}</span>
            <span>
              <Filled text={m.leads_snapshot_kept({ date: SLOT })}>
                <DateText on={dayOf(snapshot.keptAt)} />
              </Filled>
            </span>
            <Link href={leadHref}>{m.leads_code({ code: snapshot.lead })}</Link>
            {snapshot.purchase ? <span>{m.leads_snapshot_purchase({ code: snapshot.purchase })}</span> : null}
          </>
        }
      />
      <div className="sections">
        <Section title={m.leads_snapshot_content()}>
          <Facts facts={fields.map(({ label, text }) => ({ label: label(), value: text(kept) || null }))} />
        </Section>
        <Section title={m.leads_snapshot_since()}>
          <div className="stack">
            {changes.length > 0 ? <Diff changes={changes} /> : null}
            {today ? (
              <>
                {changes.length === 0 ? <p className="soft">{m.leads_snapshot_same()}</p> : null}
                <p>
                  <Link href={paths.product(snapshot.product)}>{m.leads_snapshot_today()}</Link>
                </p>
              </>
            ) : (
              <p className="soft">{m.leads_snapshot_gone()}</p>
            )}
          </div>
        </Section>
      </div>
    </>
  );
}
