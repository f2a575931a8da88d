import type { Change, Edit } from '../../core/edit/edit';
import { lookupOf } from '../../core/lookup/lookup';
import type { Annotation } from '../../core/model/annotation';
import type { Comparison } from '../../core/model/comparison';
import { otherSide, type Side } from '../../core/model/fields';
import { graphemeEnd, sentenceAt, wordEnd } from '../../core/text/boundaries';
import type { Span } from '../../core/text/quote-selector';
import { pickedAnnotation, type Session } from './session';
import { describeAnnotation, shorten, tagName, waitingInWords } from './words';

/** How much of a text is said, in characters: enough to know it by. */
const SAID = 120;

type Seen = Pick<Session, 'comparison' | 'history' | 'picks' | 'side'>;

/** What a screen reader says of an action, by the session before and after it; null when there is nothing to say. */
export function sayChange(before: Seen, after: Seen): string | null {
  const { comparison } = after;
  if (!comparison) return null;
  if (before.comparison?.id !== comparison.id) return sayWaiting(0, comparison);
  if (before.history !== after.history) {
    const waited = before.comparison.unplaced.annotations.length;
    const said = [sayHistory(before, { ...after, comparison }), sayWaiting(waited, comparison)];
    return said.filter((each) => each !== null).join('. ') || null;
  }
  if (before.picks !== after.picks || before.side !== after.side)
    return sayPick(before, { ...after, comparison });
  return null;
}

type Open = Seen & { readonly comparison: Comparison };

function sayHistory({ history: { done, undone } }: Seen, after: Open): string | null {
  const now = after.history;
  const last = now.done.at(-1);
  if (now.undone.length > undone.length)
    return `Undone: ${now.undone.at(-1)?.edit.name.toLowerCase()}`;
  if (!last || last === done.at(-1)) return null;
  if (last === undone.at(-1)) return `Done again: ${last.edit.name.toLowerCase()}`;
  return sayEdit(last.edit, after);
}

/** What is said of annotations without a sure place when there are more than before, or when the last has gone. */
function sayWaiting(before: number, { unplaced }: Comparison): string | null {
  const now = unplaced.annotations.length;
  if (now > before) return waitingInWords(now);
  return now === 0 && before > 0 ? 'Nothing is left to place.' : null;
}

function sayEdit({ name, changes }: Edit, { comparison, side }: Open): string {
  const byId = (id: string) => lookupOf(comparison).annotation(id);
  const of = <T extends Change['type']>(type: T) =>
    changes.find((each): each is Change & { readonly type: T } => each.type === type);
  const link = of('add-link')?.link;
  const added = of('add-annotation')?.annotation;
  if (added && of('delete-unplaced'))
    return `${name}: ${[quote(added), link && 'linked again'].filter(Boolean).join(', ')}`;
  if (name.startsWith('Accept') && link)
    return `${name}: ${quote(byId(link.left))} and ${quote(byId(link.right))}`;
  if (link) return `Linked with ${quote(byId(link[otherSide(side)]))}`;
  if (added) return `${name}: ${quote(added)}`;
  const changed = of('change-annotation');
  if (changed) return `${name}: ${quote(byId(changed.id))}`;
  return name;
}

function quote(annotation: Annotation | undefined): string {
  return `“${shorten(annotation?.exact ?? '', SAID)}”`;
}

function sayPick(before: Seen, after: Open): string | null {
  const { comparison, picks, side } = after;
  const pick = picks[side];
  if (pick === null || pick === before.picks[side]) return null;
  if (pick.kind === 'span') {
    const { start, end } = pick.span;
    return `Selected “${shorten(comparison[side].text.slice(start, end), SAID)}”`;
  }
  const annotation = pickedAnnotation(after, side);
  return (
    annotation && describeAnnotation(annotation, lookupOf(comparison).partnersOf(annotation.id))
  );
}

/** What is marked in each of some paragraphs, in words; paragraphs with nothing are left out. */
export function notesOf(
  comparison: Comparison,
  side: Side,
  paragraphs: readonly Span[],
): readonly {
  readonly start: number;
  readonly lines: readonly { readonly id: string; readonly line: string }[];
}[] {
  const from = Math.min(...paragraphs.map(({ start }) => start));
  const to = Math.max(...paragraphs.map(({ end }) => end));
  const lookup = lookupOf(comparison);
  const near = lookup.overlapping(side, { start: from, end: to });
  return paragraphs.flatMap(({ start, end }) => {
    const lines = near
      .filter((each) => each.start < end && each.end > start)
      .map((each) => ({ id: each.id, line: describeAnnotation(each, lookup.partnersOf(each.id)) }));
    return lines.length === 0 ? [] : [{ start, lines }];
  });
}

/** What a screen reader says of the cursor's new place: what it stands on, and the annotations that begin there. */
export function sayCursor(
  comparison: Comparison,
  side: Side,
  at: number,
  by: 'character' | 'word' | 'sentence' | 'article',
): string {
  const { text } = comparison[side];
  const { start, end } = standsOn(text, at, by);
  const said = text.slice(start, end).trim() || 'space';
  const lookup = lookupOf(comparison);
  const begins = lookup
    .overlapping(side, { start, end })
    .filter((each) => each.start >= start)
    .map((each) =>
      [tagName(each.tag), lookup.linksOf(each.id).length > 0 && 'linked']
        .filter(Boolean)
        .join(', '),
    );
  return [said, ...begins].join('; ');
}

function standsOn(text: string, at: number, by: Parameters<typeof sayCursor>[3]): Span {
  if (by === 'sentence') {
    const sentence = sentenceAt(text, at);
    if (sentence) return { start: at, end: Math.max(sentence.end, at) };
  }
  return { start: at, end: by === 'character' ? graphemeEnd(text, at) : wordEnd(text, at, true) };
}
