import { write } from '#db/client.server';
import { mails } from '#db/schema';

/** A mail to one person, plain text. */
export type Mail = { recipient: string; subject: string; body: string; headers?: Record<string, string> };

/** Queues a mail; inside a unit of work it is sent only when the whole is kept. */
export const queueMail = ({ headers = {}, ...mail }: Mail): Promise<void> =>
  write(async (tx) => void (await tx.insert(mails).values({ ...mail, headers })));
