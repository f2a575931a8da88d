import type { Side } from '../../core/model/fields';
import { MOST_BYTES, TOO_LARGE } from '../../core/reading/limits';
import { textOf, type Reading } from '../../core/reading/reading';
import { failure, success, type Result } from '../../core/result';
import type { ArticleDraft } from '../../ipc/contract';
import { tell } from './navigation';
import { session, update } from './session';

/** The content of a dropped file, or words for why there is none. */
export async function bytesOf(file: File): Promise<Result<Uint8Array>> {
  const refused = (why: string) => failure(`“${file.name}” could not be read: ${why}`);
  if (file.size > MOST_BYTES) return refused(TOO_LARGE);
  try {
    return success(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return refused('it is a folder, or it is no longer there. Drop files.');
  }
}

/** Asks for the article file of one side and reads it; null when there is none, with the reason shown if it failed. */
export async function readChosen(side: Side): Promise<Reading | null> {
  const name = await window.diptych.chooseArticle(side);
  return name === null ? null : read(`“${name}”`, () => window.diptych.readChosen());
}

/** Has something read, shown as `what`, with a way to stop it; null when it was stopped or, with the reason shown, failed. */
export async function read<T>(what: string, ask: () => Promise<Result<T>>): Promise<T | null> {
  const reading = { what };
  update({ readings: [...session().readings, reading] });
  const answer = await ask().catch(({ message }: Error) =>
    failure(`It could not be read: ${message}. Try again.`),
  );
  const { readings } = session();
  // What was stopped is there no more.
  if (!readings.includes(reading)) return null;
  update({ readings: readings.filter((each) => each !== reading) });
  if (answer.ok) return answer.value;
  tell(answer.problem);
  return null;
}

/** Why more files than a comparison has sides are not read. */
export const TOO_MANY = 'Drop two article files at most: one for each side.';

/** Reads dropped article files, one after the other; null when one of them could not be read. */
export function readFiles(files: readonly File[]): Promise<readonly Reading[] | null> {
  const names = files.map(({ name }) => `“${name}”`).join(' and ');
  return read(names, async () => {
    const readings: Reading[] = [];
    for (const file of files) {
      const bytes = await bytesOf(file);
      if (!bytes.ok) return bytes;
      const reading = await window.diptych.readArticle(file.name, bytes.value);
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
