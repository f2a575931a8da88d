import type { Command } from './command';
import { exportCommand } from './export';
import { importCommand } from './import';
import { listCommand } from './list';
import { suggestCommand } from './suggest';
import { validateCommand } from './validate';

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [
  importCommand,
  listCommand,
  exportCommand,
  validateCommand,
  suggestCommand,
];
