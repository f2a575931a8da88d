import { expect, it } from 'vitest';
import { draftAfter } from './draft';

it.each([
  { when: 'nothing changed', text: 'a', saved: 'a', value: 'a', shown: 'a' },
  {
    when: 'something else of the annotation changed',
    text: 'ab',
    saved: 'a',
    value: 'a',
    shown: 'ab',
  },
  {
    when: 'what was saved comes back after more was typed',
    text: 'abc',
    saved: 'ab',
    value: 'ab',
    shown: 'abc',
  },
  { when: 'saving was taken back', text: 'ab', saved: 'ab', value: 'a', shown: 'a' },
  {
    when: 'saving was taken back after more was typed',
    text: 'abc',
    saved: 'ab',
    value: '',
    shown: '',
  },
  { when: 'all was deleted and is typed anew', text: 'b', saved: '', value: '', shown: 'b' },
])('when $when, the field shows “$shown”', ({ text, saved, value, shown }) => {
  const after = draftAfter({ text, saved }, value);
  expect(after.text).toBe(shown);
  expect(after.saved).toBe(value);
});
