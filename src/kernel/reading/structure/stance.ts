// Whether a text says what was, what is meant to happen, or what others did and found: told by its headings, by the line that
// leads it in, and by how its sentences are built.
import type { Stance } from '../document.ts';
import { sentencesIn } from '../language/sentences.ts';
import type { PlacedPart } from '../structure.ts';
import { textsOver } from './sections.ts';

const aimHeading =
  /\b(?:next steps?|what (?:we will|will we|we plan to|we are going to|happens|comes|we need to|we want to|we intend to) (?:do|be doing|next)|do(?:ing)? next|what['’]?s next|looking (?:ahead|forward)|the (?:year|future) ahead|(?:our )?(?:priorities|plans|aims|ambitions|objectives|commitments|actions|recommendations) (?:for|in|going)|future (?:priorities|plans|developments?|actions|work)|forward plan|going forward|action plan|vision|mission|values|principles|aims?|ambitions?|objectives|recommendations?|proposals?|improving further|further (?:work|development|improvements?)|areas? for (?:development|improvement))\b/i;
/** A heading with one of these tells what became of the aims. */
const lookingBack =
  /\b(?:progress|achieve\w*|achievements?|deliver(?:ed|y)|done|did|impact|difference|last year(?:['’]s)?|previous(?:ly)?|met|completed|update on|review of|learning from|themes?)\b/i;
const othersHeading =
  /\b(?:national (?:context|picture|policy|reforms?|developments?|reviews?)|(?:legal|legislative|statutory|policy) (?:context|framework|background|implications|requirements?|duties)|legislation|the law|inspection (?:findings|outcomes?|reports?|results?)|what (?:the )?(?:inspectors?|ofsted) (?:said|found)|(?:report|survey|review|inspection)\b.* found|glossary)\b/i;
const aimLead =
  /\b(?:will|plan(?:s|ned)? to|intend(?:s|ed)? to|aim(?:s|ing)? (?:to|is)|going to|priorities (?:for|are)|recommend(?:s|ed|ations?)?|next steps?|needs? to|should|must|ambitions?|commit(?:s|ted)? to)\b[^.]{0,80}:$/i;

/** One for each part; meaningless for headings and tables. */
export function stances(parts: readonly PlacedPart[]): Stance[] {
  let lead: Stance | null = null;
  let passage: Stance | null = null;
  return parts.map((part) => {
    if (part.kind === 'heading' || part.kind === 'table') {
      lead = null;
      if (part.kind === 'heading') passage = null;
      return 'fact';
    }
    if (part.kind !== 'item') lead = aimLead.test(part.text) ? 'aim' : null;
    // A short line in the place of a heading speaks for what follows, up to the next of its kind.
    if (part.kind === 'paragraph' && part.text.length < 80 && !/[.!?:;,]$/.test(part.text))
      passage = ofTitle(part.text);
    const section = textsOver(parts, part.section);
    return passage ?? ofHeadings(section) ?? (part.kind === 'item' ? lead : null) ?? ofText(part);
  });
}

/** The nearest heading that says so; a heading that looks back ends what the chapter above it says. */
function ofHeadings(texts: readonly string[]): Stance | null {
  for (const text of texts) {
    const stance = ofTitle(text);
    if (stance !== null) return stance;
    if (lookingBack.test(text)) return null;
  }
  return null;
}

/** Asks what is to be achieved, though "achieve" looks back elsewhere. */
const aimQuestion =
  /\b(?:trying|aiming|hoping|wanting|working|want|hope|aim|plan) to (?:achieve|do|deliver|change)\b/i;

function ofTitle(text: string): Stance | null {
  if (aimQuestion.test(text)) return 'aim';
  if (othersHeading.test(text)) return 'others';
  return aimHeading.test(text) && !lookingBack.test(text) ? 'aim' : null;
}

const meant =
  /\b(?:we|partnership|partners|executive|it|this|group|they|work|team|board)\b[^.!?]{0,60}\b(?:will|plans? to|intends? to|aims? to|(?:is|are) going to)\b/i;
const bySomebodyElse =
  /^["“‘(]*(?:(?:in|during|on|since)\b[^,.]{0,40}, )?(?:the |his majesty['’]s |her majesty['’]s )?(?:(?:uk )?government|department for|department of|secretary of state|national panel|child safeguarding practice review panel|ofsted|inspectors|hmicfrs|care quality commission|working together|statutory guidance|guidance|legislation|regulations|[a-z' ]{0,40}\bact (?:19|20)\d\d)\b/i;

/** A part looks ahead, or tells of others, where every sentence of it does. */
function ofText({ kind, text }: Pick<PlacedPart & { text: string }, 'kind' | 'text'>): Stance {
  const sentences = sentencesIn(text).filter((sentence) => /[a-z]{3}/i.test(sentence.text));
  if (sentences.length === 0) return 'fact';
  if (sentences.every((sentence) => meant.test(sentence.text))) return 'aim';
  const byOthers = kind !== 'item' && sentences.every((sentence) => bySomebodyElse.test(sentence.text));
  return byOthers ? 'others' : 'fact';
}
