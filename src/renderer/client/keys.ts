import type { CommandId } from '../../ipc/commands';
import { commandFor } from '../../ipc/keymap';
import { canRun, run } from './commands';
import { takesText } from './focus';
import { keyOf } from './key-press';
import { session } from './session';
import { tagWithKey } from './tags';

function pressed(event: KeyboardEvent): string | null {
  return keyOf(event, session().start?.platform === 'mac');
}

const MOVES_FOCUS: readonly CommandId[] = ['nextPane', 'previousPane'];

const SIDE_BUTTONS: Readonly<Record<number, CommandId>> = { 3: 'back', 4: 'forward' };

/** Runs Back and Forward from the buttons at a mouse's side. */
export function handleSideButton(event: MouseEvent): void {
  const id = SIDE_BUTTONS[event.button];
  if (!id) return;
  event.preventDefault();
  run(id);
}

/** Takes the keys between panes before anything else does: panes and separators have uses for F6 that lead nowhere. */
export function handlePaneKey(event: KeyboardEvent): void {
  if (session().dialog !== null) return;
  const key = pressed(event);
  const id = key === null ? null : commandFor(key, session().preferences);
  if (key === null || id === null || !MOVES_FOCUS.includes(id)) return;
  if (!mayTake(event.target, id, key)) return;
  event.preventDefault();
  event.stopPropagation();
  run(id);
}

/** Runs the command of a key, unless the key belongs to the field, list or dialog that has the focus. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const key = pressed(event);
  if (key === null) return;
  const id = commandFor(key, session().preferences);
  if (id === null) {
    if (!takesText(event.target) && tagWithKey(key)) event.preventDefault();
  } else if (mayTake(event.target, id, key) && run(id)) event.preventDefault();
}

const EDITS_TEXT: readonly CommandId[] = ['undo', 'redo'];

function mayTake(target: EventTarget | null, id: CommandId, key: string): boolean {
  const plain = !key.includes('CmdOrCtrl') && !/^(?:Alt\+)?(?:Shift\+)?F\d+$/.test(key);
  if (takesText(target)) return !plain && !EDITS_TEXT.includes(id);
  // Enter presses what has the focus; only in an article is it free.
  if (key === 'Enter')
    return (
      target instanceof HTMLElement &&
      target.matches('[data-pane="left"], [data-pane="right"]') &&
      canRun(id)
    );
  return true;
}
