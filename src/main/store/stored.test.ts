import { describe, expect, it } from 'vitest';
import { EXAMPLE } from '../../core/testing/example';
import { VERSION } from './migrations';
import { firstStored, idInFile, parseStored } from './stored';

describe('a comparison that is looked at in parts', () => {
  const [like] = EXAMPLE.annotations;
  const annotations = Array.from({ length: 25_000 }, (_, number) => ({
    ...like,
    id: `a-${String(number).padStart(6, '0')}`,
  }));
  const data = (all: readonly unknown[]) => {
    const stored = firstStored(EXAMPLE, EXAMPLE.created);
    return { ...stored, comparison: { ...EXAMPLE, annotations: all, links: [] } };
  };

  it('is read as it is', async () => {
    const read = await parseStored(EXAMPLE.id, data(annotations), VERSION);
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && read.value.comparison.annotations).toEqual(annotations);
  });

  it.each([
    {
      name: 'one that is none',
      wrong: { ...like, id: 'b', start: -1 },
      says: 'at comparison.annotations.25000.start',
    },
    { name: 'a second one of an id', wrong: annotations[3], says: 'Two annotations have the id' },
  ])('is refused for $name', async ({ wrong, says }) => {
    const read = await parseStored(EXAMPLE.id, data([...annotations, wrong]), VERSION);
    expect(read).toMatchObject({ ok: false, problem: expect.stringContaining(says) });
  });

  it('is refused at the first of millions of links that are none', async () => {
    const stored = firstStored(EXAMPLE, EXAMPLE.created);
    const links = Array.from({ length: 1_500_000 }, () => ({}));
    const read = await parseStored(
      EXAMPLE.id,
      { ...stored, comparison: { ...EXAMPLE, links } },
      VERSION,
    );
    expect(read).toMatchObject({
      ok: false,
      problem: expect.stringContaining('at comparison.links.0.id'),
    });
  });
});

it.each([
  { text: JSON.stringify(firstStored(EXAMPLE, '2024-07-14T00:00:00.000Z')), id: EXAMPLE.id },
  {
    text: JSON.stringify(firstStored(EXAMPLE, '2024-07-14T00:00:00.000Z'), null, 2),
    id: EXAMPLE.id,
  },
  { text: JSON.stringify({ comparison: { id: 'x' } }), id: null },
  { text: '{"format":"diptych/comparison","id":"x"}', id: null },
  { text: '', id: null },
])('of $text is the file of $id', ({ text, id }) => {
  expect(idInFile(text)).toBe(id);
});
