import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { EXAMPLE } from '../testing/example';
import { labelStudioConfig, labelStudioTask } from './label-studio';
import { namesIn, offeredNames } from './names';
import { DEFAULT_SETTINGS } from '../model/settings';

/** What the test asks of an XML document; jsdom comes without types. */
interface XmlElement {
  readonly tagName: string;
  readonly children: Iterable<XmlElement>;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => XmlElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<XmlElement>;
}
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  readonly JSDOM: new (
    xml: string,
    options: { readonly contentType: string },
  ) => { readonly window: { readonly document: XmlElement } };
};

interface Task {
  readonly data: Readonly<Record<string, string>>;
  readonly annotations: readonly [
    {
      readonly result: readonly {
        readonly id?: string;
        readonly type: string;
        readonly from_name?: string;
        readonly to_name: 'left' | 'right';
        readonly from_id?: string;
        readonly to_id?: string;
        readonly labels?: readonly string[];
        readonly value: Readonly<Record<string, unknown>>;
      }[];
    },
  ];
}

const task = labelStudioTask(EXAMPLE) as Task;
const { result } = task.annotations[0];

function config(tags: readonly string[] = []): XmlElement {
  const used = namesIn(EXAMPLE);
  const names = { ...used, tags: new Set([...used.tags, ...tags]) };
  const xml = labelStudioConfig(offeredNames(names, { settings: DEFAULT_SETTINGS }));
  return new JSDOM(xml, { contentType: 'text/xml' }).window.document;
}

test('regions count code points of the task’s own texts', () => {
  const labels = result.filter(({ type }) => type === 'labels');
  expect(labels).toHaveLength(EXAMPLE.annotations.length);
  for (const { to_name: side, value } of labels)
    expect(
      Array.from(task.data[side] ?? '')
        .slice(Number(value['start']), Number(value['end']))
        .join(''),
    ).toBe(value['text']);
});

test('what is known of a region is under its id, and relations tie regions', () => {
  const said = result.filter(({ id }) => id === 'l2').map(({ type, value }) => [type, value]);
  expect(said).toMatchObject([
    ['labels', { labels: ['quote'] }],
    ['textarea', { text: ['=HYPERLINK("http://evil.test")'] }],
    ['choices', { choices: ['disputes'] }],
    ['choices', { choices: ['doubtful'] }],
    ['textarea', { text: ['Two\nlines, a \\ and a “,"'] }],
  ]);
  expect(result.filter(({ type }) => type === 'relation')).toMatchObject([
    { from_id: 'l1', to_id: 'r1', labels: ['duplicate'] },
    { from_id: 'l2', to_id: 'r2', labels: ['says more than'] },
  ]);
});

test('the configuration has the control and the label of every result', () => {
  const document = config();
  for (const { type, from_name: name, to_name: to, value } of result) {
    if (type === 'relation') continue;
    const control = document.querySelector(`[name="${name}"]`);
    expect(control?.getAttribute('toName')).toBe(to);
    expect(control?.tagName.toLowerCase()).toBe(type);
    for (const label of [value['labels'] ?? value['choices'] ?? []].flat())
      expect([...(control?.children ?? [])].map((each) => each.getAttribute('value'))).toContain(
        label,
      );
  }
  const texts = [...document.querySelectorAll('Text')].map((each) => each.getAttribute('value'));
  expect(texts).toEqual(['$left', '$right']);
});

test('a tag cannot break out of the configuration', () => {
  const hostile = '"/><script>alert(1)</script>\u0000<x y="&amp;';
  const document = config([hostile]);
  expect(document.querySelector('script')).toBeNull();
  const values = [...document.querySelectorAll('Label')].map((each) => each.getAttribute('value'));
  expect(values).toContain(hostile.replace('\u0000', '\ufffd'));
});
