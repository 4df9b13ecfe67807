import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { own } from '~/domain/pick';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

/** What has just been done, for the words the page knows. */
export function Done({ done }: { done: string | null }) {
  const words: Record<string, () => string> = {
    published: m.account_done_published,
    draft: m.account_done_draft,
    withdrawn: m.account_done_withdrawn,
    offering: m.account_done_offering,
    'offering-withdrawn': m.account_done_offering_withdrawn,
  };
  const text = own(words, done);
  return text ? (
    <Notice tone="ok" live>
      {text()}
      {done === 'offering' ? (
        <>
          {' '}
          <Link href={paths.scenarios()}>{m.account_find_scenarios()}</Link>
        </>
      ) : null}
    </Notice>
  ) : null;
}
