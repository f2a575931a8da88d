import { join } from 'node:path';
import type { Edit } from '../../core/edit/edit';
import { newComparison, type Comparison } from '../../core/model/comparison';
import type { Side } from '../../core/model/fields';
import { failure, success, type Result } from '../../core/result';
import { snippetOf, type Snippet } from '../../core/text/snippet';
import type {
  CommitAnswer,
  ComparisonDraft,
  ConflictedCopy,
  Library,
  LibraryEntry,
  Opened,
} from '../../ipc/contract';
import { articleFromDraft, sha256 } from '../files/article-file';
import { findCopies, putCopiesAside, readCopy, type ReadCopy } from './conflicted-copies';
import { openComparisonStore, type ComparisonStore } from './comparison-store';
import { realDisk, type Disk } from './disk';
import { guardedDisk } from './guarded-disk';
import { applyAll } from './journal';
import { filesOf } from './names';
import { readComparison } from './read-comparison';
import { entryOf, openLibraryIndex, type LibraryIndex } from './library-index';
import { openSettings, type SettingsFile } from './settings';
import { firstStored, type Stored } from './stored';
import { openTextIndex, type TextIndex, type TextSource } from './text-index';
import { takenNames, type TakenNames } from './taken-names';
import { takeTurns } from './turns';
import { copyTitle, saveProblem } from './words';
import { ChangedElsewhere } from './write-comparison';

/** What the workspace needs from outside: time (ISO 8601, UTC) and fresh ids. */
export interface Surroundings {
  readonly now: () => string;
  readonly newId: () => string;
  /** Told of every comparison that was saved, with its entry in the library, or null when it is deleted. */
  readonly onChanged?: (id: string, entry: LibraryEntry | null) => void;
  /** Where comparisons are kept, when it is not the computer's own file system. */
  readonly disk?: Disk;
  /** Who else has the workspace, in words, while nothing may be written. */
  readonly readOnly?: () => string | null;
}

/**
 * A folder of comparisons. Everything that reads or changes it goes through one queue, so that edits are made durable
 * in the order in which they came.
 */
export class Workspace {
  readonly folder: string;
  readonly settings: SettingsFile;
  readonly #store: ComparisonStore;
  readonly #index: LibraryIndex;
  readonly #texts: TextIndex;
  readonly #comparisons: string;
  readonly #disk: Disk;
  readonly #surroundings: Surroundings;
  readonly #open = new Map<string, Stored>();
  /** What was recovered since the start, by file. */
  readonly #recovered = new Map<string, string>();
  readonly #names: TakenNames;
  readonly #inTurn = takeTurns();

  constructor(folder: string, surroundings: Surroundings) {
    this.folder = folder;
    const { readOnly = () => null, now } = surroundings;
    const disk = guardedDisk(surroundings.disk ?? realDisk, readOnly);
    this.settings = openSettings(
      join(folder, 'workspace.json'),
      (problem) => this.#recovered.set('workspace.json', problem),
      disk,
    );
    this.#comparisons = join(folder, 'comparisons');
    this.#store = openComparisonStore(this.#comparisons, {
      now,
      onRecovered: (file, report) => this.#recovered.set(file, report),
      disk,
    });
    this.#names = takenNames(this.#store);
    this.#index = openLibraryIndex(join(folder, 'index.json'), this.#store, disk);
    this.#texts = openTextIndex(join(folder, 'texts.index'), () => readOnly() !== null);
    this.#disk = disk;
    this.#surroundings = surroundings;
  }

  /** The comparisons that are not deleted, the files that could not be read, and what was recovered of damaged ones. */
  async library(): Promise<Library> {
    this.#foldAllBut(null);
    return this.#inTurn(async () => {
      try {
        const { entries, unreadable } = await this.#index.list();
        const found = await this.#findCopies(unreadable.map(({ file }) => file));
        const isCopy = ({ file }: { readonly file: string }) =>
          found.some((copy) => copy.file === file);
        return {
          entries,
          unreadable: unreadable.filter((each) => !isCopy(each)),
          recovered: Array.from(this.#recovered, ([file, report]) => ({ file, report })),
          copies: found.filter((copy) => entries.some(({ id }) => id === copy.id)),
          folder: this.folder,
        };
      } catch (error) {
        const problem = `The workspace folder ${this.folder} cannot be read: ${(error as Error).message}. Check that it is there and yours, or start Diptych with another one (--workspace=FOLDER).`;
        const unreadable = [{ file: this.folder, problem }];
        return { entries: [], unreadable, recovered: [], copies: [], folder: this.folder };
      }
    });
  }

  /** The ids of the comparisons whose texts hold every word of `query`; throws when `signal` ends the search. */
  async searchTexts(
    query: string,
    { signal, onRead }: Pick<TextSource, 'signal' | 'onRead'>,
  ): Promise<readonly string[]> {
    const live = await this.#inTurn(() => this.#index.texts());
    return this.#texts.search(query, { live, read: (id) => this.#look(id), signal, onRead });
  }

  /** Where a comparison's texts say what is looked for; null when they do not. */
  async snippet(id: string, query: string): Promise<Snippet | null> {
    const comparison = await this.#look(id);
    return comparison && snippetOf(textsOf(comparison), query);
  }

  /** Makes a comparison of two drafts, or says which article has no text. */
  async create(draft: ComparisonDraft, id = this.#surroundings.newId()): Promise<Result<Opened>> {
    const left = articleFromDraft(draft.left);
    const right = articleFromDraft(draft.right);
    if (!left.ok) return failure(`The left article: ${left.problem}`);
    if (!right.ok) return failure(`The right article: ${right.problem}`);
    const title = draft.title || left.value.title || right.value.title || 'Untitled comparison';
    const created = this.#surroundings.now();
    return this.add(newComparison({ id, title, created, left: left.value, right: right.value }));
  }

  /** Adds a whole comparison; one whose id is taken gets a fresh one. */
  async add(comparison: Comparison): Promise<Result<Opened>> {
    return this.#inTurn(async () => {
      const taken = await this.#names.has(comparison.id);
      if (!taken.ok) return taken;
      const added = taken.value ? { ...comparison, id: this.#surroundings.newId() } : comparison;
      const saved = await this.#save(firstStored(added, this.#surroundings.now()), []);
      return saved.ok ? success({ comparison: added, revision: 0 }) : saved;
    });
  }

  /** Adds a comparison unless its id is taken, by a deleted one too; whether it did. Nothing of it stays in memory. */
  async addNew(comparison: Comparison): Promise<Result<boolean>> {
    return this.#inTurn(async () => {
      const taken = await this.#names.has(comparison.id);
      if (!taken.ok || taken.value) return taken.ok ? success(false) : taken;
      const saved = await this.#save(firstStored(comparison, this.#surroundings.now()), []);
      this.#open.delete(comparison.id);
      return saved.ok ? success(true) : saved;
    });
  }

  /** Whether an id cannot name a new comparison; those of deleted ones cannot either. */
  async holds(id: string): Promise<Result<boolean>> {
    return this.#inTurn(() => this.#names.has(id));
  }

  /** The comparison at its saved revision. */
  async open(id: string): Promise<Result<Opened>> {
    this.#foldAllBut(id);
    return this.#inTurn(async () => {
      // From the disk, for a copy may have been put back or synchronised from outside; from memory while that fails.
      const known = this.#open.get(id);
      this.#open.delete(id);
      const fresh = await this.#load(id);
      if (known && !fresh.ok) this.#open.set(id, known);
      const stored = known && !fresh.ok ? success(known) : fresh;
      if (!stored.ok) return stored;
      if (stored.value.deleted !== null) return failure('This comparison was deleted.');
      const { comparison, revision } = stored.value;
      const recovered = this.#recovered.get(`${id}.json`);
      return success({ comparison, revision, ...(recovered ? { recovered } : {}) });
    });
  }

  /** The comparison at its saved revision, for reading only: nothing of it stays in memory. */
  async read(id: string): Promise<Result<Comparison>> {
    return this.#inTurn(async () => {
      const open = this.#open.get(id);
      const stored = open ? success(open) : await this.#store.load(id);
      return stored.ok ? success(stored.value.comparison) : stored;
    });
  }

  /** Opens the comparison with this fixed id, bringing it back when it was deleted and making it when it is not there. */
  async openOrCreate(
    id: string,
    draft: () => Promise<Result<ComparisonDraft>>,
  ): Promise<Result<Opened>> {
    try {
      if (!(await this.#inTurn(() => this.#store.has(id)))) {
        const made = await draft();
        return made.ok ? await this.create(made.value, id) : made;
      }
    } catch (error) {
      return failure(`It could not be opened: ${saveProblem(error)}`);
    }
    const restored = await this.setDeleted(id, false);
    return restored.ok ? this.open(id) : restored;
  }

  /** Applies edits to the saved comparison and makes them durable, all or none; answers the new revision. */
  async commit(id: string, edits: readonly Edit[], baseRevision: number): Promise<CommitAnswer> {
    return this.#inTurn(async () => {
      const stored = await this.#load(id);
      if (!stored.ok) return stored;
      if (stored.value.deleted !== null)
        return failure('This comparison was deleted meanwhile; the last change was not saved.');
      if (stored.value.revision !== baseRevision)
        return failure(
          'The comparison was changed elsewhere meanwhile; the last change was not saved.',
        );
      if (!edits.every(isHashedRight))
        return failure(
          'The corrected text and its checksum do not fit each other; it was not saved.',
        );
      const edited = applyAll(stored.value.comparison, edits);
      if (!edited.ok) return edited;
      const revision = baseRevision + 1;
      const modified = this.#surroundings.now();
      const next = { ...stored.value, comparison: edited.value, revision, modified };
      const saved = await this.#save(next, edits);
      // What was changed elsewhere is to be read again; all else can be tried again.
      if (!saved.ok) return this.#open.has(id) ? { ...saved, unwritten: true } : saved;
      // Behind the answer, for the edit is safe and need not wait.
      void this.#inTurn(() => this.#store.fold(next, 'long')).catch(() => undefined);
      return success(revision);
    });
  }

  /** Adds a copy of a comparison, titled "… (copy)". */
  async duplicate(id: string): Promise<Result<LibraryEntry>> {
    const original = await this.open(id);
    if (!original.ok) return original;
    const { comparison } = original.value;
    const copy = {
      ...comparison,
      id: this.#surroundings.newId(),
      title: copyTitle(comparison.title),
      created: this.#surroundings.now(),
    };
    return this.#inTurn(async () => {
      const stored = firstStored(copy, this.#surroundings.now());
      const saved = await this.#save(stored, []);
      return saved.ok ? success(entryOf(stored)) : saved;
    });
  }

  /** Takes a comparison out of the library, or brings it back. */
  async setDeleted(id: string, deleted: boolean): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const stored = await this.#load(id);
      if (!stored.ok) return stored;
      if ((stored.value.deleted !== null) === deleted) return success(null);
      return this.#save(
        { ...stored.value, deleted: deleted ? this.#surroundings.now() : null },
        [],
      );
    });
  }

  /** The days of which a copy of a comparison is kept, newest first. */
  async earlierDays(id: string): Promise<readonly string[]> {
    return this.#inTurn(() => this.#store.earlierDays(id));
  }

  /** The comparison as it was at the end of such a day. */
  async openEarlier(id: string, day: string): Promise<Result<Comparison>> {
    const stored = await this.#inTurn(() => this.#store.loadEarlier(id, day));
    return stored.ok ? success(stored.value.comparison) : stored;
  }

  /** What a conflicted copy holds. */
  async readCopy(copy: ConflictedCopy): Promise<Result<Comparison>> {
    const read = await this.#inTurn(() => this.#readCopy(copy));
    return read.ok ? success(read.value.stored.comparison) : read;
  }

  /** Moves a conflicted copy, with the journal that it took, into a folder of its own. */
  async putCopyAside(copy: ConflictedCopy): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const read = await this.#readCopy(copy);
      if (!read.ok) return read;
      try {
        await putCopiesAside(this.#comparisons, read.value.files, this.#disk);
        return success(null);
      } catch (error) {
        return failure(`${copy.file} could not be moved: ${saveProblem(error)}`);
      }
    });
  }

  async #readCopy(copy: ConflictedCopy): Promise<Result<ReadCopy>> {
    try {
      const found = await this.#findCopies([copy.file]);
      return found.some(({ id, file }) => id === copy.id && file === copy.file)
        ? await readCopy(this.#comparisons, copy, this.#disk)
        : failure(`${copy.file} is no longer there.`);
    } catch (error) {
      return failure(`${copy.file} could not be read: ${saveProblem(error)}`);
    }
  }

  async #findCopies(unreadable: readonly string[]): Promise<readonly ConflictedCopy[]> {
    return findCopies(this.#comparisons, new Set(unreadable), this.#disk);
  }

  /** Resolves when everything asked so far is done, journals are written into their files and the index is written. */
  async settle(): Promise<void> {
    this.#foldAllBut(null);
    await this.#inTurn(() => this.#index.flush());
    await this.#texts.flush();
  }

  /** Writes the journals of the comparisons that were left into their files. Should that fail, the journals still hold all. */
  #foldAllBut(id: string | null): void {
    for (const open of this.#open.keys()) {
      if (open === id) continue;
      void this.#inTurn(async () => {
        const stored = this.#open.get(open);
        if (stored && (await this.#store.fold(stored, 'always'))) this.#index.note(stored);
      }).catch(() => undefined);
    }
  }

  /** A comparison as it is on the disk now, out of turn: reading it changes nothing. */
  async #look(id: string): Promise<Comparison | null> {
    const reading = await readComparison(filesOf(this.#comparisons, id), id, this.#disk);
    return reading.kind === 'missing' || reading.kind === 'failed'
      ? null
      : reading.stored.comparison;
  }

  async #load(id: string): Promise<Result<Stored>> {
    const known = this.#open.get(id);
    if (known) return success(known);
    const loaded = await this.#store.load(id);
    if (loaded.ok) this.#open.set(id, loaded.value);
    return loaded;
  }

  async #save(stored: Stored, edits: readonly Edit[]): Promise<Result<null>> {
    try {
      await this.#store.save(stored, edits);
    } catch (error) {
      if (error instanceof ChangedElsewhere) this.#open.delete(stored.comparison.id);
      return failure(`Not saved: ${saveProblem(error)}`);
    }
    this.#open.set(stored.comparison.id, stored);
    this.#names.add(stored.comparison.id);
    if (edits.length === 0 && stored.revision === 0) this.#texts.add(stored.comparison);
    const entry = this.#index.note(stored);
    this.#surroundings.onChanged?.(stored.comparison.id, entry);
    return success(null);
  }
}

/** Whether every text that an edit brings is the one its hash is of. */
function isHashedRight({ changes }: Edit): boolean {
  return changes.every((each) => each.type !== 'change-text' || each.sha256 === sha256(each.text));
}

function textsOf({ left, right }: Comparison): Readonly<Record<Side, string>> {
  return { left: left.text, right: right.text };
}
