import type { Session } from './session';

/** What a command does, and when it can. */
export interface Action {
  readonly enabled: (state: Session) => boolean;
  readonly run: (state: Session) => unknown;
}
