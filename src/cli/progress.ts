import type { Io } from './io';

const BAR_WIDTH = 24;
const REDRAW_MS = 100;
const CLEAR_LINE = '\r\x1b[2K';

/** A progress bar on stderr, drawn only when that is a terminal, and at most ten times a second. */
export class Progress {
  readonly #io: Io;
  readonly #things: string;
  readonly #total: number;
  readonly #shown: boolean;
  readonly #began = performance.now();
  #done = 0;
  #drawn = -Infinity;

  /** `things` is what is counted, such as “pairs”. */
  constructor(io: Io, things: string, total: number, shown: boolean) {
    this.#io = io;
    this.#things = things;
    this.#total = total;
    this.#shown = shown && io.stderr.isTTY === true;
  }

  /** Counts so many more as done. */
  tick(more = 1): void {
    this.#done += more;
    if (performance.now() - this.#drawn >= REDRAW_MS) this.#draw();
  }

  /** Clears the line, so that another can be written. */
  clear(): void {
    if (this.#shown) this.#io.stderr.write(CLEAR_LINE);
  }

  /** Leaves the last state behind. */
  finish(): void {
    this.#draw();
    if (this.#shown) this.#io.stderr.write('\n');
  }

  #draw(): void {
    if (!this.#shown) return;
    this.#drawn = performance.now();
    const seconds = (this.#drawn - this.#began) / 1000;
    const line = progressLine(this.#things, this.#done, this.#total, seconds);
    this.#io.stderr.write(CLEAR_LINE + line.slice(0, (this.#io.stderr.columns || 80) - 1));
  }
}

/** The bar's line: how many of how many after how many seconds, at what rate, and how long it still takes. */
export function progressLine(things: string, done: number, total: number, seconds: number): string {
  const filled = Math.floor((BAR_WIDTH * done) / total);
  const rate = done / Math.max(seconds, Number.EPSILON);
  const left = done === total ? seconds : (total - done) / rate;
  return [
    '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled),
    `${done}/${total} ${things}`,
    `${rate < 10 ? rate.toFixed(1) : rate.toFixed(0)}/s`,
    done === total ? `done in ${duration(left)}` : `${duration(left)} left`,
  ].join('  ');
}

function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '?';
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
