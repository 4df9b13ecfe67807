import { todayOn } from '~/domain/calendar';
import { publicationCsv } from '~/domain/open-data/publication-csv';
import { findPublicPublication } from '~/domain/publications/publications.server';
import { notFound } from '~/http.server';
import { guard } from '~/session/guard.server';

/** The official table for spreadsheets. */
export const loader = guard('public', async ({ params }) => {
  const publication = await findPublicPublication(params.code ?? '', todayOn());
  if (!publication) throw notFound();
  return new Response(publicationCsv(publication), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${publication.code.replace(/[^\w.-]/g, '_')}.csv"`,
    },
  });
});
