import type { Comparison } from '../model/comparison';
import { SIDES, type Side } from '../model/fields';
import {
  foreignAnnotation,
  foreignLink,
  listOf,
  properties,
  text,
  type Foreign,
  type ForeignAnnotation,
  type ForeignLink,
} from './foreign';
import { articleIri } from './web-annotation';

/** Whether a value of JSON is a Web Annotation, a page or a collection of them, or a list of them. */
export function isWebAnnotation(value: unknown): boolean {
  const [first] = listOf(value);
  const { type, target, items, first: page } = properties(first);
  const types = listOf(type);
  return (
    ['Annotation', 'AnnotationPage', 'AnnotationCollection'].some((each) => types.includes(each)) ||
    target !== undefined ||
    Array.isArray(items) ||
    Array.isArray(properties(page)['items'])
  );
}

/** The annotations of W3C Web Annotation JSON-LD, of this comparison's articles or of sources that nobody knows. */
export function readWebAnnotation(
  value: unknown,
  comparison: Pick<Comparison, 'left' | 'right'>,
): Foreign {
  const annotations: ForeignAnnotation[] = [];
  const links: ForeignLink[] = [];
  const skipped: string[] = [];
  itemsOf(value).forEach((item, index) => {
    const annotation = properties(item);
    const id = text(annotation['id']) || text(annotation['@id']) || `item ${index + 1}`;
    if (listOf(annotation['motivation']).includes('linking')) {
      const link = linkOf(annotation);
      if (link) links.push(link);
      else skipped.push(`The link ${id} does not name two annotations.`);
      return;
    }
    const targets = listOf(annotation['target']).filter((each) => selectorsOf(each).length > 0);
    if (targets.length === 0) skipped.push(`The annotation ${id} points at no span of text.`);
    targets.forEach((target, at) =>
      annotations.push(
        annotationOf(at === 0 ? id : `${id} ${at + 1}`, annotation, target, comparison),
      ),
    );
  });
  return { annotations, links, skipped };
}

function itemsOf(value: unknown): readonly unknown[] {
  return listOf(value).flatMap((each) => {
    const { items, first, '@graph': graph } = properties(each);
    return listOf(items ?? properties(first)['items'] ?? graph ?? each);
  });
}

function annotationOf(
  key: string,
  annotation: Readonly<Record<string, unknown>>,
  target: unknown,
  comparison: Pick<Comparison, 'left' | 'right'>,
): ForeignAnnotation {
  const quote = selectorOf(target, 'TextQuoteSelector');
  const position = selectorOf(target, 'TextPositionSelector');
  const { creator, created, motivation } = annotation;
  const { tag, ...said } = bodiesOf(annotation);
  return foreignAnnotation(key, sideOf(target, comparison), {
    ...said,
    tag: tag || listOf(motivation).find((each) => typeof each === 'string'),
    span: { start: position['start'], end: position['end'] },
    exact: quote['exact'],
    prefix: quote['prefix'],
    suffix: quote['suffix'],
    origin: annotation['diptych:origin'],
    by: personOf(creator),
    created,
  });
}

/** What an annotation's bodies say, by their purposes. */
function bodiesOf(annotation: Readonly<Record<string, unknown>>) {
  const said = { tag: '', speaker: '', stance: '', certainty: '', note: '' };
  const notes: string[] = [];
  const whole = text(annotation['bodyValue']);
  for (const each of [...listOf(annotation['body']), ...(whole ? [whole] : [])]) {
    const body = properties(each);
    const value = text(body['value']) || text(each);
    const purpose = listOf(body['purpose'] ?? annotation['motivation'])[0];
    const field = body['diptych:field'];
    if (field === 'speaker' || (field === undefined && purpose === 'identifying'))
      said.speaker ||= value;
    else if (field === 'stance' || field === 'certainty') said[field] ||= value;
    else if ((purpose === 'tagging' || purpose === 'classifying') && !said.tag) said.tag = value;
    else if (value) notes.push(value);
  }
  return { ...said, note: notes.join('\n') };
}

function linkOf(annotation: Readonly<Record<string, unknown>>): ForeignLink | null {
  const { creator, created, body } = annotation;
  const ends = [...listOf(annotation['target']), ...listOf(body)].flatMap(
    (end) => iriOf(end) || [],
  );
  const [from, to] = ends;
  if (ends.length !== 2 || from === undefined || to === undefined) return null;
  const { tag, note } = bodiesOf({ ...annotation, motivation: 'linking' });
  return foreignLink(from, to, {
    relation: tag,
    note,
    kind: annotation['diptych:kind'],
    score: annotation['diptych:score'],
    origin: annotation['diptych:origin'],
    by: personOf(creator),
    created,
  });
}

/** What a target or body points at: its IRI, that of its source, or ''. */
function iriOf(value: unknown): string {
  const { source, id, type } = properties(value);
  if (listOf(type).includes('TextualBody')) return '';
  return text(value) || text(source) || text(properties(source)['id']) || text(id);
}

function sideOf(target: unknown, comparison: Pick<Comparison, 'left' | 'right'>): Side | null {
  const iri = iriOf(target);
  if (iri === '') return null;
  const named = SIDES.filter(
    (side) =>
      (iri.startsWith('urn:diptych:') &&
        iri === articleIri(iri.slice(0, -side.length - 1), side)) ||
      iri === comparison[side].url,
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

function selectorsOf(target: unknown): readonly Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  // What refines a selector is nearer to the span; a file may nest them without end.
  const left = [...listOf(properties(target)['selector'])];
  for (let next = left.shift(); next !== undefined && found.length < MAX_SELECTORS;) {
    const selector = properties(next);
    found.push(selector);
    left.push(...listOf(selector['refinedBy']), ...listOf(selector['items']));
    next = left.shift();
  }
  return found;
}

const MAX_SELECTORS = 20;

function selectorOf(target: unknown, type: string): Readonly<Record<string, unknown>> {
  return selectorsOf(target).find((each) => listOf(each['type']).includes(type)) ?? {};
}

function personOf(creator: unknown): string {
  const [person] = listOf(creator);
  return text(properties(person)['name']) || text(person);
}
