import { z } from 'zod';
import { writeStrategies } from '#db/write-strategy';

z.config({ jitless: true });

const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .default('false')
  .transform((value) => value === 'true' || value === '1');
const workingDays = (usual: number) => z.coerce.number().int().min(1).max(250).default(usual);
const optional = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();

const Env = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    DATA_DIR: z.string().min(1).default('./data'),
    DATABASE_URL: optional,
    WRITE_STRATEGY: optional.pipe(z.enum(writeStrategies).optional()),
    MEILI_HOST: optional,
    MEILI_KEY: optional,
    SESSION_SECRET: optional,
    SITE_URL: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
    SMTP_URL: optional.pipe(z.url({ protocol: /^smtps?$/ }).optional()),
    MAIL_FROM: z.string().min(3).default('no-reply@localhost'),
    SITE_HOST_ORGANISATION: optional,
    SITE_RECORD_NUMBER: optional,
    SITE_CONTACT: optional,
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    TRUST_PROXY: flag,
    METRICS_TOKEN: optional.pipe(z.string().min(16, 'must have at least 16 characters').optional()),
    DRAIN_SECONDS: z.coerce.number().min(0).max(300).default(1),
    LEAD_REMIND_DAYS: z
      .string()
      .default('3,5')
      .transform((value) => value.split(',').map(Number))
      .refine((days) => days.every((each) => Number.isInteger(each) && each >= 1 && each <= 250), {
        error: 'must be numbers of working days, such as 3,5',
      }),
    LEAD_BUREAU_DAYS: workingDays(7),
    LEAD_LAPSE_DAYS: workingDays(20),
    CONTRACT_CONFIRM_DAYS: workingDays(15),
    MIN_FREE_MB: z.coerce.number().min(0).default(200),
  })
  .superRefine((values, context) => {
    const missing = (key: string, message: string) =>
      context.addIssue({ code: 'custom', path: [key], message });
    if (values.SESSION_SECRET === undefined) {
      if (values.NODE_ENV === 'production') missing('SESSION_SECRET', 'is required in production');
    } else if (values.SESSION_SECRET.length < 32) {
      missing('SESSION_SECRET', 'must have at least 32 characters');
    }
    if (values.SMTP_URL && values.MAIL_FROM === 'no-reply@localhost')
      missing('MAIL_FROM', 'is required when SMTP_URL is set');
    if (values.MEILI_HOST && !values.MEILI_KEY) missing('MEILI_KEY', 'is required when MEILI_HOST is set');
  });

export type Env = z.infer<typeof Env> & { SESSION_SECRET: string };

/** Reads the settings. Throws one error that names every missing or wrong key. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const result = Env.safeParse(source);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The settings are not complete:\n${lines.join('\n')}`);
  }
  // Outside production a fixed secret keeps people signed in over restarts.
  return {
    ...result.data,
    SESSION_SECRET: result.data.SESSION_SECRET ?? 'development-only-secret-not-for-use',
  };
}

/** The settings of this process, read once; importing this file fails when they are not complete. */
export const env: Env = readEnv(process.env);

/** How the site is called in mails and feeds: SITE_URL, or where this process listens. No slash at the end. */
export const siteUrl = () => (env.SITE_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/+$/, '');
