import { keepLocale } from '~/domain/accounts/sessions.server';
import { badRequest, redirectTo } from '~/http.server';
import { isMode, modes, readModes } from '~/modes';
import { isLocale } from '~/paraglide/runtime';
import { paths, safeReturnTo } from '~/paths';
import { guard } from '~/session/guard.server';

const aYear = 'Path=/; Max-Age=31536000; SameSite=Lax';

export const loader = guard('public', () => redirectTo(paths.home()));

/** Switches the language, or one way of showing pages on or off, then returns to where the reader was. */
export const action = guard('public', async ({ request, viewer }) => {
  const form = await request.formData();
  const headers = new Headers();

  const lang = form.get('lang');
  if (lang !== null) {
    if (!isLocale(lang)) throw badRequest();
    if (viewer) await keepLocale(viewer.userId, lang);
    headers.append('Set-Cookie', `lang=${lang}; ${aYear}`);
  }

  const mode = form.get('mode');
  if (mode !== null) {
    if (!isMode(mode)) throw badRequest();
    const current = readModes(request.headers.get('Cookie'));
    const chosen = modes.filter((each) => (each === mode) !== current.includes(each));
    headers.append('Set-Cookie', `modes=${chosen.join('.')}; ${aYear}`);
  }

  return redirectTo(safeReturnTo(form.get('returnTo')), headers);
});
