import type { Span } from './quote-selector';

/** A full stop after one of these never ends a sentence: a name, a number or a list follows. */
const LEADS_ON = new Set(
  (
    'mr mrs ms mx dr prof gen col lt sgt cpl pvt capt cmdr maj adm sen rep reps sens gov govs rev hon pres amb ' +
    'messrs mme mlle sir st ft mt supt det insp fr sr st v vs e.g i.e cf viz ca approx pp fig eq vol ed eds art sec'
  ).split(' '),
);

/** After one of these a full stop ends a sentence only where a word follows that commonly starts one. */
const MAY_END = new Set(
  (
    'jr sr esq inc corp co ltd llc plc bros dept univ assn etc al a.m p.m u.s u.k u.n e.u d.c u.s.a u.s.s.r ' +
    'ph.d m.d b.a m.a b.c a.d jan feb mar apr jun jul aug sep sept oct nov dec tue tues thu thur thurs ' +
    'ave blvd rd r.i n.y n.j n.h n.c s.c n.d s.d n.m l.a ala ariz ark calif colo conn del fla ga ill ' +
    'ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex vt va wash wis wyo g.o.p'
  ).split(' '),
);

/** Those that are written small; the others are words of their own then ("She felt ill."). */
const SMALL = new Set(['a.m', 'p.m', 'etc', 'al', 'co', 'inc', 'u.s']);

const STARTERS = new Set(
  (
    'a about after all also although american an and another any as asked at both but by can critics despite ' +
    'during each even every for from he her here his how however i if in instead is it its last later like many ' +
    'meanwhile more most mr mrs ms my no not now officials on once one only other our people police president so ' +
    'some still such that the their then there these they this those though through to together two under until we what ' +
    'when where which while who why with you your'
  ).split(' '),
);

const CLOSERS = '"”’\'»›)]}」』】';
const OPENERS = '"“‘\'«‹([{„‚「『【¿¡—–-•*';
const WIDE_STOPS = '。！？｡';

/** What String.trim() takes away. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    [0x2028, 0x2029, 0x202f, 0x205f].includes(code)
  );
}

/**
 * The sentences of one line of text, white space at their ends left out: a stop (.!?… and 。！？), closing marks after
 * it, white space, and something that can start a sentence; titles, initials and short forms do not end one.
 */
export function sentencesIn(text: string, line: Span): readonly Span[] {
  const spans: Span[] = [];
  let start = line.start;
  while (start < line.end && isSpace(text.charCodeAt(start))) start++;
  const close = (end: number) => {
    let last = end;
    while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
    if (last > start) spans.push({ start, end: last });
    start = end;
    while (start < line.end && isSpace(text.charCodeAt(start))) start++;
  };
  for (let at = line.start; at < line.end; at++) {
    const code = text.charCodeAt(at);
    const wide = code >= 0x3000 && WIDE_STOPS.includes(text.charAt(at));
    if (!wide && code !== 46 && code !== 33 && code !== 63 && code !== 0x2026) continue;
    let end = at + 1;
    while (end < line.end && '.!?…。！？｡'.includes(text.charAt(end))) end++;
    while (isSpacedStop(text, end, line.end)) end += 2;
    const single = code === 46 && end === at + 1;
    while (end < line.end && CLOSERS.includes(text.charAt(end))) end++;
    if (onlyClosersFollow(text, end, line.end)) end = line.end;
    if (wide || end === line.end) close(end);
    else if (isSpace(text.charCodeAt(end)) && ends(text, line, start, at, end, single)) close(end);
    at = end - 1;
  }
  close(line.end);
  return spans;
}

/** Whether white space and a full stop follow, as in ". . .", and nothing is written to the stop's right. */
function isSpacedStop(text: string, at: number, limit: number): boolean {
  if (at + 1 >= limit || text.charCodeAt(at + 1) !== 46 || !isSpace(text.charCodeAt(at)))
    return false;
  return (
    at + 2 >= limit || isSpace(text.charCodeAt(at + 2)) || CLOSERS.includes(text.charAt(at + 2))
  );
}

/** Whether the line holds nothing more than white space and closing marks, which belong to the sentence before. */
function onlyClosersFollow(text: string, from: number, limit: number): boolean {
  let at = from;
  while (at < limit && (isSpace(text.charCodeAt(at)) || CLOSERS.includes(text.charAt(at)))) at++;
  return at === limit;
}

/** Whether the stop at `at`, which with its closing marks reaches to `end`, ends the sentence begun at `start`. */
function ends(
  text: string,
  line: Span,
  start: number,
  at: number,
  end: number,
  single: boolean,
): boolean {
  let next = end;
  while (next < line.end && isSpace(text.charCodeAt(next))) next++;
  if (next === line.end) return true;
  while (next < line.end && OPENERS.includes(text.charAt(next))) next++;
  const following = wordFrom(text, next, line.end);
  const first = following.charAt(0);
  if (first !== '' && first === first.toLowerCase() && first !== first.toUpperCase()) return false;
  if (!single || end > at + 1) return true;

  const before = wordBefore(text, start, at);
  const word = before.toLowerCase();
  if (word === '') return true;
  if (LEADS_ON.has(word)) return false;
  if (word === 'no' || word === 'nos' || word === 'op') return !/^\d/.test(following);
  const starter = STARTERS.has(following.toLowerCase());
  if (MAY_END.has(word) && (before !== word || SMALL.has(word))) return starter;
  // An initial, or initials with full stops between them; the pronoun ends a sentence.
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(before)) return before === 'I' && starter;
  // The number of an item in a list.
  if (/^\d{1,3}$/.test(word) && at - word.length <= start) return false;
  return true;
}

/** The word that ends at `at`, with full stops inside it; '' where none ends there. At most 12 code units. */
function wordBefore(text: string, start: number, at: number): string {
  let from = at;
  while (from > start && at - from < 13 && /[\p{L}\p{N}.]/u.test(text.charAt(from - 1))) from--;
  return at - from > 12 ? '' : text.slice(from, at);
}

function wordFrom(text: string, at: number, limit: number): string {
  let end = at;
  while (end < limit && end - at < 16 && /[\p{L}\p{N}]/u.test(text.charAt(end))) end++;
  return text.slice(at, end);
}
