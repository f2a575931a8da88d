import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../text/normalise';
import { blocksOfText } from './plain-text';
import { textOf } from './reading';

const line = fc.oneof(
  fc.constantFrom(
    'Read more',
    '31.1 C',
    'By Jane Doe',
    'Leave a Reply',
    '',
    ' ',
    '# The mayor shut it',
    '😀',
  ),
  fc.string({ unit: 'binary' }),
);
const text = fc.array(line).map((lines) => normaliseText(lines.join('\n')));

describe('blocksOfText', () => {
  it('cuts a text into blocks that together are the text', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const blocks = blocksOfText(whole);
        const all = textOf(
          blocks,
          blocks.map(() => true),
        );
        expect(all).toBe(blocks.length === 0 ? '' : whole);
        for (const { kept, reason } of blocks) expect(reason === '').toBe(kept);
      }),
    );
  });

  it('keeps the title and the byline', () => {
    const blocks = blocksOfText(
      'Monday, 3 May 2026\nBridge shut after cracks\nBy Jane Doe\n\nIt is shut.',
    );
    expect(blocks.map(({ kind, kept }) => `${kind} ${kept}`)).toEqual([
      'date false',
      'title true',
      'byline true',
      'paragraph true',
    ]);
  });
});

describe('textOf', () => {
  const blocks = blocksOfText(
    'One line here today\n\nRead more\n\nAnother line here\n\nLeave a Reply\n',
  );
  it.each([
    {
      kept: [true, true, true, true],
      wanted: 'One line here today\n\nRead more\n\nAnother line here\n\nLeave a Reply\n',
    },
    { kept: [true, false, true, false], wanted: 'One line here today\n\nAnother line here' },
    { kept: [false, false, true, true], wanted: 'Another line here\n\nLeave a Reply\n' },
    { kept: [false, false, false, false], wanted: '' },
  ])('joins $kept', ({ kept, wanted }) => {
    expect(textOf(blocks, kept)).toBe(wanted);
  });
});
