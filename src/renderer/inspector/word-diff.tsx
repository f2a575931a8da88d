import { diffWords } from 'diff';
import { useMemo } from 'react';
import styles from './inspector.module.css';

/** The longest text compared word by word, in UTF-16 code units; beyond it the two are shown whole. */
const LONGEST = 20_000;

/** Two texts in one: what only the first says is marked as deleted, what only the second says as inserted. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(
    () =>
      before.length + after.length > LONGEST
        ? [
            { value: before, removed: true, added: false },
            { value: after, removed: false, added: true },
          ]
        : diffWords(before, after),
    [before, after],
  );
  return (
    <p className={styles.diff} dir="auto">
      {parts.map(({ value, removed, added }, index) =>
        removed ? (
          <del key={index}>{value}</del>
        ) : added ? (
          <ins key={index}>{value}</ins>
        ) : (
          <span key={index}>{value}</span>
        ),
      )}
    </p>
  );
}
