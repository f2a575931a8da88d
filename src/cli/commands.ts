import type { Command } from './command';
import { importCommand } from './import';
import { suggestCommand } from './suggest';

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [importCommand, suggestCommand];
