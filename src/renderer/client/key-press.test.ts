import { expect, test } from 'vitest';
import { keyOf, type KeyPress } from './key-press';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

test.each([
  ['a letter', press('c'), false, 'C'],
  ['a letter with Shift', press('C', { shiftKey: true }), false, 'Shift+C'],
  ['a character that takes Shift', press('?', { shiftKey: true }), false, '?'],
  ['Ctrl', press('z', { ctrlKey: true }), false, 'CmdOrCtrl+Z'],
  ['Ctrl on a Mac', press('z', { ctrlKey: true }), true, null],
  ['Command on a Mac', press('z', { metaKey: true }), true, 'CmdOrCtrl+Z'],
  ['Command elsewhere', press('z', { metaKey: true }), false, null],
  [
    'all of them',
    press('Z', { altKey: true, shiftKey: true, ctrlKey: true }),
    false,
    'Alt+Shift+CmdOrCtrl+Z',
  ],
  ['an arrow', press('ArrowLeft', { altKey: true, shiftKey: true }), false, 'Alt+Shift+Left'],
  ['Backspace', press('Backspace'), false, 'Delete'],
  ['Space', press(' '), false, 'Space'],
  ['plus', press('+', { ctrlKey: true }), false, 'CmdOrCtrl+='],
  ['a Cyrillic letter', press('с', { code: 'KeyC' }), false, 'C'],
  ['a letter of its own', press('é', { code: 'Digit2' }), false, 'É'],
  ['a modifier alone', press('Shift', { shiftKey: true }), false, null],
  ['a dead key', press('Dead'), false, null],
] as const)('%s', (_name, event, mac, key) => {
  expect(keyOf(event, mac)).toBe(key);
});
