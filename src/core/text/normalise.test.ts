import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from './normalise';

describe('normaliseText', () => {
  it.each([
    { name: 'leaves LF', raw: 'a\nb\n', wanted: 'a\nb\n' },
    { name: 'makes LF of CRLF', raw: 'a\r\nb\r\n', wanted: 'a\nb\n' },
    { name: 'makes LF of CR', raw: 'a\rb\r\rc', wanted: 'a\nb\n\nc' },
    { name: 'keeps the number of mixed line ends', raw: '\r\r\n\n', wanted: '\n\n\n' },
    { name: 'drops a leading BOM', raw: '\uFEFFa', wanted: 'a' },
    { name: 'drops every leading BOM', raw: '\uFEFF\0\uFEFFa', wanted: 'a' },
    { name: 'keeps a BOM elsewhere', raw: 'a\uFEFFb', wanted: 'a\uFEFFb' },
    { name: 'drops NULs', raw: '\0a\0\0b\0', wanted: 'ab' },
    { name: 'drops a NUL inside CRLF', raw: 'a\r\0\nb', wanted: 'a\nb' },
    { name: 'composes nothing', raw: 'e\u0301 é ﬁ', wanted: 'e\u0301 é ﬁ' },
    { name: 'keeps white space', raw: ' \ta\u00a0\u2028b  ', wanted: ' \ta\u00a0\u2028b  ' },
    { name: 'keeps an empty text', raw: '', wanted: '' },
  ])('$name', ({ raw, wanted }) => {
    expect(normaliseText(raw)).toBe(wanted);
  });

  it('changes nothing else, in any text', () => {
    const raw = fc
      .array(
        fc.oneof(
          fc.constantFrom('\r', '\n', '\0', '\uFEFF', '\ud83d', '😀', 'e\u0301'),
          fc.string({ unit: 'binary', maxLength: 3 }),
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(''));
    const rest = (text: string) => text.replaceAll(/[\r\n\0\uFEFF]/g, '');
    fc.assert(
      fc.property(raw, (text) => {
        const kept = normaliseText(text);
        expect(kept).not.toMatch(/[\r\0]/);
        expect(rest(kept)).toBe(rest(text));
      }),
    );
  });
});
