import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { Link } from './link';
import { Preferences, type PreferencesProps } from './preferences';

export interface SiteFooterProps {
  /** The organiser and the filing number, as configured; left out when not. */
  site?: { hostOrganisation?: string | null; recordNumber?: string | null } | null;
  /** On phones the bar has no room for language and modes; they stand here. */
  preferences?: PreferencesProps;
}

/** The foot of every page. */
export function SiteFooter({ site, preferences }: SiteFooterProps) {
  const organiser = site?.hostOrganisation;
  const filing = site?.recordNumber;
  return (
    <footer className="foot">
      <div className="wrap">
        <ul>
          <li>
            <Link href={paths.about()}>{m.common_foot_about()}</Link>
          </li>
          <li>
            <Link href={paths.feedback()}>{m.common_foot_feedback()}</Link>
          </li>
          <li>
            <Link href={paths.accessibility()}>{m.common_foot_accessibility()}</Link>
          </li>
          <li>
            <Link href={paths.openData()}>{m.common_foot_open_data()}</Link>
          </li>
        </ul>
        {organiser || filing ? (
          <p className="cluster">
            {organiser ? <span>{m.common_foot_organiser({ organiser })}</span> : null}
            {filing ? <span>{m.common_foot_filing({ filing })}</span> : null}
          </p>
        ) : null}
        <p>{m.common_foot_demo()}</p>
        {preferences ? <Preferences {...preferences} /> : null}
      </div>
    </footer>
  );
}
