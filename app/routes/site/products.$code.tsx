import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { BlockedButton, LinkButton } from '~/components/button';
import { DateText, Deadline } from '~/components/date-text';
import { Dock } from '~/components/dock';
import { Facts } from '~/components/facts';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Money, Price } from '~/components/price';
import { buyersText, usersText } from '~/components/product-row';
import { Row, Rows } from '~/components/rows';
import { Seal, Stamp } from '~/components/seal';
import { Section } from '~/components/section';
import { Table, type Column } from '~/components/table';
import { Tag, type TagTone } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { listPolicies } from '~/domain/policies/policies.server';
import { productKindLabel } from '~/domain/products/product';
import { findPublicProduct, type ProductRecord, type PublicProduct } from '~/domain/products/products.server';
import { batchName } from '~/domain/publications/publication';
import { scenarioStatusLabel } from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import { titleWords } from '~/domain/title-words';
import { daysUntil, formatDate, formatMonth, formatNumber } from '~/format';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

/** Whether this reader may send an enquiry about the product, and if not, why. */
type Enquiry = 'open' | 'visitor' | 'own' | 'enterprise' | 'bureau' | 'reported';

export const loader = guard('public', async ({ params, viewer }) => {
  const today = todayOn();
  const product = await findPublicProduct(params.code ?? '', today);
  if (!product) throw notFound();
  const policies = product.recognisedKind
    ? (await listPolicies(today)).filter((policy) => policy.inForce)
    : [];
  let enquiry: Enquiry = 'visitor';
  if (product.reported) enquiry = 'reported';
  else if (viewer?.organisationKind === 'buyer') enquiry = 'open';
  else if (viewer?.organisationKind === 'bureau') enquiry = 'bureau';
  else if (viewer) enquiry = viewer.organisationCode === product.organisation.code ? 'own' : 'enterprise';
  return {
    today,
    product,
    titleWords: titleWords(product.name),
    policies: policies.map(({ code, title, documentNumber, issuedOn, validUntilOn, point, summary }) => ({
      code,
      title,
      documentNumber,
      issuedOn,
      validUntilOn,
      point,
      summary,
    })),
    enquiry,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.product.name}｜${m.common_site_name()}` },
        { name: 'description', content: data.product.summary.slice(0, 150) },
      ]
    : [{ title: m.common_site_name() }];

export default function ProductPage() {
  const { today, product, titleWords: words, policies, enquiry } = useLoaderData<typeof loader>();
  const expired = product.recognitions.find((one) => one.standing === 'expired');
  const sealKind = product.recognisedKind ?? expired?.kind;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.common_nav_products(), href: paths.products() },
          { label: termLabel(product.industry), href: paths.products({ industry: product.industry }) },
          { label: product.name },
        ]}
      />
      <div className="with-side">
        <div className="sections">
          <PageHead
            title={words}
            seal={
              sealKind ? (
                <Seal kind={sealKind} inForce={product.recognisedKind !== null} size="l" />
              ) : undefined
            }
            meta={<Identity product={product} />}
            lede={product.summary}
          >
            <Marks product={product} />
          </PageHead>
          {product.reported ? (
            <Notice title={m.catalogue_reported_title()}>
              <p>{m.catalogue_reported_text({ kind: productKindLabel(product.kind) })}</p>
              {product.source ? (
                <p className="small">{m.catalogue_reported_source({ source: product.source })}</p>
              ) : null}
            </Notice>
          ) : null}
          <Specifications product={product} />
          <Recognitions product={product} today={today} />
          <Records product={product} />
          {policies.length > 0 ? <WhyBuy policies={policies} /> : null}
        </div>
        <aside className="side" aria-label={m.catalogue_side()}>
          <Terms product={product} enquiry={enquiry} today={today} />
          <Suited product={product} today={today} />
        </aside>
      </div>
      {enquiry === 'open' || enquiry === 'visitor' ? (
        <Dock
          figure={
            <Price
              minFen={product.offering?.priceMin}
              maxFen={product.offering?.priceMax}
              unit={product.offering?.priceUnit}
            />
          }
          note={trialText(product)}
        >
          <LinkButton tone="commit" href={paths.accountEnquire(product.code)}>
            {m.catalogue_enquire()}
          </LinkButton>
        </Dock>
      ) : null}
    </>
  );
}

function Identity({ product }: { product: PublicProduct }) {
  const { organisation } = product;
  const place = [organisation.district, organisation.zone]
    .filter((name) => name !== null)
    .map(termLabel)
    .join(' ');
  return (
    <>
      <Link href={paths.organisation(organisation.code)}>
        <OrganisationName name={organisation.name} />
      </Link>
      {place ? <span>{place}</span> : null}
      {product.model ? <span>{m.catalogue_model({ model: product.model })}</span> : null}
      <span className="num">{m.catalogue_code({ code: product.code })}</span>
    </>
  );
}

function Marks({ product }: { product: PublicProduct }) {
  const { buyers, users, trying, leadCount, cityPurchaseOn, cityUseOn } = product;
  const counts = [
    buyers > 0 ? buyersText(buyers) : '',
    users > 0 ? usersText(users) : '',
    trying > 0 ? m.catalogue_trying({ count: formatNumber(trying) }) : '',
    leadCount > 0 ? m.catalogue_leads({ count: formatNumber(leadCount) }) : '',
  ].filter(Boolean);
  if (!cityPurchaseOn && !cityUseOn && counts.length === 0) return null;
  return (
    <p className="marks cluster mt-1">
      {cityPurchaseOn ? (
        <Stamp kind="purchase">
          <DateText on={cityPurchaseOn} />
        </Stamp>
      ) : null}
      {cityUseOn ? (
        <Stamp kind="use">
          <DateText on={cityUseOn} />
        </Stamp>
      ) : null}
      {counts.length > 0 ? <span className="soft small">{counts.join(m.catalogue_comma())}</span> : null}
    </p>
  );
}

type Specification = PublicProduct['specifications'][number];

function Specifications({ product }: { product: PublicProduct }) {
  const compared = product.specifications.some((one) => one.domestic ?? one.foreign);
  const columns: Column<Specification>[] = [
    { key: 'name', head: m.catalogue_spec(), cell: (row) => row.name, rowHeader: true },
    {
      key: 'value',
      head: m.catalogue_spec_value(),
      cell: (row) => row.value,
      numeric: true,
      className: 'us',
    },
    ...(compared
      ? ([
          {
            key: 'domestic',
            head: m.catalogue_spec_domestic(),
            cell: (row) => row.domestic ?? '–',
            numeric: true,
          },
          {
            key: 'foreign',
            head: m.catalogue_spec_foreign(),
            cell: (row) => row.foreign ?? '–',
            numeric: true,
          },
        ] satisfies Column<Specification>[])
      : []),
  ];
  return (
    <Section
      id="specifications"
      title={m.catalogue_specs()}
      sub={
        compared ? m.catalogue_specs_sub_compared() : product.reported ? undefined : m.catalogue_specs_sub()
      }
    >
      {product.specifications.length > 0 ? (
        <Table
          columns={columns}
          rows={product.specifications}
          rowKey={(row, index) => `${index}-${row.name}`}
          labelledBy="specifications"
          variant={compared ? 'scroll' : 'fit'}
          unruled
        />
      ) : (
        <p className="soft">{m.catalogue_specs_none()}</p>
      )}
      <div className="mt-4">
        <Facts
          facts={[
            { label: m.catalogue_maturity(), value: maturityText(product) },
            {
              label: m.catalogue_composition(),
              value: product.composition ? termLabel(product.composition) : null,
            },
            { label: m.catalogue_ip(), value: propertyText(product) },
            {
              label: m.catalogue_item(),
              value: product.procurementItem ? (
                <span className="num">{`${product.procurementItem.code} ${product.procurementItem.name ?? ''}`}</span>
              ) : null,
            },
            { label: m.catalogue_innovation(), value: product.innovation },
          ]}
        />
      </div>
    </Section>
  );
}

function maturityText({ trl, maturity }: PublicProduct) {
  const parts = [
    trl === null ? '' : m.catalogue_trl({ level: trl }),
    maturity ? termLabel(maturity) : '',
  ].filter(Boolean);
  return parts.join(m.catalogue_comma()) || null;
}

function propertyText(product: PublicProduct) {
  const parts = [
    product.inventionPatents
      ? m.catalogue_ip_inventions({ count: formatNumber(product.inventionPatents) })
      : '',
    product.utilityModels ? m.catalogue_ip_models({ count: formatNumber(product.utilityModels) }) : '',
    product.softwareCopyrights
      ? m.catalogue_ip_software({ count: formatNumber(product.softwareCopyrights) })
      : '',
  ].filter(Boolean);
  return parts.join(m.catalogue_comma()) || null;
}

type Decision = PublicProduct['recognitions'][number];

function Recognitions({ product, today }: { product: PublicProduct; today: string }) {
  return (
    <Section title={m.catalogue_recognitions()}>
      {product.recognitions.length === 0 ? (
        <p className="soft">
          {product.reported ? m.catalogue_recognitions_reported() : m.catalogue_recognitions_none()}
        </p>
      ) : (
        <Rows rule="line">
          {product.recognitions.map((one, index) => (
            <RecognitionRow key={index} decision={one} today={today} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function RecognitionRow({ decision, today }: { decision: Decision; today: string }) {
  const { tone, label, note } = standingWords(decision, today);
  const { publicationYear, publicationSequence, publicationCode, rowNumber } = decision;
  return (
    <Row
      seal={<Seal kind={decision.kind} inForce={decision.standing === 'in-force'} />}
      title={`${productKindLabel(decision.kind)}\u3000${levelLabel(decision.level)}`}
      figure={
        <>
          <Tag tone={tone}>{label}</Tag>
          {note ? <span>{note}</span> : null}
        </>
      }
    >
      <p className="meta">
        <span>{decision.authority}</span>
        {decision.documentNumber ? <span>{decision.documentNumber}</span> : null}
        {decision.certificateNumber ? (
          <span>{m.catalogue_certificate({ number: decision.certificateNumber })}</span>
        ) : null}
      </p>
      <p className="meta">
        <span>
          <DateText on={decision.validFromOn} /> {m.catalogue_to()} <DateText on={decision.validUntilOn} />
        </span>
        {publicationCode && publicationYear && publicationSequence ? (
          <Link href={paths.publication(publicationCode)}>
            {rowNumber
              ? m.catalogue_batch_item({
                  batch: batchText(publicationYear, publicationSequence),
                  number: rowNumber,
                })
              : batchText(publicationYear, publicationSequence)}
          </Link>
        ) : null}
      </p>
    </Row>
  );
}

const levelLabel = (level: string) =>
  ({ 市级: m.catalogue_level_city(), 省级: m.catalogue_level_province(), 国家级: m.catalogue_level_state() })[
    level
  ] ?? level;

const batchText = (year: number, sequence: number) =>
  getLocale() === 'en' ? m.catalogue_batch({ year, sequence }) : `${year}年${batchName(sequence)}`;

function standingWords(decision: Decision, today: string): { tone: TagTone; label: string; note?: string } {
  switch (decision.standing) {
    case 'in-force':
      return { tone: 'ok', label: m.catalogue_in_force(), note: timeLeft(decision.validUntilOn, today) };
    case 'future':
      return {
        tone: 'info',
        label: m.catalogue_not_yet(),
        note: m.catalogue_from({ date: formatDate(decision.validFromOn) }),
      };
    case 'notice':
      return { tone: 'info', label: m.catalogue_on_notice() };
    case 'suspended':
      return { tone: 'warn', label: m.catalogue_suspended() };
    case 'revoked':
      return { tone: 'danger', label: m.catalogue_revoked() };
    case 'expired':
      return {
        tone: 'warn',
        label: m.catalogue_expired(),
        note: m.catalogue_expired_on({ date: formatDate(decision.validUntilOn) }),
      };
  }
}

/** What is left of a recognition: months while there are more than two, then days. */
function timeLeft(on: string, today: string): string {
  const days = daysUntil(on, today);
  return days > 61
    ? m.catalogue_months_left({ months: formatNumber(Math.floor(days / 30.44)) })
    : m.common_deadline_days({ days: formatNumber(days) });
}

function Records({ product }: { product: PublicProduct }) {
  const columns: Column<ProductRecord>[] = [
    { key: 'date', head: m.catalogue_record_date(), cell: (row) => <DateText on={row.on} /> },
    {
      key: 'organisation',
      head: m.catalogue_record_buyer(),
      cell: (row) => (
        <Link href={paths.organisation(row.buyerCode)}>
          <OrganisationName name={row.buyerName} />
        </Link>
      ),
    },
    {
      key: 'method',
      head: m.catalogue_record_method(),
      cell: (row) =>
        row.type === 'trial'
          ? m.catalogue_record_trial({ days: formatNumber(row.days ?? 1) })
          : termLabel(row.method ?? ''),
    },
    {
      key: 'quantity',
      head: m.catalogue_record_quantity(),
      numeric: true,
      cell: (row) => (row.quantity === null ? '–' : `${formatNumber(row.quantity)}\u00a0${row.unit ?? ''}`),
    },
    {
      key: 'amount',
      head: m.catalogue_record_amount(),
      numeric: true,
      cell: (row) => (row.amount === null ? '–' : <Money fen={row.amount} />),
    },
    { key: 'marks', head: m.catalogue_record_marks(), cell: (row) => <RecordMarks record={row} /> },
  ];
  return (
    <Section id="records" title={m.catalogue_records()} sub={m.catalogue_records_sub()}>
      {product.records.length === 0 ? (
        <p className="soft">
          {product.reported ? m.catalogue_records_reported() : m.catalogue_records_none()}{' '}
          <Link href={`${paths.about()}#firsts`}>{m.catalogue_records_how()}</Link>
        </p>
      ) : (
        <Table
          columns={columns}
          rows={product.records}
          rowKey={(row) => row.id}
          labelledBy="records"
          variant="buys"
          unruled
        />
      )}
    </Section>
  );
}

function RecordMarks({ record }: { record: ProductRecord }) {
  return (
    <span className="cluster tight">
      {record.marks.map((mark) => (
        <Stamp key={mark.kind} kind={mark.kind} scope={mark.scope} />
      ))}
      {record.repurchase ? <span>{m.catalogue_repurchase()}</span> : null}
      {record.confirmation === 'unconfirmed' ? (
        <span className="soft small">{m.domain_confirmation_unconfirmed()}</span>
      ) : null}
      {record.confirmation === 'disputed' ? <Tag tone="warn">{m.domain_confirmation_disputed()}</Tag> : null}
    </span>
  );
}

type Policy = {
  code: string;
  title: string;
  documentNumber: string | null;
  issuedOn: string;
  validUntilOn: string | null;
  point: string;
  summary: string;
};

function WhyBuy({ policies }: { policies: readonly Policy[] }) {
  return (
    <Section title={m.catalogue_why()} sub={m.catalogue_why_sub()}>
      <Rows rule="line">
        {policies.map((policy) => (
          <Row key={policy.code} plain title={policy.point}>
            <p>{policy.summary}</p>
            <p className="meta">
              <Link href={`${paths.policies()}#${policy.code}`}>{policy.documentNumber ?? policy.title}</Link>
              <span>
                {policy.validUntilOn
                  ? m.catalogue_valid_until({ date: formatDate(policy.validUntilOn) })
                  : policy.issuedOn.length === 10
                    ? formatDate(policy.issuedOn)
                    : formatMonth(policy.issuedOn)}
              </span>
            </p>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function trialText({ offering }: PublicProduct): string | undefined {
  switch (offering?.trialPolicy) {
    case 'free':
      return m.domain_trial_free();
    case 'paid':
      return m.domain_trial_paid();
    case 'none':
      return m.domain_trial_none();
    default:
      return undefined;
  }
}

function Terms({ product, enquiry, today }: { product: PublicProduct; enquiry: Enquiry; today: string }) {
  const { offering } = product;
  const trial = [trialText(product), offering?.trialNote].filter(Boolean).join(m.catalogue_comma());
  return (
    <Panel title={m.catalogue_terms()} hideTitle act>
      <p className={offering ? 'price' : 'price unset'}>
        <Price minFen={offering?.priceMin} maxFen={offering?.priceMax} unit={offering?.priceUnit} />
      </p>
      {offering?.validUntilOn ? (
        <p className="small soft">
          {offering.validUntilOn < today
            ? m.catalogue_offer_ended({ date: formatDate(offering.validUntilOn) })
            : m.catalogue_offer_until({ date: formatDate(offering.validUntilOn) })}
        </p>
      ) : null}
      {offering ? null : <p className="small soft">{m.catalogue_no_offering()}</p>}
      {offering ? (
        <div className="mt-3">
          <Facts
            facts={[
              {
                label: m.catalogue_lead_time(),
                value: offering.leadTimeDays
                  ? m.catalogue_lead_time_days({ days: formatNumber(offering.leadTimeDays) })
                  : null,
              },
              { label: m.catalogue_trial(), value: trial || null },
              { label: m.catalogue_warranty(), value: offering.warranty },
              { label: m.catalogue_capacity(), value: offering.capacity },
              {
                label: m.catalogue_service_area(),
                value: offering.serviceAreas.map(termLabel).join(m.catalogue_list_comma()) || null,
              },
            ]}
          />
        </div>
      ) : null}
      <div className="actions">
        <EnquiryAct product={product} enquiry={enquiry} />
      </div>
      {enquiry === 'open' || enquiry === 'visitor' ? (
        <p className="small soft mt-3">
          {m.catalogue_enquire_note()}
          {enquiry === 'visitor' ? m.catalogue_enquire_visitor() : ''}
        </p>
      ) : null}
    </Panel>
  );
}

function EnquiryAct({ product, enquiry }: { product: PublicProduct; enquiry: Enquiry }) {
  if (enquiry === 'own') {
    return (
      <LinkButton tone="act" wide href={paths.accountProduct(product.code)}>
        {m.catalogue_manage_own()}
      </LinkButton>
    );
  }
  if (enquiry === 'open' || enquiry === 'visitor') {
    return (
      <LinkButton tone="commit" wide href={paths.accountEnquire(product.code)}>
        {m.catalogue_enquire()}
      </LinkButton>
    );
  }
  const reason = enquiry === 'reported' ? m.catalogue_enquire_reported() : m.catalogue_enquire_buyers_only();
  return (
    <BlockedButton wide reason={reason}>
      {m.catalogue_enquire()}
    </BlockedButton>
  );
}

function Suited({ product, today }: { product: PublicProduct; today: string }) {
  if (product.scenarios.length === 0 && product.intendedCategories.length === 0) return null;
  return (
    <Panel title={m.catalogue_suited()}>
      {product.scenarios.length > 0 ? (
        <ul className="stack">
          {product.scenarios.map((scenario) => (
            <li key={scenario.code}>
              <Link href={paths.scenario(scenario.code)}>{scenario.title}</Link>
              <p className="meta">
                <span>
                  {scenario.status === 'open' && scenario.deadlineOn ? (
                    <Deadline on={scenario.deadlineOn} todayOn={today} />
                  ) : (
                    scenarioStatusLabel(scenario.status)
                  )}
                </span>
                <span>
                  <Money fen={scenario.budget} />
                </span>
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      {product.intendedCategories.length > 0 ? (
        <p className="cluster small mt-3">
          {product.intendedCategories.map((category) => (
            <Link key={category} href={paths.scenarios({ category })}>
              {m.catalogue_more_in({ category: termLabel(category) })}
            </Link>
          ))}
        </p>
      ) : null}
    </Panel>
  );
}
