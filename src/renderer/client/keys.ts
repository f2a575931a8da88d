import type { CommandId } from '../../ipc/commands';
import { commandFor } from '../../ipc/keymap';
import { canRun, run } from './commands';
import { takesText } from './focus';
import { keyOf } from './key-press';
import { session } from './session';

function commandOfEvent(event: KeyboardEvent): { id: CommandId; key: string } | null {
  const { start, preferences } = session();
  const key = keyOf(event, start?.platform === 'mac');
  const id = key === null ? null : commandFor(key, preferences);
  return key !== null && id !== null ? { id, key } : null;
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
  const found = commandOfEvent(event);
  if (!found || !MOVES_FOCUS.includes(found.id) || !mayTake(event.target, found.id, found.key))
    return;
  event.preventDefault();
  event.stopPropagation();
  run(found.id);
}

/** Runs the command of a key, unless the key belongs to the field, list or dialog that has the focus. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const found = commandOfEvent(event);
  if (!found || !mayTake(event.target, found.id, found.key)) return;
  if (run(found.id)) event.preventDefault();
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
