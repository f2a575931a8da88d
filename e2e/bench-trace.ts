import type { CDPSession } from '@playwright/test';

/** An event of Chromium's trace: times in microseconds, on the clock and as the thread's own CPU time. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly tts?: number;
  readonly args: { readonly data?: { readonly type?: string } };
}

/** A stretch of work on the page's main thread, in ms: on the clock, and as CPU time, which other programs do not lengthen. */
export interface Work {
  readonly clock: number;
  readonly cpu: number;
  /** The CPU time of its longest task. */
  readonly task: number;
  /** The CPU time of the longest task that follows, when what is seen first is painted. */
  readonly later: number;
}

/** What a frame cost the main thread, in ms. */
export interface Frame {
  readonly clock: number;
  readonly cpu: number;
  readonly script: number;
}

type IsEvent = (event: TraceEvent) => boolean;

const TASK = 'ThreadControllerImpl::RunTask';
const CATEGORIES = ['toplevel', 'devtools.timeline', 'blink.user_timing'];
const MS = 1000;

/** What Chromium did while `act` ran. */
export async function traced(cdp: CDPSession, act: () => Promise<void>): Promise<Trace> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  const complete = new Promise((done) => {
    cdp.once('Tracing.tracingComplete', done);
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await act();
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return new Trace(events.toSorted((a, b) => a.ts - b.ts));
}

export class Trace {
  constructor(private readonly events: readonly TraceEvent[]) {}

  /** The work from an event, on its thread, to the end of the frame that paints next, or next after another event. */
  untilPainted(isBegin: IsEvent, isAfter: IsEvent = isBegin): Work {
    const begin = this.events.find(isBegin);
    if (!begin) throw new Error('The trace does not hold what the work begins with.');
    const own = this.events.filter(
      ({ pid, tid, ts }) => pid === begin.pid && tid === begin.tid && ts >= begin.ts,
    );
    const after = own.find(isAfter);
    const paint = own.find(({ name, ts }) => name === 'Paint' && after && ts >= after.ts);
    if (!paint) throw new Error('Nothing was painted.');
    const all = this.tasks(begin).filter((task) => endOf(task) > begin.ts);
    const tasks = all.filter((task) => task.ts <= paint.ts);
    const later = all.filter((task) => task.ts > paint.ts);
    const spent = tasks.map((task) => {
      // Of the task it stands in, only what comes after it.
      const before = task.ts < begin.ts ? (begin.tts ?? 0) - (task.tts ?? 0) : 0;
      return ((task.tdur ?? 0) - before) / MS;
    });
    const last = tasks.at(-1);
    return {
      clock: ((last ? endOf(last) : begin.ts) - begin.ts) / MS,
      cpu: spent.reduce((sum, ms) => sum + ms, 0),
      task: Math.max(...spent),
      later: Math.max(0, ...later.map(({ tdur = 0 }) => tdur / MS)),
    };
  }

  /** The frames of the page on whose thread an event is. */
  frames(isOfPage: IsEvent): readonly Frame[] {
    const page = this.events.find(isOfPage);
    if (!page) return [];
    const scripts = this.outermost(page, /^(?:FunctionCall|EventDispatch|FireAnimationFrame)$/);
    return this.tasks(page)
      .filter((task) => this.events.some((each) => each.name === 'Paint' && isIn(each, task)))
      .map((task) => ({
        clock: (task.dur ?? 0) / MS,
        cpu: (task.tdur ?? 0) / MS,
        script: cpuOf(scripts.filter((each) => isIn(each, task))),
      }));
  }

  /** The CPU times, in ms, of all events of a name on the thread of a page. */
  times(name: string, isOfPage: IsEvent): readonly number[] {
    const page = this.events.find(isOfPage);
    return page
      ? this.outermost(page, new RegExp(`^${name}$`)).map(({ tdur = 0 }) => tdur / MS)
      : [];
  }

  private tasks(of: TraceEvent): readonly TraceEvent[] {
    return this.events.filter(
      ({ name, pid, tid }) => name === TASK && pid === of.pid && tid === of.tid,
    );
  }

  private outermost(of: TraceEvent, names: RegExp): readonly TraceEvent[] {
    let end = 0;
    return this.events.filter((each) => {
      if (each.pid !== of.pid || each.tid !== of.tid || each.ph !== 'X' || !names.test(each.name))
        return false;
      if (each.ts < end) return false;
      end = endOf(each);
      return true;
    });
  }
}

/** Whether an event is the page's answer to input of that type. */
export function isInput(type: string): IsEvent {
  return ({ name, args }) => name === 'EventDispatch' && args.data?.type === type;
}

/** Whether an event is a mark that the page made. */
export function isMark(mark: string): IsEvent {
  return ({ name, ph }) => name === mark && ph !== 'X';
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}

function isIn(inner: TraceEvent, task: TraceEvent): boolean {
  return (
    inner.pid === task.pid &&
    inner.tid === task.tid &&
    inner.ts >= task.ts &&
    endOf(inner) <= endOf(task)
  );
}

function cpuOf(events: readonly TraceEvent[]): number {
  return events.reduce((all, { tdur = 0 }) => all + tdur, 0) / MS;
}
