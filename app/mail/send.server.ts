import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { and, asc, eq, isNull, lte, or } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { db, write } from '#db/client.server';
import { mails } from '#db/schema';
import { env } from '~/env.server';

const batch = 20;
const retryMs = 60_000;
/** After so many failures (about three days) a mail stays, with its failure, until somebody looks at it. */
const mostAttempts = 12;
const never = new Date(Date.UTC(9999, 0));

type Waiting = typeof mails.$inferSelect;

/**
 * Sends the mails that wait, at most 20: to the server of SMTP_URL, or into files under DATA_DIR/mail where none is
 * set. A mail may go twice when the process ends between sending and noting it, never not at all. Returns how many
 * went; a failure is handed to `onFailure` and tried again later, each time after twice the pause.
 */
export async function sendMails(onFailure: (error: unknown) => void, now = new Date()): Promise<number> {
  const due = await db
    .select()
    .from(mails)
    .where(or(isNull(mails.notBefore), lte(mails.notBefore, now)))
    .orderBy(asc(mails.createdAt))
    .limit(batch);
  let sent = 0;
  for (const mail of due) {
    if (!(await claim(mail, now))) continue;
    try {
      await deliver(mail);
      await write(async (tx) => void (await tx.delete(mails).where(eq(mails.id, mail.id))));
      sent += 1;
    } catch (error) {
      const failure = (error instanceof Error ? error.message : String(error)).slice(0, 300);
      await write(async (tx) => void (await tx.update(mails).set({ failure }).where(eq(mails.id, mail.id))));
      onFailure(error);
    }
  }
  return sent;
}

/** Takes the mail for this process and sets when it is tried again should that fail. */
const claim = ({ id, attempts }: Waiting, now: Date): Promise<boolean> =>
  write(async (tx) => {
    const again = attempts + 1 >= mostAttempts ? never : new Date(now.getTime() + retryMs * 2 ** attempts);
    const rows = await tx
      .update(mails)
      .set({ attempts: attempts + 1, notBefore: again })
      .where(and(eq(mails.id, id), eq(mails.attempts, attempts)))
      .returning({ id: mails.id });
    return rows.length > 0;
  });

async function deliver({ id, recipient, subject, body, headers }: Waiting) {
  const message = { from: env.MAIL_FROM, to: recipient, subject, text: body, headers };
  if (env.SMTP_URL) {
    await smtp().sendMail({ ...message, messageId: `<${id}@${new URL(env.SMTP_URL).hostname}>` });
    return;
  }
  const { message: bytes } = await files.sendMail(message);
  const folder = path.join(env.DATA_DIR, 'mail');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${id}.eml`);
  await writeFile(`${file}.part`, bytes as Buffer);
  await rename(`${file}.part`, file);
}

const files = createTransport({ streamTransport: true, buffer: true });
let server: ReturnType<typeof createTransport> | undefined;
const smtp = () =>
  (server ??= createTransport({ url: env.SMTP_URL, connectionTimeout: 10_000, socketTimeout: 30_000 }));
