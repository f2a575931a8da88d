import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detailsOf, documentId } from '../../core/exchange/passim-record';
import type { ArticleDetails } from '../../core/model/article';
import { linesOf } from './text-file';

/** A document of a corpus. */
export interface CorpusDocument {
  readonly text: string;
  readonly details: ArticleDetails;
}

/** The documents of a corpus that are wanted, kept in a file of their own: they may be more than the memory takes. */
export class Corpus {
  readonly #folder: string;
  readonly #file: FileHandle;
  /** Where each document is in the file: its first byte and its length. */
  readonly #places = new Map<string, readonly [number, number]>();
  #size = 0;

  private constructor(folder: string, file: FileHandle) {
    this.#folder = folder;
    this.#file = file;
  }

  /** Looks through the files of a corpus, JSON lines with `id` and `text`, until all that is wanted was found. */
  static async open(
    files: readonly string[],
    wanted: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<Corpus> {
    const folder = await mkdtemp(join(tmpdir(), 'diptych-corpus-'));
    const corpus = new Corpus(folder, await open(join(folder, 'documents'), 'w+', 0o600));
    try {
      for (const file of files)
        for await (const { text } of linesOf(file)) {
          signal.throwIfAborted();
          if (text.ok) await corpus.#take(text.value, wanted);
          if (corpus.#places.size === wanted.size) return corpus;
        }
      return corpus;
    } catch (error) {
      await corpus.close();
      throw error;
    }
  }

  /** A document, or null when the corpus does not hold it. */
  async document(id: string): Promise<CorpusDocument | null> {
    const place = this.#places.get(id);
    if (!place) return null;
    const [position, length] = place;
    const { buffer } = await this.#file.read(Buffer.alloc(length), 0, length, position);
    return JSON.parse(buffer.toString('utf8')) as CorpusDocument;
  }

  async close(): Promise<void> {
    await this.#file.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Keeps the document of a line, when it is wanted; a line that holds none is nobody's. */
  async #take(line: string, wanted: ReadonlySet<string>): Promise<void> {
    const data = parsed(line);
    const { text } = data;
    const id = documentId(data['id']);
    if (id === null || typeof text !== 'string' || !wanted.has(id) || this.#places.has(id)) return;
    const document: CorpusDocument = { text, details: detailsOf(data) };
    const bytes = Buffer.from(JSON.stringify(document), 'utf8');
    await this.#file.appendFile(bytes);
    this.#places.set(id, [this.#size, bytes.length]);
    this.#size += bytes.length;
  }
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = JSON.parse(line);
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
