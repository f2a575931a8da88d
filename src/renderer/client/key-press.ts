/** Keys whose names differ from the commands' notation; on a Mac, Backspace is where others have Delete. */
const NAMED: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Backspace: 'Delete',
  ' ': 'Space',
};

/** Keys that only change what others mean, and what a layout or an input method keeps for itself. */
const NO_KEY = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'NumLock',
  'Fn',
  'OS',
  'Dead',
  'Process',
  'Unidentified',
  'Compose',
]);

/** The parts of a keyboard event that say which key it is. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** The key an event stands for, in the notation of the commands: "Shift+CmdOrCtrl+Z"; null when it is none by itself. */
export function keyOf(event: KeyPress, mac: boolean): string | null {
  if (NO_KEY.has(event.key) || (mac ? event.ctrlKey : event.metaKey)) return null;
  const main = mac ? event.metaKey : event.ctrlKey;
  const key =
    named(event) ?? (event.key.length === 1 ? latinLetter(event).toUpperCase() : event.key);
  // Where Shift makes another character of a key ("?"), the character says it all.
  const shifted = event.shiftKey && (main || event.altKey || !/^[^\p{L}]$/u.test(key));
  return [event.altKey && 'Alt', shifted && 'Shift', main && 'CmdOrCtrl', key]
    .filter(Boolean)
    .join('+');
}

/** Where the keyboard has a key for it, plus is the other name of what makes text larger. */
function named({ key, shiftKey }: KeyPress): string | undefined {
  if (key === '+') return shiftKey ? 'Plus' : '=';
  return NAMED[key];
}

/** The letter of a key; under a layout without Latin letters, the one that stands there on a keyboard with them. */
function latinLetter({ key, code }: KeyPress): string {
  return /[^ -~]/.test(key) && code.startsWith('Key') ? code.slice('Key'.length) : key;
}
