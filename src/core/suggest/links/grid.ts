import type { Alignment } from './align';
import type { Clauses } from './clauses';
import { LIGHT_WORD, NAME, NUMBER, QUOTED, type SideText } from './side';
import { WORD } from './word-class';

/** What is summed over the matched words of two runs of clauses. */
export const MATCHED = {
  plain: 0,
  local: 1,
  words: 2,
  follow: 3,
  names: 4,
  numbers: 5,
  same: 6,
  kin: 7,
  tied: 8,
  /** Twice `plain` and once `kin`: a word that may mean the same counts half. */
  both: 9,
} as const;
const KINDS = 10;
/** What is summed over all words of a run of clauses. */
export const ALL = {
  plain: 0,
  local: 1,
  words: 2,
  names: 3,
  numbers: 4,
  quoted: 5,
  verbs: 6,
} as const;
const OWN_KINDS = 7;

/** Sums over the clauses of two aligned sentences, for any run of one against any run of the other in constant time. */
export class Grid {
  readonly left: Clauses;
  readonly right: Clauses;
  readonly countLeft: number;
  readonly countRight: number;
  readonly #matched: Int32Array;
  readonly #ownLeft: Int32Array;
  readonly #ownRight: Int32Array;

  constructor(
    left: SideText,
    clausesLeft: Clauses,
    right: SideText,
    clausesRight: Clauses,
    alignment: Alignment,
  ) {
    this.left = clausesLeft;
    this.right = clausesRight;
    const m = (this.countLeft = this.left.cuts.length - 1);
    const n = (this.countRight = this.right.cuts.length - 1);
    this.#ownLeft = ownSums(left, this.left);
    this.#ownRight = ownSums(right, this.right);
    const sums = (this.#matched = new Int32Array((m + 1) * (n + 1) * KINDS));
    const clauseRight = clauseNumbers(this.right);
    const add = (row: number, column: number, kind: number, value: number) => {
      const at = ((row + 1) * (n + 1) + column + 1) * KINDS + kind;
      sums[at] = (sums[at] as number) + value;
    };
    const fromLeft = this.left.cuts[0] as number;
    const fromRight = this.right.cuts[0] as number;
    for (let clause = 0; clause < m; clause++) {
      const end = this.left.cuts[clause + 1] as number;
      for (let token = this.left.cuts[clause] as number; token < end; token++) {
        const partner = alignment.left[token - fromLeft] as number;
        if (partner === -1) continue;
        const other = fromRight + partner;
        const column = clauseRight[partner] as number;
        const flags = left.flags[token] as number;
        add(clause, column, MATCHED.tied, 1);
        if (left.root[token] !== right.root[other]) {
          const weight = Math.min(left.plain[token] as number, right.plain[other] as number);
          add(clause, column, MATCHED.kin, weight);
          add(clause, column, MATCHED.both, weight);
          continue;
        }
        add(clause, column, MATCHED.plain, left.plain[token] as number);
        add(clause, column, MATCHED.both, 2 * (left.plain[token] as number));
        add(clause, column, MATCHED.local, left.local[token] as number);
        if (!(flags & LIGHT_WORD)) add(clause, column, MATCHED.words, 1);
        if (flags & right.flags[other]! & NAME)
          add(clause, column, MATCHED.names, left.plain[token] as number);
        if (flags & NUMBER) add(clause, column, MATCHED.numbers, 1);
        if (left.article.tokens.word[token] === right.article.tokens.word[other])
          add(clause, column, MATCHED.same, 1);
        if (alignment.left[token - fromLeft + 1] === partner + 1)
          add(clause, column, MATCHED.follow, 1);
      }
    }
    for (let row = 1; row <= m; row++)
      for (let column = 1; column <= n; column++)
        for (let kind = 0; kind < KINDS; kind++) {
          const at = (row * (n + 1) + column) * KINDS + kind;
          sums[at] =
            (sums[at] as number) +
            (sums[at - (n + 1) * KINDS] as number) +
            (sums[at - KINDS] as number) -
            (sums[at - (n + 2) * KINDS] as number);
        }
  }

  /** What clauses `[a, b)` of the left sentence and `[c, d)` of the right share. */
  matched(kind: number, a: number, b: number, c: number, d: number): number {
    const width = this.countRight + 1;
    const sums = this.#matched;
    return (
      (sums[(b * width + d) * KINDS + kind] as number) -
      (sums[(a * width + d) * KINDS + kind] as number) -
      (sums[(b * width + c) * KINDS + kind] as number) +
      (sums[(a * width + c) * KINDS + kind] as number)
    );
  }

  ownLeft(kind: number, a: number, b: number): number {
    return (
      (this.#ownLeft[b * OWN_KINDS + kind] as number) -
      (this.#ownLeft[a * OWN_KINDS + kind] as number)
    );
  }

  ownRight(kind: number, c: number, d: number): number {
    return (
      (this.#ownRight[d * OWN_KINDS + kind] as number) -
      (this.#ownRight[c * OWN_KINDS + kind] as number)
    );
  }
}

function ownSums(side: SideText, { cuts }: Clauses): Int32Array {
  const sums = new Int32Array(cuts.length * OWN_KINDS);
  for (let clause = 0; clause + 1 < cuts.length; clause++) {
    const at = (clause + 1) * OWN_KINDS;
    for (let kind = 0; kind < OWN_KINDS; kind++)
      sums[at + kind] = sums[at - OWN_KINDS + kind] as number;
    const end = cuts[clause + 1] as number;
    for (let token = cuts[clause] as number; token < end; token++) {
      const flags = side.flags[token] as number;
      const plain = side.plain[token] as number;
      sums[at + ALL.plain]! += plain;
      sums[at + ALL.local]! += side.local[token] as number;
      sums[at + ALL.words]! += 1;
      if (flags & NAME) sums[at + ALL.names]! += plain;
      if (flags & NUMBER) sums[at + ALL.numbers]! += 1;
      if (flags & QUOTED) sums[at + ALL.quoted]! += 1;
      if ((side.classes[token] as number) >= WORD.past) sums[at + ALL.verbs]! += 1;
    }
  }
  return sums;
}

/** Of each word of a sentence: the number of its clause. */
function clauseNumbers({ cuts }: Clauses): Uint8Array {
  const first = cuts[0] as number;
  const numbers = new Uint8Array((cuts.at(-1) as number) - first);
  for (let clause = 0; clause + 1 < cuts.length; clause++)
    numbers.fill(clause, (cuts[clause] as number) - first, (cuts[clause + 1] as number) - first);
  return numbers;
}
