import { Form, useLocation } from '@remix-run/react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';

export interface FacetOption {
  value: string;
  label: string;
  /** How many there would be; left out where it is not counted. */
  count?: number;
  checked?: boolean;
}

export interface FacetGroup {
  /** The name of the parameter. */
  name: string;
  label: string;
  options: readonly FacetOption[];
  /** Closed at first; a group with something checked is open all the same. */
  closed?: boolean;
  /** Only one at a time. */
  single?: boolean;
}

export interface RangeGroup {
  label: string;
  minName: string;
  maxName: string;
  min?: string;
  max?: string;
  unit: string;
  hint?: ReactNode;
  closed?: boolean;
}

export interface FacetsProps {
  action: string;
  groups: readonly (FacetGroup | RangeGroup)[];
  /** What else is in the address and has to stay: q, sort, type. */
  keep: readonly { name: string; value: string }[];
  /** How many conditions are set. */
  selected: number;
  /** How many results there are now. */
  total?: number;
}

/** What stands beside the facets: with a keyboard one gets there past all of them. */
export const resultsId = 'results';

/** Groups longer than this get a box to find something in them. */
const LONG = 8;

/** Conditions beside a list: a drawer on phones, a column on desktops. One GET form, one button. */
export function Facets({ action, groups, keep, selected, total }: FacetsProps) {
  const drawer = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // Browsers that cannot open it by style sheet alone.
    if (drawer.current && window.matchMedia?.('(min-width: 900px)').matches) drawer.current.open = true;
  }, []);
  return (
    <Form className="facets" aria-label={m.common_facets()} method="get" action={action}>
      <a className="skip" href={`#${resultsId}`}>
        {m.common_skip_results()}
      </a>
      {keep.map(({ name, value }, index) => (
        <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
      ))}
      <details className="drawer" ref={drawer}>
        <summary>
          {selected > 0 ? m.common_facets_selected({ count: formatNumber(selected) }) : m.common_facets()}
        </summary>
        <div>
          {groups.map((group) =>
            'options' in group ? (
              <Group key={group.name} group={group} />
            ) : (
              <Range key={group.minName} group={group} />
            ),
          )}
          <p className="submit">
            <button type="submit" className="btn wide">
              {m.common_facets_apply()}
            </button>
          </p>
          {total === undefined ? null : (
            <p className="small soft mt-2">{m.common_facets_total({ count: formatNumber(total) })}</p>
          )}
        </div>
      </details>
    </Form>
  );
}

function Group({ group }: { group: FacetGroup }) {
  const { name, label, options, closed = false, single = false } = group;
  const long = options.length > LONG;
  const asked = new URLSearchParams(useLocation().search).get(findName(name)) ?? '';
  const [find, setFind] = useState(asked);
  const wanted = long ? find.trim().toLowerCase() : '';
  const shows = ({ label }: FacetOption) => wanted === '' || label.toLowerCase().includes(wanted);
  const open = !closed || asked !== '' || options.some((option) => option.checked);
  return (
    <details className="group" open={open}>
      <summary>{label}</summary>
      <div className="facet" role="group" aria-label={label}>
        {long ? <FindBox group={group} value={find} onChange={setFind} /> : null}
        <ul className={long ? 'long' : undefined}>
          {options.map((option) => (
            // The key holds the state: after navigation the boxes follow the address.
            <li key={`${option.value}-${String(option.checked ?? false)}`} hidden={!shows(option)}>
              <label className={option.count === 0 ? 'none' : undefined}>
                <input
                  type={single ? 'radio' : 'checkbox'}
                  name={name}
                  value={option.value}
                  defaultChecked={option.checked}
                />
                <span>{option.label}</span>
                {option.count === undefined ? null : <span className="c">{formatNumber(option.count)}</span>}
              </label>
            </li>
          ))}
        </ul>
        {long ? (
          <p className="small soft" role="status">
            {options.some(shows) ? null : m.common_facet_find_none()}
          </p>
        ) : null}
      </div>
    </details>
  );
}

const findName = (name: string) => `find-${name}`;

/** Finds while one types; without scripts it goes with the form, and the next page lists what it found. */
function FindBox(props: { group: FacetGroup; value: string; onChange: (value: string) => void }) {
  const { name, label, options } = props.group;
  const id = useId();
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  return (
    <>
      <label className="vh" htmlFor={id}>
        {m.common_facet_find({ label })}
      </label>
      <input
        className="find"
        id={id}
        name={scripted ? undefined : findName(name)}
        type="search"
        autoComplete="off"
        placeholder={m.common_facet_find_placeholder({ count: formatNumber(options.length) })}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
    </>
  );
}

function Range({ group }: { group: RangeGroup }) {
  const id = useId();
  return (
    <details className="group" open={!group.closed || Boolean(group.min ?? group.max)}>
      <summary>{group.label}</summary>
      <div className="facet">
        <div className="range">
          <label className="vh" htmlFor={`${id}-min`}>
            {m.common_range_min({ label: group.label })}
          </label>
          <input
            key={`min-${group.min ?? ''}`}
            id={`${id}-min`}
            name={group.minName}
            inputMode="decimal"
            placeholder={m.common_range_any()}
            defaultValue={group.min}
          />
          <span>{m.common_range_to()}</span>
          <label className="vh" htmlFor={`${id}-max`}>
            {m.common_range_max({ label: group.label })}
          </label>
          <input
            key={`max-${group.max ?? ''}`}
            id={`${id}-max`}
            name={group.maxName}
            inputMode="decimal"
            placeholder={m.common_range_any()}
            defaultValue={group.max}
          />
          <span>{group.unit}</span>
        </div>
        {group.hint ? <p className="small soft mt-2">{group.hint}</p> : null}
      </div>
    </details>
  );
}
