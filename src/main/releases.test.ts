import { describe, expect, test } from 'vitest';
import { announcedAt, newerRelease } from './releases';

const HOME = 'https://github.com/owner/diptych';
const LATEST = 'https://api.github.com/repos/owner/diptych/releases/latest';

test.each([
  [HOME, LATEST],
  [`${HOME}/`, LATEST],
  [`${HOME}.git`, LATEST],
  ['http://github.com/owner/diptych', null],
  ['https://github.com.evil.test/owner/diptych', null],
  ['https://github.com/owner/diptych/../../x', null],
  ['https://github.com/owner', null],
  ['', null],
  [undefined, null],
  [{}, null],
])('the releases of %s are announced at %s', (homepage, address) => {
  expect(announcedAt(homepage)).toBe(address);
});

describe('newerRelease', () => {
  const page = (tag: string) => `${HOME}/releases/tag/${tag}`;
  test.each([
    ['0.1.0', 'v0.1.1', { version: '0.1.1', page: page('v0.1.1') }],
    ['0.9.9', '0.10.0', { version: '0.10.0', page: page('0.10.0') }],
    ['1.2.3', 'v10.0.0', { version: '10.0.0', page: page('v10.0.0') }],
    ['1.2.3', 'v1.2.3', null],
    ['1.2.3', 'v1.2.2', null],
    ['2.0.0', 'v1.9.9', null],
  ])('beside %s, %s', (own, tag, value) => {
    expect(newerRelease(own, HOME, { tag_name: tag })).toEqual({ ok: true, value });
  });

  test.each([
    ['no version', { tag_name: 'nightly' }],
    ['a path', { tag_name: 'v1.0.0/../../evil' }],
    ['a number', { tag_name: 7 }],
    ['nothing', {}],
    ['no object', null],
    ['a list', []],
  ])('refuses %s', (_name, announcement) => {
    expect(newerRelease('0.1.0', HOME, announcement).ok).toBe(false);
  });
});
