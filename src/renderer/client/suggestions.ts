import {
  acceptProposals,
  rejectProposals,
  restoreProposal,
} from '../../core/edit/build-suggestion-edits';
import type { Edit } from '../../core/edit/edit';
import type { Comparison } from '../../core/model/comparison';
import { SIDES, type Side } from '../../core/model/fields';
import { linkProposal, placesOf, proposalsOf, type Proposal } from '../../core/suggest/proposals';
import { NO_SUGGESTIONS, type Suggestions } from '../../core/suggest/suggestions';
import type { Span } from '../../core/text/quote-selector';
import { ask } from '../suggest/engine';
import { recordJump } from './back-forward';
import { author, perform } from './edits';
import { focusArticle, focusSuggestions } from './focus';
import { lastOnly } from './last-only';
import { tell } from './navigation';
import { onceShown, showAtOnce } from './paint-first';
import { pickSpan } from './picks';
import { pickedAnnotation, session, update, type Reveal, type Session } from './session';
import {
  NOTHING_SUGGESTED,
  type Looking,
  type SuggestionFilter,
  type SuggestState,
} from './suggest-state';

/** Texts of more characters together than this are looked through only when asked. */
const UNASKED = 400_000;
/** After this time, in milliseconds, progress is shown. */
const SLOW = 500;

let cancel: (() => void) | null = null;

function change(part: Partial<SuggestState>): void {
  update({ suggest: { ...session().suggest, ...part } });
}

/** Looks for suggestions in the comparison just opened, unless it is very long. */
export function suggestUnasked(): void {
  cancelSuggesting();
  update({ suggest: { ...NOTHING_SUGGESTED, filter: session().suggest.filter } });
  const { comparison } = session();
  if (comparison && comparison.left.text.length + comparison.right.text.length <= UNASKED) look();
}

/** Shows the suggestions, looking for them first where that is not done. */
export function showSuggestions(): void {
  const { suggest } = session();
  const { phase } = suggest.looking;
  // At once: the next key belongs to the list.
  showAtOnce(() => {
    // One change, so that everything is painted once.
    update({ tab: 'suggestions', suggest: { ...suggest, candidates: null } });
    if (phase === 'none' || phase === 'problem') look();
    selectFirst();
  });
  focusWanted = true;
  leadThere();
}

/** Whether the user asked for the list and has not been led to it yet. */
let focusWanted = false;

/** Works on the first suggestion where none is worked on, and leads the user there who asked for it. */
function showFirst(): void {
  if (session().tab !== 'suggestions') return;
  selectFirst();
  requestAnimationFrame(leadThere);
}

function leadThere(): void {
  if (focusWanted) focusSuggestions();
  if (session().suggest.looking.phase !== 'running') focusWanted = false;
}

function look(): void {
  const { comparison } = session();
  if (!comparison) return;
  cancel?.();
  change({ looking: { phase: 'running', done: 0, of: 1, slow: false }, found: null });
  const began = performance.now();
  const slow = setTimeout(() => progress({ slow: true }), SLOW);
  const end = (looking: Looking, found: Suggestions | null) => {
    clearTimeout(slow);
    cancel = null;
    change({ looking, found });
  };
  const withdraw = ask(
    { type: 'suggest', texts: textsOf(comparison) },
    {
      onAnswer: (answer) => {
        if (answer.type === 'step') progress({ done: answer.done, of: answer.of });
        else if (answer.type === 'found') {
          end({ phase: 'ready' }, answer.suggestions);
          // For bench/ and the developer tools.
          performance.measure('suggest', { start: began });
          showFirst();
        } else if (answer.type === 'failed')
          end({ phase: 'problem', problem: answer.problem }, null);
      },
      onDeath: (problem) => end({ phase: 'problem', problem }, null),
    },
  );
  cancel = () => {
    withdraw();
    end({ phase: 'none' }, null);
  };
}

function progress(part: { done?: number; of?: number; slow?: boolean }): void {
  const { looking } = session().suggest;
  if (looking.phase === 'running') change({ looking: { ...looking, ...part } });
}

/** Stops looking for suggestions. */
export function cancelSuggesting(): void {
  cancel?.();
}

/** What is still to be decided; computed once for a comparison and what was found in it. */
export function proposalsNow({ comparison, suggest }: Session): readonly Proposal[] {
  if (!comparison || (!suggest.found && comparison.proposed.length === 0)) return NONE;
  return allProposals(comparison, suggest.found ?? NO_SUGGESTIONS);
}

const NONE: readonly Proposal[] = [];
const allProposals = lastOnly(proposalsOf);

/** The suggestions the list shows, in its order. */
export function shownProposals(state: Session): readonly Proposal[] {
  const { candidates, filter } = state.suggest;
  return candidates ? candidates.proposals : filtered(proposalsNow(state), filter);
}

const filtered = lastOnly((all: readonly Proposal[], filter: SuggestionFilter) => {
  const wanted = ofAnyKind(all, filter).filter(({ kind }) => filter.kinds[kind]);
  // What a link proposes to tag is not proposed a second time beside it.
  const ends = (side: Side) =>
    placesOf(wanted.flatMap(({ kind, [side]: span }) => (kind === 'link' && span ? [span] : [])));
  const isTagged = { left: ends('left'), right: ends('right') };
  const shown = wanted.filter(
    ({ kind, left, right }) =>
      kind === 'link' || !((left && isTagged.left(left)) || (right && isTagged.right(right))),
  );
  return filter.order === 'score' ? shown.toSorted((a, b) => b.score - a.score) : shown;
});

/** Those that the filter shows, were every kind shown. */
export function ofAnyKind(
  all: readonly Proposal[],
  { from, rejected }: SuggestionFilter,
): readonly Proposal[] {
  return all.filter((each) => each.rejected === rejected && each.score >= from);
}

/** The suggestion worked on. */
export function currentProposal(state: Session): Proposal | null {
  if (state.screen !== 'workspace' || state.tab !== 'suggestions') return null;
  return shownProposals(state).find(({ key }) => key === state.suggest.current) ?? null;
}

/** Changes what the list shows. */
export function filterSuggestions(part: Partial<SuggestionFilter>): void {
  change({ filter: { ...session().suggest.filter, ...part } });
  selectFirst();
}

/** Works on a suggestion, and brings its spans into view. */
export function selectProposal(proposal: Proposal): void {
  const { left, right } = proposal;
  const reveal: Reveal[] = [];
  if (left) reveal.push({ side: 'left', offset: left.start });
  if (right)
    reveal.push({
      side: 'right',
      offset: right.start,
      ...(left ? { at: { levelWith: left.start } } : {}),
    });
  update({ reveal, suggest: { ...session().suggest, current: proposal.key } });
}

function selectFirst(): void {
  const state = session();
  const [first] = shownProposals(state);
  if (first && !currentProposal(state)) selectProposal(first);
}

/** Works on the suggestion `by` places on in the list. */
export function walkProposals(by: 1 | -1): void {
  const state = session();
  const shown = shownProposals(state);
  const here = shown.findIndex(({ key }) => key === state.suggest.current);
  const next = shown[Math.min(Math.max(here + by, 0), shown.length - 1)];
  if (next) selectProposal(next);
}

/** Does an edit that takes the suggestion worked on off the list, and goes on to the one after it. */
function decide(edit: Edit | null): void {
  const shown = shownProposals(session());
  const here = shown.findIndex(({ key }) => key === session().suggest.current);
  if (!edit || !perform(edit)) return;
  const left = shownProposals(session());
  const next = left[Math.min(here, left.length - 1)];
  if (next) selectProposal(next);
  onceShown(focusSuggestions);
}

/** Takes the suggestion worked on over into the comparison. */
export function acceptCurrent(state: Session): void {
  const proposal = currentProposal(state);
  if (!state.comparison || !proposal) return;
  const { candidates } = state.suggest;
  const chosen = candidates && !pickedAnnotation(state, candidates.side) ? candidates.side : null;
  const edit = acceptProposals(state.comparison, [proposal], author(), chosen);
  if (!candidates) return decide(edit);
  if (!edit || !perform(edit)) return;
  const rest = candidates.proposals.filter(({ key }) => key !== proposal.key);
  change({ candidates: rest.length > 0 ? { ...candidates, proposals: rest } : null });
  selectFirst();
}

/** Turns the suggestion worked on down for good, or proposes it again if it was turned down. */
export function rejectCurrent(state: Session): void {
  const { comparison, suggest } = state;
  const proposal = currentProposal(state);
  if (!comparison || !proposal || suggest.candidates) return;
  if (proposal.rejected) decide(restoreProposal(comparison, proposal));
  else decide(rejectProposals(comparison, [proposal]));
}

/** Takes everything the list shows over, as one step. */
export function acceptShown(state: Session): void {
  if (!state.comparison || state.suggest.candidates) return;
  const open = shownProposals(state).filter(({ rejected }) => !rejected);
  decide(acceptProposals(state.comparison, open, author()));
}

/** Goes from the suggestion worked on to its place in the text. */
export function jumpToProposal(proposal: Proposal): void {
  recordJump();
  selectProposal(proposal);
  for (const side of SIDES.toReversed()) {
    const span = proposal[side];
    if (!span) continue;
    pickSpan(side, span);
    focusArticle(side);
  }
}

/** Shows the best partners of what is picked in the article worked in. */
export function findDuplicates(state: Session): void {
  const { comparison, side, picks, suggest } = state;
  const span = chosenSpan(state);
  if (!comparison || !span) return;
  update({ tab: 'suggestions' });
  const show = (proposals: readonly Proposal[]) => {
    if (session().comparison !== comparison || session().picks !== picks) return;
    change({ candidates: { side, span, proposals }, current: null });
    selectFirst();
    requestAnimationFrame(focusSuggestions);
  };
  ask(
    { type: 'partners', texts: textsOf(comparison), side, span },
    {
      onAnswer: (answer) => {
        if (answer.type === 'failed') tell(answer.problem);
        if (answer.type !== 'partners') return;
        const quotes = suggest.found?.quotes ?? { left: [], right: [] };
        show(answer.links.map((link) => linkProposal(comparison, { quotes }, link)));
      },
      onDeath: tell,
    },
  );
}

/** The span whose duplicates can be looked for. */
export function chosenSpan(state: Session): Span | null {
  const pick = state.picks[state.side];
  if (pick?.kind === 'span') return pick.span;
  return pickedAnnotation(state, state.side);
}

/** Goes back from one span's partners to all suggestions. */
export function leaveCandidates(): void {
  change({ candidates: null, current: null });
  selectFirst();
}

function textsOf({ left, right }: Comparison): Readonly<Record<Side, string>> {
  return { left: left.text, right: right.text };
}
