import { basename } from 'node:path';
import { PassimPairs, type PassimOptions, type PassimPair } from '../../core/exchange/passim-pairs';
import { readPassimLine } from '../../core/exchange/passim-record';
import { success } from '../../core/result';
import { SourceError, type Batch, type BatchItem } from './batch';
import { Corpus } from './corpus';
import { makePassim } from './make-passim';
import { partFiles } from './part-files';
import { linesOf } from './text-file';

/** The most records that are held at once: about a gigabyte. */
const MOST_RECORDS = 1_000_000;
/** After so many lines that are none of passim's, and no other, the file is another one. */
const MOST_STRANGE = 1_000;

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
        good++;
      } else bad.push({ where: `${basename(file)}, line ${line}`, pair: record });
      if (good === 0 && bad.length === MOST_STRANGE) throw noOutput(path, bad);
      if (good + bad.length > MOST_RECORDS)
        throw new SourceError(
          `“${basename(path)}” holds more than a million records. Take its part files one by one.`,
        );
    }
  if (good === 0) throw noOutput(path, bad);
  const pairs = gathered.pairs();
  const notes = notesOn(pairs, gathered, corpusPath !== null, options);
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

function noOutput(path: string, [first]: readonly BatchItem[]): SourceError {
  const why = first && !first.pair.ok ? `${first.where}: ${first.pair.problem}` : 'it is empty.';
  return new SourceError(`“${basename(path)}” is no output of passim: ${why}`);
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
  { largeClusters, lostSources }: PassimPairs,
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
  if (lostSources > 0)
    notes.push(
      `${lostSources.toLocaleString('en')} passages are left out, for their sources are not among the records.`,
    );
  if (!hasCorpus)
    notes.push('Without the corpus, the comparisons hold the passages only, not the whole texts.');
  return notes;
}
