import type { Span } from '../../text/quote-selector';

/** A dateline is looked for in this many UTF-16 code units. */
const LONGEST = 90;

const PLACE = "\\p{Lu}[\\p{Lu}\\p{M}.'’/-]+(?: \\p{Lu}[\\p{Lu}\\p{M}.'’/-]*){0,3}";
const REGION = ', \\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*)?';
const DAY = ',? (?:on )?\\p{Lu}\\p{L}{2,8}\\.? \\d{1,2}';
const AGENCY = ' ?[(/]\\p{Lu}[\\p{L} .]{1,24}[)/]';
const DASH = '\\s{0,2}(?:[—–―]|(?<=\\s)--?)\\s{1,2}';

/** A place in capitals; or any place or day, where an agency follows. */
const DATELINE = new RegExp(
  `^(?:${PLACE}(?:${REGION})?(?:${DAY})?(?:${AGENCY})?|\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,2}(?:${REGION})?(?:${DAY}|,? \\d{1,2})?${AGENCY})${DASH}(?=["“‘'«„]?[\\p{Lu}\\p{N}])`,
  'u',
);

/**
 * Where the text of a sentence begins after its dateline ("KYIV, Ukraine (AP) — "), as an offset into `text` in UTF-16
 * code units; the sentence's own start when it has none.
 */
export function datelineEnd(text: string, sentence: Span): number {
  const first = text.charCodeAt(sentence.start);
  // Most sentences do not begin with a capital and one more, or a place and an agency.
  if (first >= 97 && first <= 122) return sentence.start;
  const head = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST));
  const found = DATELINE.exec(head);
  return sentence.start + (found?.[0].length ?? 0);
}
