/** A command as the menu, the keyboard and the sheet of keys know it. */
export interface Command {
  readonly label: string;
  readonly menu: 'file' | 'edit' | 'annotate' | 'view' | 'help';
  /** In Electron's notation; a single character is a key without modifiers, which typing in a field does not trigger. */
  readonly key?: string;
  /** Draws a line above it in the menu. */
  readonly group?: true;
}

/** Every command of Diptych, in the order of the menus. */
export const COMMANDS = {
  newComparison: { label: 'New Comparison…', menu: 'file', key: 'CmdOrCtrl+N' },
  chooseLeft: { label: 'Choose Left Article…', menu: 'file' },
  chooseRight: { label: 'Choose Right Article…', menu: 'file' },
  createComparison: { label: 'Create Comparison', menu: 'file', key: 'Shift+CmdOrCtrl+Enter' },
  stopReading: { label: 'Stop Reading', menu: 'file' },
  newComparisons: { label: 'New Comparisons…', menu: 'file' },
  newWindow: { label: 'New Window', menu: 'file', key: 'Shift+CmdOrCtrl+N' },
  openSample: { label: 'Open the Sample', menu: 'file' },
  clearRecent: { label: 'Clear Recent Comparisons', menu: 'file' },
  openEntry: { label: 'Open Comparison', menu: 'file', group: true },
  openEntryInNewWindow: { label: 'Open in New Window', menu: 'file', key: 'CmdOrCtrl+Enter' },
  renameEntry: { label: 'Rename Comparison…', menu: 'file', key: 'F2' },
  duplicateEntry: { label: 'Duplicate Comparison', menu: 'file' },
  deleteEntry: { label: 'Delete Comparison', menu: 'file' },
  importComparison: { label: 'Import…', menu: 'file', key: 'CmdOrCtrl+O', group: true },
  importAnnotations: { label: 'Import Annotations…', menu: 'file' },
  mergeCopy: { label: 'Merge a Copy…', menu: 'file' },
  exportComparison: { label: 'Export…', menu: 'file', key: 'CmdOrCtrl+E' },
  saveCopy: { label: 'Save a Copy…', menu: 'file' },
  exportAll: { label: 'Export Everything…', menu: 'file' },
  savePdf: { label: 'Save as PDF…', menu: 'file', group: true },
  print: { label: 'Print…', menu: 'file', key: 'CmdOrCtrl+P' },
  editDetails: { label: 'Details of the Articles…', menu: 'file', key: 'CmdOrCtrl+I', group: true },
  earlierVersions: { label: 'Earlier Versions…', menu: 'file' },
  analyst: { label: 'Analyst’s Name…', menu: 'file' },
  preferences: { label: 'Preferences…', menu: 'file', key: 'CmdOrCtrl+,' },
  undo: { label: 'Undo', menu: 'edit', key: 'CmdOrCtrl+Z' },
  redo: { label: 'Redo', menu: 'edit', key: 'Shift+CmdOrCtrl+Z' },
  copy: { label: 'Copy with Source', menu: 'edit', key: 'Shift+CmdOrCtrl+C', group: true },
  copyLink: { label: 'Copy Link with Sources', menu: 'edit' },
  deleteAnnotation: { label: 'Delete Annotation', menu: 'edit', key: 'Delete' },
  correctText: { label: 'Correct Text…', menu: 'edit', key: 'CmdOrCtrl+T', group: true },
  find: { label: 'Find…', menu: 'edit', key: 'CmdOrCtrl+F', group: true },
  findNext: { label: 'Find Next', menu: 'edit', key: 'F3' },
  findPrevious: { label: 'Find Previous', menu: 'edit', key: 'Shift+F3' },
  tagClaim: { label: 'Tag as Claim', menu: 'annotate', key: 'C' },
  tagQuote: { label: 'Tag as Quote', menu: 'annotate', key: 'Q' },
  tagAs: { label: 'Tag as…', menu: 'annotate', key: 'O' },
  link: { label: 'Link', menu: 'annotate', key: 'L', group: true },
  unlink: { label: 'Unlink', menu: 'annotate', key: 'U' },
  goToPartner: { label: 'Go to Partner', menu: 'annotate', key: 'Enter' },
  selectSentence: { label: 'Select Sentence', menu: 'annotate', key: 'S', group: true },
  clearSelection: { label: 'Clear Selection', menu: 'annotate', key: 'Escape' },
  changeSpan: { label: 'Change Span to Selection', menu: 'annotate', key: 'X' },
  startBack: { label: 'Move Start Back a Word', menu: 'annotate', key: 'Alt+Shift+Left' },
  startForward: { label: 'Move Start Forward a Word', menu: 'annotate', key: 'Alt+Shift+Right' },
  endBack: { label: 'Move End Back a Word', menu: 'annotate', key: 'Alt+Left' },
  endForward: { label: 'Move End Forward a Word', menu: 'annotate', key: 'Alt+Right' },
  suggest: { label: 'Suggest', menu: 'annotate', key: 'G', group: true },
  findDuplicate: { label: 'Find Duplicate', menu: 'annotate', key: 'F' },
  acceptSuggestion: { label: 'Accept Suggestion', menu: 'annotate', key: 'A' },
  rejectSuggestion: { label: 'Reject Suggestion', menu: 'annotate', key: 'R' },
  acceptAll: { label: 'Accept All Shown Suggestions', menu: 'annotate' },
  editSpeaker: { label: 'Edit Speaker', menu: 'annotate', key: 'W', group: true },
  editStance: { label: 'Edit Stance', menu: 'annotate', key: 'V' },
  editCertainty: { label: 'Edit Certainty', menu: 'annotate', key: 'Y' },
  editNote: { label: 'Edit Note', menu: 'annotate', key: 'M' },
  editRelation: { label: 'Edit Link’s Relation', menu: 'annotate', key: 'K' },
  nextAnnotation: { label: 'Next Annotation', menu: 'annotate', key: 'N', group: true },
  previousAnnotation: { label: 'Previous Annotation', menu: 'annotate', key: 'P' },
  tags: { label: 'Tags and Relations…', menu: 'annotate', group: true },
  showLibrary: { label: 'Library', menu: 'view', key: 'CmdOrCtrl+L' },
  palette: { label: 'Command Palette…', menu: 'view', key: 'CmdOrCtrl+K' },
  showAnnotations: { label: 'Annotations', menu: 'view', key: '1', group: true },
  showSuggestions: { label: 'Suggestions', menu: 'view', key: '2' },
  showCoverage: { label: 'Coverage', menu: 'view', key: '3' },
  showUnplaced: { label: 'Annotations to Place', menu: 'view', key: '5' },
  toggleTable: { label: 'Table of Annotations', menu: 'view', key: '4' },
  toggleMarks: { label: 'Mark Suggestions in the Texts', menu: 'view', key: 'H' },
  largerText: { label: 'Larger Text', menu: 'view', key: 'CmdOrCtrl+=', group: true },
  smallerText: { label: 'Smaller Text', menu: 'view', key: 'CmdOrCtrl+-' },
  resetText: { label: 'Usual Text Size', menu: 'view', key: 'CmdOrCtrl+0' },
  longerLines: { label: 'Longer Lines', menu: 'view' },
  shorterLines: { label: 'Shorter Lines', menu: 'view' },
  toggleFace: { label: 'Serif or Sans-Serif Text', menu: 'view' },
  themeSystem: { label: 'Colours of the System', menu: 'view', group: true },
  themeLight: { label: 'Light Colours', menu: 'view' },
  themeDark: { label: 'Dark Colours', menu: 'view' },
  toggleCompact: { label: 'Compact or Comfortable', menu: 'view' },
  scrollTogether: { label: 'Scroll Together', menu: 'view', key: 'T', group: true },
  scrollApart: { label: 'Scroll Each Article Alone', menu: 'view' },
  scrollByShare: { label: 'Scroll Together in Proportion', menu: 'view' },
  scrollByLinks: { label: 'Scroll Together by Links', menu: 'view' },
  toggleRibbons: { label: 'Show Only the Selection’s Links', menu: 'view', key: 'B' },
  back: { label: 'Back', menu: 'view', key: 'CmdOrCtrl+[', group: true },
  forward: { label: 'Forward', menu: 'view', key: 'CmdOrCtrl+]' },
  exactCharacters: { label: 'Exact Characters', menu: 'view', key: 'E' },
  nextPane: { label: 'Next Pane', menu: 'view', key: 'F6', group: true },
  previousPane: { label: 'Previous Pane', menu: 'view', key: 'Shift+F6' },
  showKeys: { label: 'Keyboard Shortcuts', menu: 'help', key: 'F1' },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;

export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];

/** The command of that id, with its optional fields. */
export function commandOf(id: CommandId): Command {
  return COMMANDS[id];
}

/** A key as the user reads it: "Ctrl+Z", or "⌘Z" on a Mac. */
export function keyLabel(key: string, mac: boolean): string {
  if (!mac)
    return key
      .replace('CmdOrCtrl', 'Ctrl')
      .replace(/^(Alt\+)?(Shift\+)?Ctrl\+/, 'Ctrl+$1$2')
      .replace('Escape', 'Esc');
  return key
    .replace('CmdOrCtrl', '⌘')
    .replace('Shift', '⇧')
    .replace('Alt', '⌥')
    .replaceAll('+', '')
    .replace('Left', '←')
    .replace('Right', '→')
    .replace('Escape', 'Esc');
}
