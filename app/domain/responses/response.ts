import * as m from '~/paraglide/messages';
export { responseStates } from '#db/schema/words';
import type { responseStates } from '#db/schema/words';

export type ResponseState = (typeof responseStates)[number];

export const responseStateLabel = (state: ResponseState) =>
  ({ submitted: m.account_response_submitted, withdrawn: m.domain_state_withdrawn })[state]();
