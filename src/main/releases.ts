import { failure, success, type Result } from '../core/result';
import { z } from '../core/zod';

/** A release as GitHub announces it, and where a person finds it. */
export interface Release {
  readonly version: string;
  readonly page: string;
}

/** The owner and name of a repository, in its address. */
const REPOSITORY = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/;
const VERSION = /^v?(\d+)\.(\d+)\.(\d+)$/;

const releaseSchema = z.object({ tag_name: z.string().max(50) });

/** Where the newest release of the app with that home page is announced; null when it does not say where it comes from. */
export function announcedAt(homepage: unknown): string | null {
  const repository = REPOSITORY.exec(typeof homepage === 'string' ? homepage : '')?.[1];
  return repository ? `https://api.github.com/repos/${repository}/releases/latest` : null;
}

/** The announced release when it is newer than `version`, or null; a failure when the announcement makes no sense. */
export function newerRelease(
  version: string,
  homepage: string,
  announcement: unknown,
): Result<Release | null> {
  const read = releaseSchema.safeParse(announcement);
  const [own, newest] = [numbersOf(version), numbersOf(read.data?.tag_name ?? '')];
  if (!own || !newest) return failure('GitHub’s answer does not name a version.');
  const at = newest.findIndex((number, index) => number !== own[index]);
  if (at === -1 || (newest[at] ?? 0) < (own[at] ?? 0)) return success(null);
  // The page is worked out here: what an answer says is opened nowhere.
  const repository = REPOSITORY.exec(homepage)?.[1];
  const tag = read.data?.tag_name ?? '';
  return success({
    version: newest.join('.'),
    page: `https://github.com/${repository}/releases/tag/${tag}`,
  });
}

function numbersOf(version: string): readonly number[] | null {
  const match = VERSION.exec(version);
  return match && match.slice(1).map(Number);
}
