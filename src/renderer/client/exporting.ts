import type { AllExported, ExportChoice, Progress } from '../../ipc/contract';
import { leave, tell } from './navigation';
import { session, update } from './session';
import { count } from './words';

/** Asks how to export a comparison, or with null the whole workspace. */
export function offerExport(id: string | null): void {
  update({ dialog: 'export', exporting: { id, progress: null } });
}

/** Exports what the dialog is about, after asking where to. */
export async function exportAs(choice: ExportChoice): Promise<void> {
  const { exporting } = session();
  if (!exporting || !(await leave())) return update({ dialog: null });
  if (exporting.id === null) return exportEverything(choice);
  update({ dialog: null });
  const exported = await window.diptych.exportComparison(exporting.id, choice);
  if (!exported.ok) tell(exported.problem);
  else if (exported.value !== null) say(`Exported to ${exported.value}.`);
}

async function exportEverything(choice: ExportChoice): Promise<void> {
  const exported = await window.diptych.exportAll(choice);
  if (isExportingAll()) update({ dialog: null });
  if (!exported.ok) tell(exported.problem);
  else if (exported.value !== null) tellAll(exported.value);
}

function tellAll({ folder, count: written, problems }: AllExported): void {
  const done = `${count(written, 'comparison')} exported to ${folder}.`;
  const [first] = problems;
  if (first === undefined) say(done);
  else tell(`${done} ${count(problems.length, 'comparison')} could not be read. ${first}`);
}

/** Takes note of how far the export of everything is. Who closed its dialog wants no more of it: nothing of it stays then. */
export function noteProgress(progress: Progress): void {
  if (isExportingAll()) update({ exporting: { id: null, progress } });
  else void window.diptych.cancelExport();
}

/** Whether the dialog about everything is open. */
function isExportingAll(): boolean {
  const { dialog, exporting } = session();
  return dialog === 'export' && exporting?.id === null;
}

/** Prints the open comparison, after asking how. */
export async function printComparison(): Promise<void> {
  const { comparison } = session();
  if (!comparison || !(await leave())) return;
  const printed = await window.diptych.print(comparison.id);
  if (!printed.ok) tell(printed.problem);
}

/** Saves the open comparison as a PDF, after asking where to. */
export async function exportAsPdf(): Promise<void> {
  const { comparison } = session();
  if (!comparison || !(await leave())) return;
  const saved = await window.diptych.savePdf(comparison.id);
  if (!saved.ok) tell(saved.problem);
  else if (saved.value !== null) say(`Saved as ${saved.value}.`);
}

function say(text: string): void {
  update({ notice: { tone: 'info', text } });
}
