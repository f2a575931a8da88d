import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { lookupOf } from '../../core/lookup/lookup';
import type { Article } from '../../core/model/article';
import type { Side } from '../../core/model/fields';
import { directionOf } from '../../core/text/direction';
import { paragraphsOf } from '../../core/text/paragraphs';
import { session, update } from '../client/session';
import { articleDom } from './article-dom';
import { ArticleText, headingId } from './article-text';
import { handleCursorKey } from './cursor';
import { domOf, useDoms } from './doms';
import { useKeptPlace } from './keep-place';
import { layOutLater } from './lay-out';
import { beginPress } from './pointer';
import styles from './reader.module.css';
import { SourceLine } from './source-line';
import { watchView } from './views';

/** One article, to read, select and pick in. Edits leave the article as it is, so they do not render it again. */
export const Reader = memo(function Reader({
  side,
  article,
  comparisonId,
}: {
  side: Side;
  article: Article;
  comparisonId: string;
}) {
  const pane = useRef<HTMLElement>(null);
  const { text, title } = article;
  const paragraphs = useMemo(() => paragraphsOf(text), [text]);
  const direction = useMemo(() => directionOf(text), [text]);

  useLayoutEffect(() => {
    const root = pane.current?.querySelector<HTMLElement>(`[data-text="${side}"]`);
    if (!root) return;
    const later = layOutLater(root);
    const dom = articleDom(root, paragraphs, later.finish);
    useDoms.setState({ [side]: dom });
    const unwatch = watchView(side, dom);
    return () => {
      unwatch();
      later.stop();
      useDoms.setState({ [side]: null });
    };
  }, [side, paragraphs, title]);

  useKeptPlace(pane, side, comparisonId);

  const label = side === 'left' ? 'Left article' : 'Right article';
  return (
    // The pane takes the focus so that its text can be scrolled, walked and selected by keyboard.
    <section
      ref={pane}
      className={styles.pane}
      aria-label={label}
      aria-describedby={headingId(side)}
      data-pane={side}
      tabIndex={0}
      onKeyDown={(event) => event.target === event.currentTarget && handleCursorKey(side, event)}
      onFocus={() => update({ side })}
      onPointerDown={(event) => beginPress(side, event)}
      onPointerMove={(event) => hover(side, event.clientX, event.clientY, event.buttons)}
      onPointerLeave={() => session().hovered !== null && update({ hovered: null })}
    >
      <article className={styles.sheet} lang={article.language || undefined} dir={direction}>
        <p className={styles.source}>
          <bdi>
            <SourceLine article={article} />
          </bdi>
        </p>
        <ArticleText text={text} title={title} side={side} direction={direction} />
      </article>
    </section>
  );
});

let hoverFrame = 0;

function hover(side: Side, x: number, y: number, buttons: number): void {
  if (buttons !== 0) return;
  cancelAnimationFrame(hoverFrame);
  hoverFrame = requestAnimationFrame(() => {
    const { comparison, hovered } = session();
    const offset = domOf(side)?.offsetAt(x, y) ?? null;
    const id =
      comparison && offset !== null ? (lookupOf(comparison).at(side, offset)[0]?.id ?? null) : null;
    if (id !== hovered) update({ hovered: id });
  });
}
