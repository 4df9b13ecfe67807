import { readModes } from '~/modes';
import * as m from '~/paraglide/messages';
import { getLocale, locales } from '~/paraglide/runtime';
import { paths } from '~/paths';
import styles from '~/styles/index.css?url';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character]!);

type Locale = (typeof locales)[number];
type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;
export type PlainPage = {
  title: Message;
  text: Message;
  actions: readonly { href: string; label: Message; isMain?: boolean }[];
  requestId: string;
  /** the Cookie header: how the visitor reads */
  cookie: string | undefined;
};

/**
 * A page for answers given before there is a page: written without React, in both languages (the visitor's first),
 * with the number of the request. In the language of the request that calls it.
 */
export function plainPage({ title, text, actions, requestId, cookie }: PlainPage): string {
  const here = getLocale();
  const [first, ...others] = [here, ...locales.filter((locale) => locale !== here)];
  const words = (locale: Locale, heading: 'h1' | 'h2') => `
    <section lang="${locale}" class="stack">
      <${heading}>${escape(title({}, { locale }))}</${heading}>
      <p>${escape(text({}, { locale }))}</p>
      <div class="actions">${actions
        .map(
          ({ href, label, isMain }) => `
        <a class="btn${isMain ? ' act' : ''}" href="${escape(href)}">${escape(label({}, { locale }))}</a>`,
        )
        .join('')}
      </div>
    </section>`;
  return `<!DOCTYPE html>
<html lang="${here}" class="${readModes(cookie ?? null).join(' ')}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${escape(title({}, { locale: here }))}｜${escape(m.common_site_name())}</title>
    <link rel="stylesheet" href="${styles}">
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  </head>
  <body>
    <header><div class="masthead"><div class="wrap">
      <a class="brand" href="${paths.home()}"><svg aria-hidden="true"><use href="/seals.svg#site"></use></svg>${escape(m.common_site_name())}</a>
    </div></div></header>
    <main id="main"><div class="wrap"><div class="narrow-page">${words(first!, 'h1')}
      <hr>${others.map((locale) => words(locale, 'h2')).join('')}
      <p class="request-id">${escape(m.common_error_request({ id: requestId }))}</p>
    </div></div></main>
  </body>
</html>
`;
}
