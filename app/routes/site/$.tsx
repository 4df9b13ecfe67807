import { notFound } from '~/http.server';
import { guard } from '~/session/guard.server';

/** Any address nobody else answers. */
export const loader = guard('public', () => {
  throw notFound();
});

// With a component the answer is the error page of the root, not bare data.
export default function NotFoundPage() {
  return null;
}
