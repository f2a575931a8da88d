import { allRelations, allTags, nameProblem, tagOfKey } from '../../core/model/tags';
import { renameInComparison } from '../../core/edit/build-renames';
import { commandOf } from '../../ipc/commands';
import { commandFor } from '../../ipc/keymap';
import { author, perform } from './edits';
import { tell } from './navigation';
import { flushFields } from './pending-fields';
import { session, update } from './session';
import { changeSettings } from './settings';
import { canTag, tag } from './spans';
import { freeColour, renamesOf, type NameDraft, type TagDraft } from './tag-drafts';

/** Tags what is picked with the tag of that name; the answer says whether something is picked. */
export function tagWith(name: string): boolean {
  const { dialog } = session();
  if ((dialog !== null && dialog !== 'tag-menu') || !canTag(session())) return false;
  flushFields();
  tag(session(), name);
  return true;
}

/** Tags what is picked with the tag of one's own that has a key, in the notation of the commands. */
export function tagWithKey(key: string): boolean {
  const { settings, preferences } = session();
  const found = preferences.singleKeys && tagOfKey(key, settings);
  return found ? tagWith(found.name) : false;
}

/** The label of the command that a key runs, also while keys of its kind are turned off; or null. */
export function commandWithKey(key: string): string | null {
  const id = commandFor(key, { ...session().preferences, singleKeys: true });
  return id ? commandOf(id).label : null;
}

/** Shows the menu of all tags. */
export function showTagMenu(): void {
  update({ dialog: 'tag-menu' });
}

/** Puts the menu of all tags away; what was opened from it stays. */
export function hideTagMenu(): void {
  if (session().dialog === 'tag-menu') update({ dialog: null });
}

/** Adds a tag to the workspace's own, in a colour that is still free. */
export async function addTag(name: string): Promise<void> {
  const { settings } = session();
  const names = allTags(settings).map((each) => each.name);
  const problem = nameProblem(name, names, 'tag');
  if (problem) return tell(problem);
  const colour = freeColour(settings.tags);
  await changeSettings({ tags: [...settings.tags, { name: name.trim(), colour, key: '' }] });
}

/** Adds a relation to the workspace's own; the answer says whether it is there now. */
export async function addRelation(name: string): Promise<boolean> {
  const { settings } = session();
  const problem = nameProblem(name, allRelations(settings), 'relation');
  if (!problem) return changeSettings({ relations: [...settings.relations, name.trim()] });
  tell(problem);
  return false;
}

/** Makes these the workspace's own tags and relations, and renames in the open comparison what was renamed. */
export async function saveNames(
  tags: readonly TagDraft[],
  relations: readonly NameDraft[],
): Promise<void> {
  const saved = await changeSettings({
    tags: tags.map(({ name, colour, key }) => ({ name: name.trim(), colour, key })),
    relations: relations.map(({ name }) => name.trim()),
  });
  const { comparison } = session();
  if (!saved || !comparison) return;
  const renames = { tags: renamesOf(tags), relations: renamesOf(relations) };
  const edit = renameInComparison(comparison, renames, author());
  if (edit) perform(edit);
}
