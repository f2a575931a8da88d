import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import { printoutOf, type Piece, type PrintedArticle } from '../../core/exchange/printout';
import type { Article } from '../../core/model/article';
import type { Comparison } from '../../core/model/comparison';
import { SIDES, type Side } from '../../core/model/fields';
import { useSession } from '../client/session';
import { formatDay } from '../client/words';
import styles from './print-view.module.css';

/** The open comparison on paper: both articles with their marks numbered, and what they mean in words. */
export function PrintView() {
  const comparison = useSession((state) => (state.printing ? state.comparison : null));
  return comparison && createPortal(<Paper comparison={comparison} />, document.body);
}

function Paper({ comparison }: { comparison: Comparison }) {
  const printout = useMemo(() => printoutOf(comparison), [comparison]);
  return (
    <div className={styles.paper} data-paper>
      <h1 dir="auto">{comparison.title}</h1>
      <ul className={styles.summary}>
        {printout.summary.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {SIDES.map((side) => (
        <PaperArticle key={side} side={side} article={comparison[side]} printed={printout[side]} />
      ))}
    </div>
  );
}

const SIDE_WORDS: Readonly<Record<Side, string>> = { left: 'Left article', right: 'Right article' };

function PaperArticle({
  side,
  article,
  printed,
}: {
  side: Side;
  article: Article;
  printed: PrintedArticle;
}) {
  const { title, outlet, author, date, url, language } = article;
  const source = [SIDE_WORDS[side], outlet, author, date && formatDay(date), url].filter(Boolean);
  return (
    <section className={styles.article} aria-label={SIDE_WORDS[side]}>
      <p className={styles.source}>{source.join(' · ')}</p>
      <article lang={language || undefined} dir="auto">
        {printed.heading === -1 && <h2>{title}</h2>}
        {printed.paragraphs.map((pieces, index) =>
          index === printed.heading ? (
            <h2 key={index}>
              <Pieces pieces={pieces} />
            </h2>
          ) : (
            <p key={index}>
              <Pieces pieces={pieces} />
            </p>
          ),
        )}
      </article>
      {printed.notes.length > 0 && (
        <>
          <h3>Annotations of the {side} article</h3>
          <ul className={styles.notes}>
            {printed.notes.map((note) => (
              <li key={note} dir="auto">
                {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, tags, ends }, index) => (
    <span key={index}>
      {tags.length > 0 ? <mark data-tags={tags.join(' ')}>{text}</mark> : text}
      {ends.length > 0 && <sup>{ends.join(',')}</sup>}
    </span>
  ));
}
