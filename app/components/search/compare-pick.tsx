import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

const form = 'compare';

/**
 * The button that opens the ticked products of a list side by side. `action`: a page that looks at the ticks first; its
 * address gets `compare`, so that it sees when nothing was ticked.
 */
export function CompareButton({ action }: { action?: string }) {
  return (
    <form id={form} method="get" action={action ?? paths.compare([])} className="no-print">
      {action ? <input type="hidden" name="compare" value="1" /> : null}
      <button type="submit" className="btn s">
        {m.compare_picked()}
      </button>
    </form>
  );
}

/** Ticks one product of a list for the comparison. */
export function ComparePick({ code, name, checked }: { code: string; name: string; checked?: boolean }) {
  return (
    <label className="pick no-print">
      <input type="checkbox" name="p" value={code} form={form} defaultChecked={checked} autoComplete="off" />
      <span>{m.compare_pick()}</span>
      <span className="vh"> {name}</span>
    </label>
  );
}
