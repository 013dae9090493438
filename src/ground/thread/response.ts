// What a response does to a recommendation: accepting it opens the way to action, and once it is accepted it can no longer
// be turned down. Pure.
import { mayMove, recommendationMoves, type responses } from './thread.ts';

/** The state after a response, or null where the response comes too late. */
export function stateAfterResponse(state: string, response: keyof typeof responses): string | null {
  if (response === 'not-yet') return state === 'made' ? 'made' : null;
  const to = response === 'not-accepted' ? 'not-accepted' : 'accepted';
  if (to === state || mayMove(recommendationMoves, state, to)) return to;
  // The words of an acceptance may still be mended after work began.
  return to === 'accepted' ? state : null;
}
