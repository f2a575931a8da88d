import { NO_DETAILS, type ArticleDetails } from '../../core/model/article';
import { SIDES, type Side } from '../../core/model/fields';
import { proposalOf, textOf, type Reading } from '../../core/reading/reading';
import type { ArticleDraft } from '../../ipc/contract';
import type { Action } from './action';
import { focusText } from './focus';
import { NOTHING_MADE, type ArticleInMaking, type Making } from './making-state';
import { createComparison, tell } from './navigation';
import { read, readChosen, readFiles, stopReading, TOO_MANY } from './readings';
import { session, update, type Session } from './session';

/** The articles being read for this screen: whether they arrive. */
const underway = new Set<Promise<boolean>>();

/** An action that brings in articles, so that making the comparison waits for them; `bring` says whether they arrived. */
function arriving<A extends readonly unknown[]>(
  bring: (...args: A) => Promise<boolean>,
): (...args: A) => Promise<void> {
  return async (...args) => {
    const brought = bring(...args);
    underway.add(brought);
    await brought.finally(() => underway.delete(brought));
  };
}

/** The comparison in the making. */
export function making(): Making {
  return session().making ?? NOTHING_MADE;
}

/** Changes one article in the making. */
export function changeArticle(side: Side, part: Partial<ArticleInMaking>): void {
  const before = making();
  update({ making: { ...before, [side]: { ...before[side], ...part } }, missing: null });
}

/** The text of an article in the making. */
export function textInMaking({ text, source }: ArticleInMaking): string {
  return source ? textOf(source.reading.blocks, source.kept) : text;
}

/** Whether an article in the making has any text. */
export function hasText({ text, source }: ArticleInMaking): boolean {
  return source ? source.kept.includes(true) : text.trim() !== '';
}

/** Takes what was read as the article of one side; what the user typed about it stays. */
export function takeReading(side: Side, reading: Reading): void {
  const before = making()[side];
  const wasRead: ArticleDetails = before.source?.reading.details ?? NO_DETAILS;
  const typed = Object.fromEntries(
    (Object.keys(NO_DETAILS) as (keyof ArticleDetails)[])
      .filter((name) => before[name] !== '' && before[name] !== wasRead[name])
      .map((name) => [name, before[name]]),
  );
  changeArticle(side, {
    ...reading.details,
    ...typed,
    text: '',
    source: {
      count: (before.source?.count ?? 0) + 1,
      reading,
      kept: proposalOf(reading.blocks),
    },
  });
  keepPlace(side);
}

/** The field that had the focus may have become a list, or the list a field: the focus goes over to it. */
function keepPlace(side: Side): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusText(side);
  });
}

/** Keeps these blocks of what was read, by index, and no others. */
export function keepBlocks(side: Side, kept: readonly boolean[]): void {
  const { source } = making()[side];
  if (source) changeArticle(side, { source: { ...source, kept } });
}

/** Makes what is kept a text to type in; what was left out is gone. */
export function editAsText(side: Side): void {
  changeArticle(side, { text: textInMaking(making()[side]), source: null });
  requestAnimationFrame(() => focusText(side));
}

/** Asks for an article's file and reads it. */
export const chooseArticle = arriving(async (side: Side) => {
  const reading = await readChosen(side);
  if (reading) takeReading(side, reading);
  return reading !== null;
});

/** Takes dropped files: two for both sides; one for the side it was dropped on, else for the one without a text. */
export const takeDropped = arriving(async (files: readonly File[], on: Side | null) => {
  if (files.length > 2) tell(TOO_MANY);
  const readings = files.length > 2 ? null : await readFiles(files);
  if (!readings) return false;
  const free = hasText(making().left) ? 'right' : 'left';
  const sides = readings.length > 1 ? SIDES : [on ?? free];
  readings.forEach((reading, index) => takeReading(sides[index] ?? free, reading));
  return true;
});

/** Takes pasted rich text; what has no parts to choose from is pasted as the plain text it also is. */
export const takePasted = arriving(async (side: Side, html: string, plain: string) => {
  const reading = await read('what was pasted', () => window.diptych.readPasted(html));
  if (reading && (reading.blocks.length > 1 || plain.trim() === '')) takeReading(side, reading);
  else if (plain.trim() !== '') changeArticle(side, { text: plain });
  return true;
});

/** Makes the comparison, once all that is being read has arrived, and opens it; says where a text is missing. */
export async function finishMaking(): Promise<void> {
  const arrived = await Promise.all(underway);
  // What did not arrive has said why, and what stands there instead is not what was wanted.
  if (arrived.includes(false) || session().screen !== 'new-comparison') return;
  const { title, left, right } = making();
  const missing = SIDES.find((side) => !hasText(making()[side]));
  if (missing) {
    update({ missing });
    focusText(missing);
  }
  if (missing || busy) return;
  busy = true;
  const draft = { title: title.trim(), left: draftOf(left), right: draftOf(right) };
  if (await createComparison(draft)) update({ making: null });
  busy = false;
}

/** Whether the comparison is being made, so that a second press makes no second one. */
let busy = false;

function draftOf(article: ArticleInMaking): ArticleDraft {
  const { source: _, ...draft } = article;
  return { ...draft, text: textInMaking(article) };
}

const onScreen = ({ screen }: Session) => screen === 'new-comparison';

/** The commands of the screen on which a comparison is made. */
export const MAKING_ACTIONS = {
  chooseLeft: { enabled: onScreen, run: () => chooseArticle('left') },
  chooseRight: { enabled: onScreen, run: () => chooseArticle('right') },
  createComparison: { enabled: onScreen, run: finishMaking },
  stopReading: { enabled: ({ readings }: Session) => readings.length > 0, run: stopReading },
} satisfies Record<string, Action>;
