/** Two files of a folder that belong together, by their paths in it; `name` is what they share. */
export interface FolderPair {
  readonly name: string;
  readonly left: string;
  readonly right: string;
}

/** The pairs among a folder's files, and the files that are left over, with the reason. */
export interface FolderPairs {
  readonly pairs: readonly FolderPair[];
  readonly unpaired: readonly { readonly path: string; readonly problem: string }[];
}

const LEFT = new Set(['left', 'l', 'a', '1']);
const RIGHT = new Set(['right', 'r', 'b', '2']);

/**
 * Pairs a folder's files by their names, whatever their endings: `x.left` and `x.right`, `x-a` and `x-b`, `x_1` and
 * `x_2`, equal names in `left/` and `right/`; else two files alone in a folder, the first by name on the left. Paths
 * are relative, with `/`.
 */
export function pairFolder(paths: readonly string[]): FolderPairs {
  const marked = new Map<string, { left: string[]; right: string[] }>();
  const plain = new Map<string, string[]>();
  for (const path of paths.toSorted(byName)) {
    const mark = markOf(path);
    if (mark) {
      const group = marked.get(mark.key) ?? { left: [], right: [] };
      group[mark.side].push(path);
      marked.set(mark.key, group);
    } else {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      const files = plain.get(folder);
      if (files) files.push(path);
      else plain.set(folder, [path]);
    }
  }
  const pairs: FolderPair[] = [];
  const unpaired: { path: string; problem: string }[] = [];
  const leave = (group: readonly string[], problem: string) => {
    for (const path of group) unpaired.push({ path, problem });
  };
  for (const [key, { left, right }] of marked) {
    const [first, second] = [left[0], right[0]];
    if (first === undefined) leave(right, 'there is no left article of that name.');
    else if (second === undefined) leave(left, 'there is no right article of that name.');
    else if (left.length > 1 || right.length > 1)
      leave([...left, ...right], 'more than one file has that name and side.');
    else
      pairs.push({
        name: key.replaceAll('*', '').replaceAll(/^\/+|\/+$/g, ''),
        left: first,
        right: second,
      });
  }
  for (const [folder, files] of plain) {
    const [left, right, ...more] = files;
    if (left !== undefined && right !== undefined && more.length === 0)
      pairs.push({ name: folder.slice(0, -1), left, right });
    else leave(files, 'its name does not say what it belongs to.');
  }
  return {
    pairs: pairs.toSorted((a, b) => byName(a.left, b.left)),
    unpaired: unpaired.toSorted((a, b) => byName(a.path, b.path)),
  };
}

/** A file's side, and its path without the side and the ending; null when its name has no side. */
function markOf(path: string): { readonly key: string; readonly side: 'left' | 'right' } | null {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const stem = name.replace(/(?<=.)\.[^.]*$/, '');
  const [, base = '', word = stem] = /^(.*)[ ._-]([a-z]+|\d)$/i.exec(stem) ?? [];
  const own = sideOf(word);
  if (own) return { key: [...folders, `${base}*`].join('/'), side: own };
  const at = folders.findLastIndex((folder) => sideOf(folder) !== null);
  const side = sideOf(folders[at] ?? '');
  return side && { key: [...folders.with(at, '*'), stem].join('/'), side };
}

function sideOf(word: string): 'left' | 'right' | null {
  const lower = word.toLowerCase();
  return LEFT.has(lower) ? 'left' : RIGHT.has(lower) ? 'right' : null;
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
