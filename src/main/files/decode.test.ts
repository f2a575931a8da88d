import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, MAX_FILE_BYTES } from './decode';

const TEXT = 'The mayor’s “bridge” – opened.\nСнова 😀';

function utf16le(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}

function utf16be(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const WINDOWS_1252 = Buffer.concat([
  Buffer.from('The mayor', 'latin1'),
  Buffer.from([0x92]),
  Buffer.from('s caf\xe9 is na\xefve, she said: ', 'latin1'),
  Buffer.from([0x93]),
  Buffer.from('The bridge will cost ', 'latin1'),
  Buffer.from([0x80]),
  Buffer.from('5 million', 'latin1'),
  Buffer.from([0x94, 0x2e]),
]);

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52];
const ZIP = [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0x06, 0, 0x08, 0, 0, 0, 0x21, 0, 0x5a, 0x4d];

describe('decodeText', () => {
  it.each([
    { name: 'UTF-8', bytes: utf8(TEXT), wanted: TEXT },
    { name: 'UTF-8 with a mark', bytes: utf8(`\uFEFF${TEXT}`), wanted: TEXT },
    { name: 'UTF-16LE with a mark', bytes: utf16le(`\uFEFF${TEXT}`), wanted: TEXT },
    { name: 'UTF-16BE with a mark', bytes: utf16be(`\uFEFF${TEXT}`), wanted: TEXT },
    { name: 'UTF-16LE without a mark', bytes: utf16le(TEXT), wanted: TEXT },
    { name: 'UTF-16BE without a mark', bytes: utf16be(TEXT), wanted: TEXT },
    { name: 'Chinese UTF-16LE with a mark', bytes: utf16le('\uFEFF東京都'), wanted: '東京都' },
    {
      name: 'windows-1252',
      bytes: WINDOWS_1252,
      wanted: 'The mayor’s café is naïve, she said: “The bridge will cost €5 million”.',
    },
    { name: 'ASCII', bytes: utf8('plain'), wanted: 'plain' },
    { name: 'nothing', bytes: new Uint8Array(), wanted: '' },
    { name: 'a mark alone', bytes: utf8('\uFEFF'), wanted: '' },
    { name: 'CRLF and CR', bytes: utf8('a\r\nb\rc'), wanted: 'a\nb\nc' },
    { name: 'CRLF in UTF-16', bytes: utf16le('\uFEFFa\r\nb'), wanted: 'a\nb' },
  ])('reads $name', ({ bytes, wanted }) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: wanted });
  });

  it.each([
    { name: 'a picture', bytes: PNG },
    { name: 'an archive', bytes: ZIP },
    { name: 'NULs', bytes: [0, 0, 0, 0] },
    { name: 'a NUL amid text', bytes: [...utf8('plain text, then '), 0, ...utf8(' and more')] },
  ])('refuses $name', ({ bytes }) => {
    expect(decodeText(new Uint8Array(bytes))).toEqual({
      ok: false,
      problem: 'it is not a text file. Save it as plain text (.txt) first.',
    });
  });

  it('refuses what is too large', () => {
    expect(decodeText(new Uint8Array(MAX_FILE_BYTES + 1))).toEqual({
      ok: false,
      problem: 'it is larger than 40 MB. Cut it into parts.',
    });
  });

  it('gives every UTF-8 text back', () => {
    const texts = fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/[\0\r\uFEFF]/g, ''));
    fc.assert(
      fc.property(texts, fc.boolean(), (text, marked) => {
        const bytes = utf8(marked ? `\uFEFF${text}` : text);
        expect(decodeText(bytes)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('answers for any bytes at all, and never with a NUL or CR', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeText(bytes);
        if (decoded.ok) expect(decoded.value).not.toMatch(/[\0\r]/);
        else expect(decoded.problem).toMatch(/^it.*\.$/);
      }),
    );
  });
});
