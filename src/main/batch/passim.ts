import { basename } from 'node:path';
import { PassimPairs, type PassimOptions, type PassimPair } from '../../core/exchange/passim-pairs';
import { readPassimLine } from '../../core/exchange/passim-record';
import { success } from '../../core/result';
import { SourceError, type Batch, type BatchItem } from './batch';
import { Corpus } from './corpus';
import { makePassim } from './make-passim';
import { partFiles } from './part-files';
import { linesOf } from './text-file';

/** The most passages that are held at once: about a gigabyte. */
const MOST_PASSAGES = 1_000_000;

/** The pairs of documents in passim's output; with `corpus`, the documents that it compared, with their whole texts. */
export async function openPassim(
  path: string,
  corpusPath: string | null,
  options: PassimOptions,
  signal: AbortSignal,
): Promise<Batch> {
  const gathered = new PassimPairs(options);
  const bad: BatchItem[] = [];
  let good = 0;
  for (const file of await partFiles(path))
    for await (const { line, text } of linesOf(file)) {
      signal.throwIfAborted();
      const record = text.ok ? readPassimLine(text.value) : text;
      if (record.ok) {
        gathered.add(record.value);
        if (++good > MOST_PASSAGES)
          throw new SourceError(
            `“${basename(path)}” holds more than a million passages. Take its part files one by one.`,
          );
      } else bad.push({ where: `${basename(file)}, line ${line}`, pair: record });
    }
  if (good === 0) {
    const [first] = bad;
    throw new SourceError(
      `“${basename(path)}” is no output of passim: ${first && !first.pair.ok ? `${first.where}: ${first.pair.problem}` : 'it is empty.'}`,
    );
  }
  const pairs = gathered.pairs();
  const notes = notesOn(pairs, gathered.largeClusters, corpusPath !== null, options);
  const wanted = new Set(pairs.flatMap(({ left, right }) => [left.id, right.id]));
  const corpus =
    corpusPath === null ? null : await Corpus.open(await partFiles(corpusPath), wanted, signal);
  return {
    count: bad.length + pairs.length,
    notes,
    items: async function* all(): AsyncGenerator<BatchItem> {
      yield* bad;
      for (const pair of pairs) yield itemOf(pair, corpus);
    },
    close: async () => corpus?.close(),
  };
}

function itemOf(pair: PassimPair, corpus: Corpus | null): BatchItem {
  const [left, right] = [pair.left, pair.right].map(({ id, details }) => details.title || id) as [
    string,
    string,
  ];
  const make = (now: string) => makePassim(pair, corpus, now);
  const where = `${pair.left.id} — ${pair.right.id}`;
  return { where, pair: success({ left, right, make }) };
}

function notesOn(
  pairs: readonly PassimPair[],
  largeClusters: number,
  hasCorpus: boolean,
  { maxCluster }: PassimOptions,
): readonly string[] {
  const notes: string[] = [];
  const passages = pairs.reduce((sum, each) => sum + each.passages.length, 0);
  notes.push(`${passages.toLocaleString('en')} aligned passages.`);
  if (largeClusters > 0)
    notes.push(
      `${largeClusters.toLocaleString('en')} clusters of more than ${maxCluster} documents are left out.`,
    );
  if (!hasCorpus)
    notes.push('Without the corpus, the comparisons hold the passages only, not the whole texts.');
  return notes;
}
