import type { LibraryEntry } from '../main/store/library-index';
import type { Workspace } from '../main/store/workspace';
import { namedLike } from '../core/measure/named-like';
import { command } from './command';
import { say, UsageError, type Io } from './io';
import { openToRead } from './workspace';
import { count, printable } from './words';

const HELP = `Usage
  diptych list DIR [--search WORDS] [--json]

Lists the comparisons of the workspace in the folder DIR, the last changed first: id, day of the last change,
what is marked, and title, with tabs between.

Options
  --search WORDS  only those that hold every one of the words, in titles and outlets or in the articles' texts
  --json          one JSON object a line: id, title, the articles' titles and outlets, counts, last change

Examples
  diptych list ~/Documents/Diptych
  diptych list study --search "harbour bridge"
  diptych list study --json | jq -r 'select(.summary.links == 0) | .id'

Listing changes nothing, so it works while the app has the workspace open.

Exit code: 0 all went well; 1 there is no such workspace, or some comparisons could not be read (one line on
stderr each); 2 the command made no sense.
`;

/** `diptych list`. */
export const listCommand = command({
  name: 'list',
  summary: 'list or search the comparisons of a workspace',
  help: HELP,
  options: {
    search: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  run: async ({ search, json }, words, io) => {
    const [name, ...more] = words;
    if (!name || more.length > 0) throw new UsageError('name one workspace folder.');
    if (search?.trim() === '') throw new UsageError('--search takes words to look for.');
    const workspace = await openToRead(name, io);
    const { entries, unreadable } = await workspace.library();
    const wanted = search === undefined ? entries : await searched(workspace, entries, search, io);
    for (const entry of wanted.toSorted((a, b) => b.modified.localeCompare(a.modified)))
      io.stdout.write(`${json ? JSON.stringify(entry) : lineOf(entry)}\n`);
    for (const { problem } of unreadable) say(io, problem);
    return unreadable.length === 0 ? 0 : 1;
  },
});

/** The entries whose titles and outlets, or whose texts, hold every word of `query`. */
async function searched(
  workspace: Workspace,
  entries: readonly LibraryEntry[],
  query: string,
  io: Io,
): Promise<readonly LibraryEntry[]> {
  const found = await workspace.searchTexts(query, { signal: io.stop, onRead: () => undefined });
  const inTexts = new Set(found);
  const named = new Set(namedLike(entries, query));
  return entries.filter((entry) => inTexts.has(entry.id) || named.has(entry));
}

function lineOf({ id, title, modified, summary }: LibraryEntry): string {
  const { claims, quotes, links } = summary;
  const marks = [count(claims, 'claim'), count(quotes, 'quote'), count(links, 'link')].join(' · ');
  return [id, modified.slice(0, 10), marks, printable(title)].join('\t');
}
