import * as m from '~/paraglide/messages';
import { Tag } from '../tag';

/** Says that a hit meets only a part of what was asked, and which pieces it lacks. */
export function Partly({ pieces }: { pieces: readonly string[] | undefined }) {
  if (!pieces || pieces.length === 0) return null;
  return (
    <p className="meta">
      <Tag tone="neutral">{m.site_partly()}</Tag>
      <span>{m.site_partly_lacks({ words: pieces.join(m.site_list_comma()) })}</span>
    </p>
  );
}
