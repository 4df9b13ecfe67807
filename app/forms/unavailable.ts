/**
 * What guard() answers with 503 when the database cannot keep what was sent: the page is shown again with it.
 * PageHead and ConfirmPage say so; forms find `values` where a refusal would have left them.
 */
export type UnavailableAnswer = {
  unavailable: true;
  intent: string;
  values: Record<string, string | string[]>;
  errors: Record<string, string>;
};

export const isUnavailable = (answer: unknown): answer is UnavailableAnswer =>
  typeof answer === 'object' && answer !== null && 'unavailable' in answer;

/** What the action itself answered, for pages whose action only ever answers to refuse. */
export const refusalIn = <T>(answer: T | undefined): T | undefined =>
  isUnavailable(answer) ? undefined : answer;
