import { allRelations, allTags } from '../model/tags';
import type { Comparison } from '../model/comparison';
import type { Settings } from '../model/settings';
import type { ExportedFile, Format, Names, WriteContext } from './format';
import { fileNamer } from './file-names';

/**
 * Writes many comparisons in a format, as they come: pieces of text, each to be appended to the file it names. Pieces of
 * one file come in order; files of their own come whole and once.
 */
export async function* collect(
  format: Format,
  comparisons: AsyncIterable<Comparison>,
  context: WriteContext,
): AsyncGenerator<ExportedFile> {
  if (format.joined === null) {
    const nameFor = fileNamer();
    for await (const comparison of comparisons)
      yield* filesOf(format, comparison, nameFor(comparison.title), context);
    return;
  }
  const seen = { tags: new Set<string>(), relations: new Set<string>() };
  const begun = new Set<string>();
  for (const { name, head } of format.joined) yield { name, text: head };
  for await (const comparison of comparisons) {
    for (const { tag } of comparison.annotations) seen.tags.add(tag);
    for (const { relation } of comparison.links) seen.relations.add(relation);
    for (const { name, item, separator } of format.joined) {
      const text = item(comparison, context);
      if (text === '') continue;
      yield { name, text: begun.has(name) ? separator + text : text };
      begun.add(name);
    }
  }
  for (const { name, tail } of format.joined) yield { name, text: tail(seen, context) };
}

/** The files of one comparison under a name: one file `name.ending`, or several in a folder `name`. */
export function filesOf(
  format: Format,
  comparison: Comparison,
  name: string,
  context: WriteContext,
): readonly ExportedFile[] {
  const files = format.writeOne(comparison, context);
  return files.map((file) => ({
    name: format.ending === null ? `${name}/${file.name}` : `${name}${file.name}`,
    text: file.text,
  }));
}

/** The names a tool is to offer for a comparison: those of the workspace, then those only the comparison uses. */
export function namesOf(
  comparison: Pick<Comparison, 'annotations' | 'links'>,
  settings: Pick<Settings, 'tags' | 'relations'>,
): Names {
  return {
    tags: new Set(allTags(settings, comparison).map(({ name }) => name)),
    relations: new Set(allRelations(settings, comparison)),
  };
}
