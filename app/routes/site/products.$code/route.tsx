import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { DateText } from '~/components/date-text';
import { Dock } from '~/components/dock';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Price } from '~/components/price';
import { buyersText, usersText } from '~/components/product-row';
import { Seal, Stamp } from '~/components/seal';
import { todayOn } from '~/domain/calendar';
import { listPolicies } from '~/domain/policies/policies.server';
import { productKindLabel } from '~/domain/products/product';
import { findProductPage, type ProductPage } from '~/domain/matching/product-page.server';
import { termLabel } from '~/domain/terms';
import { titleWords } from '~/domain/title-words';
import { formatNumber } from '~/format';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { type Enquiry, Terms, trialText } from './terms';
import { Specifications } from './specifications';
import { Recognitions } from './recognitions';
import { Records } from './records';
import { WhyBuy } from './why-buy';
import { OpenScenarios } from './open-scenarios';
import { MoreLikeThis } from './more-like-this';

export const loader = guard('public', async ({ params, viewer }) => {
  const today = todayOn();
  const product = await findProductPage(params.code ?? '', today);
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
        { title: m.common_title({ page: data.product.name }) },
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
          <OpenScenarios product={product} today={today} />
          {policies.length > 0 ? <WhyBuy policies={policies} /> : null}
          <MoreLikeThis product={product} />
        </div>
        <aside className="side" aria-label={m.catalogue_side()}>
          <Terms product={product} enquiry={enquiry} today={today} />
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

function Identity({ product }: { product: ProductPage }) {
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

function Marks({ product }: { product: ProductPage }) {
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
