import { write } from '#db/client.server';
import { mails } from '#db/schema';

/** A mail to one person, plain text. */
export type Mail = { recipient: string; subject: string; body: string; headers?: Record<string, string> };

/** Queues mails; inside a unit of work they are sent only when the whole is kept. */
export const queueMail = (...waiting: Mail[]): Promise<void> =>
  write(async (tx) => {
    if (waiting.length === 0) return;
    await tx.insert(mails).values(waiting.map(({ headers = {}, ...mail }) => ({ ...mail, headers })));
  });
