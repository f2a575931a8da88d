/** What stands in a field, and what was last read into it or given out of it to be saved. */
export interface Draft {
  readonly text: string;
  readonly saved: string;
}

/**
 * The draft when what it is read from has changed and now says `value`: another value than the one given replaces what is
 * typed; the one given, coming back, leaves what was typed since.
 */
export function draftAfter(draft: Draft, value: string): Draft {
  return value === draft.saved ? draft : { text: value, saved: value };
}
