// Whose words a text is in. What a child or an inspector said, and what a story tells of one family, are not claims that the
// partnership makes.
import type { Voice } from '../document.ts';
import type { PlacedPart } from '../structure.ts';
import { textsOver } from './sections.ts';

const storyTitle =
  /\b(case (?:study|studies|example|vignette)|practice example|['’]s (?:story|journey)|(?:our|my|their) story|success stor(?:y|ies)|vignette|a (?:day|week) in the life|pen picture)\b/i;
const storyEnd =
  /^(?:this|the)(?: case)? (?:study|example|story|case|work|approach) (?:shows?|demonstrates?|highlights?|illustrates?)\b|^(?:what (?:we|this) (?:learned|learnt|tells)|learning from this)/i;
const person =
  /\b(?:he|she|him|her|his|hers|mum|mums|mother|dad|father|baby|(?:this|the|one|a|their|younger|older) (?:(?:young|little) )?(?:child|girl|boy|person|family|couple|parent|carer|sibling|male|female|son|daughter|pupil|student)|I|my)\b/;
const manyPeople =
  /\b(?:partnership|agencies|organisations|schools|services|families|(?:children|young people) and|practitioners|professionals|officers|audits?|data|strategy|across (?:the|all|our))\b/i;

/** One for each part; meaningless for headings and tables. */
export function voices(parts: readonly PlacedPart[]): Voice[] {
  const quoted = quotedRuns(parts);
  const told = stories(parts);
  return parts.map((part, at) => {
    if (part.kind === 'heading' || part.kind === 'table') return 'own';
    if (part.kind === 'quotation' || quoted.has(at) || isQuotation(part.text)) return 'quotation';
    return told.has(at) ? 'case-study' : 'own';
  });
}

/**
 * A story begins after a heading, or a short line, that announces it. It ends with the section, or where the text says what it
 * shows, or turns from that one family to services and areas.
 */
function stories(parts: readonly PlacedPart[]): Set<number> {
  const told = new Set<number>();
  let telling = false;
  let begun = false;
  for (const part of parts) {
    if (part.kind === 'heading') {
      telling =
        storyTitle.test(part.text) || textsOver(parts, part.section).some((text) => storyTitle.test(text));
      begun = false;
    } else if (part.kind !== 'table' && part.kind !== 'contents') {
      if (isLead(part.text)) {
        telling = true;
        begun = false;
      } else if (telling && ends(part, begun)) telling = false;
      if (telling) told.add(part.at);
      begun = telling && (begun || !isLead(part.text));
    }
  }
  return told;
}

function isLead(text: string): boolean {
  return text.length < 80 && !/[.!?]$/.test(text) && storyTitle.test(text) && !storyEnd.test(text);
}

function ends({ kind, text }: { kind: PlacedPart['kind']; text: string }, begun: boolean): boolean {
  if (storyEnd.test(text)) return true;
  return begun && kind === 'paragraph' && !person.test(text) && manyPeople.test(text);
}

/** All of it stands in quotation marks, but for who said it. */
function isQuotation(text: string): boolean {
  return /^["“‘][^"“”]{20,}["”’](?:\s*[-–—(]?\s*[^.!?]{0,80}[.)]?)?$/.test(text);
}

/** Paragraphs from one that opens a quotation to the one that closes it, where they stand together. */
function quotedRuns(parts: readonly PlacedPart[]): Set<number> {
  const quoted = new Set<number>();
  for (const part of parts) {
    if (part.kind !== 'paragraph' || quoted.has(part.at) || !/^[“‘]/.test(part.text)) continue;
    const close = part.text.startsWith('“') ? /”/ : /\S’(?=[\s.,;)]|$)/;
    if (close.test(part.text)) continue;
    const next = parts.slice(part.at + 1, part.at + 9);
    const last = next.findIndex((one) => one.kind === 'paragraph' && close.test(one.text));
    const run = next.slice(0, last + 1);
    if (last !== -1 && run.every((one) => one.kind === 'paragraph' && one.section === part.section))
      for (const one of [part, ...run]) quoted.add(one.at);
  }
  return quoted;
}
