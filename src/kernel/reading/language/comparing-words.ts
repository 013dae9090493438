// Finds the words by which a text says that something changed or is more than something else. Only statements of fact
// count: what people intend ("to improve", "aimed at reducing"), quantities ("more than 200"), fixed expressions
// ("improvement plan", "find out more") and names ("Violence Reduction Unit") are left alone.
import { isCapitalised, startsSentence, type Word } from './words.ts';

type Kind = 'base' | 'present' | 'past' | 'ing' | 'noun' | 'degree' | 'adverb' | 'steady';

const kinds = new Map<string, Kind>();
function list(kind: Kind, words: string): void {
  for (const word of words.split(/\s+/).filter(Boolean)) kinds.set(word, kind);
}
list(
  'base',
  'increase decrease reduce improve rise fall grow drop decline double treble triple halve worsen lessen',
);
list(
  'present',
  'increases decreases reduces improves rises falls grows drops declines doubles worsens lessens',
);
list(
  'past',
  'increased decreased reduced improved rose risen fell fallen grew grown dropped declined doubled trebled',
);
list('past', 'tripled quadrupled halved worsened deteriorated lessened');
list(
  'ing',
  'increasing decreasing reducing improving rising falling growing dropping declining doubling worsening',
);
list('noun', 'improvement improvements reduction reductions growth deterioration');
list(
  'degree',
  'more fewer less better worse higher lower greater highest lowest greatest safer stronger quicker faster slower',
);
list('degree', 'healthier happier fewest busiest');
list('adverb', 'increasingly significantly considerably dramatically markedly substantially');
list('steady', 'remained remains stayed unchanged');

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What turns a verb into an intention, a possibility or a request. */
const purpose = set(
  'to will would can could should must may might shall help helps helped helping aim aims aimed want wants need needs hope hopes plan plans ensure ensuring towards toward for how ways',
);
/** The subset that stands directly before a participle: "the plan reduced absence" is a fact. */
const hedges = set('to will would can could should must may might shall for towards toward');
const be = set('is are was were been being be am remains remain');
const determiners = set(
  'a an the this that any some significant large small sharp slight marked steady year overall further recent notable clear big huge',
);
const alsoNouns = set('increase decrease rise fall drop decline double');
const numbers = set(
  'one two three four five six seven eight nine ten eleven twelve twenty fifty hundred thousand half once twice a an quarter third',
);
/** Words before or after that make a fixed expression of the word in the middle. */
const fixedBefore: Record<string, ReadonlySet<string>> = {
  improvement: set('school service quality continuous continual practice for rapid'),
  improvements: set('for past recommend recommends recommended suggest suggested further'),
  reduction: set('harm violence conflict crime drug risk noise'),
  growth: set('economic personal fetal foetal baby child population post'),
  more: set('once any no much what find out learn read know or do some many few one two and see'),
  less: set('no or none never'),
  better: set('to and for'),
  greater: set('no'),
  rise: set('give gives gave giving to raise'),
  increased: set('at'),
};
const fixedAfter: Record<string, ReadonlySet<string>> = {
  improvement: set(
    'plan plans board notice partner partners programme programmes journey framework officer group team cycle lead adviser advisers area areas work activity activities priority priorities project action actions service strategy opportunities hub needed required',
  ),
  improvements: set('needed required plan'),
  reduction: set('unit units partnership strategy plan programme officer order'),
  growth: set('chart charts mindset hub hormone'),
  more: set(
    'information detail details about widely generally broadly recently work importantly specifically to needs can could should is at like formal',
  ),
  less: set('well'),
  better: set('off understand meet inform'),
  higher: set('education needs tariff court level levels risk tier tiers quality'),
  lower: set('tier tiers secondary school schools risk level levels'),
  greater: set('manchester london'),
  highest: set('quality standard standards possible'),
  greatest: set('possible'),
  safer: set('recruitment sleep sleeping working internet schools neighbourhood neighbourhoods streets'),
  grow: set('up'),
  growing: set('up sense awareness concern concerns body'),
  grew: set('up'),
  grown: set('up'),
  fall: set('within under into outside below between through back on short behind'),
  falls: set('within under into outside below between'),
  falling: set('within under into outside below between'),
  fell: set('within under into outside below between'),
  drop: set('off out down by ins'),
  dropped: set('in off out'),
  dropping: set('in off out'),
  double: set('check sided page glazing up'),
  rise: set('to'),
  rising: set('cost costs price prices inflation'),
};

/** The comparing words of a text, as positions among its words. `named` tells which belong to a known name. */
export function comparingWords(
  text: string,
  words: readonly Word[],
  named: (at: number) => boolean,
): number[] {
  const found: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const kind = word && kinds.get(word.norm);
    if (word && kind && !named(at) && !isName(text, word) && compares(kind, text, words, at)) found.push(at);
  }
  return found;
}

function isName(text: string, word: Word): boolean {
  return isCapitalised(word) && !startsSentence(text, word.from);
}

function compares(kind: Kind, text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  const near: Near = (step) => words[at + step]?.norm ?? '';
  if (fixedBefore[word.norm]?.has(near(-1)) || fixedAfter[word.norm]?.has(near(1))) return false;
  // "drop-in", "improvement-focused": one half of a compound compares nothing.
  if (/[-‑]/.test(text.charAt(word.to)) || /[-‑]/.test(text.charAt(word.from - 1))) return false;
  return tests[kind](word.norm, near);
}

/** The word so many steps away; empty where there is none. */
type Near = (step: number) => string;

const tests: Record<Kind, (word: string, near: Near) => boolean> = {
  base(word, near) {
    if (!alsoNouns.has(word)) return false;
    // "Increase the percentage of …" asks for it; "Increase in referrals" says that it is so.
    if (near(-1) === '' && /^(the|our|your|their|a|an|awareness|access)$/.test(near(1))) return false;
    if (word === 'drop' && near(1) === 'in' && /^(session|clinic|service|support|hub|cent)/.test(near(2)))
      return false;
    return !intended(near, determiners.has(near(-1)) ? 2 : 4);
  },
  present: (_, near) => !intended(near, 2),
  past(_, near) {
    if (hedges.has(near(-1)) || (be.has(near(-1)) && intended(near, 3))) return false;
    return !(near(-1) === 'have' && hedges.has(near(-2)));
  },
  ing(_, near) {
    const happening = be.has(near(-1)) || (be.has(near(-2)) && near(-1).endsWith('ly'));
    return (happening || /^(an?|the|rapidly|steadily)$/.test(near(-1))) && !intended(near, 3);
  },
  noun(word, near) {
    if ([near(1), near(2)].some((next) => next === 'required' || next === 'needed')) return false;
    // "strength and improvement" names a subject; "an improvement", "improvement in" states a change.
    if (word === 'improvement' && !determiners.has(near(-1)) && !/^(in|of|on)$/.test(near(1))) return false;
    return (
      !intended(near, 2) &&
      ![2, 3, 4, 5].some((back) => /^(areas?|opportunit(y|ies)|scope|need)$/.test(near(-back)))
    );
  },
  degree: (_, near) => !isQuantity(near) && !intended(near, 5),
  adverb: (_, near) => !intended(near, 3),
  steady: (word, near) => word === 'unchanged' || [1, 2, 3, 4, 5].some((step) => unchanging.has(near(step))),
};

const unchanging = set('same consistent stable steady unchanged level static');

function intended(near: Near, back: number): boolean {
  for (let step = 1; step <= back; step += 1) if (purpose.has(near(-step))) return true;
  return false;
}

/** "more than 200", "fewer than five", "lower than a third": a size, not a comparison. */
function isQuantity(near: Near): boolean {
  return near(1) === 'than' && (/^\d/.test(near(2)) || numbers.has(near(2)));
}
