import { useEffect, useState } from 'react';
import type { Snippet } from '../../core/text/snippet';
import styles from './library.module.css';

/** Where a comparison's texts say what was looked for, on one line. */
export function SnippetLine({ id, query }: { id: string; query: string }) {
  const [snippet, setSnippet] = useState<Snippet | null>(null);
  useEffect(() => {
    let over = false;
    void window.diptych.snippet(id, query).then((found) => !over && setSnippet(found));
    return () => {
      over = true;
    };
  }, [id, query]);
  return (
    <span className={styles.snippet}>
      {snippet && (
        <>
          <b>{snippet.side === 'left' ? 'Left' : 'Right'}</b>{' '}
          <bdi>
            {snippet.before}
            <mark>{snippet.match}</mark>
            {snippet.after}
          </bdi>
        </>
      )}
    </span>
  );
}
