import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import type { Certainty, Side, Stance } from '../model/fields';
import type { Link } from '../model/link';
import { linkKind } from '../text/compare-words';
import type { Span } from '../text/quote-selector';
import { linksOf } from './apply-link';
import type { ArticleChanges, Change, Edit } from './edit';

/** What the shell lends an edit: who does it, when (ISO 8601, UTC), and fresh ids. */
export interface Author {
  readonly by: string;
  readonly now: string;
  readonly newId: () => string;
}

/** One end of a link to be: an annotation that is there, or a span still to be tagged. */
export type LinkEnd =
  { readonly annotation: Annotation } | { readonly side: Side; readonly span: Span };

/** The edit that tags a span; the new annotation's id comes with it. */
export function addAnnotation(
  comparison: Comparison,
  side: Side,
  span: Span,
  tag: string,
  author: Author,
): { readonly edit: Edit; readonly annotation: Annotation } {
  const annotation = annotate(comparison, side, span, tag, author);
  return {
    edit: { name: `Add ${tag}`, changes: [{ type: 'add-annotation', annotation }] },
    annotation,
  };
}

/** The edit that changes an annotation's tag. */
export function retag(annotation: Annotation, tag: string, author: Author): Edit {
  return changeAnnotation(annotation, `Change to ${tag}`, { tag }, author);
}

/** The edit that moves an annotation's ends. */
export function respan(
  comparison: Comparison,
  annotation: Annotation,
  span: Span,
  author: Author,
): Edit {
  const exact = comparison[annotation.side].text.slice(span.start, span.end);
  return changeAnnotation(annotation, 'Change span', { ...pickSpan(span), exact }, author);
}

/** The edit that sets who says what an annotation holds. */
export function setSpeaker(annotation: Annotation, speaker: string, author: Author): Edit {
  return changeAnnotation(annotation, 'Change speaker', { speaker }, author);
}

/** The edit that sets how the article treats what an annotation says. */
export function setStance(annotation: Annotation, stance: Stance, author: Author): Edit {
  return changeAnnotation(annotation, 'Change stance', { stance }, author);
}

/** The edit that sets how sure an annotation puts what it says. */
export function setCertainty(annotation: Annotation, certainty: Certainty, author: Author): Edit {
  return changeAnnotation(annotation, 'Change certainty', { certainty }, author);
}

/** The edit that sets an annotation's note. */
export function setNote(annotation: Annotation, note: string, author: Author): Edit {
  return changeAnnotation(annotation, 'Change note', { note }, author);
}

/** The edit that deletes an annotation, and with it its links. */
export function deleteAnnotation(comparison: Comparison, annotation: Annotation): Edit {
  const { id, tag } = annotation;
  return {
    name: `Delete ${tag}`,
    changes: [
      ...linksOf(comparison, id).map((link): Change => ({ type: 'delete-link', id: link.id })),
      { type: 'delete-annotation', id },
    ],
  };
}

/** The edit that links two ends, tagging first what is not tagged yet; the ends' annotations come with it. */
export function addLink(
  comparison: Comparison,
  left: LinkEnd,
  right: LinkEnd,
  author: Author,
): { readonly edit: Edit; readonly left: Annotation; readonly right: Annotation } {
  const tag = tagFor(comparison, left, right);
  const settle = (end: LinkEnd): Annotation =>
    'annotation' in end ? end.annotation : annotate(comparison, end.side, end.span, tag, author);
  const [leftEnd, rightEnd] = [settle(left), settle(right)];
  const added = [left, right].flatMap((end, index): Change[] =>
    'annotation' in end
      ? []
      : [{ type: 'add-annotation', annotation: index === 0 ? leftEnd : rightEnd }],
  );
  const link: Link = {
    id: author.newId(),
    left: leftEnd.id,
    right: rightEnd.id,
    relation: 'duplicate',
    kind: linkKind(leftEnd.exact, rightEnd.exact),
    score: null,
    note: '',
    origin: 'manual',
    by: author.by,
    created: author.now,
  };
  return {
    edit: { name: 'Link', changes: [...added, { type: 'add-link', link }] },
    left: leftEnd,
    right: rightEnd,
  };
}

/** The edit that removes a link; the annotations stay. */
export function deleteLink(link: Link): Edit {
  return { name: 'Unlink', changes: [{ type: 'delete-link', id: link.id }] };
}

/** The edit that says otherwise how a link's two annotations relate. */
export function setRelation(link: Link, relation: string): Edit {
  return changeLink(link, 'Change relation', { relation });
}

/** The edit that sets a link's note. */
export function setLinkNote(link: Link, note: string): Edit {
  return changeLink(link, 'Change link’s note', { note });
}

/** The edit that corrects what is known about an article. */
export function changeArticle(side: Side, set: ArticleChanges): Edit {
  return {
    name: `Change ${side} article’s details`,
    changes: [{ type: 'change-article', side, set }],
  };
}

/** The edit that renames a comparison. */
export function renameComparison(title: string): Edit {
  return { name: 'Rename', changes: [{ type: 'change-title', title }] };
}

function changeLink(
  { id }: Link,
  name: string,
  set: (Change & { type: 'change-link' })['set'],
): Edit {
  return { name, changes: [{ type: 'change-link', id, set }] };
}

function changeAnnotation(
  { id }: Annotation,
  name: string,
  set: Omit<(Change & { type: 'change-annotation' })['set'], 'modified'>,
  author: Author,
): Edit {
  return {
    name,
    changes: [{ type: 'change-annotation', id, set: { ...set, modified: author.now } }],
  };
}

function annotate(
  comparison: Comparison,
  side: Side,
  span: Span,
  tag: string,
  author: Author,
): Annotation {
  return {
    id: author.newId(),
    side,
    tag,
    ...pickSpan(span),
    exact: comparison[side].text.slice(span.start, span.end),
    speaker: '',
    stance: '',
    certainty: '',
    note: '',
    origin: 'manual',
    by: author.by,
    created: author.now,
    modified: author.now,
  };
}

function pickSpan({ start, end }: Span): Span {
  return { start, end };
}

const OPENS_A_QUOTE = /^[“"„«‘「『]/;

/** The tag for spans that linking tags: the other end's, else quote for what stands in quote marks, else claim. */
function tagFor(comparison: Comparison, left: LinkEnd, right: LinkEnd): string {
  for (const end of [left, right]) if ('annotation' in end) return end.annotation.tag;
  const quoted = [left, right].every(
    (end) =>
      !('annotation' in end) && OPENS_A_QUOTE.test(comparison[end.side].text.slice(end.span.start)),
  );
  return quoted ? 'quote' : 'claim';
}
