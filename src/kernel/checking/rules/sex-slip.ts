// A story that is careful to say "the young person" and "they", and slips once into "his": whoever wrote it meant to keep the
// child's sex out, and one word gives it away. In a story that says openly who is a boy or a girl, a pronoun slips nowhere.
import type { Prose, ReadDocument } from '../../reading/document.ts';
import { type Sentence, sentencesIn } from '../../reading/language/sentences.ts';
import type { Finding } from '../finding.ts';
import { findingAt, type Rule } from '../rule.ts';
import { type Story, storiesIn } from '../stories.ts';

const id = 'sex-slip';
/** More than this many, and the story is simply told of a boy or a girl. */
const mostSlips = 2;

export const rule: Rule = {
  id,
  group: 'privacy',
  title: 'A pronoun that gives a child’s sex away',
  why: 'Each detail that was meant to stay out narrows down which child it can be.',
  severities: ['medium'],
  check: (document) =>
    storiesIn(document).flatMap((story) => {
      if (story.voice !== 'case-study' || !isNeutral(story.text)) return [];
      const slips = slipsIn(story);
      return slips.length > 0 && slips.length <= mostSlips && !isToldOpenly(story.text, slips)
        ? [describe(document, slips)]
        : [];
    }),
};

const neutral =
  /\b(?:the|this|a|that|our|their) (?:young person|child|baby|infant|teenager|pupil|student|young carer|care leaver)\b/gi;
const sexed =
  /\b(?:(?:young )?(?:boy|girl|male|female)|(?:teenage|adolescent|young) (?:boy|girl|man|woman|male|female|mother|father)|daughter|son|step-?son|step-?daughter|brother and sister|schoolboy|schoolgirl)\b/i;
const they = /\b(?:they|their|them|themsel(?:ves|f))\b/gi;

/** Told of one child without saying which sex: several neutral words, "they" for one, no word that says it. */
function isNeutral(text: string): boolean {
  return (text.match(neutral)?.length ?? 0) >= 2 && (text.match(they)?.length ?? 0) >= 1 && !sexed.test(text);
}

interface Slip {
  part: Prose;
  word: string;
  from: number;
  to: number;
}

const pronoun = /\b(he|him|his|himself|she|her|hers|herself)\b/gi;
/** What only a child has: "at his Child in Need meeting". */
const childsOwn =
  /^\s+(?:own\s+)?(?:child (?:in need|protection)|cin\b|cp\b|ehcp|education|school|schoolwork|college|teachers?|class|placement|foster|social worker|care plan|pathway plan|personal adviser|virtual school|mum|mummy|mother|dad|daddy|father|parents?|carers?|nan|siblings?|toys?|nursery)\b/i;
/** Anybody else in the story whom the pronoun may mean. */
const others: Record<'he' | 'she', RegExp> = {
  he: /\b(?:man|dad|father|step-?father|step-?dad|brother|uncle|grandad|grandfather|husband|boyfriend|mr)\b/i,
  she: /\b(?:woman|mum|mother|step-?mother|step-?mum|sister|aunt|auntie|nan|gran|grandma|grandmother|wife|girlfriend|mrs|ms|miss|midwife)\b/i,
};
const professionals =
  /\b(?:gp|doctor|worker|officer|visitor|nurse|teacher|clinician|practitioner|therapist|counsellor|mentor|adviser|psychologist|psychiatrist|police officer|perpetrator|offender|suspect|partner|ex-partner|friend|carer|adult|headteacher|senco|coach|volunteer|manager)\b/i;

function slipsIn({ parts, text }: Story): Slip[] {
  return parts.flatMap((part) => {
    const sentences = sentencesIn(part.text);
    return sentences.flatMap((sentence, at) =>
      [...sentence.text.matchAll(pronoun)]
        .filter((match) => meansTheChild(match, text, sentence, sentences[at - 1]))
        .map((match) => {
          const from = sentence.from + match.index;
          return { part, word: match[0], from, to: from + match[0].length };
        }),
    );
  });
}

/** Many pronouns of one sex and nobody else they could mean: the story is told of a boy or a girl throughout. */
function isToldOpenly(story: string, slips: readonly Slip[]): boolean {
  const sex = sexOf(slips[0]?.word ?? '');
  const all = [...story.matchAll(pronoun)].filter(([word]) => sexOf(word) === sex);
  return all.length > mostSlips && !others[sex].test(story);
}

function sexOf(word: string): 'he' | 'she' {
  return /^h(e|im|is|imself)$/i.test(word) ? 'he' : 'she';
}

function meansTheChild(
  match: RegExpExecArray,
  story: string,
  { text }: Sentence,
  before: Sentence | undefined,
): boolean {
  const sex = sexOf(match[0]);
  const ahead = text.slice(0, match.index);
  const someone = others[sex];
  const near = `${before?.text ?? ''} ${ahead}`;
  if (/^(his|her)$/i.test(match[0]) && childsOwn.test(text.slice(match.index + match[0].length)))
    return !someone.test(ahead) && !professionals.test(ahead);
  return (
    !someone.test(story) &&
    !professionals.test(near) &&
    /\b(?:young person|child|baby|infant|pupil|student|they|their)\b/i.test(near)
  );
}

function describe(document: ReadDocument, slips: readonly Slip[]): Finding {
  const [first] = slips;
  if (!first) throw new Error('A story without a slip has no finding');
  const words = [...new Set(slips.map(({ word }) => `“${word.toLowerCase()}”`))].join(' and ');
  return findingAt(id, document, first.part, {
    severity: 'medium',
    confidence: slips.length === 1 ? 0.75 : 0.65,
    message: `The story keeps to “they” and “the young person” or “the child”, except for ${words} here, which tells the child’s sex.`,
    mend: 'Write “their” or “the young person’s”; or, if it is meant to be said, say it openly and look again at what else is told.',
    detail: first.part.text.slice(Math.max(0, first.from - 40), first.to + 40),
    from: first.from,
    to: first.to,
  });
}
