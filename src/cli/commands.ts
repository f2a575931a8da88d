import type { Command } from './command';
import { suggestCommand } from './suggest';

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly Command[] = [suggestCommand];
