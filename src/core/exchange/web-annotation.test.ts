import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { EXAMPLE } from '../testing/example';
import { ANNO_CONTEXT, writeWebAnnotation } from './web-annotation';

const OA = 'http://www.w3.org/ns/oa#';
const id = (iri: string) => ({ '@id': iri, '@type': '@id' });
const number = (iri: string) => ({ '@id': iri, '@type': 'xsd:nonNegativeInteger' });
const oa = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, `oa:${name}`]));

/** The W3C's context as far as Diptych uses it, so that the test needs no network. */
const CONTEXT = {
  oa: OA,
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  dctypes: 'http://purl.org/dc/dcmitype/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  as: 'http://www.w3.org/ns/activitystreams#',
  id: '@id',
  type: '@type',
  ...oa('Annotation', 'SpecificResource', 'TextualBody', 'TextQuoteSelector'),
  ...oa('TextPositionSelector', 'exact', 'prefix', 'suffix'),
  ...oa('tagging', 'linking', 'commenting', 'identifying', 'assessing'),
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
  Person: 'foaf:Person',
  Text: 'dctypes:Text',
  body: id('oa:hasBody'),
  target: id('oa:hasTarget'),
  source: id('oa:hasSource'),
  selector: id('oa:hasSelector'),
  motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
  purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
  creator: id('dcterms:creator'),
  created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' },
  modified: { '@id': 'dcterms:modified', '@type': 'xsd:dateTime' },
  value: 'rdf:value',
  format: 'dc:format',
  language: 'dc:language',
  label: 'rdfs:label',
  name: 'foaf:name',
  start: number('oa:start'),
  end: number('oa:end'),
  total: number('as:totalItems'),
  startIndex: number('as:startIndex'),
  first: id('as:first'),
  partOf: id('as:partOf'),
  items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
};

async function documentLoader(url: string) {
  if (url !== ANNO_CONTEXT) throw new Error(`No test may load ${url}`);
  return Promise.resolve({ documentUrl: url, document: { '@context': CONTEXT } });
}

interface Quad {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string };
}

async function graph(withText: boolean): Promise<readonly Quad[]> {
  const document = JSON.parse(writeWebAnnotation(EXAMPLE, { withText })) as jsonld.JsonLdDocument;
  // Safe: what would be dropped on the way to RDF is an error.
  return (await jsonld.toRDF(document, {
    documentLoader,
    safe: true,
  } as object)) as unknown as Quad[];
}

test('a JSON-LD processor keeps every property, and finds spans by code points and links by IRIs', async () => {
  const quads = await graph(true);
  const objects = (subject: string, predicate: string) =>
    quads
      .filter((each) => each.subject.value === subject && each.predicate.value === predicate)
      .map(({ object }) => object.value);
  const iri = 'urn:diptych:comparison:example-1';
  for (const { id: name, side, exact } of EXAMPLE.annotations) {
    const annotation = `${iri}:annotation:${name}`;
    expect(objects(annotation, `${OA}motivatedBy`)).toEqual([`${OA}tagging`]);
    const [target = ''] = objects(annotation, `${OA}hasTarget`);
    expect(objects(target, `${OA}hasSource`)).toEqual([`${iri}:${side}`]);
    const selectors = objects(target, `${OA}hasSelector`);
    expect(selectors.flatMap((each) => objects(each, `${OA}exact`))).toEqual([exact]);
    const [start] = selectors.flatMap((each) => objects(each, `${OA}start`)).map(Number);
    const [end] = selectors.flatMap((each) => objects(each, `${OA}end`)).map(Number);
    expect(Array.from(EXAMPLE[side].text).slice(start, end).join('')).toBe(exact);
  }
  expect(objects(`${iri}:link:k1`, `${OA}hasTarget`)).toEqual([`${iri}:annotation:l1`]);
  const bodies = objects(`${iri}:link:k1`, `${OA}hasBody`);
  expect(bodies.flatMap((each) => objects(each, `${OA}hasSource`))).toEqual([
    `${iri}:annotation:r1`,
  ]);
});

test('without texts, no text stands in it but the spans and what is around them', async () => {
  const values = (await graph(false)).map(({ object }) => object.value);
  expect(values).not.toContain(EXAMPLE.left.text);
  expect((await graph(true)).map(({ object }) => object.value)).toContain(EXAMPLE.left.text);
});
