import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datelineEnd } from './dateline';

const prefix = (text: string) => text.slice(0, datelineEnd(text, { start: 0, end: text.length }));

describe('datelineEnd', () => {
  it.each([
    ['OSLO — The mayor resigned.', 'OSLO — '],
    ['OSLO -- The mayor resigned.', 'OSLO -- '],
    ['OSLO - The mayor resigned.', 'OSLO - '],
    ['OSLO --  The mayor resigned.', 'OSLO --  '],
    ['BERGEN, Norway (AP) — “It rained,” he said.', 'BERGEN, Norway (AP) — '],
    ['BERGEN, Me. — Rain fell.', 'BERGEN, Me. — '],
    ['NEW BERGEN, N.H. (Reuters) – Rain fell.', 'NEW BERGEN, N.H. (Reuters) – '],
    ['BERGEN, Nov. 19 (UPI) — Rain fell.', 'BERGEN, Nov. 19 (UPI) — '],
    ['Bergen (AFP) – Rain fell.', 'Bergen (AFP) – '],
    ['April 5 (Reuters) - Rain fell.', 'April 5 (Reuters) - '],
    ['КИЇВ — Пішов дощ.', 'КИЇВ — '],
    ['OSLO — 40 people left.', 'OSLO — '],
    ['The mayor — a sailor — resigned.', ''],
    ['OSLO — and nobody else — won.', ''],
    ['Sen. Jo Smith (R-Texas) — Announced in May.', ''],
    ['OSLO has a mayor.', ''],
    ['GOP-led states sued.', ''],
    ['OSLO — ', ''],
    ['', ''],
  ])('of %j is %j', (text, wanted) => expect(prefix(text)).toBe(wanted));

  it('counts from the start of the text', () => {
    const text = 'Before.\nOSLO — Rain fell.';
    expect(datelineEnd(text, { start: 8, end: text.length })).toBe(15);
  });

  it('lies in the sentence, before something, in any text', () => {
    const piece = fc.constantFrom(
      'OSLO',
      ' — ',
      ' (AP)',
      ', N.H.',
      ' May 5',
      'A',
      'é',
      '\ud83d',
      '😀',
      '1',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const end = datelineEnd(text, { start: 0, end: text.length });
        expect(end === 0 || end < text.length).toBe(true);
      }),
    );
  });
});
