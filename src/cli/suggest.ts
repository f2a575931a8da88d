import { PARTS, type Part } from '../core/suggest/suggest';
import { command, jobsOf } from './command';
import { UsageError } from './io';
import { suggestPairs, type SuggestOptions } from './suggest-pairs';

const HELP = `Usage
  diptych suggest LEFT RIGHT [--out FILE] [--only PARTS]
  diptych suggest --pairs PAIRS.tsv [--out FILE] [--only PARTS] [--jobs N]

Proposes what two articles share and what each of them quotes and claims: one line of JSON a pair.

Options
  --pairs PAIRS.tsv  a table of pairs, two paths a line with a tab between, relative to the table;
                     an empty second path means that there is no second article
  --out FILE         writes to FILE instead of the terminal, when everything is done
  --only PARTS       some of links,passages,quotes,sentences (all of them, unless you say)
  --jobs N           works on N pairs at once (as many as there are processors, at most 4)

Examples
  diptych suggest mail.txt post.txt
  diptych suggest article.txt "" --only quotes,sentences
  diptych suggest --pairs pairs.tsv --out suggestions.jsonl --jobs 2
  diptych suggest --pairs pairs.tsv --only passages | head -1

Files are plain text (.txt) or Markdown (.md), in UTF-8 or any encoding that can be told from the file.
Offsets are [start, end) in Unicode code points of the text: of the file as it is, if that is UTF-8 with
LF line ends. Otherwise, a byte-order mark does not count, and CRLF counts as one.

Exit code: 0 all went well; 1 a file could not be read or written (one line on stderr says which and why,
the other pairs still run); 2 the command made no sense.
`;

/** `diptych suggest`. */
export const suggestCommand = command({
  name: 'suggest',
  summary: 'propose what two articles share, quote and claim',
  help: HELP,
  options: {
    pairs: { type: 'string' },
    out: { type: 'string' },
    only: { type: 'string' },
    jobs: { type: 'string' },
  },
  run: ({ pairs, out = null, only, jobs }, files, io) => {
    if (pairs === '' || out === '') throw new UsageError('--pairs and --out name a file.');
    const options = { out, jobs: jobsOf(jobs), parts: partsOf(only) };
    return suggestPairs({ input: inputOf(pairs, files), ...options }, io);
  },
});

function inputOf(pairs: string | undefined, files: readonly string[]): SuggestOptions['input'] {
  if (pairs !== undefined) {
    if (files.length > 0) throw new UsageError('name two articles or --pairs, not both.');
    return { table: pairs };
  }
  const [a, b, ...more] = files;
  if (!a || b === undefined || more.length > 0)
    throw new UsageError('name two articles, or a table of pairs with --pairs.');
  return { a, b };
}

function partsOf(given: string | undefined): readonly Part[] {
  if (given === undefined) return PARTS;
  return given.split(',').map((name) => {
    const part = PARTS.find((known) => known === name.trim());
    if (!part) throw new UsageError(`--only takes some of ${PARTS.join(',')}, not “${name}”.`);
    return part;
  });
}
