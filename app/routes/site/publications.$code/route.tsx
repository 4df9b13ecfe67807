import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { DateText } from '~/components/date-text';
import { Filled, SLOT } from '~/components/filled';
import { Link } from '~/components/link';
import { Words } from '~/components/page-head';
import { PrintButton } from '~/components/print-button';
import { Section } from '~/components/section';
import { todayOn } from '~/domain/calendar';
import { productKindLabel } from '~/domain/products/product';
import { batchName, publicationKindLabel } from '~/domain/publications/publication';
import {
  findPublicPublication,
  listPublications,
  type PublicPublication,
} from '~/domain/publications/publications.server';
import { titleWords } from '~/domain/title-words';
import { formatNumber } from '~/format';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { Catalogue, kinds } from './catalogue';
import { ScenarioList } from './scenario-list';

export const loader = guard('public', async ({ params }) => {
  const today = todayOn();
  const publication = await findPublicPublication(params.code ?? '', today);
  if (!publication) throw notFound();
  const others = (await listPublications()).filter(
    (one) => one.kind === publication.kind && one.code !== publication.code,
  );
  return {
    today,
    publication,
    titleWords: titleWords(publication.title),
    others: others.map(({ code, year, sequence, items, validUntilOn }) => ({
      code,
      year,
      sequence,
      items,
      expired: validUntilOn !== null && validUntilOn < today,
    })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? m.common_title({ page: data.publication.title }) : m.common_site_name() },
];

export default function PublicationPage() {
  const { today, publication, titleWords: words, others } = useLoaderData<typeof loader>();
  const isCatalogue = publication.kind === 'catalogue';
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.common_nav_publications(), href: paths.publications() },
          {
            label: publicationKindLabel(publication.kind),
            href: paths.publications({ kind: publication.kind }),
          },
          { label: batchText(publication) },
        ]}
      />
      <header className="sheet-head">
        <h1 className="keep">
          <Words title={words} />
        </h1>
        <p className="meta">
          <span>{publication.authority}</span>
          {publication.documentNumber ? <span>{publication.documentNumber}</span> : null}
          <span>
            <Filled text={m.catalogue_issued({ date: SLOT })}>
              <DateText on={publication.issuedOn} />
            </Filled>
          </span>
          {publication.validUntilOn ? (
            <span>
              {m.catalogue_sheet_valid()} <DateText on={publication.validUntilOn} />
            </span>
          ) : null}
        </p>
      </header>
      <div className="publication-bar no-print">
        <p className="prose">{isCatalogue ? catalogueSentence(publication) : listSentence(publication)}</p>
        <div className="actions">
          <PrintButton>{m.catalogue_print()}</PrintButton>
          <LinkButton small href={`${paths.publication(publication.code)}.csv`} download>
            {m.catalogue_download_csv()}
          </LinkButton>
        </div>
      </div>
      {isCatalogue ? (
        <Catalogue lines={publication.products} />
      ) : (
        <ScenarioList lines={publication.scenarios} />
      )}
      <p className="only-print sheet-foot">
        <span>
          {m.common_site_name()}
          {'\u3000'}
          {m.catalogue_code({ code: publication.code })}
        </span>
        <span>
          <DateText on={today} /> {m.catalogue_printed()}
        </span>
      </p>
      {others.length > 0 ? (
        <div className="no-print mt-7">
          <Section title={m.catalogue_other_batches()}>
            <p className="cluster small">
              {others.map((one) => (
                <Link key={one.code} className="solo" href={paths.publication(one.code)}>
                  {m.catalogue_other_batch({ batch: batchText(one), count: formatNumber(one.items) })}
                  {one.expired ? m.catalogue_other_expired() : ''}
                </Link>
              ))}
            </p>
          </Section>
        </div>
      ) : null}
    </>
  );
}

const batchText = ({ year, sequence }: { year: number; sequence: number }) =>
  m.site_batch({ year, batch: batchName(sequence), sequence });

function catalogueSentence({ products }: PublicPublication): string {
  const parts = kinds.flatMap((kind) => {
    const count = products.filter((line) => line.kind === kind).length;
    return count > 0
      ? m.catalogue_kind_items({ kind: productKindLabel(kind), count: formatNumber(count) })
      : [];
  });
  const marked = products.filter((line) => line.firsts.length > 0).length;
  const counts = m.catalogue_sentence({
    count: formatNumber(products.length),
    parts: parts.join(m.catalogue_comma()),
  });
  return marked > 0 ? counts + m.catalogue_sentence_marked({ count: formatNumber(marked) }) : counts;
}

function listSentence({ scenarios }: PublicPublication): string {
  const open = scenarios.filter((line) => line.status === 'open').length;
  return m.catalogue_list_sentence({ count: formatNumber(scenarios.length), open: formatNumber(open) });
}
