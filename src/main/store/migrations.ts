import { failure, success, type Result } from '../../core/result';

/** The version of the format in which comparisons are stored; a change of the journal's lines is a new version too. */
export const VERSION = 4;

/** One step of the chain: what a file of version `from` looks like in version `from + 1`. */
export interface Migration {
  readonly from: number;
  readonly migrate: (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** The chain from the first version to this one. */
export const MIGRATIONS: readonly Migration[] = [
  // Version 2 is sealed with a checksum, and a journal leads on from it.
  { from: 1, migrate: (data) => ({ ...data, version: 2 }) },
  // Version 3 knows an annotation's stance and certainty; where they are missing, they are not judged.
  { from: 2, migrate: (data) => ({ ...data, version: 3 }) },
  // Version 4 knows corrected texts: what has no sure place in them, and links that other programs propose.
  { from: 3, migrate: (data) => ({ ...data, version: 4 }) },
];

/** Brings what was read to this version, step by step; a version without a step is refused. */
export function migrate(
  data: Readonly<Record<string, unknown>>,
  version: number,
  chain: readonly Migration[] = MIGRATIONS,
  target: number = VERSION,
): Result<Readonly<Record<string, unknown>>> {
  let current = data;
  for (let at = version; at < target; at++) {
    const step = chain.find(({ from }) => from === at);
    if (!step) return failure(`there is no way from version ${at} of the format to ${at + 1}`);
    current = step.migrate(current);
  }
  return success(current);
}
