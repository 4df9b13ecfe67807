import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolutionMs = 20;
const sampleMs = 500;
/** Later than this … */
export const lateMs = 200;
/** … for this long: overloaded. */
const overloadedAfterMs = 2_000;
const calmAfterMs = 1_000;

/** When a series of samples is an overload, and when it is over. Times in milliseconds, whatever the clock's zero. */
export class OverloadJudge {
  overloaded = false;
  private lateSince: number | undefined;
  private calmSince: number | undefined;

  /** One sample: how late the loop was between `from` and `to`. */
  sample(delayMs: number, from: number, to: number) {
    if (delayMs > lateMs) {
      this.lateSince ??= from;
      this.calmSince = undefined;
      if (to - this.lateSince >= overloadedAfterMs) this.overloaded = true;
    } else {
      this.lateSince = undefined;
      this.calmSince ??= from;
      if (to - this.calmSince >= calmAfterMs) this.overloaded = false;
    }
  }
}

/**
 * How late the event loop is, as somebody meets it who arrives at any moment: long delays count by their length.
 * Read from running totals, because resetting the histogram loses the delay that follows, the one of interest.
 */
function delayReader() {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  histogram.enable();
  let before = { sum: 0, squares: 0 };
  const read = () => {
    const [mean, deviation] = [histogram.mean / 1e6, histogram.stddev / 1e6];
    if (!histogram.count) return undefined;
    const now = {
      sum: histogram.count * mean,
      squares: histogram.count * (mean * mean + deviation * deviation),
    };
    const sum = now.sum - before.sum;
    const squares = now.squares - before.squares;
    before = now;
    return sum > 0 ? squares / sum - resolutionMs : undefined;
  };
  return { read, stop: () => void histogram.disable() };
}

export type LoopWatch = { overloaded(): boolean; stop(): void };

/** Watches the event loop of this process; keeps no process alive. */
export function watchLoop(onChange: (overloaded: boolean) => void = () => undefined): LoopWatch {
  const judge = new OverloadJudge();
  const reader = delayReader();
  let from = performance.now();
  const timer = setInterval(() => {
    const to = performance.now();
    const delay = reader.read();
    if (delay === undefined) return;
    const before = judge.overloaded;
    judge.sample(delay, from, to);
    from = to;
    if (judge.overloaded !== before) onChange(judge.overloaded);
  }, sampleMs).unref();
  return {
    overloaded: () => judge.overloaded,
    stop() {
      clearInterval(timer);
      reader.stop();
    },
  };
}
