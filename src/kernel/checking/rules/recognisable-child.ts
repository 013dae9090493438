// Details that are harmless one by one and together point at one child: a jigsaw. What is counted is how many different kinds of
// detail a story gives; rare events weigh most, because a town remembers them (domain handbook 5.9).
import type { ReadDocument } from '../../reading/document.ts';
import { timesIn } from '../../reading/language/times.ts';
import type { Finding } from '../finding.ts';
import { findingAt, listWords, type Rule } from '../rule.ts';
import { type Story, storiesIn } from '../stories.ts';

const id = 'recognisable-child';
const enoughToAsk = 5;
const enoughToStop = 8;

export const rule: Rule = {
  id,
  group: 'privacy',
  title: 'Details that together may show who it is',
  why: 'Somebody who knows one of the details can work out the rest, and learn what they did not know.',
  severities: ['high', 'medium'],
  check: (document) =>
    storiesIn(document).flatMap((story) => {
      if (story.voice !== 'case-study') return [];
      const pieces = piecesOf(story);
      const weight = pieces.reduce((sum, piece) => sum + piece.weight, 0);
      const rare = pieces.some(({ kind }) => kind === 'rare');
      return weight >= enoughToAsk && rare && pieces.length >= 3
        ? [describe(document, story, pieces, weight)]
        : [];
    }),
};

interface Piece {
  kind: string;
  /** As a person would say it: "an exact age (“aged 8”)". */
  said: string;
  weight: number;
}

interface Kind {
  kind: string;
  name: string;
  words: RegExp;
  /** What one such detail weighs, and how many count at most. */
  weight: number;
  most: number;
}

const kinds: readonly Kind[] = [
  {
    kind: 'rare',
    name: 'what hardly ever happens',
    words:
      /\b(traffick\w+|murder\w*|homicide|stabb\w+|shot\b|kidnap\w*|abduct\w+|forced marriage|fgm|genital mutilation|honou?r[- ]based|modern slavery|maternal death|life[- ]threatening)\b/gi,
    weight: 2,
    most: 2,
  },
  {
    kind: 'rare',
    name: 'rare events',
    words:
      /\b(court\b|parental responsibility|suicid\w+|arson|rape[ds]?|prison|imprison\w+|convicted|arrest\w+|died|death of|bereave\w+|burial|funeral|buried|adopt(?:ed|ion)\b|asylum|unaccompanied|deport\w+|intensive care|overdose|sectioned|secure unit|terminal|naked (?:photos|images|pictures)|indecent images|explicit (?:photos|images)|false details|hospital)\b/gi,
    weight: 1,
    most: 4,
  },
  {
    kind: 'age',
    name: 'an exact age',
    words:
      /\b(aged \d{1,2}\b|\d{1,2}[- ](?:year|month|week|day)s?[- ]olds?\b|\d{1,2}(?:-\d{1,2})? months? (?:old|review))/gi,
    weight: 1,
    most: 2,
  },
  {
    kind: 'money',
    name: 'a sum of money',
    words: /£\s?\d[\d,.]*/g,
    weight: 1,
    most: 1,
  },
  {
    kind: 'origin',
    name: 'religion, origin or a rare condition',
    words:
      /\b(religio\w+|muslim|christian|jewish|sikh|hindu|roma\b|traveller|refugees?|(?:syrian|afghan|polish|romanian|albanian|ukrainian|vietnamese|sudanese|eritrean|somali|kurdish|iranian|iraqi|turkish|nigerian|ghanaian|pakistani|bangladeshi|indian|chinese)\b|transgender|non-binary|twins?\b|triplets?\b|wheelchair|deaf\b|blind\b|epilepsy|leukaemia|cancer|down['’]?s syndrome|cerebral palsy)/gi,
    weight: 1,
    most: 2,
  },
  {
    kind: 'family',
    name: 'details of the family',
    words:
      /\b((?:young )?couple who met|met online|unplanned pregnancy|(?:eldest|oldest|youngest|only|middle) (?:child|son|daughter|sibling)|(?:one|two|three|four|five|six|seven|younger|older|adult) (?:siblings?|brothers?|sisters?|children|child)|(?:main|sole|kinship) carer|family friend|their son|their daughter|half[- ](?:brother|sister|sibling)|step-?(?:father|mother|dad|mum|parent)|separated from|single (?:mother|father|parent)|grandparents?|special guardian\w*|connected carer)\b/gi,
    weight: 1,
    most: 2,
  },
  {
    kind: 'place',
    name: 'a named school, hospital, place or club',
    words:
      /\b(?:[A-Z][a-z]+ ){1,3}(?:School|Academy|College|Hospital|Nursery|Infirmary|Estate|Children['’]s Home|Care Home|Church|Mosque)\b|\b(?:Brownies|Cubs|Scouts|Guides|Cadets)\b/g,
    weight: 1,
    most: 2,
  },
];

const sex = /\b(he|his|him|she|her|boy|girl|son|daughter|male|female)\b/i;

function piecesOf({ text, parts, names_changed }: Story): Piece[] {
  const pieces: Piece[] = [];
  for (const { kind, name, words, weight, most } of kinds) {
    const found = [
      ...new Map([...text.matchAll(words)].map(([word]) => [rootOf(word), word])).values(),
    ].slice(0, most);
    if (found.length > 0)
      pieces.push({ kind, said: `${name} (${quoted(found)})`, weight: weight * found.length });
  }
  const [day] = parts
    .flatMap((part) => timesIn(part.text))
    .filter((time) => time.kind === 'day' || time.kind === 'month');
  if (day) pieces.push({ kind: 'date', said: `a date (“${day.raw}”)`, weight: day.kind === 'day' ? 2 : 1 });
  if (sex.test(text)) pieces.push({ kind: 'sex', said: 'the sex of somebody in it', weight: 1 });
  const name = names_changed ? null : repeatedName(text);
  if (name) pieces.push({ kind: 'name', said: `what reads like a name (“${name}”)`, weight: 2 });
  return pieces;
}

/** "traffic­king" and "trafficked" are one event. */
function rootOf(word: string): string {
  return word.toLowerCase().slice(0, 6);
}

function quoted(words: readonly string[]): string {
  return listWords(words.map((word) => `“${word.toLowerCase() === word ? word : word.trim()}”`));
}

/** A capitalised word that owns something or acts, more than once, and is no word of the field. */
function repeatedName(text: string): string | null {
  const times = new Map<string, number>();
  for (const match of text.matchAll(
    /(?<=[a-z,;] )([A-Z][a-z]{2,})(?:['’]s)?(?= (?:was|is|had|has|said|and|to|wanted|felt|came|whilst|while|[a-z]+ed)\b)/g,
  ))
    times.set(match[1] ?? '', (times.get(match[1] ?? '') ?? 0) + 1);
  const [found] = [...times].toSorted((a, b) => b[1] - a[1]);
  return found &&
    found[1] >= 2 &&
    new RegExp(`\\b${found[0]} (?:was|came|wanted|said|felt|had)\\b|\\b${found[0]}['’]s\\b`).test(text)
    ? found[0]
    : null;
}

function describe(document: ReadDocument, story: Story, pieces: readonly Piece[], weight: number): Finding {
  const [first] = story.parts;
  if (!first) throw new Error('A story has at least one part');
  return findingAt(id, document, first, {
    severity: weight >= enoughToStop ? 'high' : 'medium',
    confidence: weight >= enoughToStop ? 0.7 : 0.55,
    message: `This story gives ${listWords(pieces.map(({ said }) => said))}. Together they may show somebody in the area which child it is.`,
    mend:
      'Leave out what the learning does not need: the rarest event first, then age, sex, place and family. Ask the agency that ' +
      'gave the story, and where it can be done the family, and record who decided.',
    detail: pieces.map(({ said }) => said).join('|'),
    from: 0,
    to: Math.min(first.text.length, 120),
  });
}
