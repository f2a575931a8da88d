import type { Comparison } from '../model/comparison';
import { SIDES, type Side } from '../model/fields';
import { toExport } from './diptych-json';
import type { Export } from './diptych-json-schema';

/** The context of the W3C's Web Annotation Data Model. */
export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** What names beginning with `diptych:` stand for: what the W3C's model has no word for. */
export const DIPTYCH_TERMS = 'urn:diptych:term:';

type Annotation = Export['annotations'][number];
type Link = Export['links'][number];

/**
 * A comparison as W3C Web Annotation JSON-LD: one collection, whose annotations tag (and comment) spans and, with the
 * motivation `linking`, tie two of them. Positions are code points, as the W3C's model asks.
 */
export function writeWebAnnotation(
  comparison: Comparison,
  { withText }: { readonly withText: boolean },
): string {
  const exported = toExport(comparison, { withText });
  const iri = collectionIri(comparison.id);
  const items = [
    ...exported.annotations.map((each) => tagging(iri, each)),
    ...exported.links.map((each) => linking(iri, each)),
  ];
  const page = { id: `${iri}:page:1`, type: 'AnnotationPage', partOf: iri, startIndex: 0, items };
  const collection = {
    '@context': [ANNO_CONTEXT, { diptych: DIPTYCH_TERMS }],
    id: iri,
    type: 'AnnotationCollection',
    label: exported.title,
    created: exported.created,
    total: items.length,
    'diptych:article': SIDES.map((side) => article(iri, side, exported)),
    first: page,
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

/** The IRI of a comparison; those of its parts begin with it. */
export function collectionIri(id: string): string {
  return `urn:diptych:comparison:${id}`;
}

/** The IRI of an article of the comparison with that IRI. */
export function articleIri(iri: string, side: Side): string {
  return `${iri}:${side}`;
}

function annotationIri(iri: string, id: string): string {
  return `${iri}:annotation:${id}`;
}

function article(iri: string, side: Side, exported: Export): object {
  const { text, language, title, outlet, author, date, url, length, sha256 } =
    exported.articles[side];
  return {
    id: articleIri(iri, side),
    type: 'Text',
    format: 'text/plain',
    ...filled({ language }),
    ...(text === null ? {} : { value: text }),
    'diptych:side': side,
    'diptych:length': length,
    'diptych:sha256': sha256,
    ...filled({
      'diptych:title': title,
      'diptych:outlet': outlet,
      'diptych:author': author,
      'diptych:date': date,
      'diptych:url': url,
    }),
  };
}

function tagging(iri: string, each: Annotation): object {
  const { id, tag, speaker, stance, certainty, note, origin, by, created, modified } = each;
  return {
    id: annotationIri(iri, id),
    type: 'Annotation',
    motivation: 'tagging',
    created,
    modified,
    ...creator(by),
    body: [
      textBody('tagging', tag),
      ...(speaker ? [textBody('identifying', speaker, 'speaker')] : []),
      ...(stance ? [textBody('assessing', stance, 'stance')] : []),
      ...(certainty ? [textBody('assessing', certainty, 'certainty')] : []),
      ...(note ? [textBody('commenting', note)] : []),
    ],
    target: {
      type: 'SpecificResource',
      source: articleIri(iri, each.article),
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: each.exact,
          prefix: each.prefix,
          suffix: each.suffix,
        },
        { type: 'TextPositionSelector', start: each.start, end: each.end },
      ],
    },
    'diptych:origin': origin,
  };
}

function linking(iri: string, { id, left, right, ...link }: Link): object {
  return {
    id: `${iri}:link:${id}`,
    type: 'Annotation',
    motivation: 'linking',
    created: link.created,
    ...creator(link.by),
    body: [
      { type: 'SpecificResource', purpose: 'linking', source: annotationIri(iri, right) },
      textBody('tagging', link.relation),
      ...(link.note ? [textBody('commenting', link.note)] : []),
    ],
    target: annotationIri(iri, left),
    'diptych:kind': link.kind,
    ...(link.score === null ? {} : { 'diptych:score': link.score }),
    'diptych:origin': link.origin,
  };
}

function textBody(purpose: string, value: string, field?: string): object {
  return {
    type: 'TextualBody',
    purpose,
    value,
    format: 'text/plain',
    ...(field ? { 'diptych:field': field } : {}),
  };
}

function creator(name: string): object {
  return name ? { creator: { type: 'Person', name } } : {};
}

/** The properties that say something. */
function filled(properties: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== ''));
}
