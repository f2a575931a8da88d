import { describe, expect, test } from 'vitest';
import { COMMAND_IDS } from './commands';
import { commandFor, holderOf, isSingleKey, keyFor, keyProblem, keysNow, withKey } from './keymap';
import { DEFAULT_PREFERENCES } from './preferences';

const given = (keys: typeof DEFAULT_PREFERENCES.keys, singleKeys = true) => ({ keys, singleKeys });

test('no two commands have the same key of their own, and none a reserved one', () => {
  const keys = Object.values(keysNow(given({})));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => keyProblem(key) !== null && key !== 'CmdOrCtrl+C')).toEqual([]);
});

describe('which key a command has', () => {
  test.each([
    ['its own', 'link', given({}), 'L'],
    ['another', 'link', given({ link: 'K' }), 'K'],
    ['none', 'link', given({ link: null }), null],
    ['none that is a single one, when those are off', 'link', given({}, false), null],
    ['nor a changed single one', 'undo', given({ undo: 'Z' }, false), null],
    ['nor one with Shift alone', 'undo', given({ undo: 'Shift+Z' }, false), null],
    ['but one with a modifier', 'link', given({ link: 'CmdOrCtrl+J' }, false), 'CmdOrCtrl+J'],
    ['and named keys stay', 'clearSelection', given({}, false), 'Escape'],
    ['function keys too', 'showKeys', given({}, false), 'F1'],
    ['a command without a key has none', 'openSample', given({}), null],
  ] as const)('%s', (_name, id, preferences, key) => {
    expect(keyFor(id, preferences)).toBe(key);
  });
});

describe('which command a key runs', () => {
  test.each([
    ['L', given({}), 'link'],
    ['L', given({ link: 'K' }), null],
    ['K', given({ link: 'K' }), 'link'],
    ['L', given({}, false), null],
    ['CmdOrCtrl+Y', given({}), 'redo'],
    ['CmdOrCtrl+Y', given({ suggest: 'CmdOrCtrl+Y' }), 'suggest'],
    ['?', given({}), 'showKeys'],
    ['?', given({}, false), null],
    ['F13', given({}), null],
  ] as const)('%s under %o', (key, preferences, id) => {
    expect(commandFor(key, preferences)).toBe(id);
  });
});

describe('changing keys', () => {
  test('a key taken from another command leaves that one without', () => {
    const keys = withKey({}, 'findDuplicate', 'L');
    expect(keys).toEqual({ findDuplicate: 'L', link: null });
    expect(holderOf('L', 'link', keys)).toBe('findDuplicate');
  });
  test('its own key given back is no change any more', () => {
    expect(withKey({ link: 'K' }, 'link', 'L')).toEqual({});
    expect(withKey({ findDuplicate: 'L', link: null }, 'link', 'L')).toEqual({
      findDuplicate: null,
    });
  });
  test('a key can be taken away, also from a command that never had one', () => {
    expect(withKey({}, 'link', null)).toEqual({ link: null });
    expect(withKey({ openSample: 'J' }, 'openSample', null)).toEqual({});
  });
});

test.each([
  ['C', true],
  ['?', true],
  ['Shift+C', true],
  ['é', true],
  ['F6', false],
  ['Escape', false],
  ['Alt+C', false],
  ['CmdOrCtrl+C', false],
])('%s is a key without modifiers: %s', (key, single) => {
  expect(isSingleKey(key)).toBe(single);
});

test('the menu is told every key that runs something', () => {
  const keys = keysNow(given({ link: null, openSample: 'CmdOrCtrl+J' }));
  expect(keys.link).toBeUndefined();
  expect(keys.openSample).toBe('CmdOrCtrl+J');
  expect(Object.keys(keys).every((id) => (COMMAND_IDS as readonly string[]).includes(id))).toBe(
    true,
  );
});
