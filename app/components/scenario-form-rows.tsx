import { resourceKinds, termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { Remarks } from './form-field';
import { OptionalMark } from './form-parts';

export function RequirementRows({
  lines,
  rows,
  error,
}: {
  lines: readonly string[];
  rows: number;
  error?: string;
}) {
  return (
    <fieldset className={error ? 'field bad' : 'field'} aria-describedby="requirement-hint">
      <legend>{m.bureau_scenario_requirements()}</legend>
      <Remarks id="requirement" hint={m.bureau_scenario_requirements_hint()} error={error} />
      {Array.from({ length: rows }, (_, index) => (
        <input
          key={index}
          id={index === 0 ? 'requirement' : `requirement.${index}`}
          name="requirement"
          className={error ? 'input wrong' : 'input'}
          aria-label={m.bureau_scenario_requirement_line({ n: index + 1 })}
          aria-describedby={error ? 'requirement-error' : undefined}
          defaultValue={lines[index] ?? ''}
        />
      ))}
      <Button small name="intent" value="add-requirement" formNoValidate>
        {m.bureau_add_row()}
      </Button>
    </fieldset>
  );
}

interface ResourceRowsProps {
  kinds: readonly string[];
  lines: readonly string[];
  rows: number;
  error?: string;
}

export function ResourceRows({ kinds, lines, rows, error }: ResourceRowsProps) {
  return (
    <fieldset className={error ? 'field bad' : 'field'} aria-describedby="resourceText-hint">
      <legend>
        {m.bureau_scenario_resources()}
        <OptionalMark />
      </legend>
      <Remarks id="resourceText" hint={m.bureau_scenario_resources_hint()} error={error} />
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="field-row">
          <select
            name="resourceKind"
            className="input"
            aria-label={m.bureau_scenario_resource_kind({ n: index + 1 })}
            defaultValue={kinds[index] ?? resourceKinds[0]}
          >
            {resourceKinds.map((kind) => (
              <option key={kind} value={kind}>
                {termLabel(kind)}
              </option>
            ))}
          </select>
          <input
            id={index === 0 ? 'resourceText' : `resourceText.${index}`}
            name="resourceText"
            className={error ? 'input wrong' : 'input'}
            aria-label={m.bureau_scenario_resource_text({ n: index + 1 })}
            defaultValue={lines[index] ?? ''}
          />
        </div>
      ))}
      <Button small name="intent" value="add-resource" formNoValidate>
        {m.bureau_add_row()}
      </Button>
    </fieldset>
  );
}
