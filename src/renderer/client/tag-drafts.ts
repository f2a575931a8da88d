import type { Renames } from '../../core/edit/build-renames';
import { BUILT_IN_TAGS } from '../../core/model/annotation';
import { BUILT_IN_RELATIONS } from '../../core/model/link';
import { TAG_COLOURS, type OwnTag, type TagColour } from '../../core/model/settings';
import { nameProblem } from '../../core/model/tags';

/** A name as it is being changed; `was` is the name that is saved, or null for a new one. */
export interface NameDraft {
  readonly id: number;
  readonly was: string | null;
  readonly name: string;
}

/** A tag of one's own as it is being changed. */
export interface TagDraft extends NameDraft, OwnTag {}

/** The names that are to change, by the saved ones. */
export function renamesOf(drafts: readonly NameDraft[]): Renames {
  return new Map(
    drafts.flatMap(({ was, name }) =>
      was === null || was === name.trim() ? [] : [[was, name.trim()] as const],
    ),
  );
}

/** What keeps a name from being saved: which of its fields, and why, in words. */
export interface Fault {
  readonly part: 'name' | 'key';
  readonly text: string;
}

/** What keeps tags from being saved, by their ids; `commandOf` names the command that a key runs. */
export function tagFaults(
  drafts: readonly TagDraft[],
  commandOf: (key: string) => string | null,
): ReadonlyMap<number, Fault> {
  return faultsOf(drafts, (draft, others) => {
    const names = [...BUILT_IN_TAGS, ...others.map(({ name }) => name)];
    const text = nameProblem(draft.name, names, 'tag');
    if (text !== null) return { part: 'name', text };
    const holder = keyHolder(draft, others, commandOf);
    return holder === null
      ? null
      : { part: 'key', text: `The key ${draft.key} is taken by ${holder}.` };
  });
}

function keyHolder(
  { key }: TagDraft,
  others: readonly TagDraft[],
  commandOf: (key: string) => string | null,
): string | null {
  if (key === '') return null;
  const command = commandOf(key);
  if (command !== null) return `the command “${command}”`;
  const tag = others.find((each) => each.key === key);
  return tag ? `the tag “${tag.name}”` : null;
}

/** What keeps relations from being saved, by their ids. */
export function relationFaults(drafts: readonly NameDraft[]): ReadonlyMap<number, Fault> {
  return faultsOf(drafts, ({ name }, others) => {
    const names = [...BUILT_IN_RELATIONS, ...others.map((each) => each.name)];
    const text = nameProblem(name, names, 'relation');
    return text === null ? null : { part: 'name', text };
  });
}

function faultsOf<T extends NameDraft>(
  drafts: readonly T[],
  faultOf: (draft: T, others: readonly T[]) => Fault | null,
): ReadonlyMap<number, Fault> {
  return new Map(
    drafts.flatMap((draft) => {
      const fault = faultOf(
        draft,
        drafts.filter((each) => each !== draft),
      );
      return fault === null ? [] : [[draft.id, fault] as const];
    }),
  );
}

/** The list with one item moved by a place; the same list when it is at the end already. */
export function moved<T extends NameDraft>(
  drafts: readonly T[],
  id: number,
  by: 1 | -1,
): readonly T[] {
  const from = drafts.findIndex((each) => each.id === id);
  const [item, other] = [drafts[from], drafts[from + by]];
  if (!item || !other) return drafts;
  return drafts.with(from, other).with(from + by, item);
}

/** The first colour that none of the tags has, or the first of all when each is taken. */
export function freeColour(tags: readonly Pick<OwnTag, 'colour'>[]): TagColour {
  return TAG_COLOURS.find((each) => !tags.some(({ colour }) => colour === each)) ?? TAG_COLOURS[0];
}

/** A typed character as a tag's key: a capital letter or digit; '' for anything else. */
export function keyFrom(typed: string): string {
  return /[A-Z0-9]$/.exec(typed.toUpperCase())?.[0] ?? '';
}
