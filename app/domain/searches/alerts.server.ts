import { and, eq, inArray, lte, or } from 'drizzle-orm';
import { dataVersion, db, write } from '#db/client.server';
import { savedSearches, savedSearchHits, users } from '#db/schema';
import { siteUrl } from '~/env.server';
import { queueMail, type Mail } from '~/mail/queue.server';
import * as m from '~/paraglide/messages';
import { isLocale } from '~/paraglide/runtime';
import { paths } from '~/paths';
import { namedItems, partlyTexts, type NamedItem } from './items.server';
import { findNews, findsAsUsual } from './news.server';
import { nextLook } from './saved-search';
import { rememberHits } from './saved-searches.server';

const mostInMail = 20;
type Search = Awaited<ReturnType<typeof due>>[number];
let lookedAt: string | undefined;

const due = (now: Date, somethingChanged: boolean) =>
  db
    .select({
      id: savedSearches.id,
      label: savedSearches.label,
      type: savedSearches.type,
      query: savedSearches.query,
      locale: savedSearches.locale,
      frequency: savedSearches.frequency,
      stopToken: savedSearches.stopToken,
      nextAt: savedSearches.nextAt,
      email: users.email,
    })
    .from(savedSearches)
    .innerJoin(users, and(eq(users.id, savedSearches.userId), eq(users.isActive, true)))
    .where(
      or(
        somethingChanged ? eq(savedSearches.frequency, 'at_once') : undefined,
        and(inArray(savedSearches.frequency, ['daily', 'weekly']), lte(savedSearches.nextAt, now)),
      ),
    );

/**
 * Looks at every saved search whose time has come (`at_once`: whenever something changed) and queues a mail where it
 * finds what it had not found before. Any number of processes may do so at once: each hit is told by one of them.
 * Returns how many mails were queued; a search that fails is left for the next time and handed to `onFailure`.
 */
export async function runAlerts(onFailure: (error: unknown) => void, now = new Date()): Promise<number> {
  if (!findsAsUsual()) return 0;
  const version = await dataVersion();
  const searches = await due(now, !version || version !== lookedAt);
  lookedAt = version;
  let mails = 0;
  for (const search of searches) {
    try {
      if (await lookAgain(search, now)) mails += 1;
    } catch (error) {
      lookedAt = undefined;
      onFailure(error);
    }
  }
  return mails;
}

async function lookAgain(search: Search, now: Date): Promise<boolean> {
  const { fresh, untold, partly } = await findNews(search);
  if (fresh.length + untold.length === 0 && search.frequency === 'at_once') return false;
  const items = await namedItems(search.type, [...fresh, ...untold]);
  const marks = await partlyTexts(
    search,
    items.map(({ id }) => id),
    localeOf(search),
  );
  return write(async (tx) => {
    if (search.nextAt) {
      // Whoever moves it on first has the turn.
      const turn = await tx
        .update(savedSearches)
        .set({ nextAt: nextLook(search.frequency, now) })
        .where(and(eq(savedSearches.id, search.id), eq(savedSearches.nextAt, search.nextAt)))
        .returning({ id: savedSearches.id });
      if (turn.length === 0) return false;
    }
    const waited = await tx
      .update(savedSearchHits)
      .set({ isTold: true })
      .where(and(eq(savedSearchHits.savedSearchId, search.id), eq(savedSearchHits.isTold, false)))
      .returning({ itemId: savedSearchHits.itemId });
    const told = new Set([
      ...(await rememberHits(search.id, { ids: fresh, partly })),
      ...waited.map((row) => row.itemId),
    ]);
    const news = items.filter(({ id }) => told.has(id));
    if (news.length === 0) return false;
    await queueMail(mailAbout(search, news, marks));
    return true;
  });
}

const localeOf = ({ locale }: Search) => ({ locale: isLocale(locale) ? locale : ('zh-CN' as const) });

function mailAbout(search: Search, news: readonly NamedItem[], partly: Record<string, string>): Mail {
  const at = localeOf(search);
  const site = siteUrl();
  const stop = site + paths.stopAlerts(search.stopToken);
  const results = `${site}${paths.search({ type: search.type === 'scenario' ? 'scenario' : undefined })}`;
  const shown = news.slice(0, mostInMail);
  const body = [
    m.searches_mail_intro({ label: search.label, count: news.length }, at),
    ...shown.map((item) =>
      [item.title, partly[item.id], `${item.organisation}\u3000${item.code}`, site + item.path]
        .filter(Boolean)
        .join('\n'),
    ),
    m.searches_mail_all({ url: join(results, search.query) }, at),
    `--\n${m.searches_mail_why({ frequency: frequencyText(search, at) }, at)}\n${m.searches_mail_stop({ url: stop }, at)}\n${m.searches_mail_change({ url: site + paths.accountSearches() }, at)}`,
  ];
  return {
    recipient: search.email,
    subject: m.searches_mail_subject({ label: search.label, count: news.length }, at),
    body: body.join('\n\n'),
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}

const join = (address: string, query: string) =>
  query ? `${address}${address.includes('?') ? '&' : '?'}${query}` : address;

const frequencyText = ({ frequency }: Search, at: { locale: 'zh-CN' | 'en' }) =>
  frequency === 'at_once'
    ? m.searches_at_once({}, at)
    : frequency === 'daily'
      ? m.searches_daily({}, at)
      : m.searches_weekly({}, at);
