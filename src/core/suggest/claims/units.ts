import type { Analysis, Sentence } from '../analysis';

/**
 * What a sentence is read as for its score: words and marks in order, each with the class it belongs to. A function
 * word or a mark is its own class; other words are classed by their shape and ending, numbers by their kind.
 */
export interface Unit {
  readonly word: string;
  readonly group: string;
}

const FUNCTION_WORDS = new Set(
  (
    'a about above across after again against all also although am among an and another any anybody anyone anything are around as ' +
    'at away back be because been before being below between both but by can cannot could did do does doing done down during each ' +
    'either else even ever every everybody everyone everything few fewer first for from get gets getting give go goes going gone got ' +
    'had has have having he her here him his how i if in instead into is it its just last least less let like little made make makes ' +
    'making many may maybe me might mine more most much must my myself need never next no nobody none nor not nothing now of off often ' +
    'on once one only or other others ought our ourselves out over own put really right said same say says second shall she should ' +
    'since so some somebody someone something still such take taken than that the their them themselves then there these they thing ' +
    'things third this those though through to today together too took under until up upon use used very want was way we well were ' +
    'what when where whether which while who whom whose why will with within without would yes yet you your yourself yourselves tell ' +
    'think believe know thank mr mrs sir senator president governor percent million billion trillion dollar dollars year years month ' +
    "months week weeks day days half twice times number average per rate don't didn't doesn't won't wouldn't can't couldn't shouldn't " +
    "isn't aren't wasn't weren't haven't hasn't hadn't i'm i've i'll i'd we're we've we'll we'd you're you've you'll you'd they're " +
    "they've they'll they'd he'll he'd she'll she'd it'll"
  ).split(' '),
);

const NUMBER_WORDS = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety ' +
    'hundred thousand dozen hundreds thousands millions billions'
  ).split(' '),
);

const ENDING =
  /(ing|ed|ly|tion|tions|ment|ity|ness|ism|ist|able|ive|ous|ful|less|er|est|al|ies|s)$/;
/** An ending counts when more letters than this stand before it. */
const SHORTEST_BASE = 2;

const known = new Map<string, Unit>();
/** The cache is emptied when it holds this many words; that changes the time taken and nothing else. */
const LIMIT = 100_000;

/** The unit of a folded word, wherever it stands. */
export function unitOf(word: string): Unit {
  let unit = known.get(word);
  if (unit !== undefined) return unit;
  const group = groupOf(word);
  unit = { word: /^#[A-Z]/.test(group) && group !== NUMBER_WORD ? group : word, group };
  if (known.size >= LIMIT) known.clear();
  known.set(word, unit);
  return unit;
}

const NUMBER_WORD = '#W';

function groupOf(word: string): string {
  if (/^\d/.test(word)) {
    if (/^(?:1[5-9]|20)\d\d$/.test(word)) return '#Y';
    if (/^\d+$/.test(word)) return word.length < 3 ? '#S' : word.length < 4 ? '#N' : '#B';
    if (/^\d+\.\d+$/.test(word)) return '#D';
    if (/^\d+s$/.test(word)) return '#T';
    return /^\d+(?:st|nd|rd|th)$/.test(word) ? '#O' : '#X';
  }
  if (FUNCTION_WORDS.has(word)) return word;
  if (NUMBER_WORDS.has(word)) return NUMBER_WORD;
  const ending = ENDING.exec(word)?.[1] ?? '';
  return ending !== '' && word.length > ending.length + SHORTEST_BASE ? `~${ending}` : '~';
}

const alone = (mark: string): Unit => ({ word: mark, group: mark });
const MARKS = new Map<number, Unit>(
  Array.from('$%?!,;:"().').map((mark) => [mark.charCodeAt(0), alone(mark)]),
);
const DASH = alone('--');
const DOTS = alone('...');
const POSSESSIVE = alone("'s");
for (const money of '€£¥') MARKS.set(money.charCodeAt(0), alone('$'));
for (const quote of '“”„«»') MARKS.set(quote.charCodeAt(0), alone('"'));
for (const dash of '–—') MARKS.set(dash.charCodeAt(0), DASH);
MARKS.set(0x2026, DOTS);

/** A capital inside a sentence: a name, or letters that stand for one. */
const NAME_GROUP = '@C';
const LETTERS_GROUP = '@A';

/** Reads a sentence's units in order; `see` is told each, and the group it has where it stands. */
export function readUnits(
  article: Analysis,
  sentence: Sentence,
  see: (unit: Unit, group: string) => void,
): void {
  const { text, tokens, vocabulary } = article;
  let from = sentence.start;
  for (let token = sentence.from; token < sentence.to; token++) {
    const start = tokens.start[token] as number;
    const end = tokens.end[token] as number;
    readMarks(text, from, start, see);
    // Numbers as they are written: their folded form may be a word.
    const unit = unitOf(
      isDigit(text.charCodeAt(start))
        ? text.slice(start, end).toLowerCase().replaceAll(',', '')
        : vocabulary.word(tokens.word[token] as number),
    );
    let group = unit.group;
    if (
      group.charCodeAt(0) === OPEN_SIGN &&
      token > sentence.from &&
      isCapital(text.charCodeAt(start))
    )
      group = end - start > 1 && isCapital(text.charCodeAt(start + 1)) ? LETTERS_GROUP : NAME_GROUP;
    see(unit, group);
    if (endsInPossessive(text, start, end)) see(POSSESSIVE, POSSESSIVE.group);
    from = end;
  }
  readMarks(text, from, sentence.end, see);
}

function readMarks(
  text: string,
  from: number,
  to: number,
  see: (unit: Unit, group: string) => void,
): void {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) continue;
    let unit = MARKS.get(code);
    if (
      code === 45 &&
      (at === from || text.charCodeAt(at - 1) === 32 || text.charCodeAt(at + 1) === 45)
    )
      unit = DASH;
    if (code === 46 && text.charCodeAt(at + 1) === 46) unit = DOTS;
    if (unit === undefined) continue;
    while (at + 1 < to && text.charCodeAt(at + 1) === code) at++;
    see(unit, unit.group);
  }
}

const OPEN_SIGN = '~'.charCodeAt(0);

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function endsInPossessive(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(end - 2);
  return (
    end - start > 2 && (mark === 39 || mark === 0x2019) && (text.charCodeAt(end - 1) | 32) === 115
  );
}
