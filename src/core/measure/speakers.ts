import type { Annotation } from '../model/annotation';

/** Who speaks in annotations, each once, the most frequent first; `except` is the id of an annotation left out. */
export function speakersOf(
  annotations: readonly Pick<Annotation, 'id' | 'speaker'>[],
  except?: string,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { id, speaker } of annotations)
    if (speaker !== '' && id !== except) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'))
    .map(([speaker]) => speaker);
}
