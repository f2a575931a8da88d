import type { Marked } from '../../core/edit/build-return';
import type { Link } from '../../core/model/link';
import { shorten, tagName } from '../client/words';

/** An annotation as the merging shows it: its tag and text, and all else that can differ. */
export function wordsOfMarked(each: Marked): string {
  const { tag, side, exact, speaker, stance, certainty, note } = each;
  const more = [
    speaker && `said by ${speaker}`,
    stance,
    certainty,
    'start' in each ? '' : 'without a place',
    note && `note: ${shorten(note, 200)}`,
  ].filter(Boolean);
  return [`${tagName(tag)}, ${side}: “${shorten(exact, 140)}”`, ...more].join('; ');
}

/** A link as the merging shows it, by what its ends cover. */
export function wordsOfLink(
  { left, right, relation, kind, note }: Link,
  exacts: ReadonlyMap<string, string>,
): string {
  const [from, to] = [left, right].map((id) => `“${shorten(exacts.get(id) ?? '…', 70)}”`);
  const more = note ? `; note: ${shorten(note, 200)}` : '';
  return `Link, ${relation} (${kind}): ${from} and ${to}${more}`;
}
