import { FORMAT_IDS, formatOf, type FormatId } from '../core/exchange/formats';
import { command, jobsOf } from './command';
import { exportWorkspace } from './export-workspace';
import { UsageError } from './io';

const WIDTH = Math.max(...FORMAT_IDS.map((id) => id.length));

const HELP = `Usage
  diptych export DIR --format FORMAT --out PATH [--only ID…] [--without-text] [--force] [--json] [--jobs N]

Writes the comparisons of the workspace in the folder DIR in one of these formats:
${FORMAT_IDS.map((id) => `  ${id.padEnd(WIDTH)}  ${formatOf(id).purpose}`).join('\n')}

PATH is a folder, which is made when it is not there. It gets a file for each comparison, named after its title,
or a folder where the format has several files, or in some formats a few files that hold all comparisons. When
only one file comes of it and PATH ends as that file does (such as all.jsonl), PATH is that file.

Options
  --format FORMAT  one of those above
  --out PATH       where to
  --only ID        the comparison of that id and no others; may be given several times (“diptych list” tells ids)
  --without-text   leaves the articles' texts out, where the format allows it
  --force          writes over files that are there
  --json           says what was done as one JSON object: comparisons, files, failed
  --jobs N         works on N comparisons at once (as many as there are processors, at most 4)

Examples
  diptych export ~/Documents/Diptych --format diptych --out exported
  diptych export study --format jsonl --out study.jsonl --without-text
  diptych export study --format diptych --only 0192f0c1-7e4a --out bridge.diptych.json --force

Each file is there whole or not at all. Offsets are Unicode code points. Exporting changes nothing in the
workspace, so it works while the app has it open.

Exit code: 0 all comparisons were exported; 1 some were not, or none (one line on stderr each says why; the others
are there); 2 the command made no sense.
`;

/** `diptych export`. */
export const exportCommand = command({
  name: 'export',
  summary: 'write the comparisons of a workspace in other formats',
  help: HELP,
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    only: { type: 'string', multiple: true },
    'without-text': { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    jobs: { type: 'string' },
  },
  run: ({ format, out, only, force, json, jobs, ...rest }, words, io) => {
    const [workspace, ...more] = words;
    if (!workspace || more.length > 0) throw new UsageError('name one workspace folder.');
    if (!out) throw new UsageError('say where to with --out.');
    const id = formatIdOf(format);
    const withText = !rest['without-text'];
    if (!withText && !formatOf(id).textIsOptional)
      throw new UsageError(`${id} cannot be written without the texts.`);
    return exportWorkspace(
      { workspace, format: id, out, only: only ?? null, withText, force, json, jobs: jobsOf(jobs) },
      io,
    );
  },
});

function formatIdOf(given: string | undefined): FormatId {
  const format = FORMAT_IDS.find((id) => id === given);
  if (format) return format;
  const known = FORMAT_IDS.join(', ');
  throw new UsageError(
    given === undefined
      ? `say with --format which one: ${known}.`
      : `there is no format “${given}”, only ${known}.`,
  );
}
