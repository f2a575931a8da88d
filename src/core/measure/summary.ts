import type { Comparison } from '../model/comparison';

/** What a comparison holds, in numbers. */
export interface Summary {
  readonly claims: number;
  readonly quotes: number;
  readonly annotations: number;
  readonly links: number;
  /** Annotations of the left article that no link ties to the right one. */
  readonly onlyLeft: number;
  readonly onlyRight: number;
  /** Things both articles say: groups of annotations that links tie together. */
  readonly both: number;
}

/** Counts a comparison's annotations and links, and what only one of the articles says. */
export function summarise({ annotations, links }: Comparison): Summary {
  const group = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = group.get(root); next !== undefined; next = group.get(root)) root = next;
    return root;
  };
  const linked = new Set<string>();
  for (const { left, right } of links) {
    linked.add(left).add(right);
    const [a, b] = [rootOf(left), rootOf(right)];
    if (a !== b) group.set(a, b);
  }
  const alone = annotations.filter(({ id }) => !linked.has(id));
  const tagged = (tag: string) => annotations.filter((annotation) => annotation.tag === tag).length;
  return {
    claims: tagged('claim'),
    quotes: tagged('quote'),
    annotations: annotations.length,
    links: links.length,
    onlyLeft: alone.filter(({ side }) => side === 'left').length,
    onlyRight: alone.filter(({ side }) => side === 'right').length,
    both: new Set([...linked].map(rootOf)).size,
  };
}
