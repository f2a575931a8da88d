import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the command line asks of the app. */
export interface Arguments {
  readonly workspace: string | null;
  readonly sample: boolean;
  /** Absolute paths. */
  readonly files: readonly string[];
}

/** Reads `[--workspace=DIR] [--sample] [FILE …]`; other switches are Chromium's. Paths are taken from `folder`. */
export function parseArguments(words: readonly string[], folder: string): Arguments {
  const files = words
    .filter((word) => !word.startsWith('-'))
    .map((word) => fromFileUrl(word) ?? resolve(folder, word));
  const workspace = words
    .findLast((word) => word.startsWith('--workspace='))
    ?.slice('--workspace='.length);
  return {
    workspace: workspace ? resolve(folder, workspace) : null,
    sample: words.includes('--sample'),
    files,
  };
}

/** The path that a `file:` address names, as some of Linux' file managers pass one; null for anything else. */
function fromFileUrl(word: string): string | null {
  try {
    return word.startsWith('file://') ? fileURLToPath(word) : null;
  } catch {
    return null;
  }
}
