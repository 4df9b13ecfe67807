import { findProductRecord } from '~/domain/products/product-record.server';
import { problem } from '~/http.server';
import { guard } from '~/session/guard.server';

export const loader = guard('public', async ({ params }) => {
  const found = await findProductRecord(params.code ?? '');
  return found
    ? Response.json(found)
    : problem(404, 'No such product', 'No published product has this code.');
});
