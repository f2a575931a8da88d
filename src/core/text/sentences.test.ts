import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimSpan } from './boundaries';
import { sentencesIn } from './sentences';

describe('sentencesIn', () => {
  it.each([
    {
      line: 'Gen. Milley said so. Then he left.',
      wanted: ['Gen. Milley said so.', 'Then he left.'],
    },
    {
      line: 'U.S. officials said so. Nobody else did.',
      wanted: ['U.S. officials said so.', 'Nobody else did.'],
    },
    { line: 'The U.S. Army won. It rained.', wanted: ['The U.S. Army won.', 'It rained.'] },
    {
      line: 'Mr. and Mrs. Smith met Dr. No. They ate.',
      wanted: ['Mr. and Mrs. Smith met Dr. No.', 'They ate.'],
    },
    { line: 'It cost 3.50 dollars. Cheap!', wanted: ['It cost 3.50 dollars.', 'Cheap!'] },
    { line: 'Who? Me! Yes.', wanted: ['Who?', 'Me!', 'Yes.'] },
    { line: '“It works.” She left.', wanted: ['“It works.”', 'She left.'] },
    { line: '  Padded.   Twice.  ', wanted: ['Padded.', 'Twice.'] },
    { line: 'No full stop', wanted: ['No full stop'] },
    { line: 'Ends with Gen.', wanted: ['Ends with Gen.'] },
    { line: '東京は大きい。雨だ。', wanted: ['東京は大きい。', '雨だ。'] },
    { line: 'It fell 3 p.m. The crowd left.', wanted: ['It fell 3 p.m.', 'The crowd left.'] },
    { line: 'It fell at 3 p.m. Friday.', wanted: ['It fell at 3 p.m. Friday.'] },
    { line: 'He left the U.S. He returned.', wanted: ['He left the U.S.', 'He returned.'] },
    { line: 'J. R. R. Tolkien wrote. I read.', wanted: ['J. R. R. Tolkien wrote.', 'I read.'] },
    { line: '“Why?” he asked. “No!” she said.', wanted: ['“Why?” he asked.', '“No!” she said.'] },
    {
      line: '"Seize it. Seize the day," he said.',
      wanted: ['"Seize it.', 'Seize the day," he said.'],
    },
    { line: 'Well… Perhaps. So ... yes', wanted: ['Well…', 'Perhaps.', 'So ... yes'] },
    { line: '1. First. 2. Second.', wanted: ['1. First.', '2. Second.'] },
    { line: 'She felt ill. Smoke rose.', wanted: ['She felt ill.', 'Smoke rose.'] },
    {
      line: 'Acme Inc. The board met. Acme Inc. Directors met.',
      wanted: ['Acme Inc.', 'The board met.', 'Acme Inc. Directors met.'],
    },
    { line: 'See No. 5. No. We left.', wanted: ['See No. 5.', 'No.', 'We left.'] },
    { line: 'Он ушёл. Она осталась.', wanted: ['Он ушёл.', 'Она осталась.'] },
    { line: 'Read example.com today. Go.', wanted: ['Read example.com today.', 'Go.'] },
    { line: 'He won (again). They cheered.', wanted: ['He won (again).', 'They cheered.'] },
    { line: 'He waited . . . Then he ran.', wanted: ['He waited . . .', 'Then he ran.'] },
    { line: 'It was . . . odd. .5 is half.', wanted: ['It was . . . odd.', '.5 is half.'] },
    { line: 'They cheered: “More. ”', wanted: ['They cheered: “More. ”'] },
    { line: 'Smith v. Jones is old. So is he.', wanted: ['Smith v. Jones is old.', 'So is he.'] },
    { line: 'It met Govs. Hill and Dale. Then?', wanted: ['It met Govs. Hill and Dale.', 'Then?'] },
    {
      line: 'He lives in Fresno, Calif. Together they left.',
      wanted: ['He lives in Fresno, Calif.', 'Together they left.'],
    },
    { line: '', wanted: [] },
    { line: ' \t ', wanted: [] },
  ])('splits $line', ({ line, wanted }) => {
    const text = `Before.\n${line}\nAfter.`;
    const spans = sentencesIn(text, { start: 8, end: 8 + line.length });
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(wanted);
  });

  it('loses nothing but white space, in order, in any line', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(' ', '.', '?', '”', 'A', 'b', '1', '。', '\u00a0', '😀', '\n'),
        }),
        (any) => {
          const line = any.replaceAll('\n', ' ');
          const spans = sentencesIn(line, { start: 0, end: line.length });
          let from = 0;
          for (const { start, end } of [...spans, { start: line.length, end: line.length }]) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(line.slice(from, start).trim()).toBe('');
            from = end;
          }
          for (const span of spans) expect(trimSpan(line, span)).toEqual(span);
        },
      ),
    );
  });
});
