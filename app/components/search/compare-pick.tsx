import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

const form = 'compare';

/** The button that opens the ticked products of a list side by side. */
export function CompareButton() {
  return (
    <form id={form} method="get" action={paths.compare([])} className="no-print">
      <button type="submit" className="btn s">
        {m.compare_picked()}
      </button>
    </form>
  );
}

/** Ticks one product of a list for the comparison. */
export function ComparePick({ code, name }: { code: string; name: string }) {
  return (
    <label className="pick no-print">
      <input type="checkbox" name="p" value={code} form={form} autoComplete="off" />
      <span>{m.compare_pick()}</span>
      <span className="vh"> {name}</span>
    </label>
  );
}
