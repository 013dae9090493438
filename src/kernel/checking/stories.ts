// The stories of children and families a document tells: its case studies, and words somebody is quoted with. What may be told
// of a whole population is different from what may be told of one child (domain handbook 5.9).
import { headingsOver, isProse, type Prose, type ReadDocument } from '../reading/document.ts';

export interface Story {
  voice: 'case-study' | 'quotation';
  parts: readonly Prose[];
  text: string;
  /** Somewhere it is said that names were changed: in the story, beside it, or of the whole document. */
  names_changed: boolean;
}

const held = new WeakMap<ReadDocument, readonly Story[]>();

export function storiesIn(document: ReadDocument): readonly Story[] {
  const known = held.get(document);
  if (known) return known;
  const stories = groupsOf(document).map((parts) => storyOf(document, parts));
  held.set(document, stories);
  return stories;
}

/** Parts that follow each other in one voice, under one heading and from one record. */
function groupsOf(document: ReadDocument): Prose[][] {
  const groups: Prose[][] = [];
  for (const part of document.parts) {
    if (!isProse(part) || part.voice === 'own' || part.kind === 'contents') continue;
    const before = groups.at(-1)?.at(-1);
    const together =
      before !== undefined &&
      before.voice === part.voice &&
      before.section === part.section &&
      before.ref === part.ref &&
      part.voice === 'case-study' &&
      part.at - before.at <= 3;
    if (together) groups.at(-1)?.push(part);
    else groups.push([part]);
  }
  return groups;
}

function storyOf(document: ReadDocument, parts: readonly Prose[]): Story {
  const [first] = parts;
  const text = parts.map((part) => part.text).join('\n');
  return {
    voice: first?.voice === 'quotation' ? 'quotation' : 'case-study',
    parts,
    text,
    names_changed:
      parts.some(({ known }) => known?.names_changed === true) ||
      saysNamesChanged(text) ||
      (first !== undefined &&
        headingsOver(document, first).some((heading) => saysNamesChanged(heading.text))) ||
      besideSaysSo(document, parts) ||
      saysSoOfAll(document),
  };
}

const namesChanged =
  /\bnames?\b[^.\n]{0,60}\b(changed|altered|anonymi[sz]ed|replaced|fictitious|fictional|invented)\b|\bpseudonym|\bnot (?:his|her|their|the (?:child|young person|family)['’]?s?) real names?\b|\bchanged (?:the |all |some )?names\b/i;

function saysNamesChanged(text: string): boolean {
  return namesChanged.test(text);
}

/** The line before a story or after it, which need not have its voice. */
function besideSaysSo(document: ReadDocument, parts: readonly Prose[]): boolean {
  return [(parts[0]?.at ?? 0) - 1, (parts.at(-1)?.at ?? 0) + 1].some((at) => {
    const part = document.parts[at];
    return part !== undefined && part.kind !== 'table' && saysNamesChanged(part.text);
  });
}

const storyHeading = /\b(case stud|case example|story|stories|vignette)/i;
const saidOfAll = new WeakMap<ReadDocument, boolean>();

/** "The names of all children in this report have been changed." */
function saysSoOfAll(document: ReadDocument): boolean {
  const known = saidOfAll.get(document);
  if (known !== undefined) return known;
  const said = document.parts.some(
    (part) =>
      isProse(part) &&
      saysNamesChanged(part.text) &&
      (/\b(all|every|throughout|in this report|case studies|stories)\b/i.test(part.text) ||
        (part.voice === 'own' && !headingsOver(document, part).some(({ text }) => storyHeading.test(text)))),
  );
  saidOfAll.set(document, said);
  return said;
}
