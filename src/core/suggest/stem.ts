/**
 * The stem of a lower-case English word (Porter, "An algorithm for suffix stripping", 1980, after a table of irregular
 * forms); words of other letters come back as they are.
 */
export function stem(word: string): string {
  const regular = IRREGULAR.get(word) ?? word;
  return regular.length > 2 && /^[a-z]+$/.test(regular) ? porter(regular) : regular;
}

const IRREGULAR = new Map(
  (
    'be:am,is,are,was,were,been,being have:has,had do:does,did,done go:goes,went,gone say:said make:made take:took,taken ' +
    'give:gave,given come:came see:saw,seen know:knew,known tell:told get:got,gotten think:thought find:found feel:felt ' +
    'leave:left keep:kept hold:held bring:brought begin:began,begun write:wrote,written stand:stood hear:heard mean:meant ' +
    'meet:met run:ran pay:paid sit:sat speak:spoke,spoken lead:led grow:grew,grown lose:lost fall:fell,fallen send:sent ' +
    'build:built draw:drew,drawn break:broke,broken spend:spent rise:rose,risen drive:drove,driven buy:bought wear:wore,worn ' +
    'choose:chose,chosen win:won fight:fought catch:caught shoot:shot die:died,dies,dying,dead,death,deaths ' +
    'strike:struck,stricken fly:flew,flown throw:threw,thrown withdraw:withdrew,withdrawn become:became seek:sought ' +
    'swear:swore,sworn hide:hid,hidden steal:stole,stolen sell:sold teach:taught sink:sank,sunk shake:shook,shaken ' +
    'forget:forgot,forgotten forgive:forgave,forgiven freeze:froze,frozen undergo:underwent,undergone overcome:overcame ' +
    'man:men woman:women child:children foot:feet tooth:teeth person:persons,people wife:wives life:lives leaf:leaves ' +
    'half:halves self:selves crisis:crises analysis:analyses good:better,best bad:worse,worst many:more,most few:fewer,fewest'
  )
    .split(' ')
    .flatMap((entry) => {
      const [base = '', forms = ''] = entry.split(':');
      return forms.split(',').map((form): [string, string] => [form, base]);
    }),
);

const C = '[^aeiou][^aeiouy]*';
const V = '[aeiouy][aeiou]*';
const MEASURE_1 = new RegExp(`^(${C})?${V}${C}`);
const MEASURE_IS_1 = new RegExp(`^(${C})?${V}${C}(${V})?$`);
const MEASURE_2 = new RegExp(`^(${C})?${V}${C}${V}${C}`);
const HAS_VOWEL = new RegExp(`^(${C})?[aeiouy]`);
const CVC = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`);

/** Suffixes with what they become, by their last letter; the longest first. */
type Suffixes = ReadonlyMap<string, readonly (readonly [suffix: string, by: string])[]>;

const STEP_2 = suffixes(
  'ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize ' +
    'ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log',
);
const STEP_3 = suffixes('icate:ic ative: alize:al iciti:ic ical:ic ful: ness:');
const STEP_4 = suffixes(
  'al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ou: ism: ate: iti: ous: ive: ize:',
);

function suffixes(table: string): Suffixes {
  const pairs = table.split(' ').map((entry): readonly [string, string] => {
    const [suffix = '', by = ''] = entry.split(':');
    return [suffix, by];
  });
  pairs.sort(([a], [b]) => b.length - a.length);
  const found = new Map<string, (readonly [string, string])[]>();
  for (const pair of pairs) {
    const last = pair[0].slice(-1);
    found.set(last, [...(found.get(last) ?? []), pair]);
  }
  return found;
}

/** The longest suffix a word ends in, something being left before it. */
function suffixOf(word: string, table: Suffixes): readonly [string, string] | undefined {
  return table
    .get(word.slice(-1))
    ?.find(([suffix]) => word.length > suffix.length && word.endsWith(suffix));
}

function porter(word: string): string {
  let w = word;
  if (w.endsWith('sses') || w.endsWith('ies')) w = w.slice(0, -2);
  else if (w.endsWith('s') && !w.endsWith('ss')) w = w.slice(0, -1);

  if (w.endsWith('eed')) {
    if (MEASURE_1.test(w.slice(0, -3))) w = w.slice(0, -1);
  } else {
    const cut = w.endsWith('ed') ? 2 : w.endsWith('ing') ? 3 : 0;
    const base = w.slice(0, -cut);
    if (cut > 0 && base !== '' && HAS_VOWEL.test(base)) {
      w = base;
      if (/(?:at|bl|iz)$/.test(w)) w += 'e';
      else if (/([^aeiouylsz])\1$/.test(w)) w = w.slice(0, -1);
      else if (CVC.test(w)) w += 'e';
    }
  }
  if (w.endsWith('y') && HAS_VOWEL.test(w.slice(0, -1))) w = `${w.slice(0, -1)}i`;

  w = replaced(w, STEP_2);
  w = replaced(w, STEP_3);
  const cut = suffixOf(w, STEP_4)?.[0].length ?? (/.[st]ion$/.test(w) ? 3 : 0);
  if (cut > 0 && MEASURE_2.test(w.slice(0, -cut))) w = w.slice(0, -cut);
  if (w.endsWith('e')) {
    const base = w.slice(0, -1);
    if (MEASURE_2.test(base) || (MEASURE_IS_1.test(base) && !CVC.test(base))) w = base;
  }
  if (w.endsWith('ll') && MEASURE_2.test(w)) w = w.slice(0, -1);
  return w;
}

function replaced(word: string, table: Suffixes): string {
  const found = suffixOf(word, table);
  if (!found) return word;
  const base = word.slice(0, -found[0].length);
  return MEASURE_1.test(base) ? base + found[1] : word;
}
