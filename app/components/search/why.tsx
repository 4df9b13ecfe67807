import { mostReasons, type Reason } from '~/domain/search/search-result';
import * as m from '~/paraglide/messages';

const fieldText: Record<Reason['field'], () => string> = {
  name: m.site_why_name,
  org: m.site_why_org,
  cat: m.site_why_cat,
  specs: m.site_why_specs,
  summary: m.site_why_summary,
  linked: m.site_why_linked,
  marks: m.site_why_specs,
};

/** 机巢→机库 (同义): what was typed, and the word that stands there where it is another. */
function wordsOf({ typed, word, how, relation }: Reason): string {
  // a quantity is stored in a spelling that nobody writes
  if (how === 'quantity') return relation === 'same' ? typed : m.site_why_near({ words: typed });
  const words = typed === word ? word : m.site_why_turned({ typed, word });
  if (how === 'pinyin' || how === 'initials') return m.site_why_pinyin({ words });
  if (how === 'slip') return m.site_why_slip({ words });
  if (relation === 'synonym') return m.site_why_synonym({ words });
  if (relation === 'related') return m.site_why_related({ words });
  return words;
}

/** Why a hit is there: the first of its reasons, each with the field where the word stands. */
export function Why({ reasons }: { reasons: readonly Reason[] | undefined }) {
  if (!reasons || reasons.length === 0) return null;
  const texts = reasons.slice(0, mostReasons).map((one) => `${fieldText[one.field]()} · ${wordsOf(one)}`);
  return (
    <p className="meta">
      <span>{m.site_why()}</span>
      {[...new Set(texts)].map((text) => (
        <span key={text}>{text}</span>
      ))}
    </p>
  );
}
