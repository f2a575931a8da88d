import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../src/core/suggest/analysis';
import { unitsOf, type Units } from '../../src/core/suggest/quotes/units';
import { Vocabulary } from '../../src/core/suggest/vocabulary';

/** A gold attribution, in UTF-16 code units; contents may have several pieces. */
export interface Gold {
  readonly kind: string;
  readonly content: readonly (readonly [number, number])[];
  readonly source: readonly (readonly [number, number])[];
  readonly cue: readonly (readonly [number, number])[];
}

export interface Article {
  readonly file: string;
  readonly text: string;
  readonly units: Units;
  readonly analysis: ReturnType<typeof analyse>;
  readonly gold: readonly Gold[];
}

/** The articles of a folder with their gold attributions, read as the finder reads them. */
export function readArticles(folder: string): Article[] {
  return readFileSync(join(folder, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { file, attributions } = JSON.parse(line) as { file: string; attributions: Gold[] };
      const text = readFileSync(join(folder, file), 'utf8');
      const offsets: number[] = [];
      let at = 0;
      for (const sign of text) {
        offsets.push(at);
        at += sign.length;
      }
      offsets.push(at);
      const moved = (spans: Gold['content']) =>
        spans
          .map(([start, end]) => [offsets[start] as number, offsets[end] as number] as const)
          .toSorted((a, b) => a[0] - b[0]);
      const gold = attributions.map(({ kind, content, source, cue }) => ({
        kind,
        content: moved(content),
        source: moved(source),
        cue: moved(cue),
      }));
      const analysis = analyse(text, new Vocabulary());
      return { file, text, analysis, units: unitsOf(analysis), gold };
    });
}

/** The units that `[start, end)` of the text touches, both included; null where there are none. */
export function unitsIn(units: Units, start: number, end: number): [number, number] | null {
  let low = 0;
  let high = units.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units.end[middle] as number) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < units.count && (units.start[last] as number) < end) last++;
  return last > low ? [low, last - 1] : null;
}
