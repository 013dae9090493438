// Finds a sentence that says the partnership's own work caused something good for children: "as a result of", "led to",
// "because of our", "are reducing the number of children". What people intend or suppose ("to reduce", "may lead to") claims
// nothing, and what led to a meeting or a strategy says nothing of children.
import type { Sentence } from '../reading/language/sentences.ts';

export interface CausalClaim {
  /** Offsets in the sentence. */
  from: number;
  to: number;
  words: string;
}

const connective =
  /\b(as a (?:direct )?result\b(?: of)?|(?:has |have |which )?resulted in|resulting in|(?:has |have )?led to|leading to|because of (?:our|this|these)|thanks to|due to (?:our|this work|the work)|which means(?: that)?|meaning that|(?:has|have) meant(?: that)?|this means(?: that)?|(?:has|have) contributed to|therefore by association)\b/gi;
const change =
  /\b(?:is|are|has|have|had)\s+(?:(?:also|now|already|been|[a-z]+ly)\s+){0,2}(?:reducing|reduced|preventing|prevented|lowering|lowered|decreasing|decreased|improving|improved|increasing|increased)\s+(?:the\s+|their\s+)?(?:overall\s+)?(?:numbers?|rates?|risks?|harm|incidence|likelihood|chances|outcomes|safety|wellbeing|lives|life chances|resilience|attendance|proportion)\b/gi;

const child =
  /\b(child(?:ren)?(?:['’]s)?|young (?:people|persons?)(?:['’]s)?|bab(?:y|ies)|infants?|famil(?:y|ies)|pupils?|teenagers?|young carers?|care leavers?|victims?)\b/i;
const benefit =
  /\b(safer|safely|kept safe|keep(?:ing)? \w+ safe|better outcomes|improved outcomes|improve(?:d|s|ment|ments)? (?:in |to )?(?:the )?(?:outcomes|safety|wellbeing|lives)|right (?:help|support|service)\w* at the right time|fewer|less|reduc(?:ed|ing|tion)s?|prevent(?:ed|ing)|protected|better protected|happier|healthier|more resilient|more confident|improved|increased)\b/i;
/** The cause has to be work somebody did; "neglect leads to" explains a need. */
const work =
  /\b(we|our|partnership|partners|agencies|services?|training|work|working|interventions?|approach|models?|strateg(?:y|ies)|support|programmes?|projects?|audits?|team|processe?s?|practice|initiatives?|pathways?|tools?|hubs?|campaigns?|panels?|meetings?|guidance|this|these|operation|police|schools?|network)\b/i;
const supposed =
  /\b(to|will|would|can|could|may|might|should|shall|must|likely|aims?|aimed|intended|hopes?|hoped|expected|plans?|planned|in order|so that|if|whether|how|potential|possibly|not)\s+(?:\w+\s+){0,2}$/i;

/** The first such claim of a sentence; null where there is none. */
export function causalClaimIn({ text }: Pick<Sentence, 'text'>): CausalClaim | null {
  if (!child.test(text)) return null;
  for (const match of text.matchAll(connective)) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (supposed.test(before)) continue;
    // "As a result, children are safer": the cause stands in the sentence before.
    const opens = before.trim() === '';
    const effect = opens && !/\bof$/i.test(match[0]) ? after : effectBeside(before, after, match[0]);
    const cause = effect === after ? before : after;
    if (child.test(effect) && benefit.test(effect) && (opens || work.test(`${match[0]} ${cause}`)))
      return claim(match);
  }
  for (const match of text.matchAll(change)) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index);
    if (
      !supposed.test(before) &&
      child.test(after) &&
      work.test(before) &&
      !childIsSubject.test(before.trimEnd())
    )
      return claim(match);
  }
  return null;
}

/** "A led to B": the effect follows. "B as a result of A": it stands before, unless the sentence opens with the cause. */
function effectBeside(before: string, after: string, words: string): string {
  if (!/^(as a|because|thanks|due)/i.test(words)) return after;
  if (before.trim() !== '') return before;
  const comma = after.indexOf(',');
  return comma < 0 ? '' : after.slice(comma + 1);
}

/** "Children have improved their attendance" says who, not why; "work with children has" does. */
const childIsSubject =
  /(?<!\b(?:with|for|to|by|of|from|and) (?:\w+ )?)\b(?:children|young people|pupils|families|carers|parents)(?: (?:also|now|who \w+))?$/i;

function claim(match: RegExpExecArray): CausalClaim {
  return { from: match.index, to: match.index + match[0].length, words: match[0].toLowerCase() };
}
