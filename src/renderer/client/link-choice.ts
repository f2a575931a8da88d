import { otherSide, SIDES, type Side } from '../../core/model/fields';
import { linkCandidates, type LinkCandidate } from '../../core/suggest/link-candidates';
import type { SuggestedLink } from '../../core/suggest/suggestions';
import { ask } from '../suggest/engine';
import { focusArticle } from './focus';
import { linkEnd, linkedSpan, linkEnds } from './linking';
import { session, update, type Choosing, type Session } from './session';

/** The side of the only pick, for which a partner can be chosen. */
export function chooserEnd(state: Session): Side | null {
  if (state.screen !== 'workspace') return null;
  const picked = SIDES.filter((side) => linkEnd(state, side) !== null);
  return picked.length === 1 ? (picked[0] ?? null) : null;
}

/** The choice under way, unless something else has been picked or changed since it began. */
export function choiceNow({ choosing, comparison, picks }: Session): Choosing | null {
  return choosing?.comparison === comparison && choosing?.picks === picks ? choosing : null;
}

/** Offers what the only pick may be linked to: at once what is tagged, and when it answers what the engine proposes. */
export function choosePartner(state: Session): void {
  const { comparison, picks } = state;
  const side = chooserEnd(state);
  const picked = side && linkedSpan(state, side);
  if (!comparison || !side || !picked) return;
  const show = (proposed: readonly SuggestedLink[], looking: boolean) => {
    const candidates = linkCandidates(comparison, side, picked, proposed);
    update({ choosing: { side, comparison, picks, candidates, looking } });
  };
  show([], true);
  const ready = (links: readonly SuggestedLink[]) => {
    if (choiceNow(session())?.picks === picks) show(links, false);
  };
  const texts = { left: comparison.left.text, right: comparison.right.text };
  const { start, end } = picked;
  ask(
    { type: 'partners', texts, side, span: { start, end } },
    {
      onAnswer: (answer) => ready(answer.type === 'partners' ? answer.links : []),
      // What is tagged can be chosen all the same.
      onDeath: () => ready([]),
    },
  );
}

/** Brings a candidate into view in its article. */
export function showCandidate({ side }: Choosing, { span }: LinkCandidate): void {
  update({ reveal: [{ side: otherSide(side), offset: span.start }] });
}

/** Links what is picked with a candidate, as one step. */
export function linkWith({ side }: Choosing, { annotation, span }: LinkCandidate): void {
  const own = linkEnd(session(), side);
  const other = annotation ? { annotation } : { side: otherSide(side), span };
  leaveChoice();
  if (!own) return;
  if (side === 'left') linkEnds(own, other);
  else linkEnds(other, own);
}

/** Ends the choice and goes back to the article it began in. */
export function leaveChoice(): void {
  const { choosing } = session();
  update({ choosing: null });
  if (choosing) focusArticle(choosing.side);
}
