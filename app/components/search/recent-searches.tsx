import { useEffect, useState } from 'react';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { Button } from '../button';
import { Link } from '../link';

type Store = typeof import('~/recent-searches');

export interface RecentSearchesProps {
  /** The words of this page, if they are to be kept. */
  remember?: string;
  /** Where nothing is kept it says nothing of it. */
  quiet?: boolean;
}

/** What was searched for on this device, if it keeps any. There only with scripts, which are loaded for it. */
export function RecentSearches({ remember, quiet = false }: RecentSearchesProps) {
  const [store, setStore] = useState<Store>();
  const [recent, setRecent] = useState<ReturnType<Store['readRecent']>>();
  useEffect(() => {
    let gone = false;
    void import('~/recent-searches').then((loaded) => {
      if (gone) return;
      setStore(loaded);
      // What is shown is what came before.
      setRecent(loaded.readRecent());
      if (remember) loaded.rememberSearch(remember);
    });
    return () => {
      gone = true;
    };
  }, [remember]);
  const others = recent?.words.filter((word) => word !== remember) ?? [];
  if (!store || !recent || (recent.on ? others.length === 0 : quiet)) return null;
  return (
    <section className="cluster small mt-5 no-print" aria-label={m.site_recent()}>
      <span className="soft">{recent.on ? m.site_recent() : m.site_recent_off()}</span>
      {others.map((word) => (
        <Link key={word} className="solo" href={paths.search({ q: word })}>
          {word}
        </Link>
      ))}
      {recent.on ? (
        <>
          <Button small tone="quiet" type="button" onClick={() => setRecent(store.forgetSearches(true))}>
            {m.site_recent_clear()}
          </Button>
          <Button small tone="quiet" type="button" onClick={() => setRecent(store.forgetSearches(false))}>
            {m.site_recent_stop()}
          </Button>
        </>
      ) : (
        <Button small tone="quiet" type="button" onClick={() => setRecent(store.forgetSearches(true))}>
          {m.site_recent_start()}
        </Button>
      )}
    </section>
  );
}
