import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DateText, MonthText } from '~/components/date-text';
import { Filled, SLOT } from '~/components/filled';
import { PageHead } from '~/components/page-head';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { listPolicies } from '~/domain/policies/policies.server';
import * as m from '~/paraglide/messages';
import { guard } from '~/session/guard.server';

export const loader = guard('public', async () => ({ policies: await listPolicies(todayOn()) }));

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.catalogue_policies() }) }];

export default function PoliciesPage() {
  const { policies } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.catalogue_policies()} lede={m.catalogue_policies_lede()} />
      {policies.length === 0 ? (
        <p className="soft">{m.catalogue_policies_none()}</p>
      ) : (
        <>
          <h2 className="vh">{m.catalogue_policies_list()}</h2>
          <ul className="rows">
            {policies.map((policy) => (
              <li key={policy.code} id={policy.code} className="row bare has-fig">
                <div>
                  <h3>{policy.point}</h3>
                  <p className="prose">{policy.summary}</p>
                  <p className="meta">
                    <span>{`《${policy.title}》`}</span>
                    {policy.documentNumber ? <span>{policy.documentNumber}</span> : null}
                    <span>{policy.issuer}</span>
                  </p>
                  <p className="meta">
                    <a href={policy.sourceUrl} rel="noreferrer">
                      {m.catalogue_policy_source({ host: new URL(policy.sourceUrl).host })}
                    </a>
                  </p>
                </div>
                <p className="fig">
                  {policy.inForce ? (
                    <Tag tone="ok">{m.catalogue_in_force()}</Tag>
                  ) : (
                    <Tag tone="warn">{m.catalogue_expired()}</Tag>
                  )}
                  <span>
                    <Filled text={m.catalogue_policy_issued({ date: SLOT })}>
                      {policy.issuedOn.length === 10 ? (
                        <DateText on={policy.issuedOn} />
                      ) : (
                        <MonthText month={policy.issuedOn} />
                      )}
                    </Filled>
                  </span>
                  {policy.validUntilOn ? (
                    <span>
                      {m.catalogue_sheet_valid()} <DateText on={policy.validUntilOn} />
                    </span>
                  ) : null}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="small soft mt-5">{m.catalogue_policies_foot()}</p>
    </>
  );
}
