import { memo, useMemo } from 'react';
import type { Article } from '../../core/model/article';
import { useSettled } from '../client/use-settled';
import { formatDay } from '../client/words';

/** Where an article comes from, and how long it is. */
export const SourceLine = memo(function SourceLine({
  article: { outlet, author, date, text },
}: {
  article: Article;
}) {
  // Counting a long text must not hold up showing it.
  const settled = useSettled(text);
  const words = useMemo(() => settled !== null && countWords(settled), [settled]);
  const length = words !== false && `${words.toLocaleString('en')} words`;
  return [outlet, author, date && formatDay(date), length].filter(Boolean).join(' · ') || '\u00a0';
});

function countWords(text: string): number {
  const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu;
  let count = 0;
  while (word.test(text)) count++;
  return count;
}
