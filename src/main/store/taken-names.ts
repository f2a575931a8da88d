import { failure, success, type Result } from '../../core/result';
import type { ComparisonStore } from './comparison-store';
import { isReserved } from './names';
import { saveProblem } from './words';

/** The ids that cannot name a new comparison's file; those of deleted ones cannot either. */
export interface TakenNames {
  readonly has: (id: string) => Promise<Result<boolean>>;
  /** Takes note of an id that was taken. */
  readonly add: (id: string) => void;
}

/** The ids taken in a store, as any system sees them: some know no capitals, and Windows keeps some names for itself. */
export function takenNames(store: ComparisonStore): TakenNames {
  /** In lower case; null until it matters. Listing the folder for each new one is slow. */
  let names: Set<string> | null = null;
  return {
    async has(id) {
      if (isReserved(id)) return success(true);
      try {
        names ??= new Set(Array.from((await store.list()).keys(), lowerCase));
        return success(names.has(lowerCase(id)) || (await store.has(id)));
      } catch (error) {
        return failure(`Not saved: ${saveProblem(error)}`);
      }
    },
    add: (id) => names?.add(lowerCase(id)),
  };
}

function lowerCase(id: string): string {
  return id.toLowerCase();
}
