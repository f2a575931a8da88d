import { COMMAND_IDS, type CommandId } from '../../ipc/commands';
import type { Action } from './action';
import { resetText, stepLineLength, stepTextSize } from './appearance';
import { showBatch } from './batch';
import { canGoBack, canGoForward, goBack, goForward } from './back-forward';
import { copyLink, copyWithSource, quotationOf } from './copying';
import { startCorrecting } from './correct';
import { redo, undo } from './edits';
import { openFind, stepFound } from './find';
import { chooserEnd, choosePartner } from './link-choice';
import { showEarlier } from './earlier';
import { focusField, moveFocus, relationField, type FieldName } from './focus';
import { canLink, currentLink, goToPartner, linkPicks, partnerOf, unlinkCurrent } from './linking';
import {
  importComparison,
  openSample,
  prefer,
  showLibrary,
  startNewComparison,
} from './navigation';
import { chooseCopy } from './merging';
import { currentEntry, ENTRY_ACTIONS } from './library-entry';
import { showAtOnce } from './paint-first';
import { MAKING_ACTIONS } from './making';
import { flushFields } from './pending-fields';
import { clearPicks } from './picks';
import { exportAsPdf, offerExport, printComparison } from './exporting';
import { importAnnotations } from './importing';
import { CHANGING } from './read-only';
import { saveCopy } from './save-copy';
import { currentAnnotation, session, update, type Session } from './session';
import {
  canTag,
  changeSpanToSelection,
  moveEnd,
  removeCurrent,
  selectSentence,
  spanTarget,
  tag,
} from './spans';
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
import { toggleTable } from './table';
import { showTagMenu } from './tags';
import {
  acceptGuess,
  canDropUnplaced,
  canPlace,
  currentUnplaced,
  dropCurrentUnplaced,
  placeAtSelection,
  placeForUnplaced,
  showUnplaced,
} from './unplaced';
import { hasAnnotations, walk } from './walk';

const always = () => true;
const inWorkspace = (state: Session) => state.screen === 'workspace';
const hasAnnotation = (state: Session) => inWorkspace(state) && currentAnnotation(state) !== null;
/** What is picked is kept while another screen is shown, but nothing is done to it there. */
const isLinked = (state: Session) => inWorkspace(state) && currentLink(state) !== null;

/** The ways of scrolling in the order in which one key goes through them. */
const AFTER_SCROLL = { off: 'proportion', proportion: 'links', links: 'off' } as const;

/** What each command does, and when it can. */
const ACTIONS: Readonly<Record<CommandId, Action>> = {
  newComparison: {
    enabled: always,
    run: startNewComparison,
  },
  ...MAKING_ACTIONS,
  newComparisons: { enabled: always, run: showBatch },
  newWindow: { enabled: always, run: () => window.diptych.openWindow(null) },
  openSample: { enabled: always, run: openSample },
  clearRecent: {
    enabled: ({ recent }) => recent.length > 0,
    run: () => window.diptych.clearRecent(),
  },
  ...ENTRY_ACTIONS,
  importComparison: { enabled: always, run: importComparison },
  importAnnotations: { enabled: inWorkspace, run: importAnnotations },
  mergeCopy: { enabled: inWorkspace, run: chooseCopy },
  exportComparison: {
    enabled: (state) => inWorkspace(state) || currentEntry(state) !== null,
    run: (state) => {
      const id = state.comparison?.id ?? currentEntry(state)?.id;
      if (id) offerExport(id);
    },
  },
  saveCopy: { enabled: inWorkspace, run: saveCopy },
  exportAll: { enabled: always, run: () => offerExport(null) },
  savePdf: { enabled: inWorkspace, run: exportAsPdf },
  print: { enabled: inWorkspace, run: printComparison },
  editDetails: { enabled: inWorkspace, run: () => update({ dialog: 'details' }) },
  earlierVersions: { enabled: inWorkspace, run: showEarlier },
  analyst: { enabled: always, run: () => update({ dialog: 'analyst' }) },
  preferences: { enabled: always, run: () => update({ dialog: 'preferences' }) },
  undo: { enabled: (state) => inWorkspace(state) && state.history.done.length > 0, run: undo },
  redo: { enabled: (state) => inWorkspace(state) && state.history.undone.length > 0, run: redo },
  copy: {
    enabled: (state) => inWorkspace(state) && quotationOf(state) !== null,
    run: copyWithSource,
  },
  copyLink: { enabled: isLinked, run: copyLink },
  deleteAnnotation: {
    enabled: (state) => hasAnnotation(state) || canDropUnplaced(state),
    run: (state) => (canDropUnplaced(state) ? dropCurrentUnplaced(state) : removeCurrent(state)),
  },
  correctText: { enabled: inWorkspace, run: startCorrecting },
  find: { enabled: inWorkspace, run: openFind },
  findNext: { enabled: inWorkspace, run: (state) => stepFound(state, 1) },
  findPrevious: { enabled: inWorkspace, run: (state) => stepFound(state, -1) },
  tagClaim: { enabled: canTag, run: (state) => tag(state, 'claim') },
  tagQuote: { enabled: canTag, run: (state) => tag(state, 'quote') },
  tagAs: { enabled: canTag, run: showTagMenu },
  link: {
    enabled: (state) => inWorkspace(state) && (canLink(state) || chooserEnd(state) !== null),
    run: (state) => (canLink(state) ? linkPicks(state) : choosePartner(state)),
  },
  unlink: { enabled: isLinked, run: unlinkCurrent },
  goToPartner: {
    enabled: (state) => inWorkspace(state) && partnerOf(state) !== null,
    run: goToPartner,
  },
  selectSentence: { enabled: inWorkspace, run: selectSentence },
  clearSelection: {
    enabled: (state) =>
      inWorkspace(state) && (state.picks.left !== null || state.picks.right !== null),
    run: () => clearPicks(),
  },
  changeSpan: {
    enabled: (state) =>
      inWorkspace(state) && (spanTarget(state) !== null || placeForUnplaced(state) !== null),
    run: (state) =>
      placeForUnplaced(state) ? placeAtSelection(state) : changeSpanToSelection(state),
  },
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
    enabled: (state) =>
      currentProposal(state)?.rejected === false || Boolean(currentUnplaced(state)?.guess),
    run: (state) => (currentUnplaced(state) ? acceptGuess(state) : acceptCurrent(state)),
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
  editStance: { enabled: hasAnnotation, run: () => editField('stance') },
  editCertainty: { enabled: hasAnnotation, run: () => editField('certainty') },
  editNote: { enabled: hasAnnotation, run: () => editField('note') },
  editRelation: {
    enabled: isLinked,
    run: (state) => editField(relationField(currentLink(state)?.id ?? '')),
  },
  tags: { enabled: always, run: () => update({ dialog: 'tags' }) },
  nextAnnotation: { enabled: hasAnnotations, run: (state) => walk(state, 1) },
  previousAnnotation: { enabled: hasAnnotations, run: (state) => walk(state, -1) },
  showLibrary: { enabled: (state) => state.screen !== 'library', run: showLibrary },
  palette: { enabled: always, run: () => update({ dialog: 'palette' }) },
  showAnnotations: { enabled: inWorkspace, run: () => update({ tab: 'annotations' }) },
  showSuggestions: { enabled: inWorkspace, run: showSuggestions },
  showCoverage: { enabled: inWorkspace, run: () => update({ tab: 'coverage' }) },
  showUnplaced: { enabled: canPlace, run: showUnplaced },
  toggleTable: { enabled: inWorkspace, run: toggleTable },
  toggleMarks: {
    enabled: inWorkspace,
    run: ({ preferences }) => prefer({ marks: !preferences.marks }),
  },
  largerText: { enabled: inWorkspace, run: () => stepTextSize(1) },
  smallerText: { enabled: inWorkspace, run: () => stepTextSize(-1) },
  resetText: { enabled: inWorkspace, run: resetText },
  longerLines: { enabled: inWorkspace, run: () => stepLineLength(1) },
  shorterLines: { enabled: inWorkspace, run: () => stepLineLength(-1) },
  toggleFace: {
    enabled: inWorkspace,
    run: ({ preferences }) => prefer({ face: preferences.face === 'serif' ? 'sans' : 'serif' }),
  },
  themeSystem: { enabled: always, run: () => prefer({ theme: 'system' }) },
  themeLight: { enabled: always, run: () => prefer({ theme: 'light' }) },
  themeDark: { enabled: always, run: () => prefer({ theme: 'dark' }) },
  toggleCompact: {
    enabled: always,
    run: ({ preferences }) =>
      prefer({ density: preferences.density === 'compact' ? 'comfortable' : 'compact' }),
  },
  scrollTogether: {
    enabled: inWorkspace,
    run: ({ preferences }) => prefer({ scroll: AFTER_SCROLL[preferences.scroll] }),
  },
  scrollApart: { enabled: inWorkspace, run: () => prefer({ scroll: 'off' }) },
  scrollByShare: { enabled: inWorkspace, run: () => prefer({ scroll: 'proportion' }) },
  scrollByLinks: { enabled: inWorkspace, run: () => prefer({ scroll: 'links' }) },
  toggleRibbons: {
    enabled: inWorkspace,
    run: ({ preferences }) =>
      prefer({ ribbons: preferences.ribbons === 'all' ? 'selection' : 'all' }),
  },
  back: { enabled: (state) => inWorkspace(state) && canGoBack(state), run: goBack },
  forward: { enabled: (state) => inWorkspace(state) && canGoForward(state), run: goForward },
  exactCharacters: {
    enabled: inWorkspace,
    run: toggleExact,
  },
  nextPane: { enabled: always, run: () => moveFocus(1) },
  previousPane: { enabled: always, run: () => moveFocus(-1) },
  showKeys: { enabled: always, run: () => update({ dialog: 'keys' }) },
};

/** Whether a command can run now. */
export function canRun(id: CommandId, state: Session = session()): boolean {
  return state.dialog === null && couldRun(id, state);
}

/** Whether a command can run once no dialog is open. */
export function couldRun(id: CommandId, state: Session): boolean {
  if (state.screen === 'starting' || (state.readOnly !== null && CHANGING.has(id))) return false;
  return ACTIONS[id].enabled(state);
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

function toggleExact({ preferences }: Session): void {
  const exact = !preferences.exact;
  prefer({ exact });
  const text = exact
    ? 'Exact characters: the cursor goes by character, and selections keep their exact ends.'
    : 'Whole words: the cursor goes by word, and selections grow to whole words.';
  update({ notice: { tone: 'info', text } });
}

/** The fields of an annotation stand on its card, which is shown at once: the next key belongs to the field. */
function editField(name: FieldName): void {
  showAtOnce(() => update({ tab: 'annotations' }));
  focusField(name);
}
