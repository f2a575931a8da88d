import fc from 'fast-check';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../model/settings';
import { workedComparisons } from '../testing/arbitraries';
import { EXAMPLE } from '../testing/example';
import { annotationRecord, linkRecord } from '../testing/records';
import { paragraphsOf } from '../text/paragraphs';
import { escapeMarkup } from './markup';
import { writeReport } from './report';

/** What the test asks of a page; jsdom comes without types. */
interface Page {
  readonly title: string;
  readonly querySelector: (selector: string) => Element | null;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
}
interface Element extends Page {
  readonly textContent: string;
  readonly getAttribute: (name: string) => string | null;
  readonly remove: () => void;
}
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  readonly JSDOM: new (html: string) => { readonly window: { readonly document: Page } };
};

const CONTEXT = { settings: DEFAULT_SETTINGS };

function pageOf(comparison: typeof EXAMPLE): Page {
  return new JSDOM(writeReport(comparison, CONTEXT)).window.document;
}

function all(page: Page, selector: string): Element[] {
  return [...page.querySelectorAll(selector)];
}

test('the texts are whole, every number leads somewhere, every link leads both ways', () => {
  fc.assert(
    fc.property(workedComparisons, (comparison) => {
      const page = pageOf(comparison);
      const ids = all(page, '[id]').map((each) => each.getAttribute('id'));
      expect(new Set(ids).size).toBe(ids.length);
      for (const anchor of all(page, 'a[href]'))
        expect(ids).toContain(anchor.getAttribute('href')?.slice(1));
      expect(all(page, 'sup a[id]')).toHaveLength(comparison.annotations.length);
      expect(all(page, 'sup a:not([id])')).toHaveLength(2 * comparison.links.length);
      expect(all(page, 'tbody tr')).toHaveLength(
        comparison.annotations.length + comparison.unplaced.annotations.length,
      );
      expect(all(page, 'svg .tie')).toHaveLength(comparison.links.length);
      for (const sup of all(page, 'sup')) sup.remove();
      for (const [index, side] of (['left', 'right'] as const).entries()) {
        const { text } = comparison[side];
        const written = all(page, 'article')[index]?.textContent ?? '';
        for (const { start, end } of paragraphsOf(text))
          expect(written).toContain(text.slice(start, end).replaceAll(/\p{Cs}/gu, '\ufffd'));
      }
    }),
    { numRuns: 40 },
  );
});

test('nothing in a comparison becomes markup, runs, or is loaded', () => {
  const hostile = `</mark></script><script>alert(1)</script><img src=x onerror=alert(1)>"' autofocus onfocus=alert(1) x="&lt;\u0000`;
  const [first] = EXAMPLE.annotations;
  const page = pageOf({
    ...EXAMPLE,
    title: hostile,
    left: {
      ...EXAMPLE.left,
      title: hostile,
      outlet: hostile,
      url: 'javascript:alert(1)',
      language: '"><script>',
      text: `${hostile}\n${EXAMPLE.left.text}`,
    },
    annotations: [
      annotationRecord({
        id: first?.id ?? '',
        start: 0,
        end: hostile.length,
        exact: hostile,
        tag: hostile,
        speaker: hostile,
        note: hostile,
      }),
    ],
    links: [],
  });
  expect(page.title).toBe(hostile.replace('\0', '\ufffd'));
  expect(all(page, 'script, img, link, iframe, object, embed, form, input, base')).toEqual([]);
  for (const element of all(page, '*')) {
    expect(element.getAttribute('onerror')).toBeNull();
    expect(element.getAttribute('onfocus')).toBeNull();
    expect(element.getAttribute('style')).toBeNull();
    expect(element.getAttribute('href') ?? '#').toMatch(/^#/);
  }
  expect(
    page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
  ).toContain("default-src 'none'");
});

test('what waits for a place is listed, with its best guess and links, and not counted', () => {
  const { annotations, links, ...rest } = EXAMPLE;
  const [placed] = annotations.filter(({ id }) => id === 'l1');
  const moved = annotations.find(({ id }) => id === 'r1');
  if (!placed || !moved) throw new Error('The example is another one.');
  const { start, end, ...fields } = moved;
  const waits = { ...fields, exact: 'had <b>opened', prefix: '', suffix: '' };
  const unplaced = {
    annotations: [
      { ...waits, guess: { start, end, score: 0.7 } },
      { ...waits, id: 'gone', side: 'left' as const, guess: null },
    ],
    links: [
      ...links.filter(({ id }) => id === 'k1'),
      linkRecord({ id: 'k3', left: 'gone', right: 'r1', relation: 'omits' }),
    ],
  };
  const page = pageOf({ ...rest, annotations: [placed], links: [], unplaced });
  const section = page.querySelector('[aria-label="Waiting for a place"]');
  const rows = [...(section?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([
    ['W1', 'Left article', 'own tag €', 'had <b>opened', 'none', '', '', '', '', 'omits W2'],
    [
      'W2',
      'Right article',
      'own tag €',
      'had <b>opened',
      'was opened',
      '',
      '',
      '',
      '',
      'same as L1 (-1); omits W1',
    ],
  ]);
  expect(page.querySelector('dd')?.textContent).toBe('1 (claims: 1, quotes: 0)');
});

test('what turns a text around ends with it', () => {
  const turned = '\u202Emoc.live';
  const left = { ...EXAMPLE.left, outlet: turned, url: 'https://wire.example/' };
  const links = EXAMPLE.links.map((link) => ({ ...link, relation: turned, note: turned }));
  const page = pageOf({ ...EXAMPLE, left, links });
  const apart = (where: string) => all(page, `${where} bdi`).map(({ textContent }) => textContent);
  expect(apart('.source')).toEqual(expect.arrayContaining([turned, 'https://wire.example/']));
  expect(apart('td')).toHaveLength(4 * links.length);
});

test('a report of nothing says so', () => {
  const page = pageOf({ ...EXAMPLE, annotations: [], links: [] });
  expect(page.querySelector('main')?.textContent).toContain('Nothing is annotated yet.');
  expect(all(page, 'dd').map(({ textContent }) => textContent)).toEqual([
    '0 (claims: 0, quotes: 0)',
    '0',
    'none',
    'none',
    'none',
  ]);
});

test('escapeMarkup leaves nothing that ends a text or an attribute', () => {
  expect(escapeMarkup(`<a href="x" id='y'>&\u0007\ud800\t\n`)).toBe(
    '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;\ufffd\ufffd&#9;&#10;',
  );
});
