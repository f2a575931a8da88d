import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { apply } from '../edit/apply';
import {
  addAnnotation,
  addLink,
  changeArticle,
  deleteAnnotation,
  deleteLink,
  renameComparison,
  respan,
  retag,
  setCertainty,
  setLinkNote,
  setNote,
  setRelation,
  setSpeaker,
  setStance,
  type Author,
  type LinkEnd,
} from '../edit/build-edits';
import { acceptProposals, rejectProposals } from '../edit/build-suggestion-edits';
import { dropUnplaced, placeUnplaced } from '../edit/build-unplaced-edits';
import type { Change, Edit } from '../edit/edit';
import type { Annotation } from '../model/annotation';
import { NO_DETAILS } from '../model/article';
import { inOrder, newComparison, type Comparison } from '../model/comparison';
import { certaintySchema, SIDES, stanceSchema, type Side } from '../model/fields';
import type { Link } from '../model/link';
import { proposedKey, type ProposedLink } from '../model/proposed';
import { rejectionKey } from '../model/rejection';
import type { UnplacedAnnotation } from '../model/unplaced';
import type { Proposal } from '../suggest/proposals';
import { snapToGraphemes, snapToWords } from '../text/boundaries';
import type { Span } from '../text/quote-selector';

/** Words, and what code units, code points and graphemes disagree about. */
const PIECES = [
  'The',
  'minister',
  "didn't",
  'resign',
  '“quoted”',
  '1,200',
  '😀',
  '𝒳𝒴',
  '👨‍👩‍👧‍👦',
  '👍🏽',
  '🇫🇷🇩🇪',
  'e\u0301te\u0301',
  'a\u0308\u0323',
  'مرحبا',
  'שָׁלוֹם',
  '東京都',
  '記者',
  '.',
] as const;

const piece = fc.oneof(
  { weight: 18, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.constantFrom('\ud83d', '\ude00') },
);

const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.constantFrom(' ', ' ', ''))
      .map(([pieces, gap]) => pieces.join(gap)),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '  ') },
);

/** Texts of several lines that hold more than white space. */
export const unicodeText: fc.Arbitrary<string> = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.join('\n'))
  .filter((text) => text.trim() !== '');

/** The SHA-256 of a text's UTF-8 form, in lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export const NOW = '2026-03-04T05:06:07.000Z';

/** A comparison of two texts with nothing marked yet. */
export function comparisonOf(left: string, right: string): Comparison {
  return newComparison({
    id: 'comparison',
    title: 'A comparison',
    created: NOW,
    left: { ...NO_DETAILS, title: 'Left', text: left, sha256: sha256(left) },
    right: { ...NO_DETAILS, date: '2024-02-29', text: right, sha256: sha256(right) },
  });
}

/** Comparisons of two Unicode texts, without annotations; some with links that another program proposes. */
export const comparisons: fc.Arbitrary<Comparison> = fc
  .tuple(unicodeText, unicodeText, fc.array(fc.array(fc.nat(60), { minLength: 3, maxLength: 3 })))
  .map(([left, right, proposed]) => {
    const comparison = comparisonOf(left, right);
    const links = proposed.map((numbers) => makeProposed(comparison, numbers));
    const once = new Map(links.map((each) => [proposedKey(each), each]));
    return inOrder({ ...comparison, proposed: [...once.values()] });
  });

/** What `makeEdit` turns into edits: per edit, the numbers it chooses by. */
export const editSteps: fc.Arbitrary<number[][]> = fc.array(
  fc.array(fc.nat(60), { minLength: 5, maxLength: 5 }),
  { minLength: 1, maxLength: 20 },
);

/** Comparisons that have been worked on: with annotations, links and rejections. */
export const workedComparisons: fc.Arbitrary<Comparison> = fc
  .tuple(comparisons, editSteps)
  .map(([start, steps]) => {
    const newId = idMaker();
    return steps.reduce((comparison, numbers) => {
      const applied = apply(comparison, makeEdit(comparison, numbers, newId));
      return applied.ok ? applied.value.comparison : comparison;
    }, start);
  });

/** Fresh ids whose alphabetical order is not the order of their making. */
export function idMaker(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `id${(made * 389) % 1000}-${made}`;
  };
}

/** The edit that `numbers` choose for the comparison as it is now; some do not fit it, and must be refused. */
export function makeEdit(
  comparison: Comparison,
  numbers: readonly number[],
  newId: () => string,
): Edit {
  const [kind = 0, a = 0, b = 0, c = 0, d = 0] = numbers;
  const now = `2026-03-04T05:${String(a % 60).padStart(2, '0')}:${String(b % 60).padStart(2, '0')}Z`;
  const author: Author = { by: 'tester', now, newId };
  const side: Side = pick(SIDES, a);
  const tag = pick(['claim', 'quote', 'figure'], d);
  const annotation = comparison.annotations[a % Math.max(1, comparison.annotations.length)];
  const link = comparison.links[a % Math.max(1, comparison.links.length)];
  const onSide = (wanted: Side) => comparison.annotations.filter((each) => each.side === wanted);
  const lefts = onSide('left');
  const rights = onSide('right');
  const add = () =>
    addAnnotation(comparison, side, makeSpan(comparison[side].text, b, c, d), tag, author).edit;
  switch (kind % 25) {
    case 0:
    case 1:
      return add();
    case 2:
      return annotation ? retag(annotation, tag, author) : add();
    case 3: {
      if (!annotation) return add();
      const span = makeSpan(comparison[annotation.side].text, b, c, d);
      return respan(comparison, annotation, span, author);
    }
    case 4:
      return annotation ? setSpeaker(annotation, `Speaker ${b} 😀`, author) : add();
    case 5:
      return annotation ? setNote(annotation, `Note ${b}\nשלום`, author) : add();
    case 6:
      return annotation ? deleteAnnotation(comparison, annotation) : add();
    case 7:
    case 8: {
      if (lefts.length === 0 || rights.length === 0) return add();
      const ends = [{ annotation: pick(lefts, b) }, { annotation: pick(rights, c) }] as const;
      return addLink(comparison, ...ends, author).edit;
    }
    case 9:
    case 10: {
      const untagged = (on: Side): LinkEnd => ({
        side: on,
        span: makeSpan(comparison[on].text, b, c, d),
      });
      const left = d % 2 === 0 || lefts.length === 0;
      return addLink(
        comparison,
        left ? untagged('left') : { annotation: pick(lefts, a) },
        untagged('right'),
        author,
      ).edit;
    }
    case 11:
      return link ? deleteLink(link) : add();
    case 12:
      return changeArticle(side, { outlet: `Outlet ${b}`, date: c % 2 === 0 ? '' : '2025-01-31' });
    case 13:
      return renameComparison(`Title ${b}`);
    case 14:
      return { name: 'Raw', changes: [rawLinkChange(link, b, newId)] };
    case 15: {
      const proposal = makeProposal(comparison, numbers);
      return acceptProposals(comparison, [proposal, proposal], author) ?? add();
    }
    case 16: {
      const proposal = makeProposal(comparison, numbers);
      const [held] = comparison.rejections;
      return held && d % 2 === 0
        ? { name: 'Restore', changes: [{ type: 'delete-rejection', rejection: held }] }
        : rejectProposals(comparison, [proposal]);
    }
    case 17:
      return annotation ? setStance(annotation, pick(stanceSchema.options, b), author) : add();
    case 18:
      return annotation
        ? setCertainty(annotation, pick(certaintySchema.options, b), author)
        : add();
    case 19:
      if (!link) return add();
      return d % 2 === 0
        ? setLinkNote(link, `Note ${b}`)
        : setRelation(link, pick(['duplicate', 'omits'], b));
    case 20:
      return { name: 'Correct', changes: [makeTextChange(comparison, side, numbers)] };
    case 21:
    case 22: {
      const waiting = comparison.unplaced.annotations[a % comparison.unplaced.annotations.length];
      if (!waiting) return add();
      return d % 2 === 0
        ? placeUnplaced(
            comparison,
            waiting,
            makeSpan(comparison[waiting.side].text, b, c, d),
            author,
          )
        : dropUnplaced(comparison, waiting);
    }
    case 23: {
      const found = makeUnplaced(comparison, side, numbers, newId());
      const added: Change = { type: 'add-unplaced', annotation: found };
      const changed: Change = { type: 'change-unplaced', id: found.id, set: { tag } };
      return { name: 'Import', changes: d % 2 === 0 ? [added] : [added, changed] };
    }
    default:
      return { name: 'Raw', changes: rawChanges(comparison, annotation, link, numbers, newId) };
  }
}

/** A link that another program proposes, anywhere in the texts. */
function makeProposed(
  comparison: Comparison,
  [a = 0, b = 0, c = 0]: readonly number[],
): ProposedLink {
  const on = (side: Side) =>
    withExact(comparison[side].text, makeSpan(comparison[side].text, a, b, c));
  return {
    left: on('left'),
    right: on('right'),
    kind: 'near',
    score: (c % 11) / 10,
    source: 'passim',
  };
}

/** A span with its text. */
function withExact(text: string, { start, end }: Span) {
  return { start, end, exact: text.slice(start, end) };
}

/** An annotation without a sure place. */
function makeUnplaced(
  comparison: Comparison,
  side: Side,
  [, a = 0, b = 0, c = 0, d = 0]: readonly number[],
  id: string,
): UnplacedAnnotation {
  const score = (b % 11) / 10;
  const guess = a % 3 === 0 ? null : { ...makeSpan(comparison[side].text, b, c, d), score };
  const record = sampleAnnotation(id, side, { start: 0, end: 1, exact: `Gone ${a} 😀` });
  const { start: _start, end: _end, ...rest } = record;
  return { ...rest, prefix: 'Before ', suffix: ' after', guess };
}

/** Another text for an article, in which some of its annotations stand somewhere and others have no place. */
function makeTextChange(
  comparison: Comparison,
  side: Side,
  [, a = 0, b = 0, c = 0, d = 0]: readonly number[],
): Change {
  const text = `${pick(['', 'More.\n', '😀 '], c)}${comparison[side].text}${pick(['', ' End', ' 👍🏽'], d)}`;
  const stays = (_each: unknown, index: number) => (index + a) % 3 !== 0;
  const goes = (_each: unknown, index: number) => (index + a) % 3 === 0;
  const all = [...comparison.annotations, ...comparison.unplaced.annotations].filter(
    (each) => each.side === side,
  );
  const place = (id: string, index: number) => ({ id, ...makeSpan(text, b + index, c, d) });
  return {
    type: 'change-text',
    side,
    text,
    sha256: sha256(text),
    placed: all.filter(stays).map(({ id }, index) => place(id, index)),
    unplaced: all.filter(goes).map(({ id, exact }, index) => ({
      id,
      exact,
      prefix: '',
      suffix: 'after',
      guess: index % 2 === 0 ? null : { ...makeSpan(text, b, c, d), score: 0.5 },
    })),
    rejections: comparison.rejections.filter((each) => each[side] === null),
    proposed: [],
  };
}

/** A suggested link, claim or quote anywhere in the texts. */
function makeProposal(
  comparison: Comparison,
  [, a = 0, b = 0, c = 0, d = 0]: readonly number[],
): Proposal {
  const kind = pick(['link', 'claim', 'quote'] as const, a);
  const on = (side: Side) => makeSpan(comparison[side].text, b, c, d);
  const left = kind === 'link' || b % 2 === 0 ? on('left') : null;
  const right = kind === 'link' || left === null ? on('right') : null;
  return {
    key: rejectionKey({ kind, left, right }),
    kind,
    tag: kind === 'link' ? 'claim' : kind,
    left,
    right,
    linkKind: kind === 'link' ? 'near' : null,
    score: (b % 11) / 10,
    speaker: { left: '', right: `Speaker ${c}` },
    words: [],
    source: '',
    rejected: false,
  };
}

type TextChange = Change & { readonly type: 'change-text' };

/** A change of links that no builder makes; it fits where there is a link and no twin of what comes. */
function rawLinkChange(link: Link | undefined, choice: number, newId: () => string): Change {
  if (!link) return { type: 'delete-link', id: 'missing' };
  const relation = pick(['duplicate', 'contradicts'], choice);
  return choice % 4 < 2
    ? { type: 'add-link', link: { ...link, id: newId(), relation, score: 0.5 } }
    : { type: 'change-link', id: link.id, set: { relation, note: `Note ${choice}` } };
}

function sampleAnnotation(
  id: string,
  side: Side,
  span: Pick<Annotation, 'start' | 'end' | 'exact'>,
): Annotation {
  return {
    id,
    side,
    tag: 'claim',
    ...span,
    speaker: '',
    stance: 'neutral',
    certainty: 'doubtful',
    note: '',
    origin: 'suggested',
    by: 'tester',
    created: NOW,
    modified: NOW,
  };
}

/** Changes that never fit, after one that does. */
function rawChanges(
  comparison: Comparison,
  annotation: Annotation | undefined,
  link: Link | undefined,
  [, a = 0, b = 0, c = 0, d = 0]: readonly number[],
  newId: () => string,
): Change[] {
  const fits: Change = { type: 'change-title', title: `Half done ${a}` };
  const side = annotation?.side ?? pick(SIDES, a);
  const { text } = comparison[side];
  const sample = sampleAnnotation(newId(), side, { start: 0, end: text.length, exact: text });
  const wrongSpan = { start: c % text.length, end: text.length + 1 + d, exact: text };
  const bad: Change[] = [
    { type: 'delete-annotation', id: 'missing' },
    { type: 'change-annotation', id: 'missing', set: { tag: 'claim' } },
    { type: 'change-link', id: 'missing', set: { note: '' } },
    { type: 'add-annotation', annotation: { ...sample, ...wrongSpan } },
    { type: 'add-annotation', annotation: { ...sample, end: 0 } },
    { type: 'add-rejection', rejection: { kind: 'link', left: { ...wrongSpan }, right: null } },
    { type: 'add-rejection', rejection: { kind: 'claim', left: null, right: null } },
    {
      type: 'delete-rejection',
      rejection: { kind: 'claim', left: { start: 0, end: 99_999, exact: 'x' }, right: null },
    },
    { type: 'add-annotation', annotation: { ...sample, exact: `${text}!` } },
  ];
  const [waiting] = comparison.unplaced.annotations;
  bad.push(
    { type: 'delete-unplaced', id: 'missing' },
    { type: 'change-unplaced', id: 'missing', set: { tag: 'claim' } },
    { ...(makeTextChange(comparison, side, [0, a, b, c, d]) as TextChange), text: ' ' },
  );
  if (waiting)
    bad.push(
      { type: 'add-unplaced', annotation: waiting },
      {
        ...(makeTextChange(comparison, waiting.side, [0, a, b, c, d]) as TextChange),
        unplaced: [],
      },
    );
  if (annotation)
    bad.push(
      { type: 'add-annotation', annotation },
      { type: 'change-annotation', id: annotation.id, set: wrongSpan },
    );
  if (link)
    bad.push(
      { type: 'add-link', link },
      { type: 'add-link', link: { ...link, id: newId() } },
      { type: 'add-link', link: { ...link, id: newId(), left: link.right, right: link.left } },
      { type: 'delete-annotation', id: link.left },
    );
  return [fits, pick(bad, b)];
}

/** A span that is not empty and splits no grapheme cluster, near where the numbers say. */
function makeSpan(text: string, from: number, length: number, choice: number): Span {
  const start = from % text.length;
  const end = Math.min(text.length, start + 1 + (length % 20));
  const span =
    choice % 2 === 0 ? snapToGraphemes(text, { start, end }) : snapToWords(text, { start, end });
  return span ?? snapToGraphemes(text, { start, end });
}

function pick<T>(from: readonly T[], choice: number): T {
  return from[choice % from.length] as T;
}

/** Freezes a value and all it holds, so that a change of it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) deepFreeze(each);
  }
  return value;
}
