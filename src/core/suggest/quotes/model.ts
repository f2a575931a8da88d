import data from '../models/quotes.json';

/** A table of weights for hashed features. */
export interface Linear {
  readonly bits: number;
  /** Of each place, `scale` times its weight. */
  readonly weights: Int8Array;
  readonly scale: number;
}

/** The learnt parts of the quote finder, by the decision they make. */
export interface QuoteModels {
  readonly cue: Linear;
  readonly start: Linear;
  readonly end: Linear;
  readonly speaker: Linear;
  readonly speakerEnd: Linear;
  readonly whole: Linear;
  readonly alone: Linear;
}
export const PARTS = ['cue', 'start', 'end', 'speaker', 'speakerEnd', 'whole', 'alone'] as const;
export type Part = (typeof PARTS)[number];

/**
 * A table as it is stored, in base 64: for each weight that is not 0 the gap of zeros before it (LONG_GAP: so many, and
 * the gap goes on) and the weight as a signed byte, `scale` times its value.
 */
export interface StoredLinear {
  readonly bits: number;
  readonly scale: number;
  readonly bytes: string;
}
export const LONG_GAP = 255;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function bytesOf(base64: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < DIGITS.length; i++) values[DIGITS.charCodeAt(i)] = i;
  const bytes = new Uint8Array((base64.length * 3) >> 2);
  let held = 0;
  for (let i = 0, count = 0, bits = 0; count < bytes.length; i++) {
    held = ((held << 6) | (values[base64.charCodeAt(i)] as number)) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[count++] = held >> bits;
  }
  return bytes;
}

/** Reads a stored table. */
export function readLinear({ bits, scale, bytes }: StoredLinear): Linear {
  const weights = new Int8Array(2 ** bits);
  const read = bytesOf(bytes);
  let at = -1;
  for (let i = 0; i < read.length; i++) {
    const gap = read[i] as number;
    at += gap;
    if (gap === LONG_GAP) continue;
    at++;
    weights[at] = read[++i] as number;
  }
  return { bits, scale, weights };
}

let models: QuoteModels | undefined;

/** The models as trained by bench/train/quotes.ts, read on first use. */
export function quoteModels(): QuoteModels {
  models ??= Object.fromEntries(
    PARTS.map((part) => [part, readLinear(data[part] as StoredLinear)]),
  ) as unknown as QuoteModels;
  return models;
}
