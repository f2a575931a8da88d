import type { Comparison } from '../../core/model/comparison';
import { breathe } from './breathe';
import type { Stored } from './stored';

/** So many annotations stand in one line of a large comparison. */
const PART = 5_000;
const OPENING = ',"annotations":[';
const CLOSING = ']}}';

/**
 * The JSON of a comparison, in pieces to be put one after the other. Of a large one the annotations come last and have
 * lines of their own, so that nothing takes so long that the process cannot answer others meanwhile.
 */
export async function comparisonInParts(comparison: Comparison): Promise<readonly string[]> {
  const { annotations, ...rest } = comparison;
  if (annotations.length <= PART) return [JSON.stringify(comparison)];
  const pieces = [`${opened(rest)}${OPENING}\n`];
  for (let from = 0; from < annotations.length; from += PART) {
    await breathe();
    const line = JSON.stringify(annotations.slice(from, from + PART)).slice(1, -1);
    pieces.push(from + PART < annotations.length ? `${line},\n` : `${line}\n`);
  }
  return [...pieces, ']}'];
}

/** The JSON of what is stored, in pieces, of which the comparison's are the last. */
export async function storedInParts({
  comparison,
  ...outer
}: Stored): Promise<readonly [string, ...string[]]> {
  const pieces = await comparisonInParts(comparison);
  return [`${opened(outer)},"comparison":`, ...pieces, '}'];
}

/** The JSON of an object of at least one field, up to its closing brace. */
function opened(object: object): string {
  return JSON.stringify(object).slice(0, -1);
}

/** What the JSON of a file says; throws a SyntaxError. Inside the strings of JSON there are no line ends, so a line is a piece. */
export async function parseInParts(json: string): Promise<unknown> {
  const [head = '', ...pieces] = json.split('\n');
  if (pieces.pop() !== CLOSING || !head.endsWith(OPENING)) return JSON.parse(json);
  const outer = JSON.parse(`${head.slice(0, -OPENING.length)}}}`) as {
    readonly comparison: object;
  };
  const annotations: unknown[] = [];
  for (const [index, piece] of pieces.entries()) {
    await breathe();
    const last = index === pieces.length - 1;
    annotations.push(...(JSON.parse(`[${last ? piece : piece.replace(/,$/, '')}]`) as unknown[]));
  }
  return { ...outer, comparison: { ...outer.comparison, annotations } };
}
