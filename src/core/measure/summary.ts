import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';

/** What a comparison holds, in numbers. */
export interface Summary extends Balance {
  readonly claims: number;
  readonly quotes: number;
  readonly annotations: number;
  readonly links: number;
}

/** Who says what alone. */
export interface Balance {
  /** Annotations of the left article that no link ties to the right one. */
  readonly onlyLeft: number;
  readonly onlyRight: number;
  /** Things both articles say: groups of annotations that links tie together. */
  readonly both: number;
}

/** Counts a comparison's annotations and links, and what only one of the articles says. */
export function summarise(comparison: Comparison): Summary {
  const { annotations, links } = comparison;
  let [claims, quotes] = [0, 0];
  for (const { tag } of annotations) {
    if (tag === 'claim') claims++;
    else if (tag === 'quote') quotes++;
  }
  return {
    claims,
    quotes,
    annotations: annotations.length,
    links: links.length,
    ...balanceOf(annotations, groupsOf(comparison)),
  };
}

/** The balance of some of a comparison's annotations; `groups` are those of the whole comparison. */
export function balanceOf(
  annotations: readonly Annotation[],
  groups: ReadonlyMap<string, string>,
): Balance {
  const alone = { left: 0, right: 0 };
  const both = new Set<string>();
  for (const { id, side } of annotations) {
    const group = groups.get(id);
    if (group === undefined) alone[side]++;
    else both.add(group);
  }
  return { onlyLeft: alone.left, onlyRight: alone.right, both: both.size };
}

/** Of each linked annotation, by id, the group that links tie together, named by one of its ids. */
export function groupsOf({ links }: Pick<Comparison, 'links'>): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) {
      // Half as far the next time, or a long chain would be walked to its end for each link.
      const after = parent.get(next);
      if (after !== undefined) parent.set(root, after);
      root = next;
    }
    return root;
  };
  const linked = new Set<string>();
  for (const { left, right } of links) {
    linked.add(left).add(right);
    const [a, b] = [rootOf(left), rootOf(right)];
    if (a !== b) parent.set(a, b);
  }
  return new Map([...linked].map((id) => [id, rootOf(id)]));
}
