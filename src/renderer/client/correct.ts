import { correctText, planCorrection } from '../../core/edit/build-text-edit';
import { MAX_TEXT_LENGTH } from '../../core/model/article';
import type { Side } from '../../core/model/fields';
import { textOf } from '../../core/reading/reading';
import { normaliseText } from '../../core/text/normalise';
import type { Correcting } from './correct-state';
import { perform } from './edits';
import { focusArticle } from './focus';
import { readChosen, wholeOf } from './readings';
import { session, update, type Session } from './session';
import { showUnplaced } from './unplaced';
import { count } from './words';

/** Texts that were being corrected when their screen was left, by comparison and side. */
const drafts = new Map<string, string>();

function draftKey(state: Session, side: Side): string {
  return `${state.comparison?.id ?? ''} ${side}`;
}

/** Whether a correction was begun in this window and neither applied nor discarded. */
export function isCorrectionBegun(): boolean {
  return drafts.size > 0;
}

/** Shows the text of the article worked in to be corrected, as it was left when it was left unfinished. */
export function startCorrecting(state: Session): void {
  const { comparison, side } = state;
  if (!comparison) return;
  const text = drafts.get(draftKey(state, side)) ?? comparison[side].text;
  const at = Math.min(state.cursors[side].at, text.length);
  update({
    screen: 'correct',
    dialog: null,
    notice: null,
    correcting: { side, text, at, problem: null, plan: null },
  });
}

function change(part: Partial<Correcting>): void {
  const { correcting } = session();
  if (correcting) update({ correcting: { ...correcting, ...part } });
}

/** Takes the text as it is typed. It is kept when the screen is left, until it is put in place or discarded. */
export function typeCorrection(text: string): void {
  const state = session();
  if (!state.correcting) return;
  const key = draftKey(state, state.correcting.side);
  if (text === state.comparison?.[state.correcting.side].text) drafts.delete(key);
  else drafts.set(key, text);
  change({ text, problem: null, plan: null });
}

/** Takes the text of a file that the user chooses, in place of what is there; of a page, only the article. */
export async function loadCorrection(): Promise<void> {
  const { correcting, comparison } = session();
  if (!correcting || !comparison) return;
  const { side } = correcting;
  const reading = await readChosen(side);
  const now = session();
  // Meanwhile another text may be corrected, or none.
  const isStill = now.correcting?.side === side && now.comparison?.id === comparison.id;
  if (reading && isStill)
    typeCorrection(reading.plain ? wholeOf(reading).text : textOf(reading.blocks));
}

/** Shows what the correction does before it is made. */
export function previewCorrection(): void {
  const { comparison, correcting } = session();
  if (!comparison || !correcting) return;
  const text = normaliseText(correcting.text);
  const problem = problemOf(text, comparison[correcting.side].text);
  change({ problem, plan: problem ? null : planCorrection(comparison, correcting.side, text) });
}

function problemOf(text: string, before: string): string | null {
  if (text.trim() === '') return 'An article needs a text. Paste it, or choose a file.';
  if (text.length > MAX_TEXT_LENGTH)
    return `The text is longer than ${MAX_TEXT_LENGTH / 1_000_000} million characters. Cut it into parts.`;
  return text === before ? 'Nothing is changed yet.' : null;
}

/** Goes back from what the correction does to its text. */
export function editCorrection(): void {
  change({ plan: null });
}

/** Goes back to the articles; what was typed is kept for next time. */
export function leaveCorrection(): void {
  const { correcting, comparison } = session();
  const isKept = correcting && comparison && correcting.text !== comparison[correcting.side].text;
  update({
    screen: 'workspace',
    correcting: null,
    notice: isKept
      ? {
          tone: 'info',
          text: 'Your correction is not made yet. It is kept here until you close this window: choose Correct Text to go on.',
        }
      : null,
  });
  if (correcting) requestAnimationFrame(() => focusArticle(correcting.side));
}

/** Goes back to the articles and forgets what was typed. */
export function discardCorrection(): void {
  const state = session();
  if (state.correcting) typeCorrection(state.comparison?.[state.correcting.side].text ?? '');
  leaveCorrection();
}

/** Puts the corrected text in place, as one edit, and shows what has no sure place in it. */
export async function makeCorrection(): Promise<void> {
  const plan = session().correcting?.plan;
  if (!plan) return;
  const edit = correctText(plan, await sha256(plan.text));
  const { correcting, comparison } = session();
  // Meanwhile it may have been made, by a second press, or left.
  if (correcting?.plan !== plan) return;
  // An edit of what was there before the plan was made would not fit.
  if (plan.comparison !== comparison) return previewCorrection();
  if (!perform(edit)) return;
  typeCorrection(plan.text);
  leaveCorrection();
  const waiting = plan.outcomes.filter(({ anchored }) => anchored.kind !== 'placed').length;
  if (waiting === 0) return;
  // The articles find their place again first.
  requestAnimationFrame(() => requestAnimationFrame(showUnplaced));
  const text = `${count(waiting, 'annotation')} ${waiting === 1 ? 'has' : 'have'} no sure place in the corrected text.`;
  update({ notice: { tone: 'info', text } });
}

/** The SHA-256 of a text's UTF-8 form, in lower-case hex. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
