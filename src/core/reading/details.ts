import { daySchema } from '../model/fields';

const LONGEST_LINE = 2_000;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What a file says in one field, as one line of text; '' for anything else. */
export function lineOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_LINE);
}

/** The calendar day `YYYY-MM-DD` that a date in a file names in its own time zone; '' when it names none for sure. */
export function dayOf(value: unknown): string {
  const text = lineOf(value);
  const [, year, month, day] =
    /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})(?!\d{1,5}$)/.exec(text) ?? dayWritten(text);
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return daySchema.safeParse(written).success ? written : '';
}

/** "14 July 2024", "Sun, 14 Jul 2024", "July 14th, 2024", "14.7.2024": the whole, then year, month and day. */
function dayWritten(text: string): readonly (string | undefined)[] {
  const numeric = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(text);
  if (numeric) return [text, numeric[3], numeric[2], numeric[1]];
  const british = /\b(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?(\p{L}{3,9})\.?,? (\d{4})\b/u.exec(text);
  if (british) return [text, british[3], monthOf(british[2]), british[1]];
  const american = /\b(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/u.exec(text);
  return american ? [text, american[3], monthOf(american[1]), american[2]] : [];
}

const MONTH_NAME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

function monthOf(name = ''): string {
  return MONTH_NAME.test(name) ? String(1 + MONTHS.indexOf(name.slice(0, 3).toLowerCase())) : '';
}

/** A language tag such as `en` or `pt-BR`; '' when a file's field is none. */
export function languageOf(value: unknown): string {
  const tag = lineOf(value).split(/[,;]/)[0]?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : '';
}

/** A web address; '' when a file's field is none. */
export function webAddressOf(value: unknown): string {
  const text = lineOf(value);
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) ? text : '';
}

/** A byline's names without "By". */
export function namesOf(value: unknown): string {
  return lineOf(value).replace(/^(?:by|von|par|por|di|автор:?)\s+(?=\p{L})/iu, '');
}
