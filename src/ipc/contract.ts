import type { Edit } from '../core/edit/edit';
import type { BatchPreview, BatchProgress, BatchReport } from '../core/exchange/batch-report';
import type { ExportedFile } from '../core/exchange/format';
import type { FormatId } from '../core/exchange/formats';
import type { Summary } from '../core/measure/summary';
import type { ArticleDetails } from '../core/model/article';
import type { Comparison } from '../core/model/comparison';
import type { Side } from '../core/model/fields';
import type { OwnTag, Settings } from '../core/model/settings';
import type { Reading } from '../core/reading/reading';
import type { Result } from '../core/result';
import type { Snippet } from '../core/text/snippet';
import type { CommandId } from './commands';
import type { Preferences } from './preferences';

/** What a window that closes can take with it: edits not saved yet, a correction or a comparison that was only begun. */
export const LEFT = ['nothing', 'edits', 'correction', 'comparison'] as const;
export type Left = (typeof LEFT)[number];

/** A comparison as the library lists it. */
export interface LibraryEntry {
  readonly id: string;
  readonly title: string;
  readonly left: Pick<ArticleDetails, 'title' | 'outlet'>;
  readonly right: Pick<ArticleDetails, 'title' | 'outlet'>;
  readonly summary: Summary;
  /** Counts the commits; an edit names the revision it was made on. */
  readonly revision: number;
  /** When the last edit was saved, ISO 8601. */
  readonly modified: string;
}

/** A file that a file-sync program made of one of a comparison's files, because two computers had changed it. */
export interface ConflictedCopy {
  /** The comparison's. */
  readonly id: string;
  readonly file: string;
}

/** What the library shows: the comparisons, the files that could not be read, and what was recovered of damaged ones. */
export interface Library {
  readonly entries: readonly LibraryEntry[];
  readonly unreadable: readonly { readonly file: string; readonly problem: string }[];
  /** Since the start of the app. */
  readonly recovered: readonly { readonly file: string; readonly report: string }[];
  /** Of comparisons that are not deleted. */
  readonly copies: readonly ConflictedCopy[];
  readonly folder: string;
}

/** An opened comparison at its saved revision. */
export interface Opened {
  readonly comparison: Comparison;
  readonly revision: number;
  /** Where the user was in it, if they have been there. */
  readonly place?: Place;
  /** Edits on it that could not be written before the window's page ended: to be done again. */
  readonly unwritten?: readonly Edit[];
  /** What was recovered of its damaged files since the start, in words. */
  readonly recovered?: string;
}

/** An opened comparison as a page takes it over: it makes many annotations sooner of JSON than the bridge copies them. */
export interface OpenedJson extends Omit<Opened, 'comparison'> {
  readonly comparison: string;
}

/** An article still to be imported: its text and what is known about it. */
export interface ArticleDraft extends ArticleDetails {
  readonly text: string;
}

/** A comparison still to be made. An empty title is taken from the articles. */
export interface ComparisonDraft {
  readonly title: string;
  readonly left: ArticleDraft;
  readonly right: ArticleDraft;
}

/** What can be asked for to make comparisons of: a source of pairs, or the corpus of passim's. */
export type BatchKind = 'table' | 'folder' | 'passim' | 'corpus';

/** A source of comparisons that was chosen and looked through. */
export interface ChosenBatch {
  readonly kind: Exclude<BatchKind, 'corpus'>;
  readonly name: string;
  /** The name of passim's corpus, where one was chosen. */
  readonly corpus: string | null;
  readonly preview: BatchPreview;
}

/** Where the user was: the places in comparisons, and how wide the panes were. */
export interface ViewState {
  readonly places: Readonly<Record<string, Place>>;
  /** Widths of the panes by their ids, in percent. */
  readonly panes: Readonly<Record<string, number>>;
}

/** A comparison that was open lately. */
export type RecentComparison = Pick<LibraryEntry, 'id' | 'title'>;

/** The place in one comparison: the offset of the first visible character of each article, and what was selected. */
export interface Place {
  readonly left: number;
  readonly right: number;
  readonly selected: string | null;
}

/** What the renderer needs at its start. */
export interface StartState {
  readonly platform: 'mac' | 'windows' | 'linux';
  readonly version: string;
  readonly settings: Settings;
  readonly preferences: Preferences;
  readonly panes: ViewState['panes'];
  readonly recent: readonly RecentComparison[];
  /** The comparison this window shows. */
  readonly open: string | null;
  /** Why nothing can be changed in this workspace now, or null. */
  readonly readOnly: string | null;
  /** What went wrong with what the command line asked for. */
  readonly problem: string | null;
}

/** A place in the page, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the menu shows: commands that can run now, their keys, and the names of what Undo and Redo would do. */
export interface MenuState {
  readonly enabled: readonly CommandId[];
  /** The keys as this person has them, in Electron's notation. */
  readonly keys: Readonly<Partial<Record<CommandId, string>>>;
  readonly undo: string | null;
  readonly redo: string | null;
  /** The tags of one's own, which the menu offers while something can be tagged. */
  readonly tags: readonly Pick<OwnTag, 'name' | 'key'>[];
}

/** What came of a commit: the new revision, or why not; `unwritten` when the edits fit but could not be written now. */
export type CommitAnswer =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: string; readonly unwritten?: true };

/** A format of export, and whether the articles' texts go along where that is open. */
export interface ExportChoice {
  readonly format: FormatId;
  readonly withText: boolean;
}

/** How far something long is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What was written of a whole workspace: the folder's name, how many comparisons, and why others were not. */
export interface AllExported {
  readonly folder: string;
  readonly count: number;
  readonly problems: readonly string[];
}

/** What the renderer can ask of main. */
export interface Calls {
  start(): StartState;
  library(): Library;
  /** The ids of the comparisons whose texts hold every word; null when the window searched for something else meanwhile. */
  searchTexts(query: string): readonly string[] | null;
  /** Where a comparison's texts say what is looked for; null when they do not. */
  snippet(id: string, query: string): Snippet | null;
  createComparison(draft: ComparisonDraft): Result<OpenedJson>;
  /** Null when another window shows the comparison: that window then comes to the front. */
  openComparison(id: string): Result<OpenedJson | null>;
  openSample(): Result<OpenedJson | null>;
  /** The window shows no comparison any more. */
  closeComparison(): null;
  /** Opens a window on a comparison, or on the library; the window that shows the comparison comes to the front instead. */
  openWindow(id: string | null): null;
  /** Answers `closing`: what would be lost with the window. */
  mayClose(left: Left): null;
  clearRecent(): null;
  /** Makes edits durable on top of `baseRevision`; the answer is the new revision. */
  commit(id: string, edits: readonly Edit[], baseRevision: number): CommitAnswer;
  /** The days of which a copy of the comparison is kept, `YYYY-MM-DD`, newest first. */
  earlierDays(id: string): Result<readonly string[]>;
  /** The comparison as it was at the end of such a day. */
  openEarlier(id: string, day: string): Result<Comparison>;
  /** Adds the comparison as it was then as one of its own and opens it. */
  copyEarlier(id: string, day: string): Result<OpenedJson>;
  /** What a conflicted copy holds, with the edits in the journals that lead on from it. */
  readCopy(copy: ConflictedCopy): Result<Comparison>;
  /** Moves a conflicted copy that was merged out of the way; it is kept. */
  putCopyAside(copy: ConflictedCopy): Result<null>;
  /** Asks for a copy of a comparison to merge and reads it; null when the user cancels. */
  chooseCopy(): Result<{ readonly file: string; readonly comparison: Comparison } | null>;
  duplicateComparison(id: string): Result<LibraryEntry>;
  deleteComparison(id: string): Result<null>;
  restoreComparison(id: string): Result<null>;
  /** Asks for an article file; its name, or null when the user cancels. */
  chooseArticle(side: Side): string | null;
  /** Reads the article file that was chosen last. */
  readChosen(): Result<Reading>;
  /** Reads a dropped article file of any kind. */
  readArticle(name: string, bytes: Uint8Array): Result<Reading>;
  /** Reads rich text from the clipboard. */
  readPasted(html: string): Result<Reading>;
  /** Ends all that this window is having read. */
  stopReading(): null;
  /**
   * Asks where to, then writes the comparison as the window shows it, saved or not, as Diptych JSON; the answer is the
   * file's name, or null when the user cancels.
   */
  saveCopy(comparison: Comparison): Result<string | null>;
  /** Asks where to, then writes a file, or a folder of them; the answer is its name, or null when the user cancels. */
  exportComparison(id: string, choice: ExportChoice): Result<string | null>;
  /** The same for every comparison of the workspace, into a folder; `exporting` tells how far it is. */
  exportAll(choice: ExportChoice): Result<AllExported | null>;
  /** Ends the export of everything that this window asked for, and takes away what it wrote. */
  cancelExport(): null;
  /** Asks for files of annotations and reads them, with those that belong to them; none when the user cancels. */
  chooseAnnotationFiles(): Result<readonly ExportedFile[]>;
  /** Asks for a Diptych JSON file and adds it to the library; null when the user cancels. */
  importComparison(): Result<OpenedJson | null>;
  importDropped(name: string, bytes: Uint8Array): Result<OpenedJson>;
  /** Asks for a source of comparisons and looks through it; null when the user cancels. */
  chooseBatch(kind: BatchKind): Result<ChosenBatch | null>;
  /** Makes the comparisons of the source chosen last; told on the way by `batch`. */
  makeBatch(): Result<BatchReport>;
  /** Ends looking through or making; what is made stays. */
  stopBatch(): null;
  /** Keeps what changed of the view; all else stays as it is. */
  saveView(changed: ViewState): null;
  setPreferences(preferences: Preferences): null;
  copyText(text: string): null;
  /** Opens an https address in the user's browser, after asking; null too when the user would rather not. */
  openLink(url: string): Result<null>;
  /** Shows a menu of commands, in groups, at a place of the page in CSS pixels; what is chosen comes back as `command`. */
  showContextMenu(groups: readonly (readonly CommandId[])[], at: Point): null;
  /** Prints a comparison's report, after asking how. */
  print(id: string): Result<null>;
  /** Asks where to, then writes a comparison's report as PDF; the answer is the file's name, or null when cancelled. */
  savePdf(id: string): Result<string | null>;
  setMenu(state: MenuState): null;
  setSettings(settings: Settings): Result<null>;
}

/** The calls by name; the preload script offers these and no others. */
export const CALLS = Object.keys({
  start: true,
  library: true,
  searchTexts: true,
  snippet: true,
  createComparison: true,
  openComparison: true,
  openSample: true,
  closeComparison: true,
  openWindow: true,
  mayClose: true,
  clearRecent: true,
  commit: true,
  earlierDays: true,
  openEarlier: true,
  copyEarlier: true,
  readCopy: true,
  putCopyAside: true,
  chooseCopy: true,
  duplicateComparison: true,
  deleteComparison: true,
  restoreComparison: true,
  chooseArticle: true,
  readChosen: true,
  readArticle: true,
  readPasted: true,
  stopReading: true,
  saveCopy: true,
  exportComparison: true,
  exportAll: true,
  cancelExport: true,
  chooseAnnotationFiles: true,
  importComparison: true,
  importDropped: true,
  chooseBatch: true,
  makeBatch: true,
  stopBatch: true,
  saveView: true,
  setPreferences: true,
  copyText: true,
  openLink: true,
  showContextMenu: true,
  print: true,
  savePdf: true,
  setMenu: true,
  setSettings: true,
} satisfies Record<keyof Calls, true>) as readonly (keyof Calls)[];

/** What main tells the renderer. */
export interface Events {
  /** The user chose a menu item. */
  command: CommandId;
  /** The user chose to tag with the tag of that name. */
  tag: string;
  /** The menu or a second start of the app asked for this comparison, or failed to make it. */
  open: Result<string>;
  /** The window is to be closed, once all is saved or, as the user chose, a copy is: see `mayClose`. */
  closing: 'save' | 'copy';
  /** A comparison was changed in another window or, with a null entry, deleted; sent to windows that show none. */
  changed: { readonly id: string; readonly entry: LibraryEntry | null };
  /** A search reads texts that it does not know yet: how many it has read, and how many there are. */
  reading: { readonly done: number; readonly total: number };
  recent: readonly RecentComparison[];
  /** How far the making of comparisons is. */
  batch: BatchProgress;
  exporting: Progress;
  /** See the start's `readOnly`. */
  readOnly: string | null;
  /** What another window changed. */
  settings: Settings;
  preferences: Preferences;
}

/** The contract as the renderer sees it: `window.diptych`. */
export type DiptychApi = {
  readonly [K in keyof Calls]: (...args: Parameters<Calls[K]>) => Promise<ReturnType<Calls[K]>>;
} & {
  /** Listens to main until the returned function is called. */
  readonly on: <K extends keyof Events>(
    event: K,
    listener: (payload: Events[K]) => void,
  ) => () => void;
};
