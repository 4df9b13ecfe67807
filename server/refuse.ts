import type { Request, Response } from 'express';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { plainPage, type PlainPage } from './plain-page';

type Words = Pick<PlainPage, 'title' | 'text'>;
/** What is said of each reason to refuse; `status` is the answer's. */
const reasons = {
  address: { status: 400, title: m.common_error_400, text: m.common_error_400_text },
  longAddress: { status: 414, title: m.common_error_400, text: m.common_error_400_text },
  origin: { status: 403, title: m.common_error_origin, text: m.common_error_origin_text },
  size: { status: 413, title: m.common_error_413, text: m.common_error_413_text },
  fault: { status: 500, title: m.common_error_500, text: m.common_error_500_text },
} satisfies Record<string, Words & { status: number }>;
export type Reason = keyof typeof reasons;

/** The answer to a request that gets no further: its status, type and text, made in the language of the request. */
export function refusalOf(req: Request, res: Response, reason: Reason) {
  const { status, title, text } = reasons[reason];
  const requestId = String(res.locals.requestId);
  if (req.path.startsWith('/api/')) {
    const problem = { type: 'about:blank', title: title({}, { locale: 'en' }), status, requestId };
    return { status, type: 'application/problem+json; charset=utf-8', body: JSON.stringify(problem) };
  }
  const actions = [{ href: paths.home(), label: m.common_error_home }];
  const body = plainPage({ title, text, actions, requestId, cookie: req.headers.cookie });
  return { status, type: 'text/html; charset=utf-8', body };
}

/** Answers a request that gets no further: a page in both languages with the number of the request. */
export function refuse(req: Request, res: Response, reason: Reason): void {
  const { status, type, body } = refusalOf(req, res, reason);
  res.status(status).set({ 'Content-Type': type, 'Cache-Control': 'no-store' }).send(body);
}
