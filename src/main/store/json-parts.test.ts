import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLE } from '../../core/testing/example';
import { writeAll } from './disk';
import { parseJsonInParts, storedInParts } from './json-parts';
import { readSnapshot, writeSnapshot } from './snapshot';
import { firstStored, type Stored } from './stored';
import { MemoryDisk } from './testing/memory-disk';

const TRICKY = 'a line\nends, ",\n"annotations":[" and\n]}}\u2028 \ud800 😀';

function stored(count: number): Stored {
  const [like] = EXAMPLE.annotations;
  if (!like) throw new Error('The example has annotations.');
  const annotations = Array.from({ length: count }, (_, number) => ({
    ...like,
    id: `a-${String(number).padStart(6, '0')}`,
    note: number % 1000 === 0 ? TRICKY : '',
  }));
  return firstStored({ ...EXAMPLE, title: TRICKY, annotations, links: [] }, EXAMPLE.created);
}

describe('the JSON of what is stored, in pieces', () => {
  it.each([0, 1, 5_000, 5_001, 10_000, 12_345])('is JSON of %i annotations', async (count) => {
    const data = stored(count);
    const pieces = await storedInParts(data);
    expect(pieces).toHaveLength(count <= 5_000 ? 3 : Math.ceil(count / 5_000) + 4);
    const json = pieces.join('');
    expect(JSON.parse(json)).toEqual(data);
    expect(await parseJsonInParts(json)).toEqual(data);
  });

  it.each([
    { name: 'indented', change: (json: string) => JSON.stringify(JSON.parse(json), null, 2) },
    { name: 'with line ends of Windows', change: (json: string) => json.replaceAll('\n', '\r\n') },
    { name: 'with a line end after it', change: (json: string) => `${json}\n` },
  ])('is read $name', async ({ change }) => {
    const data = stored(6_000);
    const json = (await storedInParts(data)).join('');
    expect(await parseJsonInParts(change(json))).toEqual(data);
  });

  it('is refused wherever it was cut', async () => {
    const json = (await storedInParts(stored(5_500))).join('');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: json.length - 1 }), async (end) => {
        await expect(parseJsonInParts(json.slice(0, end))).rejects.toThrow(SyntaxError);
      }),
      { numRuns: 20 },
    );
  });

  it('is a file that is read as it was written, and refused when a line of it is gone', async () => {
    const disk = new MemoryDisk();
    const data = stored(12_000);
    await writeSnapshot('/a.json', data, disk);
    expect(await readSnapshot('/a.json', EXAMPLE.id, disk)).toMatchObject({
      kind: 'sound',
      stored: data,
    });
    const lines = (await disk.readFile('/a.json')).toString('utf8').split('\n');
    const file = await disk.open('/b.json', 'make');
    await writeAll(file, Buffer.from(lines.toSpliced(2, 1).join('\n')), 0);
    await file.close();
    expect(await readSnapshot('/b.json', EXAMPLE.id, disk)).toMatchObject({
      kind: 'damaged',
      problem: expect.stringContaining('its checksum does not fit'),
    });
  });
});
