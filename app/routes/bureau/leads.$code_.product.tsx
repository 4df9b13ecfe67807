import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { ProductSnapshot } from '~/components/lead/product-snapshot';
import { findSnapshot } from '~/domain/leads/find-snapshot.server';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: m.common_title({
      page: data ? m.leads_snapshot_title({ product: data.kept.name }) : m.leads_title(),
    }),
  },
];

export const loader = guard('bureau', async ({ params, viewer }) => {
  const code = params.code ?? '';
  const snapshot = await findSnapshot(viewer, code);
  if (!snapshot) throw notFound();
  return snapshot;
});

export default function SnapshotPage() {
  const snapshot = useLoaderData<typeof loader>();
  const lead = paths.bureauLead(snapshot.lead);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.bureau_nav_leads(), href: paths.bureauLeads() },
          { label: snapshot.lead, href: lead },
          { label: m.leads_snapshot_crumb() },
        ]}
      />
      <ProductSnapshot snapshot={snapshot} leadHref={lead} />
    </>
  );
}
