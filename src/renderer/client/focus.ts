import { session, type Session } from './session';

/** Regions that F6 walks through, in order; each is marked with data-pane. */
export function moveFocus(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  if (panes.length === 0) return;
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes.at(((here === -1 && by === -1 ? 0 : here) + by + panes.length) % panes.length);
  if (next) focusIn(next);
}

/** Where the Tab key stops among what the arrows walk through. */
const STOP = '[tabindex="0"]';

/** Puts the focus on a pane, or on the first thing in it that takes it. */
function focusIn(pane: HTMLElement): void {
  if (pane.tabIndex >= 0) return focusPane(pane);
  // A grid's rows hold buttons that the Tab key passes by.
  const takes = pane.role === 'grid' ? STOP : `${STOP}, button:not(:disabled), input, a[href]`;
  pane.querySelector<HTMLElement>(takes)?.focus();
}

function focusPane(pane: HTMLElement): void {
  bringIntoView(pane);
  pane.focus({ preventScroll: true });
}

/** Scrolls a pane into the window, unless it can be seen whole: asking for nothing would end its own smooth scrolling. */
export function bringIntoView(pane: HTMLElement): void {
  const { top, bottom } = pane.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) pane.scrollIntoView({ block: 'nearest' });
}

/** A field of the current annotation's card, as its data-field names it. */
export type FieldName =
  'speaker' | 'stance' | 'certainty' | 'note' | `relation-${string}` | `link-note-${string}`;

/** The field of a link's relation. */
export function relationField(linkId: string): FieldName {
  return `relation-${linkId}`;
}

/** Puts the focus on a field of the current annotation. */
export function focusField(name: FieldName): void {
  document.querySelector<HTMLElement>(`[data-field="${name}"]`)?.focus();
}

/** Puts the focus on the field for what is looked for, and selects what stands there. */
export function focusFind(): void {
  const field = document.querySelector<HTMLInputElement>('[data-pane="find"] input');
  field?.focus();
  field?.select();
}

/** Puts the focus on the text of an article in the making, or on the list of what was read of it. */
export function focusText(side: 'left' | 'right'): void {
  document
    .querySelector<HTMLElement>(`textarea[data-side="${side}"], [data-blocks="${side}"]`)
    ?.focus();
}

/** Puts the focus on an article's pane. */
export function focusArticle(side: 'left' | 'right'): void {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${side}"]`);
  if (pane) focusPane(pane);
}

/** Puts the focus on the suggestion worked on, or on the list's controls where there is none. */
export function focusSuggestions(): void {
  const pane = document.querySelector<HTMLElement>('[data-pane="suggestions"]');
  const current = pane?.querySelector<HTMLElement>('[aria-current="true"]');
  if (current) current.focus();
  else if (pane) focusIn(pane);
}

/** Puts the focus on the annotation without a sure place that is worked on. */
export function focusUnplaced(): void {
  document.querySelector<HTMLElement>('[data-pane="unplaced"] [aria-current="true"]')?.focus();
}

/** Puts the focus on the table's row of the current annotation or its first row, once it is drawn in one of `frames`. */
export function focusTable(frames = 10): void {
  const pane = document.querySelector<HTMLElement>('[data-pane="table"]');
  const cell = pane?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]');
  if (cell) cell.focus();
  else if (frames > 0) requestAnimationFrame(() => focusTable(frames - 1));
  else if (pane) focusIn(pane);
}

/** What had the focus may be gone after a change; then the focus goes to the screen's main part. */
export function keepFocus(): void {
  // A dialog that closes gives the focus back in the next frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const { screen, dialog } = session();
      if (document.activeElement === document.body && dialog === null) focusMain(screen);
    }),
  );
}

function focusMain(screen: Session['screen']): void {
  if (screen === 'workspace') return focusArticle(session().side);
  const main = { library: 'list', 'new-comparison': 'new-left', correct: 'correct', starting: '' };
  const pane = document.querySelector<HTMLElement>(`[data-pane="${main[screen]}"]`);
  if (pane) focusIn(pane);
}

/** Whether an element takes typed text, so that single keys belong to it. */
export function takesText(element: EventTarget | null): boolean {
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(element.type))
  );
}
