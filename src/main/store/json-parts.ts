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

/** What JSON says; throws a SyntaxError in words for the screen. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (json.trim() === '') throw new SyntaxError('it is empty', { cause: error });
    throw new SyntaxError('it is cut off or no JSON', { cause: error });
  }
}

/** What the JSON of a file says; throws a SyntaxError in words for the screen. Inside the strings of JSON there are no line ends, so a line is a piece. */
export async function parseJsonInParts(json: string): Promise<unknown> {
  const [head = '', ...pieces] = json.split('\n');
  if (pieces.pop() !== CLOSING || !head.endsWith(OPENING)) return parseJson(json);
  const outer = parseJson(`${head.slice(0, -OPENING.length)}}}`) as {
    readonly comparison: object;
  };
  const annotations: unknown[] = [];
  for (const [index, piece] of pieces.entries()) {
    await breathe();
    const last = index === pieces.length - 1;
    annotations.push(...(parseJson(`[${last ? piece : piece.replace(/,$/, '')}]`) as unknown[]));
  }
  return { ...outer, comparison: { ...outer.comparison, annotations } };
}
