import type { Annotation } from '../../core/model/annotation';
import type { Side } from '../../core/model/fields';
import type { Link } from '../../core/model/link';
import type { Proposal } from '../../core/suggest/proposals';

/** "1 claim", "2 claims". */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

/** A day `YYYY-MM-DD` as people write it: "3 May 2026". */
export function formatDay(day: string): string {
  const date = new Date(`${day}T00:00:00`);
  return Number.isNaN(date.valueOf())
    ? day
    : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A moment as the library tells it: the time today, else the day. */
export function formatMoment(moment: string, now = new Date()): string {
  const date = new Date(moment);
  return date.toDateString() === now.toDateString()
    ? `Today, ${date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
    : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A tag as it begins a line: "Claim". */
export function tagName(tag: string): string {
  return tag.slice(0, 1).toUpperCase() + tag.slice(1);
}

/** What tagging with a tag is called, as the commands name it: "Tag as Claim". */
export function tagLabel(tag: string): string {
  return `Tag as ${tagName(tag)}`;
}

/** A text cut to about `length` characters, on one line. */
export function shorten(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= length ? line : `${characters.slice(0, length).join('').trimEnd()}…`;
}

/** An annotation in words, as the list of annotations and a screen reader name it. */
export function describeAnnotation(
  annotation: Pick<Annotation, 'tag' | 'side' | 'stance' | 'certainty' | 'exact'>,
  partners: readonly Pick<Annotation, 'exact'>[],
): string {
  const { tag, side, stance, certainty } = annotation;
  const where = [tagName(tag), `${side} article`, stance, certainty].filter(Boolean).join(', ');
  return `${where}: “${shorten(annotation.exact, 200)}”, ${linkedTo(partners)}`;
}

/** What an annotation is linked to, in words: "linked to “…” and “…”". */
export function linkedTo(partners: readonly Pick<Annotation, 'exact'>[]): string {
  return partners.length === 0
    ? 'not linked'
    : `linked to ${partners.map(({ exact }) => `“${shorten(exact, 60)}”`).join(' and ')}`;
}

/** How many annotations have no sure place, and where they are found. */
export function waitingInWords(number: number): string {
  return number === 1
    ? '1 annotation has no sure place; it is under To place.'
    : `${number.toLocaleString('en')} annotations have no sure place; they are under To place.`;
}

/** A link as its card is headed: "Duplicate · reworded". */
export function linkTitle({ relation, kind }: Pick<Link, 'relation' | 'kind'>): string {
  return `${tagName(relation)} · ${kind}`;
}

/** A suggestion as its card is headed: "Reworded claim", "Quote · left". */
export function proposalTitle({ kind, linkKind, tag, left }: Proposal): string {
  return linkKind ? `${tagName(linkKind)} ${tag}` : `${tagName(kind)} · ${left ? 'left' : 'right'}`;
}

/** A suggestion in words, as a screen reader names it. */
export function describeProposal(
  proposal: Proposal,
  texts: Readonly<Record<Side, string | null>>,
): string {
  const said = [texts.left, texts.right].flatMap((text) =>
    text === null ? [] : `“${shorten(text, 160)}”`,
  );
  const score = `score ${proposal.score.toFixed(2)}`;
  return `${proposalTitle(proposal)}: ${said.join(' and ')}, ${score}`;
}

/** A share of 0..1 in per cent: "61 %". */
export function formatShare(share: number): string {
  return `${Math.round(100 * share)} %`;
}
