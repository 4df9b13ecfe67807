/** What `work` gives, or `late` when that takes longer than `ms`. A failure of `work` is a failure while it is in time. */
export async function within<T, L>(ms: number, work: Promise<T>, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<L>((resolve) => (timer = setTimeout(() => resolve(late), ms)));
  work.catch(() => undefined); // nobody listens any more when it fails late
  return Promise.race([work, patience]).finally(() => clearTimeout(timer));
}
