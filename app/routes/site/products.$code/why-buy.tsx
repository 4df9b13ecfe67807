import { DateText, MonthText } from '~/components/date-text';
import { Filled, SLOT } from '~/components/filled';
import { Link } from '~/components/link';
import { Row, Rows } from '~/components/rows';
import { Section } from '~/components/section';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

type Policy = {
  code: string;
  title: string;
  documentNumber: string | null;
  issuedOn: string;
  validUntilOn: string | null;
  point: string;
  summary: string;
};

/** The rules that allow or ask to buy it, each with its source. */
export function WhyBuy({ policies }: { policies: readonly Policy[] }) {
  return (
    <Section title={m.catalogue_why()} sub={m.catalogue_why_sub()}>
      <Rows rule="line">
        {policies.map((policy) => (
          <Row key={policy.code} plain title={policy.point}>
            <p>{policy.summary}</p>
            <p className="meta">
              <Link href={`${paths.policies()}#${policy.code}`}>{policy.documentNumber ?? policy.title}</Link>
              <span>
                {policy.validUntilOn ? (
                  <Filled text={m.catalogue_valid_until({ date: SLOT })}>
                    <DateText on={policy.validUntilOn} />
                  </Filled>
                ) : policy.issuedOn.length === 10 ? (
                  <DateText on={policy.issuedOn} />
                ) : (
                  <MonthText month={policy.issuedOn} />
                )}
              </span>
            </p>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
