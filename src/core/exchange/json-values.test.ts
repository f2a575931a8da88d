import { expect, it } from 'vitest';
import { holdsTooMuch } from './json-values';

it.each([
  ['a long text', `{"text":"${'x'.repeat(20_000_000)}"}`, false],
  ['as many values as an export may hold', `[${'1,'.repeat(4_000_000)}1]`, false],
  ['more numbers', `[${'1,'.repeat(6_000_000)}1]`, true],
  ['more lists in each other', '['.repeat(6_000_000), true],
  ['more objects', '{}'.repeat(6_000_000), true],
])('%s', (_, json, tooMuch) => {
  expect(holdsTooMuch(json)).toBe(tooMuch);
});
