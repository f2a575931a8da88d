import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daySchema } from '../model/fields';
import { dayOf, languageOf, lineOf, namesOf, webAddressOf } from './details';

describe('dayOf', () => {
  it.each([
    ['2026-05-03', '2026-05-03'],
    ['2026-05-03T23:30:00-04:00', '2026-05-03'],
    ['20260503', '2026-05-03'],
    ['20260503T101500Z', '2026-05-03'],
    ["D:20260503101500+01'00'", '2026-05-03'],
    ['Sun, 3 May 2026 10:00:00 GMT', '2026-05-03'],
    ['3rd of May, 2026', '2026-05-03'],
    ['May 3, 2026 at 10:15', '2026-05-03'],
    ['Sept. 14, 2026', '2026-09-14'],
    ['3.5.2026', '2026-05-03'],
    ['05/03/2026', ''],
    ['3 Mayor 2026', ''],
    ['2026-13-40', ''],
    ['yesterday', ''],
    [null, ''],
    [{}, ''],
  ])('%j is %j', (value, day) => expect(dayOf(value)).toBe(day));

  it('never answers with anything but a day', () => {
    fc.assert(fc.property(fc.string(), (value) => daySchema.safeParse(dayOf(value)).success));
  });
});

describe('the other fields', () => {
  it.each([
    { read: lineOf, value: ' a\n b\u0000\tc ', wanted: 'a b c' },
    { read: lineOf, value: ['a'], wanted: '' },
    { read: languageOf, value: 'en_GB', wanted: 'en-GB' },
    { read: languageOf, value: 'zh-Hant-TW', wanted: 'zh-Hant-TW' },
    { read: languageOf, value: 'English language', wanted: '' },
    { read: webAddressOf, value: 'https://a.example/b?c', wanted: 'https://a.example/b?c' },
    { read: webAddressOf, value: 'javascript:alert(1)', wanted: '' },
    { read: webAddressOf, value: 'file:///etc/passwd', wanted: '' },
    { read: namesOf, value: 'By Ann Lee and Bo Ek', wanted: 'Ann Lee and Bo Ek' },
    { read: namesOf, value: 'Byron Katie', wanted: 'Byron Katie' },
  ])('$value is read as $wanted', ({ read, value, wanted }) => expect(read(value)).toBe(wanted));
});
