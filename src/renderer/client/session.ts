import { create } from 'zustand';
import { EMPTY_HISTORY, type History } from '../../core/edit/history';
import { lookupOf } from '../../core/lookup/lookup';
import type { Annotation } from '../../core/model/annotation';
import type { Comparison } from '../../core/model/comparison';
import type { Side } from '../../core/model/fields';
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/settings';
import type { Span } from '../../core/text/quote-selector';
import type { ComparisonDraft, Library, Place, StartState } from '../../ipc/contract';
import { DEFAULT_PREFERENCES, type Preferences } from '../../ipc/preferences';
import { NOTHING_SUGGESTED, type SuggestState } from './suggest-state';
import { CLOSED_TABLE, type TableState } from './table-state';

/** What is picked in one article: an annotation, or a span that is not tagged. */
export type Pick =
  | { readonly kind: 'annotation'; readonly id: string }
  | { readonly kind: 'span'; readonly span: Span };

/** What the line of status says about saving. */
export type Saving =
  { readonly kind: 'saved' | 'saving' } | { readonly kind: 'problem'; readonly text: string };

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
}

/** The parts of the inspector. */
export type Tab = 'annotations' | 'suggestions' | 'coverage';

/** The renderer's state. It is changed by the functions beside this file, never by components. */
export interface Session {
  readonly start: StartState | null;
  readonly screen: 'starting' | 'library' | 'new-comparison' | 'workspace';
  readonly library: Library | null;
  readonly comparison: Comparison | null;
  /** The revision that main saved last. */
  readonly revision: number;
  readonly history: History;
  readonly saving: Saving;
  readonly notice: Notice | null;
  /** The comparison in the making, kept while other screens are visited. */
  readonly draft: ComparisonDraft | null;
  readonly dialog: 'details' | 'analyst' | 'keys' | null;
  readonly picks: Readonly<Record<Side, Pick | null>>;
  /** The article picked from last. */
  readonly side: Side;
  /** Where the keyboard's cursor stands in each article, and the other end of a selection made with Shift. */
  readonly cursors: Readonly<Record<Side, { readonly at: number; readonly anchor: number }>>;
  readonly hovered: string | null;
  readonly reveal: readonly Reveal[];
  /** What the inspector shows. */
  readonly tab: Tab;
  readonly suggest: SuggestState;
  readonly table: TableState;
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

export const useSession = create<Session>(() => ({
  start: null,
  screen: 'starting',
  library: null,
  comparison: null,
  revision: 0,
  history: EMPTY_HISTORY,
  saving: { kind: 'saved' },
  notice: null,
  draft: null,
  dialog: null,
  picks: NO_PICKS,
  side: 'left',
  cursors: CURSORS_AT_START,
  hovered: null,
  reveal: [],
  tab: 'annotations',
  suggest: NOTHING_SUGGESTED,
  table: CLOSED_TABLE,
  preferences: DEFAULT_PREFERENCES,
  settings: DEFAULT_SETTINGS,
  places: {},
  panes: {},
}));

/** The session now, outside a component. */
export function session(): Session {
  return useSession.getState();
}

/** Changes the session. */
export function update(change: Partial<Session>): void {
  useSession.setState(change);
}

/** The annotation picked in the article on `side`, if one is. */
export function pickedAnnotation({ comparison, picks }: Session, side: Side): Annotation | null {
  const pick = picks[side];
  if (!comparison || pick?.kind !== 'annotation') return null;
  return lookupOf(comparison).annotation(pick.id) ?? null;
}

/** The annotation the user works on: the one picked last. */
export function currentAnnotation(state: Session): Annotation | null {
  return pickedAnnotation(state, state.side);
}
