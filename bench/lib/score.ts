import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toSuggestionsLine } from '../../src/core/exchange/suggestions-json';
import { suggest, type Part } from '../../src/core/suggest/suggest';
import type { Suggestions } from '../../src/core/suggest/suggestions';
import type { GoldSet, Texts } from './data';

export type Task = 'links' | 'passages' | 'quotes' | 'claims';

/** What the scorer prints: figures by threshold or category; claims have theirs at the top. */
export type Report = Readonly<Record<string, Readonly<Record<string, number | string>>>>;

/** The part of the engine that a task is about. */
export const partOf = (task: Task): Part => (task === 'claims' ? 'sentences' : task);

/** The engine's suggestions for a gold set: one line of a suggestions file an entry. */
export function suggestionsFor(task: Task, { texts }: Pick<GoldSet<unknown>, 'texts'>): string[] {
  return texts.map((pair) => lineOf(pair, suggest(pair.left, pair.right, [partOf(task)])));
}

/** One line of a suggestions file. */
export function lineOf({ a, b, left, right }: Texts, found: Suggestions): string {
  return toSuggestionsLine({ left: a, right: b }, { left, right }, found);
}

/** Scores lines of a suggestions file with the evaluation folder's scorer, against the gold entries given. */
export function score(
  folder: string,
  task: Task,
  lines: readonly string[],
  gold: readonly unknown[],
): Report {
  const work = mkdtempSync(join(tmpdir(), 'diptych-bench-'));
  try {
    const [found, wanted] = [join(work, 'found.jsonl'), join(work, 'gold.jsonl')];
    writeFileSync(found, lines.map((line) => `${line}\n`).join(''));
    writeFileSync(wanted, gold.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(folder, 'score.mjs'), task, found, wanted],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    const report = JSON.parse(stdout) as Report;
    return task === 'claims' ? { all: report as unknown as Report[string] } : report;
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** A figure of a report. */
export function figure(report: Report, row: string, name: string): number {
  return report[row]?.[name] as number;
}

/** The recall of some kinds together, from an entry such as "verbatim 9/10, near 4/5". */
export function recallOf(report: Report, row: string, kinds: readonly string[]): number {
  const shares = String(report[row]?.['recallByKind']).matchAll(/(\w+) (\d+)\/(\d+)/g);
  let [hit, of] = [0, 0];
  for (const [, kind = '', n, all] of shares) {
    if (!kinds.includes(kind)) continue;
    hit += Number(n);
    of += Number(all);
  }
  return hit / of;
}
