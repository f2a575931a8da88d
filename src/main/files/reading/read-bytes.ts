import { basename, extname } from 'node:path';
import { MAX_TEXT_LENGTH, NO_DETAILS } from '../../../core/model/article';
import { MOST_BYTES, TOO_LARGE } from '../../../core/reading/limits';
import { blocksOfText } from '../../../core/reading/plain-text';
import { textOf, type Block, type Reading } from '../../../core/reading/reading';
import { failure, success, type Result } from '../../../core/result';
import { guessTitle } from '../../../core/text/guess-title';
import { decodeText } from '../decode';
import { Unreadable, type Found } from './found';
import { KIND_NAMES, kindByName, kindOf, type Kind } from './kind';

/** What is to be read: an article file, or rich text that was pasted. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pasted?: true;
}

/** The readers, each loaded when it is first needed. */
const READERS: Readonly<Record<Kind, (bytes: Uint8Array) => Promise<Found>>> = {
  text: (bytes) => Promise.resolve(readText(bytes)),
  html: async (bytes) => (await import('./html')).readHtml(bytes),
  mhtml: async (bytes) => (await import('./mhtml')).readMhtml(bytes),
  docx: async (bytes) => (await import('./docx')).readDocx(bytes),
  pdf: async (bytes) => (await import('./pdf')).readPdf(bytes),
};

/** Reads an article out of a file's bytes; hostile files may take all time and memory, so this belongs into a worker. */
export async function readBytes({ name, bytes, pasted }: Source): Promise<Result<Reading>> {
  try {
    if (bytes.length > MOST_BYTES) throw new Unreadable(TOO_LARGE);
    const found = pasted
      ? (await import('./html')).readFragment(new TextDecoder().decode(bytes))
      : await readKind(name, bytes);
    return await finished(name, found);
  } catch (error) {
    if (error instanceof Unreadable)
      return failure(`“${name}” could not be read: ${error.message}`);
    const why =
      error instanceof RangeError
        ? 'its parts lie deeper in each other than any article’s'
        : (error as Error).message;
    return failure(`“${name}” could not be read: ${why}. Save it as plain text (.txt) first.`);
  }
}

async function readKind(name: string, bytes: Uint8Array): Promise<Found> {
  const kind = kindOf(name, bytes);
  const named = kindByName(name);
  const found = await READERS[kind](bytes);
  if (named === null || named === kind) return found;
  const warning = `The file’s name says ${KIND_NAMES[named]}, but it is ${KIND_NAMES[kind]} and was read as that.`;
  return { ...found, warnings: [warning, ...found.warnings] };
}

function readText(bytes: Uint8Array): Found {
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new Unreadable(decoded.problem);
  refuseLonger(decoded.value.length);
  return {
    details: { title: guessTitle(decoded.value) },
    blocks: blocksOfText(decoded.value),
    plain: true,
    warnings: [],
  };
}

async function finished(
  name: string,
  { details, blocks, warnings, plain = false }: Found,
): Promise<Result<Reading>> {
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (blocks.every(({ text }) => text.trim() === '')) return failure(`“${name}” holds no text.`);
  refuseLonger(length);
  const text = textOf(proposed(blocks));
  const { languageIn } = await import('./language');
  return success({
    name,
    details: {
      ...NO_DETAILS,
      ...details,
      title: details.title || guessTitle(text) || basename(name, extname(name)),
      language: details.language || languageIn(text),
    },
    blocks: proposed(blocks),
    plain,
    warnings: blocks.some((each) => each.text.includes('\uFFFD')) ? [LOST, ...warnings] : warnings,
  });
}

const LOST = 'Some characters could not be read: they are shown as \uFFFD.';

function refuseLonger(length: number): void {
  if (length > MAX_TEXT_LENGTH)
    throw new Unreadable(
      `it holds more than ${MAX_TEXT_LENGTH / 1_000_000} million characters. Cut it into parts.`,
    );
}

/** A file of which nothing would be left is all article. */
function proposed(blocks: readonly Block[]): readonly Block[] {
  return blocks.some(({ kept }) => kept)
    ? blocks
    : blocks.map((block) => ({ ...block, kept: true, reason: '' }));
}
