import type { Comparison } from '../model/comparison';
import type { Settings } from '../model/settings';

/** A file that an export is made of; `name` is relative to where the export goes, with `/` between folders. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** What an export needs to know besides the comparison. */
export interface WriteContext {
  /** Whether the articles' texts go along, in formats that leave it open. */
  readonly withText: boolean;
  /** The tags and relations of the workspace: their colours, and what a tool is to offer. */
  readonly settings: Pick<Settings, 'tags' | 'relations'>;
}

/** The names that comparisons use. */
export interface Names {
  readonly tags: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
}

/** One of the files into which a whole workspace is joined: `head`, the items with `separator` between, `tail`. */
export interface JoinedFile {
  readonly name: string;
  readonly head: string;
  /** What a comparison adds; '' adds nothing, and no separator. */
  readonly item: (comparison: Comparison, context: WriteContext) => string;
  readonly separator: string;
  /** What follows the last item; `seen` are the names that the comparisons written use. */
  readonly tail: (seen: Names, context: WriteContext) => string;
}

/** A format of files that leave the app. Offsets in all of them are Unicode code points. */
export interface Format {
  readonly label: string;
  /** What it is for, on one line. */
  readonly purpose: string;
  /** What of a comparison it does not hold, on one line; '' when it holds all. */
  readonly loses: string;
  /** What the name of the one file of a comparison ends with; null when a comparison makes several files. */
  readonly ending: string | null;
  /** Whether it can be written without the articles' texts. */
  readonly textIsOptional: boolean;
  /** The files of one comparison: one, whose name is only its ending, or several, for a folder of their own. */
  readonly writeOne: (comparison: Comparison, context: WriteContext) => readonly ExportedFile[];
  /** The files of a whole workspace; null when each comparison has files of its own there too. */
  readonly joined: readonly JoinedFile[] | null;
}
