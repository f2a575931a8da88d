import { memo, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { lookupOf } from '../../core/lookup/lookup';
import type { Article } from '../../core/model/article';
import type { Side } from '../../core/model/fields';
import { paragraphsOf } from '../../core/text/paragraphs';
import { placeOf, rememberPlace } from '../client/navigation';
import { session, update, useSession } from '../client/session';
import { articleDom, type ArticleDom } from './article-dom';
import { ArticleText } from './article-text';
import { handleCursorKey } from './cursor';
import { domOf, useDoms } from './doms';
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

  useLayoutEffect(() => {
    const root = pane.current?.querySelector<HTMLElement>(`[data-text="${side}"]`);
    if (!root) return;
    const dom = articleDom(root, paragraphs);
    useDoms.setState({ [side]: dom });
    const unwatch = watchView(side, dom);
    return () => {
      unwatch();
      useDoms.setState({ [side]: null });
    };
  }, [side, paragraphs, title]);

  useRestoredPlace(pane, side, comparisonId);
  useReveal(pane, side);

  const label = side === 'left' ? 'Left article' : 'Right article';
  return (
    // The pane takes the focus so that its text can be scrolled, walked and selected by keyboard.
    <section
      ref={pane}
      className={styles.pane}
      aria-label={label}
      data-pane={side}
      tabIndex={0}
      onKeyDown={(event) => event.target === event.currentTarget && handleCursorKey(side, event)}
      onFocus={() => update({ side })}
      onPointerDown={(event) => beginPress(side, event)}
      onPointerMove={(event) => hover(side, event.clientX, event.clientY, event.buttons)}
      onPointerLeave={() => session().hovered !== null && update({ hovered: null })}
      onScrollEnd={() => rememberScroll(pane.current, side, comparisonId)}
    >
      <article className={styles.sheet} lang={article.language || undefined} dir="auto">
        <p className={styles.source}>
          <SourceLine article={article} />
        </p>
        <ArticleText text={text} title={title} side={side} />
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

/** How far below the pane's upper edge the first visible character is looked for, in pixels. */
const MARGIN = 12;

function rememberScroll(pane: HTMLElement | null, side: Side, comparisonId: string): void {
  const dom = domOf(side);
  if (!pane || !dom) return;
  const box = pane.getBoundingClientRect();
  const text = dom.root.getBoundingClientRect();
  const offset = pane.scrollTop < 4 ? 0 : dom.nearestOffset(text.left + 2, box.top + MARGIN);
  if (offset !== null) rememberPlace(comparisonId, { [side]: offset });
}

function useRestoredPlace(
  pane: React.RefObject<HTMLElement | null>,
  side: Side,
  comparisonId: string,
): void {
  useLayoutEffect(() => {
    const offset = placeOf(comparisonId)?.[side] ?? 0;
    const element = pane.current;
    const dom = domOf(side);
    if (!element || !dom) return;
    const scroll = () => {
      element.scrollTop =
        offset === 0
          ? 0
          : topOf(dom, offset) -
            element.getBoundingClientRect().top +
            element.scrollTop -
            MARGIN / 2;
    };
    scroll();
    let stale = false;
    void document.fonts.ready.then(() => stale || scroll());
    return () => {
      stale = true;
    };
  }, [pane, side, comparisonId]);
}

function topOf(dom: ArticleDom, offset: number): number {
  return dom.rangeOf({ start: offset, end: offset + 1 }).getBoundingClientRect().top;
}

/** Brings what the session asks to reveal into the middle of the pane, unless it can be seen already. */
function useReveal(pane: React.RefObject<HTMLElement | null>, side: Side): void {
  const reveal = useSession((state) => state.reveal);
  useEffect(() => {
    const wanted = reveal.find((each) => each.side === side);
    const dom = domOf(side);
    const element = pane.current;
    if (!wanted || !dom || !element) return;
    const box = element.getBoundingClientRect();
    const top = topOf(dom, wanted.offset);
    if (top > box.top + 40 && top < box.bottom - 80) return;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollTo({
      top: element.scrollTop + top - box.top - box.height / 3,
      behavior: calm ? 'instant' : 'smooth',
    });
  }, [reveal, pane, side]);
}
