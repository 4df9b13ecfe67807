import { Dated, DateText } from '~/components/date-text';
import { Link } from '~/components/link';
import { Row, Rows } from '~/components/rows';
import { Seal } from '~/components/seal';
import { Section } from '~/components/section';
import { Tag, type TagTone } from '~/components/tag';
import { productKindLabel, recognitionLevelLabel } from '~/domain/products/product';
import type { ProductPage } from '~/domain/matching/product-page.server';
import { batchName } from '~/domain/publications/publication';
import { daysUntil, formatDate, formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

type Decision = ProductPage['recognitions'][number];

/** Every decision of an authority on the product, with its standing today. */
export function Recognitions({ product, today }: { product: ProductPage; today: string }) {
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
      title={`${productKindLabel(decision.kind)}\u3000${recognitionLevelLabel(decision.level)}`}
      figure={
        <>
          <Tag tone={tone}>{label}</Tag>
          {note ? (
            <span>
              <Dated text={note} />
            </span>
          ) : null}
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
            <Dated
              text={
                rowNumber
                  ? m.catalogue_batch_item({
                      batch: batchText(publicationYear, publicationSequence),
                      number: rowNumber,
                    })
                  : batchText(publicationYear, publicationSequence)
              }
            />
          </Link>
        ) : null}
      </p>
    </Row>
  );
}

const batchText = (year: number, sequence: number) =>
  m.site_batch({ year, batch: batchName(sequence), sequence });

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
