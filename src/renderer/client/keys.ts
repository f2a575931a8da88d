import { COMMAND_IDS, commandOf, type CommandId } from '../../ipc/commands';
import { canRun, run } from './commands';
import { takesText } from './focus';
import { session } from './session';
import { tagWithKey } from './tags';

const NAMED: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Backspace: 'Delete',
};

/** The key an event stands for, in the notation of the commands: "Shift+CmdOrCtrl+Z". */
function keyOf(event: KeyboardEvent, mac: boolean): string {
  const main = mac ? event.metaKey : event.ctrlKey;
  const key =
    named(event) ?? (event.key.length === 1 ? latinLetter(event).toUpperCase() : event.key);
  return [event.altKey && 'Alt', event.shiftKey && 'Shift', main && 'CmdOrCtrl', key]
    .filter(Boolean)
    .join('+');
}

/** Where the keyboard has a key for it, plus is the other name of what makes text larger. */
function named({ key, shiftKey }: KeyboardEvent): string | undefined {
  return key === '+' && !shiftKey ? '=' : NAMED[key];
}

/** The letter of a key; under a layout without Latin letters, the one that stands there on a keyboard with them. */
function latinLetter({ key, code }: KeyboardEvent): string {
  return /[^ -~]/.test(key) && code.startsWith('Key') ? code.slice('Key'.length) : key;
}

/** Takes F6 before anything else does: panes and separators have uses for it that lead nowhere. */
export function handlePaneKey(event: KeyboardEvent): void {
  if (event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  run(event.shiftKey ? 'previousPane' : 'nextPane');
}

/** Runs the command of a key, unless the key belongs to the field, list or dialog that has the focus. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const { start } = session();
  const mac = start?.platform === 'mac';
  if (mac ? event.ctrlKey : event.metaKey) return;
  const key = keyOf(event, mac);
  const id =
    COMMAND_IDS.find((each) => commandOf(each).key === key) ??
    (key === 'CmdOrCtrl+Y' ? 'redo' : undefined);
  if (id === undefined && !takesText(event.target) && tagWithKey(key)) event.preventDefault();
  if (id === undefined || !mayTake(event.target, id, key)) return;
  if (run(id)) event.preventDefault();
}

const EDITS_TEXT: readonly CommandId[] = ['undo', 'redo'];

function mayTake(target: EventTarget | null, id: CommandId, key: string): boolean {
  const plain = !key.includes('CmdOrCtrl') && !/^(?:Shift\+)?F\d+$/.test(key);
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
