import { useEffect, useMemo } from 'react';
import type { Comparison } from '../../core/model/comparison';
import type { Side } from '../../core/model/fields';
import { paragraphIndexAt, paragraphsOf } from '../../core/text/paragraphs';
import { useSession } from '../client/session';
import { notesOf } from '../client/spoken';
import { useSettled } from '../client/use-settled';
import { useDoms } from '../reader/doms';

/** From the first visible paragraph on, so many are described: more than a screen holds. */
const MOST_PARAGRAPHS = 40;
/** So many paragraphs are read before the described ones move on. */
const STEP = 10;

/**
 * What is marked in the paragraphs near what is read, as lists for assistive technology. They stand beside the text, which
 * is never rendered again for them: a paragraph refers to its list by aria-details.
 */
export function ParagraphNotes({ comparison, side }: { comparison: Comparison; side: Side }) {
  const { text } = comparison[side];
  const paragraphs = useMemo(() => paragraphsOf(text), [text]);
  const first = useSession(({ places }) => {
    const index = paragraphIndexAt(paragraphs, places[comparison.id]?.[side] ?? 0);
    return index - (index % STEP);
  });
  const here = useSession(({ cursors }) => paragraphIndexAt(paragraphs, cursors[side].at));
  // Painting comes first.
  const settled = useSettled(comparison);
  const notes = useMemo(() => {
    const near = paragraphs.slice(first, first + STEP + MOST_PARAGRAPHS);
    const current = paragraphs[here];
    const described = current && !near.includes(current) ? [...near, current] : near;
    return settled ? notesOf(settled, side, described) : [];
  }, [settled, side, paragraphs, first, here]);
  const root = useDoms((doms) => doms[side]?.root);

  // An edit seldom changes which paragraphs have a list.
  const starts = notes.map(({ start }) => start).join(' ');
  useEffect(() => {
    const marked = starts.split(' ').flatMap((start) => {
      const paragraph = root?.querySelector(`[data-start="${start}"]`);
      paragraph?.setAttribute('aria-details', noteId(side, start));
      return paragraph ?? [];
    });
    return () => {
      for (const paragraph of marked) paragraph.removeAttribute('aria-details');
    };
  }, [starts, root, side]);

  return notes.map(({ start, lines }) => (
    <ul
      key={start}
      id={noteId(side, start)}
      className="unseen"
      aria-label="Marked in this paragraph"
    >
      {lines.map(({ id, line }) => (
        <li key={id}>{line}</li>
      ))}
    </ul>
  ));
}

function noteId(side: Side, start: number | string): string {
  return `${side}-note-${start}`;
}
