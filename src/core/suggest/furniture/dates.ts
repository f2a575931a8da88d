/** Words of which a date, a time or a line of weather is made, in the languages the rules know. */
const DATE_WORDS = new Set(
  // Days and months.
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar jänner februar märz mai juni juli ' +
    'oktober dezember lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août ' +
    'septembre octobre novembre décembre lunes martes miércoles jueves viernes sábado domingo enero febrero marzo ' +
    'abril mayo junio julio agosto septiembre octubre noviembre diciembre ' +
    'понедельник вторник среда четверг пятница суббота воскресенье января февраля марта апреля мая июня июля августа ' +
    'сентября октября ноября декабря понеділок вівторок середа п’ятниця субота неділя січня лютого березня квітня ' +
    'травня червня липня серпня вересня жовтня листопада грудня ' +
    // What stands beside them.
    'updated published posted modified created date last first at on and ago hour hours hr hrs minute minutes min mins ' +
    'day days week weeks read am pm a.m p.m a.m. p.m. noon et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest msk ' +
    'stand aktualisiert veröffentlicht uhr um am vor stunden minuten publié mis à jour le à h il y a heures ' +
    'publicado actualizado el a las de del hace horas ' +
    'опубликовано обновлено в г года час часов минут назад опубліковано оновлено о року годин хвилин тому'
  ).split(' '),
);

const PART = /[\p{L}\p{M}’'.]+|\d+/gu;
/** A line with more parts than this is no date. */
const MOST_PARTS = 16;
const ORDINAL = /^(?:st|nd|rd|th|er)$/i;

/** Whether a line is nothing but a date, a time, how long ago it was, or a temperature. */
export function isDateLine(line: string): boolean {
  if (/^[-−–+]?\d{1,3}(?:[.,]\d)? ?°? ?[CF]$/.test(line)) return true;
  // A sentence may be a day and a full stop.
  if (!/\d/.test(line) || (line.endsWith('.') && !/[ap]\.m\.$/i.test(line))) return false;
  const parts = line.match(PART) ?? [];
  if (parts.length > MOST_PARTS) return false;
  let words = 0;
  for (const part of parts) {
    if (!/\p{L}/u.test(part)) continue;
    const word = part.toLowerCase();
    if (!DATE_WORDS.has(word) && !DATE_WORDS.has(word.replace(/\.$/, '')) && !ORDINAL.test(word))
      return false;
    words++;
  }
  return words > 0 || /^\d{1,4}[:./-]\d{1,2}(?:[:./-]\d{1,4})?:?$/.test(line);
}
