import { useActionData } from '@remix-run/react';
import { isUnavailable } from '~/forms/unavailable';
import * as m from '~/paraglide/messages';
import { Notice } from './notice';

/** Said on the page that sent a form which could not be kept just now; nothing otherwise. */
export function UnavailableNotice() {
  if (!isUnavailable(useActionData())) return null;
  return (
    <Notice tone="danger" title={m.common_unavailable()} live>
      {m.common_unavailable_text()}
    </Notice>
  );
}
