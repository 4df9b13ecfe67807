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

type BusyPage = { again: string; requestId: string; cookie?: string };

/**
 * The page for searches that are refused while the site is overloaded: written without React, in both languages
 * (the visitor's first), because rendering is what there is no time for.
 */
export function busyPage({ again, requestId, cookie }: BusyPage): string {
  const here = getLocale();
  const [first, ...others] = [here, ...locales.filter((locale) => locale !== here)];
  const words = (locale: (typeof locales)[number], heading: 'h1' | 'h2') => `
    <section lang="${locale}" class="stack">
      <${heading}>${escape(m.common_busy({}, { locale }))}</${heading}>
      <p>${escape(m.common_busy_text({}, { locale }))}</p>
      <div class="actions">
        <a class="btn act" href="${escape(again)}">${escape(m.common_busy_again({}, { locale }))}</a>
        <a class="btn" href="${paths.products()}">${escape(m.common_nav_products({}, { locale }))}</a>
        <a class="btn" href="${paths.scenarios()}">${escape(m.common_nav_scenarios({}, { locale }))}</a>
      </div>
    </section>`;
  return `<!DOCTYPE html>
<html lang="${here}" class="${readModes(cookie ?? null).join(' ')}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${escape(m.common_busy())}｜${escape(m.common_site_name())}</title>
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
