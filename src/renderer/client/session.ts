import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PlacingReport } from '../../core/exchange/place-foreign';
import { EMPTY_HISTORY, type History } from '../../core/edit/history';
import { lookupOf } from '../../core/lookup/lookup';
import type { Annotation } from '../../core/model/annotation';
import type { Comparison } from '../../core/model/comparison';
import type { Side } from '../../core/model/fields';
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/settings';
import type { LinkCandidate } from '../../core/suggest/link-candidates';
import type { Span } from '../../core/text/quote-selector';
import type {
  ConflictedCopy,
  Library,
  Place,
  Progress,
  RecentComparison,
  StartState,
} from '../../ipc/contract';
import { DEFAULT_PREFERENCES, type Preferences } from '../../ipc/preferences';
import { NO_BATCH, type BatchState } from './batch-state';
import type { Correcting } from './correct-state';
import { NOTHING_SOUGHT, type FindState } from './find-state';
import { NO_JUMPS, type Jumps } from './jumps';
import type { Making } from './making-state';
import { NOTHING_SUGGESTED, type SuggestState } from './suggest-state';
import { CLOSED_TABLE, type TableState } from './table-state';

/** What is picked in one article: an annotation, or a span that is not tagged. */
export type Pick =
  | { readonly kind: 'annotation'; readonly id: string }
  | { readonly kind: 'span'; readonly span: Span };

/** What the line of status says about saving. */
export type Saving =
  | { readonly kind: 'saved' | 'saving' }
  /** With `kept`, what is shown is here and not in the workspace. */
  | { readonly kind: 'problem'; readonly text: string; readonly kept: boolean };

/** A message for the user, with something they can do about it. */
export interface Notice {
  readonly text: string;
  readonly tone: 'info' | 'problem';
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** A request to bring an offset of an article into view; a new object each time. */
export interface Reveal {
  readonly side: Side;
  readonly offset: number;
  /** Where it is to stand: at the pane's upper edge, or level with an offset of the other article. */
  readonly at?: 'top' | { readonly levelWith: number };
}

/** A place that can be jumped back to. */
export interface Spot {
  readonly side: Side;
  readonly pick: Pick | null;
  readonly cursor: number;
  /** The offset of the first visible character of each article. */
  readonly tops: Readonly<Record<Side, number>>;
}

/** A partner being chosen for what is picked on `side`. */
export interface Choosing {
  readonly side: Side;
  /** What it was chosen for and out of; when these change, the choice is over. */
  readonly comparison: Comparison;
  readonly picks: Session['picks'];
  readonly candidates: readonly LinkCandidate[];
  /** Whether the engine is still looking for more. */
  readonly looking: boolean;
}

/** What is to be exported: one comparison, or all of them (null); `progress` while all are being written. */
export interface Exporting {
  readonly id: string | null;
  readonly progress: Progress | null;
}

/** What became of the annotations of a file. */
export interface Placed extends PlacingReport {
  readonly file: string;
}

/** A copy of the open comparison that is to be merged; `conflicted` when it lies in the workspace. */
export interface Merging {
  readonly name: string;
  readonly copy: Comparison;
  readonly conflicted: ConflictedCopy | null;
}

/** The parts of the inspector. */
export type Tab = 'annotations' | 'suggestions' | 'coverage' | 'unplaced';

/** The renderer's state. It is changed by the functions beside this file, never by components. */
export interface Session {
  readonly start: StartState | null;
  readonly screen: 'starting' | 'library' | 'new-comparison' | 'workspace' | 'correct';
  /** Why nothing can be changed now, in words; null while it can. */
  readonly readOnly: string | null;
  readonly library: Library | null;
  /** The library's entry that the user works on, by its id. */
  readonly entry: string | null;
  /** The entry whose title is being typed. */
  readonly renaming: string | null;
  /** The comparisons opened last, the newest first. */
  readonly recent: readonly RecentComparison[];
  readonly comparison: Comparison | null;
  /** The revision that main saved last. */
  readonly revision: number;
  readonly history: History;
  readonly saving: Saving;
  readonly notice: Notice | null;
  /** What the dialog of exports is about. */
  readonly exporting: Exporting | null;
  /** What became of the annotations imported last. */
  readonly placed: Placed | null;
  readonly merging: Merging | null;
  /** The comparison in the making, kept while other screens are visited. */
  readonly making: Making | null;
  /** The side that was found without a text when the comparison was to be made. */
  readonly missing: Side | null;
  /** What is being read, in words. */
  readonly readings: readonly { readonly what: string }[];
  readonly dialog:
    | 'details'
    | 'earlier'
    | 'export'
    | 'placed'
    | 'merge'
    | 'analyst'
    | 'keys'
    | 'preferences'
    | 'palette'
    | 'tags'
    | 'tag-menu'
    | 'batch'
    | null;
  readonly picks: Readonly<Record<Side, Pick | null>>;
  /** The article picked from last. */
  readonly side: Side;
  /** Where the keyboard's cursor stands in each article, and the other end of a selection made with Shift. */
  readonly cursors: Readonly<Record<Side, { readonly at: number; readonly anchor: number }>>;
  readonly hovered: string | null;
  readonly reveal: readonly Reveal[];
  readonly find: FindState;
  readonly jumps: Jumps<Spot>;
  /** What the inspector shows. */
  readonly tab: Tab;
  /** The annotation without a sure place that is worked on, by its id. */
  readonly unplaced: string | null;
  /** While an article's text is corrected. */
  readonly correcting: Correcting | null;
  readonly suggest: SuggestState;
  readonly table: TableState;
  /** While a partner is chosen: what it is chosen for, and out of what. */
  readonly choosing: Choosing | null;
  readonly batch: BatchState;
  readonly preferences: Preferences;
  readonly settings: Settings;
  readonly places: Readonly<Record<string, Place>>;
  readonly panes: Readonly<Record<string, number>>;
}

export const NO_PICKS: Session['picks'] = { left: null, right: null };
export const CURSORS_AT_START: Session['cursors'] = {
  left: { at: 0, anchor: 0 },
  right: { at: 0, anchor: 0 },
};

const store = createStore<Session>(() => ({
  start: null,
  screen: 'starting',
  readOnly: null,
  library: null,
  entry: null,
  renaming: null,
  recent: [],
  comparison: null,
  revision: 0,
  history: EMPTY_HISTORY,
  saving: { kind: 'saved' },
  notice: null,
  exporting: null,
  placed: null,
  merging: null,
  making: null,
  missing: null,
  readings: [],
  dialog: null,
  picks: NO_PICKS,
  side: 'left',
  cursors: CURSORS_AT_START,
  hovered: null,
  reveal: [],
  find: NOTHING_SOUGHT,
  jumps: NO_JUMPS,
  tab: 'annotations',
  unplaced: null,
  correcting: null,
  suggest: NOTHING_SUGGESTED,
  table: CLOSED_TABLE,
  choosing: null,
  batch: NO_BATCH,
  preferences: DEFAULT_PREFERENCES,
  settings: DEFAULT_SETTINGS,
  places: {},
  panes: {},
}));

/** The session as the components show it: up to date, but while it is held. */
const shown = createStore<Session>(() => store.getState());
let isHeld = false;

/** What a component reads of the session. */
export function useSession<T>(select: (state: Session) => T): T {
  return useStore(shown, select);
}

/** Tells of every change of the session at once; `onShown` does when the components show it. */
export const onChange = store.subscribe;
export const onShown = shown.subscribe;

/** The session now, outside a component. */
export function session(): Session {
  return store.getState();
}

/** Changes the session. */
export function update(change: Partial<Session>): void {
  store.setState(change);
  if (!isHeld) showNow();
}

/** Has the components wait with following the session until `showNow`. */
export function holdShown(): void {
  isHeld = true;
}

/** Whether the components are yet to follow the session. */
export function isShownHeld(): boolean {
  return isHeld;
}

/** Has the components show the session as it is. */
export function showNow(): void {
  isHeld = false;
  shown.setState(store.getState(), true);
}

/** Where the user was in a comparison, if they have been there. */
export function placeOf(id: string): Place | undefined {
  const { places } = session();
  // An imported id may be the name of something every object has.
  return Object.hasOwn(places, id) ? places[id] : undefined;
}

/** What is picked, and in which comparison. */
export type Picked = { readonly [K in 'comparison' | 'picks']: Session[K] };

/** The annotation picked in the article on `side`, if one is. */
export function pickedAnnotation({ comparison, picks }: Picked, side: Side): Annotation | null {
  const pick = picks[side];
  if (!comparison || pick?.kind !== 'annotation') return null;
  return lookupOf(comparison).annotation(pick.id) ?? null;
}

/** The annotation the user works on: the one picked last. */
export function currentAnnotation(state: Session): Annotation | null {
  return pickedAnnotation(state, state.side);
}
