import { Form } from '@remix-run/react';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

export interface PreferencesProps {
  locale: 'zh-CN' | 'en';
  /** Which ways of showing the site are switched on. */
  modes: readonly string[];
  /** The address one comes back to. */
  returnTo: string;
}

/** Language and modes: buttons that look like links, since they change what is kept. */
export function Preferences({ locale, modes, returnTo }: PreferencesProps) {
  const other = locale === 'en' ? { lang: 'zh-CN', label: '中文' } : { lang: 'en', label: 'English' };
  return (
    <Form
      className="prefs end"
      method="post"
      action={paths.preferences()}
      reloadDocument
      aria-label={m.common_preferences()}
    >
      <input type="hidden" name="returnTo" value={returnTo} />
      <button className="link" name="lang" value={other.lang} lang={other.lang}>
        {other.label}
      </button>
      <button className="link" name="mode" value="elder" aria-pressed={modes.includes('elder')}>
        {m.common_mode_elder()}
      </button>
      <button className="link" name="mode" value="contrast" aria-pressed={modes.includes('contrast')}>
        {m.common_mode_contrast()}
      </button>
    </Form>
  );
}
