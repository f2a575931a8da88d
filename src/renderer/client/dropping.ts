import { takeReading } from './making';
import { createComparison, importDropped, startNewComparison, tell } from './navigation';
import { update } from './session';
import { bytesOf, readFiles, TOO_MANY, wholeOf } from './readings';

/** Takes dropped files: a Diptych JSON file, or two articles; what may be left out of them is looked at first. */
export async function openDropped(files: readonly File[]): Promise<void> {
  const [first, second] = files;
  if (!first) return;
  if (files.length > 2) return tell(TOO_MANY);
  if (first.name.toLowerCase().endsWith('.json')) {
    const bytes = await bytesOf(first);
    return bytes.ok ? importDropped(first.name, bytes.value) : tell(bytes.problem);
  }
  if (!second)
    return tell(
      'Drop two article files together, or choose New comparison to add them one by one.',
    );
  const readings = await readFiles([first, second]);
  const [left, right] = readings ?? [];
  if (!left || !right) return;
  if (left.plain && right.plain) {
    await createComparison({ title: '', left: wholeOf(left), right: wholeOf(right) });
    return;
  }
  await startNewComparison();
  // Both articles are new: what was typed about others is not about them.
  update({ making: null });
  takeReading('left', left);
  takeReading('right', right);
}
