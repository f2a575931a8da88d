import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../core/edit/edit';
import { NO_DETAILS } from '../../core/model/article';
import { newComparison } from '../../core/model/comparison';
import { decodeJournal, encodeLine, replay, type Line } from './journal';
import { firstStored } from './stored';

const anyText = fc.string({ unit: 'binary', maxLength: 20 });
const TIME = '2024-07-14T00:00:00.000Z';
const retitle = (title: string): Edit => ({
  name: 'Rename',
  changes: [{ type: 'change-title', title }],
});
const line = (revision: number, title = `t${revision}`): Line => ({
  base: '0123456789abcdef',
  revision,
  time: TIME,
  edits: [retitle(title)],
});
const article = { ...NO_DETAILS, text: 'x', sha256: '0'.repeat(64) };
const STORED = firstStored(
  newComparison({ id: 'id', title: 't0', created: TIME, left: article, right: article }),
  TIME,
);

describe('a journal', () => {
  it('gives back every line', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (titles) => {
        const lines = titles.map((title, index) => line(index + 1, title));
        const bytes = Buffer.concat(lines.map(encodeLine));
        expect(decodeJournal(bytes)).toEqual({
          lines,
          end: bytes.length,
          damaged: 0,
          size: bytes.length,
        });
      }),
    );
  });

  it('takes an ordinary edit’s line to less than 1 kB', () => {
    const annotation = {
      id: '01890a5d-ac96-774b-bcce-b302099a8057',
      side: 'left',
      tag: 'claim',
      start: 1_000,
      end: 1_200,
      exact: 'x'.repeat(200),
      speaker: '',
      stance: '',
      certainty: '',
      note: '',
      origin: 'manual',
      by: 'Ada Lovelace',
      created: TIME,
      modified: TIME,
    } as const;
    const edit: Edit = { name: 'Add claim', changes: [{ type: 'add-annotation', annotation }] };
    expect(encodeLine({ ...line(1), edits: [edit] }).length).toBeLessThan(700);
  });

  it('cut off anywhere keeps its whole lines', () => {
    const lines = [line(1), line(2, 'é😀'), line(3)].map(encodeLine);
    const bytes = Buffer.concat(lines);
    const ends = lines.map((_, index) => Buffer.concat(lines.slice(0, index + 1)).length);
    for (let size = 0; size <= bytes.length; size++) {
      const whole = ends.filter((end) => end <= size);
      const journal = decodeJournal(bytes.subarray(0, size));
      expect(journal).toMatchObject({ end: whole.at(-1) ?? 0, damaged: 0, size });
      expect(journal.lines).toHaveLength(whole.length);
    }
  });

  it('with any byte changed keeps the lines before it and reports the rest', () => {
    const lines = [line(1), line(2), line(3)].map(encodeLine);
    const bytes = Buffer.concat(lines);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x04;
      const journal = decodeJournal(changed);
      const touched = Math.floor(at / (lines[0]?.length ?? 1));
      expect(journal.lines).toHaveLength(touched);
      // The last line's end, changed, looks like a line that was never finished.
      expect(journal.damaged > 0 || at === bytes.length - 1).toBe(true);
    }
  });

  it.each([
    ['edits that are none', '{"base":"a","revision":1,"time":"2024-07-14T00:00:00Z","edits":[{}]}'],
    ['other JSON', '7'],
    ['no JSON', '{'],
  ])('refuses %s even with the right checksum', async (_name, json) => {
    const { createHash } = await import('node:crypto');
    const sum = createHash('sha256').update(json).digest('hex').slice(0, 16);
    expect(decodeJournal(Buffer.from(`${sum} ${json}\n`))).toMatchObject({ lines: [], damaged: 1 });
  });
});

describe('replay', () => {
  it.each([
    { name: 'applies lines in order', revisions: [1, 2, 3], reached: 3, unapplied: 0 },
    {
      name: 'passes over what the snapshot has',
      from: 2,
      revisions: [1, 2, 3],
      reached: 3,
      unapplied: 0,
    },
    { name: 'stops at a gap', revisions: [1, 3, 4], reached: 1, unapplied: 2 },
    { name: 'applies no revision twice', revisions: [1, 2, 2], reached: 2, unapplied: 1 },
    { name: 'has nothing to do', revisions: [], reached: 0, unapplied: 0 },
  ])('$name', ({ from = 0, revisions, reached, unapplied }) => {
    const start = { ...STORED, revision: from };
    const result = replay(
      start,
      revisions.map((revision) => line(revision)),
    );
    expect(result).toMatchObject({ stored: { revision: reached }, unapplied });
    if (reached > from) expect(result.stored.comparison.title).toBe(`t${reached}`);
  });

  it('stops at an edit that does not fit, whole', () => {
    const wrong = {
      ...line(2),
      edits: [retitle('half'), { name: 'x', changes: [{ type: 'delete-link', id: 'no' }] }],
    } satisfies Line;
    expect(replay(STORED, [line(1), wrong, line(3)])).toMatchObject({
      stored: { revision: 1, comparison: { title: 't1' } },
      unapplied: 2,
    });
  });
});
