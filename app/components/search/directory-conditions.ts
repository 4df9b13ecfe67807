import { own } from '~/domain/pick';
import { organisationKindLabel } from '~/domain/organisations/organisation-kind';
import {
  publicationKindLabel,
  publicationKinds,
  type PublicationKind,
} from '~/domain/publications/publication';
import {
  directoryHref,
  directoryOrganisationKinds,
  type DirectoryQuery,
} from '~/domain/search/directory-query';
import type { DirectoryResult } from '~/domain/search/directory-result';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import type { FacetGroup, RangeGroup } from '../facets';
import { yearsText, type Condition } from './conditions';
import { choiceText } from './words';

const kindText = (type: DirectoryQuery['type'], kind: string) =>
  type === 'publication'
    ? publicationKindLabel(kind as PublicationKind)
    : organisationKindLabel(kind as 'enterprise' | 'buyer');

/** The conditions that narrow publications or organisations, with the address without each. */
export function directoryConditions(
  query: DirectoryQuery,
): (Pick<Condition, 'label' | 'sentence'> & { href: string })[] {
  const one = (name: string, value: string, change: Partial<DirectoryQuery>) => ({
    label: m.site_condition({ name, value }),
    sentence: m.site_condition_sentence({ name, value }),
    href: directoryHref(query, change),
  });
  const years = yearsText(query);
  return [
    ...query.kind.map((kind) =>
      one(m.site_directory_kind(), kindText(query.type, kind), {
        kind: query.kind.filter((x) => x !== kind),
      }),
    ),
    ...query.district.map((district) =>
      one(choiceText('district'), termLabel(district), {
        district: query.district.filter((x) => x !== district),
      }),
    ),
    ...(years ? [one(m.site_year(), years, { yearMin: undefined, yearMax: undefined })] : []),
  ];
}

/** What publications or organisations can be narrowed by, with how many there are of each. */
export function directoryFacets(query: DirectoryQuery, result: DirectoryResult): (FacetGroup | RangeGroup)[] {
  const kinds = query.type === 'publication' ? publicationKinds : directoryOrganisationKinds;
  const kind: FacetGroup = {
    name: 'kind',
    label: m.site_directory_kind(),
    options: kinds.map((value) => ({
      value,
      label: kindText(query.type, value),
      count: result.facets.kind?.[value] ?? 0,
      checked: query.kind.includes(value),
    })),
  };
  if (query.type === 'publication') {
    const years: RangeGroup = {
      label: m.site_year(),
      minName: 'yearMin',
      maxName: 'yearMax',
      min: query.yearMin === undefined ? undefined : String(query.yearMin),
      max: query.yearMax === undefined ? undefined : String(query.yearMax),
      unit: m.site_unit_year(),
    };
    return [kind, years];
  }
  const counts = result.facets.district ?? {};
  const districts = [
    ...new Set([
      ...Object.keys(counts).sort((a, b) => counts[b]! - counts[a]! || (a < b ? -1 : 1)),
      ...query.district,
    ]),
  ];
  if (districts.length === 0) return [kind];
  return [
    kind,
    {
      name: 'district',
      label: choiceText('district'),
      options: districts.map((value) => ({
        value,
        label: termLabel(value),
        count: own(counts, value) ?? 0,
        checked: query.district.includes(value),
      })),
    },
  ];
}
