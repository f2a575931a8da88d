import { flushSync } from 'react-dom';
import {
  addAnnotation,
  addLink,
  deleteAnnotation,
  deleteLink,
  respan,
  retag,
  type LinkEnd,
} from '../../core/edit/build-edits';
import { compareAnnotations, type Annotation } from '../../core/model/annotation';
import type { Side } from '../../core/model/fields';
import type { Link } from '../../core/model/link';
import { sentenceAt, wordEnd, wordStart } from '../../core/text/boundaries';
import { COMMAND_IDS, type CommandId } from '../../ipc/commands';
import { author, perform, redo, undo } from './edits';
import { focusField, moveFocus } from './focus';
import {
  exportComparison,
  importComparison,
  openSample,
  rememberMarks,
  showLibrary,
  startNewComparison,
} from './navigation';
import { flushFields } from './pending-fields';
import { clearPicks, pickAnnotation, pickSpan } from './picks';
import {
  currentAnnotation,
  partnersOf,
  pickedAnnotation,
  session,
  update,
  type Session,
} from './session';
import {
  acceptCurrent,
  acceptShown,
  chosenSpan,
  currentProposal,
  findDuplicates,
  rejectCurrent,
  showSuggestions,
  shownProposals,
} from './suggestions';

interface Action {
  readonly enabled: (state: Session) => boolean;
  readonly run: (state: Session) => unknown;
}

const always = () => true;
const inWorkspace = (state: Session) => state.screen === 'workspace';
const hasAnnotation = (state: Session) => inWorkspace(state) && currentAnnotation(state) !== null;

/** What each command does, and when it can. */
const ACTIONS: Readonly<Record<CommandId, Action>> = {
  newComparison: {
    enabled: always,
    run: startNewComparison,
  },
  openSample: { enabled: always, run: openSample },
  importComparison: { enabled: always, run: importComparison },
  exportComparison: {
    enabled: inWorkspace,
    run: ({ comparison }) => comparison && exportComparison(comparison.id),
  },
  editDetails: { enabled: inWorkspace, run: () => update({ dialog: 'details' }) },
  analyst: { enabled: always, run: () => update({ dialog: 'analyst' }) },
  undo: { enabled: (state) => inWorkspace(state) && state.history.done.length > 0, run: undo },
  redo: { enabled: (state) => inWorkspace(state) && state.history.undone.length > 0, run: redo },
  deleteAnnotation: { enabled: hasAnnotation, run: removeCurrent },
  tagClaim: {
    enabled: (state) => state.picks[state.side] !== null,
    run: (state) => tag(state, 'claim'),
  },
  tagQuote: {
    enabled: (state) => state.picks[state.side] !== null,
    run: (state) => tag(state, 'quote'),
  },
  link: { enabled: canLink, run: linkPicks },
  unlink: { enabled: (state) => currentLink(state) !== null, run: unlinkCurrent },
  goToPartner: { enabled: (state) => partnerOf(state) !== null, run: goToPartner },
  selectSentence: { enabled: inWorkspace, run: selectSentence },
  clearSelection: {
    enabled: (state) =>
      inWorkspace(state) && (state.picks.left !== null || state.picks.right !== null),
    run: () => clearPicks(),
  },
  changeSpan: { enabled: (state) => spanTarget(state) !== null, run: changeSpanToSelection },
  startBack: { enabled: hasAnnotation, run: (state) => moveEnd(state, 'start', false) },
  startForward: { enabled: hasAnnotation, run: (state) => moveEnd(state, 'start', true) },
  endBack: { enabled: hasAnnotation, run: (state) => moveEnd(state, 'end', false) },
  endForward: { enabled: hasAnnotation, run: (state) => moveEnd(state, 'end', true) },
  suggest: { enabled: inWorkspace, run: showSuggestions },
  findDuplicate: {
    enabled: (state) => inWorkspace(state) && chosenSpan(state) !== null,
    run: findDuplicates,
  },
  acceptSuggestion: {
    enabled: (state) => currentProposal(state)?.rejected === false,
    run: acceptCurrent,
  },
  rejectSuggestion: {
    enabled: (state) => currentProposal(state) !== null && state.suggest.candidates === null,
    run: rejectCurrent,
  },
  acceptAll: {
    enabled: (state) =>
      inWorkspace(state) &&
      state.tab === 'suggestions' &&
      state.suggest.candidates === null &&
      shownProposals(state).some(({ rejected }) => !rejected),
    run: acceptShown,
  },
  editSpeaker: { enabled: hasAnnotation, run: () => editField('speaker') },
  editNote: { enabled: hasAnnotation, run: () => editField('note') },
  nextAnnotation: { enabled: hasAnnotations, run: (state) => walk(state, 1) },
  previousAnnotation: { enabled: hasAnnotations, run: (state) => walk(state, -1) },
  showLibrary: { enabled: (state) => state.screen !== 'library', run: showLibrary },
  showAnnotations: { enabled: inWorkspace, run: () => update({ tab: 'annotations' }) },
  showSuggestions: { enabled: inWorkspace, run: showSuggestions },
  showCoverage: { enabled: inWorkspace, run: () => update({ tab: 'coverage' }) },
  toggleMarks: { enabled: inWorkspace, run: ({ marks }) => rememberMarks(!marks) },
  nextPane: { enabled: always, run: () => moveFocus(1) },
  previousPane: { enabled: always, run: () => moveFocus(-1) },
  showKeys: { enabled: always, run: () => update({ dialog: 'keys' }) },
};

/** Whether a command can run now. */
export function canRun(id: CommandId, state: Session = session()): boolean {
  return state.screen !== 'starting' && state.dialog === null && ACTIONS[id].enabled(state);
}

/** Runs a command if it can run now; the answer says whether it did. */
export function run(id: CommandId): boolean {
  if (!canRun(id)) return false;
  flushFields();
  ACTIONS[id].run(session());
  return true;
}

/** The commands that can run now. */
export function enabledCommands(state: Session): readonly CommandId[] {
  return COMMAND_IDS.filter((id) => canRun(id, state));
}

/** The fields of an annotation stand on its card, which is shown at once: the next key belongs to the field. */
function editField(name: 'speaker' | 'note'): void {
  flushSync(() => update({ tab: 'annotations' }));
  focusField(name);
}

function tag(state: Session, name: string): void {
  const { comparison, picks, side } = state;
  const pick = picks[side];
  if (!comparison || !pick) return;
  const picked = currentAnnotation(state);
  if (picked) {
    if (picked.tag !== name) perform(retag(picked, name, author()));
    return;
  }
  if (pick.kind !== 'span') return;
  const { edit, annotation } = addAnnotation(comparison, side, pick.span, name, author());
  if (perform(edit)) pickAnnotation(annotation.id, { reveal: false });
}

function removeCurrent(state: Session): void {
  const annotation = currentAnnotation(state);
  if (state.comparison && annotation) perform(deleteAnnotation(state.comparison, annotation));
}

function linkEnd(state: Session, side: Side): LinkEnd | null {
  const pick = state.picks[side];
  const annotation = pickedAnnotation(state, side);
  if (annotation) return { annotation };
  return pick?.kind === 'span' ? { side, span: pick.span } : null;
}

function canLink(state: Session): boolean {
  return (
    linkEnd(state, 'left') !== null &&
    linkEnd(state, 'right') !== null &&
    currentPair(state) === null
  );
}

function linkPicks(state: Session): void {
  const [left, right] = [linkEnd(state, 'left'), linkEnd(state, 'right')];
  if (state.comparison && left && right) linkEnds(left, right);
}

/** Links two ends and picks both. */
export function linkEnds(left: LinkEnd, right: LinkEnd): void {
  const { comparison, side } = session();
  if (!comparison) return;
  const made = addLink(comparison, left, right, author());
  if (!perform(made.edit)) return;
  window.getSelection()?.removeAllRanges();
  update({
    picks: {
      left: { kind: 'annotation', id: made.left.id },
      right: { kind: 'annotation', id: made.right.id },
    },
    side,
  });
}

/** The link between what is picked left and right. */
function currentPair(state: Session): Link | null {
  const [left, right] = [pickedAnnotation(state, 'left'), pickedAnnotation(state, 'right')];
  return (
    state.comparison?.links.find((link) => link.left === left?.id && link.right === right?.id) ??
    null
  );
}

function currentLink(state: Session): Link | null {
  const id = currentAnnotation(state)?.id;
  return (
    currentPair(state) ??
    state.comparison?.links.find((link) => link.left === id || link.right === id) ??
    null
  );
}

function unlinkCurrent(state: Session): void {
  const link = currentLink(state);
  if (link) perform(deleteLink(link));
}

function partnerOf(state: Session): string | null {
  const annotation = currentAnnotation(state);
  return (annotation && state.comparison && partnersOf(state.comparison, annotation.id)[0]) ?? null;
}

function goToPartner(state: Session): void {
  const partner = partnerOf(state);
  if (partner) pickAnnotation(partner);
}

function selectSentence({ comparison, side, cursors }: Session): void {
  const span = comparison && sentenceAt(comparison[side].text, cursors[side].at);
  if (span) pickSpan(side, span);
}

/** The annotation whose span the present selection would replace: the one of its side picked before it. */
function spanTarget(state: Session): Annotation | null {
  if (state.picks[state.side]?.kind !== 'span') return null;
  const id = lastPicked[state.side];
  return (
    state.comparison?.annotations.find((each) => each.id === id && each.side === state.side) ?? null
  );
}

const lastPicked: Record<Side, string | null> = { left: null, right: null };

/** Remembers which annotation of each side was picked last, so that a new selection can become its span. */
export function trackLastPicked({ picks }: Session): void {
  for (const side of ['left', 'right'] as const) {
    const pick = picks[side];
    if (pick === null) lastPicked[side] = null;
    else if (pick.kind === 'annotation') lastPicked[side] = pick.id;
  }
}

function changeSpanToSelection(state: Session): void {
  const annotation = spanTarget(state);
  const pick = state.picks[state.side];
  if (!state.comparison || !annotation || pick?.kind !== 'span') return;
  if (perform(respan(state.comparison, annotation, pick.span, author())))
    pickAnnotation(annotation.id, { reveal: false });
}

function moveEnd(state: Session, end: 'start' | 'end', forward: boolean): void {
  const annotation = currentAnnotation(state);
  if (!state.comparison || !annotation) return;
  const { text } = state.comparison[annotation.side];
  const span = { start: annotation.start, end: annotation.end };
  if (end === 'start') span.start = wordStart(text, span.start, forward);
  else span.end = wordEnd(text, span.end, forward);
  if (span.start < span.end && text.slice(span.start, span.end).trim() !== '')
    perform(respan(state.comparison, annotation, span, author()));
}

function hasAnnotations(state: Session): boolean {
  return inWorkspace(state) && (state.comparison?.annotations.length ?? 0) > 0;
}

/** Picks the annotation `by` places on from the current one, in reading order of the side worked in, then the other. */
function walk(state: Session, by: 1 | -1): void {
  const all = state.comparison?.annotations.toSorted(compareAnnotations) ?? [];
  const current = currentAnnotation(state);
  const { at } = state.cursors[state.side];
  const here = current
    ? all.indexOf(current)
    : by === 1
      ? all.findLastIndex((each) => isBefore(each, state.side, at))
      : all.filter((each) => isBefore(each, state.side, at)).length;
  const next = all.at((here + by + all.length) % all.length);
  if (next) pickAnnotation(next.id);
}

function isBefore(annotation: Annotation, side: Side, offset: number): boolean {
  if (annotation.side !== side) return annotation.side === 'left';
  return annotation.start < offset;
}
