import {
  graphemeEnd,
  graphemeStart,
  sentenceStart,
  wordEnd,
  wordStart,
} from '../../core/text/boundaries';

/** How the cursor is moved, once the direction of the text and the keys of the system are accounted for. */
export interface Move {
  readonly by: 'character' | 'word' | 'sentence' | 'article';
  readonly forward: boolean;
  /** Whether a selection grows or shrinks with it. */
  readonly selecting: boolean;
}

/** The offset where a move from `at` leads: starts of words, characters and sentences or, selecting forward, ends. */
export function destination(text: string, at: number, { by, forward, selecting }: Move): number {
  switch (by) {
    case 'character':
      return forward && selecting ? graphemeEnd(text, at) : graphemeStart(text, at, forward);
    case 'word':
      return forward && selecting ? wordEnd(text, at, true) : wordStart(text, at, forward);
    case 'sentence':
      return sentenceStart(text, at, forward);
    case 'article':
      if (!forward) return 0;
      return selecting ? text.length : wordStart(text, text.length, false);
  }
}

/** The move a key asks for, or null when it asks for none; `main` is Ctrl, or Command on a Mac. */
export function moveOf(
  { key, shiftKey: selecting, main }: { key: string; shiftKey: boolean; main: boolean },
  { exact, rightToLeft }: { exact: boolean; rightToLeft: boolean },
): Move | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return {
        by: exact && !main ? 'character' : 'word',
        forward: (key === 'ArrowRight') !== rightToLeft,
        selecting,
      };
    case 'ArrowUp':
    case 'ArrowDown':
      return main ? null : { by: 'sentence', forward: key === 'ArrowDown', selecting };
    case 'Home':
    case 'End':
      return { by: 'article', forward: key === 'End', selecting };
    default:
      return null;
  }
}
