import type { ShouldRevalidateFunction } from '@remix-run/react';

/**
 * A refused act (403, 409) has to show what happened meanwhile: by itself the router keeps what the page knew
 * before when an action answers with an error status.
 */
export const revalidateOnConflict: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || actionStatus === 403 || defaultShouldRevalidate;
