import { refusedTitle } from './refused-title';

/** Whether an answer of an action names something that has to be changed. */
const namesErrors = (answer: unknown) =>
  typeof answer === 'object' &&
  answer !== null &&
  'errors' in answer &&
  Object.values(answer.errors ?? {}).some(Boolean);

/**
 * The page of a form that was refused, with “错误：” before its title: what is read out first when a page is loaded anew,
 * as it is without scripts. With scripts the summary of the errors sees to it.
 */
export function withRefusedTitle(
  html: Uint8Array<ArrayBuffer>,
  actionData: Record<string, unknown> | null | undefined,
): Uint8Array<ArrayBuffer> {
  if (!Object.values(actionData ?? {}).some(namesErrors)) return html;
  const at = Buffer.from(html).indexOf('<title>');
  if (at < 0) return html;
  const end = at + '<title>'.length;
  return Buffer.concat([html.subarray(0, end), Buffer.from(refusedTitle('', true)), html.subarray(end)]);
}
