/** A tree as arrays by node: `feature` -1 marks a leaf; a row goes left where its feature is at most the threshold. */
export interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly value: readonly number[];
}

/** Boosted trees (Friedman 2001): the log odds are the base and one leaf of every tree. */
export interface Forest {
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** Gives the probability of a row of features that begins at `at`. */
export type Judge = (rows: Float32Array, at: number) => number;

/** Lays a forest out for speed: all nodes in one row, each tree's after the last one's. */
export function judgeOf({ base, trees }: Forest): Judge {
  const size = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
  const feature = new Int16Array(size);
  const threshold = new Float32Array(size);
  const left = new Int32Array(size);
  const right = new Int32Array(size);
  const value = new Float64Array(size);
  const roots: number[] = [];
  let first = 0;
  for (const tree of trees) {
    const from = first;
    roots.push(from);
    feature.set(tree.feature, from);
    threshold.set(tree.threshold, from);
    left.set(
      tree.left.map((node) => node + from),
      from,
    );
    right.set(
      tree.right.map((node) => node + from),
      from,
    );
    value.set(tree.value, from);
    first += tree.feature.length;
  }
  return (rows, at) => {
    let sum = base;
    for (const root of roots) {
      let node = root;
      let column = feature[node] as number;
      while (column >= 0) {
        node = (
          (rows[at + column] as number) <= (threshold[node] as number) ? left[node] : right[node]
        ) as number;
        column = feature[node] as number;
      }
      sum += value[node] as number;
    }
    return 1 / (1 + Math.exp(-sum));
  };
}
