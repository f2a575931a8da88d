import { BUILT_IN_TAGS } from './annotation';
import type { Comparison } from './comparison';
import { BUILT_IN_RELATIONS } from './link';
import { isSameName, type OwnTag, type Settings, type TagColour } from './settings';

/** What a tag is painted in: the built-in tags have colours of their own, `other` is for tags the settings do not know. */
export type TagPaint = (typeof BUILT_IN_TAGS)[number] | TagColour | 'other';

/** A tag as it is offered and shown. */
export interface KnownTag {
  readonly name: string;
  readonly kind: 'built-in' | 'own' | 'unknown';
  readonly paint: TagPaint;
  /** The key of a tag of one's own, or ''; those of the built-in tags are commands' keys. */
  readonly key: string;
}

/** The built-in tags, then the user's own in their order, then those that only the comparison uses, by name. */
export function allTags(
  settings: Pick<Settings, 'tags'>,
  comparison?: Pick<Comparison, 'annotations'> | null,
): readonly KnownTag[] {
  const known: KnownTag[] = [
    ...BUILT_IN_TAGS.map((name) => ({ name, kind: 'built-in' as const, paint: name, key: '' })),
    ...settings.tags.map(({ name, colour, key }) => ({
      name,
      kind: 'own' as const,
      paint: colour,
      key,
    })),
  ];
  const names = unknownNames(known, comparison?.annotations.map(({ tag }) => tag) ?? []);
  return [
    ...known,
    ...names.map((name) => ({ name, kind: 'unknown' as const, paint: 'other' as const, key: '' })),
  ];
}

/** The built-in relation, then the user's own in their order, then those that only the comparison uses, by name. */
export function allRelations(
  settings: Pick<Settings, 'relations'>,
  comparison?: Pick<Comparison, 'links'> | null,
): readonly string[] {
  const known = [...BUILT_IN_RELATIONS, ...settings.relations];
  const used = comparison?.links.map(({ relation }) => relation) ?? [];
  return [
    ...known,
    ...unknownNames(
      known.map((name) => ({ name })),
      used,
    ),
  ];
}

/** What a tag is painted in. */
export function paintOf(tag: string, settings: Pick<Settings, 'tags'>): TagPaint {
  const builtIn = BUILT_IN_TAGS.find((name) => name === tag);
  return builtIn ?? settings.tags.find(({ name }) => name === tag)?.colour ?? 'other';
}

/** The tag of one's own that a key tags with, or null. */
export function tagOfKey(key: string, settings: Pick<Settings, 'tags'>): OwnTag | null {
  return settings.tags.find((each) => each.key !== '' && each.key === key) ?? null;
}

/** Why a name cannot join `others`, in words, or null when it can; `noun` is what is named: "tag" or "relation". */
export function nameProblem(
  name: string,
  others: readonly string[],
  noun: 'tag' | 'relation',
): string | null {
  if (name.trim() === '') return `Give the ${noun} a name.`;
  const same = others.find((other) => isSameName(other, name));
  return same === undefined ? null : `There is already a ${noun} “${same}”.`;
}

function unknownNames(
  known: readonly { readonly name: string }[],
  used: readonly string[],
): readonly string[] {
  const rest = new Set(used);
  for (const { name } of known) rest.delete(name);
  return [...rest].toSorted((a, b) => a.localeCompare(b, 'en'));
}
