import type { Comparison } from '../model/comparison';
import type { ExportedFile, Format, WriteContext } from './format';
import { fileNamer } from './file-names';
import { namesIn } from './names';

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
    const { tags, relations } = namesIn(comparison);
    for (const tag of tags) seen.tags.add(tag);
    for (const relation of relations) seen.relations.add(relation);
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
