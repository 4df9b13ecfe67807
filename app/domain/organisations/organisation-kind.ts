import * as m from '~/paraglide/messages';
export { organisationKinds } from '#db/schema/words';
import type { organisationKinds } from '#db/schema/words';

export type OrganisationKind = (typeof organisationKinds)[number];

export const organisationKindLabel = (kind: OrganisationKind) =>
  ({
    enterprise: m.domain_organisation_enterprise,
    buyer: m.domain_organisation_buyer,
    bureau: m.domain_organisation_bureau,
  })[kind]();
