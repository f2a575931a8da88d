import { renameComparison } from '../../core/edit/build-edits';
import { EMPTY_HISTORY } from '../../core/edit/history';
import type { Comparison } from '../../core/model/comparison';
import type { Result } from '../../core/result';
import type {
  ComparisonDraft,
  LibraryEntry,
  OpenedJson,
  Place,
  ViewState,
} from '../../ipc/contract';
import type { Preferences } from '../../ipc/preferences';
import { allSaved, historyOf, recordElsewhere, takeUp } from './edits';
import { flushFields } from './pending-fields';
import { pickAnnotation } from './picks';
import { NOTHING_SOUGHT } from './find-state';
import { NO_JUMPS } from './jumps';
import { CURSORS_AT_START, NO_PICKS, placeOf, session, update, type Session } from './session';
import { CLOSED_TABLE } from './table-state';

const NOTHING_OPEN: Partial<Session> = {
  comparison: null,
  history: EMPTY_HISTORY,
  picks: NO_PICKS,
  correcting: null,
  dialog: null,
  notice: null,
};

/** Starts the session: where the user was, or what the command line asks for. */
export async function startSession(): Promise<void> {
  const [start] = await Promise.all([window.diptych.start(), loadFonts()]);
  document.documentElement.dataset['platform'] = start.platform;
  const { panes, preferences, settings, recent, readOnly, open, problem } = start;
  update({ start, panes, preferences, settings, recent, readOnly });
  if (open === null || !(await openComparison(open))) {
    const { notice } = session();
    await showLibrary();
    update({ notice });
  }
  if (problem !== null) tell(problem);
}

/** Loads the fonts that every screen uses, so that no text moves when they come. */
async function loadFonts(): Promise<void> {
  await Promise.allSettled([
    document.fonts.load('1em "Source Serif 4 Variable"'),
    document.fonts.load('1em "Inter Variable"'),
  ]);
}

/** Shows a message about something that went wrong. */
export function tell(problem: string): void {
  update({ notice: { tone: 'problem', text: problem } });
}

/** Saves what is typed and waits for it; false, with the reason shown, while saving fails: then nothing may be left. */
export async function leave(): Promise<boolean> {
  if (await saveEverything()) return true;
  tell(
    'Your last changes are not saved yet, so this comparison stays open. The line below says why.',
  );
  return false;
}

/** Saves what is typed, the view, and all edits; false while saving fails. */
export async function saveEverything(): Promise<boolean> {
  flushFields();
  saveView();
  return allSaved();
}

/** What was begun last of all that leads to another screen. */
let going: Promise<unknown> = Promise.resolve();

/** Goes to other screens one after the other: what is shown in the end is what main was asked for last. */
async function inTurn<T>(go: () => Promise<T>): Promise<T> {
  const turn = going.then(go);
  going = turn.catch(() => undefined);
  return turn;
}

/** Shows the library as it is now. */
export async function showLibrary(): Promise<void> {
  return inTurn(async () => {
    if (!(await leave())) return;
    await window.diptych.closeComparison();
    const library = await window.diptych.library();
    update({ ...NOTHING_OPEN, library, screen: 'library' });
  });
}

/** Shows the comparison in the making. */
export async function startNewComparison(): Promise<void> {
  return inTurn(async () => {
    if (!(await leave())) return;
    await window.diptych.closeComparison();
    update({ ...NOTHING_OPEN, screen: 'new-comparison' });
  });
}

/** Reads the library again, keeping the screen and its messages. */
export async function refreshLibrary(): Promise<void> {
  update({ library: await window.diptych.library() });
}

/** Opens a comparison at the place where it was left; false when it is in another window or, with the reason shown, cannot be opened. */
export async function openComparison(id: string): Promise<boolean> {
  return inTurn(async () => (await leave()) && show(await window.diptych.openComparison(id)));
}

/** Opens the sample comparison. */
export async function openSample(): Promise<void> {
  await inTurn(async () => (await leave()) && show(await window.diptych.openSample()));
}

/** Makes a comparison and opens it; false, with the reason shown, when it cannot be made. */
export async function createComparison(draft: ComparisonDraft): Promise<boolean> {
  return inTurn(async () => (await leave()) && show(await window.diptych.createComparison(draft)));
}

/** Opens a comparison as it was at the end of a day as a new one. */
export async function copyEarlier(id: string, day: string): Promise<void> {
  await inTurn(async () => (await leave()) && show(await window.diptych.copyEarlier(id, day)));
}

/** Asks for a Diptych JSON file and opens what it holds. */
export async function importComparison(): Promise<void> {
  await inTurn(async () => (await leave()) && show(await window.diptych.importComparison()));
}

/** Imports a dropped Diptych JSON file and opens it. */
export async function importDropped(name: string, bytes: Uint8Array): Promise<void> {
  await inTurn(
    async () => (await leave()) && show(await window.diptych.importDropped(name, bytes)),
  );
}

/** Renames a comparison from the library. */
export async function renameEntry(
  { id, title, revision }: LibraryEntry,
  next: string,
): Promise<void> {
  if (next.trim() === '' || next === title) return;
  const edit = renameComparison(next.trim());
  const inverse = renameComparison(title);
  const answer = await window.diptych.commit(id, [edit], revision);
  if (!answer.ok) return tell(answer.problem);
  const forget = recordElsewhere(id, revision, { edit, inverse });
  const takeBack = async () => {
    update({ notice: null });
    const back = await window.diptych.commit(id, [inverse], answer.value);
    if (back.ok) forget(back.value);
    else tell(back.problem);
    await refreshLibrary();
  };
  update({
    notice: {
      tone: 'info',
      text: `Renamed to “${next.trim()}”.`,
      action: { label: 'Undo', run: () => void takeBack() },
    },
  });
  await refreshLibrary();
}

/** Adds a copy of a comparison to the library. */
export async function duplicateEntry({ id }: LibraryEntry): Promise<void> {
  const answer = await window.diptych.duplicateComparison(id);
  if (!answer.ok) tell(answer.problem);
  else update({ notice: { tone: 'info', text: `Added “${answer.value.title}”.` } });
  await refreshLibrary();
}

/** Takes a comparison out of the library, with a way to bring it back. */
export async function deleteEntry({ id, title }: LibraryEntry): Promise<void> {
  const answer = await window.diptych.deleteComparison(id);
  if (!answer.ok) return tell(answer.problem);
  const restore = async () => {
    const restored = await window.diptych.restoreComparison(id);
    if (!restored.ok) return tell(restored.problem);
    update({ notice: { tone: 'info', text: `“${title}” is back.` } });
    await refreshLibrary();
  };
  update({
    notice: {
      tone: 'info',
      text: `Deleted “${title}”.`,
      action: { label: 'Undo', run: () => void restore() },
    },
  });
  await refreshLibrary();
}

function show(opened: Result<OpenedJson | null>): boolean {
  if (!opened.ok) {
    tell(opened.problem);
    return false;
  }
  if (!opened.value) return false;
  const { revision, recovered, place, unwritten = [] } = opened.value;
  const comparison = JSON.parse(opened.value.comparison) as Comparison;
  // For bench/ and the developer tools.
  performance.mark('comparison');
  update({
    comparison,
    revision,
    history: historyOf(comparison.id, revision),
    ...(place ? { places: { ...session().places, [comparison.id]: place } } : {}),
    screen: 'workspace',
    saving: { kind: 'saved' },
    notice: recovered ? { tone: 'info', text: recovered } : null,
    dialog: null,
    picks: NO_PICKS,
    correcting: null,
    side: 'left',
    cursors: CURSORS_AT_START,
    reveal: [],
    find: NOTHING_SOUGHT,
    jumps: NO_JUMPS,
    tab: 'annotations',
    table: { ...CLOSED_TABLE, open: session().table.open },
  });
  const selected = placeOf(comparison.id)?.selected;
  if (selected) pickAnnotation(selected, { reveal: false });
  update({ reveal: [] });
  takeUp(unwritten);
  return true;
}

/** Remembers the place in the open comparison. */
export function rememberPlace(id: string, part: Partial<Place>): void {
  const { places } = session();
  const place = { left: 0, right: 0, selected: null, ...placeOf(id), ...part };
  update({ places: { ...places, [id]: place } });
  unsaved = { ...unsaved, places: { ...unsaved.places, [id]: place } };
  saveViewSoon();
}

/** Remembers the widths of the panes. */
export function rememberPanes(panes: Readonly<Record<string, number>>): void {
  update({ panes: { ...session().panes, ...panes } });
  unsaved = { ...unsaved, panes: { ...unsaved.panes, ...panes } };
  saveViewSoon();
}

/** Changes how this person likes to read and work, for good. */
export function prefer(part: Partial<Preferences>): void {
  const preferences = { ...session().preferences, ...part };
  update({ preferences });
  void window.diptych.setPreferences(preferences);
}

const NOTHING: ViewState = { places: {}, panes: {} };

/** What changed of the view since it was saved; other windows may have changed the rest. */
let unsaved = NOTHING;
let timer: ReturnType<typeof setTimeout> | undefined;

function saveViewSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(saveView, 200);
}

function saveView(): void {
  clearTimeout(timer);
  if (unsaved === NOTHING) return;
  void window.diptych.saveView(unsaved);
  unsaved = NOTHING;
}
