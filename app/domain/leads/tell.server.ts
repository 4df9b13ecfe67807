import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server';
import { memberships, organisations, products, users } from '#db/schema';
import { siteUrl } from '~/env.server';
import { queueMail } from '~/mail/queue.server';
import * as m from '~/paraglide/messages';
import { isLocale } from '~/paraglide/runtime';
import { paths, withQuery } from '~/paths';
import type { LeadMove } from './lead';
import type { Lead } from './own-lead.server';

type At = { locale: 'zh-CN' | 'en' };
type Phrase = (inputs: object, at: At) => string;

/** What a mail about a lead may say, without anything that only its two sides should read. */
const phrases = {
  opened: m.leads_mail_opened,
  accept: m.leads_mail_accept,
  decline: m.leads_mail_decline,
  withdraw: m.leads_mail_withdraw,
  start_trial: m.leads_mail_start_trial,
  record_trial: m.leads_mail_record_trial,
  start_procuring: m.leads_mail_start_procuring,
  record_contract: m.leads_mail_record_contract,
  record_delivery: m.leads_mail_record_delivery,
  close_lost: m.leads_mail_close_lost,
  terminate: m.leads_mail_terminate,
  lapse: m.leads_mail_lapse,
  reopen: m.leads_mail_reopen,
  reopen_enquiry: m.leads_mail_reopen,
  letter: m.leads_mail_letter,
  confirmed: m.leads_mail_confirmed,
  disputed: m.leads_mail_disputed,
  corrected: m.leads_mail_corrected,
  remind_reply: m.leads_mail_remind_reply,
  remind_answer: m.leads_mail_remind_answer,
  remind_confirm: m.leads_mail_remind_confirm,
} satisfies Record<Exclude<LeadMove, 'offer'>, Phrase> & Record<string, Phrase>;
export type LeadNews = keyof typeof phrases;

const localeOf = (locale: string | null): At => ({ locale: isLocale(locale) ? locale : 'zh-CN' });

/**
 * Queues a mail to everybody of one side of a lead, in the unit of work of what it tells: once if that is kept, never
 * if it is not. It says what happened and where to read on; what was written, sums and names of people stay on the site.
 */
export async function tellSide(
  tx: Tx,
  lead: Pick<Lead, 'code' | 'buyerId' | 'enterpriseId' | 'productId'>,
  side: 'buyer' | 'enterprise',
  news: LeadNews,
): Promise<void> {
  const readers = await tx
    .select({
      email: users.email,
      locale: users.locale,
      organisation: organisations.name,
      product: products.name,
    })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.isActive, true)))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .innerJoin(products, eq(products.id, lead.productId))
    .where(eq(memberships.organisationId, side === 'buyer' ? lead.buyerId : lead.enterpriseId));
  await queueMail(
    ...readers.map(({ email, locale, organisation, product }) => {
      const at = localeOf(locale);
      const what = phrases[news]({}, at);
      return {
        recipient: email,
        subject: m.leads_mail_subject({ code: lead.code, what }, at),
        body: [
          m.leads_mail_body({ what, product, code: lead.code }, at),
          m.leads_mail_link({ url: siteUrl() + paths.accountLead(lead.code) }, at),
          `--\n${m.leads_mail_why({ organisation }, at)}`,
        ].join('\n\n'),
      };
    }),
  );
}

/** Queues one mail to each of the authority's staff: so many leads have newly waited for so many working days. */
export async function tellBureau(tx: Tx, count: number, days: number): Promise<void> {
  if (count === 0) return;
  const readers = await tx
    .select({ email: users.email, locale: users.locale })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.isActive, true)))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(organisations.kind, 'bureau'));
  await queueMail(
    ...readers.map(({ email, locale }) => {
      const at = localeOf(locale);
      const what = m.leads_mail_bureau({ count, days }, at);
      const url = siteUrl() + withQuery(paths.bureau(), { show: 'lead' });
      return { recipient: email, subject: what, body: `${what}\n\n${m.leads_mail_link({ url }, at)}` };
    }),
  );
}
