import { resolve } from 'node:path';
import { failure, success, type Result } from '../core/result';

/** A pair of article files: named as given, and where they are; an empty `b` means there is no second article. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly left: string;
  readonly right: string;
}

/** One line of a table: the pair it names, or what is wrong with it; `where` starts a message about it. */
export interface Row {
  readonly where: string;
  readonly pair: Result<Pair>;
}

/** A pair of files as named, relative to `folder`. */
export function pairOf(a: string, b: string, folder: string): Pair {
  return { a, b, left: resolve(folder, a), right: b && resolve(folder, b) };
}

/** The pairs of a table: two paths with a tab between, relative to `folder`, on each line that is not empty. */
export function parsePairs(table: string, name: string, folder: string): readonly Row[] {
  return table.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const [a = '', b = '', ...more] = line.split('\t');
    const isPair = a.trim() !== '' && more.length === 0;
    const pair = isPair
      ? success(pairOf(a, b.trim() && b, folder))
      : failure('a pair is two paths with one tab between them.');
    const named = isPair ? ` (${a}${b.trim() && `, ${b}`})` : '';
    return [{ where: `${name}, line ${index + 1}${named}: `, pair }];
  });
}
