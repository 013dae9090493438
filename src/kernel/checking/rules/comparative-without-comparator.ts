// Words that compare with nothing to compare with: "has reduced", "highest to date", "in line with the national rate". A claim
// on record may compare when it cites what it compares; other text may when figures stand beside it: in the sentence, the one
// before or after, the same list, or a table directly below.
import type { ReadDocument } from '../../reading/document.ts';
import { comparingWords } from '../../reading/language/comparing-words.ts';
import type { Sentence } from '../../reading/language/sentences.ts';
import { type Word, wordsIn } from '../../reading/language/words.ts';
import { causalClaimIn } from '../causal-words.ts';
import type { Finding } from '../finding.ts';
import { liesIn, type NamedPlace, namedPlaces } from '../named-places.ts';
import { findingAt, listWords, type Rule } from '../rule.ts';
import { figuresIn, hasTableOrChart, neighboursOf, type Statement, statementsIn } from '../statements.ts';

const id = 'comparative-without-comparator';

export const rule: Rule = {
  id,
  group: 'evidence',
  title: 'A comparison with nothing to compare with',
  why: 'A change that is stated and not shown is what scrutineers ask partnerships to prove.',
  severities: ['high', 'medium'],
  check(document) {
    const named = namedPlaces(document);
    const byPart = new Map<number, Comparison[]>();
    for (const statement of statementsIn(document)) {
      const found = comparisonIn(document, statement, named.get(statement.part.at) ?? []);
      if (found) byPart.set(statement.part.at, [...(byPart.get(statement.part.at) ?? []), found]);
    }
    return [...byPart.values()].map((comparisons) => describe(document, comparisons));
  },
};

type Kind = 'change' | 'superlative' | 'benchmark' | 'degree';

interface Comparison {
  kind: Kind;
  statement: Statement;
  words: readonly string[];
  /** Offsets in the part. */
  from: number;
  to: number;
}

function comparisonIn(
  document: ReadDocument,
  statement: Statement,
  names: readonly NamedPlace[],
): Comparison | null {
  const { claim } = statement.part.known ?? {};
  if (claim?.compared) return null;
  const benchmark = benchmarkIn(document, statement);
  if (benchmark) return benchmark;
  const words = wordsIn(statement.text);
  const found = comparingWords(statement.text, words, (at) => {
    const word = words[at];
    return word !== undefined && liesIn(names, statement.from + word.from, statement.from + word.to);
  })
    .map((at) => words[at])
    .filter((word) => word !== undefined);
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last) return null;
  // A claim on record has to cite what it compares; what it prints is no substitute for that.
  if (!claim && (isShown(document, statement) || causalClaimIn(statement))) return null;
  const kind = kindOf(statement.text, found);
  if (!claim && isRhetoric(kind, statement.text, first, found)) return null;
  return {
    kind,
    statement,
    words: [...new Set(found.map(({ raw }) => raw.toLowerCase()))],
    from: statement.from + first.from,
    to: statement.from + (last.to - first.from <= 80 ? last.to : first.to),
  };
}

const degrees = new Set(
  'more fewer less better worse greater stronger quicker faster slower safer healthier happier'.split(' '),
);
const superlatives =
  /(?<!\bone of (?:the|our|its) )\b(highest|lowest|greatest|fewest|busiest|largest|smallest)\b/i;
/** "Fewer children wait", "children are safer": a degree that could be counted. "Stronger links" is a manner of speaking. */
const countable =
  /\b(?:more|fewer|less|better|worse|greater|higher|lower|quicker|faster|slower)\s+(?:\w+\s+){0,2}?(?:children|young people|bab(?:y|ies)|families|pupils|(?:young )?carers|referrals|re-referrals|assessments|plans|outcomes|attendance|absences?|exclusions|incidents|contacts|deaths|admissions|numbers?|rates?|levels|waits?|waiting|professionals|people)\b|\b(?:children|young people|babies|families|pupils)\s+(?:are|were|feel|felt|became|have become)\s+(?:now\s+)?(?:safer|healthier|happier|better|more)\b/i;
const meantBefore =
  /\b(?:to (?!the|a|an|our|their|this|be\b)[a-z]+|aim\w*|in order|so that|help\w*|allow\w*|enabl\w+|encourag\w*|promot\w*|support(?:s|ing)?|can|could|will|would|may|how|need\w*)\b/i;

/** What is not said as a finding: how the world goes ("increasingly"), what is meant, what touches neither children nor practice. */
function isRhetoric(kind: Kind, text: string, first: Word, found: readonly Word[]): boolean {
  if (/\bone of (?:the|our|its) $/.test(text.slice(0, first.from)) && found.length === 1) return true;
  // "Whether that is for places or an increase in …": one of several possibilities.
  if (/\bwhether\b.*\bor (?:an? |the )?$/i.test(text.slice(0, first.from))) return true;
  if (found.every(({ norm }) => norm.endsWith('ly'))) return true;
  return kind === 'degree' && (!countable.test(text) || meantBefore.test(text.slice(0, first.from)));
}

function kindOf(text: string, found: readonly Word[]): Kind {
  if (superlatives.test(text)) return 'superlative';
  return found.every(({ norm }) => degrees.has(norm) || norm.endsWith('ly')) ? 'degree' : 'change';
}

/** "Consistent with the national trend", "below the regional and national data": a comparison that needs both sides. */
const benchmarkWords =
  /\b(?:(?:consistent|in line|comparable|on a par|similar|equal) (?:with|to)|above|below|(?:high|low|bett|great|small)er than|worse than|exceed(?:s|ed|ing)?) (?:both )?(?:the |our )?(?:(?:national|regional|england|english|statistical|similar|comparable|nearest|neighbour\w*|authorit\w+|and|or|&)[ ,]+){1,4}(?:average|averages|data|trend|trends|rate|rates|figure|figures|picture|level|levels|benchmark|performance|neighbours?)\b/i;

function benchmarkIn(document: ReadDocument, statement: Statement): Comparison | null {
  const match = benchmarkWords.exec(statement.text);
  if (!match || statement.part.known?.claim) return null;
  const printed = [statement, ...neighboursOf(document, statement)].flatMap(figuresIn).length;
  if (printed >= 2 || hasTableOrChart(document, statement)) return null;
  const from = statement.from + match.index;
  return { kind: 'benchmark', statement, words: [match[0].toLowerCase()], from, to: from + match[0].length };
}

const pointsBack =
  /\b(compared (?:with|to)|than in|than last|previous(?:ly)?|last year|the year before|up from|down from|from)\b/i;

/** Whether figures stand near enough to be what is compared. */
function isShown(document: ReadDocument, statement: Statement): boolean {
  if (figuresIn(statement).length > 0 || isAttributed(statement)) return true;
  const shownBy = (sentence: Sentence) => {
    const { length } = figuresIn(sentence);
    return length >= 2 || (length === 1 && pointsBack.test(sentence.text));
  };
  return neighboursOf(document, statement).some(shownBy) || hasTableOrChart(document, statement);
}

/** Another's judgement is evidence in itself, named in the sentence or, of an inspection, in the one before. */
const attributed =
  /\b(inspectors?|inspections?|ofsted|hmicfrs|cqc|nationally|research|stud(?:y|ies)|reports?|surveys?|audits?|reviews?|evaluations?|feedback)\b[^.]{0,80}\b(found|finds?|noted|recogni[sz]ed|said|judged|reported|highlight(?:s|ed)?|shows?|showed|shown|demonstrat(?:es?|ed)|commented|identif(?:y|ies|ied)|pointed out|suggests?|concluded)\b/i;
const inspected = /\b(inspectors?|inspection|ofsted|hmicfrs|cqc)\b/i;

function isAttributed({ text, beside, at }: Statement): boolean {
  if (attributed.test(text) || (inspected.test(text) && /\bwe know from\b/i.test(text))) return true;
  const before = beside[at - 1]?.text ?? '';
  return inspected.test(before) && /^(?:this|it|they|there|the service|children)\b/i.test(text);
}

const said: Record<Kind, (words: string) => string> = {
  change: (words) => `The text says ${words} and prints no figure beside it: from what, to what, since when?`,
  degree: (words) => `The text says ${words} without saying compared with what, or how that was seen.`,
  superlative: (words) =>
    `The text says ${words}, which only a series of years, or the others it is set beside, can show, and none is printed.`,
  benchmark: (words) =>
    `The text says ${words}, and does not print both figures, its own and the one it is set beside.`,
};
const confidence: Record<Kind, number> = { change: 0.8, superlative: 0.85, benchmark: 0.7, degree: 0.6 };

/** Several comparisons of one paragraph are one finding. */
function describe(document: ReadDocument, comparisons: readonly Comparison[]): Finding {
  const [first] = comparisons.toSorted((a, b) => confidence[b.kind] - confidence[a.kind]);
  if (!first) throw new Error('A paragraph without a comparison has no finding');
  const { kind, statement, from, to } = first;
  const { claim } = statement.part.known ?? {};
  const words = [...new Set(comparisons.filter((one) => one.kind === kind).flatMap((one) => one.words))];
  const quoted = listWords(words.map((word) => `“${word}”`));
  return findingAt(id, document, statement.part, {
    severity: claim?.headline && !claim.reach ? 'high' : 'medium',
    confidence: claim ? 0.9 : confidence[kind],
    message: claim
      ? `The claim says ${quoted}, and cites no measure before and after, nor one that carries a comparison.`
      : said[kind](quoted),
    mend: claim
      ? 'Cite the figure before and the figure after, on the same definition; or say what is known without the comparison.'
      : kind === 'benchmark'
        ? 'Print both figures with their dates and the area they are for; or leave the comparison out.'
        : 'Print both figures with their dates, or say what was done and noticed and leave the comparison out.',
    detail: comparisons.map((one) => one.statement.text).join('|'),
    from,
    to,
  });
}
