import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import type { Side } from '../model/fields';
import type { Span } from '../text/quote-selector';
import { balanceOf, groupsOf, type Balance } from './summary';

/** How much of one article is said in the other too: shares of its characters, 0..1, white space and furniture aside. */
export interface Share {
  /** Under annotations that are linked. */
  readonly shared: number;
  /** Under suggested links, beyond what is linked. */
  readonly suggested: number;
}

/** A tag or a speaker, and who says what alone under it. */
export interface CoverageRow extends Balance {
  readonly name: string;
}

export interface Coverage {
  readonly share: Readonly<Record<Side, Share>>;
  readonly byTag: readonly CoverageRow[];
  /** Speakers, those with the most annotations first. */
  readonly bySpeaker: readonly CoverageRow[];
}

/** What is left out of a measure, and what is suggested but not decided. Offsets are UTF-16 code units. */
export interface CoverageContext {
  readonly furniture: Readonly<Record<Side, readonly Span[]>>;
  readonly suggested: Readonly<Record<Side, readonly Span[]>>;
}

/** How much the two articles share, and what only one of them says, by tag and by speaker. */
export function coverageOf(comparison: Comparison, context: CoverageContext): Coverage {
  const groups = groupsOf(comparison);
  const { annotations } = comparison;
  const rows = (nameOf: (annotation: Annotation) => string) =>
    [...groupBy(annotations, (each) => tidy(nameOf(each)).toLowerCase())]
      .filter(([key]) => key !== '')
      .toSorted(([a, those], [b, these]) => these.length - those.length || (a < b ? -1 : 1))
      .map(([, members]) => ({
        name: tidy(nameOf(members[0] as Annotation)),
        ...balanceOf(members, groups),
      }));
  const share = (side: Side): Share => {
    const linked = annotations.filter((each) => each.side === side && groups.has(each.id));
    return shareOf(comparison[side].text, {
      furniture: context.furniture[side],
      linked,
      suggested: context.suggested[side],
    });
  };
  return {
    share: { left: share('left'), right: share('right') },
    byTag: rows(({ tag }) => tag),
    bySpeaker: rows(({ speaker }) => speaker),
  };
}

/** The annotations of one article that no link ties to the other, in reading order. */
export function onlyIn(comparison: Comparison, side: Side): readonly Annotation[] {
  const groups = groupsOf(comparison);
  return comparison.annotations.filter((each) => each.side === side && !groups.has(each.id));
}

const FURNITURE = 1;
const LINKED = 2;
const SUGGESTED = 4;

function shareOf(
  text: string,
  spans: Readonly<Record<'furniture' | 'linked' | 'suggested', readonly Span[]>>,
): Share {
  const marks = new Uint8Array(text.length);
  const mark = (bit: number, list: readonly Span[]) => {
    for (const { start, end } of list)
      for (let i = start; i < end; i++) marks[i] = (marks[i] as number) | bit;
  };
  mark(FURNITURE, spans.furniture);
  mark(LINKED, spans.linked);
  mark(SUGGESTED, spans.suggested);
  let [all, shared, suggested] = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const bits = marks[i] as number;
    if (bits & FURNITURE && !(bits & LINKED)) continue;
    if (/\s/.test(text.charAt(i))) continue;
    all++;
    if (bits & LINKED) shared++;
    else if (bits & SUGGESTED) suggested++;
  }
  return all === 0
    ? { shared: 0, suggested: 0 }
    : { shared: shared / all, suggested: suggested / all };
}

function tidy(name: string): string {
  return name.trim().replace(/\s+/g, ' ');
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
