// "From a to b" against what is printed with it: the direction ("increased from 95 to 28"), the percentage, the difference,
// "doubled" and "halved". Figures that were rounded themselves are given their rounding. Also the column of change in a
// table, where it follows from the two columns beside it in nearly every row.
import type { Quantity } from '../../reading/language/quantities.ts';
import { changedColumns } from '../changed-columns.ts';
import { amountText, dust, halfDigit, numberText } from '../figures.ts';
import { agrees, type FigureSentence, sentencesWithFigures } from '../printed-figures.ts';
import { type Found, findingAt, type Rule } from '../rule.ts';

const id = 'change-misstated';

export const rule: Rule = {
  id,
  group: 'arithmetic',
  title: 'A change its own figures contradict',
  why: 'What rose and what fell, and by how much, is what readers remember of a report.',
  severities: ['high', 'medium'],
  check: (document) => [
    ...document.parts.flatMap((part) => (part.kind === 'table' ? changedColumns(id, document, part) : [])),
    ...sentencesWithFigures(document).flatMap((sentence) =>
      doubtsIn(sentence).map((found) => findingAt(id, document, sentence.part, found)),
    ),
  ],
};

interface Change {
  before: Quantity;
  after: Quantity;
  /** Offsets of the clause in the sentence: from the word of change to the figures. */
  from: number;
  to: number;
}

function doubtsIn(sentence: FigureSentence): Found[] {
  if (sentence.figures.length < 2) return [];
  return changesIn(sentence).flatMap((change) => {
    const found =
      directionDoubt(sentence, change) ?? sizeDoubt(sentence, change) ?? timesDoubt(sentence, change);
    return found ? [found] : [];
  });
}

/** "from 28 to 95", "from 28 children in June 2023 to 95", "to 95 from 28". */
function changesIn({ text, figures }: FigureSentence): Change[] {
  return figures.flatMap((first, at) => {
    const second = figures[at + 1];
    if (!second || !alike(first, second)) return [];
    const lead =
      /\b(from|to) (?:just |only |about |around |approximately |over |under |nearly |almost |an? (?:average|rate|total|mean) of |a |the )*$/i.exec(
        text.slice(Math.max(0, first.from - 40), first.from),
      );
    const between = text.slice(first.to, second.from);
    const [, word] = lead ?? [];
    if (!lead || !word || between.length > 70 || /[;:.]\s|[()]/.test(between)) return [];
    const other = word.toLowerCase() === 'from' ? 'to' : 'from';
    if (!new RegExp(String.raw`\b${other} (?:[a-z]+ ){0,4}$`, 'i').test(between)) return [];
    const from = first.from - lead[0].length;
    const [before, after] = other === 'to' ? [first, second] : [second, first];
    return [{ before, after, from, to: second.to }];
  });
}

function alike(a: Quantity, b: Quantity): boolean {
  const plain = (kind: Quantity['kind']) => (kind === 'number' || kind === 'mean' ? 'count' : kind);
  return plain(a.kind) === plain(b.kind) && a.per === b.per && a.kind !== 'times' && a.outOf === b.outOf;
}

const up =
  /^(increas|rose|rise|risen|rising|grew|grow|climb|went up|gone up|up$|doubl|trebl|tripl|quadrupl)/i;
const moves =
  /\b(increas(?:e|ed|es|ing)|rose|rises?|risen|rising|grew|grown|growth|climbed|went up|gone up|decreas(?:e|ed|es|ing)|fell|fall(?:en|s|ing)?|drop(?:ped|s)?|reduc(?:ed|es|ing|tion)|declin(?:e|ed|es|ing)|went down|gone down|doubl(?:ed|ing)|trebled|tripled|quadrupled|halved)\b/gi;
/** What stands between the word of change and "from" when it speaks of something else. */
const breaks =
  /[,;:]|\b(and|but|while|which|who|aged|ages|children|pupils|young people|years? old|between)\b/i;

/** The word that tells the direction, directly before "from": "increased slightly from", "a rise in referrals from". */
function moveBefore({ text }: FigureSentence, { from }: Change): { word: string; at: number } | null {
  const before = text.slice(Math.max(0, from - 70), from);
  const last = [...before.matchAll(moves)].at(-1);
  if (!last) return null;
  const gap = before.slice(last.index + last[0].length);
  const rise = /\b(?:not|no|never|without|pay|reverse)\s+(?:\w+\s+)?$/i.test(before.slice(0, last.index));
  if (breaks.test(gap) || gap.trim().split(/\s+/).length > 8 || rise) return null;
  return { word: last[0], at: from - before.length + last.index };
}

function directionDoubt(sentence: FigureSentence, change: Change): Found | null {
  const { before, after } = change;
  const move = moveBefore(sentence, change);
  if (!move || before.value === after.value) return null;
  const rises = up.test(move.word);
  if (rises === after.value > before.value) return null;
  return {
    severity: 'high',
    confidence: 0.9,
    message:
      `The words say “${move.word}”, and the figures go ${after.value > before.value ? 'up' : 'down'}, from ${shown(before)} to ` +
      `${shown(after)}. Either the word is the wrong one, or the two figures stand the wrong way round.`,
    mend: 'Check the two figures and the days they belong to, and print them in order.',
    detail: `direction ${move.word} ${before.value} ${after.value}`,
    from: sentence.from + move.at,
    to: sentence.from + change.to,
  };
}

/** "an increase of 20%", "up by 15", "(+239%)", "a 12% rise": the figure of change printed with the two. */
function sizeDoubt(sentence: FigureSentence, change: Change): Found | null {
  const { text, figures } = sentence;
  const size = figures.find((figure) => isSize(text, figure, change));
  if (!size) return null;
  const { before, after } = change;
  if (size.kind === 'percent') return percentDoubt(sentence, change, size);
  if (!alike(size, before)) return null;
  const apart = Math.abs(after.value - before.value);
  const half = spread(before) + spread(after);
  if (agrees(size, apart - half - dust(apart), apart + half + dust(apart), halfOf(size))) return null;
  return sizeFound(
    sentence,
    change,
    size,
    `${amountText(apart, before.kind === 'money' ? 'money' : 'count')} apart`,
  );
}

function isSize(text: string, figure: Quantity, { before, after, from, to }: Change): boolean {
  if (figure === before || figure === after || figure.kind === 'times') return false;
  if (figure.from >= to) {
    const gap = text.slice(to, figure.from);
    return (
      (gap.length < 60 &&
        !/\d/.test(gap) &&
        /(?:\b(?:an?|the|this is an?|representing an?|equating to an?|equal to an?) )(?:\w+ )?(?:increase|rise|reduction|decrease|fall|drop|growth|decline|difference|improvement) of (?:just |about |around |over |nearly |almost |more than )*$|[(–—-]\s?(?:up |down |by |\+|[-−])*$/i.test(
          gap,
        )) ||
      (gap.length < 40 &&
        /^[,(–— -]+(?:an?|or an?|representing an?) $/i.test(gap) &&
        /^\s*(?:increase|rise|reduction|decrease|fall|drop|growth|decline)\b/i.test(text.slice(figure.to)))
    );
  }
  const lead = text.slice(Math.max(0, figure.from - 45), figure.from);
  const gap = text.slice(figure.to, from);
  return (
    figure.to <= from &&
    /^[ ,(]*(?:[a-z]+ ){0,5}$/i.test(gap) &&
    !/\bto\b/i.test(gap) &&
    /\b(?:by|increase of|rise of|reduction of|decrease of|fall of|drop of|growth of|decline of)(?: just| about| around| over| nearly| almost| more than)* $/i.test(
      lead,
    )
  );
}

function percentDoubt(sentence: FigureSentence, change: Change, size: Quantity): Found | null {
  const { before, after } = change;
  const apart = Math.abs(after.value - before.value);
  const half = halfOf(size);
  const [halfBefore, halfAfter] = [spread(before), spread(after)];
  // Of two percentages, the change may be told in percentage points.
  if (
    before.kind === 'percent' &&
    agrees(
      size,
      apart - halfBefore - halfAfter - dust(apart),
      apart + halfBefore + halfAfter + dust(apart),
      half,
    )
  )
    return null;
  if (before.value <= 0) return null;
  const ratios = [before.value - halfBefore, before.value + halfBefore].flatMap((a) =>
    a <= 0 ? [] : [after.value - halfAfter, after.value + halfAfter].map((b) => Math.abs(100 * (b / a - 1))),
  );
  const [lowest, highest] = [Math.min(...ratios), Math.max(...ratios)];
  // What was cut off instead of rounded is no misstatement.
  if (agrees(size, lowest - dust(lowest), highest + dust(highest), 2 * half)) return null;
  const worked = (100 * apart) / before.value;
  return sizeFound(
    sentence,
    change,
    size,
    `${numberText(worked, Math.max(size.decimals, worked < 10 ? 1 : 0))}% apart`,
  );
}

function sizeFound(sentence: FigureSentence, change: Change, size: Quantity, worked: string): Found {
  const { before, after } = change;
  return {
    severity: 'high',
    confidence: 0.85,
    message:
      `${shown(before)} and ${shown(after)} are ${worked}, and the text says ${size.raw}. Either one of the three figures is ` +
      'mistaken, or the change is counted from something else.',
    mend: 'Work the change out again from the two figures, or say what it is counted from.',
    detail: `change ${before.value} ${after.value} ${size.value}`,
    from: sentence.from + Math.min(size.from, change.from),
    to: sentence.from + Math.max(size.to, change.to),
  };
}

const times: readonly [RegExp, number, number, string][] = [
  [/\bmore than (?:doubled|twice)\b/i, 1.99, 3, 'more than doubled'],
  [/\b(?:nearly|almost) doubled\b/i, 1.65, 2.05, 'nearly doubled'],
  [/\bdoubl(?:ed|ing)\b/i, 1.75, 2.5, 'doubled'],
  [/\bmore than (?:trebled|tripled)\b/i, 2.99, 4, 'more than trebled'],
  [/\b(?:trebled|tripled|threefold|three-fold)\b/i, 2.6, 3.6, 'trebled'],
  [/\b(?:quadrupled|fourfold|four-fold)\b/i, 3.5, 4.6, 'quadrupled'],
  [/\b(?:halved|halving)\b/i, 0.38, 0.6, 'halved'],
];

function timesDoubt(sentence: FigureSentence, change: Change): Found | null {
  const { before, after } = change;
  const clause = sentence.text.slice(Math.max(0, change.from - 45), change.from);
  const said = times.find(([words]) => words.test(clause));
  if (!said || before.value <= 0 || breaks.test(clause.slice(said[0].exec(clause)?.index))) return null;
  const [, lowest, highest, word] = said;
  const ratio = after.value / before.value;
  if (ratio >= lowest && ratio <= highest) return null;
  return {
    severity: 'medium',
    confidence: 0.8,
    message: `From ${shown(before)} to ${shown(after)} is ${numberText(ratio, 1)} times as many, and the text says “${word}”.`,
    mend: 'Check the two figures, and choose the word that fits them.',
    detail: `times ${word} ${before.value} ${after.value}`,
    from: sentence.from + change.from,
    to: sentence.from + change.to,
  };
}

/** How far a printed figure may lie from the one it was rounded from: counts are exact. */
function spread(figure: Quantity): number {
  const coarse = figure.qualifier === 'exactly' ? 0 : Math.abs(figure.value) * 0.05;
  const inWords = /million|thousand|billion|\d ?(?:k|m|mn|bn)\b/i.test(figure.raw);
  if (inWords) return Math.max(coarse, figure.value * 0.05);
  const exact = figure.kind === 'count' || (figure.kind === 'money' && figure.decimals > 0);
  return exact ? coarse : Math.max(coarse, halfDigit(figure.decimals));
}

function halfOf(figure: Quantity): number {
  return halfDigit(figure.decimals);
}

function shown({ raw }: Quantity): string {
  return raw;
}
