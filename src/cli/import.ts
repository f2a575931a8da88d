import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ALL_PASSAGES } from '../core/exchange/passim-pairs';
import { reportLine, type BatchReport } from '../core/exchange/batch-report';
import type { Batch, BatchSource } from '../main/batch/batch';
import { importPairs } from '../main/batch/import-pairs';
import { openBatch, previewOf } from '../main/batch/open-batch';
import { command, jobsOf } from './command';
import { InputError, say, UsageError, type Io } from './io';
import { Progress } from './progress';
import { printable } from './words';
import { changeWorkspace } from './workspace';

const HELP = `Usage
  diptych import TABLE --workspace DIR [--dry-run] [--json] [--jobs N]
  diptych import FOLDER --workspace DIR [--dry-run] [--json] [--jobs N]
  diptych import OUTPUT --passim [--corpus DOCUMENTS] --workspace DIR …

Makes a comparison of each pair of articles in a table or a folder, or of each pair of documents in which
passim found reuse.

A table is CSV, TSV or the like with a header, or JSON lines; one row a pair. Columns:
  left, right             the articles' files, relative to the table; or
  left_text, right_text   their texts
  left_title, left_outlet, left_author, left_date, left_url, left_language, and the same of right
  title, id               of the comparison
Only an article on each side is needed. a_title, Title (left) and leftTitle mean left_title too. Two columns
without a header are the left and the right file.

A folder's pairs are told by their names: x.left.txt and x.right.txt, x_a.txt and x_b.txt, left/x.txt and
right/x.txt, or a folder with two files.

passim's OUTPUT is the folder it wrote to, or files of JSON lines from there (clusters or --pairwise; gzip
too). DOCUMENTS are the JSON lines it compared, a file or a folder: with them the comparisons hold the whole
texts, without them the passages only. The aligned passages become suggestions. See docs/at-scale.md.

Options
  --workspace DIR  the workspace the comparisons are added to; made when it is not there
  --dry-run        makes nothing and says what would be made
  --json           writes the report as JSON: made, skipped, failed, notes
  --jobs N         reads N pairs at once (as many as there are processors, at most 4)
  --passim         takes what passim wrote
  --corpus PATH    the documents that passim compared
  --min-length N   leaves out passages of fewer than N characters
  --min-score N    leaves out passages that are less alike than N, from 0 to 1
  --max-cluster N  leaves out clusters of more than N documents (100, unless you say)

A pair that is in the workspace already, told by its id or else by its two texts, is skipped: the same table
can be imported again. What cannot be made is reported, and the rest is made.

Examples
  diptych import pairs.csv --workspace ~/Documents/Diptych
  diptych import articles/ --workspace study --dry-run
  diptych import pairs.jsonl --workspace study --json > report.json
  diptych import out/ --passim --corpus articles.json.gz --workspace study --min-length 200

Exit code: 0 all comparisons are there; 1 some could not be made (one line on stderr each says why);
2 the command made no sense.
`;

/** `diptych import`. */
export const importCommand = command({
  name: 'import',
  summary: 'make comparisons of the pairs in a table, a folder or passim’s output',
  help: HELP,
  options: {
    workspace: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    jobs: { type: 'string' },
    passim: { type: 'boolean', default: false },
    corpus: { type: 'string' },
    'min-length': { type: 'string' },
    'min-score': { type: 'string' },
    'max-cluster': { type: 'string' },
  },
  run: async ({ workspace, jobs, json, 'dry-run': dry, ...given }, words, io) => {
    const [name, ...more] = words;
    if (!name || more.length > 0) throw new UsageError('name one table or folder.');
    if (!workspace) throw new UsageError('name the workspace with --workspace.');
    const options = { workspace: resolve(io.folder, workspace), jobs: jobsOf(jobs), json };
    const wanted = passimOptions(given);
    const source = wanted
      ? {
          ...wanted,
          path: resolve(io.folder, name),
          corpus: given.corpus ? resolve(io.folder, given.corpus) : null,
        }
      : await sourceOf(resolve(io.folder, name), name);
    try {
      const batch = await openBatch(source, io.stop);
      if (!batch.ok) throw new InputError(batch.problem);
      try {
        return await (dry ? tellBatch(batch.value, json, io) : runBatch(batch.value, options, io));
      } finally {
        await batch.value.close();
      }
    } catch (error) {
      if (io.stop.aborted) return io.stop.reason as number;
      throw error;
    }
  },
});

interface PassimWords {
  readonly passim: boolean;
  readonly corpus?: string | undefined;
  readonly 'min-length'?: string | undefined;
  readonly 'min-score'?: string | undefined;
  readonly 'max-cluster'?: string | undefined;
}

/** What is wanted of passim's output; null where the source is none. */
function passimOptions({ passim, corpus, ...limits }: PassimWords) {
  const given = { corpus, ...limits };
  const stray = Object.entries(given).find(([, value]) => value !== undefined)?.[0];
  if (!passim && stray) throw new UsageError(`--${stray} goes with --passim.`);
  if (!passim) return null;
  const number = (name: keyof typeof limits, usual: number, most: number) => {
    const value = limits[name] === undefined ? usual : Number(limits[name] || NaN);
    if (!(value >= 0 && value <= most))
      throw new UsageError(`--${name} is a number, not “${limits[name]}”.`);
    return value;
  };
  const options = {
    minLength: number('min-length', ALL_PASSAGES.minLength, Infinity),
    minScore: number('min-score', ALL_PASSAGES.minScore, 1),
    maxCluster: number('max-cluster', ALL_PASSAGES.maxCluster, Infinity),
  };
  return { kind: 'passim', options } as const;
}

async function sourceOf(path: string, name: string): Promise<BatchSource> {
  const found = await stat(path).catch(() => {
    throw new InputError(`“${name}” could not be read: there is no such file.`);
  });
  return { kind: found.isDirectory() ? 'folder' : 'table', path };
}

interface RunOptions {
  /** The workspace's folder. */
  readonly workspace: string;
  readonly jobs: number;
  readonly json: boolean;
}

const now = () => new Date().toISOString();

async function runBatch(
  batch: Batch,
  { workspace: folder, jobs, json }: RunOptions,
  io: Io,
): Promise<number> {
  for (const note of batch.notes) say(io, note);
  const progress = new Progress(io, 'pairs', batch.count, true);
  const report = await changeWorkspace(folder, 'diptych import', io, (workspace) =>
    importPairs(batch, {
      jobs,
      signal: io.stop,
      now,
      add: (comparison) => workspace.addNew(comparison),
      onProgress: () => progress.tick(),
    }),
  );
  progress.finish();
  tellReport(report, json, io);
  return report.failed.length === 0 ? 0 : 1;
}

function tellReport(report: BatchReport, json: boolean, io: Io): void {
  for (const { where, text } of [...report.notes, ...report.failed]) say(io, `${where}: ${text}`);
  io.stdout.write(json ? `${JSON.stringify(report)}\n` : `${reportLine(report)}\n`);
}

async function tellBatch(batch: Batch, json: boolean, io: Io): Promise<number> {
  const preview = await previewOf(batch, io.stop);
  const { count, notes, pairs, problems } = preview;
  const shown = pairs.length;
  for (const { where, text } of problems) say(io, `${where}: ${text}`);
  if (json) io.stdout.write(`${JSON.stringify(preview)}\n`);
  else {
    for (const { left, right } of pairs)
      io.stdout.write(`${printable(left)}\t${printable(right)}\n`);
    const rest = count - problems.length - shown;
    if (rest > 0) io.stdout.write(`… and ${rest} more\n`);
    for (const note of notes) io.stdout.write(`${note}\n`);
  }
  return problems.length === 0 ? 0 : 1;
}
