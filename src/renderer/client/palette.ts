import type { Annotation } from '../../core/model/annotation';
import type { OwnTag } from '../../core/model/settings';
import { COMMAND_IDS, commandOf, type Command, type CommandId } from '../../ipc/commands';
import { couldRun, run } from './commands';
import { focusArticle } from './focus';
import { matchWords } from './match-words';
import { showAtOnce } from './paint-first';
import { pickAnnotation } from './picks';
import { session, update, type Session } from './session';
import { tagWith } from './tags';
import { tagLabel } from './words';

export const MENU_NAMES: Readonly<Record<Command['menu'], string>> = {
  file: 'File',
  edit: 'Edit',
  annotate: 'Annotate',
  view: 'View',
  help: 'Help',
};

/** So many annotations are offered at most. */
const MOST_ANNOTATIONS = 50;

/** The commands whose label or menu holds the query's words: those that can run now, then the others. */
export function paletteCommands(query: string, state: Session): readonly CommandId[] {
  const fits = matchWords(query);
  const found = COMMAND_IDS.filter((id) => {
    const { label, menu } = commandOf(id);
    return id !== 'palette' && fits(`${label} ${MENU_NAMES[menu]}`);
  });
  const begins = query.trim().toLowerCase();
  const rank = (id: CommandId) =>
    (couldRun(id, state) ? 0 : 2) + (commandOf(id).label.toLowerCase().startsWith(begins) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** The workspace's own tags whose name, or what tagging with them is called, holds the query's words. */
export function paletteTags(query: string, { settings, screen }: Session): readonly OwnTag[] {
  const fits = matchWords(query);
  if (screen !== 'workspace') return [];
  return settings.tags.filter(({ name }) => fits(`${tagLabel(name)} ${MENU_NAMES.annotate}`));
}

/** The first annotations whose tag, speaker or words hold the query's words; none for an empty query. */
export function paletteAnnotations(
  query: string,
  annotations: readonly Annotation[],
): readonly Annotation[] {
  if (query.trim() === '') return [];
  const fits = matchWords(query);
  const found: Annotation[] = [];
  for (const annotation of annotations) {
    const { tag, side, speaker, exact } = annotation;
    if (fits(`${tag} ${side} ${speaker} ${exact}`)) found.push(annotation);
    if (found.length === MOST_ANNOTATIONS) break;
  }
  return found;
}

/** Closes the palette, gives the focus back to `opener`, and runs what was chosen there. */
export function runFromPalette(id: CommandId, opener: Element | null): void {
  closeTo(opener);
  run(id);
}

/** Closes the palette, gives the focus back to `opener`, and tags what is picked. */
export function tagFromPalette(name: string, opener: Element | null): void {
  closeTo(opener);
  tagWith(name);
}

/** Closes the palette and picks an annotation, in its article. */
export function goToAnnotation({ id, side }: Annotation, opener: Element | null): void {
  closeTo(opener);
  if (session().comparison === null) return;
  pickAnnotation(id);
  focusArticle(side);
}

function closeTo(opener: Element | null): void {
  showAtOnce(() => update({ dialog: null }));
  if (opener instanceof HTMLElement) opener.focus();
}
