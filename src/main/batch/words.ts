import type { BatchReport } from './import-pairs';

/** What came of a batch, in a line: "3 comparisons made, 1 was there already, 2 failed." */
export function reportLine({ made, skipped, failed, cancelled }: BatchReport): string {
  const parts = [`${count(made, 'comparison')} made`];
  if (skipped > 0)
    parts.push(`${skipped.toLocaleString('en')} ${skipped === 1 ? 'was' : 'were'} there already`);
  if (failed.length > 0) parts.push(`${failed.length.toLocaleString('en')} failed`);
  return `${cancelled ? 'Stopped: ' : ''}${parts.join(', ')}.`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
