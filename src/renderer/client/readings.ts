import { textOf, type Reading } from '../../core/reading/reading';
import type { Result } from '../../core/result';
import type { ArticleDraft } from '../../ipc/contract';
import { tell } from './navigation';
import { session, update } from './session';

/** The content of a dropped file. */
export async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

/** Has something read, shown as `what`, with a way to stop it; null when it was stopped or, with the reason shown, failed. */
export async function read<T>(what: string, ask: () => Promise<Result<T>>): Promise<T | null> {
  const reading = { what };
  update({ readings: [...session().readings, reading] });
  const answer = await ask();
  const { readings } = session();
  // What was stopped is there no more.
  if (!readings.includes(reading)) return null;
  update({ readings: readings.filter((each) => each !== reading) });
  if (answer.ok) return answer.value;
  tell(answer.problem);
  return null;
}

/** Reads dropped article files, one after the other; null when one of them could not be read. */
export function readFiles(files: readonly File[]): Promise<readonly Reading[] | null> {
  const names = files.map(({ name }) => `“${name}”`).join(' and ');
  return read(names, async () => {
    const readings: Reading[] = [];
    for (const file of files) {
      const reading = await window.diptych.readArticle(file.name, await bytesOf(file));
      if (!reading.ok) return reading;
      readings.push(reading.value);
    }
    return { ok: true, value: readings };
  });
}

/** Ends all that is being read. */
export function stopReading(): void {
  update({ readings: [] });
  void window.diptych.stopReading();
}

/** A reading as an article with all its blocks. */
export function wholeOf({ details, blocks }: Reading): ArticleDraft {
  return {
    ...details,
    text: textOf(
      blocks,
      blocks.map(() => true),
    ),
  };
}
